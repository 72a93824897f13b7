// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qobject.h>
#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

/// A page that is not shown in the application but in a tab of the person's own browser, as the rest of the
/// application sees it.
class SMARTCAPTCHA_CAPTCHA_EXPORT BrowserTab : public QObject {
    Q_OBJECT

public:
    enum class Presence {
        None, ///< There is no page: nothing was loaded, or the attempt is over.
        Awaited, ///< The browser has not asked for the page yet.
        Open, ///< The page is open.
        Closed, ///< It was open, and does not answer any more.
    };
    Q_ENUM(Presence)

    explicit BrowserTab(QObject *parent = nullptr);
    ~BrowserTab() override;

    [[nodiscard]] virtual Presence presence() const = 0;

    /// What to open in a browser on this computer. Secret: whoever knows it can get at the page. Empty if
    /// there is no page.
    [[nodiscard]] virtual QUrl address() const = 0;

    /// False if no browser could be started for the page: the person has to copy the address.
    [[nodiscard]] virtual bool isBrowserStarted() const = 0;

    /// Opens the page once more, for a person who has lost the tab. Another browser may take it over.
    virtual void openAgain() = 0;

    /// Gives the page to another browser, if one asks for it. Without this, the first browser keeps it.
    virtual void allowAnotherBrowser() = 0;

Q_SIGNALS:
    void presenceChanged();
};

} // namespace SmartCaptcha::Internal
