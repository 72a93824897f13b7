// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"
#include "shared/loopbacktls.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

#include <chrono>
#include <memory>
#include <utility>

using Code = SmartCaptchaError::Code;
using Mode = SmartCaptchaOptions::Mode;
using PageSource = SmartCaptchaOptions::PageSource;
using Presentation = SmartCaptchaWidget::ChallengePresentation;
using Scenario = SmartCaptchaEmulator::Scenario;
using State = SmartCaptcha::State;
using Verdict = SmartCaptchaResult::Verdict;

namespace {

// The position of the button in the emulator's page, as in the service's.
constexpr QPoint button(40, 50);

/// A form with a real captcha of the emulator.
class Form {
public:
    explicit Form(SmartCaptchaEmulator &service, PageSource source = PageSource::OwnPage)
        : emulator(service)
        , before(new QLineEdit)
        , captcha(new SmartCaptchaWidget)
        , after(new QLineEdit)
        , tokens(captcha, &SmartCaptchaWidget::tokenReceived)
        , cancellations(captcha, &SmartCaptchaWidget::cancelled)
        , errors(captcha, &SmartCaptchaWidget::errorOccurred)
        , verified(captcha, &SmartCaptchaWidget::verified)
    {
        verifier.setService(emulator.service());
        verifier.setServerKey(emulator.serverKey());
        captcha->setVerifier(&verifier);
        options = SmartCaptchaOptions(emulator.siteKey());
        options.setService(emulator.service());
        options.setLanguage(QStringLiteral("en"));
        options.setPageSource(source);
        if (source == PageSource::OwnPage)
            options.setPageOrigin(emulator.pageOrigin());
        auto *column = new QVBoxLayout(&window);
        column->addWidget(before);
        column->addWidget(captcha);
        column->addWidget(after);
    }

    /// Loads the captcha until it is Ready or has failed.
    bool start()
    {
        captcha->setOptions(options);
        window.show();
        window.activateWindow();
        if (options.mode() == Mode::Invisible)
            captcha->load();
        return eventually(
            [this] { return captcha->state() != State::Idle && captcha->state() != State::Loading; },
            patience);
    }

    bool waitFor(State state)
    {
        return eventually([=] { return captcha->state() == state; }, patience);
    }

    /// The engine's widget that gets the input, wherever the page is shown.
    QWidget *input() const
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (widget->inherits("QWebEngineView") && widget->isVisible()
                && (captcha->isAncestorOf(widget) || (popup() && popup()->isAncestorOf(widget))))
                return widget->focusProxy();
        }
        return nullptr;
    }

    QDialog *popup() const { return window.findChild<QDialog *>(QStringLiteral("smartCaptchaPopup")); }

    /// Presses the captcha's button with the mouse until the state changes.
    bool clickButton()
    {
        for (int i = 0; i < 30 && captcha->state() == State::Ready; ++i) {
            if (input())
                QTest::mouseClick(input(), Qt::LeftButton, {}, button);
            (void)eventually([this] { return captcha->state() != State::Ready; }, 1000);
        }
        return captcha->state() != State::Ready;
    }

    /// Types the answer into the challenge, whose text field has the focus, and presses Return.
    bool solve()
    {
        if (!waitFor(State::Challenge)
            || !eventually([this] { return input() && !emulator.pendingAnswer().isEmpty(); }, patience))
            return false;
        for (int i = 0; i < 30 && captcha->state() == State::Challenge; ++i) {
            // If the field does not have the focus yet, the keys are lost, and the loop tries again.
            if (input()) {
                QTest::keyClick(input(), Qt::Key_A, Qt::ControlModifier);
                QTest::keyClicks(input(), emulator.pendingAnswer());
                QTest::keyClick(input(), Qt::Key_Return);
            }
            (void)eventually([this] { return captcha->state() != State::Challenge; }, 2000);
        }
        return captcha->state() == State::Solved;
    }

    qsizetype outcomes() const { return tokens.size() + cancellations.size() + errors.size(); }

    SmartCaptchaEmulator &emulator;
    SmartCaptchaVerifier verifier;
    SmartCaptchaOptions options;
    QWidget window;
    QLineEdit *const before;
    const QPointer<SmartCaptchaWidget> captcha;
    QLineEdit *const after;
    QSignalSpy tokens;
    QSignalSpy cancellations;
    QSignalSpy errors;
    QSignalSpy verified;
};

} // namespace

class tst_captchawidget_emulator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
        m_emulator.setDelay(std::chrono::milliseconds(700));
    }

    void init()
    {
        m_emulator.setScenario(Scenario::Human);
        m_emulator.clearRequests();
    }

    void tokenByAClickAndVerdict_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<PageSource>("source");
        QTest::addColumn<Verdict>("verdict");
        for (const PageSource source : {PageSource::OwnPage, PageSource::ServicePage}) {
            const char *page = source == PageSource::OwnPage ? "own page" : "service page";
            QTest::addRow("human, %s", page) << Scenario::Human << source << Verdict::Human;
            QTest::addRow("robot, %s", page) << Scenario::Robot << source << Verdict::Robot;
            QTest::addRow("challenge, %s", page) << Scenario::Challenge << source << Verdict::Human;
            QTest::addRow("slow script, %s", page) << Scenario::ScriptSlow << source << Verdict::Human;
        }
        QTest::newRow("restricted") << Scenario::Restricted << PageSource::OwnPage << Verdict::Human;
        QTest::newRow("empty host") << Scenario::EmptyHost << PageSource::OwnPage << Verdict::Human;
        QTest::newRow("reused") << Scenario::ReusedToken << PageSource::OwnPage << Verdict::Robot;
        QTest::newRow("500") << Scenario::Http500 << PageSource::OwnPage << Verdict::Undetermined;
    }

    void tokenByAClickAndVerdict()
    {
        QFETCH(Scenario, scenario);
        QFETCH(PageSource, source);
        QFETCH(Verdict, verdict);
        m_emulator.setScenario(scenario);
        Form form(m_emulator, source);
        QVERIFY(form.start());
        QCOMPARE(form.captcha->state(), State::Ready);
        QVERIFY(form.clickButton());
        if (scenario == Scenario::Challenge)
            QVERIFY(form.solve());
        QVERIFY(form.waitFor(State::Solved));
        QVERIFY(!form.captcha->token().isNull());
        EVENTUALLY_COMPARE(form.verified.size(), 1);
        QCOMPARE(form.verified.first().first().value<SmartCaptchaResult>().verdict(), verdict);
        QCOMPARE(form.outcomes(), 1);
        QCOMPARE(m_emulator.requests(QStringLiteral("/validate")).size(), 1);
    }

    void failures_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<PageSource>("source");
        QTest::addColumn<bool>("atTheClick");
        QTest::addColumn<Code>("code");
        for (const PageSource source : {PageSource::OwnPage, PageSource::ServicePage}) {
            const char *page = source == PageSource::OwnPage ? "own page" : "service page";
            QTest::addRow("script missing, %s", page)
                << Scenario::ScriptMissing << source << false << Code::LoadFailed;
            QTest::addRow("script broken, %s", page)
                << Scenario::ScriptBroken << source << false << Code::JavascriptError;
            QTest::addRow("script hanging, %s", page)
                << Scenario::ScriptHanging << source << false << Code::LoadTimeout;
            QTest::addRow("frame hanging, %s", page)
                << Scenario::FrameHanging << source << false << Code::LoadTimeout;
            QTest::addRow("frame error, %s", page)
                << Scenario::FrameError << source << false << Code::LoadFailed;
            QTest::addRow("challenge's frame error, %s", page)
                << Scenario::FrameError << source << true << Code::LoadFailed;
            QTest::addRow("JavaScript error, %s", page)
                << Scenario::JavascriptError << source << true << Code::JavascriptError;
            QTest::addRow("empty token, %s", page)
                << Scenario::EmptyToken << source << true << Code::ProtocolError;
            QTest::addRow("renderer crash, %s", page)
                << Scenario::RendererCrash << source << true << Code::RenderProcessGone;
        }
    }

    void failures()
    {
        QFETCH(Scenario, scenario);
        QFETCH(PageSource, source);
        QFETCH(bool, atTheClick);
        QFETCH(Code, code);
        // When the click is what fails, the scenario is set after loading.
        m_emulator.setScenario(atTheClick ? Scenario::Human : scenario);
        Form form(m_emulator, source);
        form.options.setLoadTimeout(code == Code::LoadTimeout ? 2000 : patience);
        // The frame that is loaded on a click is the challenge's, so the click must lead to a challenge.
        form.options.setTestMode(atTheClick && scenario == Scenario::FrameError);
        QVERIFY(form.start());
        if (atTheClick) {
            QCOMPARE(form.captcha->state(), State::Ready);
            m_emulator.setScenario(scenario);
            QVERIFY(form.clickButton());
            QVERIFY(form.waitFor(State::Failed));
        }
        QCOMPARE(form.captcha->state(), State::Failed);
        QVERIFY2(form.captcha->error().code() == code, qPrintable(form.captcha->error().details()));
        QCOMPARE(form.outcomes(), 1);

        // Every failure can be retried with the button, which then succeeds.
        m_emulator.setScenario(Scenario::Human);
        form.options.setLoadTimeout(patience);
        form.options.setTestMode(false);
        form.captcha->setOptions(form.options);
        auto *retry = form.captcha->findChild<QPushButton *>(QStringLiteral("smartCaptchaRetry"));
        QVERIFY(retry->isVisible());
        QTest::mouseClick(retry, Qt::LeftButton);
        QVERIFY(form.waitFor(State::Ready));
        QVERIFY(form.clickButton());
        QVERIFY(form.waitFor(State::Solved));
    }

    void networkErrorAtTheClick()
    {
        Form form(m_emulator);
        QVERIFY(form.start());
        m_emulator.setScenario(Scenario::NetworkError);
        QVERIFY(form.clickButton());
        QVERIFY(form.waitFor(State::Failed));
        QCOMPARE(form.captcha->error().code(), Code::NetworkError);
    }

    void nobodyThere()
    {
        SmartCaptchaEmulator gone;
        QVERIFY(gone.listen());
        for (const PageSource source : {PageSource::OwnPage, PageSource::ServicePage}) {
            Form form(m_emulator, source);
            form.options.setService(SmartCaptchaService(
                QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort()))));
            QVERIFY(form.start());
            QCOMPARE(form.captcha->state(), State::Failed);
            QCOMPARE(form.captcha->error().code(), Code::LoadFailed);
        }
    }

    void goesOnToTheNextAddress()
    {
        for (const PageSource source : {PageSource::OwnPage, PageSource::ServicePage}) {
            Form form(m_emulator, source);
            form.options.setService(SmartCaptchaService(
                QList<QUrl>{QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort())),
                            m_emulator.url()}));
            QVERIFY(form.start());
            QCOMPARE(form.captcha->state(), State::Ready);
        }
    }

    void badCertificateEndsTheAttempt()
    {
        SmartCaptchaEmulator secure;
        secure.setSslConfiguration(loopbackTls());
        QVERIFY(secure.listen());
        for (const PageSource source : {PageSource::OwnPage, PageSource::ServicePage}) {
            Form form(secure, source);
            QVERIFY(form.start());
            QCOMPARE(form.captcha->state(), State::Failed);
            QCOMPARE(form.captcha->error().code(), Code::CertificateError);
        }
        QVERIFY(secure.requests().isEmpty());
    }

    void customPage()
    {
        ScriptedServer site;
        site.start();
        site.setAction(ScriptedServer::answer(
            "<!DOCTYPE html><body><div id='captcha-container'></div><script>function begin() {"
            "const given = new URLSearchParams(location.search);"
            "const id = smartCaptcha.render('captcha-container', {sitekey: given.get('sitekey'),"
            " hl: given.get('hl'), webview: true});"
            "smartCaptcha.subscribe(id, 'success', t => NativeClient.onGetToken(t)); }</script><script src='"
                + m_emulator.service().scriptUrl().toEncoded()
                + "?render=onload&onload=begin'></script></body>",
            "200 OK", "Content-Type: text/html\r\n"));
        Form form(m_emulator, PageSource::CustomPage);
        form.options.setPageUrl(site.url(QStringLiteral("/captcha")));
        QVERIFY(form.start());
        QCOMPARE(form.captcha->state(), State::Ready);
        m_emulator.setScenario(Scenario::Challenge);
        QVERIFY(form.clickButton());
        QVERIFY(form.solve());
        EVENTUALLY_COMPARE(form.verified.size(), 1);
        QCOMPARE(form.verified.first().first().value<SmartCaptchaResult>().verdict(), Verdict::Human);
        QVERIFY(site.requests().first().target.contains("hl=en"));
    }

    void challengeShowsWhereItIsWanted_data()
    {
        QTest::addColumn<Presentation>("presentation");
        QTest::addColumn<Mode>("mode");
        QTest::newRow("popup") << Presentation::Popup << Mode::Standard;
        QTest::newRow("inline") << Presentation::Inline << Mode::Standard;
        QTest::newRow("invisible popup") << Presentation::Popup << Mode::Invisible;
        QTest::newRow("invisible inline") << Presentation::Inline << Mode::Invisible;
    }

    void challengeShowsWhereItIsWanted()
    {
        QFETCH(Presentation, presentation);
        QFETCH(Mode, mode);
        m_emulator.setScenario(Scenario::Challenge);
        Form form(m_emulator);
        form.options.setMode(mode);
        form.captcha->setChallengePresentation(presentation);
        QVERIFY(form.start());
        form.before->setFocus();
        const QSize size = form.captcha->size();
        if (mode == Mode::Invisible)
            form.captcha->execute();
        else
            QVERIFY(form.clickButton());
        QVERIFY(form.waitFor(State::Challenge));
        const QPointer<QDialog> popup = form.popup();
        QCOMPARE(!popup.isNull(), presentation == Presentation::Popup);
        // The emulator's challenge is 340 x 420.
        EVENTUALLY(form.input() && form.input()->width() >= 340 && form.input()->height() >= 420);
        QVERIFY(form.solve());
        EVENTUALLY(!popup);
        EVENTUALLY_COMPARE(form.captcha->size(), size);
        QCOMPARE(form.outcomes(), 1);
        if (mode == Mode::Invisible)
            EVENTUALLY_COMPARE(QApplication::focusWidget(), form.before);
        else
            QVERIFY(form.input());
    }

    void challengeIsGivenUpAndBegunAgain()
    {
        m_emulator.setScenario(Scenario::Challenge);
        Form form(m_emulator);
        QVERIFY(form.start());
        QVERIFY(form.clickButton());
        QVERIFY(form.waitFor(State::Challenge));
        EVENTUALLY(form.input());
        QTest::keyClick(form.input(), Qt::Key_Escape);
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->state(), State::Ready);
        EVENTUALLY(!form.popup());
        QVERIFY(form.clickButton());
        QVERIFY(form.solve());
        QCOMPARE(form.tokens.size(), 1);
        QCOMPARE(form.outcomes(), 2);
    }

    void byKeyboardAlone()
    {
        m_emulator.setScenario(Scenario::Challenge);
        Form form(m_emulator);
        QVERIFY(form.start());
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        form.before->setFocus();
        QTest::keyClick(form.before, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.input());
        // The page moves the focus to the button asynchronously; until then, Space does nothing.
        for (int i = 0; i < 30 && form.captcha->state() == State::Ready; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            (void)eventually([&] { return form.captcha->state() != State::Ready; }, 1000);
        }
        QVERIFY(form.solve());
        EVENTUALLY(!form.popup());
        // Tab leaves the page again: first to the link in it, then to the next field.
        form.window.activateWindow();
        EVENTUALLY_COMPARE(QApplication::focusWidget(), form.input());
        for (int i = 0; i < 10 && QApplication::focusWidget() == form.input(); ++i) {
            QTest::keyClick(form.input(), Qt::Key_Tab);
            (void)eventually([&] { return QApplication::focusWidget() != form.input(); }, 500);
        }
        QCOMPARE(QApplication::focusWidget(), form.after);
        QTest::keyClick(form.after, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), form.input());
        for (int i = 0; i < 10 && QApplication::focusWidget() == form.input(); ++i) {
            QTest::keyClick(form.input(), Qt::Key_Backtab, Qt::ShiftModifier);
            (void)eventually([&] { return QApplication::focusWidget() != form.input(); }, 500);
        }
        QCOMPARE(QApplication::focusWidget(), form.before);
    }

    void executedAgainWithoutAndWithAChallenge_data()
    {
        QTest::addColumn<PageSource>("source");
        QTest::addColumn<Mode>("mode");
        QTest::newRow("own page") << PageSource::OwnPage << Mode::Invisible;
        QTest::newRow("service page") << PageSource::ServicePage << Mode::Invisible;
        QTest::newRow("own page with a button") << PageSource::OwnPage << Mode::Standard;
        QTest::newRow("service page with a button") << PageSource::ServicePage << Mode::Standard;
    }

    // Without a reset, the service would return the existing token again, even if it is used up.
    void executedAgainWithoutAndWithAChallenge()
    {
        QFETCH(PageSource, source);
        QFETCH(Mode, mode);
        Form form(m_emulator, source);
        form.options.setMode(mode);
        QVERIFY(form.start());
        QCOMPARE(form.captcha->state(), State::Ready);
        QCOMPARE(form.input() == nullptr, mode == Mode::Invisible);
        form.captcha->execute();
        QVERIFY(form.waitFor(State::Solved));
        QCOMPARE(form.input() == nullptr, mode == Mode::Invisible);
        const QString first = form.captcha->token().value();
        EVENTUALLY_COMPARE(form.verified.size(), 1);
        m_emulator.setScenario(Scenario::Challenge);
        form.captcha->execute();
        QVERIFY(form.solve());
        QVERIFY(form.captcha->token().value() != first);
        EVENTUALLY_COMPARE(form.verified.size(), 2);
        m_emulator.setScenario(Scenario::Human);
        form.captcha->execute();
        EVENTUALLY_COMPARE(form.verified.size(), 3);
        for (const QList<QVariant> &arguments : std::as_const(form.verified))
            QCOMPARE(arguments.first().value<SmartCaptchaResult>().verdict(), Verdict::Human);
    }

    void testModeGivesAChallenge()
    {
        Form form(m_emulator);
        form.options.setTestMode(true);
        QVERIFY(form.start());
        QVERIFY(form.clickButton());
        QVERIFY(form.solve());
    }

    void tokenExpiresInThePage()
    {
        m_emulator.setScenario(Scenario::TokenExpired);
        for (const PageSource source : {PageSource::OwnPage, PageSource::ServicePage}) {
            Form form(m_emulator, source);
            QSignalSpy expired(form.captcha, &SmartCaptchaWidget::tokenExpired);
            QVERIFY(form.start());
            QVERIFY(form.clickButton());
            QVERIFY(form.waitFor(State::Expired));
            QCOMPARE(expired.size(), 1);
            QVERIFY(form.captcha->token().isNull());
            QCOMPARE(form.tokens.size(), 1);
        }
    }

    void languageChangesAtRunTime()
    {
        Form form(m_emulator);
        form.options.setLanguage({});
        QVERIFY(form.start());
        const auto asked = [this](const char *language) {
            const QList<SmartCaptchaEmulatorRequest> requests =
                m_emulator.requests(QStringLiteral("/checkbox"));
            return !requests.isEmpty()
                && requests.last().value(QStringLiteral("hl")) == QLatin1String(language);
        };
        QVERIFY(asked("en"));
        QLocale::setDefault(QLocale(QStringLiteral("ru")));
        SmartCaptcha::installTranslator(QLocale(QStringLiteral("ru")));
        QVERIFY(form.waitFor(State::Loading));
        QVERIFY(form.waitFor(State::Ready));
        QVERIFY(asked("ru"));
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        SmartCaptcha::installTranslator(QLocale(QStringLiteral("en")));
        QVERIFY(form.waitFor(State::Loading));
        QVERIFY(form.waitFor(State::Ready));
        QVERIFY(asked("en"));
    }

    void twoAtOnce()
    {
        m_emulator.setScenario(Scenario::Challenge);
        Form first(m_emulator);
        Form second(m_emulator);
        second.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(first.start());
        QVERIFY(second.start());
        QVERIFY(first.clickButton());
        QVERIFY(first.solve());
        QVERIFY(second.clickButton());
        QVERIFY(second.solve());
        QVERIFY(first.captcha->token() != second.captcha->token());
        EVENTUALLY(first.verified.size() == 1 && second.verified.size() == 1);
    }

    void destroyedInEveryState_data()
    {
        QTest::addColumn<State>("state");
        QTest::newRow("loading") << State::Loading;
        QTest::newRow("ready") << State::Ready;
        QTest::newRow("checking") << State::Checking;
        QTest::newRow("challenge") << State::Challenge;
        QTest::newRow("cancelled") << State::Cancelled;
        QTest::newRow("solved") << State::Solved;
        QTest::newRow("expired") << State::Expired;
        QTest::newRow("failed") << State::Failed;
    }

    void destroyedInEveryState()
    {
        QFETCH(State, state);
        for (const bool inSlot : {true, false}) {
            if (state == State::Cancelled && !inSlot)
                continue; // it is left immediately
            m_emulator.setScenario(state == State::Expired      ? Scenario::TokenExpired
                                       : state == State::Failed ? Scenario::JavascriptError
                                       : state == State::Solved ? Scenario::Human
                                                                : Scenario::Challenge);
            auto form = std::make_unique<Form>(m_emulator);
            QPointer<SmartCaptchaWidget> captcha = form->captcha;
            bool met = false;
            connect(form->captcha, &SmartCaptchaWidget::stateChanged, this, [&](State now) {
                if (now != state || met)
                    return;
                met = true;
                if (inSlot)
                    delete captcha;
                else
                    QMetaObject::invokeMethod(
                        this, [&form] { form.reset(); }, Qt::QueuedConnection);
            });
            form->captcha->setOptions(form->options);
            form->window.show();
            const auto go = [&](State wanted) {
                return eventually([&] { return met || captcha->state() == wanted; }, patience) && !met;
            };
            if (go(State::Ready)) {
                form->captcha->execute();
                if (state == State::Cancelled && go(State::Challenge))
                    form->captcha->cancel();
            }
            EVENTUALLY(met);
            EVENTUALLY(!captcha);
            QCoreApplication::processEvents();
        }
    }

    void preloadedWidgetWorks()
    {
        Form form(m_emulator);
        form.captcha->preload();
        QCOMPARE(form.captcha->state(), State::Idle);
        QVERIFY(m_emulator.requests().isEmpty());
        QVERIFY(form.start());
        QCOMPARE(form.captcha->state(), State::Ready);
    }

    void requestedToken()
    {
        m_emulator.setScenario(Scenario::Challenge);
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        options.setPageOrigin(m_emulator.pageOrigin());
        options.setMode(Mode::Invisible);
        QWidget parent;
        QFuture<SmartCaptchaTokenResult> future = SmartCaptchaDialog::requestToken(&parent, options);
        QVERIFY(eventually([this] { return !m_emulator.pendingAnswer().isEmpty(); }, patience));
        auto *dialog = parent.findChild<SmartCaptchaDialog *>();
        EVENTUALLY_COMPARE(dialog->captcha()->state(), State::Challenge);
        for (int i = 0; i < 30 && !future.isFinished(); ++i) {
            QWidget *const page = dialog->captcha()->focusWidget();
            if (page) {
                QTest::keyClicks(page, m_emulator.pendingAnswer());
                QTest::keyClick(page, Qt::Key_Return);
            }
            (void)eventually([&] { return future.isFinished(); }, 2000);
        }
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 1);
        QVERIFY(future.result().isOk());
        QVERIFY(!future.result().token().isNull());
    }

private:
    SmartCaptchaEmulator m_emulator;
};

QTEST_MAIN(tst_captchawidget_emulator)
#include "tst_captchawidget_emulator.moc"
