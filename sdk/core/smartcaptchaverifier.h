// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qfuture.h>
#include <QtCore/qmap.h>
#include <QtCore/qobject.h>
#include <QtCore/qurl.h>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QSslConfiguration;
QT_END_NAMESPACE

class SmartCaptchaVerifierPrivate;

/**
 * Asks the service whether a person passed: sends a token to `/validate` and reads the answer.
 *
 * Use it where the server key is: in a backend, a command-line tool, a test. An application that ships to
 * users has no key; it sets backendUrl, and the verifier sends the token there instead.
 *
 * Keep one verifier for many tokens: its connections are kept open and used again. Each call takes the
 * settings that hold at that moment; changing them later concerns later calls.
 *
 * **Exactly once.** Every call to verify() finishes exactly once, always from the event loop, first through
 * its reply, then through the signals here. Destroying the verifier is the exception: nothing is emitted any
 * more, and futures finish with the error Canceled. So a verifier that is a local variable of the function
 * that calls verify() is gone before the answer comes; make it a member, or give it a parent. A warning in
 * the log tells.
 *
 * **Nothing is sent twice.** The service accepts a token once, so a request that may have reached it is never
 * repeated, neither here nor by Qt behind the scenes. Only when an address could not be reached at all is the
 * next one of the service tried, within the same timeout.
 *
 * **Asked about once.** With reuseCheckEnabled a token that was asked about in the last five minutes is
 * answered with TokenReused at once. What is remembered belongs to this verifier and is a salted hash. A
 * token that surely never left (no address could be reached, aborted while waiting, no secure connection) may
 * be asked about again.
 *
 * **Queue.** At most six requests are under way at a time; further ones wait here, and their timeout begins
 * when they are sent.
 *
 * **Proxies** of the application are used, and by default those of the environment and the system, see
 * SmartCaptcha::proxyFor(); a loopback address is never reached through a proxy. With a proxy that is not
 * understood nothing is sent: the result is Network, and a warning in the log says why, once.
 *
 * Reentrant, not thread-safe: use a verifier in its own thread, which needs an event loop; one for each
 * thread where there are several. Moved to another thread, it takes its settings and its queue of results
 * along; what is under way is aborted (Canceled), connections are opened anew, and a network access manager
 * of the application's has to be set anew.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaVerifier : public QObject {
    Q_OBJECT
    Q_PROPERTY(
        SmartCaptchaServerKey serverKey READ serverKey WRITE setServerKey NOTIFY serverKeyChanged FINAL)
    Q_PROPERTY(SmartCaptchaService service READ service WRITE setService NOTIFY serviceChanged FINAL)
    Q_PROPERTY(QUrl backendUrl READ backendUrl WRITE setBackendUrl NOTIFY backendUrlChanged FINAL)
    Q_PROPERTY(int timeout READ timeout WRITE setTimeout NOTIFY timeoutChanged FINAL)
    Q_PROPERTY(SmartCaptchaPolicy policy READ policy WRITE setPolicy NOTIFY policyChanged FINAL)
    Q_PROPERTY(Method method READ method WRITE setMethod NOTIFY methodChanged FINAL)
    Q_PROPERTY(bool reuseCheckEnabled READ isReuseCheckEnabled WRITE setReuseCheckEnabled NOTIFY
                   reuseCheckEnabledChanged FINAL)
    Q_PROPERTY(bool http2Enabled READ isHttp2Enabled WRITE setHttp2Enabled NOTIFY http2EnabledChanged FINAL)

public:
    /// How the service is asked.
    enum class Method {
        Post, ///< Key and token in the body, as the service's documentation has it since October 2024.
        Get, ///< Key and token in the address, which proxies and servers log. For old set-ups; warns in the
             ///< log.
    };
    Q_ENUM(Method)

    /// The longest token that is sent, in characters; real ones have a few hundred.
    static constexpr int MaximumTokenLength = 8192;

    explicit SmartCaptchaVerifier(QObject *parent = nullptr);

    /// Drops whatever is under way: replies are deleted unfinished, futures finish with Canceled.
    ~SmartCaptchaVerifier() override;

    [[nodiscard]] SmartCaptchaServerKey serverKey() const;

    /// The key to ask with. Not needed with a backend address. With one that cannot be a key, see
    /// SmartCaptchaServerKey::problem(), nothing is sent: the result is InvalidServerKey.
    void setServerKey(const SmartCaptchaServerKey &key);

    [[nodiscard]] SmartCaptchaService service() const;

    /// Where to ask; SmartCaptchaService::current() by default.
    void setService(const SmartCaptchaService &service);

    [[nodiscard]] QUrl backendUrl() const;

    /**
     * Asks your own backend instead of the service: `token`, and `ip` when given, go there as a form by POST,
     * without any key, and the answer is read as if it were the service's: the JSON object with `status` `ok`
     * or `failed`, optionally `host` and `message`.
     *
     * `https`, or `http` to a loopback host; without user information. An address that is not so gives
     * InvalidRequest. An empty one, the default, asks the service again.
     *
     * With a backend the default policy() is SmartCaptchaPolicy::strict(): the service's advice to let people
     * in is for whoever asks the service.
     */
    void setBackendUrl(const QUrl &url);

    /// What setExtraHeader() has set, by name.
    [[nodiscard]] QMap<QByteArray, QByteArray> extraHeaders() const;

    /**
     * Sends this header along to the backend address, for instance the user's session as `Cookie` or
     * `Authorization`. The service never gets it. An empty @p value takes the header away; names compare
     * without regard to case.
     *
     * @return false, and nothing changes, when the name or the value may not stand in a header (line breaks,
     * control characters) or the verifier writes the header itself (such as `Content-Length` or `Host`).
     */
    Q_INVOKABLE bool setExtraHeader(const QByteArray &name, const QByteArray &value);

    /// Sets exactly these headers. False, and nothing changes, when setExtraHeader() would refuse one.
    bool setExtraHeaders(const QMap<QByteArray, QByteArray> &headers);

    [[nodiscard]] int timeout() const;
    [[nodiscard]] std::chrono::milliseconds timeoutAsDuration() const;

    /**
     * Milliseconds that a whole request may take, from the moment that it is handed to the network, when the
     * event loop next comes round, to the last byte of the answer, name look-up, handshake and a second
     * address included. 5000 by default; from 1 to 600000, other values are moved into that range.
     */
    void setTimeout(int milliseconds);
    void setTimeout(std::chrono::milliseconds timeout);

    [[nodiscard]] SmartCaptchaPolicy policy() const;

    /// Who may go on. Unless set, SmartCaptchaPolicy::serviceAdvice(), and with a backendUrl()
    /// SmartCaptchaPolicy::strict(). What is set here stays, whoever is asked.
    void setPolicy(const SmartCaptchaPolicy &policy);

    [[nodiscard]] Method method() const;

    /// Post by default. A backend is always asked by POST.
    void setMethod(Method method);

    [[nodiscard]] bool isReuseCheckEnabled() const;

    /// On by default: a token is asked about once. Switching it off forgets the tokens; a tester does so to
    /// see the service's own answer.
    void setReuseCheckEnabled(bool enabled);

    [[nodiscard]] bool isHttp2Enabled() const;

    /// Off by default: one small request at a time is faster over HTTP/1.1, because QNetworkAccessManager
    /// sends headers and body of an HTTP/2 request apart and TCP delays the second.
    void setHttp2Enabled(bool enabled);

    /// The manager set by setNetworkAccessManager(), null when the verifier uses its own.
    [[nodiscard]] QNetworkAccessManager *networkAccessManager() const;

    /**
     * Sends through @p manager, which is not owned and lives in the same thread (else a call gives
     * InvalidRequest); requests that are under way stay where they are. Null, the default: the verifier makes
     * its own at first use, also when @p manager is destroyed.
     *
     * Its proxies are used as they are; its cookies, cache and stored passwords are not. Its sslErrors() is
     * not emitted for the verifier's requests, so that no slot can ignore errors. Out of reach are a
     * connection to the same host that the application let through for itself, and a manager whose
     * createRequest() makes replies ignore errors: what stands in headers and address may then reach a
     * stranger, and with Method::Get that is the key.
     */
    void setNetworkAccessManager(QNetworkAccessManager *manager);

    /// The TLS settings in use.
    [[nodiscard]] QSslConfiguration sslConfiguration() const;

    /**
     * Other TLS settings than the application's default ones with TLS 1.2 or later, for a private certificate
     * authority or for pinning. The other side's certificate is checked in any case. With a manager of your
     * own, set them before its first request: connections that it has open stay as they are.
     */
    void setSslConfiguration(const QSslConfiguration &configuration);

    /**
     * Asks whether the person behind @p token passed.
     *
     * @param token what the widget gave; opaque, at most MaximumTokenLength characters.
     * @param userIp the person's address, IPv4 or IPv6, which improves the service's judgement. Only an
     * address is sent: of anything else (a list from `X-Forwarded-For`, an address with a port, a name)
     * nothing is, and a warning in the log says so, once. Which entry of such a list is the person's depends
     * on your proxies.
     * @return the reply, which the verifier owns and deletes after its finished(). Never null.
     */
    Q_INVOKABLE SmartCaptchaReply *verify(const QString &token, const QString &userIp = {});

    /// The same for a token that knows its age: an expired one gives TokenExpired, and no request.
    Q_INVOKABLE SmartCaptchaReply *verify(const SmartCaptchaToken &token, const QString &userIp = {});

    /**
     * As verify(), for those who like futures. The future finishes with exactly one result; cancelling it
     * aborts the request, and it then has none, so ask isCanceled() before result(). In a chain made with
     * then() cancel the first future: cancelling does not travel up.
     *
     * It finishes from the event loop of the verifier's thread. waitForFinished() and result() stop that loop
     * when they are called there, and would wait for ever: use then(), a QFutureWatcher, or wait in another
     * thread.
     */
    [[nodiscard]] QFuture<SmartCaptchaResult> verifyAsync(const QString &token, const QString &userIp = {});
    [[nodiscard]] QFuture<SmartCaptchaResult> verifyAsync(const SmartCaptchaToken &token,
                                                          const QString &userIp = {});

public Q_SLOTS:
    /**
     * As verify(), in the form that a signal connects to in one line:
     *
     * @code
     * connect(captcha, &SmartCaptchaWidget::tokenReceived, verifier, &SmartCaptchaVerifier::verifyToken);
     * @endcode
     *
     * What comes of it is told by finished(), accepted() and rejected(). With the captcha's own setVerifier()
     * no connection is needed.
     */
    void verifyToken(const SmartCaptchaToken &token);

    /**
     * Opens a connection to where the next token will be sent, while the person still solves: it saves the
     * name look-up and the handshakes, two round trips with TLS 1.3. Only for https. Servers close idle
     * connections after a minute or so: calling this again opens it anew, and costs nothing while it is open.
     *
     * Does nothing with a manager of the application's, see setNetworkAccessManager(), because a slot at that
     * manager's sslErrors() could let a certificate through that the verifier would not.
     */
    void preconnect();

Q_SIGNALS:
    /// A call has finished, whatever came of it.
    void finished(const SmartCaptchaResult &result);
    /// After finished(), when the result is accepted.
    void accepted(const SmartCaptchaResult &result);
    /// After finished(), when the result is not accepted.
    void rejected(const SmartCaptchaResult &result);

    void serverKeyChanged(const SmartCaptchaServerKey &key);
    void serviceChanged(const SmartCaptchaService &service);
    void backendUrlChanged(const QUrl &url);
    void timeoutChanged(int milliseconds);
    void policyChanged(const SmartCaptchaPolicy &policy);
    void methodChanged(SmartCaptchaVerifier::Method method);
    void reuseCheckEnabledChanged(bool enabled);
    void http2EnabledChanged(bool enabled);

protected:
    /// Handles QEvent::ThreadChange.
    bool event(QEvent *event) override;

private:
    friend class SmartCaptchaReply;
    friend class SmartCaptchaVerifierPrivate;
    Q_DISABLE_COPY_MOVE(SmartCaptchaVerifier)

    const std::unique_ptr<SmartCaptchaVerifierPrivate> d;
};
