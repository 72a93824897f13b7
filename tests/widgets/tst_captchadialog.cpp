// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedwidgethost.h"
#include "shared/eventually.h"
#include "shared/exampleoptions.h"

#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaWidget>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>

#include <memory>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;

namespace {

ScriptedWidgetHost *host()
{
    return ScriptedWidgetHost::all().isEmpty() ? nullptr : ScriptedWidgetHost::all().last();
}

SmartCaptchaDialog *openDialog()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *dialog = qobject_cast<SmartCaptchaDialog *>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

bool waitForPage()
{
    return eventually([] { return host() && host()->loads > 0 && !host()->loaded.nonce().isEmpty(); });
}

} // namespace

class tst_captchadialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ScriptedWidgetHost::install(); }
    void cleanup()
    {
        EVENTUALLY(!openDialog());
        EVENTUALLY(ScriptedWidgetHost::all().isEmpty());
    }

    void loadsWhenShownAndIsAcceptedWithTheToken()
    {
        SmartCaptchaDialog dialog(standard());
        QSignalSpy finished(&dialog, &QDialog::finished);
        QSignalSpy tokens(&dialog, &SmartCaptchaDialog::tokenChanged);
        QVERIFY(!dialog.windowTitle().isEmpty());
        QCoreApplication::processEvents();
        QVERIFY(!host());
        using Engine = SmartCaptchaWidget::Engine;
        QSignalSpy engines(&dialog, &SmartCaptchaDialog::engineChanged);
        QSignalSpy activeEngines(&dialog, &SmartCaptchaDialog::activeEngineChanged);
        dialog.setEngine(Engine::WebEngine);
        QCOMPARE(engines.size(), 1);
        QCOMPARE(dialog.captcha()->engine(), Engine::WebEngine);
        dialog.open();
        QVERIFY(waitForPage());
        host()->sayReady();
        EVENTUALLY_COMPARE(activeEngines.size(), 1);
        QCOMPARE(dialog.activeEngine(), Engine::WebEngine);
        QVERIFY(dialog.captcha()->isVisible());
        host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.token().value(), QStringLiteral("abc"));
        QCOMPARE(tokens.size(), 1);

        // Showing it again starts a new attempt.
        dialog.open();
        QVERIFY(dialog.token().isNull());
        EVENTUALLY_COMPARE(dialog.captcha()->state(), State::Loading);
        host()->sayReady();
        host()->sayToken(QStringLiteral("def"));
        QCOMPARE(dialog.token().value(), QStringLiteral("def"));
    }

    void growsWithTheChallengeAndShrinksAgain()
    {
        SmartCaptchaDialog dialog(standard());
        dialog.open();
        QVERIFY(waitForPage());
        host()->sayReady();
        EVENTUALLY(dialog.height() > 0);
        const QSize small = dialog.size();
        host()->sayChallenge(true);
        EVENTUALLY(dialog.captcha()->height() >= 480 && dialog.captcha()->width() >= 360);
        EVENTUALLY(dialog.height() > small.height());
        QVERIFY(dialog.screen()->availableGeometry().contains(dialog.geometry()));
        // The first Esc cancels the challenge, the second the dialog.
        QTest::keyClick(host()->page(), Qt::Key_Escape);
        EVENTUALLY_COMPARE(dialog.captcha()->state(), State::Ready);
        EVENTUALLY_COMPARE(dialog.size(), small);
        QVERIFY(dialog.isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        EVENTUALLY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
        QVERIFY(dialog.token().isNull());
    }

    void escapeClosesItWhateverThePageDoesWithTheKey()
    {
        // A web view accepts keys even if its page does not use them.
        class KeyEater : public QObject {
            bool eventFilter(QObject *, QEvent *event) override { return event->type() == QEvent::KeyPress; }
        } eater;
        SmartCaptchaDialog dialog(standard());
        dialog.open();
        QVERIFY(waitForPage());
        host()->sayReady();
        host()->page()->installEventFilter(&eater);
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        host()->page()->setFocus();
        QTest::keyClick(host()->page(), Qt::Key_Escape);
        EVENTUALLY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void closingEndsTheAttempt()
    {
        SmartCaptchaDialog dialog(standard());
        QSignalSpy cancelled(dialog.captcha(), &SmartCaptchaWidget::cancelled);
        dialog.open();
        QVERIFY(waitForPage());
        host()->sayReady();
        host()->sayChallenge(true);
        dialog.close();
        QCOMPARE(cancelled.size(), 1);
        // A token that arrives now is ignored.
        host()->sayToken(QStringLiteral("late"));
        QVERIFY(dialog.token().isNull());
    }

    void invisibleShowsThatItWorks()
    {
        SmartCaptchaDialog dialog(invisible());
        dialog.open();
        QVERIFY(waitForPage());
        QProgressBar *visible = nullptr;
        const QList<QProgressBar *> bars = dialog.findChildren<QProgressBar *>();
        for (QProgressBar *bar : bars) {
            if (bar->isVisible())
                visible = bar;
        }
        QVERIFY(visible);
        host()->sayReady();
        QCOMPARE(dialog.captcha()->state(), State::Checking);
        QVERIFY(visible->isVisible());
        host()->sayChallenge(true);
        QVERIFY(!visible->isVisible());
        EVENTUALLY(host()->page()->isVisible() && host()->page()->height() >= 480);
        host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void optionsTakeEffectWhenShownAgain()
    {
        SmartCaptchaDialog dialog(invisible());
        dialog.open();
        QVERIFY(waitForPage());
        host()->sayReady();
        const QString first = host()->loaded.html();
        dialog.reject();
        SmartCaptchaOptions options = dialog.options();
        options.setLanguage(QStringLiteral("tt"));
        options.setTheme(SmartCaptchaOptions::Theme::Dark);
        dialog.setOptions(options);
        dialog.open();
        EVENTUALLY_COMPARE(dialog.captcha()->state(), State::Loading);
        QVERIFY(host()->loaded.html() != first);
        QVERIFY(host()->loaded.html().contains(QLatin1String("color-scheme: dark")));
        host()->sayReady();
        QCOMPARE(dialog.captcha()->state(), State::Checking);
        dialog.reject();
        // With the same options no new page is needed.
        dialog.open();
        EVENTUALLY_COMPARE(dialog.captcha()->state(), State::Checking);
    }

    void invisibleChallengeGivenUpClosesTheDialog()
    {
        SmartCaptchaDialog dialog(invisible());
        dialog.open();
        QVERIFY(waitForPage());
        host()->sayReady();
        host()->sayChallenge(true);
        QTest::keyClick(host()->page(), Qt::Key_Escape);
        EVENTUALLY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void errorsStayInTheDialog()
    {
        SmartCaptchaDialog dialog(standard());
        dialog.open();
        QVERIFY(waitForPage());
        Q_EMIT host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        QVERIFY(dialog.isVisible());
        auto *retry = dialog.findChild<QPushButton *>(QStringLiteral("smartCaptchaRetry"));
        QVERIFY(dialog.captcha()->isAncestorOf(retry));
        QVERIFY(retry->isVisible());
        retry->click();
        EVENTUALLY_COMPARE(dialog.captcha()->state(), State::Loading);
        host()->sayReady();
        host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void requestGivesOneToken()
    {
        QWidget parent;
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(&parent, standard());
        QVERIFY(!future.isFinished());
        QVERIFY(waitForPage());
        QCOMPARE(openDialog()->parentWidget(), &parent);
        host()->sayReady();
        host()->sayToken(QStringLiteral("abc"));
        QVERIFY(future.isFinished());
        QVERIFY(!future.isCanceled());
        QCOMPARE(future.resultCount(), 1);
        QCOMPARE(future.result().status(), SmartCaptchaTokenResult::Status::Ok);
        QCOMPARE(future.result().token().value(), QStringLiteral("abc"));
    }

    void requestChains()
    {
        QWidget parent;
        QString seen;
        bool cancelled = false;
        auto chain =
            SmartCaptchaDialog::requestToken(&parent, standard())
                .then(&parent,
                      [&seen](const SmartCaptchaTokenResult &result) { seen = result.token().value(); })
                .onCanceled(&parent, [&cancelled] { cancelled = true; });
        QVERIFY(waitForPage());
        host()->sayReady();
        host()->sayToken(QStringLiteral("abc"));
        EVENTUALLY_COMPARE(seen, QStringLiteral("abc"));
        QVERIFY(!cancelled);
    }

    void requestIsCancelledByThePerson()
    {
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(nullptr, standard());
        QVERIFY(waitForPage());
        openDialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result(), SmartCaptchaTokenResult());
    }

    void requestTellsTheErrorThatThePersonGaveUpAfter()
    {
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(nullptr, standard());
        QVERIFY(waitForPage());
        Q_EMIT host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        QVERIFY(!future.isFinished());
        openDialog()->reject();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().status(), SmartCaptchaTokenResult::Status::Failed);
        QCOMPARE(future.result().error().code(), SmartCaptchaError::Code::LoadFailed);
    }

    void requestTellsThatTheOptionsAreOfNoUse()
    {
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(nullptr, {});
        EVENTUALLY_COMPARE(openDialog()->captcha()->state(), State::Failed);
        openDialog()->reject();
        QCOMPARE(future.result().error().code(), SmartCaptchaError::Code::InvalidOptions);
    }

    void requestIsCancelledWithItsParent()
    {
        auto parent = std::make_unique<QWidget>();
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(parent.get(), standard());
        QVERIFY(waitForPage());
        host()->sayReady();
        host()->sayChallenge(true);
        parent.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result(), SmartCaptchaTokenResult());
    }

    void requestCanBeWithdrawn()
    {
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(nullptr, standard());
        QVERIFY(waitForPage());
        QVERIFY(openDialog());
        future.cancel();
        EVENTUALLY(!openDialog());
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }

    void parentMayGoInTheContinuation()
    {
        auto *parent = new QWidget;
        bool called = false;
        auto chain =
            SmartCaptchaDialog::requestToken(parent, standard()).then([&](const SmartCaptchaTokenResult &) {
                called = true;
                delete parent;
            });
        QVERIFY(waitForPage());
        host()->sayReady();
        host()->sayToken(QStringLiteral("abc"));
        EVENTUALLY(called);
    }

    void optionsAreAnnounced()
    {
        SmartCaptchaDialog dialog;
        QSignalSpy changes(&dialog, &SmartCaptchaDialog::optionsChanged);
        dialog.setOptions(standard());
        dialog.setOptions(standard());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(dialog.options(), standard());
        dialog.captcha()->setOptions(invisible());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(dialog.options(), invisible());
    }

    void speaksTheLanguageOfTheApplication()
    {
        SmartCaptchaDialog dialog(standard());
        const QString english = dialog.windowTitle();
        SmartCaptcha::installTranslator(QLocale(QStringLiteral("ru")));
        EVENTUALLY(dialog.windowTitle() != english);
        SmartCaptcha::installTranslator(QLocale(QStringLiteral("en")));
        EVENTUALLY_COMPARE(dialog.windowTitle(), english);
    }
};

QTEST_MAIN(tst_captchadialog)
#include "tst_captchadialog.moc"
