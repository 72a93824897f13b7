// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How long a user waits for the verdict after solving the captcha, with and without a connection opened
// beforehand.

#include "delayingrelay.h"
#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtextstream.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtTest/qtest.h>

#include <algorithm>

namespace {

constexpr int runs = 40;
constexpr int delay = 25;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return (values.at((values.size() - 1) / 2) + values.at(values.size() / 2)) / 2;
}

/// Milliseconds from verify() to finished().
double measured(const QUrl &url, bool preconnected)
{
    SmartCaptchaVerifier verifier;
    pointAt(verifier, url);
    QSslConfiguration configuration = verifier.sslConfiguration();
    configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    verifier.setSslConfiguration(configuration);
    if (preconnected)
        verifier.preconnect();
    // Meanwhile the user solves the captcha.
    QTest::qWait(500);
    QElapsedTimer timer;
    timer.start();
    const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
    const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (result.verdict() != SmartCaptchaResult::Verdict::Human)
        qFatal("The run failed: %s", qPrintable(result.details()));
    return elapsed;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    ScriptedServer server;
    server.startTls(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                    QStringLiteral(TEST_CERTIFICATES "/server.key"));
    DelayingRelay relay(server.serverPort(), delay);
    if (!relay.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
    const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort()));

    QList<double> cold;
    QList<double> warm;
    // Alternating, so that other load on the computer affects both alike.
    for (int i = 0; i < runs; ++i) {
        cold.append(measured(url, false));
        warm.append(measured(url, true));
    }
    const double without = median(cold);
    const double with = median(warm);
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    out << "Qt " << qVersion() << ", TLS through a relay with " << delay << " ms each way, " << runs
        << " runs of each, interleaved; medians of the time from verify() to finished():\n"
        << "without preconnect() " << without << " ms\n"
        << "with preconnect()    " << with << " ms\n"
        << "ratio                " << without / with << '\n';
    return 0;
}
