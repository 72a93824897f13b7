// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/browser/browserhost.h"
#include "engines/widgets/widgetwebhost.h"

namespace SmartCaptcha::Internal {

/// Shows pages in the person's own browser, and nothing in the widget.
class BrowserWidgetHost : public BrowserHost<WidgetWebHost> {
public:
    using BrowserHost::BrowserHost;

    [[nodiscard]] QWidget *widget() const override { return nullptr; }
    void warmUp() override {}
};

} // namespace SmartCaptcha::Internal
