// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "footprint.h"
#include "length.h"

#include "core/clock/clock.h"
#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qfuturewatcher.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <optional>
#include <vector>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

namespace {

// What is under way at a time: twice as much as a verifier sends, so that some calls wait in its queue.
constexpr int atOnce = 12;
constexpr int stages = 10;

/// What a server does, and the result that it must lead to.
struct Fault {
    const char *name;
    int weight;
    ScriptedServer::Action action;
    Error error;
    Verdict verdict = Verdict::Undetermined;
    int status = 0;
};

std::vector<Fault> faults()
{
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    const QByteArray human = R"({"status":"ok","message":"","host":"example.com"})";
    const QByteArray robot = R"({"status":"failed","message":"","host":""})";
    const auto answer = &ScriptedServer::answer;
    const QByteArray whole =
        head + "Content-Length: " + QByteArray::number(human.size()) + "\r\n\r\n" + human;
    return {
        {"ok", 30, answer(human, "200 OK", {}), Error::NoError, Verdict::Human, 200},
        {"failed", 10, answer(robot, "200 OK", {}), Error::NoError, Verdict::Robot, 200},
        {"slow", 5, ScriptedServer::after(40, answer(human, "200 OK", {})), Error::NoError, Verdict::Human,
         200},
        {"drips", 3, ScriptedServer::drip(whole, 1), Error::NoError, Verdict::Human, 200},
        {"403", 3, answer(human, "403 Forbidden", {}), Error::HttpStatus, Verdict::Undetermined, 403},
        {"429", 3, answer({}, "429 Too Many Requests", {}), Error::HttpStatus, Verdict::Undetermined, 429},
        {"500", 3, answer("oops", "500 Oops", {}), Error::HttpStatus, Verdict::Undetermined, 500},
        {"redirect", 3, answer(human, "302 Found", "Location: /elsewhere\r\n"), Error::HttpStatus,
         Verdict::Undetermined, 302},
        {"500 without its body", 3,
         ScriptedServer::rawThenHang("HTTP/1.1 500 Oops\r\nContent-Length: 9\r\n\r\n"), Error::HttpStatus,
         Verdict::Undetermined, 500},
        {"web page", 3, answer("<html>ok</html>", "200 OK", {}), Error::BadReply, Verdict::Undetermined, 200},
        {"half of the JSON", 3, answer(human.left(20), "200 OK", {}), Error::BadReply, Verdict::Undetermined,
         200},
        {"huge", 3, answer(QByteArray(70 * 1024, ' ') + human, "200 OK", {}), Error::BadReply,
         Verdict::Undetermined, 200},
        {"garbage", 3, ScriptedServer::rawThenClose("220 smtp.example.com\r\n"), Error::Network},
        {"closes", 5, ScriptedServer::closeAtOnce(), Error::Network},
        {"resets", 5, ScriptedServer::reset(), Error::Network},
        {"cut", 5, ScriptedServer::rawThenClose(head + "Content-Length: 5000\r\n\r\n" + human),
         Error::Network, Verdict::Undetermined, 200},
        {"hangs", 5, ScriptedServer::hang(), Error::Timeout},
        {"hangs in its body", 5, ScriptedServer::rawThenHang(head + "Content-Length: 5000\r\n\r\n" + human),
         Error::Timeout},
        {"given up", 3, answer(human, "200 OK", {}), Error::Canceled},
        {"asked about again", 3, answer(human, "200 OK", {}), Error::TokenReused},
    };
}

} // namespace

/// Very many verifications by one verifier, with servers that misbehave at random.
class tst_endurance_verifications : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOneIsAnswered_data();
    void everyOneIsAnswered();

private:
    void ask();
    void answered(int number, const Fault &fault, const std::optional<SmartCaptchaResult> &result);
    void rest();

    const std::vector<Fault> m_faults = faults();
    QRandomGenerator m_random;
    ScriptedServer *m_server = nullptr;
    SmartCaptchaVerifier *m_verifier = nullptr;
    int m_wanted = 0;
    int m_signals = 0;
    int m_open = 0;
    QString m_usedToken;
    std::vector<quint8> m_answers; // how many each call has had
    QStringList m_problems;
};

void tst_endurance_verifications::everyOneIsAnswered_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    if (QSslSocket::supportsSsl())
        QTest::newRow("https") << true;
}

void tst_endurance_verifications::everyOneIsAnswered()
{
    QFETCH(bool, tls);
    m_random.seed(seed());
    ScriptedServer server;
    SmartCaptchaVerifier verifier;
    if (tls) {
        server.startTls(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                        QStringLiteral(TEST_CERTIFICATES "/server.key"));
        QSslConfiguration configuration = verifier.sslConfiguration();
        configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
        verifier.setSslConfiguration(configuration);
    } else {
        server.start();
    }
    // What goes wrong is the last part of the token.
    server.setAction([this](QTcpSocket *socket, const ScriptedServer::Request &request) {
        const QString token = request.form().value(QStringLiteral("token"));
        m_faults.at(token.section(QLatin1Char('-'), -1).toUInt()).action(socket, request);
    });
    pointAt(verifier, server.url());
    connect(&verifier, &SmartCaptchaVerifier::finished, this, [this] { ++m_signals; });
    m_server = &server;
    m_verifier = &verifier;
    m_problems.clear();
    m_answers.clear();
    m_signals = 0;

    const int each = rounds(300) / stages;
    std::vector<Footprint> footprints;
    m_answers.reserve(size_t(each * stages));
    std::printf("%9s %9s %11s %11s\n", "answered", "heap/KiB", "memory/KiB", "descriptors");
    for (int stage = 0; stage < stages; ++stage) {
        m_wanted = each * (stage + 1);
        for (int i = 0; i < atOnce; ++i)
            ask();
        int before = -1;
        while (m_open > 0 && before != m_signals) {
            before = m_signals;
            (void)eventually([&] { return m_open == 0 || m_signals - before > 100; });
        }
        QCOMPARE(m_open, 0);
        rest();
        const Footprint footprint = Footprint::atRest();
        footprints.push_back(footprint);
        std::printf("%9zu %9lld %11lld %11d\n", m_answers.size(), footprint.heap, footprint.memory,
                    footprint.descriptors);
        QVERIFY2(m_problems.isEmpty(), qPrintable(m_problems.join(QLatin1Char('\n'))));
        QCOMPARE(m_signals, m_wanted);
        QCOMPARE(std::count(m_answers.cbegin(), m_answers.cend(), 1), m_wanted);
    }
    if (m_wanted < 10000)
        return; // too few for figures: the libraries are still learning what they need
    // The first one tells the libraries what they need.
    const Footprint early = Footprint::leastOf(footprints, 1, 5);
    const Footprint late = Footprint::leastOf(footprints, 5, 10);
    QCOMPARE(late.descriptors, early.descriptors);
    // 50 bytes for each of five thousand; TLS keeps now more and now less.
    QVERIFY(late.heap <= early.heap * 103 / 100 + 256);
    QVERIFY(late.memory <= early.memory * 105 / 100 + 256);
}

void tst_endurance_verifications::ask()
{
    if (int(m_answers.size()) == m_wanted)
        return;
    int place = 0;
    for (const Fault &fault : m_faults)
        place += fault.weight;
    place = m_random.bounded(place);
    size_t index = 0;
    while (place >= m_faults.at(index).weight)
        place -= m_faults.at(index++).weight;
    // Nothing was asked about before the first one.
    if (m_faults.at(index).error == Error::TokenReused && m_usedToken.isEmpty())
        index = 0;
    const Fault &fault = m_faults.at(index);

    const int number = int(m_answers.size());
    m_answers.push_back(0);
    ++m_open;
    const bool again = fault.error == Error::TokenReused;
    const QString token = again ? m_usedToken : QStringLiteral("%1-%2").arg(number).arg(index);
    if (fault.error == Error::NoError)
        m_usedToken = token;
    // Only what must end so may end so.
    m_verifier->setTimeout(fault.error == Error::Timeout ? 200 : 120000);
    const bool givesUp = fault.error == Error::Canceled;
    if (m_random.bounded(2)) {
        SmartCaptchaReply *const reply = m_verifier->verify(token);
        connect(reply, &SmartCaptchaReply::finished, this,
                [=, &fault](const SmartCaptchaResult &result) { answered(number, fault, result); });
        if (givesUp)
            reply->abort();
        return;
    }
    auto *const watcher = new QFutureWatcher<SmartCaptchaResult>(this);
    connect(watcher, &QFutureWatcher<SmartCaptchaResult>::finished, this, [=, &fault] {
        watcher->deleteLater();
        // A future that was cancelled has no result.
        answered(number, fault,
                 givesUp && watcher->isCanceled() ? std::nullopt : std::optional(watcher->result()));
    });
    watcher->setFuture(m_verifier->verifyAsync(token));
    if (givesUp)
        watcher->cancel();
}

void tst_endurance_verifications::answered(int number, const Fault &fault,
                                           const std::optional<SmartCaptchaResult> &result)
{
    --m_open;
    ++m_answers.at(size_t(number));
    if (result
        && (result->error() != fault.error || result->verdict() != fault.verdict
            || (fault.error != Error::Timeout && result->httpStatus() != fault.status))) {
        QString text;
        QDebug(&text) << number << fault.name << *result;
        m_problems << text;
    }
    ask();
}

// Nothing is under way after this, and nothing is remembered that may be forgotten.
void tst_endurance_verifications::rest()
{
    EVENTUALLY_COMPARE(m_signals, m_wanted);
    // A fault of a connection makes the verifier drop them all, with what belongs to them.
    m_verifier->setTimeout(120000);
    QCOMPARE(resultOf(m_verifier->verify(QStringLiteral("rest-0"))).verdict(), Verdict::Human);
    m_signals = m_wanted;
    m_server->closeConnections();
    EVENTUALLY_COMPARE(m_server->openConnectionCount(), 0);
    m_server->forgetRequests();
    Clock::advance(SmartCaptchaToken::Lifetime);
    m_usedToken.clear();
    settle();
}

QTEST_GUILESS_MAIN(tst_endurance_verifications)
#include "verifications.moc"
