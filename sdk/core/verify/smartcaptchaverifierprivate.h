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

/// What stands behind a SmartCaptchaVerifier: the calls that have not finished, and their queue.
class SmartCaptchaVerifierPrivate {
public:
    explicit SmartCaptchaVerifierPrivate(SmartCaptchaVerifier *verifier);

    /// Drops all calls. What a future's continuation may start meanwhile finishes as canceled, too.
    void close();

    /// The verifier is about to be moved to another thread: nothing of the network must stay behind.
    void leaveThread();

    SmartCaptchaReply *ask(const QString &token, bool expired, const QString &userIp);
    void abort(quint64 id);
    void preconnect();

    /// The one that was set, or the default for whoever is asked.
    [[nodiscard]] SmartCaptchaPolicy policy() const;

    /// The connections of the verifier's own manager are not to be used any more.
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
        /// What the addresses of the question are below, in their order; empty with a backend.
        QList<QUrl> baseUrls;
        int timeout = 0;
        SmartCaptchaPolicy policy;
        /// Kept to take it out of the memory again; empty where it is not in there.
        QString rememberedToken;
        SmartCaptcha::Internal::Exchange *exchange = nullptr;
        SmartCaptchaResult result;
        bool settled = false;
    };

    /// Why there is nothing to send; null when there is.
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
    /// By number, because a reply, an exchange and the queue each may be gone before the others.
    std::map<quint64, Call> calls;
    std::deque<quint64> waiting;
    quint64 lastId = 0;
    int underWay = 0;
    bool warnedAboutGet = false;
    bool warnedAboutProxy = false;
    bool warnedAboutIp = false;
    bool closing = false;
};
