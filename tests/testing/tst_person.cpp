// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchainawindow.h"

#include <SmartCaptcha/SmartCaptchaPerson>
#include <SmartCaptcha/SmartCaptchaScriptedEngine>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

#include <memory>

using namespace std::chrono_literals;
using Mode = SmartCaptchaOptions::Mode;
using SmartCaptcha::State;
using Surface = CaptchaInAWindow::Surface;
using Scenario = SmartCaptchaEmulator::Scenario;

/// The person of an application's tests, in the real page.
class tst_Person : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void passesWithoutAChallenge();
    void solvesAChallenge();
    void closesAChallenge();
    void playsInTwoCaptchasAtATime();
    void playsInAPopup();
    void closesAPopup();
    void playsInAnInvisibleCaptcha();
    void comesAfterAScriptedEngine();
    void pressesAgain();
    void saysWhatIsWrong();

private:
    // One more captcha of the kind that is tested.
    static std::unique_ptr<CaptchaInAWindow> makeForm(const SmartCaptchaEmulator &emulator,
                                                      Mode mode = Mode::Standard);
    static std::unique_ptr<CaptchaInAWindow> makePopup(const SmartCaptchaEmulator &emulator);

    std::unique_ptr<SmartCaptchaEmulator> m_emulator;
    std::unique_ptr<CaptchaInAWindow> m_form;
    std::unique_ptr<SmartCaptchaPerson> m_person;
};

void tst_Person::initTestCase_data()
{
    QTest::addColumn<Surface>("surface");
    QTest::addColumn<SmartCaptchaView::Engine>("engine");
    QTest::newRow("widget") << Surface::Widget << SmartCaptchaView::Engine::Auto;
    QTest::newRow("WebEngine") << Surface::Item << SmartCaptchaView::Engine::WebEngine;
    QTest::newRow("WebView") << Surface::Item << SmartCaptchaView::Engine::WebView;
}

void tst_Person::init()
{
    m_emulator = std::make_unique<SmartCaptchaEmulator>();
    QVERIFY(m_emulator->listen());
    m_form = makeForm(*m_emulator);
    m_person = std::make_unique<SmartCaptchaPerson>(*m_emulator, m_form->captcha());
}

void tst_Person::cleanup()
{
    m_person.reset();
    m_form.reset();
    m_emulator.reset();
}

std::unique_ptr<CaptchaInAWindow> tst_Person::makeForm(const SmartCaptchaEmulator &emulator, Mode mode)
{
    QFETCH_GLOBAL(const Surface, surface);
    QFETCH_GLOBAL(const SmartCaptchaView::Engine, engine);
    return std::make_unique<CaptchaInAWindow>(surface, emulator, engine, mode);
}

std::unique_ptr<CaptchaInAWindow> tst_Person::makePopup(const SmartCaptchaEmulator &emulator)
{
    QFETCH_GLOBAL(const Surface, surface);
    QFETCH_GLOBAL(const SmartCaptchaView::Engine, engine);
    return std::make_unique<CaptchaInAWindow>(surface == Surface::Widget ? Surface::Dialog : Surface::Popup,
                                              emulator, engine);
}

void tst_Person::passesWithoutAChallenge()
{
    QSignalSpy verified(&m_form->verifier, &SmartCaptchaVerifier::finished);
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QCOMPARE(m_form->state(), State::Solved);
    QTRY_COMPARE(verified.size(), 1);
    QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
}

void tst_Person::solvesAChallenge()
{
    m_emulator->setScenario(Scenario::Challenge);
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QCOMPARE(m_form->state(), State::Challenge);
    QVERIFY2(m_person->answerWrongly(), qPrintable(m_person->problem()));
    QCOMPARE(m_form->state(), State::Challenge);
    QVERIFY2(m_person->solve(), qPrintable(m_person->problem()));
    QCOMPARE(m_form->state(), State::Solved);
    // What the person does is no request of the widget.
    QVERIFY(m_emulator->requests(QStringLiteral("/api/person")).isEmpty());
    QCOMPARE(m_emulator->requests(QStringLiteral("/api/answer")).size(), 2);
}

void tst_Person::closesAChallenge()
{
    m_emulator->setScenario(Scenario::Challenge);
    QSignalSpy cancelled(m_form->captcha(), SIGNAL(cancelled()));
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QVERIFY2(m_person->closeChallenge(), qPrintable(m_person->problem()));
    QCOMPARE(cancelled.size(), 1);
}

void tst_Person::playsInTwoCaptchasAtATime()
{
    m_emulator->setScenario(Scenario::Challenge);
    const std::unique_ptr<CaptchaInAWindow> otherForm = makeForm(*m_emulator);
    SmartCaptchaPerson other(*m_emulator, otherForm->captcha());
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QVERIFY2(other.press(), qPrintable(other.problem()));

    // Also in the challenge that is not the youngest.
    QVERIFY2(m_person->answerWrongly(), qPrintable(m_person->problem()));
    QVERIFY2(other.answerWrongly(), qPrintable(other.problem()));
    QVERIFY2(m_person->solve(), qPrintable(m_person->problem()));
    QCOMPARE(m_form->state(), State::Solved);
    QCOMPARE(otherForm->state(), State::Challenge);

    QSignalSpy cancelled(otherForm->captcha(), SIGNAL(cancelled()));
    QVERIFY2(other.closeChallenge(), qPrintable(other.problem()));
    QCOMPARE(cancelled.size(), 1);
    QVERIFY2(other.press(), qPrintable(other.problem()));
    QVERIFY2(other.solve(), qPrintable(other.problem()));
    QCOMPARE(otherForm->state(), State::Solved);
    QCOMPARE(m_form->state(), State::Solved);
}

void tst_Person::playsInAPopup()
{
    m_emulator->setScenario(Scenario::Challenge);
    const std::unique_ptr<CaptchaInAWindow> popup = makePopup(*m_emulator);
    SmartCaptchaPerson person(*m_emulator, popup->captcha());
    QSignalSpy verified(&popup->verifier, &SmartCaptchaVerifier::finished);
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QVERIFY(popup->isOpen());
    QVERIFY2(person.solve(), qPrintable(person.problem()));
    QTRY_VERIFY(!popup->isOpen());
    QTRY_COMPARE(verified.size(), 1);
    QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
}

void tst_Person::closesAPopup()
{
    m_emulator->setScenario(Scenario::Challenge);
    const std::unique_ptr<CaptchaInAWindow> popup = makePopup(*m_emulator);
    SmartCaptchaPerson person(*m_emulator, popup->captcha());
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QVERIFY2(person.closeChallenge(), qPrintable(person.problem()));
    // A dialog shows the button again; the popup has done its work.
    QTRY_COMPARE(popup->isOpen(), popup->widget != nullptr);
}

void tst_Person::playsInAnInvisibleCaptcha()
{
    m_emulator->setScenario(Scenario::Challenge);
    const std::unique_ptr<CaptchaInAWindow> form = makeForm(*m_emulator, Mode::Invisible);
    SmartCaptchaPerson person(*m_emulator, form->captcha());
    // The application may ask for the check, as when a form is sent, or leave it to the person.
    QMetaObject::invokeMethod(form->captcha(), "execute");
    QVERIFY2(person.solve(), qPrintable(person.problem()));
    QCOMPARE(form->state(), State::Solved);
    QMetaObject::invokeMethod(form->captcha(), "reset");
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QCOMPARE(form->state(), State::Challenge);
    QVERIFY2(person.solve(), qPrintable(person.problem()));

    m_emulator->setScenario(Scenario::Human);
    QMetaObject::invokeMethod(form->captcha(), "reset");
    QVERIFY2(person.press(), qPrintable(person.problem()));
    QCOMPARE(form->state(), State::Solved);
}

void tst_Person::comesAfterAScriptedEngine()
{
    {
        SmartCaptchaScriptedEngine scripted;
        QVERIFY2(scripted.giveToken(m_form->captcha(), m_emulator->issueToken()),
                 qPrintable(scripted.problem()));
        QVERIFY(m_emulator->requests(QStringLiteral("/captcha.js")).isEmpty());
    }
    // The next page is shown by the web engine again.
    QMetaObject::invokeMethod(m_form->captcha(), "load");
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QVERIFY(!m_emulator->requests(QStringLiteral("/captcha.js")).isEmpty());
}

void tst_Person::pressesAgain()
{
    QSignalSpy tokens(m_form->captcha(), SIGNAL(tokenReceived(SmartCaptchaToken)));
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QVERIFY2(m_person->press(), qPrintable(m_person->problem()));
    QTRY_COMPARE(tokens.size(), 2);
}

void tst_Person::saysWhatIsWrong()
{
    SmartCaptchaPerson nowhere(*m_emulator, nullptr);
    QVERIFY(!nowhere.press());
    QCOMPARE(nowhere.problem(), QStringLiteral("There is no captcha, or it has been deleted."));

    m_emulator->setScenario(Scenario::NetworkError);
    m_person->setPatience(10s);
    QVERIFY(!m_person->press());
    QVERIFY2(m_person->problem().startsWith(QLatin1String("The captcha has failed.")),
             qPrintable(m_person->problem()));
    m_person->setPatience(100ms);
    m_emulator->setScenario(Scenario::Human);
    QMetaObject::invokeMethod(m_form->captcha(), "load");
    QVERIFY(!m_person->solve());
    QVERIFY2(m_person->problem().contains(QLatin1String("was not Challenge within 100 ms")),
             qPrintable(m_person->problem()));
}

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QApplication application(argc, argv);
    tst_Person test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_person.moc"
