// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What happens to a program when ten thousand people send their tokens in the same moment: how long its event
// loop stands still, and how much memory each waiting token takes; with the verifier and with a
// QNetworkAccessManager.

#include "asker.h"
#include "benchmarkoptions.h"
#include "comparison.h"
#include "localnginx.h"
#include "processortime.h"
#include "shared/awaitedresult.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslconfiguration.h>

#include <functional>

#include <malloc.h>

namespace {

constexpr int warmUps = 2;
/// After so many answers the rest is dropped: the queue only gets shorter.
constexpr int answers = 500;

/// On a busy computer the processor time of the thread shows what the wall clock does not: for how long the
/// loop would have stood still if the thread had had a processor to itself.
double threadTime()
{
    return processorTimeOf(CLOCK_THREAD_CPUTIME_ID);
}

struct Observed {
    Figures stall; ///< Milliseconds.
    Figures busy; ///< The same in processor time.
    Figures memory; ///< KiB of each.
};

/// Sees how long the event loop is away.
class Ticks {
public:
    Ticks()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1);
        m_clock.start();
        m_processor = threadTime();
    }

    void tick()
    {
        const double now = threadTime();
        stall = qMax(stall, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
        busy = qMax(busy, now - m_processor);
        m_clock.restart();
        m_processor = now;
    }

    double stall = 0;
    double busy = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_processor = 0;
};

void observe(Observed &observed, int tokens, const std::function<void()> &ask, QEventLoop &loop)
{
    // All memory that the last run gave back is merged, so that both begin alike.
    malloc_trim(0);
    Ticks ticks;
    const size_t before = mallinfo2().uordblks;
    ask();
    const size_t after = mallinfo2().uordblks;
    ticks.tick();
    loop.exec();
    observed.stall.add(ticks.stall);
    observed.busy.add(ticks.busy);
    observed.memory.add(static_cast<double>(after - before) / 1024 / tokens);
}

/// Made beforehand: they are the application's.
QStringList freshTokens(int count)
{
    QStringList tokens;
    tokens.reserve(count);
    for (int i = 0; i < count; ++i)
        tokens.append(freshToken());
    return tokens;
}

void withVerifier(Observed &observed, int tokens, const LocalNginx &nginx)
{
    SmartCaptchaVerifier verifier;
    pointAt(verifier, nginx.url());
    verifier.setTimeout(600000);
    QSslConfiguration configuration = verifier.sslConfiguration();
    configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    verifier.setSslConfiguration(configuration);
    QEventLoop loop;
    int answered = 0;
    QObject::connect(&verifier, &SmartCaptchaVerifier::finished, &loop,
                     [&](const SmartCaptchaResult &result) {
                         if (result.verdict() != SmartCaptchaResult::Verdict::Human)
                             qFatal("A verification failed: %s", qPrintable(result.details()));
                         if (++answered == answers)
                             loop.quit();
                     });
    const QStringList fresh = freshTokens(tokens);
    observe(
        observed, tokens,
        [&] {
            for (const QString &token : fresh)
                verifier.verify(token);
        },
        loop);
    verifier.disconnect();
    // Not what is measured, and it would be warned about.
    for (SmartCaptchaReply *reply : verifier.findChildren<SmartCaptchaReply *>())
        reply->abort();
}

void withManager(Observed &observed, int tokens, const LocalNginx &nginx)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    QNetworkRequest request(nginx.validateUrl());
    request.setSslConfiguration(configuration);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QEventLoop loop;
    int answered = 0;
    QNetworkAccessManager manager;
    QObject::connect(&manager, &QNetworkAccessManager::finished, &loop, [&](QNetworkReply *reply) {
        if (reply->error() != QNetworkReply::NoError)
            qFatal("A request failed: %s", qPrintable(reply->errorString()));
        reply->deleteLater();
        if (++answered == answers)
            loop.quit();
    });
    const QStringList fresh = freshTokens(tokens);
    observe(
        observed, tokens,
        [&] {
            for (const QString &token : fresh)
                manager.post(request,
                             QByteArrayLiteral("secret=ysc2_0123456789abcdefg&token=")
                                 + QUrl::toPercentEncoding(token));
        },
        loop);
    manager.disconnect();
}

QList<Comparison> comparisons(const Observed &verifier, const Observed &manager, int tokens)
{
    const auto compare = [&](const char *what, const char *unit, Figures Observed::*figures) {
        Comparison comparison;
        comparison.row = 8;
        comparison.what = QString::fromLatin1(what).arg(tokens);
        comparison.unit = QLatin1String(unit);
        comparison.ours = QStringLiteral("verifier");
        comparison.series = {{comparison.ours, verifier.*figures}};
        if (!(manager.*figures).values().isEmpty()) {
            comparison.baseline = QStringLiteral("manager");
            comparison.series.insert(comparison.baseline, manager.*figures);
        }
        return comparison;
    };
    Comparison stall = compare("longest stall of the event loop, %1 at once", "ms", &Observed::stall);
    stall.goal = {{QStringLiteral("median"), 16}};
    const Comparison busy =
        compare("the same in processor time of the thread, %1 at once", "ms", &Observed::busy);
    Comparison memory = compare("memory of each that waits, %1 at once", "KiB", &Observed::memory);
    memory.goal = {{QStringLiteral("median"), 1}};
    return {stall, busy, memory};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options("Measured runs of each", 20,
                                   {numberOption("tokens", "Tokens at once", 10000),
                                    {QStringLiteral("no-manager"),
                                     QStringLiteral("Leave out QNetworkAccessManager, which takes long.")}});
    const int runs = options.runs();
    const int tokens = qMax(answers, options.number("tokens"));

    const LocalNginx nginx;
    Observed verifier;
    Observed manager;
    for (int run = -warmUps; run < runs; ++run) {
        if (run == 0)
            verifier = manager = {};
        withVerifier(verifier, tokens, nginx);
        if (!options.isSet(QStringLiteral("no-manager")))
            withManager(manager, tokens, nginx);
    }
    print(comparisons(verifier, manager, tokens), options.wantsJson());
    return 0;
}
