// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/exampleoptions.h"
#include "standinwebview.h"

#include "captcha/page/captchapage.h"
#include "captcha/session/captchasession.h"
#include "engines/webview/webviewquickhost.h"
#include "shared/eventually.h"

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qtemporarydir.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace SmartCaptcha::Internal;
using Expectation = WebHost::Expectation;
using Failure = WebHost::Failure;

namespace {

// Longer than the interval between queries while something is going on.
constexpr int aFewQuestions = 900;
// Longer than the interval between queries of a calm page.
constexpr int aCalmQuestion = 1500;

/// A host, and the messages of its page.
class Stage {
public:
    explicit Stage(int calmAfter = WebViewQuickHost::CalmAfter,
                   int silentAtMost = WebViewQuickHost::SilentAtMost)
        : host(makeHost(calmAfter, silentAtMost))
        , messages(host.get(), &WebHost::messageArrived)
        , failures(host.get(), &WebHost::failed)
    {
    }

    void load(const SmartCaptchaOptions &options = standard())
    {
        loaded = CaptchaPage::make(options, {}, host->transport(),
                                   {QUrl(QStringLiteral("https://captcha.example"))});
        host->load(loaded);
    }

    /// The page that was loaded last has arrived and sends a message.
    void arrive()
    {
        Q_EMIT view()->loadStarted(view()->address);
        answer(view()->lastPage, {ownMessage()});
        Q_EMIT view()->loadSucceeded(view()->address);
    }

    /// A message that only this page can send.
    QString ownMessage() const { return QStringLiteral("{\"nonce\": \"%1\"}").arg(loaded.nonce()); }

    StandInWebView *view() const
    {
        const QList<QQuickItem *> children = host->item()->childItems();
        return children.isEmpty() ? nullptr : qobject_cast<StandInWebView *>(children.first());
    }

    /// The page answers the query to @p page.
    void answer(int page, const QStringList &texts)
    {
        view()->answer(page, texts);
        QCoreApplication::processEvents();
    }

    QStringList heard() const
    {
        QStringList texts;
        for (const QList<QVariant> &message : messages)
            texts << message.first().toString();
        return texts;
    }

    QQmlEngine engine;
    CaptchaPage loaded;
    std::unique_ptr<WebViewQuickHost> host;
    QSignalSpy messages;
    QSignalSpy failures;

private:
    std::unique_ptr<WebViewQuickHost> makeHost(int calmAfter, int silentAtMost)
    {
        auto component = std::make_unique<QQmlComponent>(&engine);
        component->setData("import StandIn\nStandInWebView {}", {});
        return std::make_unique<WebViewQuickHost>(std::move(component), calmAfter, silentAtMost);
    }
};

void applicationIs(Qt::ApplicationState state)
{
    Q_EMIT qGuiApp->applicationStateChanged(state);
}

} // namespace

class tst_webviewhost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qmlRegisterType<StandInWebView>("StandIn", 1, 0, "StandInWebView");
        qmlRegisterType<QQuickWebEngineViewStandIn>("StandIn", 1, 0, "EngineView");
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openUrl");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    void init()
    {
        applicationIs(Qt::ApplicationActive);
        m_opened.clear();
    }

    void withoutRulesThereIsNoPage_data()
    {
        QTest::addColumn<QByteArray>("inside"); // of the WebView
        QTest::addColumn<bool>("hasProfile");
        QTest::addColumn<bool>("isShown");
        const QByteArray ask = "function runJavaScript(script: string, world: int, callback: var) {}";
        const QByteArray profile = "property var profile;";
        const QByteArray settings = "property var settings: ({});";
        const QByteArray scripts =
            "property var userScripts: ({insert: script => view.inserted.push(script)})";
        const auto engineView = [&ask](const QByteArray &content) {
            return "EngineView { " + ask + content + " }";
        };
        QTest::newRow("all of them") << engineView(profile + settings + scripts) << true << true;
#ifdef Q_OS_LINUX
        QTest::newRow("another view") << QByteArray("Item {}") << true << false;
#endif
        QTest::newRow("no profile can be made") << engineView(profile + settings + scripts) << false << false;
        QTest::newRow("no profile can be set") << engineView(settings + scripts) << true << false;
        QTest::newRow("no settings") << engineView(profile + scripts) << true << false;
        QTest::newRow("no scripts") << engineView(profile + settings) << true << false;
    }

    // CaptchaWebViewPage.qml itself, with modules instead of Qt's that have no web engine.
    void withoutRulesThereIsNoPage()
    {
        QFETCH(QByteArray, inside);
        QFETCH(bool, hasProfile);
        QFETCH(bool, isShown);
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &file, const QByteArray &content) {
            const QFileInfo info(folder.filePath(file));
            QFile made(info.filePath());
            return QDir().mkpath(info.path()) && made.open(QIODevice::WriteOnly)
                && made.write(content) == content.size();
        };
        QVERIFY(write(QStringLiteral("QtWebView/qmldir"), "module QtWebView\nWebView 1.0 WebView.qml\n"));
        QVERIFY(write(QStringLiteral("QtWebView/WebView.qml"),
                      "import QtQuick\nimport StandIn\nItem { id: view\n"
                      "property url url; property string title; property string html;"
                      "property var inserted: []\n"
                      "signal loadingChanged(var loadRequest)\n"
                      "function loadHtml(content: string, address: url) { html = content }\n"
                      "function runJavaScript(script: string, callback: var) {}\n"
                      "function stop() {}\n"
                          + inside + "}\n"));
        QVERIFY(write(QStringLiteral("QtWebEngine/qmldir"),
                      QByteArray("module QtWebEngine\nsingleton WebEngine 1.0 WebEngine.qml\n")
                          + (hasProfile ? "WebEngineProfile 1.0 WebEngineProfile.qml\n" : "")));
        QVERIFY(write(QStringLiteral("QtWebEngine/WebEngine.qml"),
                      "pragma Singleton\nimport QtQml\nQtObject { function script(): var { return {} } }\n"));
        QVERIFY(write(QStringLiteral("QtWebEngine/WebEngineProfile.qml"),
                      "import QtQml\nQtObject { property bool offTheRecord;"
                      "signal downloadRequested(var download) }\n"));
        QQmlEngine engine;
        engine.addImportPath(folder.path());
        auto component = std::make_unique<QQmlComponent>(
            &engine, QUrl(QStringLiteral("qrc:/qt-project.org/imports/SmartCaptcha/CaptchaWebViewPage.qml")));
        QVERIFY2(component->isReady(), qPrintable(component->errorString()));
        WebViewQuickHost host(std::move(component));
        QSignalSpy failures(&host, &WebHost::failed);
        host.load(CaptchaPage::make(standard(), {}, host.transport(),
                                    {QUrl(QStringLiteral("https://captcha.example"))}));
        settle();
        QCOMPARE(failures.isEmpty(), isShown);
        const QQuickItem *const view = host.item()->childItems().first();
        QCOMPARE(view->property("html").toString().isEmpty(), !isShown);
        QCOMPARE(view->property("url").toUrl(), QUrl());
        if (isShown) {
            QCOMPARE(view->property("inserted").toList().size(), 2);
            return;
        }
        QCOMPARE(failures.first().first().value<Failure>(), Failure::Unavailable);
        QVERIFY(!failures.first().at(1).toString().isEmpty());
    }

    void messagesArriveInOrderWithoutATitle()
    {
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        stage.answer(stage.view()->lastPage, {QStringLiteral("a"), QStringLiteral("b")});
        stage.answer(stage.view()->lastPage, {QStringLiteral("c")});
        QCOMPARE(stage.heard(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        // The queries continue.
        const int asked = stage.view()->drains;
        EVENTUALLY(stage.view()->drains > asked + 1);
    }

    void aTitleIsAHintAndNoMore()
    {
        Stage stage;
        stage.load();
        const int asked = stage.view()->drains;
        Q_EMIT stage.view()->titleChanged();
        QCOMPARE(stage.view()->drains, asked + 1);
        QVERIFY(stage.messages.isEmpty());
        // First the title changes late: the message was already fetched. Then twice: the second query finds
        // nothing.
        stage.answer(stage.view()->lastPage, {QStringLiteral("a")});
        Q_EMIT stage.view()->titleChanged();
        Q_EMIT stage.view()->titleChanged();
        stage.answer(stage.view()->lastPage, {});
        stage.answer(stage.view()->lastPage, {});
        QCOMPARE(stage.heard(), QStringList({QStringLiteral("a")}));
    }

    // Most of the time that a captcha is on the screen nobody does anything.
    void titlesThatTellSaveQuestions()
    {
        Stage stage;
        const auto isAskedOften = [&stage] {
            const int asked = stage.view()->drains;
            return eventually([&] { return stage.view()->drains > asked + 1; }, aCalmQuestion);
        };
        const auto answer = [&stage](const QStringList &messages) {
            stage.answer(stage.view()->lastPage, messages);
        };
        stage.load();
        stage.arrive();
        stage.host->expect(Expectation::Press);
        QVERIFY(isAskedOften());
        // A title that tells of nothing, and then a message that no title has told of.
        Q_EMIT stage.view()->titleChanged();
        answer({});
        answer({});
        answer({stage.ownMessage()});
        QVERIFY(isAskedOften());
        Q_EMIT stage.view()->titleChanged();
        answer({stage.ownMessage()});
        answer({});
        letPass(100, "the page is left alone after an answer, and asked once more");
        answer({});
        const int asked = stage.view()->drains;
        QElapsedTimer waited;
        waited.start();
        letPass(aCalmQuestion, "even a calm page would have been queried by then");
        // A computer that stood still until the page's turn came shows nothing.
        if (waited.elapsed() < aCalmQuestion + 1000)
            QCOMPARE(stage.view()->drains, asked);
        // One may be lost all the same. A page that does not answer is asked again earlier.
        EVENTUALLY(stage.view()->drains > asked);
        QVERIFY(eventually([&] { return stage.view()->drains > asked + 1; }, aCalmQuestion));
        // The title of this message has got lost.
        answer({stage.ownMessage()});
        QVERIFY(isAskedOften());
        Q_EMIT stage.view()->titleChanged();
        answer({stage.ownMessage()});
        // The next page has to show it anew.
        stage.load();
        stage.arrive();
        stage.host->expect(Expectation::Press);
        QVERIFY(isAskedOften());
    }

    void anEarlierPageIsNotHeard()
    {
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        const int first = stage.view()->lastPage;
        stage.load();
        EVENTUALLY(stage.view()->lastPage != first);
        stage.answer(first, {QStringLiteral("late")});
        QVERIFY(stage.messages.isEmpty());
        stage.answer(stage.view()->lastPage, {QStringLiteral("now")});
        QCOMPARE(stage.heard(), QStringList({QStringLiteral("now")}));
    }

    void answersThatAreNone()
    {
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        for (const char *answer : {"", "null", "undefined", "{}", "[", "\"a\"", "[]"})
            Q_EMIT stage.view()->drained(stage.view()->lastPage, QString::fromLatin1(answer));
        QCoreApplication::processEvents();
        QVERIFY(stage.messages.isEmpty());
    }

    void nothingIsAskedInTheBackground_data()
    {
        QTest::addColumn<Qt::ApplicationState>("state");
        QTest::newRow("suspended") << Qt::ApplicationSuspended;
        QTest::newRow("hidden") << Qt::ApplicationHidden;
    }

    void nothingIsAskedInTheBackground()
    {
        QFETCH(Qt::ApplicationState, state);
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        const int page = stage.view()->lastPage;
        applicationIs(state);
        const int asked = stage.view()->drains;
        Q_EMIT stage.view()->titleChanged();
        stage.host->runScript(QStringLiteral("later()"));
        stage.answer(page, {QStringLiteral("on its way")});
        letPass(aFewQuestions, "a few queries would have been sent by then");
        QCOMPARE(stage.view()->drains, asked);
        QCOMPARE(stage.heard(), QStringList({QStringLiteral("on its way")}));
        // Immediately when the application is active again.
        applicationIs(Qt::ApplicationActive);
        QCOMPARE(stage.view()->drains, asked + 1);
        EVENTUALLY(stage.view()->drains > asked + 2);
    }

    void pausedInTheBackground_data()
    {
        QTest::addColumn<Qt::ApplicationState>("state");
        QTest::addColumn<bool>("paused");
        QTest::newRow("suspended") << Qt::ApplicationSuspended << true;
        QTest::newRow("hidden") << Qt::ApplicationHidden << true;
        // It only lacks the focus.
        QTest::newRow("inactive") << Qt::ApplicationInactive << false;
    }

    void pausedInTheBackground()
    {
        QFETCH(Qt::ApplicationState, state);
        QFETCH(bool, paused);
        Stage stage;
        QSignalSpy changes(stage.host.get(), &WebHost::pausedChanged);
        applicationIs(state);
        applicationIs(state);
        QCOMPARE(stage.host->isPaused(), paused);
        QCOMPARE(changes.size(), paused ? 1 : 0);
        applicationIs(Qt::ApplicationActive);
        QVERIFY(!stage.host->isPaused());
        QCOMPARE(changes.size(), paused ? 2 : 0);
    }

    void resumingMayEndTheHost()
    {
        Stage stage;
        stage.load();
        applicationIs(Qt::ApplicationSuspended);
        connect(stage.host.get(), &WebHost::pausedChanged, this, [&stage] { delete stage.host.release(); });
        applicationIs(Qt::ApplicationActive);
        QVERIFY(!stage.host);
    }

    void suspendedInTheMiddleOfAChallenge()
    {
        Stage stage;
        SmartCaptchaOptions options = standard();
        options.setChallengeTimeout(1000);
        CaptchaSession session;
        session.setOptions(options);
        session.setHost(stage.host.get());
        session.load();
        StandInWebView *const view = stage.view();
        static const QRegularExpression known(QStringLiteral("\"nonce\":\"([0-9a-f]+)\""));
        const QString nonce = known.match(view->html).captured(1);
        const auto says = [&](const QString &type, const QString &fields = {}) {
            stage.answer(view->lastPage,
                         {QStringLiteral("{\"nonce\": \"%1\", \"attempt\": 0, \"type\": \"%2\"%3}")
                              .arg(nonce, type, fields)});
        };
        EVENTUALLY(view->drains > 0);
        says(QStringLiteral("ready"), QStringLiteral(", \"controllable\": true"));
        says(QStringLiteral("challengeVisible"));
        QCOMPARE(session.state(), SmartCaptcha::State::Challenge);
        applicationIs(Qt::ApplicationSuspended);
        const int asked = view->drains;
        letPass(2000, "a page in the background would have been queried by then");
        QCOMPARE(session.state(), SmartCaptcha::State::Challenge);
        QCOMPARE(view->drains, asked);
        applicationIs(Qt::ApplicationActive);
        QCOMPARE(view->drains, asked + 1);
        QCOMPARE(session.state(), SmartCaptcha::State::Challenge);
        says(QStringLiteral("success"), QStringLiteral(", \"token\": \"t\""));
        QCOMPARE(session.state(), SmartCaptcha::State::Solved);
        session.setHost(nullptr);
    }

    void nothingIsAskedWhenNothingIsExpected()
    {
        Stage stage;
        stage.load();
        stage.arrive();
        stage.host->expect(Expectation::Nothing);
        int asked = stage.view()->drains;
        letPass(aFewQuestions, "a few queries would have been sent by then");
        QCOMPARE(stage.view()->drains, asked);
        // Each title change causes one query, and its messages are delivered.
        Q_EMIT stage.view()->titleChanged();
        QCOMPARE(stage.view()->drains, ++asked);
        stage.answer(stage.view()->lastPage, {QStringLiteral("expired")});
        QCOMPARE(stage.heard().last(), QStringLiteral("expired"));
        stage.host->runScript(QStringLiteral("dark()"));
        applicationIs(Qt::ApplicationSuspended);
        applicationIs(Qt::ApplicationActive);
        QCOMPARE(stage.view()->drains, ++asked);
        letPass(aFewQuestions, "a few queries would have been sent by then");
        QCOMPARE(stage.view()->drains, asked);
        for (const Expectation next : {Expectation::Press, Expectation::Answer}) {
            stage.host->expect(next);
            asked = stage.view()->drains;
            EVENTUALLY(stage.view()->drains > asked + 1);
            stage.host->expect(Expectation::Nothing);
        }
        // A newly loaded page is queried again.
        stage.load();
        asked = stage.view()->drains;
        EVENTUALLY(stage.view()->drains > asked + 1);
    }

    void outOfSight_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"invisible", "disabled", "in a hidden window"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void outOfSight()
    {
        QFETCH(QString, how);
        Stage stage(300);
        QQuickWindow window;
        stage.host->item()->setParentItem(window.contentItem());
        window.show();
        const auto show = [&](bool shown) {
            if (how == QLatin1String("invisible"))
                stage.host->item()->setVisible(shown);
            else if (how == QLatin1String("disabled"))
                stage.host->item()->setEnabled(shown);
            else
                window.setVisible(shown);
        };
        stage.load();
        stage.arrive();
        stage.host->expect(Expectation::Press);
        show(false);
        letPass(400, "the page becomes calm");
        int asked = stage.view()->drains;
        letPass(aCalmQuestion, "a calm page would have been queried by then");
        QCOMPARE(stage.view()->drains, asked);
        // Immediately when it is shown again, and then regularly.
        show(true);
        QCOMPARE(stage.view()->drains, asked + 1);
        EVENTUALLY(stage.view()->drains > asked + 2);
        // Once an answer is expected, the queries continue out of sight.
        stage.host->expect(Expectation::Answer);
        show(false);
        asked = stage.view()->drains;
        EVENTUALLY(stage.view()->drains > asked + 1);
        stage.host->item()->setParentItem(nullptr);
    }

    void aPageLoadedInTheBackgroundIsAskedLater()
    {
        Stage stage;
        applicationIs(Qt::ApplicationSuspended);
        stage.load();
        letPass(aFewQuestions, "a few queries would have been sent by then");
        QCOMPARE(stage.view()->drains, 0);
        applicationIs(Qt::ApplicationInactive);
        EVENTUALLY(stage.view()->drains > 0);
    }

    void unloadingEndsTheQuestions()
    {
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        const int page = stage.view()->lastPage;
        stage.host->unload();
        const int asked = stage.view()->drains;
        QVERIFY(!stage.view()->html.contains(QLatin1String("ysc1_test")));
        Q_EMIT stage.view()->titleChanged();
        Q_EMIT stage.view()->loadStarted(stage.view()->address);
        Q_EMIT stage.view()->loadSucceeded(stage.view()->address);
        stage.answer(page, {QStringLiteral("late")});
        applicationIs(Qt::ApplicationSuspended);
        applicationIs(Qt::ApplicationActive);
        stage.host->runScript(QStringLiteral("no"));
        letPass(aFewQuestions, "a few queries would have been sent by then");
        QCOMPARE(stage.view()->drains, asked);
        QVERIFY(stage.view()->scripts.isEmpty());
        QVERIFY(stage.messages.isEmpty());
    }

    void aMessageMayEndTheHost()
    {
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        connect(stage.host.get(), &WebHost::messageArrived, this, [&stage] { stage.host->unload(); });
        stage.answer(stage.view()->lastPage, {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(stage.heard(), QStringList({QStringLiteral("a")}));
        stage.load();
        EVENTUALLY(stage.view()->drains > 1);
        stage.host->disconnect(this);
        connect(stage.host.get(), &WebHost::messageArrived, this, [&stage] { delete stage.host.release(); });
        stage.answer(stage.view()->lastPage, {QStringLiteral("c"), QStringLiteral("d")});
        QVERIFY(!stage.host);
        QCOMPARE(stage.heard(), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
    }

    void theBridgeIsPutIntoPagesOfOthersUntilTheyHaveIt()
    {
        SmartCaptchaOptions options = standard();
        options.setPageSource(SmartCaptchaOptions::PageSource::ServicePage);
        Stage stage;
        stage.load(options);
        StandInWebView *const view = stage.view();
        QVERIFY(view->html.isEmpty());
        const QString condition =
            QStringLiteral("location.origin === '%1'")
                .arg(view->address.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment));
        const auto missing = [&] {
            Q_EMIT view->drained(view->lastPage, QStringLiteral("bridge missing"));
            QCoreApplication::processEvents();
        };
        // Queries are short, and report a missing bridge.
        EVENTUALLY(view->drains > 1);
        QCOMPARE(view->bridges, 0);
        QVERIFY(view->lastDrain.contains(condition));
        // When a new document starts, the bridge is sent at once.
        Q_EMIT view->loadStarted(view->address);
        QCOMPARE(view->bridges, 1);
        QVERIFY(view->lastDrain.contains(condition));
        Q_EMIT view->titleChanged();
        QCOMPARE(view->bridges, 2);
        // The report may come from the previous page, so the bridge is sent again; an answer from the bridge
        // itself causes no resend.
        missing();
        QCOMPARE(view->bridges, 3);
        Q_EMIT view->drained(view->lastPage, QString());
        stage.answer(view->lastPage, {});
        QCOMPARE(view->bridges, 3);
        // The bridge is there and need not be sent again.
        stage.arrive();
        QCOMPARE(view->bridges, 4);
        Q_EMIT view->titleChanged();
        const int asked = view->drains;
        EVENTUALLY(view->drains > asked + 1);
        QCOMPARE(view->bridges, 4);
        // Unless the page reports that it is missing.
        missing();
        QCOMPARE(view->bridges, 5);
        // The SDK's own page already contains the bridge.
        const int earlier = view->lastPage;
        stage.load();
        EVENTUALLY(view->lastPage != earlier);
        Q_EMIT view->drained(earlier, QStringLiteral("bridge missing"));
        missing();
        Q_EMIT view->titleChanged();
        QCOMPARE(view->bridges, 5);
    }

    void whoeverLeavesIsStopped()
    {
        Stage stage;
        stage.load();
        stage.arrive();
        QCOMPARE(stage.view()->halts, 0);
        Q_EMIT stage.view()->loadStarted(QUrl(QStringLiteral("https://elsewhere.example/terms")));
        QCOMPARE(stage.view()->halts, 1);
        EVENTUALLY_COMPARE(m_opened, QStringList({QStringLiteral("https://elsewhere.example/terms")}));
        // Other schemes are not opened, and neither are unencrypted addresses.
        Q_EMIT stage.view()->loadStarted(QUrl(QStringLiteral("tel:112")));
        Q_EMIT stage.view()->loadStarted(QUrl(QStringLiteral("http://elsewhere.example/")));
        QCOMPARE(stage.view()->halts, 3);
        settle();
        QCOMPARE(m_opened.size(), 1);
        QVERIFY(stage.failures.isEmpty());
        stage.answer(stage.view()->lastPage, {QStringLiteral("still there")});
        QCOMPARE(stage.messages.size(), 2);
        // Stopping the navigation is not a failure of the page, but a page that has navigated away has
        // failed.
        Q_EMIT stage.view()->loadFailed(QUrl(QStringLiteral("https://elsewhere.example/terms")),
                                        QStringLiteral("ERR_ABORTED"));
        settle();
        QVERIFY(stage.failures.isEmpty());
        Q_EMIT stage.view()->loadSucceeded(QUrl(QStringLiteral("https://elsewhere.example/terms")));
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failures.first().first().value<Failure>(), Failure::Load);
    }

    void aPageThatGoesElsewhereWhileItLoadsFails()
    {
        Stage stage;
        stage.load();
        Q_EMIT stage.view()->loadStarted(QUrl(QStringLiteral("https://elsewhere.example/")));
        QCOMPARE(stage.view()->halts, 1);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failures.first().first().value<Failure>(), Failure::Load);
        // There was no user gesture.
        QVERIFY(m_opened.isEmpty());
    }

    void leavingForAnAddressOfItsOwnIsLeaving()
    {
        Stage stage;
        stage.load();
        stage.arrive();
        Q_EMIT stage.view()->loadStarted(stage.view()->address);
        QCOMPARE(stage.view()->halts, 1);
        settle();
        QVERIFY(stage.failures.isEmpty() && m_opened.isEmpty());
        Q_EMIT stage.view()->loadSucceeded(stage.view()->address);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
    }

    void theEmptyPageBeforeHasNothingToSay()
    {
        Stage stage;
        stage.load();
        stage.arrive();
        const QString earlier = stage.loaded.nonce();
        stage.host->unload();
        QCOMPARE(stage.view()->address, QUrl(QStringLiteral("about:blank")));
        stage.load();
        Q_EMIT stage.view()->loadStarted(QUrl(QStringLiteral("about:blank")));
        Q_EMIT stage.view()->loadSucceeded(QUrl(QStringLiteral("about:blank")));
        Q_EMIT stage.view()->loadFailed(QUrl(QStringLiteral("about:blank")), QStringLiteral("ERR_ABORTED"));
        stage.answer(stage.view()->lastPage, {QStringLiteral("{\"nonce\": \"%1\"}").arg(earlier)});
        stage.arrive();
        settle();
        QCOMPARE(stage.view()->halts, 0);
        QVERIFY(stage.failures.isEmpty());
    }

    void anOvertakenLoadHasNothingToSay_data()
    {
        QTest::addColumn<bool>("sameAddress");
        QTest::addColumn<bool>("unloaded");
        QTest::addColumn<bool>("succeeds");
        for (const bool same : {true, false}) {
            for (const bool unloaded : {true, false}) {
                for (const bool succeeds : {true, false})
                    QTest::addRow("%s, %s, %s", same ? "same address" : "another address",
                                  unloaded ? "unloaded" : "loaded over", succeeds ? "done" : "failed")
                        << same << unloaded << succeeds;
            }
        }
    }

    void anOvertakenLoadHasNothingToSay()
    {
        QFETCH(bool, sameAddress);
        QFETCH(bool, unloaded);
        QFETCH(bool, succeeds);
        SmartCaptchaOptions options = standard();
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(QUrl(QStringLiteral("https://captcha.example/first")));
        Stage stage;
        stage.load(options);
        StandInWebView *const view = stage.view();
        const QUrl first = view->address;
        Q_EMIT view->loadStarted(first);
        if (unloaded)
            stage.host->unload();
        if (!sameAddress)
            options.setPageUrl(QUrl(QStringLiteral("https://captcha.example/second")));
        stage.load(options);
        if (succeeds)
            Q_EMIT view->loadSucceeded(first);
        else
            Q_EMIT view->loadFailed(first, QStringLiteral("cancelled"));
        if (unloaded) {
            Q_EMIT view->loadStarted(QUrl(QStringLiteral("about:blank")));
            Q_EMIT view->loadFailed(QUrl(QStringLiteral("about:blank")), QStringLiteral("cancelled"));
        }
        Q_EMIT view->loadStarted(view->address);
        QCOMPARE(view->halts, 0);
        settle();
        QVERIFY(stage.failures.isEmpty());
        // From here on, failures are those of the page itself.
        Q_EMIT view->loadFailed(view->address, QStringLiteral("net::ERR_CONNECTION_RESET"));
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        // The failed page is over, and has no effect on the next one.
        stage.load(options);
        Q_EMIT stage.view()->loadFailed(stage.view()->address, QStringLiteral("net::ERR_CONNECTION_RESET"));
        EVENTUALLY_COMPARE(stage.failures.size(), 2);
    }

    // A page that has failed may have hung, or may refuse to be left.
    void theViewOfAFailedPageGoes()
    {
        Stage stage;
        stage.load();
        const QPointer<StandInWebView> view = stage.view();
        Q_EMIT view->loadFailed(view->address, QStringLiteral("net::ERR_CONNECTION_RESET"));
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QVERIFY(view);
        stage.host->unload();
        QVERIFY(!view);
        stage.load();
        stage.arrive();
        QVERIFY(stage.view());
        QCOMPARE(stage.heard().size(), 1);
    }

    void theViewOfAPageInOrderStays()
    {
        Stage stage;
        stage.load();
        const QPointer<StandInWebView> view = stage.view();
        stage.arrive();
        stage.host->unload();
        stage.load();
        QCOMPARE(stage.view(), view.data());
    }

    void aPageThatAnswersNothingHasEnded()
    {
        Stage stage(WebViewQuickHost::CalmAfter, 500);
        stage.load();
        stage.arrive();
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failures.first().first().value<Failure>(), Failure::RenderProcessGone);
    }

    void aPageThatAnswersGoesOn()
    {
        Stage stage(WebViewQuickHost::CalmAfter, 1500);
        stage.load();
        stage.arrive();
        for (int i = 0; i < 8; ++i) {
            letPass(300, "the page would have ended by now");
            stage.answer(stage.view()->lastPage, {});
        }
        QCOMPARE(stage.failures.size(), 0);
    }

    // Every title asks a question, and the answers would pile up.
    void titlesWithoutEndAskNoMore()
    {
        Stage stage;
        stage.load();
        stage.arrive();
        settle();
        const int before = stage.view()->drains;
        for (int i = 0; i < 1000; ++i)
            Q_EMIT stage.view()->titleChanged();
        QVERIFY(stage.view()->drains <= before + 1);
        // What they announced is asked for once the page has answered.
        stage.answer(stage.view()->lastPage, {});
        const int answered = stage.view()->drains;
        EVENTUALLY(stage.view()->drains > answered);
    }

    void aFailureOfAnAddressThatNoEarlierLoadHadCounts()
    {
        SmartCaptchaOptions options = standard();
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(QUrl(QStringLiteral("https://captcha.example/first")));
        Stage stage;
        stage.load(options);
        Q_EMIT stage.view()->loadStarted(stage.view()->address);
        options.setPageUrl(QUrl(QStringLiteral("https://captcha.example/second")));
        stage.load(options);
        // Android reports failures without a previous loadStarted().
        Q_EMIT stage.view()->loadFailed(stage.view()->address, QStringLiteral("net::ERR_CONNECTION_REFUSED"));
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
    }

    void scriptsCannotFillTheBrowser()
    {
        Stage stage;
        stage.load();
        stage.arrive();
        for (int i = 0; i < 20; ++i)
            Q_EMIT stage.view()->loadStarted(QUrl(QStringLiteral("https://elsewhere.example/%1").arg(i)));
        settle();
        QCOMPARE(stage.view()->halts, 20);
        QCOMPARE(m_opened, QStringList({QStringLiteral("https://elsewhere.example/0")}));
    }

    void anAnswerThatIsTooLongFails_data()
    {
        QTest::addColumn<QStringList>("answer");
        QTest::newRow("characters") << QStringList{QString(5 * 1024 * 1024, QLatin1Char('a'))};
        QTest::newRow("messages") << QStringList(65, QStringLiteral("a"));
    }
    void anAnswerThatIsTooLongFails()
    {
        QFETCH(QStringList, answer);
        Stage stage;
        stage.load();
        EVENTUALLY(stage.view()->drains > 0);
        stage.answer(stage.view()->lastPage, QStringList(64, QStringLiteral("a")));
        EVENTUALLY_COMPARE(stage.messages.size(), 64);
        stage.answer(stage.view()->lastPage, answer);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failures.first().first().value<Failure>(), Failure::Load);
        QCOMPARE(stage.messages.size(), 64);
    }

    void failures_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Failure>("failure");
        QTest::newRow("own page") << true << QStringLiteral("gone") << Failure::Load;
        QTest::newRow("service's page")
            << false << QStringLiteral("net::ERR_CONNECTION_REFUSED") << Failure::Unreachable;
        QTest::newRow("certificate") << false << QStringLiteral("net::ERR_CERT_AUTHORITY_INVALID")
                                     << Failure::Certificate;
        QTest::newRow("old TLS") << false << QStringLiteral("net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH")
                                 << Failure::Load;
        QTest::newRow("certificate, on iOS")
            << false << QStringLiteral("An SSL error has occurred") << Failure::Certificate;
    }

    void failures()
    {
        QFETCH(bool, own);
        QFETCH(QString, reason);
        QFETCH(Failure, failure);
        SmartCaptchaOptions options = standard();
        if (!own)
            options.setPageSource(SmartCaptchaOptions::PageSource::ServicePage);
        Stage stage;
        stage.load(options);
        Q_EMIT stage.view()->loadFailed(stage.view()->address, reason);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failures.first().first().value<Failure>(), failure);
    }

    void openUrl(const QUrl &url)
    {
        m_opened << url.toString();
    }

private:
    QStringList m_opened;
};

QTEST_MAIN(tst_webviewhost)
#include "tst_webviewhost.moc"
