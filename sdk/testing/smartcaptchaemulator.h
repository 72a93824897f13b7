// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaEmulatorRequest>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/smartcaptchatesting_export.h>

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

class SmartCaptchaEmulatorPrivate;

namespace SmartCaptcha::Internal {
struct EmulatorState;
}

/**
 * The whole captcha service, offline: the widget's script and frames, the ready page `/webview`, and
 * `/validate`, from one port of the loopback address.
 *
 * Page, token and verdict belong together: a token of its widget is valid once, within five minutes, with the
 * server key that belongs to the widget's site key. Scenarios choose what goes wrong. docs/emulator.md lists
 * what it does where the service's public documentation says nothing.
 *
 * It works in the thread it lives in, which must run an event loop: a client in the same thread must not
 * block while it waits for an answer. It is for tests and development; it protects nothing.
 */
class SMARTCAPTCHA_TESTING_EXPORT SmartCaptchaEmulator : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool listening READ isListening NOTIFY listeningChanged FINAL)
    Q_PROPERTY(QUrl url READ url NOTIFY listeningChanged FINAL)
    Q_PROPERTY(QUrl pageOrigin READ pageOrigin NOTIFY listeningChanged FINAL)
    Q_PROPERTY(Scenario scenario READ scenario WRITE setScenario NOTIFY scenarioChanged FINAL)

public:
    /// How the service behaves.
    enum class Scenario {
        Human, ///< A token at the first click (a challenge in test mode); the verdict is human.
        Challenge, ///< Every click leads to a challenge; the verdict is human.
        Robot, ///< A token at the first click; the verdict is robot: `failed` with an empty message.
        ExpiredToken, ///< `/validate` refuses every token as expired.
        ReusedToken, ///< `/validate` refuses every token as used before.
        EmptyHost, ///< `ok` with an empty `host`.
        HostWithPort, ///< `ok` with the port 8080 behind the host.
        NoHost, ///< `ok` without the field `host`, as answers were until 2023.
        WrongKey, ///< `/validate` refuses every server key.
        Restricted, ///< Restricted mode: `ok` for everything, and a note in the widget.
        Http500, ///< `/validate` answers with status 500.
        Http403, ///< `/validate` answers with status 403.
        Http429, ///< `/validate` answers with status 429.
        Redirect, ///< `/validate` answers with 302 to `/redirected`, which answers `ok`.
        Slow, ///< `/validate` answers after delay().
        Drip, ///< `/validate` answers one byte at a time.
        Hanging, ///< `/validate` keeps the connection open and never answers.
        CutOff, ///< `/validate` sends half of its answer and closes the connection.
        NotJson, ///< `/validate` answers with a text of type application/json that is not JSON.
        Html, ///< `/validate` answers with a web page.
        Huge, ///< `/validate` answers with four megabytes of valid JSON.
        ScriptMissing, ///< `/captcha.js` is not found.
        ScriptBroken, ///< `/captcha.js` does not parse.
        ScriptSlow, ///< `/captcha.js` comes after delay().
        ScriptHanging, ///< `/captcha.js` never comes.
        FrameHanging, ///< The script comes, the widget's frames never do.
        FrameError, ///< The widget's frames answer with status 500 and an error page.
        NetworkError, ///< The widget's connection is cut at each step: event `network-error`.
        JavascriptError, ///< The widget fails at the click: event `javascript-error`.
        TokenExpired, ///< A token lives for a second and a half: event `token-expired`.
        EmptyToken, ///< The widget succeeds with an empty token.
        RendererCrash, ///< The page makes its renderer process die at the click.
        DomainNotAllowed, ///< The widget refuses every site.
    };
    Q_ENUM(Scenario)

    /// How many requests are kept; see requests().
    static constexpr int MaximumRequests = 10000;

    /// An emulator with a fresh pair of keys, which does not listen yet.
    explicit SmartCaptchaEmulator(QObject *parent = nullptr);

    /// Ends every connection.
    ~SmartCaptchaEmulator() override;

    /**
     * Starts to listen on 127.0.0.1 at @p port, or at any free port for 0. Returns false if that is not
     * possible, or if it is listening already; errorString() says why.
     */
    bool listen(quint16 port = 0);

    /// Closes every connection and stops listening. Tokens, keys and requests are kept. Must not be called
    /// from a slot connected to requestReceived(), tokenIssued() or challengeCreated().
    void close();

    /// True between a successful listen() and close().
    [[nodiscard]] bool isListening() const;

    /// The port in use; 0 if it is not listening.
    [[nodiscard]] quint16 port() const;

    /// Why the last listen() failed, for logs; empty after a success.
    [[nodiscard]] QString errorString() const;

    /// Makes the next listen() serve HTTPS with this certificate and private key; there is no way back to
    /// plain HTTP. Use a bad certificate to test what a client does about one.
    void setSslConfiguration(const QSslConfiguration &configuration);

    /// The base address, `http://127.0.0.1:PORT` or its https form; empty if it is not listening.
    [[nodiscard]] QUrl url() const;

    /// The service to give to a verifier or a widget; not valid if the emulator is not listening.
    [[nodiscard]] SmartCaptchaService service() const;

    /**
     * An origin for the page that shows the widget: `http://localhost:PORT`. The site key allows it; it is
     * not the service's own origin, as in real life; and it is a loopback origin, because newer versions of
     * Chromium do not let other pages access loopback addresses. Empty if it is not listening.
     */
    [[nodiscard]] QUrl pageOrigin() const;

    /// An address that does what an application's own backend would do: `POST /backend/verify` with `token`
    /// and optionally `ip`, without a key, is validated with serverKey() and answered as by `/validate`.
    /// Empty if it is not listening.
    [[nodiscard]] QUrl backendUrl() const;

    /// The client key, `ysc1_...`, that the widget and its tokens belong to.
    [[nodiscard]] QString siteKey() const;

    /// The server key, `ysc2_...`, that belongs to siteKey().
    [[nodiscard]] SmartCaptchaServerKey serverKey() const;

    /**
     * Sets the pair of keys. Tokens that were issued for another pair are no longer accepted. If a half is
     * empty, one is generated that belongs to the other. White space around them is removed.
     */
    void setKeys(const QString &siteKey, const SmartCaptchaServerKey &serverKey);

    /// The hosts whose pages may show the widget; see setAllowedSites().
    [[nodiscard]] QStringList allowedSites() const;

    /**
     * Sets the hosts, without scheme or port, whose pages may show the widget; their subdomains may as well.
     * The default is `localhost`, `127.0.0.1` and `example.com`. Pages of the service itself always may.
     * Names are compared without regard to case and the notation of international names. On other sites an
     * error is shown in place of the widget, and the page gets no events.
     */
    void setAllowedSites(const QStringList &hosts);

    /// The current scenario.
    [[nodiscard]] Scenario scenario() const;

    /// Changes the scenario, for the next request and the next step of every widget that is open.
    void setScenario(SmartCaptchaEmulator::Scenario scenario);

    /// The same by its name, see scenarioNames(). Returns false and changes nothing for an unknown name.
    bool setScenario(const QString &name);

    /// The names of all scenarios, such as `human` and `cut-off`, the ordinary one first.
    [[nodiscard]] static QStringList scenarioNames();

    /// What the scenario @p name does, in one line of English; empty for an unknown name.
    [[nodiscard]] static QString scenarioDescription(const QString &name);

    /// The scenario called @p name; no value for an unknown name.
    [[nodiscard]] static std::optional<Scenario> scenarioFromName(const QString &name);

    /// The name of @p scenario.
    [[nodiscard]] static QString scenarioName(Scenario scenario);

    /// The delay of the slow scenarios; three seconds by default.
    [[nodiscard]] std::chrono::milliseconds delay() const;

    /// Sets the delay of the slow scenarios, which is clamped to the range from none to one hour.
    void setDelay(std::chrono::milliseconds delay);

    /// Issues a good token for siteKey(), as the widget on a page of @p host would, but without a browser.
    [[nodiscard]] QString issueToken(const QString &host = QStringLiteral("example.com"));

    /// The answer to the challenge that was shown last and is still open; empty if there is none.
    [[nodiscard]] QString pendingAnswer() const;

    /**
     * Moves the emulator's own clock forward, by a year at most. Tokens age by as much; a page that holds one
     * notices within half a second.
     */
    void advanceClock(std::chrono::milliseconds time);

    /// The time on the emulator's clock, in UTC.
    [[nodiscard]] QDateTime currentTime() const;

    /// Every request since the beginning or clearRequests(), in order; at most the last MaximumRequests. The
    /// widget's requests for the time, which it repeats as long as it holds a token, are left out, and so are
    /// the questions that a SmartCaptchaPerson asks about the challenge; what it does in the page is not.
    [[nodiscard]] QList<SmartCaptchaEmulatorRequest> requests() const;

    /// The requests for @p path only, for instance `/validate`.
    [[nodiscard]] QList<SmartCaptchaEmulatorRequest> requests(const QString &path) const;

    /// Forgets the requests.
    void clearRequests();

    /// The number of connections accepted since listen(), to see whether a client opened one early or kept
    /// it. With HTTPS, those whose handshake succeeded.
    [[nodiscard]] int connectionCount() const;

Q_SIGNALS:
    /// listen() or close() changed isListening().
    void listeningChanged(bool listening);

    /// The scenario changed.
    void scenarioChanged(SmartCaptchaEmulator::Scenario scenario);

    /// A request has arrived, and its answer is about to be sent.
    void requestReceived(const SmartCaptchaEmulatorRequest &request);

    /// The widget or issueToken() has issued @p token.
    void tokenIssued(const QString &token);

    /// A challenge has been created; @p answer solves it. The page knows only @p id.
    void challengeCreated(const QString &id, const QString &answer);

private:
    friend class SmartCaptchaPerson;
    [[nodiscard]] SmartCaptcha::Internal::EmulatorState &state();

    const std::unique_ptr<SmartCaptchaEmulatorPrivate> d;
};
