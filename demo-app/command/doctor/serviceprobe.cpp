// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "serviceprobe.h"

#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qlocale.h>
#include <QtCore/qtimezone.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qhostinfo.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslerror.h>
#include <QtNetwork/qsslsocket.h>

#include <cstdlib>

namespace Doctor {

namespace {

constexpr qint64 tolerableSeconds = 60;
constexpr qint64 certificateDays = 14;
constexpr int okStatus = 200;

QString proxyFor(const QUrl &url, QString *problem)
{
    const QNetworkProxy proxy = SmartCaptcha::proxyFor(url, problem);
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy)
        return {};
    // The address only: a proxy's user name and password must not be printed.
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLS 1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLS 1.3");
    default:
        return QStringLiteral("TLS");
    }
}

/// The one date format that HTTP servers must send; Qt's own parser for it does not know "GMT".
QDateTime httpDate(const QByteArray &text)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeZone(QTimeZone::utc());
    return time;
}

} // namespace

ServiceProbe::ServiceProbe(const QUrl &baseUrl, int deadline, QObject *parent)
    : QObject(parent)
    , m_baseUrl(baseUrl)
    , m_proxy(proxyFor(baseUrl, &m_proxyProblem))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this, deadline] {
        if (!m_lookupEnded)
            m_lookupError = QStringLiteral("no answer within %1 seconds").arg(deadline / 1000);
        if (!m_requestEnded)
            m_error = QStringLiteral("no answer within %1 seconds").arg(deadline / 1000);
        end();
    });
    m_deadline.start(deadline);
    m_clock.start();
    lookUp();
    request();
}

ServiceProbe::~ServiceProbe() = default;

void ServiceProbe::lookUp()
{
    QHostInfo::lookupHost(m_baseUrl.host(), this, [this](const QHostInfo &info) {
        m_lookupEnded = true;
        const QList<QHostAddress> addresses = info.addresses();
        for (const QHostAddress &address : addresses)
            m_addresses << address.toString();
        if (info.error() != QHostInfo::NoError)
            m_lookupError = info.errorString();
        endWhenDone();
    });
}

void ServiceProbe::request()
{
    QNetworkRequest request(SmartCaptchaService(m_baseUrl).scriptUrl());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    QNetworkReply *const reply = m_network.get(request);
    const auto readTls = [this, reply] {
        const QSslConfiguration tls = reply->sslConfiguration();
        m_certificate = tls.peerCertificate();
        m_protocol = protocolName(tls.sessionProtocol());
    };
    connect(reply, &QNetworkReply::encrypted, this, readTls);
    connect(reply, &QNetworkReply::sslErrors, this, [this, readTls](const QList<QSslError> &errors) {
        readTls();
        for (const QSslError &error : errors)
            m_tlsErrors << error.errorString();
        m_tlsErrors.removeDuplicates();
    });
    const auto readAnswer = [this, reply] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (m_status != 0 || status == 0)
            return;
        m_status = status;
        m_elapsed = m_clock.elapsed();
        m_ourTime = QDateTime::currentDateTimeUtc();
        m_theirTime = httpDate(reply->rawHeader("Date"));
    };
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply, readAnswer] {
        readAnswer();
        // The headers are enough. Not aborted from within the signal: the reply may be about to report an
        // error.
        if (m_status != 0)
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, readAnswer] {
        reply->deleteLater();
        m_requestEnded = true;
        // Errors can arrive without metaDataChanged().
        readAnswer();
        if (m_status == 0)
            m_error = reply->errorString();
        endWhenDone();
    });
}

void ServiceProbe::endWhenDone()
{
    // An address that has answered needs no DNS lookup.
    if (m_requestEnded && (m_lookupEnded || isReachable()))
        end();
}

void ServiceProbe::end()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_deadline.stop();
    Q_EMIT ended();
}

Checks ServiceProbe::checks(bool hasOther) const
{
    const State failure = hasOther ? State::Warning : State::Problem;
    Checks all{dnsCheck(failure), answerCheck(failure)};
    if (!m_certificate.isNull() || !m_tlsErrors.isEmpty())
        all << certificateCheck();
    if (isReachable())
        all << timeCheck();
    all << proxyCheck();
    return all;
}

Check ServiceProbe::proxyCheck() const
{
    const QString id = QStringLiteral("proxy");
    const QString title = QStringLiteral("Proxy");
    if (!m_proxyProblem.isEmpty()) {
        return {
            id, title, State::Problem, m_proxyProblem,
            QStringLiteral("without a usable proxy the verifier sends nothing; correct the variable, or name "
                           "the service in no_proxy")};
    }
    return {id,
            title,
            State::Ok,
            m_proxy.isEmpty() ? QStringLiteral("%1: none").arg(m_baseUrl.host())
                              : QStringLiteral("%1: by way of %2").arg(m_baseUrl.host(), m_proxy),
            {}};
}

Check ServiceProbe::dnsCheck(State failure) const
{
    const QString id = QStringLiteral("dns");
    const QString title = QStringLiteral("DNS");
    if (!m_addresses.isEmpty())
        return {id,
                title,
                State::Ok,
                QStringLiteral("%1: %2").arg(m_baseUrl.host(), m_addresses.join(QStringLiteral(", "))),
                {}};
    // A proxy resolves the name itself.
    if (isReachable())
        return {id,
                title,
                State::Ok,
                QStringLiteral("%1: not known here, and not needed").arg(m_baseUrl.host()),
                {}};
    return {id, title, m_proxy.isEmpty() ? failure : State::Warning,
            QStringLiteral("%1: not found (%2)").arg(m_baseUrl.host(), m_lookupError),
            QStringLiteral("check the connection and the name servers of this computer")};
}

Check ServiceProbe::answerCheck(State failure) const
{
    const QString id = QStringLiteral("connection");
    const QString title = QStringLiteral("Connection");
    const QString host = m_baseUrl.authority();
    if (!isReachable()) {
        const bool certificate = !m_tlsErrors.isEmpty();
        return {id, title, failure, QStringLiteral("%1: not reached (%2)").arg(host, m_error),
                certificate ? QStringLiteral("see the certificate below")
                            : QStringLiteral("check the connection, the firewall and the proxy")};
    }
    const QString how = m_baseUrl.scheme() == QLatin1String("https")
        ? m_protocol
        : QStringLiteral("without TLS, which is for this computer only");
    if (m_status != okStatus)
        return {id, title, State::Warning,
                QStringLiteral("%1: answers to captcha.js with status %2").arg(host).arg(m_status),
                QStringLiteral("something in between may block it: a proxy, a filter, a sign-in page")};
    return {id, title, State::Ok, QStringLiteral("%1: %2, %3 ms").arg(host, how).arg(m_elapsed), {}};
}

Check ServiceProbe::certificateCheck() const
{
    const QString id = QStringLiteral("certificate");
    const QString title = QStringLiteral("Certificate");
    const QString host = m_baseUrl.host();
    const QString issuer = m_certificate.issuerInfo(QSslCertificate::Organization)
                               .value(0, m_certificate.issuerInfo(QSslCertificate::CommonName).value(0));
    if (!m_tlsErrors.isEmpty())
        return {
            id, title, State::Problem,
            QStringLiteral("%1: refused: %2 (issued by %3)")
                .arg(host, m_tlsErrors.join(QStringLiteral(" ")),
                     issuer.isEmpty() ? QStringLiteral("nobody") : issuer),
            QStringLiteral("check this computer's clock and root certificates (ca-certificates), and whether "
                           "a proxy decrypts connections")};
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(m_certificate.expiryDate());
    return {id, title, days < certificateDays ? State::Warning : State::Ok,
            QStringLiteral("%1: issued by %2, valid until %3")
                .arg(host, issuer, m_certificate.expiryDate().date().toString(Qt::ISODate)),
            days < certificateDays ? QStringLiteral("it expires soon; its owner has to renew it")
                                   : QString()};
}

Check ServiceProbe::timeCheck() const
{
    // The answer was written about halfway between sending and receiving it.
    const qint64 seconds = m_theirTime.secsTo(m_ourTime.addMSecs(-m_elapsed / 4));
    const QString host = m_baseUrl.host();
    const QString id = QStringLiteral("time");
    const QString title = QStringLiteral("Time");
    if (!m_theirTime.isValid())
        return {id, title, State::Ok, QStringLiteral("%1: does not tell the time").arg(host), {}};
    if (std::abs(seconds) <= tolerableSeconds)
        return {id, title, State::Ok, QStringLiteral("%1: the clocks agree").arg(host), {}};
    return {id, title, State::Warning,
            QStringLiteral("%1: this computer's clock is %2 seconds %3")
                .arg(host)
                .arg(std::abs(seconds))
                .arg(seconds > 0 ? QStringLiteral("ahead") : QStringLiteral("behind")),
            QStringLiteral("set the clock (systemctl start systemd-timesyncd): certificates depend on it")};
}

} // namespace Doctor
