// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"
#include "quickengine.h"

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// A web host whose page shows in a QQuickItem.
class QuickWebHost : public WebHost {
public:
    using WebHost::WebHost;

    /// The item that shows the page; nullptr if the host cannot show one. Created once and owned by the host;
    /// it may be moved to another item and window and back.
    [[nodiscard]] virtual QQuickItem *item() const = 0;

    /// The engine; Auto for none.
    [[nodiscard]] virtual QuickEngine engine() const = 0;

    /// Starts the engine without a page, so that the first page shows sooner. Does not use the network.
    virtual void warmUp() = 0;
};

} // namespace SmartCaptcha::Internal
