// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "foundation/secretbytes.h"

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qbytearray.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qmap.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qsslconfiguration.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkRequest;
class QSslError;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

class OneTimeBody;

/// What is sent, and how.
struct Question {
    /// The addresses, in the order to try them.
    QList<QUrl> urls;
    /// The form-encoded fields.
    SecretBytes form;
    /// Whether the form goes into the body or, if not, into the address.
    bool inBody = true;
    QMap<QByteArray, QByteArray> extraHeaders;
    bool http2Enabled = false;
    QSslConfiguration sslConfiguration;
};

/// What came back.
struct Outcome {
    /// NoError: there is an answer with status 200, whose body is still to be parsed.
    SmartCaptchaResult::Error error = SmartCaptchaResult::Error::NoError;
    int httpStatus = 0;
    QByteArray body;
    /// English, for the log; without key, token and address.
    QString details;
    /// ProxyInForce::problem, if nothing was sent because of it.
    QString proxyProblem;
    qint64 elapsed = 0;
    /// False if the token certainly did not leave this computer.
    bool tokenSent = false;
    /// The index of the address that answered; -1 if none did.
    qsizetype answeredBy = -1;
    /// The connection broke. The manager's next request must not get it: with Qt 6.8 that one would fail as
    /// well.
    bool connectionBroken = false;
};

/**
 * One request over the network, from start() to its one ended().
 *
 * Goes on to the next address only when one could not be reached at all, and never sends a token twice. A
 * request that has not been sent because another connection broke is sent with a manager of its own. Ends by
 * itself when the time is up. Destroying it drops the request silently.
 */
class Exchange : public QObject {
    Q_OBJECT

public:
    /// @p ownedManager keeps @p manager alive if it is the verifier's own; null if it is the application's.
    Exchange(const Question &question, QNetworkAccessManager *manager,
             std::shared_ptr<QNetworkAccessManager> ownedManager, QObject *parent);
    ~Exchange() override;

    /// Sends. @p timeout in milliseconds.
    void start(int timeout);

    /// Ends at once with Canceled.
    void abort();

    /// The manager that sends it; null if that has been destroyed.
    [[nodiscard]] QNetworkAccessManager *manager() const { return m_manager; }

Q_SIGNALS:
    /// Emitted once, possibly from within start() or abort().
    void ended(const SmartCaptcha::Internal::Outcome &outcome);

private:
    void sendToCurrentUrl();
    [[nodiscard]] QNetworkRequest requestFor(const QUrl &url) const;
    void readHeaders();
    void readBody();
    void readEnd();
    [[nodiscard]] bool mayHaveLeft() const;
    [[nodiscard]] bool isOfAnotherConnection(QNetworkReply::NetworkError error) const;
    [[nodiscard]] bool endsWithConnection() const;
    void end(SmartCaptchaResult::Error error, const QString &details = {});
    void dropReply();

    const Question m_question;
    std::shared_ptr<QNetworkAccessManager> m_ownedManager;
    QPointer<QNetworkAccessManager> m_manager;
    // Of a request that has been sent anew with a manager of its own. Qt may still be at work in it.
    std::shared_ptr<QNetworkAccessManager> m_formerManager;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    QPointer<QNetworkReply> m_reply;
    QPointer<OneTimeBody> m_body;
    qsizetype m_current = 0;
    QString m_tlsErrors;
    Outcome m_outcome;
    bool m_running = false;
};

} // namespace SmartCaptcha::Internal
