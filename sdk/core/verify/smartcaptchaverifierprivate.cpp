// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaverifierprivate.h"

#include "core/service/proxyinforce.h"
#include "core/service/reachableaddress.h"
#include "form.h"
#include "foundation/ipaddress.h"
#include "foundation/secureurl.h"
#include "judgement.h"
#include "networklog.h"
#include "ownmanager.h"
#include "smartcaptchareplyprivate.h"

#include <QtCore/qthread.h>
#include <QtNetwork/qsslsocket.h>

#include <algorithm>
#include <atomic>
#include <utility>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;

namespace {

/// The number of connections that QNetworkAccessManager opens to one host over HTTP/1.1. More requests would
/// wait inside it while their timeout runs.
constexpr int maximumUnderWay = 6;

/// The application's default settings, with TLS 1.2 or later and with the peer's certificate verified.
QSslConfiguration defaultSslConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (configuration.protocol() != QSsl::TlsV1_3 && configuration.protocol() != QSsl::TlsV1_3OrLater)
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

bool needsTls(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

} // namespace

SmartCaptchaVerifierPrivate::SmartCaptchaVerifierPrivate(SmartCaptchaVerifier *verifier)
    : sslConfiguration(defaultSslConfiguration())
    , q(verifier)
{
}

void SmartCaptchaVerifierPrivate::close()
{
    closing = true;
    const bool open =
        std::any_of(calls.cbegin(), calls.cend(), [](const auto &entry) { return !entry.second.settled; });
    static std::atomic_bool warned = false;
    if (open && !warned.exchange(true))
        qCWarning(networkLog,
                  "A verifier was destroyed before it had its answer, so there will be no result. A local "
                  "variable does not live long enough: make the verifier a member, or give it a parent.");
    waiting.clear();
    const std::map<quint64, Call> dropped = std::move(calls);
    calls.clear();
    for (const auto &[id, call] : dropped)
        delete call.exchange;
    for (const auto &[id, call] : dropped)
        delete call.reply;
}

void SmartCaptchaVerifierPrivate::leaveThread()
{
    // The newest first: they are still waiting, and would be sent as soon as those before them end.
    for (auto it = calls.rbegin(); it != calls.rend(); ++it)
        abort(it->first);
    // Deleted now, not later by the event loop of the other thread.
    qDeleteAll(q->findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly));
    dropOwnManager();
}

SmartCaptchaReply *SmartCaptchaVerifierPrivate::ask(const QString &token, bool expired, const QString &userIp)
{
    Q_ASSERT_X(QThread::currentThread() == q->thread(), "SmartCaptchaVerifier::verify",
               "a verifier is used in its own thread");
    const quint64 id = ++lastId;
    auto *reply = new SmartCaptchaReply(q, id);
    if (closing) {
        reply->d->finished = true;
        return reply;
    }

    Call &call = calls[id];
    call.reply = reply;
    call.timeout = timeout;
    call.policy = policy();

    Fault fault = faultOf(token, expired);
    if (fault.error == Error::NoError && reuseCheckEnabled) {
        if (memory.add(token))
            call.rememberedToken = token;
        else
            fault.error = Error::TokenReused;
    }
    if (fault.error != Error::NoError) {
        Outcome outcome;
        outcome.error = fault.error;
        outcome.details = fault.details;
        settle(id, outcome);
        return reply;
    }
    fill(call, token, userIp);
    waiting.push_back(id);
    sendWaiting();
    return reply;
}

void SmartCaptchaVerifierPrivate::abort(quint64 id)
{
    const auto found = calls.find(id);
    if (found == calls.end() || found->second.settled)
        return;
    if (found->second.exchange) {
        found->second.exchange->abort();
        return;
    }
    waiting.erase(std::find(waiting.begin(), waiting.end(), id));
    Outcome outcome;
    outcome.error = Error::Canceled;
    settle(id, outcome);
}

void SmartCaptchaVerifierPrivate::preconnect()
{
    QUrl url = backendUrl;
    if (url.isEmpty())
        url = service.validateUrl();
    // There is nothing to gain over http, which is for loopback only.
    if (closing || !SecureUrl::isUsable(url) || !needsTls(url) || !QSslSocket::supportsSsl())
        return;
    // A slot connected to that manager's sslErrors() could accept a bad certificate unnoticed.
    if (givenManager)
        return;
    if (!ProxyInForce::forUrl(url).problem.isEmpty())
        return;
    // The request must find a connection like the one it would open itself: the same settings and the same
    // version of HTTP.
    QSslConfiguration configuration = sslConfiguration;
    if (http2Enabled) {
        configuration.setAllowedNextProtocols(
            {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    }
    manager()->connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)), configuration);
}

SmartCaptchaPolicy SmartCaptchaVerifierPrivate::policy() const
{
    if (givenPolicy)
        return *givenPolicy;
    return backendUrl.isEmpty() ? SmartCaptchaPolicy::serviceAdvice() : SmartCaptchaPolicy::strict();
}

SmartCaptchaVerifierPrivate::Fault SmartCaptchaVerifierPrivate::faultOf(const QString &token,
                                                                        bool expired) const
{
    if (givenManager && givenManager->thread() != q->thread())
        return {Error::InvalidRequest, QStringLiteral("the network access manager lives in another thread")};
    bool tls = false;
    if (backendUrl.isEmpty()) {
        if (serverKey.isNull())
            return {Error::MissingServerKey, QStringLiteral("no server key is set")};
        const QString problem = serverKey.problem();
        if (!problem.isEmpty())
            return {Error::InvalidServerKey, problem};
        if (!service.isValid())
            return {Error::InvalidRequest, QStringLiteral("the service's address is not usable")};
        const QList<QUrl> baseUrls = service.baseUrls();
        tls = std::any_of(baseUrls.cbegin(), baseUrls.cend(), needsTls);
    } else {
        if (!SecureUrl::isUsable(backendUrl))
            return {Error::InvalidRequest, QStringLiteral("the backend's address is not usable")};
        tls = needsTls(backendUrl);
    }
    if (token.trimmed().isEmpty())
        return {Error::InvalidRequest, QStringLiteral("the token is empty")};
    if (token.size() > SmartCaptchaVerifier::MaximumTokenLength)
        return {Error::InvalidRequest, QStringLiteral("the token is too long")};
    if (expired)
        return {Error::TokenExpired, {}};
    if (tls && !QSslSocket::supportsSsl()) {
        return {Error::Tls,
                QStringLiteral("this Qt has no TLS: its plugin (plugins/tls) or OpenSSL is missing")};
    }
    return {};
}

void SmartCaptchaVerifierPrivate::fill(Call &call, const QString &token, const QString &userIp)
{
    Question &question = call.question;
    question.http2Enabled = http2Enabled;
    question.sslConfiguration = sslConfiguration;

    QList<std::pair<QByteArray, QString>> fields;
    if (backendUrl.isEmpty()) {
        call.service = service;
        call.baseUrls = ReachableAddress::inOrder(service.baseUrls());
        for (const QUrl &baseUrl : std::as_const(call.baseUrls))
            question.urls.append(SmartCaptchaService(baseUrl).validateUrl());
        question.inBody = method == SmartCaptchaVerifier::Method::Post;
        fields.append({QByteArrayLiteral("secret"), serverKey.secretValue()});
    } else {
        question.urls.append(backendUrl.adjusted(QUrl::RemoveFragment));
        question.extraHeaders = extraHeaders;
    }
    fields.append({QByteArrayLiteral("token"), token});
    if (!userIp.isEmpty()) {
        if (isIpAddress(userIp)) {
            fields.append({QByteArrayLiteral("ip"), userIp});
        } else if (!warnedAboutIp) {
            warnedAboutIp = true;
            qCWarning(
                networkLog,
                "What was given as the person's address is no IP address, so it is not sent. From a list "
                "such as X-Forwarded-For, pass one entry, depending on your proxies, without a port.");
        }
    }
    question.form = formEncoded(fields);

    if (!question.inBody && !warnedAboutGet) {
        warnedAboutGet = true;
        qCWarning(networkLog,
                  "The verifier asks by GET: the server key and the token are part of the address, "
                  "which servers and proxies write into their logs. Use POST.");
    }
}

void SmartCaptchaVerifierPrivate::sendWaiting()
{
    while (underWay < maximumUnderWay && !waiting.empty()) {
        const quint64 id = waiting.front();
        waiting.pop_front();
        send(id, calls.at(id));
    }
}

void SmartCaptchaVerifierPrivate::send(quint64 id, Call &call)
{
    ++underWay;
    QNetworkAccessManager *used = manager();
    call.exchange = new Exchange(call.question, used, used == ownManager.get() ? ownManager : nullptr, q);
    QObject::connect(call.exchange, &Exchange::ended, q,
                     [this, id](const Outcome &outcome) { settle(id, outcome); });
    call.exchange->start(call.timeout);
}

void SmartCaptchaVerifierPrivate::settle(quint64 id, const Outcome &outcome)
{
    Call &call = calls.at(id);
    call.settled = true;
    call.result = judged(outcome, call.policy);
    qCDebug(networkLog) << call.result;
    if (!outcome.proxyProblem.isEmpty() && !warnedAboutProxy) {
        warnedAboutProxy = true;
        qCWarning(networkLog).noquote() << "Nothing can be verified:" << outcome.proxyProblem;
    }

    if (!outcome.tokenSent && !call.rememberedToken.isEmpty())
        memory.remove(call.rememberedToken);
    if (outcome.answeredBy > 0)
        ReachableAddress::remember(call.service.baseUrls(), call.baseUrls.at(outcome.answeredBy));
    // A dead HTTP/2 connection would take, and lose, the next requests too.
    const bool deadConnection = outcome.error == Error::Timeout && call.question.http2Enabled;
    if ((outcome.connectionBroken || deadConnection) && call.exchange
        && call.exchange->manager() == ownManager.get())
        dropOwnManager();

    // Always from the event loop: this may be within verify() or abort().
    QMetaObject::invokeMethod(
        q, [this, id] { deliver(id); }, Qt::QueuedConnection);

    if (call.exchange) {
        call.exchange->deleteLater();
        call.exchange = nullptr;
        --underWay;
        sendWaiting();
    }
}

void SmartCaptchaVerifierPrivate::deliver(quint64 id)
{
    const auto found = calls.find(id);
    if (found == calls.end())
        return;
    const QPointer<SmartCaptchaVerifier> verifier = q;
    const QPointer<SmartCaptchaReply> reply = found->second.reply;
    const SmartCaptchaResult result = found->second.result;
    calls.erase(found);

    // Slots of any of these signals may delete anything, including this object.
    if (reply) {
        reply->d->finished = true;
        reply->d->result = result;
        Q_EMIT reply->finished(result);
        if (reply)
            reply->deleteLater();
    }
    if (verifier)
        Q_EMIT verifier->finished(result);
    if (!verifier)
        return;
    if (result.isAccepted())
        Q_EMIT verifier->accepted(result);
    else
        Q_EMIT verifier->rejected(result);
}

QNetworkAccessManager *SmartCaptchaVerifierPrivate::manager()
{
    if (givenManager)
        return givenManager;
    if (!ownManager)
        ownManager = makeOwnManager();
    return ownManager.get();
}
