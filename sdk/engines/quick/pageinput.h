// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/pageguard.h"
#include "itemevents.h"

namespace SmartCaptcha::Internal {

/// Tells when the person presses something in the item of a page. What is pressed in front of it, or while it
/// is hidden, does not count.
class PageInput : public ItemEvents {
    Q_OBJECT

public:
    using ItemEvents::ItemEvents;

Q_SIGNALS:
    void arrived(SmartCaptcha::Internal::PageGuard::Input input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace SmartCaptcha::Internal
