// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaverifierprivate.h"

#include "core/clock/clock.h"
#include "core/service/proxyinforce.h"
#include "core/service/reachableaddress.h"
#include "foundation/ipaddress.h"
#include "foundation/secureurl.h"
#include "judgement.h"
#include "networklog.h"
#include "ownmanager.h"
#include "proxychoice.h"
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

/// For how long, in milliseconds, a connection is taken to be open that nothing has been sent over. Networks
/// drop such connections without a word. Qt forgets them after as long, but not while preconnect() is called.
constexpr qint64 trusted = 120000;

/// The application's default settings, with TLS 1.2 or later and with the peer's certificate verified.
QSslConfiguration defaultSslConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (configuration.protocol() != QSsl::TlsV1_3 && configuration.protocol() != QSsl::TlsV1_3OrLater)
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

} // namespace

SmartCaptchaVerifierPrivate::SmartCaptchaVerifierPrivate(SmartCaptchaVerifier *verifier)
    : q(verifier)
    , connections(std::make_shared<Connections>())
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
    std::map<quint64, Call> dropped = std::move(calls);
    calls.clear();
    for (auto &[id, call] : dropped)
        call.exchange.reset();
    for (const auto &[id, call] : dropped)
        delete call.reply;
}

void SmartCaptchaVerifierPrivate::leaveThread()
{
    // The newest first: they are still waiting, and would be sent as soon as those before them end.
    for (auto it = calls.rbegin(); it != calls.rend(); ++it)
        abort(it->first);
    // Deleted now, not later by the event loop of the other thread.
    for (auto &[id, call] : calls) {
        call.exchange.reset();
        call.terms->connections->manager.reset();
    }
    connections->manager.reset();
}

void SmartCaptchaVerifierPrivate::beginNewConnections()
{
    terms.reset();
    connections = std::make_shared<Connections>();
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
    call.terms = currentTerms();

    Fault fault = faultOf(token, expired);
    if (fault.error == Error::NoError) {
        // Qt's conversion takes room for three bytes a character.
        const SecretBytes converted(token.toUtf8());
        call.token = SecretBytes(QByteArray(converted.bytes().constData(), converted.bytes().size()));
        if (reuseCheckEnabled) {
            call.isRemembered = memory.add(call.token);
            if (!call.isRemembered)
                fault.error = Error::TokenReused;
        }
    }
    if (fault.error != Error::NoError) {
        Outcome outcome;
        outcome.error = fault.error;
        outcome.details = fault.details;
        settle(id, outcome);
        return reply;
    }
    call.userIp = usableIp(userIp);
    if (!call.terms->inBody)
        warnAboutGet();
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
    QUrl url = settings().backendUrl;
    if (url.isEmpty())
        url = settings().service.validateUrl();
    // There is nothing to gain over http, which is for loopback only.
    if (closing || !SecureUrl::isUsable(url) || url.scheme() != QLatin1String("https")
        || !QSslSocket::supportsSsl())
        return;
    // A slot connected to that manager's sslErrors() could accept a bad certificate unnoticed.
    if (givenManager)
        return;
    if (!ProxyInForce::forUrl(url).problem.isEmpty())
        return;
    // The request must find a connection like the one it would open itself: the same settings and the same
    // version of HTTP.
    QSslConfiguration configuration = sslConfiguration();
    if (settings().http2Enabled) {
        configuration.setAllowedNextProtocols(
            {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    }
    if (underWay == 0 && Clock::now() - connections->usedAt > trusted)
        connections->manager.reset();
    managerOf(*connections)->connectEarly(url, configuration);
}

SmartCaptchaPolicy SmartCaptchaVerifierPrivate::policy() const
{
    if (givenPolicy)
        return *givenPolicy;
    return settings().backendUrl.isEmpty() ? SmartCaptchaPolicy::serviceAdvice()
                                           : SmartCaptchaPolicy::strict();
}

const QSslConfiguration &SmartCaptchaVerifierPrivate::sslConfiguration()
{
    if (!settingsNow.sslConfiguration)
        settingsNow.sslConfiguration = defaultSslConfiguration();
    return *settingsNow.sslConfiguration;
}

const std::shared_ptr<const Terms> &SmartCaptchaVerifierPrivate::currentTerms()
{
    if (!terms)
        terms = std::make_shared<const Terms>(settings(), sslConfiguration(), policy(), connections);
    return terms;
}

SmartCaptchaVerifierPrivate::Fault SmartCaptchaVerifierPrivate::faultOf(const QString &token,
                                                                        bool expired) const
{
    if (givenManager && givenManager->thread() != q->thread())
        return {Error::InvalidRequest, QStringLiteral("the network access manager lives in another thread")};
    if (terms->fault != Error::NoError)
        return {terms->fault, terms->faultDetails};
    if (QStringView(token).trimmed().isEmpty())
        return {Error::InvalidRequest, QStringLiteral("the token is empty")};
    if (token.size() > SmartCaptchaVerifier::MaximumTokenLength)
        return {Error::InvalidRequest, QStringLiteral("the token is too long")};
    if (expired)
        return {Error::TokenExpired, {}};
    if (terms->lacksTls) {
        return {Error::Tls,
                QStringLiteral("this Qt has no TLS: its plugin (plugins/tls) or OpenSSL is missing")};
    }
    return {};
}

/// @p userIp, or nothing if it is no address.
QByteArray SmartCaptchaVerifierPrivate::usableIp(const QString &userIp)
{
    if (userIp.isEmpty() || isIpAddress(userIp))
        return userIp.toUtf8();
    if (!warnedAboutIp) {
        warnedAboutIp = true;
        qCWarning(networkLog,
                  "What was given as the person's address is no IP address, so it is not sent. From a list "
                  "such as X-Forwarded-For, pass one entry, depending on your proxies, without a port.");
    }
    return {};
}

void SmartCaptchaVerifierPrivate::warnAboutGet()
{
    if (warnedAboutGet)
        return;
    warnedAboutGet = true;
    qCWarning(networkLog,
              "The verifier asks by GET: the server key and the token are part of the address, "
              "which servers and proxies write into their logs. Use POST.");
}

void SmartCaptchaVerifierPrivate::sendWaiting()
{
    // A call that ends at once gets here again, from below.
    if (std::exchange(isSendingWaiting, true))
        return;
    while (underWay < maximumUnderWay && !waiting.empty()) {
        const quint64 id = waiting.front();
        waiting.pop_front();
        send(id, calls.at(id));
    }
    isSendingWaiting = false;
}

void SmartCaptchaVerifierPrivate::send(quint64 id, Call &call)
{
    ++underWay;
    std::shared_ptr<QNetworkAccessManager> own;
    if (!givenManager) {
        own = managerOf(*call.terms->connections);
        call.terms->connections->usedAt = Clock::now();
    }
    call.exchange = std::make_unique<Exchange>(
        call.terms, call.terms->formFor(call.token, call.userIp), own ? own.get() : givenManager.data(), own,
        [this, id](const Outcome &outcome) { settle(id, outcome); },
        [this, id] { connectionBreaks(calls.at(id)); });
    call.exchange->start();
}

void SmartCaptchaVerifierPrivate::settle(quint64 id, const Outcome &outcome)
{
    Call &call = calls.at(id);
    call.settled = true;
    call.result = judged(outcome, call.terms->policy);
    qCDebug(networkLog) << call.result;
    if (!outcome.proxyProblem.isEmpty() && !warnedAboutProxy) {
        warnedAboutProxy = true;
        qCWarning(networkLog).noquote() << "Nothing can be verified:" << outcome.proxyProblem;
    }

    if (!outcome.tokenSent && call.isRemembered)
        memory.remove(call.token);
    if (outcome.answeredByOther >= 0 && !call.terms->baseUrls.isEmpty())
        ReachableAddress::remember(call.terms->baseUrls, call.terms->baseUrls.at(outcome.answeredByOther));
    // A dead HTTP/2 connection would take, and lose, the next requests too, and so would a handshake that
    // never ends.
    const bool deadConnection =
        outcome.error == Error::Timeout && (call.terms->http2Enabled || !outcome.tokenSent);
    if ((outcome.connectionBroken || deadConnection) && call.exchange && !call.exchange->usesGivenManager())
        leave(*call.terms->connections, call.exchange->manager(), outcome.answerToCome);

    // Always from the event loop: this may be within verify() or abort().
    QMetaObject::invokeMethod(
        q, [this, id] { deliver(id); }, Qt::QueuedConnection);

    // It is deleted in deliver(), when none of its functions is running any more.
    if (call.exchange) {
        --underWay;
        sendWaiting();
    }
}

/// Qt 6.8 sends the manager's next request over that connection's successor and takes it for the one that
/// broke, so that it fails as well, although the service answers it. It waits while this runs.
void SmartCaptchaVerifierPrivate::connectionBreaks(const Call &call)
{
    if (!call.exchange->usesGivenManager())
        leave(*call.terms->connections, call.exchange->manager(), true);
}

/// The connections of @p manager will not be used any more, and with @p byNone not even by the requests that
/// Qt has already, as long as nothing of them has been sent.
void SmartCaptchaVerifierPrivate::leave(Connections &own, const QNetworkAccessManager *manager, bool byNone)
{
    if (own.manager.get() == manager)
        own.manager.reset();
    if (!byNone)
        return;
    for (const auto &[id, call] : calls) {
        if (!call.settled && call.exchange && call.exchange->manager() == manager)
            call.exchange->change(managerOf(own));
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

const std::shared_ptr<OwnManager> &SmartCaptchaVerifierPrivate::managerOf(Connections &own)
{
    if (!own.manager || own.manager->hasFailed()) {
        own.manager = std::make_shared<OwnManager>();
        own.usedAt = Clock::now();
    }
    return own.manager;
}
