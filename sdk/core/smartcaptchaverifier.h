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
 * Use one verifier for many tokens: its connections stay open and are used again. Each call uses the settings
 * of that moment; later changes affect only later calls.
 *
 * **Exactly once.** Every call to verify() finishes exactly once, always from the event loop, first through
 * its reply, then through the signals here. The exception is destroying the verifier: nothing is emitted
 * then, and futures finish with the error Canceled. So a verifier that is a local variable of the function
 * that calls verify() is gone before the answer arrives; make it a member, or give it a parent. A warning in
 * the log says so.
 *
 * **Nothing is sent twice.** The service accepts a token once, so a request that may have reached it is never
 * repeated, neither here nor by Qt behind the scenes. Only when an address could not be reached at all is the
 * next one of the service tried, within the same timeout.
 *
 * **Asked about once.** With reuseCheckEnabled, a token that was asked about in the last five minutes gets
 * TokenReused without a request. Each verifier remembers its own tokens, the latest 65,536 of them, as salted
 * hashes. A token that certainly was not sent (no address could be reached, aborted while waiting, no secure
 * connection) may be asked about again.
 *
 * **Queue.** At most six requests are under way at a time; further ones wait here, and their timeout begins
 * when they are sent.
 *
 * **Proxies** of the application are used, and by default those of the environment and the system, see
 * SmartCaptcha::proxyFor(); a loopback address is never reached through a proxy. If a proxy is not
 * understood, nothing is sent: the result is Network, and a warning in the log says why, once.
 *
 * Reentrant, not thread-safe: use a verifier in the thread it lives in, which needs an event loop, and a
 * separate one in each thread. When it is moved to another thread, its settings and the results that wait for
 * delivery go along; requests under way are aborted (Canceled), connections are opened again, and a network
 * access manager of the application has to be set again.
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
        Get, ///< Key and token in the address, which proxies and servers log. For old set-ups; logs a
             ///< warning.
    };
    Q_ENUM(Method)

    /// The longest token that is sent, in characters; real ones have a few hundred.
    static constexpr int MaximumTokenLength = 8192;

    /// A verifier with the default settings. It can ask once serverKey or backendUrl is set.
    explicit SmartCaptchaVerifier(QObject *parent = nullptr);

    /// Drops whatever is under way: replies are deleted unfinished, futures finish with Canceled.
    ~SmartCaptchaVerifier() override;

    /// The key for asking the service; null by default, and not needed with a backend address. If it cannot
    /// be a server key, see SmartCaptchaServerKey::problem(), nothing is sent, and the result is
    /// InvalidServerKey.
    ///@{
    [[nodiscard]] SmartCaptchaServerKey serverKey() const;
    void setServerKey(const SmartCaptchaServerKey &key);
    ///@}

    /// The service to ask; SmartCaptchaService::current() by default.
    ///@{
    [[nodiscard]] SmartCaptchaService service() const;
    void setService(const SmartCaptchaService &service);
    ///@}

    /// Your own backend that is asked instead of the service; empty, the default, if there is none.
    [[nodiscard]] QUrl backendUrl() const;

    /**
     * Asks your own backend instead of the service: `token`, and `ip` if given, are sent there as a form by
     * POST, without any key. The answer is read like the service's: a JSON object with `status` `ok` or
     * `failed`, optionally `host` and `message`.
     *
     * The address must be `https`, or `http` to a loopback host, without user information; otherwise the
     * result is InvalidRequest. If it is empty, the default, the service is asked.
     *
     * With a backend the default policy() is SmartCaptchaPolicy::strict(): the service's advice to let people
     * in if it cannot be asked is for whoever asks the service itself.
     */
    void setBackendUrl(const QUrl &url);

    /// What setExtraHeader() has set, by name.
    [[nodiscard]] QMap<QByteArray, QByteArray> extraHeaders() const;

    /**
     * Sends this header to the backend address, for instance the user's session as `Cookie` or
     * `Authorization`. The service never gets it. An empty @p value removes the header; names are not
     * case-sensitive.
     *
     * @return false, without changing anything, if the name or the value is not allowed in a header (line
     * breaks, control characters), or if the verifier sets the header itself (such as `Content-Length` or
     * `Host`).
     */
    Q_INVOKABLE bool setExtraHeader(const QByteArray &name, const QByteArray &value);

    /// Replaces all of these headers. Returns false, without changing anything, if setExtraHeader() would
    /// refuse one.
    bool setExtraHeaders(const QMap<QByteArray, QByteArray> &headers);

    /**
     * How long a whole request may take, in milliseconds: from when it is handed to the network, which is
     * when control returns to the event loop, to the last byte of the answer, including name look-up,
     * handshake and a second address. 5000 by default; values outside 1 to 600000 are clamped to that range.
     */
    ///@{
    [[nodiscard]] int timeout() const;
    [[nodiscard]] std::chrono::milliseconds timeoutAsDuration() const;
    void setTimeout(int milliseconds);
    void setTimeout(std::chrono::milliseconds timeout);
    ///@}

    /// Decides who may go on. By default SmartCaptchaPolicy::serviceAdvice(), or with a backendUrl()
    /// SmartCaptchaPolicy::strict(). A policy that is set here applies to both.
    ///@{
    [[nodiscard]] SmartCaptchaPolicy policy() const;
    void setPolicy(const SmartCaptchaPolicy &policy);
    ///@}

    /// How the service is asked; Post by default. A backend is always asked by POST.
    ///@{
    [[nodiscard]] Method method() const;
    void setMethod(Method method);
    ///@}

    /// On by default: a token is asked about once. Switching it off forgets the tokens; testers do that to
    /// see the service's own answer.
    ///@{
    [[nodiscard]] bool isReuseCheckEnabled() const;
    void setReuseCheckEnabled(bool enabled);
    ///@}

    /// Off by default: one small request at a time is faster over HTTP/1.1, because QNetworkAccessManager
    /// sends headers and body of an HTTP/2 request separately, and TCP delays the body.
    ///@{
    [[nodiscard]] bool isHttp2Enabled() const;
    void setHttp2Enabled(bool enabled);
    ///@}

    /// The manager set by setNetworkAccessManager(); null if the verifier uses its own.
    [[nodiscard]] QNetworkAccessManager *networkAccessManager() const;

    /**
     * Sends through @p manager, which is not owned and must live in the same thread (otherwise a call gives
     * InvalidRequest). Requests that are under way are not affected. With null, the default, and when @p
     * manager has been destroyed, the verifier creates a manager of its own at first use.
     *
     * Its proxies are used; its cookies, cache and stored passwords are not. Its sslErrors() is not emitted
     * for the verifier's requests, so that no slot can ignore errors. Two cases cannot be prevented: an open
     * connection to the same host for which the application itself has ignored errors, and a manager whose
     * createRequest() makes replies ignore errors. Headers and address may then reach a stranger; with
     * Method::Get that includes the key.
     */
    void setNetworkAccessManager(QNetworkAccessManager *manager);

    /**
     * The TLS settings in use. The default is the application's at the time of the first use, of which this
     * call is one.
     */
    [[nodiscard]] QSslConfiguration sslConfiguration() const;

    /**
     * Replaces the default TLS settings, which are the application's with TLS 1.2 or later, for a private
     * certificate authority or for pinning. The peer's certificate is verified in any case. With a manager of
     * your own, set them before its first request: connections that it has open stay as they are.
     */
    void setSslConfiguration(const QSslConfiguration &configuration);

    /**
     * Asks whether the person behind @p token passed.
     *
     * @param token what the widget gave; opaque, at most MaximumTokenLength characters.
     * @param userIp the person's address, IPv4 or IPv6, which improves the service's judgement. Anything else
     * (a list from `X-Forwarded-For`, an address with a port, a name) is not sent, and a warning in the log
     * says so, once. Which entry of such a list is the person's depends on your proxies.
     * @return the reply, which the verifier owns and deletes after its finished(). Never null.
     */
    Q_INVOKABLE SmartCaptchaReply *verify(const QString &token, const QString &userIp = {});

    /// The same for a token that knows its age: an expired one gives TokenExpired, without a request.
    Q_INVOKABLE SmartCaptchaReply *verify(const SmartCaptchaToken &token, const QString &userIp = {});

    /**
     * Like verify(), but returns a future, which finishes with exactly one result. Cancelling it aborts the
     * request and leaves the future without a result, so check isCanceled() before result(). In a chain made
     * with then(), cancel the first future: cancelling a later one does not cancel those before it.
     *
     * It finishes from the event loop of the verifier's thread. Called in that thread, waitForFinished() and
     * result() block the loop, and would wait forever: use then(), a QFutureWatcher, or wait in another
     * thread.
     */
    [[nodiscard]] QFuture<SmartCaptchaResult> verifyAsync(const QString &token, const QString &userIp = {});

    /// The same for a token that knows its age: an expired one gives TokenExpired, without a request.
    [[nodiscard]] QFuture<SmartCaptchaResult> verifyAsync(const SmartCaptchaToken &token,
                                                          const QString &userIp = {});

public Q_SLOTS:
    /**
     * Like verify(), as a slot that a signal can be connected to in one line:
     *
     * @code
     * connect(captcha, &SmartCaptchaWidget::tokenReceived, verifier, &SmartCaptchaVerifier::verifyToken);
     * @endcode
     *
     * The result is reported by finished(), accepted() and rejected(), which do not say which token it is
     * about: where there can be two at a time, use verify(). With the captcha's own setVerifier() no such
     * connection is needed.
     */
    void verifyToken(const SmartCaptchaToken &token);

    /**
     * Opens a connection to where the next token will be sent, while the person is still solving. This saves
     * the name look-up and the handshakes, two round trips with TLS 1.3. Only for https. Servers close idle
     * connections after a minute or so; calling this again reopens the connection, and costs nothing while it
     * is open. While it is being opened, no second one is begun.
     *
     * Does nothing with a manager of the application, see setNetworkAccessManager(), because a slot connected
     * to that manager's sslErrors() could accept a certificate that the verifier would not.
     */
    void preconnect();

Q_SIGNALS:
    /// A call has finished, whatever its result.
    void finished(const SmartCaptchaResult &result);
    /// After finished(), when the result is accepted.
    void accepted(const SmartCaptchaResult &result);
    /// After finished(), when the result is not accepted.
    void rejected(const SmartCaptchaResult &result);

    /// Emitted when a setting has changed, not when the same value is set again. backendUrlChanged() is
    /// followed by policyChanged() if that has changed the default policy.
    ///@{
    void serverKeyChanged(const SmartCaptchaServerKey &key);
    void serviceChanged(const SmartCaptchaService &service);
    void backendUrlChanged(const QUrl &url);
    void timeoutChanged(int milliseconds);
    void policyChanged(const SmartCaptchaPolicy &policy);
    void methodChanged(SmartCaptchaVerifier::Method method);
    void reuseCheckEnabledChanged(bool enabled);
    void http2EnabledChanged(bool enabled);
    ///@}

protected:
    /// Handles QEvent::ThreadChange.
    bool event(QEvent *event) override;

private:
    friend class SmartCaptchaReply;
    friend class SmartCaptchaVerifierPrivate;
    Q_DISABLE_COPY_MOVE(SmartCaptchaVerifier)

    const std::unique_ptr<SmartCaptchaVerifierPrivate> d;
};
