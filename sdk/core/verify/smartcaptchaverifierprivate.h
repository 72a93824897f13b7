// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"
#include "terms.h"
#include "tokenmemory.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qpointer.h>
#include <QtNetwork/qnetworkaccessmanager.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>

/// The inside of a SmartCaptchaVerifier: its settings, the calls that have not finished, and their queue.
class SmartCaptchaVerifierPrivate {
public:
    explicit SmartCaptchaVerifierPrivate(SmartCaptchaVerifier *verifier);

    /// Drops all calls. Calls that the continuation of a future makes meanwhile finish as canceled, too.
    void close();

    /// The verifier is about to be moved to another thread: aborts all calls and drops the network objects.
    void leaveThread();

    SmartCaptchaReply *ask(const QString &token, bool expired, const QString &userIp);
    void abort(quint64 id);
    void preconnect();

    /// The policy that was set, or else the default for the service or for a backend.
    [[nodiscard]] SmartCaptchaPolicy policy() const;

    /// Calls that are made from now on will not use the connections that there are.
    void beginNewConnections();

    [[nodiscard]] const SmartCaptcha::Internal::Settings &settings() const { return settingsNow; }

    /// The TLS settings; the application's default is taken if none are set.
    [[nodiscard]] const QSslConfiguration &sslConfiguration();

    /// For changing them: calls that are made from now on have the new ones.
    SmartCaptcha::Internal::Settings &changeSettings()
    {
        terms.reset();
        return settingsNow;
    }

    void setPolicy(const SmartCaptchaPolicy &policy)
    {
        terms.reset();
        givenPolicy = policy;
    }

    bool reuseCheckEnabled = true;
    QPointer<QNetworkAccessManager> givenManager;
    SmartCaptcha::Internal::TokenMemory memory;

private:
    /// Ten thousand of them may wait, so it holds no more than it must.
    struct Call {
        QPointer<SmartCaptchaReply> reply;
        std::shared_ptr<const SmartCaptcha::Internal::Terms> terms;
        /// In UTF-8, which is half as long.
        SmartCaptcha::Internal::SecretBytes token;
        QByteArray userIp;
        /// Null until it is sent.
        std::unique_ptr<SmartCaptcha::Internal::Exchange> exchange;
        SmartCaptchaResult result;
        /// Whether the token is in the memory.
        bool isRemembered = false;
        bool settled = false;
    };

    /// Why nothing can be sent; NoError if it can.
    struct Fault {
        SmartCaptchaResult::Error error = SmartCaptchaResult::Error::NoError;
        QString details;
    };

    [[nodiscard]] const std::shared_ptr<const SmartCaptcha::Internal::Terms> &currentTerms();
    [[nodiscard]] Fault faultOf(const QString &token, bool expired) const;
    [[nodiscard]] QByteArray usableIp(const QString &userIp);
    void warnAboutGet();
    void sendWaiting();
    void send(quint64 id, Call &call);
    void connectionBreaks(const Call &call);
    void leave(SmartCaptcha::Internal::Connections &own, const QNetworkAccessManager *manager, bool byNone);
    void settle(quint64 id, const SmartCaptcha::Internal::Outcome &outcome);
    void deliver(quint64 id);
    const std::shared_ptr<SmartCaptcha::Internal::OwnManager> &
    managerOf(SmartCaptcha::Internal::Connections &own);

    SmartCaptchaVerifier *const q;
    SmartCaptcha::Internal::Settings settingsNow;
    std::optional<SmartCaptchaPolicy> givenPolicy;
    /// Those of the settings as they are now; null until a call needs them.
    std::shared_ptr<const SmartCaptcha::Internal::Terms> terms;
    /// Those of the settings as they are now.
    std::shared_ptr<SmartCaptcha::Internal::Connections> connections;
    /// By number, because the reply, the exchange and the place in the queue may each be gone before the
    /// others.
    std::map<quint64, Call> calls;
    std::deque<quint64> waiting;
    quint64 lastId = 0;
    int underWay = 0;
    bool warnedAboutGet = false;
    bool warnedAboutProxy = false;
    bool warnedAboutIp = false;
    bool closing = false;
    bool isSendingWaiting = false;
};
