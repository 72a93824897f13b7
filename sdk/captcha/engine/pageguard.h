// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "webhost.h"

#include <QtCore/qcoreevent.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>

#include <optional>

namespace SmartCaptcha::Internal {

/**
 * Decides what a captcha page may do and when it has failed. The rules are the same for every host; a host
 * only reports what its engine tells it.
 *
 * Each page has its own. Also called from QML.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT PageGuard : public QObject {
    Q_OBJECT

public:
    /// What caused a navigation, with Qt WebEngine's numbers, which are the same in C++ and QML.
    enum class Navigation { LinkClicked = 0, Typed = 1, Other = 5, Redirect = 6 };
    Q_ENUM(Navigation)

    explicit PageGuard(QObject *parent = nullptr);
    ~PageGuard() override;

    /// To be called once, when the page is about to be loaded; before that only an empty page is allowed.
    void begin(const CaptchaPage &page);

    /// The page's document has arrived; from now on redirects are refused.
    void documentArrived();

    /// What CaptchaPage::takeMessagesScript() has returned. Messages that are too long are dropped.
    Q_INVOKABLE void messagesTaken(const QVariantList &messages);

    enum class Input {
        Press, ///< Of a mouse button, a key or a finger.
        Release, ///< The end of it, when links open.
    };

    /// What an event of this type is; nothing for other events.
    [[nodiscard]] static std::optional<Input> inputOf(QEvent::Type type);

    /// The person has just pressed something in the page, so one link that opens next may be a user gesture.
    void inputArrived(Input input);

    /// Whether the person has pressed something in the document, as the engine itself tells (the page's
    /// scripts cannot change it). Also knows of what a screen reader presses, for which there is no input
    /// event.
    enum class Activation {
        None = 0,
        Earlier = 1,
        Recent = 2, ///< Within the last seconds, five in Chromium.
    };
    /// @p before: how long ago that was so, in milliseconds.
    void activationReported(Activation activation, qint64 before = 0);

    /// Whether the person has pressed something in the page since the last call.
    [[nodiscard]] bool takePress();

    /**
     * Whether the page, or one of its frames, may navigate to @p url. A link that the person clicked is not
     * followed; linkClicked() is emitted instead. @p navigation is a Navigation or another number of the
     * engine.
     */
    Q_INVOKABLE bool mayNavigate(const QUrl &url, int navigation, bool mainFrame);

    /// The page asked for a new window. None ever opens, but linkClicked() is emitted if the person clicked a
    /// link.
    Q_INVOKABLE void windowRequested(const QUrl &url, bool byPerson);

    /**
     * The user name and the password for the proxy @p proxyHost, which asks for them on the way to @p url:
     * those of the proxy in force, the first time; empty if it has none, or if they were wrong. They never go
     * to a server.
     */
    [[nodiscard]] Q_INVOKABLE QStringList proxyCredentials(const QUrl &url, const QString &proxyHost);

    /// Chromium failed to load the page; @p chromiumError is its own error code (net_error_list.h).
    Q_INVOKABLE void loadFailed(int chromiumError, const QString &reason);

    /// A certificate was rejected. The page fails only if the certificate is that of one of its addresses.
    Q_INVOKABLE void certificateRefused(const QUrl &url, const QString &reason);

    Q_INVOKABLE void processEnded(const QString &status, int exitCode);

    /// For the log.
    Q_INVOKABLE void consoleSaid(const QString &message, int line, const QString &source);

    /// The page has failed in some other way.
    void fail(WebHost::Failure failure, const QString &details);

    /// True for an address of the page or of the service.
    [[nodiscard]] bool isOfPage(const QUrl &url) const;

Q_SIGNALS:
    /// Emitted from the event loop, at most once.
    void failed(SmartCaptcha::Internal::WebHost::Failure failure, const QString &details);

    /// The person clicked a link to @p url, which is to be opened in the system's browser. Emitted from the
    /// event loop.
    void linkClicked(const QUrl &url);

    /// The page has sent @p json. Emitted from the event loop.
    void messageArrived(const QString &json);

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
    bool m_mayFollow = false; // one link for each press
    bool m_pressed = false; // since the last takePress()
    bool m_everPressed = false;
    QElapsedTimer m_sinceInput;
};

} // namespace SmartCaptcha::Internal
