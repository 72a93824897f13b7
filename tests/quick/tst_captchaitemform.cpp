// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickform.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qeventloop.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Engine = SmartCaptchaView::Engine;
using Presentation = SmartCaptchaView::ChallengePresentation;
using Scenario = SmartCaptchaEmulator::Scenario;
using State = SmartCaptcha::State;

namespace {

// The position of the button in the emulator's page, as in the service's.
constexpr QPointF button(40, 50);

constexpr char formInQml[] = R"(
import QtQuick
import SmartCaptcha

Flickable {
    id: form

    property int returns: 0
    property int shortcuts: 0

    objectName: "form"
    anchors.fill: parent
    contentHeight: 2000
    Keys.onReturnPressed: ++form.returns

    Shortcut {
        sequence: "Ctrl+S"
        onActivated: ++form.shortcuts
    }
    Shortcut {
        sequence: "Alt+S"
        onActivated: ++form.shortcuts
    }
    TextInput {
        objectName: "before"
        activeFocusOnTab: true
        x: 10; y: 10; width: 200; height: 30
    }
    SmartCaptchaView {
        objectName: "captcha"
        x: 10; y: 50
    }
    TextInput {
        objectName: "after"
        activeFocusOnTab: true
        x: 10; y: 650; width: 200; height: 30
    }
}
)";

/// A scrollable form with a real engine.
class Form : public QuickForm {
public:
    Form(const SmartCaptchaEmulator &emulator, Engine engine)
        : QuickForm(formInQml)
    {
        SmartCaptchaOptions options(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        options.setLanguage(QStringLiteral("en"));
        captcha->setEngine(engine);
        captcha->setOptions(options);
    }

    bool waitFor(State state)
    {
        return eventually([=] { return captcha->captchaState() == state; }, patience);
    }

    bool pressButton()
    {
        for (int i = 0; i < 30 && captcha->captchaState() == State::Ready; ++i) {
            click(captcha, button);
            (void)eventually([this] { return captcha->captchaState() != State::Ready; }, 1000);
        }
        return captcha->captchaState() != State::Ready;
    }

    /// Turns the wheel over the captcha.
    void wheel(int delta, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF place = captcha->mapToScene(QPointF(150, 50));
        QWheelEvent event(place, window.mapToGlobal(place), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&window, &event);
    }

    /// The engine's item below @p item.
    static const QQuickItem *engine(const QQuickItem *item)
    {
        if (item->property("zoomFactor").isValid())
            return item;
        const QList<QQuickItem *> parts = item->childItems();
        for (const QQuickItem *part : parts) {
            if (const QQuickItem *const found = engine(part))
                return found;
        }
        return nullptr;
    }

    /// Which part of the form has the focus.
    QString stop() const
    {
        const QQuickItem *const focus = window.activeFocusItem();
        if (focus == before)
            return QStringLiteral("before");
        if (focus == after)
            return QStringLiteral("after");
        return focus && (focus == captcha || captcha->isAncestorOf(focus)) ? QStringLiteral("captcha")
                                                                           : QStringLiteral("other");
    }

    /// The first parts of the form that get the focus when it is moved this many times.
    QStringList walk(Qt::Key key, int moves)
    {
        QStringList way;
        QString last = stop();
        const auto note = [&] {
            if (const QString now = stop(); now != last)
                way << (last = now);
        };
        const auto watching = QObject::connect(&window, &QQuickWindow::activeFocusItemChanged, captcha, note);
        // Inside the page, Tab moves between controls asynchronously.
        for (int i = 0; i < 20 * moves && way.size() < moves; ++i) {
            const qsizetype known = way.size();
            QTest::keyClick(&window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            (void)eventually([&] { return way.size() > known; }, 400);
        }
        QObject::disconnect(watching);
        return way.mid(0, moves);
    }
};

} // namespace

/// The captcha among other items, with real keys and a real engine.
class tst_captchaitemform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString())); }

    void init() { m_emulator.setScenario(Scenario::Human); }

    void tabComesByOncePerRound_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("what");
        for (const char *what : {"button to load", "loading", "ready", "failed", "challenge over"}) {
            QTest::addRow("%s, WebEngine", what) << Engine::WebEngine << QString::fromLatin1(what);
            QTest::addRow("%s, WebView", what) << Engine::WebView << QString::fromLatin1(what);
        }
    }

    void tabComesByOncePerRound()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, what);
        const QStringList stops{QStringLiteral("before"), QStringLiteral("captcha"), QStringLiteral("after")};
        Form form(m_emulator, engine);
        if (what == QLatin1String("button to load"))
            form.captcha->setAutoLoad(false);
        else if (what == QLatin1String("loading"))
            m_emulator.setScenario(Scenario::ScriptHanging);
        else if (what == QLatin1String("failed"))
            m_emulator.setScenario(Scenario::ScriptMissing);
        else if (what == QLatin1String("challenge over"))
            m_emulator.setScenario(Scenario::Challenge);
        QVERIFY(form.show());
        QStringList here = stops;
        if (what == QLatin1String("loading")) {
            QVERIFY(form.waitFor(State::Loading));
            here.removeAt(1); // there is no button to press
        } else if (what == QLatin1String("failed")) {
            QVERIFY(form.waitFor(State::Failed));
        } else if (form.captcha->isAutoLoad()) {
            QVERIFY(form.waitFor(State::Ready));
        }
        if (what == QLatin1String("challenge over")) {
            QVERIFY(form.pressButton());
            QVERIFY(form.waitFor(State::Challenge));
            form.captcha->cancel();
            EVENTUALLY(!form.sheet());
        }
        const QString forwards = rounds(form, here, Qt::Key_Tab);
        QVERIFY2(forwards.isEmpty(), qPrintable(forwards));
        const QString backwards = rounds(form, here, Qt::Key_Backtab);
        QVERIFY2(backwards.isEmpty(), qPrintable(backwards));
    }

    void keysOfAChallengeStayThere_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<Presentation>("presentation");
        QTest::newRow("inline, WebEngine") << Engine::WebEngine << Presentation::Inline;
        QTest::newRow("inline, WebView") << Engine::WebView << Presentation::Inline;
        QTest::newRow("popup, WebEngine") << Engine::WebEngine << Presentation::Popup;
        QTest::newRow("popup, WebView") << Engine::WebView << Presentation::Popup;
    }

    void keysOfAChallengeStayThere()
    {
        QFETCH(Engine, engine);
        QFETCH(Presentation, presentation);
        m_emulator.setScenario(Scenario::Challenge);
        Form form(m_emulator, engine);
        form.captcha->setChallengePresentation(presentation);
        QSignalSpy cancellations(form.captcha, &SmartCaptchaView::cancelled);
        QVERIFY(form.show());
        QVERIFY(form.waitFor(State::Ready));
        QVERIFY(form.pressButton());
        QVERIFY(form.waitFor(State::Challenge));
        letPass(500, "the challenge takes the focus once it is drawn");
        QTest::keyClick(&form.window, Qt::Key_S, Qt::ControlModifier);
        QTest::keyClick(&form.window, Qt::Key_S, Qt::AltModifier);
        QTest::keyClick(&form.window, Qt::Key_Return);
        QTest::keyClick(&form.window, Qt::Key_Enter);
        letPass(500, "the keys would have come by then");
        QCOMPARE(form.item->property("shortcuts").toInt(), 0);
        QCOMPARE(form.item->property("returns").toInt(), 0);
        if (form.captcha->captchaState() == State::Challenge) {
            QTest::keyClick(&form.window, Qt::Key_Escape);
            EVENTUALLY_COMPARE(cancellations.size(), 1);
        }
        // The form gets the keys again.
        form.before->forceActiveFocus();
        QTest::keyClick(&form.window, Qt::Key_S, Qt::ControlModifier);
        EVENTUALLY_COMPARE(form.item->property("shortcuts").toInt(), 1);
    }

    void theWheelScrollsTheForm_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::newRow("WebEngine") << Engine::WebEngine;
        QTest::newRow("WebView") << Engine::WebView;
    }

    void theWheelScrollsTheForm()
    {
        QFETCH(Engine, engine);
        Form form(m_emulator, engine);
        QVERIFY(form.show());
        QVERIFY(form.waitFor(State::Ready));
        for (int i = 0; i < 5; ++i) {
            form.wheel(-120);
            letPass(50, "a person turns the wheel step by step");
        }
        EVENTUALLY(form.item->property("contentY").toReal() > 0);
    }

    void theWheelLeavesTheSizeAlone_data() { theWheelScrollsTheForm_data(); }

    void theWheelLeavesTheSizeAlone()
    {
        QFETCH(Engine, engine);
        Form form(m_emulator, engine);
        QVERIFY(form.show());
        QVERIFY(form.waitFor(State::Ready));
        const QQuickItem *const page = form.engine(form.captcha);
        QVERIFY(page);
        for (int i = 0; i < 5; ++i) {
            form.wheel(120, Qt::ControlModifier);
            letPass(50, "a person turns the wheel step by step");
        }
        letPass(300, "the page would have grown by then");
        QCOMPARE(page->property("zoomFactor").toReal(), 1.0);
    }

    void aPageThatNobodySeesRuns_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("what");
        for (const char *what : {"shown", "item hidden", "parent hidden", "transparent", "window hidden"}) {
            QTest::addRow("%s, WebEngine", what) << Engine::WebEngine << QString::fromLatin1(what);
            QTest::addRow("%s, WebView", what) << Engine::WebView << QString::fromLatin1(what);
        }
    }

    // Engines do not paint pages that count as hidden, and slow down their timers.
    void aPageThatNobodySeesRuns()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, what);
        // Qt WebEngine needs a window for frames. Without one, how many it makes until it waits is chance.
        const bool hasFrames = engine != Engine::WebEngine || what != QLatin1String("window hidden");
        ScriptedServer site;
        site.start();
        site.setAction(ScriptedServer::answer(
            "<!DOCTYPE html><body><div id='captcha-container' class='smart-captcha' data-invisible='true' "
            "data-sitekey='"
                + m_emulator.siteKey().toLatin1()
                + "'></div><script>const later = " + (hasFrames ? "requestAnimationFrame" : "setTimeout")
                + ";later(() => later(() => {"
                  "const script = document.createElement('script'); script.src = '"
                + m_emulator.url().toEncoded()
                + "/captcha.js'; document.body.append(script); }));</script></body>",
            "200 OK", "Content-Type: text/html\r\n"));
        Form form(m_emulator, engine);
        SmartCaptchaOptions options = form.captcha->options();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(site.url(QStringLiteral("/login")));
        form.captcha->setOptions(options);
        QSignalSpy tokens(form.captcha, &SmartCaptchaView::tokenReceived);
        if (what == QLatin1String("item hidden"))
            form.captcha->setVisible(false);
        else if (what == QLatin1String("parent hidden"))
            form.item->setVisible(false);
        else if (what == QLatin1String("transparent"))
            form.captcha->setOpacity(0);
        if (what != QLatin1String("window hidden"))
            QVERIFY(form.show());
        form.captcha->execute();
        EVENTUALLY_COMPARE(tokens.size(), 1);
    }

    void aHiddenItemGoesInTheMiddle_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"item deleted", "moved to another window", "out of the window", "window deleted"}) {
            QTest::addRow("%s, WebEngine", what) << Engine::WebEngine << QString::fromLatin1(what);
            QTest::addRow("%s, WebView", what) << Engine::WebView << QString::fromLatin1(what);
        }
    }

    void aHiddenItemGoesInTheMiddle()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, what);
        m_emulator.setScenario(Scenario::Human);
        auto form = std::make_unique<Form>(m_emulator, engine);
        SmartCaptchaOptions options = form->captcha->options();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        form->captcha->setOptions(options);
        QSignalSpy tokens(form->captcha, &SmartCaptchaView::tokenReceived);
        form->captcha->setVisible(false);
        QVERIFY(form->show());
        // Not by polling, because a check may be over before the next poll.
        QEventLoop untilChecking;
        connect(form->captcha, &SmartCaptchaView::captchaStateChanged, &untilChecking, [&](State state) {
            if (state == State::Checking)
                untilChecking.quit();
        });
        QTimer::singleShot(patience, &untilChecking, [&] { untilChecking.exit(1); });
        form->captcha->execute();
        QCOMPARE(untilChecking.exec(), 0);
        QCOMPARE(form->captcha->captchaState(), State::Checking);
        QQuickWindow other;
        other.resize(400, 400);
        other.show();
        if (what == QLatin1String("item deleted")) {
            delete form->captcha;
        } else if (what == QLatin1String("moved to another window")) {
            form->captcha->setParentItem(other.contentItem());
            form->window.hide();
            EVENTUALLY_COMPARE(tokens.size(), 1);
            form->captcha->setParentItem(form->item.get());
        } else if (what == QLatin1String("out of the window")) {
            form->captcha->setParentItem(nullptr);
            EVENTUALLY_COMPARE(tokens.size(), 1);
        } else {
            form.reset();
        }
        letPass(500, "remains of the page would have failed by then");
    }

private:
    /// The focus changes of two rounds if they differ from these stops; empty otherwise.
    static QString rounds(Form &form, const QStringList &stops, Qt::Key key)
    {
        form.before->forceActiveFocus();
        QStringList expected;
        for (qsizetype i = 1; i <= 2 * stops.size(); ++i)
            expected << stops[(key == Qt::Key_Tab ? i : 2 * stops.size() - i) % stops.size()];
        const QStringList way = form.walk(key, int(expected.size()));
        return way == expected ? QString() : way.join(QLatin1String(", "));
    }

    SmartCaptchaEmulator m_emulator;
};

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QGuiApplication app(argc, argv);
    tst_captchaitemform test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_captchaitemform.moc"
