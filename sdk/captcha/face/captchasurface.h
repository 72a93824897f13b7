// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"

namespace SmartCaptcha::Internal {

/// What shows a captcha, a widget or an item, as far as a CaptchaController has to know it.
class CaptchaSurface {
public:
    virtual ~CaptchaSurface() = default;

    /// The host to load the page with, made now if there is none. The surface owns it. Never null.
    [[nodiscard]] virtual WebHost *ensureHost() = 0;

    /// Deletes the host, if there is one.
    virtual void dropHost() = 0;

    /// Starts the engine of a host that ensureHost() has made, without a page and without the network.
    virtual void warmUp() = 0;

    /// True while a person could see it.
    [[nodiscard]] virtual bool isShown() const = 0;

    [[nodiscard]] virtual PageAppearance appearance() const = 0;

    /// Puts everything where the controller's state and status want it. May run foreign code, which may
    /// delete surface and controller.
    virtual void present() = 0;

    /// Has a screen reader read @p text out, which is translated.
    virtual void announce(const QString &text) = 0;

protected:
    CaptchaSurface() = default;
    Q_DISABLE_COPY_MOVE(CaptchaSurface)
};

} // namespace SmartCaptcha::Internal
