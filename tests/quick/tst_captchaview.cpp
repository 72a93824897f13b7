// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickform.h"
#include "scriptedquickhost.h"

#include "captcha/face/typingguard.h"
#include "shared/eventually.h"
#include "shared/exampleoptions.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qmetaobject.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpalette.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <functional>
#include <memory>

using namespace SmartCaptcha::Internal;
using Engine = SmartCaptchaView::Engine;
using Code = SmartCaptchaError::Code;
using Presentation = SmartCaptchaView::ChallengePresentation;
using State = SmartCaptcha::State;

namespace {

/// A form whose captcha uses a scripted page.
class Form : public QuickForm {
public:
    explicit Form(const SmartCaptchaOptions &options)
        : states(captcha, &SmartCaptchaView::captchaStateChanged)
        , tokens(captcha, &SmartCaptchaView::tokenReceived)
        , cancellations(captcha, &SmartCaptchaView::cancelled)
        , errors(captcha, &SmartCaptchaView::errorOccurred)
    {
        captcha->setOptions(options);
    }

    /// Loads the captcha until it is Ready.
    bool start()
    {
        if (!show())
            return false;
        if (captcha && captcha->options().mode() == SmartCaptchaOptions::Mode::Invisible)
            captcha->load();
        if (!eventually([&] { return !captcha || captcha->captchaState() == State::Loading; }) || !captcha)
            return false;
        host()->sayReady();
        return captcha && captcha->captchaState() == State::Ready;
    }

    void openChallenge()
    {
        if (captcha->options().mode() == SmartCaptchaOptions::Mode::Invisible)
            captcha->execute();
        if (captcha)
            host()->sayChallenge(true);
    }

    ScriptedQuickHost *host() const
    {
        return ScriptedQuickHost::all().isEmpty() ? nullptr : ScriptedQuickHost::all().last();
    }
    QQuickItem *page() const { return host() ? host()->page() : nullptr; }

    QSizeF implicitSize() const { return {captcha->implicitWidth(), captcha->implicitHeight()}; }

    /// Whether the page is visible in the captcha's place.
    bool pageIsInForm() const
    {
        return page()->parentItem() == captcha && page()->isEnabled() && page()->position() == QPointF(0, 0)
            && page()->size() == captcha->size();
    }

    QSignalSpy states;
    QSignalSpy tokens;
    QSignalSpy cancellations;
    QSignalSpy errors;
};

// Null if it cannot be made; a warning says why.
std::unique_ptr<QQuickItem> popupIn(QQmlEngine &engine)
{
    QQmlComponent component(&engine);
    component.setData("import SmartCaptcha\nSmartCaptchaPopup { options { siteKey: 'ysc1_test' } }", {});
    if (component.isError())
        qWarning("%s", qPrintable(component.errorString()));
    return std::unique_ptr<QQuickItem>(qobject_cast<QQuickItem *>(component.create()));
}

} // namespace

class tst_captchaview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ScriptedQuickHost::install(); }
    void cleanup()
    {
        QVERIFY(ScriptedQuickHost::all().isEmpty());
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    }

    void propertiesAreAsPromised()
    {
        const QMetaObject &meta = SmartCaptchaView::staticMetaObject;
        for (const char *name : {"options", "captchaState", "token", "error", "challengePresentation",
                                 "autoLoad", "verifier", "engine", "activeEngine", "backgroundColor"}) {
            const QMetaProperty property = meta.property(meta.indexOfProperty(name));
            QVERIFY2(property.isValid() && property.isFinal() && property.hasNotifySignal(), name);
        }
        // Every item's `state` property, for states in QML.
        QCOMPARE(meta.property(meta.indexOfProperty("state")).metaType(), QMetaType::fromType<QString>());
        for (const char *name : {"load()", "execute()", "reset()", "cancel()", "preload()"})
            QVERIFY2(meta.indexOfMethod(name) >= 0, name);
        SmartCaptchaView view;
        QCOMPARE(view.challengePresentation(), Presentation::Popup);
        QCOMPARE(view.captchaState(), State::Idle);
        QCOMPARE(view.engine(), Engine::Auto);
        QCOMPARE(view.activeEngine(), Engine::Auto);
        QVERIFY(view.isAutoLoad());
        QVERIFY(view.token().isNull());
        QCOMPARE(view.error().code(), Code::NoError);
        QVERIFY(view.setProperty("options", QVariant::fromValue(standard())));
        QCOMPARE(view.options(), standard());
    }

    void changesAreAnnouncedOnce()
    {
        SmartCaptchaView view;
        QSignalSpy presentations(&view, &SmartCaptchaView::challengePresentationChanged);
        QSignalSpy autoLoads(&view, &SmartCaptchaView::autoLoadChanged);
        QSignalSpy verifiers(&view, &SmartCaptchaView::verifierChanged);
        QSignalSpy engines(&view, &SmartCaptchaView::engineChanged);
        QSignalSpy colors(&view, &SmartCaptchaView::backgroundColorChanged);
        QSignalSpy options(&view, &SmartCaptchaView::optionsChanged);
        SmartCaptchaVerifier verifier;
        for (int i = 0; i < 2; ++i) {
            view.setChallengePresentation(Presentation::Inline);
            view.setAutoLoad(false);
            view.setVerifier(&verifier);
            view.setEngine(Engine::WebView);
            view.setBackgroundColor(Qt::red);
            view.setOptions(standard());
        }
        QCOMPARE(presentations.size(), 1);
        QCOMPARE(autoLoads.size(), 1);
        QCOMPARE(verifiers.size(), 1);
        QCOMPARE(engines.size(), 1);
        QCOMPARE(colors.size(), 1);
        QCOMPARE(options.size(), 1);
        QCOMPARE(view.verifier(), &verifier);
        view.resetBackgroundColor();
        QCOMPARE(view.backgroundColor(), QGuiApplication::palette().color(QPalette::Window));
        QCOMPARE(colors.size(), 2);
    }

    void nothingIsLoadedBeforeItIsShown()
    {
        Form form(standard());
        settle();
        QVERIFY(!form.host());
        form.captcha->setVisible(false);
        QVERIFY(form.show());
        settle();
        QVERIFY(!form.host());
        form.captcha->setVisible(true);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        QCOMPARE(form.host()->loads, 1);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("ysc1_test")));
    }

    void loadsWhenUsableOptionsArriveLater()
    {
        Form form({});
        QVERIFY(form.show());
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        QVERIFY(!form.retry());
        form.captcha->setOptions(standard());
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
    }

    void withoutAutoLoadAButtonLoads()
    {
        Form form(standard());
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        settle();
        QVERIFY(!form.host());
        QVERIFY(form.retry());
        QVERIFY(!form.message());
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        QVERIFY(!form.retry());
    }

    void givingUpWhileLoadingLeavesAButton()
    {
        Form form(standard());
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        form.captcha->cancel();
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        QCOMPARE(form.cancellations.size(), 1);
        // Showing it again does not start a new attempt.
        form.window.hide();
        form.window.show();
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        QVERIFY(form.retry());
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
    }

    void standardFromTheClickToTheToken()
    {
        Form form(standard());
        QVERIFY(form.start());
        QVERIFY(form.pageIsInForm());
        QVERIFY(!form.panel());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.captcha->captchaState(), State::Solved);
        QCOMPARE(form.captcha->token().value(), QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        QVERIFY(form.pageIsInForm());
        form.captcha->reset();
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        QVERIFY(form.captcha->token().isNull());
        QCOMPARE(form.states.size(), 4);
    }

    void optionsWaitForTheNextPage()
    {
        Form form(standard());
        QVERIFY(form.start());
        SmartCaptchaOptions other = standard();
        other.setSiteKey(QStringLiteral("ysc1_other"));
        form.captcha->setOptions(other);
        QCOMPARE(form.host()->loads, 1);
        form.captcha->load();
        QCOMPARE(form.host()->loads, 2);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("ysc1_other")));
    }

    // A new check uses the current options, even if the old page could make another check.
    void aNewCheckIsWithWhatIsSetNow_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("changed");
        for (const State state : {State::Loading, State::Ready, State::Solved, State::Expired}) {
            const QByteArray name = QVariant::fromValue(state).toString().toUtf8();
            for (const char *changed : {"nothing", "language", "theme", "locale"})
                QTest::addRow("%s, %s", name.constData(), changed) << state << QString::fromLatin1(changed);
        }
    }

    void aNewCheckIsWithWhatIsSetNow()
    {
        QFETCH(State, state);
        QFETCH(QString, changed);
        Form form(invisible());
        QVERIFY(form.show());
        form.captcha->load();
        if (state != State::Loading)
            form.host()->sayReady();
        if (state == State::Solved || state == State::Expired) {
            form.captcha->execute();
            form.host()->sayToken(QStringLiteral("abc"));
        }
        if (state == State::Expired)
            form.host()->say(QStringLiteral("tokenExpired"));
        QCOMPARE(form.captcha->captchaState(), state);
        SmartCaptchaOptions options = form.captcha->options();
        if (changed == QLatin1String("language"))
            options.setLanguage(QStringLiteral("tr"));
        else if (changed == QLatin1String("theme"))
            options.setTheme(SmartCaptchaOptions::Theme::Dark);
        else if (changed == QLatin1String("locale"))
            QLocale::setDefault(QLocale(QStringLiteral("tr_TR")));
        form.captcha->setOptions(options);
        QCOMPARE(form.host()->loads, 1);
        form.captcha->execute();
        const bool same = changed == QLatin1String("nothing");
        QCOMPARE(form.host()->loads, same ? 1 : 2);
        const QString html = form.host()->loaded.html();
        if (changed == QLatin1String("theme"))
            QVERIFY(html.contains(QLatin1String("color-scheme: dark")));
        else if (!same)
            QVERIFY(html.contains(QLatin1String("lang=\"tr\"")));
        if (form.captcha->captchaState() == State::Loading)
            form.host()->sayReady();
        QCOMPARE(form.captcha->captchaState(), State::Checking);
        QCOMPARE(form.host()->commands.last(), QStringLiteral("execute"));
        QVERIFY(form.cancellations.isEmpty() && form.errors.isEmpty());
        // While a check is under way, changed options do not start another one.
        options.setLanguage(QStringLiteral("be"));
        form.captcha->setOptions(options);
        form.captcha->execute();
        QCOMPARE(form.captcha->captchaState(), State::Checking);
        QCOMPARE(form.host()->loads, same ? 1 : 2);
    }

    void sizes()
    {
        Form form(standard());
        QCOMPARE(form.implicitSize(), QSizeF(300, 100));
        QVERIFY(form.start());
        form.host()->saySize(300, 130, false);
        QCOMPARE(form.implicitSize(), QSizeF(300, 130));
        QCOMPARE(form.captcha->height(), 130);
        QVERIFY(form.pageIsInForm());
        // A page can request any size.
        form.host()->saySize(4000, 4000, false);
        QCOMPARE(form.implicitSize(), QSizeF(300, 300));
        form.host()->saySize(10, 10, false);
        QCOMPARE(form.implicitSize(), QSizeF(300, 100));
        // The size that one page reported does not apply to the next.
        form.host()->saySize(300, 130, false);
        form.captcha->load();
        QCOMPARE(form.implicitSize(), QSizeF(300, 100));
    }

    void aSizeOfTheApplicationsOwnIsKept()
    {
        Form form(standard());
        form.captcha->setSize({420, 180});
        QVERIFY(form.start());
        QVERIFY(form.pageIsInForm());
        QCOMPARE(form.page()->size(), QSizeF(420, 180));
        form.captcha->setSize({200, 90});
        QCOMPARE(form.page()->size(), QSizeF(200, 90));
        Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        QCOMPARE(form.panel()->size(), QSizeF(200, 90));
    }

    void invisibleTakesNoRoom()
    {
        Form form(invisible());
        QVERIFY(form.show());
        settle();
        QVERIFY(!form.host());
        QCOMPARE(form.implicitSize(), QSizeF(0, 0));
        form.captcha->execute();
        QCOMPARE(form.captcha->captchaState(), State::Loading);
        letPass(300, "the progress would be shown by then");
        QCOMPARE(form.implicitSize(), QSizeF(0, 0));
        QVERIFY(!form.panel());
        form.host()->sayReady();
        QCOMPARE(form.captcha->captchaState(), State::Checking);
        QVERIFY(!form.page()->isEnabled());
        // The page is outside the window, at the size of a challenge. It is not made invisible, because that
        // would slow it down.
        QVERIFY(form.page()->isVisible());
        QVERIFY(!form.page()
                     ->mapRectToScene(form.page()->boundingRect())
                     .intersects(QRectF(QPointF(), form.window.size())));
        QVERIFY(form.page()->width() >= 360 && form.page()->height() >= 480);
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        QCOMPARE(form.implicitSize(), QSizeF(0, 0));
        QVERIFY(!form.sheet());
    }

    void progressShowsAfterAMoment()
    {
        Form form(standard());
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        QVERIFY(!form.message());
        EVENTUALLY(form.message());
        QVERIFY(!form.retry());
        QVERIFY(!form.page()->isEnabled());
        form.host()->sayReady();
        QVERIFY(!form.panel());
        QVERIFY(form.pageIsInForm());
    }

    void failureShowsAMessageAndARetryButton()
    {
        Form form(standard());
        QVERIFY(form.start());
        SmartCaptchaError seen;
        connect(form.captcha, &SmartCaptchaView::captchaStateChanged, this, [&](State state) {
            if (state == State::Failed)
                seen = form.captcha->error();
        });
        Q_EMIT form.host()->failed(WebHost::Failure::RenderProcessGone, QStringLiteral("test"));
        QCOMPARE(form.captcha->captchaState(), State::Failed);
        QCOMPARE(form.captcha->error().code(), Code::RenderProcessGone);
        QCOMPARE(seen.code(), Code::RenderProcessGone);
        QCOMPARE(form.errors.size(), 1);
        QCOMPARE(form.message()->property("text").toString(), form.captcha->error().userMessage());
        QVERIFY(!form.retry()->property("description").toString().isEmpty());
        QVERIFY(!form.page()->isEnabled());
        QTest::keyClick(form.focusOn(form.retry()), Qt::Key_Space);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        QVERIFY(!form.message());
        QVERIFY(form.pageIsInForm());
        QCOMPARE(form.captcha->error().code(), Code::NoError);
    }

    void whoWasInThePageIsOnTheButtonAndBack()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.page()->forceActiveFocus();
        Q_EMIT form.host()->failed(WebHost::Failure::RenderProcessGone, QStringLiteral("test"));
        QCOMPARE(form.window.activeFocusItem(), form.retry());
        QTest::keyClick(&form.window, Qt::Key_Return);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        QCOMPARE(form.window.activeFocusItem(), form.page());
    }

    void failureLeavesTheFocusOfOthers()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.before->forceActiveFocus();
        Q_EMIT form.host()->failed(WebHost::Failure::RenderProcessGone, QStringLiteral("test"));
        QCOMPARE(form.window.activeFocusItem(), form.before);
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        form.before->forceActiveFocus();
        form.host()->sayReady();
        QCOMPARE(form.window.activeFocusItem(), form.before);
    }

    void retryIsNotPressedThroughThePanel()
    {
        Form form(standard());
        QVERIFY(form.start());
        Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        // A click next to the button.
        QVERIFY(form.click(form.message()));
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Failed);
    }

    void noRetryWhereItCannotHelp()
    {
        SmartCaptchaOptions bad = standard();
        bad.setSiteKey(QStringLiteral("ysc2_secret"));
        Form form(bad);
        QVERIFY(form.show());
        form.captcha->load();
        QVERIFY(form.errors.isEmpty());
        EVENTUALLY_COMPARE(form.errors.size(), 1);
        QCOMPARE(form.captcha->error().code(), Code::InvalidOptions);
        QVERIFY(form.message());
        QVERIFY(!form.retry());
    }

    void messageFitsIntoANarrowView()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.captcha->setWidth(140);
        Q_EMIT form.host()->failed(WebHost::Failure::Certificate, QStringLiteral("test"));
        EVENTUALLY(form.captcha->height() >= form.message()->height() + form.retry()->height());
        QVERIFY(form.captcha->height() > 100);
    }

    void invisibleFailureShowsAndIsRetriedWhole()
    {
        Form form(invisible());
        QVERIFY(form.start());
        form.captcha->execute();
        Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        QCOMPARE(form.captcha->captchaState(), State::Failed);
        QVERIFY(form.retry());
        EVENTUALLY(form.captcha->implicitHeight() >= form.retry()->height() + form.message()->height());
        QVERIFY(form.captcha->implicitHeight() < 200);
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        QCOMPARE(form.captcha->captchaState(), State::Checking);
        QCOMPARE(form.host()->commands.last(), QStringLiteral("execute"));
        QCOMPARE(form.implicitSize(), QSizeF(0, 0));
    }

    void sheetHasRoomAndGivesThePageBack_data()
    {
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::addColumn<QSize>("windowSize");
        QTest::newRow("standard, wide") << standard() << QSize(900, 800);
        QTest::newRow("standard, narrow") << standard() << QSize(400, 800);
        QTest::newRow("invisible, wide") << invisible() << QSize(900, 800);
        QTest::newRow("invisible, narrow") << invisible() << QSize(400, 800);
    }

    void whoHasGoneElsewhereStaysThere()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.before->forceActiveFocus();
        form.openChallenge();
        QVERIFY(form.sheet());
        // As when the application opens a dialog over the sheet.
        form.after->forceActiveFocus();
        form.host()->sayToken(QStringLiteral("abc"));
        EVENTUALLY(!form.sheet());
        QCOMPARE(form.window.activeFocusItem(), form.after);
    }

    void madeInCppItKnowsItsWindow()
    {
        QQuickWindow window;
        SmartCaptchaView view(window.contentItem());
        view.setOptions(standard());
        QCOMPARE(view.backgroundColor(), window.color());
        window.setColor(Qt::black);
        QCOMPARE(view.backgroundColor(), QColor(Qt::black));
        window.show();
        EVENTUALLY_COMPARE(view.captchaState(), State::Loading);
    }

    void sheetHasRoomAndGivesThePageBack()
    {
        QFETCH(SmartCaptchaOptions, options);
        QFETCH(QSize, windowSize);
        const bool isStandard = options.mode() == SmartCaptchaOptions::Mode::Standard;
        const bool narrow = windowSize.width() < 600;
        Form form(options);
        form.window.resize(windowSize);
        QVERIFY(form.start());
        EVENTUALLY_COMPARE(form.window.size(), windowSize);
        form.before->forceActiveFocus();
        const QSizeF implicitSize = form.implicitSize();
        QSignalSpy shown(form.captcha, &SmartCaptchaView::challengeShown);
        QSignalSpy hidden(form.captcha, &SmartCaptchaView::challengeHidden);
        form.openChallenge();
        QCOMPARE(shown.size(), 1);
        const QPointer<QQuickItem> sheet = form.sheet();
        QVERIFY(sheet);
        QCOMPARE(sheet->parentItem(), form.window.contentItem());
        QCOMPARE(sheet->size(), QSizeF(windowSize));
        const QPointer<QQuickItem> page = form.page();
        QVERIFY(sheet->isAncestorOf(page));
        QVERIFY(page->isEnabled());
        QCOMPARE(form.window.activeFocusItem(), page);
        QCOMPARE(form.implicitSize(), implicitSize);
        const auto room = [&] { return page->mapRectToScene(page->boundingRect()); };
        EVENTUALLY_COMPARE(page->height(), 480);
        if (narrow)
            QVERIFY(page->width() > 360); // full width
        else
            QCOMPARE(page->width(), 360);
        form.host()->saySize(520, 560, true);
        EVENTUALLY_COMPARE(page->height(), 560);
        if (!narrow)
            QCOMPARE(page->width(), 520);
        const QRectF inWindow = QRectF(QPointF(), windowSize);
        QVERIFY(inWindow.contains(room()));
        if (narrow)
            QVERIFY(room().bottom() > windowSize.height() - 20); // at the bottom
        else
            QVERIFY(qAbs(room().center().x() - windowSize.width() / 2.0) <= 1);
        // Never larger than the window, whatever the page requests, and adapted when the window is resized.
        form.host()->saySize(4000, 4000, true);
        QVERIFY(inWindow.contains(room()));
        form.window.resize(windowSize - QSize(40, 200));
        EVENTUALLY(QRectF(QPointF(), windowSize - QSize(40, 200)).contains(room()));
        // A native web view is drawn above everything, so no control may overlap it.
        QQuickItem *const cancel = form.named("smartCaptchaCancel");
        QVERIFY(!cancel->mapRectToScene(cancel->boundingRect()).intersects(room()));

        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.captcha->captchaState(), State::Solved);
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(page->parentItem(), form.captcha);
        QCOMPARE(page->isEnabled(), isStandard);
        EVENTUALLY(!sheet);
        QCOMPARE(form.window.activeFocusItem(), form.before);
    }

    void focusInThePageStaysThere()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.page()->forceActiveFocus();
        form.openChallenge();
        QCOMPARE(form.window.activeFocusItem(), form.page());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.window.activeFocusItem(), form.page());
        QVERIFY(form.pageIsInForm());
    }

    void tabStaysInTheSheet()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.before->forceActiveFocus();
        form.openChallenge();
        QQuickItem *const sheet = form.sheet();
        bool button = false;
        bool page = false;
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            for (int i = 0; i < 8; ++i) {
                QTest::keyClick(&form.window, key, key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
                QVERIFY(form.window.activeFocusItem());
                QVERIFY2(sheet->isAncestorOf(form.window.activeFocusItem()), "The focus has left the sheet");
                button |= form.window.activeFocusItem() == form.named("smartCaptchaCancel");
                page |= form.window.activeFocusItem() == form.page();
            }
            QVERIFY(button && page);
            button = page = false;
        }
    }

    void whatIsBelowTheSheetIsOutOfReach()
    {
        Form form(standard());
        form.window.resize(900, 800);
        QVERIFY(form.start());
        form.openChallenge();
        // A click on the sheet's card does nothing; one on a field below cancels the challenge without
        // reaching the field.
        QVERIFY(form.click(form.sheet(),
                           QPointF(form.window.width() / 2.0, form.page()->mapToScene({0, -8}).y())));
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        QVERIFY(form.click(form.before));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Ready);
        QVERIFY(!form.before->hasActiveFocus());
    }

    void sheetIsCancelled_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how :
             {"Esc in the page", "Back in the page", "Esc on the button", "button by mouse", "button by key",
              "outside", "window hidden", "item hidden", "closed by the page", "slot"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void sheetIsCancelled()
    {
        QFETCH(QString, how);
        Form form(standard());
        form.window.resize(900, 800);
        QVERIFY(form.start());
        form.openChallenge();
        const QPointer<QQuickItem> sheet = form.sheet();
        QVERIFY(sheet);
        QQuickItem *const button = form.named("smartCaptchaCancel");
        if (how == QLatin1String("Esc in the page"))
            QTest::keyClick(form.focusOn(form.page()), Qt::Key_Escape);
        else if (how == QLatin1String("Back in the page"))
            QTest::keyClick(form.focusOn(form.page()), Qt::Key_Back);
        else if (how == QLatin1String("Esc on the button"))
            QTest::keyClick(form.focusOn(button), Qt::Key_Escape);
        else if (how == QLatin1String("button by mouse"))
            QVERIFY(form.click(button));
        else if (how == QLatin1String("button by key"))
            QTest::keyClick(form.focusOn(button), Qt::Key_Return);
        else if (how == QLatin1String("outside"))
            QVERIFY(form.click(sheet, {5, 5}));
        else if (how == QLatin1String("window hidden"))
            form.window.hide();
        else if (how == QLatin1String("item hidden"))
            form.captcha->setVisible(false);
        else if (how == QLatin1String("closed by the page"))
            form.host()->sayChallenge(false);
        else
            form.captcha->cancel();
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        QCOMPARE(form.page()->parentItem(), form.captcha);
        EVENTUALLY(!sheet);
        QVERIFY(form.errors.isEmpty() && form.tokens.isEmpty());
        // Once more in the same way.
        form.window.show();
        form.captcha->setVisible(true);
        form.openChallenge();
        QVERIFY(form.sheet());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
    }

    void failureInTheSheetShowsInTheForm()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.openChallenge();
        const QPointer<QQuickItem> sheet = form.sheet();
        Q_EMIT form.host()->failed(WebHost::Failure::RenderProcessGone, QStringLiteral("test"));
        QCOMPARE(form.captcha->captchaState(), State::Failed);
        EVENTUALLY(!sheet);
        QVERIFY(form.message());
        QCOMPARE(form.window.activeFocusItem(), form.retry());
    }

    void escapeIsTheWindowsUntilThereIsACheck()
    {
        Form form(standard());
        QVERIFY(form.start());
        QTest::keyClick(form.focusOn(form.page()), Qt::Key_Escape);
        settle();
        QVERIFY(form.cancellations.isEmpty());
        form.captcha->execute();
        QCOMPARE(form.captcha->captchaState(), State::Checking);
        form.before->forceActiveFocus();
        QTest::keyClick(&form.window, Qt::Key_Escape);
        settle();
        QVERIFY(form.cancellations.isEmpty());
        QTest::keyClick(form.focusOn(form.page()), Qt::Key_Escape);
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
    }

    void inlineGrowsAndShrinksBack_data()
    {
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::newRow("standard") << standard();
        QTest::newRow("invisible") << invisible();
    }

    void inlineGrowsAndShrinksBack()
    {
        QFETCH(SmartCaptchaOptions, options);
        Form form(options);
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        form.before->forceActiveFocus();
        const QSizeF before = form.implicitSize();
        form.openChallenge();
        QVERIFY(!form.sheet());
        QCOMPARE(form.implicitSize(), QSizeF(360, 480));
        QVERIFY(form.pageIsInForm());
        QCOMPARE(form.window.activeFocusItem(), form.page());
        form.host()->saySize(380, 520, true);
        QCOMPARE(form.implicitSize(), QSizeF(380, 520));
        QVERIFY(form.pageIsInForm());
        // An open challenge stays where it is.
        form.captcha->setChallengePresentation(Presentation::Popup);
        QVERIFY(!form.sheet());
        QVERIFY(form.pageIsInForm());
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.implicitSize(), before);
        QCOMPARE(form.window.activeFocusItem(), form.before);
    }

    void inlineIsCancelledWithEscape()
    {
        Form form(standard());
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        form.openChallenge();
        QTest::keyClick(form.focusOn(form.before), Qt::Key_Escape);
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        QTest::keyClick(form.focusOn(form.page()), Qt::Key_Escape);
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.implicitSize(), QSizeF(300, 100));
    }

    void inlineIsCancelledWhenHidden_data()
    {
        QTest::addColumn<bool>("window");
        QTest::newRow("window") << true;
        QTest::newRow("item") << false;
    }

    void inlineIsCancelledWhenHidden()
    {
        QFETCH(bool, window);
        Form form(standard());
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        form.openChallenge();
        if (window)
            form.window.hide();
        else
            form.captcha->setVisible(false);
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->captchaState(), State::Ready);
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
        form.before->forceActiveFocus();
        const bool isAsked = meanwhile != QLatin1String("nobody");
        if (isAsked && meanwhile != QLatin1String("execute"))
            form.host()->press();
        QElapsedTimer sinceKey;
        sinceKey.start();
        QTest::keyClick(&form.window, Qt::Key_A);
        form.openChallenge();
        QCOMPARE(form.captcha->captchaState(), isAsked ? State::Challenge : State::Ready);
        if (sinceKey.elapsed() > TypingGuard::Pause / 2)
            QSKIP("This computer is too busy to type on it");
        QCOMPARE(form.window.activeFocusItem(), form.before);
        QQuickItem *stays = form.before;
        if (meanwhile == QLatin1String("field")) {
            stays = form.after;
            stays->forceActiveFocus();
        } else if (meanwhile == QLatin1String("hidden")) {
            form.captcha->setVisible(false);
            EVENTUALLY_COMPARE(form.cancellations.size(), 1);
            form.captcha->setVisible(true);
            // The press was for the challenge before.
            form.host()->sayChallenge(true);
            QCOMPARE(form.captcha->captchaState(), State::Ready);
        } else if (meanwhile == QLatin1String("moment")) {
            form.captcha->setVisible(false);
            form.captcha->setVisible(true);
        } else if (meanwhile == QLatin1String("background")) {
            form.host()->setPaused(true);
            form.host()->setPaused(false);
        }
        letPass(2 * TypingGuard::Pause, "the person pauses");
        QCOMPARE(form.window.activeFocusItem(), takes ? form.page() : stays);
        QCOMPARE(form.captcha->captchaState() == State::Challenge,
                 isAsked && meanwhile != QLatin1String("hidden"));
    }

    void anItemThatIsHiddenForAMomentGoesOn()
    {
        Form form(standard());
        form.captcha->setChallengePresentation(Presentation::Inline);
        QVERIFY(form.start());
        form.openChallenge();
        form.captcha->setVisible(false);
        form.captcha->setVisible(true);
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
    }

    void theChallengeEndsWhileTheFocusMoves_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("how");
        for (const char *how : {"reset", "cancel", "load", "hide"}) {
            QTest::addRow("%s while the sheet opens", how)
                << int(State::Challenge) << QString::fromLatin1(how);
            QTest::addRow("%s while the sheet closes", how)
                << int(State::Cancelled) << QString::fromLatin1(how);
        }
    }

    // Sheet and form exchange the page, which moves the focus; a handler that hears of it may do anything.
    void theChallengeEndsWhileTheFocusMoves()
    {
        QFETCH(int, state);
        QFETCH(QString, how);
        Form form(standard());
        QVERIFY(form.start());
        form.focusOn(form.page());
        int acted = 0;
        const auto act = [&] {
            if (!form.captcha || int(form.captcha->captchaState()) != state)
                return;
            ++acted;
            if (how == QLatin1String("reset"))
                form.captcha->reset();
            else if (how == QLatin1String("cancel"))
                form.captcha->cancel();
            else if (how == QLatin1String("load"))
                form.captcha->load();
            else
                form.captcha->setVisible(false);
        };
        connect(&form.window, &QQuickWindow::activeFocusItemChanged, this, act);
        form.openChallenge();
        settle();
        if (form.captcha->captchaState() == State::Challenge)
            form.captcha->cancel();
        settle();
        QVERIFY(acted > 0);
        QVERIFY(form.captcha->captchaState() != State::Challenge);
        form.captcha->setVisible(true);
        settle();
        QVERIFY(!form.sheet() || !form.sheet()->isVisible());
    }

    void losesItsVerifier()
    {
        auto verifier = std::make_unique<SmartCaptchaVerifier>();
        SmartCaptchaView view;
        view.setVerifier(verifier.get());
        QSignalSpy changes(&view, &SmartCaptchaView::verifierChanged);
        verifier.reset();
        QCOMPARE(changes.size(), 1);
        QVERIFY(!view.verifier());
        view.setVerifier(nullptr);
        QCOMPARE(changes.size(), 1);
    }

    void theBackendIsChosenAndChanged()
    {
        Form form(standard());
        form.captcha->setEngine(Engine::WebEngine);
        QSignalSpy active(form.captcha, &SmartCaptchaView::activeEngineChanged);
        QVERIFY(form.start());
        QCOMPARE(form.host()->wanted, QuickEngine::WebEngine);
        QCOMPARE(form.captcha->activeEngine(), Engine::WebEngine);
        EVENTUALLY_COMPARE(active.size(), 1);
        form.states.clear();
        form.captcha->setEngine(Engine::WebView);
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        QCOMPARE(form.captcha->activeEngine(), Engine::Auto);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
        QCOMPARE(form.host()->wanted, QuickEngine::WebView);
        QCOMPARE(form.captcha->activeEngine(), Engine::WebView);
        EVENTUALLY(active.size() >= 2);
        QVERIFY(form.cancellations.isEmpty());
        // During a challenge, a change of engine cancels it.
        form.host()->sayReady();
        form.openChallenge();
        const QPointer<QQuickItem> sheet = form.sheet();
        QVERIFY(sheet);
        form.captcha->setEngine(Engine::WebEngine);
        QCOMPARE(form.cancellations.size(), 1);
        EVENTUALLY(!sheet);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        QVERIFY(form.pageIsInForm());
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
            return QPointer<ScriptedQuickHost>(form.host());
        };
        form.captcha->execute();
        // The check waits for the page of the next host.
        QPointer<ScriptedQuickHost> old = change();
        form.captcha->load();
        QVERIFY(!old);
        QCOMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        QCOMPARE(form.captcha->captchaState(), State::Checking);
        // That has begun, and goes on.
        old = change();
        form.captcha->execute();
        form.captcha->preload();
        QVERIFY(old);
        form.captcha->reset();
        QVERIFY(old);
        QCOMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        // An engine that is started is not one that loads.
        form.captcha->preload();
        QVERIFY(old);
        form.captcha->reset();
        QVERIFY(!old);
        QCOMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        old = change();
        form.captcha->execute();
        QVERIFY(!old);
        form.host()->sayReady();
        form.host()->sayChallenge(true);
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        QVERIFY(form.sheet());
        old = change();
        form.captcha->load();
        QVERIFY(!old);
        QCOMPARE(form.cancellations.size(), 2);
        EVENTUALLY(!form.sheet());
        form.host()->sayReady();
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
        QVERIFY(form.errors.isEmpty());
    }

    void withoutAnEngineItSaysSo()
    {
        ScriptedEngine::setInUse(false);
        {
            // initializeQuick() was not called; the error text is tested elsewhere.
            Form form(standard());
            QVERIFY(form.show());
            EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Failed);
            QCOMPARE(form.captcha->error().code(), Code::WebEngineUnavailable);
            QCOMPARE(form.captcha->activeEngine(), Engine::Auto);
            QVERIFY(form.message());
            QCOMPARE(form.captcha->implicitWidth(), 300);
            form.captcha->preload();
            form.captcha->load();
            EVENTUALLY_COMPARE(form.errors.size(), 2);
        }
        ScriptedEngine::setInUse(true);
    }

    // A host can load nothing without the QML engine that it was made for.
    void outlivesItsQmlEngine()
    {
        QQuickWindow window;
        auto engine = std::make_unique<QQmlEngine>();
        auto component = std::make_unique<QQmlComponent>(engine.get());
        component->setData("import SmartCaptcha\nSmartCaptchaView { autoLoad: false }", {});
        const std::unique_ptr<SmartCaptchaView> view(qobject_cast<SmartCaptchaView *>(component->create()));
        QVERIFY2(view, qPrintable(component->errorString()));
        view->setParentItem(window.contentItem());
        view->setOptions(standard());
        view->load();
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
        const QPointer<QQuickItem> page = ScriptedQuickHost::all().constFirst()->page();
        component.reset();
        engine.reset();
        view->load();
        QVERIFY(!page);
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
        QVERIFY(ScriptedQuickHost::all().constFirst()->page());
    }

    void takesOnWhatIsBehindIt_data()
    {
        QTest::addColumn<QByteArray>("around");
        QTest::addColumn<QColor>("color");
        const QColor dark(0x20, 0x22, 0x24);
        QTest::newRow("nothing") << QByteArray("Item { CAPTCHA }") << QColor(Qt::white);
        QTest::newRow("rectangle") << QByteArray("Rectangle { color: '#202224'; Item { CAPTCHA } }") << dark;
        QTest::newRow("transparent rectangle")
            << QByteArray("Rectangle { color: '#202224'; Rectangle { color: '#80ffffff'; CAPTCHA } }")
            << dark;
        QTest::newRow("background") << QByteArray(
            "Item { property Item background: Rectangle { color: '#202224' } CAPTCHA }")
                                    << dark;
        QTest::newRow("no background")
            << QByteArray("Item { property Item background; CAPTCHA }") << QColor(Qt::white);
    }

    void takesOnWhatIsBehindIt()
    {
        QFETCH(QByteArray, around);
        QFETCH(QColor, color);
        around.replace("CAPTCHA", "Item { objectName: 'place' }");
        Form form(standard());
        form.window.setColor(Qt::white);
        QQmlComponent component(&form.engine);
        component.setData("import QtQuick\n" + around, {});
        const std::unique_ptr<QQuickItem> item(qobject_cast<QQuickItem *>(component.create()));
        QVERIFY2(item, qPrintable(component.errorString()));
        item->setParentItem(form.item.get());
        form.captcha->setParentItem(form.named("place"));
        QVERIFY(form.start());
        QCOMPARE(form.captcha->backgroundColor(), color);
        const QString theme = color == Qt::white ? QStringLiteral("light") : QStringLiteral("dark");
        QVERIFY(form.host()->loaded.html().contains(QStringLiteral("color-scheme: ") + theme));
        // The application's theme changes.
        if (around.startsWith("Rectangle")) {
            item->setProperty("color", QColor(Qt::red));
            QCOMPARE(form.captcha->backgroundColor(), QColor(Qt::red));
            QCOMPARE(form.host()->commands.last(), QStringLiteral("appearance"));
        }
        // In another place the background is different.
        form.captcha->setParentItem(form.item.get());
        QCOMPARE(form.captcha->backgroundColor(), QColor(Qt::white));
    }

    void followsTheColourOfTheWindow()
    {
        Form form(standard());
        form.window.setColor(Qt::white);
        QVERIFY(form.start());
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("color-scheme: light")));
        QSignalSpy changes(form.captcha, &SmartCaptchaView::backgroundColorChanged);
        form.window.setColor(QColor(30, 32, 36));
        QCOMPARE(form.host()->commands.last(), QStringLiteral("appearance"));
        QCOMPARE(form.host()->lastCommand.value(QLatin1String("theme")).toString(), QStringLiteral("dark"));
        QCOMPARE(form.host()->lastCommand.value(QLatin1String("background")).toString(),
                 QStringLiteral("#1e2024"));
        QCOMPARE(changes.size(), 1);
        // An explicitly set colour stays.
        form.captcha->setBackgroundColor(QColor(QStringLiteral("#ffeedd")));
        QCOMPARE(form.host()->lastCommand.value(QLatin1String("background")).toString(),
                 QStringLiteral("#ffeedd"));
        QCOMPARE(form.host()->lastCommand.value(QLatin1String("theme")).toString(), QStringLiteral("light"));
        const qsizetype said = form.host()->commands.size();
        form.window.setColor(Qt::black);
        QCOMPARE(form.host()->commands.size(), said);
        QCOMPARE(changes.size(), 2);
        form.captcha->resetBackgroundColor();
        QCOMPARE(form.captcha->backgroundColor(), QColor(Qt::black));
        form.captcha->load();
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("color-scheme: dark")));
        // A transparent window does not count as dark.
        form.window.setColor(Qt::transparent);
        QCOMPARE(form.captcha->backgroundColor(), QGuiApplication::palette().color(QPalette::Window));
        // Another window has another colour.
        QQuickWindow other;
        other.setColor(QColor(200, 210, 220));
        form.captcha->setParentItem(other.contentItem());
        QCOMPARE(form.captcha->backgroundColor(), QColor(200, 210, 220));
        form.captcha->setParentItem(form.item.get());
    }

    void theSheetAndTheMessageHaveTheColour()
    {
        Form form(standard());
        form.captcha->setBackgroundColor(Qt::darkBlue);
        QVERIFY(form.start());
        form.openChallenge();
        QCOMPARE(form.sheet()->property("color").value<QColor>(), QColor(Qt::darkBlue));
        form.captcha->setBackgroundColor(Qt::darkGreen);
        QCOMPARE(form.sheet()->property("color").value<QColor>(), QColor(Qt::darkGreen));
        Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        QCOMPARE(form.panel()->property("color").value<QColor>(), QColor(Qt::darkGreen));
        form.captcha->setBackgroundColor(Qt::white);
        QCOMPARE(form.panel()->property("color").value<QColor>(), QColor(Qt::white));
    }

    void followsTheLanguage()
    {
        Form form(standard());
        QVERIFY(form.start());
        const auto speak = [](const QString &language) {
            QLocale::setDefault(QLocale(language));
            SmartCaptcha::installTranslator(QLocale(language));
            // Sent to the window from the event loop.
            QCoreApplication::processEvents();
        };
        speak(QStringLiteral("ru"));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        QCOMPARE(form.host()->loads, 2);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("lang=\"ru\"")));
        form.host()->sayReady();

        // The captcha is not reloaded during a challenge, nor if that would discard a token.
        form.openChallenge();
        speak(QStringLiteral("en"));
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        form.host()->sayToken(QStringLiteral("abc"));
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Solved);
        QCOMPARE(form.host()->loads, 2);
        form.captcha->reset();
        EVENTUALLY_COMPARE(form.host()->loads, 3);
        QVERIFY(form.host()->loaded.html().contains(QLatin1String("lang=\"en\"")));

        // The message shown instead of the page is translated at once.
        Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test"));
        const QString english = form.message()->property("text").toString();
        const QString tryAgain = form.retry()->property("text").toString();
        speak(QStringLiteral("ru"));
        EVENTUALLY(form.message()->property("text").toString() != english);
        QVERIFY(form.retry()->property("text").toString() != tryAgain);
        SmartCaptcha::installTranslator(QLocale(QStringLiteral("en")));
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
        QSignalSpy verified(form.captcha, &SmartCaptchaView::verified);
        const auto result = [&] { return verified.last().first().value<SmartCaptchaResult>(); };
        QVERIFY(form.start());
        form.host()->sayToken(QStringLiteral("first"));
        EVENTUALLY_COMPARE(verified.size(), 1);
        QCOMPARE(result().error(), SmartCaptchaResult::Error::Network);
        QVERIFY(!result().isAccepted());
        QVERIFY(form.retry());
        // The token was never sent, so the user does not have to solve the captcha again.
        verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(verified.size(), 2);
        QVERIFY(result().isAccepted());
        QVERIFY(!form.retry());
        QCOMPARE(verified.last().last().value<SmartCaptchaToken>(), form.captcha->token());
        QCOMPARE(server.countOfToken(QStringLiteral("first")), 1);
        QCOMPARE(form.captcha->captchaState(), State::Solved);

        // The service has received this token, so it is used up.
        form.captcha->reset();
        server.setAction(ScriptedServer::answer({}, "503 Service Unavailable"));
        form.host()->sayToken(QStringLiteral("second"));
        EVENTUALLY_COMPARE(verified.size(), 3);
        QVERIFY(form.retry());
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Ready);
        QVERIFY(!form.retry());
        QCOMPARE(form.host()->commands.last(), QStringLiteral("reset"));
        QCOMPARE(verified.size(), 3);
        QCOMPARE(server.countOfToken(QStringLiteral("second")), 1);

        // The verdict "robot" is final; the application has to handle it.
        server.setAction(ScriptedServer::answer(R"({"status":"failed","message":""})"));
        form.host()->sayToken(QStringLiteral("third"));
        EVENTUALLY_COMPARE(verified.size(), 4);
        QVERIFY(!form.retry());
    }

    void verifiesEachTokenAlsoAfterAReset()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
        Form form(standard());
        form.captcha->setVerifier(&verifier);
        QSignalSpy verified(form.captcha, &SmartCaptchaView::verified);
        QVERIFY(form.start());
        form.host()->sayToken(QStringLiteral("first"));
        EVENTUALLY_COMPARE(verified.size(), 1);
        QVERIFY(verified.first().first().value<SmartCaptchaResult>().isAccepted());
        form.captcha->reset();
        form.host()->sayToken(QStringLiteral("second"));
        form.captcha->reset();
        EVENTUALLY_COMPARE(verified.size(), 2);
        QCOMPARE(server.countOfToken(QStringLiteral("first")), 1);
        QCOMPARE(server.countOfToken(QStringLiteral("second")), 1);
        // A verifier may be deleted at any time.
        server.setAction(ScriptedServer::hang());
        auto gone = std::make_unique<SmartCaptchaVerifier>();
        gone->setBackendUrl(server.url(QStringLiteral("/verify")));
        form.captcha->setVerifier(gone.get());
        form.host()->sayToken(QStringLiteral("third"));
        gone.reset();
        QVERIFY(!form.captcha->verifier());
        form.captcha->reset();
        form.host()->sayToken(QStringLiteral("fourth"));
        QCOMPARE(form.tokens.size(), 4);
    }

    void preloadWarmsUpWithoutLoading()
    {
        Form form(invisible());
        form.captcha->preload();
        form.captcha->preload();
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
        QCOMPARE(form.host()->loads, 0);
        QVERIFY(form.host()->warmUps > 0);
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        form.captcha->execute();
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
        QCOMPARE(form.host()->loads, 1);
    }

    void expiryIsReportedAndTheButtonComesBack()
    {
        Form form(standard());
        QVERIFY(form.start());
        QSignalSpy expired(form.captcha, &SmartCaptchaView::tokenExpired);
        form.host()->sayToken(QStringLiteral("abc"));
        form.host()->say(QStringLiteral("tokenExpired"));
        EVENTUALLY_COMPARE(expired.size(), 1);
        QCOMPARE(form.captcha->captchaState(), State::Expired);
        QVERIFY(form.pageIsInForm());
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
        QCOMPARE(form.captcha->captchaState(), State::Solved);
        QCOMPARE(form.host()->loads, 1);
    }

    void movesInAndOutOfAStack()
    {
        Form form(standard());
        QVERIFY(form.start());
        // As in a stack view: it gets another parent, is hidden below another page, removed from the window
        // and added again.
        QQuickItem page(form.window.contentItem());
        page.setSize({400, 600});
        form.captcha->setParentItem(&page);
        page.setVisible(false);
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        page.setVisible(true);
        page.setParentItem(nullptr);
        QVERIFY(!form.captcha->window());
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        // Without a window no sheet can be opened.
        form.openChallenge();
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        QVERIFY(form.pageIsInForm());
        page.setParentItem(form.window.contentItem());
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        form.captcha->reset();
        // Removed from the window with an open sheet.
        form.openChallenge();
        const QPointer<QQuickItem> sheet = form.sheet();
        QVERIFY(sheet);
        page.setParentItem(nullptr);
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        EVENTUALLY(!sheet);
        QVERIFY(form.pageIsInForm());
        page.setParentItem(form.window.contentItem());
        form.captcha->setParentItem(form.item.get());
        QCOMPARE(form.captcha->captchaState(), State::Ready);
    }

    void movesToAnotherWindow()
    {
        Form form(standard());
        QVERIFY(form.start());
        QQuickWindow other;
        other.resize(500, 700);
        other.show();
        form.captcha->setParentItem(other.contentItem());
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        form.openChallenge();
        QVERIFY(!form.sheet());
        QVERIFY(QuickForm::named("smartCaptchaSheet", other.contentItem()));
        form.host()->sayToken(QStringLiteral("abc"));
        QCOMPARE(form.tokens.size(), 1);
        form.captcha->reset();
        form.openChallenge();
        const QPointer<QQuickItem> sheet = QuickForm::named("smartCaptchaSheet", other.contentItem());
        QVERIFY(sheet);
        form.captcha->setParentItem(form.item.get());
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        EVENTUALLY(!sheet);
        QVERIFY(form.pageIsInForm());
        QTest::keyClick(&other, Qt::Key_Escape);
        form.openChallenge();
        QTest::keyClick(&other, Qt::Key_Escape);
        settle();
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
    }

    void theWindowGoesWhileTheSheetIsOpen()
    {
        Form form(standard());
        QVERIFY(form.start());
        auto other = std::make_unique<QQuickWindow>();
        other->resize(500, 700);
        other->show();
        form.captcha->setParentItem(other->contentItem());
        form.openChallenge();
        QVERIFY(QuickForm::named("smartCaptchaSheet", other->contentItem()));
        other.reset();
        QVERIFY(!form.captcha->window());
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        form.captcha->setParentItem(form.item.get());
        QVERIFY(form.pageIsInForm());
        form.openChallenge();
        QVERIFY(form.sheet());
    }

    void theFormGoesWhileTheSheetIsOpen()
    {
        auto form = std::make_unique<Form>(standard());
        QVERIFY(form->start());
        form->openChallenge();
        QVERIFY(form->sheet());
        form->item.reset();
        QVERIFY(!form->captcha);
        QVERIFY(!form->sheet());
        QVERIFY(ScriptedQuickHost::all().isEmpty());
    }

    void theWindowGoesWhileAPopupIsOpen()
    {
        QQmlEngine engine;
        const std::unique_ptr<QQuickItem> popup = popupIn(engine);
        QVERIFY(popup);
        auto window = std::make_unique<QQuickWindow>();
        window->show();
        window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        popup->setParentItem(window->contentItem());
        QMetaObject::invokeMethod(popup.get(), "open");
        QVERIFY(QuickForm::named("smartCaptchaSheet", window->contentItem())->hasActiveFocus());
        window.reset();
        // In another window it goes on.
        QQuickWindow other;
        popup->setParentItem(other.contentItem());
        EVENTUALLY(QuickForm::named("smartCaptchaSheet", other.contentItem()));
        QMetaObject::invokeMethod(popup.get(), "close");
    }

    /// A page may wait for the next open().
    void aClosedPopupSaysNothingOfItsPage()
    {
        QQmlEngine engine;
        const std::unique_ptr<QQuickItem> popup = popupIn(engine);
        QVERIFY(popup);
        QQuickWindow window;
        window.show();
        popup->setParentItem(window.contentItem());
        QSignalSpy ready(popup.get(), SIGNAL(ready()));
        QSignalSpy errors(popup.get(), SIGNAL(errorOccurred(SmartCaptchaError)));
        QSignalSpy cancelled(popup.get(), SIGNAL(cancelled()));
        QSignalSpy tokens(popup.get(), SIGNAL(tokenReceived(SmartCaptchaToken)));
        QSignalSpy expired(popup.get(), SIGNAL(tokenExpired()));
        const auto open = [&popup] {
            QMetaObject::invokeMethod(popup.get(), "open");
            return eventually([] {
                return !ScriptedQuickHost::all().isEmpty() && ScriptedQuickHost::all().last()->loads > 0;
            });
        };
        QVERIFY(open());
        ScriptedQuickHost::all().last()->sayReady();
        QCOMPARE(ready.size(), 1);
        QMetaObject::invokeMethod(popup.get(), "close");
        QCOMPARE(cancelled.size(), 1);
        ScriptedQuickHost::all().last()->fail(WebHost::Failure::RenderProcessGone);
        letPass(50, "an error that must not come");
        QCOMPARE(errors.size(), 0);

        QVERIFY(open());
        ScriptedQuickHost::all().last()->sayReady();
        QCOMPARE(ready.size(), 2);
        ScriptedQuickHost::all().last()->sayToken(QStringLiteral("abc"));
        QCOMPARE(tokens.size(), 1);
        QCOMPARE(expired.size(), 0);
        ScriptedQuickHost::all().last()->say(QStringLiteral("tokenExpired"));
        QCOMPARE(expired.size(), 1);

        QVERIFY(open());
        ScriptedQuickHost::all().last()->sayReady();
        ScriptedQuickHost::all().last()->fail(WebHost::Failure::RenderProcessGone);
        QCOMPARE(errors.size(), 1);
        QMetaObject::invokeMethod(popup.get(), "close");
    }

    void bearsLosingItsPage()
    {
        Form form(standard());
        QVERIFY(form.start());
        delete form.host()->page();
        form.openChallenge();
        QCOMPARE(form.captcha->activeEngine(), Engine::Auto);
        form.captcha->cancel();
        QCOMPARE(form.captcha->captchaState(), State::Ready);
    }

    void twoInOneWindow()
    {
        Form form(standard());
        QVERIFY(form.start());
        ScriptedQuickHost *const firstHost = form.host();
        auto second = form.another();
        QVERIFY(second);
        second->setOptions(standard());
        EVENTUALLY_COMPARE(second->captchaState(), State::Loading);
        ScriptedQuickHost *const secondHost = form.host();
        QVERIFY(firstHost != secondHost);
        secondHost->sayReady();
        QSignalSpy cancelled(second.get(), &SmartCaptchaView::cancelled);
        // The sheet that was opened last is on top, and gets Esc.
        for (const bool firstOnTop : {true, false}) {
            ScriptedQuickHost *const below = firstOnTop ? secondHost : firstHost;
            ScriptedQuickHost *const above = firstOnTop ? firstHost : secondHost;
            QSignalSpy &belows = firstOnTop ? cancelled : form.cancellations;
            QSignalSpy &aboves = firstOnTop ? form.cancellations : cancelled;
            belows.clear();
            aboves.clear();
            below->sayChallenge(true);
            above->sayChallenge(true);
            QCOMPARE(form.window.activeFocusItem(), above->page());
            QTest::keyClick(&form.window, Qt::Key_Escape);
            EVENTUALLY_COMPARE(aboves.size(), 1);
            QVERIFY(belows.isEmpty());
            QCOMPARE(form.window.activeFocusItem(), below->page());
            QTest::keyClick(&form.window, Qt::Key_Escape);
            EVENTUALLY_COMPARE(belows.size(), 1);
            QCOMPARE(aboves.size(), 1);
        }
        secondHost->sayToken(QStringLiteral("two"));
        firstHost->sayToken(QStringLiteral("one"));
        QCOMPARE(form.captcha->token().value(), QStringLiteral("one"));
        QCOMPARE(second->token().value(), QStringLiteral("two"));
    }

    void madeByALoader()
    {
        QuickForm form("import QtQuick\nimport SmartCaptcha\n"
                       "Item {\n"
                       "  anchors.fill: parent\n"
                       "  Loader { objectName: 'loader'; active: false\n"
                       "    sourceComponent: SmartCaptchaView { objectName: 'captcha'\n"
                       "      options.siteKey: 'ysc1_test'; options.pageOrigin: 'https://shop.example' } }\n"
                       "}\n");
        QVERIFY(form.show());
        QQuickItem *const loader = form.named("loader");
        for (int i = 0; i < 2; ++i) {
            loader->setProperty("active", true);
            auto *view = qobject_cast<SmartCaptchaView *>(form.named("captcha"));
            QVERIFY(view);
            EVENTUALLY_COMPARE(view->captchaState(), State::Loading);
            ScriptedQuickHost *const host = ScriptedQuickHost::all().last();
            host->sayReady();
            QCOMPARE(loader->height(), 100);
            host->sayChallenge(true);
            QVERIFY(form.sheet());
            loader->setProperty("active", false);
            EVENTUALLY(ScriptedQuickHost::all().isEmpty());
            QVERIFY(!form.sheet());
        }
    }

    void deletedInEverySlot_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::addColumn<Presentation>("presentation");
        const QMetaObject &meta = SmartCaptchaView::staticMetaObject;
        for (int i = meta.methodOffset(); i < meta.methodCount(); ++i) {
            const QMetaMethod method = meta.method(i);
            if (method.methodType() != QMetaMethod::Signal)
                continue;
            const QByteArray name = method.methodSignature();
            QTest::addRow("%s standard popup", name.constData()) << i << standard() << Presentation::Popup;
            QTest::addRow("%s standard inline", name.constData()) << i << standard() << Presentation::Inline;
            QTest::addRow("%s invisible popup", name.constData()) << i << invisible() << Presentation::Popup;
        }
    }

    void deletedInEverySlot()
    {
        QFETCH(int, signal);
        QFETCH(SmartCaptchaOptions, options);
        QFETCH(Presentation, presentation);
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setBackendUrl(server.url(QStringLiteral("/verify")));
        Form form(options);
        m_victim = form.captcha;
        QMetaObject::connect(form.captcha, signal, this, metaObject()->indexOfSlot("deleteVictim()"));
        // After a deletion, the remaining steps do nothing.
        const auto step = [this](const std::function<void()> &action) {
            if (m_victim)
                action();
        };
        step([&] { form.captcha->setChallengePresentation(Presentation::Inline); });
        step([&] { form.captcha->setChallengePresentation(Presentation::Popup); });
        step([&] { form.captcha->setChallengePresentation(presentation); });
        step([&] { form.captcha->setVerifier(&verifier); });
        step([&] { form.captcha->setAutoLoad(false); });
        step([&] { form.captcha->setAutoLoad(true); });
        step([&] { form.captcha->setBackgroundColor(Qt::gray); });
        step([&] { (void)form.start(); });
        step([&] { form.openChallenge(); });
        step([&] { QTest::keyClick(form.focusOn(form.page()), Qt::Key_Escape); });
        settle();
        step([&] { form.openChallenge(); });
        step([&] { form.host()->sayToken(QStringLiteral("abc")); });
        (void)eventually([&] { return !m_victim || !server.requests().isEmpty(); });
        settle();
        step([&] { form.host()->say(QStringLiteral("tokenExpired")); });
        step([&] { form.captcha->load(); });
        step([&] { Q_EMIT form.host()->failed(WebHost::Failure::Load, QStringLiteral("test")); });
        step([&] { form.captcha->setOptions({}); });
        step([&] { form.captcha->setEngine(Engine::WebView); });
        QVERIFY(eventually([this] { return !m_victim; }));
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
            connect(form.captcha, &SmartCaptchaView::captchaStateChanged, this, [this, state](State now) {
                if (now == state)
                    delete m_victim;
            });
        const auto at = [&] { return !m_victim || (m_victim->captchaState() == state && !inSlot); };
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
        bool heard = false;
        if (m_victim) {
            connect(m_victim, &SmartCaptchaView::activeEngineChanged, this, [&heard] { heard = true; });
            connect(m_victim, &SmartCaptchaView::captchaStateChanged, this, [&heard] { heard = true; });
        }
        delete m_victim;
        QVERIFY(ScriptedQuickHost::all().isEmpty());
        settle();
        QVERIFY2(!heard, "It emits signals while it is being destroyed");
        QVERIFY(!form.sheet());
    }

    void slotsMayCallAnything()
    {
        Form form(standard());
        QVERIFY(form.start());
        int tokens = 0;
        connect(form.captcha, &SmartCaptchaView::tokenReceived, form.captcha, [&] {
            if (++tokens < 3)
                form.captcha->reset();
            else
                form.captcha->load();
        });
        connect(form.captcha, &SmartCaptchaView::challengeShown, form.captcha, [&] { form.captcha->load(); });
        form.host()->sayToken(QStringLiteral("a"));
        form.host()->sayToken(QStringLiteral("b"));
        form.host()->sayToken(QStringLiteral("c"));
        QCOMPARE(tokens, 3);
        QCOMPARE(form.captcha->captchaState(), State::Loading);
        form.host()->sayReady();
        form.openChallenge();
        QCOMPARE(form.captcha->captchaState(), State::Loading);
        QCOMPARE(form.cancellations.size(), 1);
        EVENTUALLY(!form.sheet());
    }

    void theBackendMayBeChangedWhenItIsAnnounced()
    {
        Form form(standard());
        int changes = 0;
        connect(form.captcha, &SmartCaptchaView::activeEngineChanged, form.captcha, [&] {
            if (changes++ == 0)
                form.captcha->setEngine(Engine::WebView);
        });
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->activeEngine(), Engine::WebView);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Loading);
        QCOMPARE(ScriptedQuickHost::all().size(), 1);
    }

    void endsWithTheProgram()
    {
        Form form(standard());
        QVERIFY(form.start());
        form.openChallenge();
        QVERIFY(form.sheet());
        form.states.clear();
        // QCoreApplication emits this when its event loop ends.
        QMetaObject::invokeMethod(qApp, "aboutToQuit");
        QVERIFY(ScriptedQuickHost::all().isEmpty());
        QVERIFY(form.states.isEmpty() && form.cancellations.isEmpty());
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        QVERIFY(!form.sheet());
    }

    void deleteVictim() { delete m_victim; }

private:
    QPointer<SmartCaptchaView> m_victim;
};

QTEST_MAIN(tst_captchaview)
#include "tst_captchaview.moc"
