// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaverifier.h"

#include "core/verify/headerfield.h"
#include "core/verify/networklog.h"
#include "core/verify/smartcaptchaverifierprivate.h"
#include "core/verify/verificationfuture.h"
#include "foundation/milliseconds.h"

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qcoreevent.h>
#include <QtCore/qpointer.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qsslsocket.h>

using namespace SmartCaptcha::Internal;

SmartCaptchaVerifier::SmartCaptchaVerifier(QObject *parent)
    : QObject(parent)
    , d(new SmartCaptchaVerifierPrivate(this))
{
}

SmartCaptchaVerifier::~SmartCaptchaVerifier()
{
    d->close();
}

SmartCaptchaServerKey SmartCaptchaVerifier::serverKey() const
{
    return d->settings().serverKey;
}

void SmartCaptchaVerifier::setServerKey(const SmartCaptchaServerKey &key)
{
    if (d->settings().serverKey == key)
        return;
    d->changeSettings().serverKey = key;
    Q_EMIT serverKeyChanged(key);
}

SmartCaptchaService SmartCaptchaVerifier::service() const
{
    return d->settings().service;
}

void SmartCaptchaVerifier::setService(const SmartCaptchaService &service)
{
    if (d->settings().service == service)
        return;
    d->changeSettings().service = service;
    Q_EMIT serviceChanged(service);
}

QUrl SmartCaptchaVerifier::backendUrl() const
{
    return d->settings().backendUrl;
}

void SmartCaptchaVerifier::setBackendUrl(const QUrl &url)
{
    if (d->settings().backendUrl == url)
        return;
    const QPointer<SmartCaptchaVerifier> guard(this);
    const SmartCaptchaPolicy before = policy();
    d->changeSettings().backendUrl = url;
    Q_EMIT backendUrlChanged(url);
    if (guard && policy() != before)
        Q_EMIT policyChanged(policy());
}

QMap<QByteArray, QByteArray> SmartCaptchaVerifier::extraHeaders() const
{
    return d->settings().extraHeaders;
}

bool SmartCaptchaVerifier::setExtraHeader(const QByteArray &name, const QByteArray &value)
{
    if (!isAllowedHeader(name, value))
        return false;
    const QList<QByteArray> names = d->settings().extraHeaders.keys();
    for (const QByteArray &present : names) {
        if (present.compare(name, Qt::CaseInsensitive) == 0)
            d->changeSettings().extraHeaders.remove(present);
    }
    if (!value.isEmpty())
        d->changeSettings().extraHeaders.insert(name, value);
    return true;
}

bool SmartCaptchaVerifier::setExtraHeaders(const QMap<QByteArray, QByteArray> &headers)
{
    for (auto it = headers.cbegin(); it != headers.cend(); ++it) {
        if (!isAllowedHeader(it.key(), it.value()))
            return false;
    }
    d->changeSettings().extraHeaders.clear();
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        setExtraHeader(it.key(), it.value());
    return true;
}

int SmartCaptchaVerifier::timeout() const
{
    return d->settings().timeout;
}

std::chrono::milliseconds SmartCaptchaVerifier::timeoutAsDuration() const
{
    return std::chrono::milliseconds(d->settings().timeout);
}

void SmartCaptchaVerifier::setTimeout(std::chrono::milliseconds timeout)
{
    setTimeout(wholeMilliseconds(timeout));
}

void SmartCaptchaVerifier::setTimeout(int milliseconds)
{
    const int timeout = qBound(1, milliseconds, 600000);
    if (d->settings().timeout == timeout)
        return;
    d->changeSettings().timeout = timeout;
    Q_EMIT timeoutChanged(timeout);
}

SmartCaptchaPolicy SmartCaptchaVerifier::policy() const
{
    return d->policy();
}

void SmartCaptchaVerifier::setPolicy(const SmartCaptchaPolicy &policy)
{
    const bool changes = this->policy() != policy;
    d->setPolicy(policy);
    if (changes)
        Q_EMIT policyChanged(policy);
}

SmartCaptchaVerifier::Method SmartCaptchaVerifier::method() const
{
    return d->settings().method;
}

void SmartCaptchaVerifier::setMethod(Method method)
{
    if (d->settings().method == method)
        return;
    d->changeSettings().method = method;
    Q_EMIT methodChanged(method);
}

bool SmartCaptchaVerifier::isReuseCheckEnabled() const
{
    return d->reuseCheckEnabled;
}

void SmartCaptchaVerifier::setReuseCheckEnabled(bool enabled)
{
    if (d->reuseCheckEnabled == enabled)
        return;
    d->reuseCheckEnabled = enabled;
    if (!enabled)
        d->memory.clear();
    Q_EMIT reuseCheckEnabledChanged(enabled);
}

bool SmartCaptchaVerifier::isHttp2Enabled() const
{
    return d->settings().http2Enabled;
}

void SmartCaptchaVerifier::setHttp2Enabled(bool enabled)
{
    if (d->settings().http2Enabled == enabled)
        return;
    d->changeSettings().http2Enabled = enabled;
    d->beginNewConnections();
    Q_EMIT http2EnabledChanged(enabled);
}

QNetworkAccessManager *SmartCaptchaVerifier::networkAccessManager() const
{
    return d->givenManager;
}

void SmartCaptchaVerifier::setNetworkAccessManager(QNetworkAccessManager *manager)
{
    if (manager && manager->thread() != thread())
        qCWarning(networkLog) << "The network access manager lives in another thread than the verifier";
    d->givenManager = manager;
}

QSslConfiguration SmartCaptchaVerifier::sslConfiguration() const
{
    return d->sslConfiguration();
}

void SmartCaptchaVerifier::setSslConfiguration(const QSslConfiguration &configuration)
{
    QSslConfiguration verifying = configuration;
    verifying.setPeerVerifyMode(QSslSocket::VerifyPeer);
    d->changeSettings().sslConfiguration = verifying;
    // Qt pools connections without regard to their TLS settings.
    d->beginNewConnections();
}

SmartCaptchaReply *SmartCaptchaVerifier::verify(const QString &token, const QString &userIp)
{
    return d->ask(token, false, userIp);
}

SmartCaptchaReply *SmartCaptchaVerifier::verify(const SmartCaptchaToken &token, const QString &userIp)
{
    return d->ask(token.value(), token.isExpired(), userIp);
}

QFuture<SmartCaptchaResult> SmartCaptchaVerifier::verifyAsync(const QString &token, const QString &userIp)
{
    return verificationFuture(verify(token, userIp));
}

QFuture<SmartCaptchaResult> SmartCaptchaVerifier::verifyAsync(const SmartCaptchaToken &token,
                                                              const QString &userIp)
{
    return verificationFuture(verify(token, userIp));
}

void SmartCaptchaVerifier::verifyToken(const SmartCaptchaToken &token)
{
    verify(token);
}

void SmartCaptchaVerifier::preconnect()
{
    d->preconnect();
}

bool SmartCaptchaVerifier::event(QEvent *event)
{
    if (event->type() == QEvent::ThreadChange)
        d->leaveThread();
    return QObject::event(event);
}
