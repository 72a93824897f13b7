// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "verifierasker.h"

#include "shared/awaitedresult.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qsslconfiguration.h>

/// Keeps a number of verifications under way until there have been enough. Lives in its own thread.
class VerifierLoop : public QObject {
public:
    explicit VerifierLoop(const QUrl &serviceUrl)
        : m_verifier(this)
    {
        pointAt(m_verifier, serviceUrl);
        m_verifier.setTimeout(60000);
        QSslConfiguration configuration = m_verifier.sslConfiguration();
        configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
        m_verifier.setSslConfiguration(configuration);
        connect(&m_verifier, &SmartCaptchaVerifier::finished, this, [this](const SmartCaptchaResult &result) {
            if (result.verdict() != SmartCaptchaResult::Verdict::Human)
                qFatal("A verification failed: %s", qPrintable(result.details()));
            if (m_toAsk > 0)
                next();
            if (--m_toFinish == 0)
                m_done();
        });
    }

    void start(int total, int inFlight, const std::function<void()> &done)
    {
        m_done = done;
        m_toAsk = total;
        m_toFinish = total;
        for (int i = 0; i < inFlight && m_toAsk > 0; ++i)
            next();
    }

private:
    void next()
    {
        --m_toAsk;
        m_verifier.verify(freshToken());
    }

    SmartCaptchaVerifier m_verifier;
    std::function<void()> m_done;
    int m_toAsk = 0;
    int m_toFinish = 0;
};

VerifierAsker::VerifierAsker(const QUrl &serviceUrl, int threads)
{
    for (int i = 0; i < threads; ++i) {
        m_loops.push_back(new VerifierLoop(serviceUrl));
        if (threads == 1)
            break;
        m_threads.push_back(std::make_unique<QThread>());
        m_loops.back()->moveToThread(m_threads.back().get());
        m_threads.back()->start();
    }
}

VerifierAsker::~VerifierAsker()
{
    for (VerifierLoop *loop : m_loops)
        m_threads.empty() ? delete loop : loop->deleteLater();
    for (const auto &thread : m_threads) {
        thread->quit();
        thread->wait();
    }
}

void VerifierAsker::ask(int total, int inFlight)
{
    if (m_threads.empty()) {
        QEventLoop loop;
        m_loops.front()->start(total, inFlight, [&loop] { loop.quit(); });
        loop.exec();
        return;
    }
    const int count = static_cast<int>(m_loops.size());
    QSemaphore done;
    for (VerifierLoop *loop : m_loops) {
        QMetaObject::invokeMethod(loop, [loop, total, inFlight, count, &done] {
            loop->start(total / count, qMax(1, inFlight / count), [&done] { done.release(); });
        });
    }
    done.acquire(count);
}
