// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedwidgethost.h"

#include "captcha/face/typingguard.h"
#include "shared/eventually.h"
#include "shared/exampleoptions.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qregularexpression.h>
#include <QtGui/qshortcut.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtTest/qtestspontaneevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qgraphicseffect.h>
#include <QtWidgets/qgraphicsproxywidget.h>
#include <QtWidgets/qgraphicsscene.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qmdiarea.h>
#include <QtWidgets/qmdisubwindow.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qstackedwidget.h>

#include <functional>
#include <memory>

using namespace SmartCaptcha::Internal;
using Code = SmartCaptchaError::Code;
using Presentation = SmartCaptchaWidget::ChallengePresentation;
using State = SmartCaptcha::State;

namespace {

/// Has @p verifier ask @p server over TLS, as an application's backend.
void startBackend(ScriptedServer &server, SmartCaptchaVerifier &verifier)
{
    server.startTls(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                    QStringLiteral(TEST_CERTIFICATES "/server.key"));
    QSslConfiguration trusting = verifier.sslConfiguration();
    trusting.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    verifier.setSslConfiguration(trusting);
    verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
}

/// A form with a field before the captcha and one after it.
class Form {
public:
    explicit Form(const SmartCaptchaOptions &options)
        : before(new QLineEdit)
        , captcha(new SmartCaptchaWidget(options))
        , after(new QLineEdit)
        , states(captcha, &SmartCaptchaWidget::stateChanged)
        , tokens(captcha, &SmartCaptchaWidget::tokenReceived)
        , cancellations(captcha, &SmartCaptchaWidget::cancelled)
        , errors(captcha, &SmartCaptchaWidget::errorOccurred)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(before);
        column->addWidget(captcha);
        column->addWidget(after);
    }

    bool show()
    {
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window);
    }

    /// Loads the captcha until it is Ready.
    bool start()
    {
        if (!show())
            return false;
        if (captcha->options().mode() == SmartCaptchaOptions::Mode::Invisible)
            captcha->load();
        if (!eventually([&] { return captcha && captcha->state() == State::Loading; }))
            return false;
        host()->sayReady();
        return captcha && captcha->state() == State::Ready;
    }

    void openChallenge()
    {
        if (captcha->options().mode() == SmartCaptchaOptions::Mode::Invisible)
            captcha->execute();
        if (captcha)
            host()->sayChallenge(true);
    }

    ScriptedWidgetHost *host() const
    {
        return ScriptedWidgetHost::all().isEmpty() ? nullptr : ScriptedWidgetHost::all().last();
    }
    QDialog *popup() const { return window.findChild<QDialog *>(QStringLiteral("smartCaptchaPopup")); }
    QPushButton *retry() const
    {
        return captcha->findChild<QPushButton *>(QStringLiteral("smartCaptchaRetry"));
    }
    QLabel *message() const { return captcha->findChild<QLabel *>(QStringLiteral("smartCaptchaMessage")); }

    QWidget window;
    QLineEdit *const before;
    const QPointer<SmartCaptchaWidget> captcha;
    QLineEdit *const after;
    QSignalSpy states;
    QSignalSpy tokens;
    QSignalSpy cancellations;
    QSignalSpy errors;
};

} // namespace

class tst_captchawidget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ScriptedWidgetHost::install(); }
    void cleanup()
    {
        QVERIFY(ScriptedWidgetHost::all().isEmpty());
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    }

    void propertiesAreAsPromised()
    {
        const QMetaObject &meta = SmartCaptchaWidget::staticMetaObject;
        for (const char *name :
             {"options", "state", "token", "error", "challengePresentation", "autoLoad", "verifier"}) {
            const QMetaProperty property = meta.property(meta.indexOfProperty(name));
            QVERIFY2(property.isValid() && property.isFinal() && property.hasNotifySignal(), name);
        }
        SmartCaptchaWidget widget;
        QCOMPARE(widget.challengePresentation(), Presentation::Popup);
        QCOMPARE(widget.state(), State::Idle);
        QVERIFY(widget.isAutoLoad());
        QVERIFY(widget.setProperty("options", QVariant::fromValue(standard())));
        QCOMPARE(widget.options(), standard());
        QVERIFY(!widget.accessibleName().isEmpty());
        QVERIFY(!widget.accessibleDescription().isEmpty());
    }

    void nothingIsLoadedBeforeItIsShown()
    {
        Form form(standard());
        QCoreApplication::processEvents();
        QVERIFY(!form.host());
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        QCOMPARE(form.host()->loads, 1);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("ysc1_test")));
    }

    void loadsWhenUsableOptionsArriveLater()
    {
        Form form({});
        QVERIFY(form.show());
        settle();
        QCOMPARE(form.captcha->state(), State::Idle);
        QVERIFY(!form.retry()->isVisible());
        form.captcha->setOptions(standard());
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
    }

    void withoutAutoLoadAButtonLoads()
    {
        Form form(standard());
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        settle();
        QVERIFY(!form.host());
        QVERIFY(form.retry()->isVisible());
        QVERIFY(!form.message()->isVisible());
        form.retry()->click();
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        QVERIFY(!form.retry()->isVisible());
    }

    void givingUpWhileLoadingLeavesAButton()
    {
        Form form(standard());
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        form.captcha->cancel();
        QCOMPARE(form.captcha->state(), State::Idle);
        QCOMPARE(form.cancellations.size(), 1);
        // Showing it again does not start a new attempt.
        form.window.hide();
        form.window.show();
        settle();
        QCOMPARE(form.captcha->state(), State::Idle);
        QVERIFY(form.retry()->isVisible());
        form.retry()->click();
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
    }

    void standardFromTheClickToTheToken()
    {
        Form form(standard());
        QVERIFY(form.start());
        QVERIFY(form.host()->page()->isVisible());
        QCOMPARE(form.host()->page()->geometry(), form.captcha->rect());
        QVERIFY(!form.retry()->parentWidget()->isVisible());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.captcha->state(), State::Solved);
        QCOMPARE(form.captcha->token().value(), QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        QVERIFY(form.host()->page()->isVisible());
        form.captcha->reset();
        QCOMPARE(form.captcha->state(), State::Ready);
        QVERIFY(form.captcha->token().isNull());
    }

    void optionsWaitForTheNextPage()
    {
        Form form(standard());
        QVERIFY(form.start());
        SmartCaptchaOptions other = standard();
        other.setSiteKey(QStringLiteral("ysc1_other"));
        QSignalSpy changes(form.captcha, &SmartCaptchaWidget::optionsChanged);
        form.captcha->setOptions(other);
        form.captcha->setOptions(other);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(form.host()->loads, 1);
        form.captcha->load();
        QCOMPARE(form.host()->loads, 2);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("ysc1_other")));
    }

    // Which engine is good enough counts from the next load: the attempt goes on with another host, unless it
    // has come to a check.
    void anotherMinimumTakesAnotherHost()
    {
        Form form(invisible());
        QVERIFY(form.show());
        int minimum = 0;
        const auto change = [&] {
            SmartCaptchaOptions options = invisible();
            options.setMinimumChromium(++minimum);
            form.captcha->setOptions(options);
            return QPointer<ScriptedWidgetHost>(form.host());
        };
        form.captcha->execute();
        // The check waits for the page of the next host.
        QPointer<ScriptedWidgetHost> old = change();
        form.captcha->load();
        QVERIFY(!old);
        QCOMPARE(form.captcha->state(), State::Loading);
        form.host()->sayReady();
        QCOMPARE(form.captcha->state(), State::Checking);
        // That has begun, and goes on.
        old = change();
        form.captcha->execute();
        form.captcha->preload();
        QVERIFY(old);
        form.captcha->reset();
        QVERIFY(old);
        QCOMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->state(), State::Ready);
        // An engine that is started is not one that loads.
        form.captcha->preload();
        QVERIFY(old);
        form.captcha->reset();
        QVERIFY(!old);
        QCOMPARE(form.captcha->state(), State::Loading);
        form.host()->sayReady();
        old = change();
        form.captcha->execute();
        QVERIFY(!old);
        form.host()->sayReady();
        form.host()->sayChallenge(true);
        QCOMPARE(form.captcha->state(), State::Challenge);
        QVERIFY(form.popup());
        old = change();
        form.captcha->load();
        QVERIFY(!old);
        QCOMPARE(form.cancellations.size(), 2);
        EVENTUALLY(!form.popup());
        form.host()->sayReady();
        QCOMPARE(form.captcha->state(), State::Ready);
        QCOMPARE(ScriptedWidgetHost::all().size(), 1);
        QVERIFY(form.errors.isEmpty());
    }

    void sizes()
    {
        Form form(standard());
        QCOMPARE(form.captcha->sizeHint().height(), 100);
        QVERIFY(form.captcha->minimumSizeHint().width() <= form.captcha->sizeHint().width());
        QVERIFY(form.start());
        form.host()->saySize(300, 130, false);
        QCOMPARE(form.captcha->sizeHint().height(), 130);
        EVENTUALLY_COMPARE(form.captcha->height(), 130);
        // A page can request any size.
        form.host()->saySize(4000, 4000, false);
        QVERIFY(form.captcha->sizeHint().height() <= 300);
        QCOMPARE(form.captcha->sizeHint().width(), 300);
        form.host()->saySize(10, 10, false);
        QCOMPARE(form.captcha->sizeHint().height(), 100);
    }

    void invisibleTakesNoRoom()
    {
        Form form(invisible());
        QVERIFY(form.show());
        settle();
        QVERIFY(!form.host());
        QCOMPARE(form.captcha->sizeHint(), QSize(0, 0));
        form.captcha->execute();
        QCOMPARE(form.captcha->state(), State::Loading);
        letPass(300, "the progress would be shown by then");
        QCOMPARE(form.captcha->sizeHint(), QSize(0, 0));
        QVERIFY(!form.retry()->parentWidget()->isVisible());
        form.host()->sayReady();
        QCOMPARE(form.captcha->state(), State::Checking);
        QVERIFY(!form.window.isAncestorOf(form.host()->page()));
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        QCOMPARE(form.captcha->sizeHint(), QSize(0, 0));
        QVERIFY(!form.popup());
    }

    void progressShowsAfterAMoment()
    {
        Form form(standard());
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        auto *progress = form.captcha->findChild<QProgressBar *>();
        QVERIFY(!progress->isVisible());
        EVENTUALLY(progress->isVisible());
        QVERIFY(!form.retry()->isVisible());
        QVERIFY(form.message()->isVisible());
        QCOMPARE(progress->accessibleName(), form.message()->text());
        form.host()->sayReady();
        QVERIFY(!progress->isVisible());
    }

    void failureShowsAMessageAndARetryButton()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.host()->page()->setFocus();
        SmartCaptchaError seen;
        connect(form.captcha, &SmartCaptchaWidget::stateChanged, this, [&](State state) {
            if (state == State::Failed)
                seen = form.captcha->error();
        });
        Q_EMIT form.host()->failed(WebHost::Failure::RenderProcessGone, QStringLiteral("test"));
        QCOMPARE(form.captcha->state(), State::Failed);
        QCOMPARE(form.captcha->error().code(), Code::RenderProcessGone);
        QCOMPARE(seen.code(), Code::RenderProcessGone);
        QCOMPARE(form.errors.size(), 1);
        QCOMPARE(form.message()->text(), form.captcha->error().userMessage());
        QVERIFY(form.message()->isVisible());
        QVERIFY(!form.retry()->accessibleDescription().isEmpty());
        QVERIFY(!form.host()->page()->isVisible());
        // The focus moves from the page to the button, and back to the page after pressing it.
        QCOMPARE(QApplication::focusWidget(), form.retry());
        QTest::keyClick(form.retry(), Qt::Key_Space);
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        // Before the page is ready there is nothing in it to focus.
        QCOMPARE(QApplication::focusWidget(), form.captcha);
        form.host()->sayReady();
        QCOMPARE(QApplication::focusWidget(), form.host()->page());
        form.host()->sayReady();
        QVERIFY(!form.message()->isVisible());
        QVERIFY(form.host()->page()->isVisible());
        QCOMPARE(QApplication::focusWidget(), form.host()->page());
    }

    void noRetryWhereItCannotHelp()
    {
        SmartCaptchaOptions bad = standard();
        bad.setSiteKey(QStringLiteral("ysc2_secret"));
        // Until load() there is only a line in the log.
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("^No captcha is shown: .*server key")));
        Form form(bad);
        QVERIFY(form.show());
        QCoreApplication::processEvents();
        QCOMPARE(form.captcha->state(), State::Idle);
        form.captcha->load();
        QVERIFY(form.errors.isEmpty());
        EVENTUALLY_COMPARE(form.errors.size(), 1);
        QCOMPARE(form.captcha->error().code(), Code::InvalidOptions);
        QVERIFY(form.message()->isVisible());
        QVERIFY(!form.retry()->isVisible());
    }

    void messageFitsIntoANarrowWidget()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.window.resize(220, 200);
        Q_EMIT form.host()->failed(WebHost::Failure::Certificate, QStringLiteral("test"));
        EVENTUALLY(form.captcha->height()
                   >= form.message()->heightForWidth(form.message()->width()) + form.retry()->height());
    }

    void invisibleFailureShowsAndIsRetriedWhole()
    {
        Form form(invisible());
        QVERIFY(form.start());
        form.captcha->execute();
        Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        QCOMPARE(form.captcha->state(), State::Failed);
        QVERIFY(form.retry()->isVisible());
        QVERIFY(form.captcha->sizeHint().height() > 0);
        form.retry()->click();
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        form.host()->sayReady();
        QCOMPARE(form.captcha->state(), State::Checking);
        QCOMPARE(form.host()->commands.last(), QStringLiteral("execute"));
        QCOMPARE(form.captcha->sizeHint(), QSize(0, 0));
    }

    void popupHasRoomAndGivesThePageBack_data()
    {
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::newRow("standard") << standard();
        QTest::newRow("invisible") << invisible();
    }

    void popupHasRoomAndGivesThePageBack()
    {
        QFETCH(SmartCaptchaOptions, options);
        const bool isStandard = options.mode() == SmartCaptchaOptions::Mode::Standard;
        Form form(options);
        QVERIFY(form.start());
        form.before->setFocus();
        const QSize formSize = form.window.size();
        QSignalSpy shown(form.captcha, &SmartCaptchaWidget::challengeShown);
        QSignalSpy hidden(form.captcha, &SmartCaptchaWidget::challengeHidden);
        form.openChallenge();
        QCOMPARE(shown.size(), 1);
        const QPointer<QDialog> popup = form.popup();
        QVERIFY(popup);
        QVERIFY(popup->isVisible());
        QVERIFY(!popup->windowTitle().isEmpty());
        QCOMPARE(popup->windowModality(), Qt::WindowModal);
        QPointer<QLineEdit> page = form.host()->page();
        QCOMPARE(page->window(), popup);
        EVENTUALLY(page->hasFocus());
        EVENTUALLY(page->width() >= 360 && page->height() >= 480);
        form.host()->saySize(420, 560, true);
        EVENTUALLY_COMPARE(page->size(), QSize(420, 560));
        form.host()->saySize(4000, 4000, true);
        const QRect screen = popup->screen()->availableGeometry();
        EVENTUALLY(popup->width() > 420);
        QVERIFY2(screen.contains(popup->geometry()), "The popup extends beyond the screen");
        // The form keeps its size.
        QCOMPARE(form.window.size(), formSize);
        QCOMPARE(form.captcha->isVisible(), true);

        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.captcha->state(), State::Solved);
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(form.window.isAncestorOf(page), isStandard);
        QVERIFY(page->isVisible());
        QCOMPARE(page->window()->testAttribute(Qt::WA_DontShowOnScreen), !isStandard);
        EVENTUALLY(!popup);
        EVENTUALLY_COMPARE(QApplication::focusWidget(), form.before);
        QCOMPARE(form.window.size(), formSize);
    }

    void focusInThePageStaysThere()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.host()->page()->setFocus();
        form.openChallenge();
        EVENTUALLY(form.host()->page()->hasFocus());
        form.host()->sayToken(QStringLiteral("abc"));
        EVENTUALLY(!form.popup());
        form.window.activateWindow();
        EVENTUALLY_COMPARE(QApplication::focusWidget(), form.host()->page());
    }

    void popupHasAnEdge_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::newRow("light") << QColor(0xef, 0xef, 0xef);
        QTest::newRow("dark") << QColor(0x20, 0x20, 0x20);
    }

    // Not every window system draws a frame.
    void popupHasAnEdge()
    {
        QFETCH(QColor, ground);
        Form form(standard());
        form.window.setPalette(QPalette(ground, ground));
        QVERIFY(form.start());
        form.host()->sayChallenge(true);
        EVENTUALLY(form.popup());
        const QImage image = form.popup()->grab().toImage();
        const auto distance = [&](int x, int y) {
            return std::abs(image.pixelColor(x, y).lightness() - ground.lightness());
        };
        for (int x = 0; x < image.width(); ++x) {
            QVERIFY2(distance(x, 0) > 40, qPrintable(QString::number(x)));
            QVERIFY2(distance(x, image.height() - 1) > 40, qPrintable(QString::number(x)));
        }
        for (int y = 0; y < image.height(); ++y) {
            QVERIFY2(distance(0, y) > 40, qPrintable(QString::number(y)));
            QVERIFY2(distance(image.width() - 1, y) > 40, qPrintable(QString::number(y)));
        }
    }

    void popupIsCancelled_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("Esc in the page") << 0;
        QTest::newRow("Esc beside the page") << 1;
        QTest::newRow("button") << 2;
        QTest::newRow("closed") << 3;
        QTest::newRow("form hidden") << 4;
        QTest::newRow("closed by the page") << 5;
        QTest::newRow("slot") << 6;
    }

    void popupIsCancelled()
    {
        QFETCH(int, how);
        Form form(standard());
        QVERIFY(form.start());
        form.openChallenge();
        const QPointer<QDialog> popup = form.popup();
        QVERIFY(popup);
        auto *button = popup->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
        QVERIFY(button->isVisible());
        switch (how) {
        case 0:
            QTest::keyClick(form.host()->page(), Qt::Key_Escape);
            break;
        case 1:
            QTest::keyClick(button, Qt::Key_Escape);
            break;
        case 2:
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        case 3:
            popup->close();
            break;
        case 4:
            form.window.hide();
            break;
        case 5:
            form.host()->sayChallenge(false);
            break;
        case 6:
            form.captcha->cancel();
            break;
        }
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->state(), State::Ready);
        QCOMPARE(form.host()->page()->parentWidget(), form.captcha);
        EVENTUALLY(!popup);
        QVERIFY(form.errors.isEmpty() && form.tokens.isEmpty());
        // Once more in the same way.
        form.window.show();
        form.openChallenge();
        QVERIFY(form.popup());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
    }

    void hidingCancelsAnOpenChallenge_data()
    {
        QTest::addColumn<bool>("inlined");
        QTest::addColumn<QString>("how");
        for (const char *how : {"page of a stack", "hidden", "into something hidden", "MDI window minimised",
                                "window hidden"}) {
            QTest::addRow("popup, %s", how) << false << QString::fromLatin1(how);
            QTest::addRow("inline, %s", how) << true << QString::fromLatin1(how);
        }
    }

    void hidingCancelsAnOpenChallenge()
    {
        QFETCH(bool, inlined);
        QFETCH(QString, how);
        QWidget elsewhere;
        QMdiArea area;
        auto *const stack = new QStackedWidget;
        auto *const captcha = new SmartCaptchaWidget(standard());
        captcha->setChallengePresentation(inlined ? Presentation::Inline : Presentation::Popup);
        auto *const page = new QWidget;
        (new QVBoxLayout(page))->addWidget(captcha);
        stack->addWidget(page);
        stack->addWidget(new QLineEdit);
        QMdiSubWindow *const inner = area.addSubWindow(stack);
        area.show();
        EVENTUALLY_COMPARE(captcha->state(), State::Loading);
        ScriptedWidgetHost::all().last()->sayReady();
        ScriptedWidgetHost::all().last()->sayChallenge(true);
        QSignalSpy cancelled(captcha, &SmartCaptchaWidget::cancelled);
        const auto popup = [&] { return area.findChild<QDialog *>(QStringLiteral("smartCaptchaPopup")); };
        QCOMPARE(popup() != nullptr, !inlined);
        // Moving it to another visible place leaves the challenge open.
        auto *const beside = new QWidget;
        stack->insertWidget(0, beside);
        (new QVBoxLayout(beside))->addWidget(captcha);
        stack->setCurrentIndex(0);
        captcha->show();
        QCoreApplication::processEvents();
        QVERIFY(cancelled.isEmpty());
        if (how == QLatin1String("page of a stack"))
            stack->setCurrentIndex(2);
        else if (how == QLatin1String("hidden"))
            captcha->hide();
        else if (how == QLatin1String("into something hidden"))
            captcha->setParent(&elsewhere);
        else if (how == QLatin1String("MDI window minimised"))
            inner->showMinimized();
        else
            area.hide();
        EVENTUALLY_COMPARE(cancelled.size(), 1);
        EVENTUALLY(!popup());
        QCoreApplication::processEvents();
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(captcha->state(), State::Ready);
    }

    void keysInAnInlineChallengeStayThere()
    {
        QDialog dialog;
        auto *const captcha = new SmartCaptchaWidget(standard());
        captcha->setChallengePresentation(Presentation::Inline);
        auto *const ok = new QPushButton(QStringLiteral("&OK"));
        ok->setDefault(true);
        auto *const column = new QVBoxLayout(&dialog);
        column->addWidget(captcha);
        column->addWidget(ok);
        QSignalSpy pressed(ok, &QPushButton::clicked);
        const QShortcut save(QKeySequence(Qt::CTRL | Qt::Key_S), &dialog);
        QSignalSpy saved(&save, &QShortcut::activated);
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        QSignalSpy cancelled(captcha, &SmartCaptchaWidget::cancelled);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        EVENTUALLY_COMPARE(captcha->state(), State::Loading);
        ScriptedWidgetHost::all().last()->sayReady();
        QLineEdit *const page = ScriptedWidgetHost::all().last()->page();
        page->setFocus();
        const auto press = [&] {
            QTest::keyClick(dialog.windowHandle(), Qt::Key_S, Qt::ControlModifier);
            QTest::keyClick(dialog.windowHandle(), Qt::Key_O, Qt::AltModifier);
            QTest::keyClick(dialog.windowHandle(), Qt::Key_Return);
        };
        press();
        // Without a challenge the shortcuts work as usual.
        QCOMPARE(saved.size(), 1);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        ScriptedWidgetHost::all().last()->sayChallenge(true);
        EVENTUALLY_COMPARE(QApplication::focusWidget(), page);
        saved.clear();
        pressed.clear();
        press();
        QCOMPARE(saved.size(), 0);
        QCOMPARE(pressed.size(), 0);
        QTest::keyClick(dialog.windowHandle(), Qt::Key_Escape);
        EVENTUALLY_COMPARE(cancelled.size(), 1);
        QCOMPARE(rejected.size(), 0);
        QVERIFY(dialog.isVisible());
    }

    void inlineTakesTheFocusAfterTyping_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<bool>("takes");
        QTest::newRow("nothing else") << QString() << true;
        QTest::newRow("execute()") << QStringLiteral("execute") << true;
        QTest::newRow("nobody has pressed") << QStringLiteral("nobody") << false;
        QTest::newRow("another field") << QStringLiteral("field") << false;
        QTest::newRow("hidden and shown") << QStringLiteral("hidden") << false;
        QTest::newRow("hidden for a moment") << QStringLiteral("moment") << true;
        QTest::newRow("in the background for a moment") << QStringLiteral("background") << true;
    }

    void inlineTakesTheFocusAfterTyping()
    {
        QFETCH(QString, meanwhile);
        QFETCH(bool, takes);
        Form form(meanwhile == QLatin1String("execute") ? invisible() : standard());
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        form.host()->tellPresses();
        form.before->setFocus();
        const bool isAsked = meanwhile != QLatin1String("nobody");
        if (isAsked && meanwhile != QLatin1String("execute"))
            form.host()->press();
        QElapsedTimer sinceKey;
        sinceKey.start();
        QTest::keyClick(form.window.windowHandle(), Qt::Key_A);
        form.openChallenge();
        QCOMPARE(form.captcha->state(), isAsked ? State::Challenge : State::Ready);
        if (sinceKey.elapsed() > TypingGuard::Pause / 2)
            QSKIP("This computer is too busy to type on it");
        QCOMPARE(QApplication::focusWidget(), form.before);
        QWidget *stays = form.before;
        if (meanwhile == QLatin1String("field")) {
            stays = form.after;
            stays->setFocus();
        } else if (meanwhile == QLatin1String("hidden")) {
            form.captcha->hide();
            EVENTUALLY_COMPARE(form.cancellations.size(), 1);
            form.captcha->show();
            // The press was for the challenge before.
            form.host()->sayChallenge(true);
            QCOMPARE(form.captcha->state(), State::Ready);
        } else if (meanwhile == QLatin1String("moment")) {
            form.captcha->hide();
            form.captcha->show();
        } else if (meanwhile == QLatin1String("background")) {
            form.host()->setPaused(true);
            form.host()->setPaused(false);
        }
        letPass(2 * TypingGuard::Pause, "the person pauses");
        QCOMPARE(QApplication::focusWidget(), takes ? form.host()->page() : stays);
        QCOMPARE(form.captcha->state() == State::Challenge, isAsked && meanwhile != QLatin1String("hidden"));
    }

    void wheelOverTheCaptchaScrollsTheForm()
    {
        QScrollArea area;
        auto *const content = new QWidget;
        auto *const column = new QVBoxLayout(content);
        auto *const captcha = new SmartCaptchaWidget(standard());
        captcha->setChallengePresentation(Presentation::Inline);
        column->addWidget(captcha);
        column->addSpacing(3000);
        area.setWidget(content);
        area.resize(400, 400);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        EVENTUALLY_COMPARE(captcha->state(), State::Loading);
        ScriptedWidgetHost *const host = ScriptedWidgetHost::all().last();
        host->sayReady();
        // Like an engine, which accepts every wheel event.
        class Eater : public QObject {
        public:
            bool eventFilter(QObject *, QEvent *event) override
            {
                return event->type() == QEvent::Wheel && ++eaten;
            }
            int eaten = 0;
        } engine;
        host->page()->installEventFilter(&engine);
        QCoreApplication::sendPostedEvents();
        host->page()->removeEventFilter(captcha);
        host->page()->installEventFilter(captcha);
        const auto roll = [&] {
            const QPointF place = host->page()->mapTo(&area, QPointF(20, 20));
            QWheelEvent event(place, area.mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            // Only spontaneous wheel events are propagated to parent widgets.
            QSpontaneKeyEvent::setSpontaneous(&event);
            qApp->notify(area.windowHandle(), &event);
        };
        roll();
        QCOMPARE(engine.eaten, 0);
        QVERIFY(area.verticalScrollBar()->value() > 0);
        // A challenge may scroll its own page.
        area.verticalScrollBar()->setValue(0);
        host->sayChallenge(true);
        roll();
        QCOMPARE(engine.eaten, 1);
    }

    void failureInThePopupShowsInTheForm()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.openChallenge();
        const QPointer<QDialog> popup = form.popup();
        Q_EMIT form.host()->failed(WebHost::Failure::RenderProcessGone, QStringLiteral("test"));
        QCOMPARE(form.captcha->state(), State::Failed);
        EVENTUALLY(!popup);
        QVERIFY(form.message()->isVisible());
        QVERIFY(!form.host()->page()->isVisible());
    }

    void windowGoesWhileThePopupIsOpen()
    {
        auto form = std::make_unique<Form>(standard());
        QVERIFY(form->start());
        form->openChallenge();
        QVERIFY(form->popup());
        form.reset();
        QVERIFY(ScriptedWidgetHost::all().isEmpty());
    }

    void popupGoesWithAWindowThatTheWidgetHasLeft()
    {
        auto form = std::make_unique<Form>(standard());
        QVERIFY(form->start());
        form->openChallenge();
        SmartCaptchaWidget *captcha = form->captcha;
        QWidget other;
        auto *column = new QVBoxLayout(&other);
        column->addWidget(captcha);
        other.show();
        QSignalSpy cancelled(captcha, &SmartCaptchaWidget::cancelled);
        form.reset();
        EVENTUALLY_COMPARE(cancelled.size(), 1);
        QCOMPARE(captcha->state(), State::Ready);
        EVENTUALLY(ScriptedWidgetHost::all().last()->page()->isVisible());
        QVERIFY(captcha->isAncestorOf(ScriptedWidgetHost::all().last()->page()));
    }

    void bearsLosingItsPage()
    {
        Form form(standard());
        QVERIFY(form.start());
        delete form.host()->page();
        form.captcha->load();
        QCOMPARE(form.captcha->state(), State::Loading);
        QCOMPARE(ScriptedWidgetHost::all().size(), 1);
        form.host()->sayReady();
        EVENTUALLY(form.host()->page()->isVisible());
    }

    void movesToAnotherWindow()
    {
        Form form(standard());
        QVERIFY(form.start());
        QWidget other;
        auto *column = new QVBoxLayout(&other);
        column->addWidget(form.captcha);
        other.show();
        QCOMPARE(form.captcha->state(), State::Ready);
        EVENTUALLY(form.host()->page()->isVisible());
        form.openChallenge();
        QVERIFY(!form.popup());
        QVERIFY(other.findChild<QDialog *>(QStringLiteral("smartCaptchaPopup")));
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        form.window.layout()->addWidget(form.captcha);
    }

    void inlineGrowsAndShrinksBack_data() { popupHasRoomAndGivesThePageBack_data(); }
    void inlineGrowsAndShrinksBack()
    {
        QFETCH(SmartCaptchaOptions, options);
        Form form(options);
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        EVENTUALLY(form.window.height() > 0);
        const QSize formSize = form.window.size();
        const QSize before = form.captcha->sizeHint();
        form.openChallenge();
        QVERIFY(!form.popup());
        QVERIFY(form.host()->page()->isVisible());
        EVENTUALLY(form.captcha->height() >= 480);
        QVERIFY(form.window.height() > formSize.height());
        EVENTUALLY_COMPARE(form.host()->page()->size(), form.captcha->size());
        form.host()->saySize(380, 520, true);
        EVENTUALLY(form.captcha->height() >= 520);
        // Not larger than the screen, including the rest of the form.
        form.host()->saySize(4000, 4000, true);
        QCoreApplication::sendPostedEvents();
        QVERIFY(form.window.minimumSizeHint().height() <= form.window.screen()->availableSize().height());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.captcha->sizeHint(), before);
        EVENTUALLY_COMPARE(form.window.size(), formSize);
    }

    void inlineLeavesAWindowThatWasResizedMeanwhile()
    {
        Form form(standard());
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        form.openChallenge();
        EVENTUALLY(form.captcha->height() >= 480);
        form.window.resize(form.window.size() + QSize(50, 50));
        const QSize chosen = form.window.size();
        form.host()->sayToken(QStringLiteral("abc"));
        settle();
        QCOMPARE(form.window.size(), chosen);
    }

    void escapeBelongsToTheDialogUntilThereIsAChallenge()
    {
        Form form(standard());
        QVERIFY(form.start());
        QSignalSpy cancelled(form.captcha, &SmartCaptchaWidget::cancelled);
        QTest::keyClick(form.host()->page(), Qt::Key_Escape);
        settle();
        QVERIFY(cancelled.isEmpty());
        form.captcha->execute();
        QCOMPARE(form.captcha->state(), State::Checking);
        QTest::keyClick(form.host()->page(), Qt::Key_Escape);
        EVENTUALLY_COMPARE(cancelled.size(), 1);
    }

    void tabGoesThroughThePage()
    {
        Form form(standard());
        QVERIFY(form.start());
        // A challenge moves the page out of the window and back again.
        form.openChallenge();
        form.host()->sayToken(QStringLiteral("abc"));
        EVENTUALLY(!form.popup());
        form.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        form.before->setFocus();
        QTest::keyClick(form.before, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.host()->page());
        QTest::keyClick(form.host()->page(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.after);
        QTest::keyClick(form.after, Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), form.host()->page());
        QTest::keyClick(form.host()->page(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), form.before);
        form.captcha->setFocus();
        QCOMPARE(QApplication::focusWidget(), form.host()->page());
    }

    // Style sheets paint with colors that are not in any palette.
    void saysWhatFreezesThePage_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("effect of the widget")
            << QStringLiteral("own") << QStringLiteral("^SmartCaptchaWidget has a QGraphicsEffect");
        QTest::newRow("effect around it")
            << QStringLiteral("around") << QStringLiteral("^QFrame has a QGraphicsEffect");
        QTest::newRow("scene") << QStringLiteral("scene")
                               << QStringLiteral("^The captcha is in a QGraphicsScene");
    }

    void saysWhatFreezesThePage()
    {
        QFETCH(QString, what);
        QFETCH(QString, says);
        QFrame card;
        auto *const captcha = new SmartCaptchaWidget(standard(), &card);
        QGraphicsScene scene;
        const std::unique_ptr<QGraphicsProxyWidget> proxy(
            what == QLatin1String("scene") ? new QGraphicsProxyWidget : nullptr);
        if (what == QLatin1String("own"))
            captcha->setGraphicsEffect(new QGraphicsOpacityEffect);
        else if (what == QLatin1String("around"))
            card.setGraphicsEffect(new QGraphicsDropShadowEffect);
        else if (proxy)
            proxy->setWidget(&card);
        if (says.isEmpty())
            QTest::failOnWarning(QRegularExpression(QStringLiteral("QGraphics")));
        else
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(says));
        card.show();
        captcha->load();
        EVENTUALLY_COMPARE(captcha->state(), State::Loading);
        // The warning appears only once.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("QGraphics")));
        captcha->load();
        QCOMPARE(captcha->state(), State::Loading);
        if (proxy)
            proxy->setWidget(nullptr);
    }

    void takesOnWhatIsBehindIt_data()
    {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("color");
        QTest::newRow("everything") << QStringLiteral("QWidget { background: #202428; }")
                                    << QStringLiteral("#202428");
        QTest::newRow("type") << QStringLiteral("QDialog { background: #203040; }")
                              << QStringLiteral("#203040");
        QTest::newRow("id") << QStringLiteral("#card { background: #102030; }") << QStringLiteral("#102030");
        QTest::newRow("type and id") << QStringLiteral(
            "QDialog { background: #203040; } QFrame#card { background: "
            "#402030; }") << QStringLiteral("#402030");
    }

    void takesOnWhatIsBehindIt()
    {
        QFETCH(QString, sheet);
        QFETCH(QString, color);
        QDialog window;
        window.setStyleSheet(sheet);
        auto *const column = new QVBoxLayout(&window);
        auto *const card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        column->addWidget(card);
        auto *const inner = new QVBoxLayout(card);
        auto *const captcha = new SmartCaptchaWidget(standard());
        inner->addWidget(captcha);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        EVENTUALLY_COMPARE(captcha->state(), State::Loading);
        ScriptedWidgetHost *const host = ScriptedWidgetHost::all().last();
        host->sayReady();
        const auto matches = [&] {
            return host->page()->palette().color(QPalette::Window).name() == color
                && (host->loaded.html().contains(color)
                    || host->lastCommand.value(QLatin1String("background")).toString() == color);
        };
        EVENTUALLY(matches());
        auto *const panel =
            captcha->findChild<QWidget *>(QStringLiteral("smartCaptchaMessage"))->parentWidget();
        QCOMPARE(panel->palette().color(QPalette::Window).name(), color);
        // A style sheet for all widgets also determines the text color.
        if (!sheet.contains(QLatin1String("QWidget")))
            QVERIFY(panel->palette().color(QPalette::WindowText).lightness() > 128);
        // The style sheet changes while the widget is visible.
        window.setStyleSheet(QStringLiteral("QDialog, QFrame { background: #fefefe; }"));
        EVENTUALLY_COMPARE(host->lastCommand.value(QLatin1String("background")).toString(),
                           QStringLiteral("#fefefe"));
        QCOMPARE(host->lastCommand.value(QLatin1String("theme")).toString(), QStringLiteral("light"));
    }

    void followsThePalette()
    {
        Form form(standard());
        QVERIFY(form.start());
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("color-scheme: light")));
        form.window.setPalette(QPalette(QColor(30, 32, 36)));
        EVENTUALLY_COMPARE(form.host()->commands.last(), QStringLiteral("appearance"));
        QCOMPARE(form.host()->lastCommand.value(QLatin1String("theme")).toString(), QStringLiteral("dark"));
        QCOMPARE(form.host()->lastCommand.value(QLatin1String("background")).toString(),
                 QStringLiteral("#1e2024"));
        form.captcha->load();
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("color-scheme: dark")));
    }

    void followsTheLanguage()
    {
        Form form(standard());
        QVERIFY(form.start());
        const QString english = form.captcha->accessibleName();
        const auto speak = [&form](const QString &language) {
            QLocale::setDefault(QLocale(language));
            SmartCaptcha::installTranslator(QLocale(language));
            // Sent to the widget from the event loop.
            QCoreApplication::processEvents();
            Q_UNUSED(form)
        };
        speak(QStringLiteral("ru"));
        EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
        QCOMPARE(form.host()->loads, 2);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("lang=\"ru\"")));
        QVERIFY(form.captcha->accessibleName() != english);
        form.host()->sayReady();

        // The captcha is not reloaded during a challenge, nor if that would discard a token.
        form.openChallenge();
        const QString russianTitle = form.popup()->windowTitle();
        speak(QStringLiteral("en"));
        QCOMPARE(form.captcha->state(), State::Challenge);
        QVERIFY(form.popup()->windowTitle() != russianTitle);
        form.host()->sayToken(QStringLiteral("abc"));
        settle();
        QCOMPARE(form.captcha->state(), State::Solved);
        QCOMPARE(form.host()->loads, 2);
        form.captcha->reset();
        EVENTUALLY_COMPARE(form.host()->loads, 3);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("lang=\"en\"")));
        form.host()->sayReady();

        // An explicitly set language stays.
        SmartCaptchaOptions tatar = standard();
        tatar.setLanguage(QStringLiteral("tt"));
        form.captcha->setOptions(tatar);
        form.captcha->load();
        form.host()->sayReady();
        speak(QStringLiteral("ru"));
        settle();
        QCOMPARE(form.host()->loads, 4);
        QCOMPARE(form.captcha->state(), State::Ready);
        SmartCaptcha::installTranslator(QLocale(QStringLiteral("en")));
    }

    void verifiesEachTokenOverAnEarlyConnection()
    {
        // Without TLS there is no connection to open in advance.
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        ScriptedServer server;
        SmartCaptchaVerifier verifier;
        startBackend(server, verifier);
        Form form(standard());
        form.captcha->setVerifier(&verifier);
        QSignalSpy verified(form.captcha, &SmartCaptchaWidget::verified);
        QVERIFY(form.start());
        EVENTUALLY_COMPARE(server.connectionCount(), 1);
        QVERIFY(server.requests().isEmpty());
        form.host()->sayToken(QStringLiteral("first"));
        EVENTUALLY_COMPARE(verified.size(), 1);
        QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
        form.captcha->reset();
        form.host()->sayToken(QStringLiteral("second"));
        // The token is verified although the widget is reset at once.
        form.captcha->reset();
        EVENTUALLY_COMPARE(verified.size(), 2);
        QCOMPARE(verified.first().last().value<SmartCaptchaToken>().value(), QStringLiteral("first"));
        QCOMPARE(verified.last().last().value<SmartCaptchaToken>().value(), QStringLiteral("second"));
        QCOMPARE(server.countOfToken(QStringLiteral("first")), 1);
        QCOMPARE(server.countOfToken(QStringLiteral("second")), 1);
    }

    /// The server closes a connection that nothing is sent over, and the person takes long.
    void keepsTheConnectionWhileThePersonIsSolving()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        ScriptedServer server;
        SmartCaptchaVerifier verifier;
        startBackend(server, verifier);
        Form form(standard());
        form.captcha->setVerifier(&verifier);
        QVERIFY(form.start());
        form.host()->sayChallenge(true);
        EVENTUALLY_COMPARE(form.captcha->state(), State::Challenge);
        EVENTUALLY_COMPARE(server.connectionCount(), 1);
        letPass(100, "the client's side of the handshake ends after the server's");
        server.closeConnections();
        EVENTUALLY_COMPARE(server.connectionCount(), 2);
        form.captcha->reset();
        QCOMPARE(form.captcha->state(), State::Ready);
    }

    void tokenGoesToAVerifierByConnection()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
        Form form(standard());
        connect(form.captcha, &SmartCaptchaWidget::tokenReceived, &verifier,
                &SmartCaptchaVerifier::verifyToken);
        QSignalSpy accepted(&verifier, &SmartCaptchaVerifier::accepted);
        QVERIFY(form.start());
        form.host()->sayToken(QStringLiteral("connected"));
        EVENTUALLY_COMPARE(accepted.size(), 1);
        QCOMPARE(server.countOfToken(QStringLiteral("connected")), 1);
    }

    void offersRetryWhereNobodyKnows()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setBackendUrl(
            QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(ScriptedServer::refusingPort())));
        Form form(standard());
        form.captcha->setVerifier(&verifier);
        QSignalSpy verified(form.captcha, &SmartCaptchaWidget::verified);
        const auto result = [&] { return verified.last().first().value<SmartCaptchaResult>(); };
        QVERIFY(form.start());
        form.host()->sayToken(QStringLiteral("first"));
        EVENTUALLY_COMPARE(verified.size(), 1);
        QCOMPARE(result().error(), SmartCaptchaResult::Error::Network);
        QVERIFY(!result().isAccepted());
        QVERIFY(form.retry()->isVisible());
        // The token was never sent, so the user does not have to solve the captcha again.
        verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
        QTest::keyClick(form.retry(), Qt::Key_Space);
        EVENTUALLY_COMPARE(verified.size(), 2);
        QVERIFY(result().isAccepted());
        QVERIFY(!form.retry()->isVisible());
        QCOMPARE(server.countOfToken(QStringLiteral("first")), 1);
        QCOMPARE(form.captcha->state(), State::Solved);

        // The service has received this token, so it is used up.
        form.captcha->reset();
        server.setAction(ScriptedServer::answer({}, "503 Service Unavailable"));
        form.host()->sayToken(QStringLiteral("second"));
        EVENTUALLY_COMPARE(verified.size(), 3);
        QVERIFY(form.retry()->isVisible());
        QTest::keyClick(form.retry(), Qt::Key_Space);
        EVENTUALLY_COMPARE(form.captcha->state(), State::Ready);
        QVERIFY(!form.retry()->isVisible());
        QCOMPARE(form.host()->commands.last(), QStringLiteral("reset"));
        QCOMPARE(verified.size(), 3);
        QCOMPARE(server.countOfToken(QStringLiteral("second")), 1);

        // Nor is a token verified again by a verifier that does not remember what it has sent.
        verifier.setReuseCheckEnabled(false);
        verifier.setBackendUrl(
            QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(ScriptedServer::refusingPort())));
        form.host()->sayToken(QStringLiteral("unremembered"));
        EVENTUALLY_COMPARE(verified.size(), 4);
        verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
        QTest::keyClick(form.retry(), Qt::Key_Space);
        EVENTUALLY_COMPARE(form.captcha->state(), State::Ready);
        QCOMPARE(server.countOfToken(QStringLiteral("unremembered")), 0);
        verifier.setReuseCheckEnabled(true);

        // The verdict "robot" is final; the application has to handle it.
        server.setAction(ScriptedServer::answer(R"({"status":"failed","message":""})"));
        form.host()->sayToken(QStringLiteral("third"));
        EVENTUALLY_COMPARE(verified.size(), 5);
        QVERIFY(!form.retry()->isVisible());
    }

    void bearsLosingItsVerifier()
    {
        ScriptedServer server;
        server.start();
        server.setAction(ScriptedServer::hang());
        auto verifier = std::make_unique<SmartCaptchaVerifier>();
        verifier->setBackendUrl(server.url(QStringLiteral("/verify")));
        Form form(standard());
        form.captcha->setVerifier(verifier.get());
        QCOMPARE(form.captcha->verifier(), verifier.get());
        QVERIFY(form.start());
        form.host()->sayToken(QStringLiteral("first"));
        QSignalSpy changes(form.captcha, &SmartCaptchaWidget::verifierChanged);
        verifier.reset();
        QVERIFY(!form.captcha->verifier());
        QCOMPARE(changes.size(), 1);
        QVERIFY(!changes.first().first().value<SmartCaptchaVerifier *>());
        form.captcha->reset();
        form.host()->sayToken(QStringLiteral("second"));
        QCOMPARE(form.tokens.size(), 2);
    }

    void theChallengeEndsWhileItsPopupOpens_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"reset", "cancel", "load", "hide"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    // The focus leaves the page before the popup opens; a slot that hears of it ends the challenge.
    void theChallengeEndsWhileItsPopupOpens()
    {
        QFETCH(QString, how);
        Form form(standard());
        QVERIFY(form.start());
        form.captcha->setFocus();
        bool heard = false;
        const auto connection = connect(qApp, &QApplication::focusChanged, this, [&] {
            if (std::exchange(heard, true) || form.captcha->state() != State::Challenge)
                return;
            if (how == QLatin1String("reset"))
                form.captcha->reset();
            else if (how == QLatin1String("cancel"))
                form.captcha->cancel();
            else if (how == QLatin1String("load"))
                form.captcha->load();
            else
                form.captcha->hide();
        });
        form.openChallenge();
        EVENTUALLY(heard);
        disconnect(connection);
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        EVENTUALLY(!form.popup() || !form.popup()->isVisible());
    }

    void preloadWarmsUpWithoutLoading()
    {
        Form form(invisible());
        form.captcha->preload();
        form.captcha->preload();
        QCOMPARE(ScriptedWidgetHost::all().size(), 1);
        QCOMPARE(form.host()->loads, 0);
        QVERIFY(form.host()->warmUps > 0);
        QCOMPARE(form.captcha->state(), State::Idle);
        form.captcha->execute();
        QCOMPARE(ScriptedWidgetHost::all().size(), 1);
        QCOMPARE(form.host()->loads, 1);
    }

    void expiryIsReportedAndTheButtonComesBack()
    {
        Form form(standard());
        QVERIFY(form.start());
        QSignalSpy expired(form.captcha, &SmartCaptchaWidget::tokenExpired);
        form.host()->sayToken(QStringLiteral("abc"));
        form.host()->say(QStringLiteral("tokenExpired"));
        EVENTUALLY_COMPARE(expired.size(), 1);
        QCOMPARE(form.captcha->state(), State::Expired);
        QVERIFY(form.host()->page()->isVisible());
        QCOMPARE(form.host()->commands.last(), QStringLiteral("reset"));
    }

    void hiddenAndShownAgain()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.window.hide();
        form.host()->sayToken(QStringLiteral("abc"));
        form.window.show();
        settle();
        QCOMPARE(form.captcha->state(), State::Solved);
        QCOMPARE(form.host()->loads, 1);
    }

    void twoAtOnce()
    {
        Form first(standard());
        QVERIFY(first.start());
        ScriptedWidgetHost *const firstHost = first.host();
        Form second(standard());
        QVERIFY(second.start());
        ScriptedWidgetHost *const secondHost = second.host();
        QVERIFY(firstHost != secondHost);
        firstHost->sayChallenge(true);
        secondHost->sayChallenge(true);
        QVERIFY(first.popup() && second.popup());
        secondHost->sayToken(QStringLiteral("two"));
        firstHost->sayToken(QStringLiteral("one"));
        QCOMPARE(first.captcha->token().value(), QStringLiteral("one"));
        QCOMPARE(second.captcha->token().value(), QStringLiteral("two"));
    }

    void deletedInEverySlot_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::addColumn<Presentation>("presentation");
        const QMetaObject &meta = SmartCaptchaWidget::staticMetaObject;
        for (const char *name :
             {"ready()", "challengeShown()", "challengeHidden()", "tokenReceived(SmartCaptchaToken)",
              "tokenExpired()", "cancelled()", "errorOccurred(SmartCaptchaError)"}) {
            const int index = meta.indexOfSignal(name);
            QVERIFY2(index >= 0, name);
            QTest::addRow("%s standard popup", name) << index << standard() << Presentation::Popup;
            QTest::addRow("%s standard inline", name) << index << standard() << Presentation::Inline;
            QTest::addRow("%s invisible popup", name) << index << invisible() << Presentation::Popup;
        }
    }

    void deletedInEverySlot()
    {
        QFETCH(int, signal);
        QFETCH(SmartCaptchaOptions, options);
        QFETCH(Presentation, presentation);
        Form form(options);
        form.captcha->setChallengePresentation(presentation);
        m_victim = form.captcha;
        QMetaObject::connect(form.captcha, signal, this, metaObject()->indexOfSlot("deleteVictim()"));
        // After a deletion, the remaining steps do nothing.
        (void)form.start();
        const auto host = [] {
            return ScriptedWidgetHost::all().isEmpty() ? nullptr : ScriptedWidgetHost::all().last();
        };
        if (m_victim) {
            form.openChallenge();
            if (m_victim)
                QTest::keyClick(host()->page(), Qt::Key_Escape);
            settle();
        }
        if (m_victim) {
            form.openChallenge();
            if (m_victim)
                host()->sayToken(QStringLiteral("abc"));
        }
        if (m_victim)
            host()->say(QStringLiteral("tokenExpired"));
        if (m_victim) {
            form.captcha->load();
            Q_EMIT host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        }
        QVERIFY(!m_victim);
        settle();
    }

    void deletedInEveryState_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("inSlot");
        for (const State state :
             {State::Idle, State::Loading, State::Ready, State::Checking, State::Challenge, State::Solved,
              State::Expired, State::Failed, State::Cancelled}) {
            const QByteArray name = QVariant::fromValue(state).toString().toUtf8();
            // The state Cancelled is left immediately, so it can only be observed in a slot.
            if (state != State::Cancelled)
                QTest::addRow("%s", name.constData()) << state << false;
            if (state != State::Idle)
                QTest::addRow("%s in the slot", name.constData()) << state << true;
        }
    }

    void deletedInEveryState()
    {
        QFETCH(State, state);
        QFETCH(bool, inSlot);
        Form form(standard());
        m_victim = form.captcha;
        if (inSlot)
            connect(form.captcha, &SmartCaptchaWidget::stateChanged, this, [this, state](State now) {
                if (now == state)
                    delete m_victim;
            });
        const auto at = [&] { return !m_victim || (m_victim->state() == state && !inSlot); };
        const QList<std::function<void()>> steps{
            [&] { form.captcha->load(); },
            [&] { form.host()->sayReady(); },
            [&] { form.captcha->execute(); },
            [&] { form.host()->sayChallenge(true); },
            [&] { form.captcha->cancel(); },
            [&] { form.host()->sayToken(QStringLiteral("abc")); },
            [&] { form.host()->say(QStringLiteral("tokenExpired")); },
            [&] { form.captcha->load(); },
            [&] { Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test")); },
        };
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        for (const auto &step : steps) {
            if (at())
                break;
            step();
        }
        QVERIFY(at());
        delete m_victim;
        QVERIFY(ScriptedWidgetHost::all().isEmpty());
        settle();
    }

    void slotsMayCallAnything()
    {
        Form form(standard());
        QVERIFY(form.start());
        int tokens = 0;
        connect(form.captcha, &SmartCaptchaWidget::tokenReceived, form.captcha, [&] {
            if (++tokens < 3)
                form.captcha->reset();
            else
                form.captcha->load();
        });
        connect(form.captcha, &SmartCaptchaWidget::challengeShown, form.captcha,
                [&] { form.captcha->load(); });
        form.host()->sayToken(QStringLiteral("a"));
        form.host()->sayToken(QStringLiteral("b"));
        form.host()->sayToken(QStringLiteral("c"));
        QCOMPARE(tokens, 3);
        QCOMPARE(form.captcha->state(), State::Loading);
        form.host()->sayReady();
        form.openChallenge();
        QCOMPARE(form.captcha->state(), State::Loading);
        QCOMPARE(form.cancellations.size(), 1);
        EVENTUALLY(!form.popup());
    }

    void endsWithTheProgram()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.states.clear();
        // QCoreApplication emits this when its event loop ends.
        QMetaObject::invokeMethod(qApp, "aboutToQuit");
        QVERIFY(ScriptedWidgetHost::all().isEmpty());
        QVERIFY(form.states.isEmpty() && form.cancellations.isEmpty());
        QCOMPARE(form.captcha->state(), State::Idle);
    }

    void deleteVictim() { delete m_victim; }

private:
    QPointer<SmartCaptchaWidget> m_victim;
};

QTEST_MAIN(tst_captchawidget)
#include "tst_captchawidget.moc"
