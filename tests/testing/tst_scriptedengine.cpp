// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchainawindow.h"

#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaScriptedEngine>
#include <SmartCaptcha/SmartCaptchaTokenResult>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qfuture.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

using Code = SmartCaptchaError::Code;
using SmartCaptcha::State;
using Surface = CaptchaInAWindow::Surface;

/// What an application's tests can make happen in a captcha without a web engine.
class tst_ScriptedEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesATokenThatIsVerified_data() { surfaces(); }
    void givesATokenThatIsVerified();
    void showsAndClosesAChallenge_data() { surfaces(); }
    void showsAndClosesAChallenge();
    void solvesAChallenge_data() { surfaces(); }
    void solvesAChallenge();
    void expiresAToken_data() { surfaces(); }
    void expiresAToken();
    void fails_data();
    void fails();
    void goesOnAfterAFailure_data() { surfaces(); }
    void goesOnAfterAFailure();
    void saysWhatIsWrong();
    void endsWithItsObject_data() { surfaces(); }
    void endsWithItsObject();
    void seesWhatDoesNotLast_data() { surfaces(); }
    void seesWhatDoesNotLast();
    void worksInADialog();
    void keepsATokenWhenThePageFails();

private:
    static void surfaces()
    {
        QTest::addColumn<Surface>("surface");
        QTest::newRow("widget") << Surface::Widget;
        QTest::newRow("item") << Surface::Item;
    }
};

void tst_ScriptedEngine::givesATokenThatIsVerified()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    QSignalSpy verified(&form.verifier, &SmartCaptchaVerifier::finished);

    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    QCOMPARE(form.state(), State::Solved);
    QTRY_COMPARE(verified.size(), 1);
    QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
    QCOMPARE(emulator.requests(QStringLiteral("/captcha.js")).size(), 0);

    // The emulator knows of no such token.
    QVERIFY2(engine.giveToken(form.captcha(), QStringLiteral("another")), qPrintable(engine.problem()));
    QTRY_COMPARE(verified.size(), 2);
    QVERIFY(!verified.last().first().value<SmartCaptchaResult>().isAccepted());
}

void tst_ScriptedEngine::showsAndClosesAChallenge()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    QSignalSpy cancelled(form.captcha(), SIGNAL(cancelled()));

    QVERIFY2(engine.showChallenge(form.captcha()), qPrintable(engine.problem()));
    QCOMPARE(form.state(), State::Challenge);
    QVERIFY2(engine.closeChallenge(form.captcha()), qPrintable(engine.problem()));
    QCOMPARE(cancelled.size(), 1);

    QVERIFY(!engine.closeChallenge(form.captcha()));
    QCOMPARE(engine.problem(), QStringLiteral("No challenge is open."));
}

void tst_ScriptedEngine::solvesAChallenge()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    QVERIFY2(engine.showChallenge(form.captcha()), qPrintable(engine.problem()));
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    QCOMPARE(form.state(), State::Solved);
}

void tst_ScriptedEngine::expiresAToken()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    QSignalSpy expired(form.captcha(), SIGNAL(tokenExpired()));
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    QVERIFY2(engine.expireToken(form.captcha()), qPrintable(engine.problem()));
    QCOMPARE(form.state(), State::Expired);
    QCOMPARE(expired.size(), 1);
}

void tst_ScriptedEngine::fails_data()
{
    QTest::addColumn<Surface>("surface");
    QTest::addColumn<Code>("code");
    const QMetaEnum codes = QMetaEnum::fromType<Code>();
    for (const Code code : {Code::LoadFailed, Code::NetworkError, Code::JavascriptError,
                            Code::CertificateError, Code::RenderProcessGone, Code::WebEngineUnavailable}) {
        QTest::addRow("widget: %s", codes.valueToKey(int(code))) << Surface::Widget << code;
        QTest::addRow("item: %s", codes.valueToKey(int(code))) << Surface::Item << code;
    }
}

void tst_ScriptedEngine::fails()
{
    QFETCH(const Surface, surface);
    QFETCH(const Code, code);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    QSignalSpy failed(form.captcha(), SIGNAL(errorOccurred(SmartCaptchaError)));
    QVERIFY2(engine.fail(form.captcha(), code), qPrintable(engine.problem()));
    QCOMPARE(form.error(), code);
    QCOMPARE(failed.size(), 1);
}

void tst_ScriptedEngine::goesOnAfterAFailure()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    QVERIFY2(engine.fail(form.captcha(), Code::NetworkError), qPrintable(engine.problem()));
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    QCOMPARE(form.state(), State::Solved);
}

void tst_ScriptedEngine::saysWhatIsWrong()
{
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    QVERIFY(!engine.giveToken(nullptr, QStringLiteral("token")));
    QCOMPARE(engine.problem(), QStringLiteral("There is no captcha, or it has been deleted."));
    QWidget other;
    QVERIFY(!engine.giveToken(&other, QStringLiteral("token")));
    QCOMPARE(engine.problem(),
             QStringLiteral("A QWidget is neither a SmartCaptchaWidget nor a SmartCaptchaView."));
    CaptchaInAWindow form(Surface::Widget, emulator);
    QVERIFY(!engine.fail(form.captcha(), Code::LoadTimeout));
    QCOMPARE(engine.problem(), QStringLiteral("A page cannot fail with this error."));
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    QVERIFY(engine.problem().isEmpty());
}

void tst_ScriptedEngine::endsWithItsObject()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    CaptchaInAWindow form(surface, emulator);
    {
        SmartCaptchaScriptedEngine engine;
        QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    }
    // Another one has the page again, at once.
    {
        SmartCaptchaScriptedEngine engine;
        QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
        QCOMPARE(emulator.requests(QStringLiteral("/captcha.js")).size(), 0);
    }
}

void tst_ScriptedEngine::seesWhatDoesNotLast()
{
    QFETCH(const Surface, surface);
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(surface, emulator);
    // As after each attempt to sign in.
    const auto reset = [&form] { QMetaObject::invokeMethod(form.captcha(), "reset"); };
    if (form.widget)
        connect(form.widget.get(), &SmartCaptchaWidget::tokenReceived, this, reset);
    else
        connect(form.view, &SmartCaptchaView::tokenReceived, this, reset);
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
    QCOMPARE(form.state(), State::Ready);
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
}

void tst_ScriptedEngine::worksInADialog()
{
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    SmartCaptchaOptions options(emulator.siteKey());
    options.setService(emulator.service());
    options.setPageOrigin(emulator.pageOrigin());
    QWidget window;
    const QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(&window, options);
    const QString token = emulator.issueToken();
    auto *const captcha = window.findChild<SmartCaptchaWidget *>();
    QVERIFY(captcha);
    // The dialog is deleted with its result.
    QVERIFY2(engine.giveToken(captcha, token), qPrintable(engine.problem()));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().token().value(), token);
}

void tst_ScriptedEngine::keepsATokenWhenThePageFails()
{
    SmartCaptchaEmulator emulator;
    QVERIFY(emulator.listen());
    SmartCaptchaScriptedEngine engine;
    CaptchaInAWindow form(Surface::Widget, emulator);
    const QString token = emulator.issueToken();
    QVERIFY2(engine.giveToken(form.captcha(), token), qPrintable(engine.problem()));
    QVERIFY(!engine.fail(form.captcha(), Code::LoadFailed));
    QVERIFY2(engine.problem().contains(QLatin1String("keeps it")), qPrintable(engine.problem()));
    QVERIFY(!engine.giveToken(form.captcha(), token));
    QVERIFY(!engine.giveToken(form.captcha(), {}));
    QCOMPARE(engine.problem(), QStringLiteral("An empty token is none."));
    QVERIFY2(engine.giveToken(form.captcha(), emulator.issueToken()), qPrintable(engine.problem()));
}

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QApplication application(argc, argv);
    tst_ScriptedEngine test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scriptedengine.moc"
