// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"
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

    /// The connections of the verifier's own manager will not be used any more.
    void dropOwnManager() { ownManager.reset(); }

    SmartCaptchaServerKey serverKey;
    SmartCaptchaService service;
    QUrl backendUrl;
    QMap<QByteArray, QByteArray> extraHeaders;
    int timeout = 5000;
    std::optional<SmartCaptchaPolicy> givenPolicy;
    SmartCaptchaVerifier::Method method = SmartCaptchaVerifier::Method::Post;
    bool reuseCheckEnabled = true;
    bool http2Enabled = false;
    QSslConfiguration sslConfiguration;
    QPointer<QNetworkAccessManager> givenManager;
    SmartCaptcha::Internal::TokenMemory memory;

private:
    struct Call {
        QPointer<SmartCaptchaReply> reply;
        SmartCaptcha::Internal::Question question;
        SmartCaptchaService service;
        /// The base addresses that the question's addresses were made from, in the same order; empty with a
        /// backend.
        QList<QUrl> baseUrls;
        int timeout = 0;
        SmartCaptchaPolicy policy;
        /// The token, to remove it from the memory again; empty if it is not in there.
        QString rememberedToken;
        SmartCaptcha::Internal::Exchange *exchange = nullptr;
        SmartCaptchaResult result;
        bool settled = false;
    };

    /// Why nothing can be sent; NoError if it can.
    struct Fault {
        SmartCaptchaResult::Error error = SmartCaptchaResult::Error::NoError;
        QString details;
    };

    [[nodiscard]] Fault faultOf(const QString &token, bool expired) const;
    void fill(Call &call, const QString &token, const QString &userIp);
    void sendWaiting();
    void send(quint64 id, Call &call);
    void settle(quint64 id, const SmartCaptcha::Internal::Outcome &outcome);
    void deliver(quint64 id);
    [[nodiscard]] QNetworkAccessManager *manager();

    SmartCaptchaVerifier *const q;
    std::shared_ptr<QNetworkAccessManager> ownManager;
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
};
