// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchainawindow.h"

#include <SmartCaptcha/SmartCaptchaPerson>
#include <SmartCaptcha/SmartCaptchaScriptedEngine>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

using namespace std::chrono_literals;
using SmartCaptcha::State;
using Surface = CaptchaInAWindow::Surface;
using Scenario = SmartCaptchaEmulator::Scenario;

/// The person of an application's tests, in the real page.
class tst_Person : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesWithoutAChallenge_data() { engines(); }
    void passesWithoutAChallenge();
    void solvesAChallenge_data() { engines(); }
    void solvesAChallenge();
    void closesAChallenge_data() { engines(); }
    void closesAChallenge();
    void comesAfterAScriptedEngine_data() { engines(); }
    void comesAfterAScriptedEngine();
    void pressesAgain();
    void saysWhatIsWrong();

private:
    static void engines()
    {
        QTest::addColumn<Surface>("surface");
        QTest::addColumn<SmartCaptchaView::Engine>("engine");
        QTest::newRow("widget") << Surface::Widget << SmartCaptchaView::Engine::Auto;
        QTest::newRow("WebEngine") << Surface::Item << SmartCaptchaView::Engine::WebEngine;
        QTest::newRow("WebView") << Surface::Item << SmartCaptchaView::Engine::WebView;
    }

    static void choose(const CaptchaInAWindow &form, SmartCaptchaView::Engine engine)
    {
        if (form.view)
            form.view->setEngine(engine);
    }
};

void tst_Person::passesWithoutAChallenge()
{
    QFETCH(const Surface, surface);
    QFETCH(const SmartCaptchaView::Engine, engine);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    CaptchaInAWindow form(surface, emulator);
    choose(form, engine);
    SmartCaptchaPerson person(emulator, form.captcha());
    QSignalSpy verified(&form.verifier, &SmartCaptchaVerifier::finished);
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QCOMPARE(form.state(), State::Solved);
    QTRY_COMPARE(verified.size(), 1);
    QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
}

void tst_Person::solvesAChallenge()
{
    QFETCH(const Surface, surface);
    QFETCH(const SmartCaptchaView::Engine, engine);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    emulator.setScenario(Scenario::Challenge);
    CaptchaInAWindow form(surface, emulator);
    choose(form, engine);
    SmartCaptchaPerson person(emulator, form.captcha());
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QCOMPARE(form.state(), State::Challenge);
    QVERIFY2(person.answerWrongly(), qPrintable(person.problem()));
    QCOMPARE(form.state(), State::Challenge);
    QVERIFY2(person.solve(), qPrintable(person.problem()));
    QCOMPARE(form.state(), State::Solved);
    // What the person does is no request of the widget.
    QVERIFY(emulator.requests(QStringLiteral("/api/person")).isEmpty());
    QCOMPARE(emulator.requests(QStringLiteral("/api/answer")).size(), 2);
}

void tst_Person::closesAChallenge()
{
    QFETCH(const Surface, surface);
    QFETCH(const SmartCaptchaView::Engine, engine);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    emulator.setScenario(Scenario::Challenge);
    CaptchaInAWindow form(surface, emulator);
    choose(form, engine);
    SmartCaptchaPerson person(emulator, form.captcha());
    QSignalSpy cancelled(form.captcha(), SIGNAL(cancelled()));
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QVERIFY2(person.closeChallenge(), qPrintable(person.problem()));
    QCOMPARE(cancelled.size(), 1);
}

void tst_Person::comesAfterAScriptedEngine()
{
    QFETCH(const Surface, surface);
    QFETCH(const SmartCaptchaView::Engine, engine);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    CaptchaInAWindow form(surface, emulator);
    choose(form, engine);
    {
        SmartCaptchaScriptedEngine scripted;
        QVERIFY2(scripted.giveToken(form.captcha(), emulator.issueToken()), qPrintable(scripted.problem()));
        QVERIFY(emulator.requests(QStringLiteral("/captcha.js")).isEmpty());
    }
    // The next page is shown by the web engine again.
    QMetaObject::invokeMethod(form.captcha(), "load");
    SmartCaptchaPerson person(emulator, form.captcha());
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QVERIFY(!emulator.requests(QStringLiteral("/captcha.js")).isEmpty());
}

void tst_Person::pressesAgain()
{
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    CaptchaInAWindow form(Surface::Widget, emulator);
    SmartCaptchaPerson person(emulator, form.captcha());
    QSignalSpy tokens(form.captcha(), SIGNAL(tokenReceived(SmartCaptchaToken)));
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QTRY_COMPARE(tokens.size(), 2);
}

void tst_Person::saysWhatIsWrong()
{
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    {
        SmartCaptchaPerson person(emulator, nullptr);
        QVERIFY(!person.press());
        QCOMPARE(person.problem(), QStringLiteral("There is no captcha, or it has been deleted."));
    }

    emulator.setScenario(Scenario::NetworkError);
    CaptchaInAWindow form(Surface::Widget, emulator);
    SmartCaptchaPerson person(emulator, form.captcha());
    person.setPatience(10s);
    QVERIFY(!person.press());
    QVERIFY2(person.problem().startsWith(QLatin1String("The captcha has failed.")),
             qPrintable(person.problem()));
    person.setPatience(100ms);
    emulator.setScenario(Scenario::Human);
    form.widget->load();
    QVERIFY(!person.solve());
    QVERIFY2(person.problem().contains(QLatin1String("was not Challenge within 100 ms")),
             qPrintable(person.problem()));
}

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QApplication application(argc, argv);
    tst_Person test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_person.moc"
