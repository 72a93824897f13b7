// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "hosts/anyhost.h"

#include <QtCore/qurl.h>

#include <memory>

/// A web view of Qt without the SDK, in a window of its own, that shows a page with a captcha.
class BareView {
public:
    [[nodiscard]] static std::unique_ptr<BareView> make(Host kind, const QUrl &page);
    virtual ~BareView() = default;

    [[nodiscard]] virtual QWindow *window() const = 0;
    /// The token that the page has got; empty until then.
    [[nodiscard]] virtual QString token() = 0;
};
