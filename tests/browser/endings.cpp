// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "endings.h"

#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qfile.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Scenario = SmartCaptchaEmulator::Scenario;
using State = SmartCaptcha::State;
using Code = SmartCaptchaError::Code;

namespace {

const QString checkbox = QStringLiteral("[data-testid=smartcaptcha-checkbox]");
const QString challenge = QStringLiteral("[data-testid=smartcaptcha-challenge] iframe");
const QString button = QStringLiteral("#js-button:enabled");

} // namespace

Endings::Endings(const WebDriverEngine::Kind &kind)
    : m_engine(kind)
{
}

void Endings::initTestCase()
{
    const QString missing = m_engine.missing();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
    const QString problem = m_engine.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void Endings::init()
{
    m_emulator.setScenario(Scenario::Human);
    SmartCaptchaOptions options(m_emulator.siteKey());
    options.setService(m_emulator.service());
    m_request = std::make_unique<SmartCaptchaBrowserRequest>(options);
    m_request->setOpensBrowser(false);
    m_outcomes.clear();
    connect(m_request.get(), &SmartCaptchaBrowserRequest::tokenReceived, this,
            [this] { m_outcomes << QStringLiteral("token"); });
    connect(m_request.get(), &SmartCaptchaBrowserRequest::cancelled, this,
            [this] { m_outcomes << QStringLiteral("cancelled"); });
    connect(m_request.get(), &SmartCaptchaBrowserRequest::errorOccurred, this,
            [this](const SmartCaptchaError &error) {
                m_outcomes << QVariant::fromValue(error.code()).toString();
            });
}

void Endings::cleanup()
{
    m_request.reset();
}

bool Endings::open(SmartCaptchaBrowserRequest &request)
{
    return m_engine.open(request.url()) && eventually([&] { return request.state() == State::Ready; });
}

bool Endings::press()
{
    return m_engine.click(checkbox, button);
}

bool Endings::solve()
{
    return press() && eventually([&] { return m_outcomes == QStringList{QStringLiteral("token")}; });
}

QString Endings::pageState()
{
    return m_engine.evaluate(QStringLiteral("document.documentElement.dataset.state || ''")).toString();
}

void Endings::solved()
{
    const QFuture<SmartCaptchaTokenResult> future = m_request->start();
    QVERIFY(open(*m_request));
    QVERIFY(solve());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
    QVERIFY(m_request->url().isEmpty());
    const SmartCaptchaToken token = future.result().token();
    // Nowhere where it would stay.
    const QString traces =
        m_engine
            .evaluate(QStringLiteral(
                "location.href + document.title + document.body.textContent + document.cookie"))
            .toString();
    QVERIFY(!traces.contains(token.value()));
    SmartCaptchaVerifier verifier;
    verifier.setServerKey(m_emulator.serverKey());
    verifier.setService(m_emulator.service());
    const SmartCaptchaReply *const reply = verifier.verify(token);
    QSignalSpy finished(reply, &SmartCaptchaReply::finished);
    QVERIFY(finished.wait());
    const auto result = finished.first().first().value<SmartCaptchaResult>();
    QVERIFY(result.isAccepted());
    QVERIFY2(result.host().startsWith(QLatin1String("127.0.0.1:")), qPrintable(result.host()));
    QCOMPARE(m_outcomes.size(), 1);
}

void Endings::challengeSolved()
{
    m_emulator.setScenario(Scenario::Challenge);
    m_request->start();
    QVERIFY(open(*m_request));
    QVERIFY(press());
    EVENTUALLY_COMPARE(m_request->state(), State::Challenge);
    QVERIFY(m_engine.type(challenge, QStringLiteral("input[name=rep]"), m_emulator.pendingAnswer()));
    QVERIFY(m_engine.click(challenge, QStringLiteral("[data-testid=submit]")));
    EVENTUALLY_COMPARE(m_outcomes, QStringList{QStringLiteral("token")});
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
}

void Endings::failedThenSolved()
{
    m_emulator.setScenario(Scenario::NetworkError);
    m_request->start();
    QVERIFY(open(*m_request));
    QVERIFY(press());
    EVENTUALLY_COMPARE(m_outcomes, QStringList{QStringLiteral("NetworkError")});
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("over"));
    m_outcomes.clear();
    m_emulator.setScenario(Scenario::Human);
    m_request->start();
    QVERIFY(open(*m_request));
    QVERIFY(solve());
}

void Endings::tabClosedThenOpenedAgain()
{
    m_request->start();
    const QUrl address = m_request->url();
    const QString first = m_engine.driver()->openTab();
    QVERIFY2(!first.isEmpty(), qPrintable(m_engine.driver()->problem()));
    QVERIFY(open(*m_request));
    QVERIFY(m_engine.driver()->closeTab());
    QVERIFY(m_engine.driver()->goToTab(first));
    // Longer than the page may be away.
    letPass(3500, "the page has to be missed");
    QVERIFY(m_outcomes.isEmpty());
    QCOMPARE(m_request->url(), address);
    QVERIFY(m_engine.open(address));
    QVERIFY(solve());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
}

void Endings::pageReloaded()
{
    m_emulator.setScenario(Scenario::Challenge);
    m_request->start();
    QVERIFY(open(*m_request));
    QVERIFY(press());
    EVENTUALLY_COMPARE(m_request->state(), State::Challenge);
    m_emulator.setScenario(Scenario::Human);
    QVERIFY(m_engine.open(m_request->url()));
    QVERIFY(solve());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
}

void Endings::openedTwice()
{
    m_request->start();
    QVERIFY(open(*m_request));
    const QString first = m_engine.driver()->openTab();
    QVERIFY2(!first.isEmpty(), qPrintable(m_engine.driver()->problem()));
    QVERIFY(m_engine.open(m_request->url()));
    QVERIFY(solve());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
    QVERIFY(m_engine.driver()->closeTab());
    QVERIFY(m_engine.driver()->goToTab(first));
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("replaced"));
}

void Endings::backButton()
{
    m_request->start();
    QVERIFY(m_engine.open(m_emulator.url().resolved(QUrl(QStringLiteral("/demo")))));
    QVERIFY(open(*m_request));
    QVERIFY(m_engine.driver()->goBack());
    QVERIFY(m_outcomes.isEmpty());
    QVERIFY(m_engine.open(m_request->url()));
    QVERIFY(solve());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
    // Back and forward: the page is not in the history to be used again.
    QVERIFY(m_engine.driver()->goBack());
    QCOMPARE(m_outcomes.size(), 1);
}

void Endings::applicationCancels()
{
    m_request->start();
    QVERIFY(open(*m_request));
    m_request->cancel();
    QCOMPARE(m_outcomes, QStringList{QStringLiteral("cancelled")});
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("over"));
}

void Endings::applicationQuits()
{
    m_request->start();
    QVERIFY(open(*m_request));
    m_request.reset();
    QVERIFY(m_outcomes.isEmpty());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("over"));
}

void Endings::browserNeverComes()
{
    SmartCaptchaOptions options = m_request->options();
    options.setLoadTimeout(1000);
    m_request->setOptions(options);
    m_request->start();
    letPass(1500, "the deadline of pages that are open");
    QVERIFY(m_outcomes.isEmpty());
    QCOMPARE(m_request->state(), State::Loading);
    m_request->cancel();
    QCOMPARE(m_outcomes, QStringList{QStringLiteral("cancelled")});
}

void Endings::siteNotAllowed()
{
    m_emulator.setScenario(Scenario::DomainNotAllowed);
    SmartCaptchaOptions options = m_request->options();
    options.setLoadTimeout(2000);
    m_request->setOptions(options);
    QFuture<SmartCaptchaTokenResult> future = m_request->start();
    QVERIFY(m_engine.open(m_request->url()));
    EVENTUALLY(!m_outcomes.isEmpty());
    QCOMPARE(m_outcomes, QStringList{QStringLiteral("LoadTimeout")});
    QVERIFY2(future.result().error().details().contains(QLatin1String("\"127.0.0.1\"")),
             qPrintable(future.result().error().details()));
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("over"));
}

void Endings::serviceFaults_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("pressed");
    QTest::newRow("script missing") << Scenario::ScriptMissing << QStringLiteral("LoadFailed") << false;
    QTest::newRow("script error") << Scenario::JavascriptError << QStringLiteral("JavascriptError") << true;
    QTest::newRow("empty token") << Scenario::EmptyToken << QStringLiteral("ProtocolError") << true;
}

void Endings::serviceFaults()
{
    QFETCH(Scenario, scenario);
    QFETCH(QString, outcome);
    QFETCH(bool, pressed);
    m_emulator.setScenario(scenario);
    m_request->start();
    QVERIFY(m_engine.open(m_request->url()));
    if (pressed)
        QVERIFY(press());
    EVENTUALLY(!m_outcomes.isEmpty());
    QCOMPARE(m_outcomes, QStringList{outcome});
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("over"));
}

void Endings::computerAsleep()
{
    m_emulator.setScenario(Scenario::Challenge);
    m_request->start();
    QVERIFY(open(*m_request));
    QVERIFY(press());
    EVENTUALLY_COMPARE(m_request->state(), State::Challenge);
    m_engine.setAsleep(true);
    // Longer than the page may be away, and than a request of its may wait.
    letPass(30000, "the page has to be missed");
    m_engine.setAsleep(false);
    QVERIFY(m_outcomes.isEmpty());
    QCOMPARE(m_request->state(), State::Challenge);
    QVERIFY(m_engine.type(challenge, QStringLiteral("input[name=rep]"), m_emulator.pendingAnswer()));
    QVERIFY(m_engine.click(challenge, QStringLiteral("[data-testid=submit]")));
    EVENTUALLY_COMPARE(m_outcomes, QStringList{QStringLiteral("token")});
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
}

void Endings::secondAttempt()
{
    for (int i = 0; i < 2; ++i) {
        m_outcomes.clear();
        m_request->start();
        QVERIFY(open(*m_request));
        QVERIFY(solve());
    }
}

void Endings::twoAtOnce()
{
    SmartCaptchaBrowserRequest other(m_request->options());
    other.setOpensBrowser(false);
    QSignalSpy tokens(&other, &SmartCaptchaBrowserRequest::tokenReceived);
    m_request->start();
    other.start();
    QVERIFY(other.url().port() != m_request->url().port());
    QVERIFY(open(*m_request));
    const QString first = m_engine.driver()->openTab();
    QVERIFY2(!first.isEmpty(), qPrintable(m_engine.driver()->problem()));
    QVERIFY(open(other));
    QVERIFY(press());
    EVENTUALLY_COMPARE(tokens.size(), 1);
    QVERIFY(m_outcomes.isEmpty());
    QVERIFY(m_engine.driver()->closeTab());
    QVERIFY(m_engine.driver()->goToTab(first));
    QVERIFY(solve());
    QCOMPARE(tokens.size(), 1);
}

void Endings::invisible()
{
    SmartCaptchaOptions options = m_request->options();
    options.setMode(SmartCaptchaOptions::Mode::Invisible);
    m_request->setOptions(options);
    m_request->start();
    QVERIFY(m_engine.open(m_request->url()));
    EVENTUALLY_COMPARE(m_outcomes, QStringList{QStringLiteral("token")});
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
}

// The page that docs/browser.md tells to put on a site of one's own.
void Endings::pageOfTheSite()
{
    QFile file(QStringLiteral(TEST_SOURCE "/examples/browser-page/captcha.html"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll().replace("https://smartcaptcha.cloud.yandex.ru",
                                                   m_emulator.url().toString().toLatin1());
    ScriptedServer site;
    site.start();
    site.setAction([html](QTcpSocket *socket, const ScriptedServer::Request &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                      + QByteArray::number(html.size()) + "\r\n\r\n" + html);
    });
    SmartCaptchaOptions options = m_request->options();
    options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
    options.setPageUrl(site.url(QStringLiteral("/captcha.html")));
    m_request->setOptions(options);
    QFuture<SmartCaptchaTokenResult> future = m_request->start();
    QVERIFY(m_engine.open(m_request->url()));
    QVERIFY(solve());
    EVENTUALLY_COMPARE(pageState(), QStringLiteral("passed"));
    QVERIFY(!m_engine.evaluate(QStringLiteral("location.href"))
                 .toString()
                 .contains(future.result().token().value()));
}
