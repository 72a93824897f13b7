// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "check.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qsslcertificate.h>

QT_BEGIN_NAMESPACE
class QHostInfo;
QT_END_NAMESPACE

namespace Doctor {

/// Requests the captcha's script from one address of the service, and records how far it gets.
class ServiceProbe : public QObject {
    Q_OBJECT

public:
    /// Starts at once and ends within @p deadline milliseconds.
    ServiceProbe(const QUrl &baseUrl, int deadline, QObject *parent = nullptr);
    ~ServiceProbe() override;

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

    /// True when the address has answered.
    [[nodiscard]] bool isReachable() const { return m_status > 0; }

    /// The results. With @p hasOther, another address works, so a failure here is only a warning.
    [[nodiscard]] Checks checks(bool hasOther) const;

Q_SIGNALS:
    void ended();

private:
    void lookUp();
    void request();
    void endWhenDone();
    void end();
    [[nodiscard]] Check dnsCheck(State failure) const;
    [[nodiscard]] Check answerCheck(State failure) const;
    [[nodiscard]] Check proxyCheck() const;
    [[nodiscard]] Check certificateCheck() const;
    [[nodiscard]] Check timeCheck() const;

    const QUrl m_baseUrl;
    QNetworkAccessManager m_network;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    QString m_proxyProblem; // before m_proxy, which it is found with
    QString m_proxy;
    QStringList m_addresses;
    QString m_lookupError;
    bool m_lookupEnded = false;
    QString m_error;
    QStringList m_tlsErrors;
    QSslCertificate m_certificate;
    QString m_protocol;
    qint64 m_elapsed = 0;
    int m_status = 0;
    QDateTime m_theirTime;
    QDateTime m_ourTime;
    bool m_requestEnded = false;
    bool m_hasEnded = false;
};

} // namespace Doctor
