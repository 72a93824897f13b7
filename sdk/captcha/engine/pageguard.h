// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "webhost.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qurl.h>

namespace SmartCaptcha::Internal {

/**
 * What a captcha page may do and when it has failed: the same for every host, so that each only tells what
 * its engine tells it.
 *
 * For one page. QML calls it as well.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT PageGuard : public QObject {
    Q_OBJECT

public:
    /// How a navigation came about, with the numbers that Qt WebEngine has for it in C++ and QML.
    enum class Navigation { LinkClicked = 0, Typed = 1, Other = 5, Redirect = 6 };
    Q_ENUM(Navigation)

    explicit PageGuard(QObject *parent = nullptr);
    ~PageGuard() override;

    /// The page is about to be loaded. To be called once; before that only an empty page is allowed.
    void begin(const CaptchaPage &page);

    /// The page's document is there, so that nothing redirects it any more.
    void documentArrived();

    /// The person has just pressed something in the page, so that a link may be their doing.
    void inputArrived();

    /**
     * Whether the page, or one of its frames, may go to @p url. A link that the person has clicked is
     * announced by linkClicked() instead. @p navigation is one of Navigation, or another number.
     */
    Q_INVOKABLE bool mayNavigate(const QUrl &url, int navigation, bool mainFrame);

    /// A new window was asked for, which there never is; a link that the person clicked is announced.
    Q_INVOKABLE void windowRequested(const QUrl &url, bool byPerson);

    /**
     * What to answer the proxy @p proxyHost, which asks for a name and a password on the way to @p url: those
     * of the proxy in force, as two texts, the first time; nothing when it has none, or when they were wrong.
     * A server is told nothing in any case.
     */
    [[nodiscard]] Q_INVOKABLE QStringList proxyCredentials(const QUrl &url, const QString &proxyHost);

    /// Chromium has failed to load the page, with its own number of the reason (net_error_list.h).
    Q_INVOKABLE void loadFailed(int chromiumError, const QString &reason);

    /// A certificate was refused. It concerns the page only if it is the one of an address of the page.
    Q_INVOKABLE void certificateRefused(const QUrl &url, const QString &reason);

    Q_INVOKABLE void processEnded(const QString &status, int exitCode);

    /// For the log.
    Q_INVOKABLE void consoleSaid(const QString &message, int line, const QString &source);

    /// The page has failed in some other way.
    void fail(WebHost::Failure failure, const QString &details);

    /// True for an address of the page or of the service.
    [[nodiscard]] bool isOfPage(const QUrl &url) const;

Q_SIGNALS:
    /// From the event loop, at most once.
    void failed(SmartCaptcha::Internal::WebHost::Failure failure, const QString &details);

    /// The person wants to see @p url, which is for the system's browser. From the event loop.
    void linkClicked(const QUrl &url);

private:
    void followOutside(const QUrl &url);

    QList<QUrl> m_frameOrigins;
    QUrl m_url;
    bool m_begun = false;
    bool m_ownHtml = false;
    bool m_navigated = false;
    bool m_documentThere = false;
    bool m_failed = false;
    bool m_triedProxyCredentials = false;
    QElapsedTimer m_sinceInput;
};

} // namespace SmartCaptcha::Internal
