// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "foundation/secretbytes.h"
#include "terms.h"

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qbasictimer.h>
#include <QtCore/qbytearray.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>

#include <functional>
#include <memory>
#include <vector>

namespace SmartCaptcha::Internal {

class OneTimeBody;

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
    /// The index in Terms::baseUrls of the address that answered; -1 if none did, or the one that was tried
    /// first.
    qsizetype answeredByOther = -1;
    /// The connection broke. The manager's next request must not get it.
    bool connectionBroken = false;
    /// The answer may still come over that connection, and would be taken for that of the request that has
    /// the connection then.
    bool answerToCome = false;
};

/**
 * One request over the network, from start() to its one end.
 *
 * Goes on to the next address only when one could not be reached at all, and never sends a token twice. A
 * request that has not been sent because another connection broke is sent with another manager. Ends by
 * itself when the time is up. Destroying it drops the request silently.
 */
class Exchange : public QObject {
public:
    /// Called once, possibly from within start() or abort().
    using Ended = std::function<void(const Outcome &)>;

    /// Called when the connection has broken, before the end.
    using Broken = std::function<void()>;

    /// Asks with @p form. @p ownedManager keeps @p manager alive if it is the verifier's own; null if it is
    /// the application's.
    Exchange(std::shared_ptr<const Terms> terms, const SecretBytes &form, QNetworkAccessManager *manager,
             std::shared_ptr<QNetworkAccessManager> ownedManager, Ended ended, Broken broken);
    ~Exchange() override;

    /// Sends. The timeout of the terms begins when control returns to the event loop.
    void start();

    /// Sends with another manager of the verifier's own, if nothing of it can have left with the present one.
    void change(const std::shared_ptr<QNetworkAccessManager> &manager);

    /// Ends at once with Canceled.
    void abort();

    /// Whether the application's manager sends it.
    [[nodiscard]] bool usesGivenManager() const { return !m_ownedManager; }

    /// The manager that sends it; null if that has been destroyed.
    [[nodiscard]] QNetworkAccessManager *manager() const { return m_manager; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void sendToCurrentUrl();
    [[nodiscard]] qsizetype currentIndex() const;
    void readHeaders();
    void readBody();
    void readEnd();
    [[nodiscard]] bool mayHaveLeft() const;
    [[nodiscard]] bool isOfAnotherConnection(QNetworkReply::NetworkError error) const;
    [[nodiscard]] bool endsWithConnection() const;
    void end(SmartCaptchaResult::Error error, const QString &details = {});
    void dropReply();

    const std::shared_ptr<const Terms> m_terms;
    const SecretBytes m_form;
    const Ended m_ended;
    const Broken m_broken;
    /// The index in the terms of the address that is tried first.
    const qsizetype m_first;
    std::shared_ptr<QNetworkAccessManager> m_ownedManager;
    QPointer<QNetworkAccessManager> m_manager;
    // Of a request that has been sent anew. Qt may still be at work in them.
    std::vector<std::shared_ptr<QNetworkAccessManager>> m_formerManagers;
    /// Whether the manager is for this request alone.
    bool m_isAlone = false;
    QBasicTimer m_deadline;
    QElapsedTimer m_clock;
    QPointer<QNetworkReply> m_reply;
    QPointer<OneTimeBody> m_body;
    /// How many addresses have been tried before this one.
    qsizetype m_tried = 0;
    QString m_tlsErrors;
    Outcome m_outcome;
    bool m_running = false;
    /// Whether the timeout has begun.
    bool m_isTimed = false;
};

} // namespace SmartCaptcha::Internal
