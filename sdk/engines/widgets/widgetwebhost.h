// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"

#include <QtCore/qplugin.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// A web host whose page shows in a QWidget.
class WidgetWebHost : public WebHost {
public:
    using WebHost::WebHost;

    /**
     * The widget that shows the page; nullptr when the host cannot show one. Created once and owned by the
     * host, which deletes it first. It may be moved to another window and back, and may be deleted with its
     * parent.
     */
    [[nodiscard]] virtual QWidget *widget() const = 0;

    /// Starts the engine without a page, so that the first page shows sooner. Does not use the network.
    virtual void warmUp() = 0;
};

/// What a plugin exports.
class WidgetWebHostFactory {
public:
    virtual ~WidgetWebHostFactory() = default;

    /// Creates a host, owned by the caller; null, with the reason in @p problem, if its engine cannot start.
    /// Called in the GUI thread.
    [[nodiscard]] virtual WidgetWebHost *create(QString *problem) = 0;

    /// The major version of Chromium that the engine is based on; 0 if it is not. Does not start the engine.
    [[nodiscard]] virtual int chromium() const = 0;
};

} // namespace SmartCaptcha::Internal

Q_DECLARE_INTERFACE(SmartCaptcha::Internal::WidgetWebHostFactory, "com.smartcaptcha.WidgetWebHostFactory/1.0")
