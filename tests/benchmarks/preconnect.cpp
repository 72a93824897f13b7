// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How long a person waits for the verdict after solving the captcha: with and without a connection opened
// beforehand, through a proxy, and when solving takes so long that the server has closed the connection
// meanwhile and it has been opened again; and with a QNetworkAccessManager. Every way has the same delay in
// both directions.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "delayingrelay.h"
#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtTest/qtest.h>

#include <vector>

namespace {

constexpr int warmUps = 2;
constexpr int delay = 25;
/// The person solves the captcha in this time, which is longer than opening a connection takes.
constexpr int solving = 400;

/// Where the service is, and how the person gets there.
struct Place {
    ScriptedServer &server;
    QUrl url;
    QNetworkProxy proxy;
};

struct Case {
    const char *name;
    Place &place;
    bool preconnected;
    /// Whether the server closes its idle connections while the person is solving.
    bool closes;
    bool manager;
    Figures wait; ///< Milliseconds.
};

QSslConfiguration trusting(QSslConfiguration configuration)
{
    configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    return configuration;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Milliseconds from verify() to finished().
double withVerifier(const Case &measured)
{
    SmartCaptchaVerifier verifier;
    pointAt(verifier, measured.place.url);
    verifier.setSslConfiguration(trusting(verifier.sslConfiguration()));
    if (measured.preconnected)
        verifier.preconnect();
    QTest::qWait(solving);
    if (measured.closes) {
        measured.place.server.closeConnections();
        QTest::qWait(solving);
        // As a captcha does every five seconds.
        verifier.preconnect();
        QTest::qWait(solving);
    }
    QElapsedTimer timer;
    timer.start();
    const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
    const double elapsed = milliseconds(timer);
    if (result.verdict() != SmartCaptchaResult::Verdict::Human)
        qFatal("%s: the run failed: %s", measured.name, qPrintable(result.details()));
    return elapsed;
}

double withManager(const Case &measured)
{
    QNetworkAccessManager manager;
    manager.setProxy(measured.place.proxy);
    QNetworkRequest request(QUrl(measured.place.url.toString() + QLatin1String("/validate")));
    request.setSslConfiguration(trusting(QSslConfiguration::defaultConfiguration()));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArrayLiteral("application/x-www-form-urlencoded"));
    QTest::qWait(solving);
    QElapsedTimer timer;
    timer.start();
    QNetworkReply *reply =
        manager.post(request, QByteArrayLiteral("secret=ysc2_0123456789abcdefg&token=token"));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!finished.wait(30000) || reply->error() != QNetworkReply::NoError)
        qFatal("%s: the run failed: %s", measured.name, qPrintable(reply->errorString()));
    return milliseconds(timer);
}

QList<Comparison> comparisons(const std::vector<Case> &cases)
{
    QList<Comparison> list;
    const Case *manager = nullptr;
    for (const Case &measured : cases) {
        if (measured.manager) {
            manager = &measured;
            continue;
        }
        Comparison comparison;
        comparison.row = 6;
        comparison.what = QStringLiteral("from solving to the verdict, a round trip takes %1 ms: %2")
                              .arg(2 * delay)
                              .arg(QLatin1String(measured.name));
        comparison.unit = QStringLiteral("ms");
        comparison.ours = QStringLiteral("verifier");
        comparison.baseline = QStringLiteral("manager");
        comparison.series = {{comparison.ours, measured.wait}, {comparison.baseline, manager->wait}};
        if (measured.preconnected)
            comparison.goal = {{QStringLiteral("median"), 1.05 * 2 * delay}};
        list.append(comparison);
    }
    return list;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options("Measured runs of each", 20);
    const int runs = options.runs();

    ScriptedServer server;
    server.startTls(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                    QStringLiteral(TEST_CERTIFICATES "/server.key"));
    DelayingRelay relay(server.serverPort(), delay);
    // Loopback is never reached through a proxy, so the service behind the proxy has another name.
    ScriptedServer farServer;
    farServer.startTls(QStringLiteral(TEST_CERTIFICATES "/wronghost.pem"),
                       QStringLiteral(TEST_CERTIFICATES "/wronghost.key"));
    DelayingRelay proxy(farServer.serverPort(), delay, DelayingRelay::Kind::Proxy);
    for (DelayingRelay *one : {&relay, &proxy}) {
        if (!one->listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
    }
    QNetworkProxyFactory::setUseSystemConfiguration(false);
    Place near{server, QUrl(QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort())),
               QNetworkProxy::NoProxy};
    Place far{farServer, QUrl(QStringLiteral("https://elsewhere.example")),
              QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort())};
    QNetworkProxy::setApplicationProxy(far.proxy);

    // Each is compared with the manager before it.
    std::vector<Case> cases = {
        {"manager", near, false, false, true, {}},
        {"without preconnect()", near, false, false, false, {}},
        {"with preconnect()", near, true, false, false, {}},
        {"with preconnect() once more, as the server has closed the connection", near, true, true, false, {}},
        {"manager, through a proxy", far, false, false, true, {}},
        {"with preconnect(), through a proxy", far, true, false, false, {}},
        {"with preconnect() once more, through a proxy", far, true, true, false, {}},
    };
    // Alternating, so that other load on the computer affects all alike.
    for (int run = -warmUps; run < runs; ++run) {
        for (Case &measured : cases) {
            if (run == 0)
                measured.wait = {};
            const double wait = measured.manager ? withManager(measured) : withVerifier(measured);
            measured.wait.add(wait);
        }
    }

    print(comparisons(cases), options.wantsJson());
    return 0;
}
