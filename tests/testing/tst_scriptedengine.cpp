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

#include <memory>

using Code = SmartCaptchaError::Code;
using SmartCaptcha::State;
using Surface = CaptchaInAWindow::Surface;

/// What an application's tests can make happen in a captcha without a web engine.
class tst_ScriptedEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void givesATokenThatIsVerified();
    void showsAndClosesAChallenge();
    void solvesAChallenge();
    void expiresAToken();
    void fails_data();
    void fails();
    void goesOnAfterAFailure();
    void saysWhatIsWrong();
    void givesThePageToANewEngine();
    void seesWhatDoesNotLast();
    void worksInADialog();
    void keepsATokenWhenThePageFails();

private:
    [[nodiscard]] QString newToken() { return m_emulator->issueToken(); }

    std::unique_ptr<SmartCaptchaEmulator> m_emulator;
    std::unique_ptr<SmartCaptchaScriptedEngine> m_engine;
    std::unique_ptr<CaptchaInAWindow> m_form;
};

void tst_ScriptedEngine::initTestCase_data()
{
    QTest::addColumn<Surface>("surface");
    QTest::newRow("widget") << Surface::Widget;
    QTest::newRow("item") << Surface::Item;
}

void tst_ScriptedEngine::init()
{
    QFETCH_GLOBAL(const Surface, surface);
    m_emulator = std::make_unique<SmartCaptchaEmulator>();
    QVERIFY(m_emulator->listen());
    m_engine = std::make_unique<SmartCaptchaScriptedEngine>();
    m_form = std::make_unique<CaptchaInAWindow>(surface, *m_emulator);
}

void tst_ScriptedEngine::cleanup()
{
    m_form.reset();
    m_engine.reset();
    m_emulator.reset();
}

void tst_ScriptedEngine::givesATokenThatIsVerified()
{
    QSignalSpy verified(&m_form->verifier, &SmartCaptchaVerifier::finished);

    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->state(), State::Solved);
    QTRY_COMPARE(verified.size(), 1);
    QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
    QCOMPARE(m_emulator->requests(QStringLiteral("/captcha.js")).size(), 0);

    // The emulator knows of no such token.
    QVERIFY2(m_engine->giveToken(m_form->captcha(), QStringLiteral("another")),
             qPrintable(m_engine->problem()));
    QTRY_COMPARE(verified.size(), 2);
    QVERIFY(!verified.last().first().value<SmartCaptchaResult>().isAccepted());
}

void tst_ScriptedEngine::showsAndClosesAChallenge()
{
    QSignalSpy cancelled(m_form->captcha(), SIGNAL(cancelled()));

    QVERIFY2(m_engine->showChallenge(m_form->captcha()), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->state(), State::Challenge);
    QVERIFY2(m_engine->closeChallenge(m_form->captcha()), qPrintable(m_engine->problem()));
    QCOMPARE(cancelled.size(), 1);

    QVERIFY(!m_engine->closeChallenge(m_form->captcha()));
    QCOMPARE(m_engine->problem(), QStringLiteral("No challenge is open."));
}

void tst_ScriptedEngine::solvesAChallenge()
{
    QVERIFY2(m_engine->showChallenge(m_form->captcha()), qPrintable(m_engine->problem()));
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->state(), State::Solved);
}

void tst_ScriptedEngine::expiresAToken()
{
    QSignalSpy expired(m_form->captcha(), SIGNAL(tokenExpired()));
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QVERIFY2(m_engine->expireToken(m_form->captcha()), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->state(), State::Expired);
    QCOMPARE(expired.size(), 1);
}

void tst_ScriptedEngine::fails_data()
{
    QTest::addColumn<Code>("code");
    const QMetaEnum codes = QMetaEnum::fromType<Code>();
    for (const Code code : {Code::LoadFailed, Code::NetworkError, Code::JavascriptError,
                            Code::CertificateError, Code::RenderProcessGone, Code::WebEngineUnavailable})
        QTest::newRow(codes.valueToKey(int(code))) << code;
}

void tst_ScriptedEngine::fails()
{
    QFETCH(const Code, code);
    QSignalSpy failed(m_form->captcha(), SIGNAL(errorOccurred(SmartCaptchaError)));
    QVERIFY2(m_engine->fail(m_form->captcha(), code), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->error(), code);
    QCOMPARE(failed.size(), 1);
}

void tst_ScriptedEngine::goesOnAfterAFailure()
{
    QVERIFY2(m_engine->fail(m_form->captcha(), Code::NetworkError), qPrintable(m_engine->problem()));
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->state(), State::Solved);
}

void tst_ScriptedEngine::saysWhatIsWrong()
{
    QVERIFY(!m_engine->giveToken(nullptr, QStringLiteral("token")));
    QCOMPARE(m_engine->problem(), QStringLiteral("There is no captcha, or it has been deleted."));
    QWidget other;
    QVERIFY(!m_engine->giveToken(&other, QStringLiteral("token")));
    QCOMPARE(m_engine->problem(),
             QStringLiteral("A QWidget is neither a SmartCaptchaWidget nor a SmartCaptchaView."));
    QVERIFY(!m_engine->fail(m_form->captcha(), Code::LoadTimeout));
    QCOMPARE(m_engine->problem(), QStringLiteral("A page cannot fail with this error."));
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QVERIFY(m_engine->problem().isEmpty());
}

void tst_ScriptedEngine::givesThePageToANewEngine()
{
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    m_engine.reset();
    m_engine = std::make_unique<SmartCaptchaScriptedEngine>();
    // At once, without loading it anew.
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QCOMPARE(m_emulator->requests(QStringLiteral("/captcha.js")).size(), 0);
}

void tst_ScriptedEngine::seesWhatDoesNotLast()
{
    // As after each attempt to sign in.
    const auto reset = [this] { QMetaObject::invokeMethod(m_form->captcha(), "reset"); };
    if (m_form->widget)
        connect(m_form->widget, &SmartCaptchaWidget::tokenReceived, this, reset);
    else
        connect(m_form->view, &SmartCaptchaView::tokenReceived, this, reset);
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
    QCOMPARE(m_form->state(), State::Ready);
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
}

void tst_ScriptedEngine::worksInADialog()
{
    if (!m_form->widget)
        QSKIP("A dialog has a widget.");
    SmartCaptchaOptions options(m_emulator->siteKey());
    options.setService(m_emulator->service());
    options.setPageOrigin(m_emulator->pageOrigin());
    QWidget window;
    const QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(&window, options);
    const QString token = newToken();
    auto *const captcha = window.findChild<SmartCaptchaWidget *>();
    QVERIFY(captcha);
    // The dialog is deleted with its result.
    QVERIFY2(m_engine->giveToken(captcha, token), qPrintable(m_engine->problem()));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().token().value(), token);
}

void tst_ScriptedEngine::keepsATokenWhenThePageFails()
{
    const QString token = newToken();
    QVERIFY2(m_engine->giveToken(m_form->captcha(), token), qPrintable(m_engine->problem()));
    QVERIFY(!m_engine->fail(m_form->captcha(), Code::LoadFailed));
    QVERIFY2(m_engine->problem().contains(QLatin1String("keeps it")), qPrintable(m_engine->problem()));
    QVERIFY(!m_engine->giveToken(m_form->captcha(), token));
    QVERIFY(!m_engine->giveToken(m_form->captcha(), {}));
    QCOMPARE(m_engine->problem(), QStringLiteral("An empty token is none."));
    QVERIFY2(m_engine->giveToken(m_form->captcha(), newToken()), qPrintable(m_engine->problem()));
}

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QApplication application(argc, argv);
    tst_ScriptedEngine test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scriptedengine.moc"
