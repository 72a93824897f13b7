// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"

namespace SmartCaptcha::Internal {

/// The widget or item that shows a captcha, as a CaptchaController sees it.
class CaptchaSurface {
public:
    virtual ~CaptchaSurface() = default;

    /// The host to load the page with, created for the controller's options() if there is none; @p inBrowser:
    /// one for the person's own browser, whatever the application has asked for. The surface owns it. Never
    /// null.
    [[nodiscard]] virtual WebHost *ensureHost(bool inBrowser) = 0;

    /// The engine that the application has asked for.
    enum class Wish { Any, Embedded, Browser };
    [[nodiscard]] virtual Wish wish() const = 0;

    /// Deletes the host, if there is one.
    virtual void dropHost() = 0;

    /// Puts @p text on the clipboard.
    virtual void copy(const QString &text) = 0;

    /// Brings the window to the front, for a person who has been in their browser.
    virtual void comeBack() = 0;

    /// Starts the engine of the host that ensureHost() has returned, without a page and without the network.
    virtual void warmUp() = 0;

    /// True while it is visible.
    [[nodiscard]] virtual bool isShown() const = 0;

    [[nodiscard]] virtual PageAppearance appearance() const = 0;

    /// Shows what belongs to the controller's state and status. May run application code, which may delete
    /// the surface and the controller.
    virtual void present() = 0;

    /// Has screen readers read out @p text, which is translated.
    virtual void announce(const QString &text) = 0;

protected:
    CaptchaSurface() = default;
    Q_DISABLE_COPY_MOVE(CaptchaSurface)
};

} // namespace SmartCaptcha::Internal
