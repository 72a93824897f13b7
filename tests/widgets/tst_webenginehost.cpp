// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/scriptedserver.h"

#include "captcha/page/captchapage.h"
#include "captcha/page/pagemessage.h"
#include "shared/eventually.h"
#include "widgets/hosting/hostplugin.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtGui/qdesktopservices.h>
#include <QtGui/qevent.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWebEngineCore/qwebenginedownloadrequest.h>
#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineWidgets/qwebengineview.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>

#include <algorithm>
#include <csignal>
#include <memory>
#include <utility>

using namespace SmartCaptcha::Internal;
using Failure = WebHost::Failure;

namespace {

/// The plugin's host in a window, a server for its pages, and another server that no page may reach.
class Stage {
public:
    Stage()
        : host(HostPlugin::createHost(WidgetEngine::WebEngine, 0))
        , messages(host.get(), &WebHost::messageArrived)
        , failures(host.get(), &WebHost::failed)
    {
        server.start();
        elsewhere.start();
        server.setAction([this](QTcpSocket *socket, const ScriptedServer::Request &request) {
            const QByteArray path = request.target.split('?').first();
            const auto page = pages.constFind(path);
            if (page == pages.cend()) {
                ScriptedServer::answer("nothing here", "404 Not Found")(socket, request);
            } else {
                const QByteArray type = path.endsWith(".js") ? "text/javascript" : "text/html";
                ScriptedServer::answer(*page, "200 OK",
                                       "Content-Type: " + type + "; charset=utf-8\r\n")(socket, request);
            }
        });
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(host->widget());
        window.resize(400, 500);
        window.show();
    }

    /// The SDK's own page, with @p script as the service's script.
    void loadOwnPage(const QByteArray &script, const QString &origin = QStringLiteral("https://shop.example"))
    {
        pages.insert("/captcha.js", script);
        SmartCaptchaOptions options = basis();
        options.setPageOrigin(QUrl(origin));
        load(options);
    }

    /// An application's page with @p body.
    void loadCustomPage(const QByteArray &body)
    {
        pages.insert("/page", "<!DOCTYPE html><html><body style='margin:0'>" + body + "</body></html>");
        loadAddress(server.url(QStringLiteral("/page")));
    }

    void loadAddress(const QUrl &url)
    {
        SmartCaptchaOptions options = basis();
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(url);
        load(options);
    }

    SmartCaptchaOptions basis() const
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        options.setService(SmartCaptchaService(server.url()));
        return options;
    }

    void load(const SmartCaptchaOptions &options)
    {
        const CaptchaPage page =
            CaptchaPage::make(options, {}, host->transport(), options.service().baseUrls());
        nonce = page.nonce();
        host->load(page);
    }

    /// The messages of the test's own scripts, without the bridge's messages, which are JSON.
    QStringList said() const
    {
        QStringList texts;
        for (const QVariantList &message : messages) {
            if (!message.first().toString().startsWith(QLatin1Char('{')))
                texts << message.first().toString();
        }
        return texts;
    }

    bool waitFor(const QString &text)
    {
        return eventually([&] { return said().contains(text); }, patience);
    }

    Failure failure() const
    {
        return failures.isEmpty() ? Failure::Unavailable : failures.first().first().value<Failure>();
    }

    QWebEngineView *view() const { return qobject_cast<QWebEngineView *>(host->widget()); }
    /// The engine's widget that gets the input.
    QWidget *input() const { return view()->focusProxy(); }

    /// Presses in the page, past the event filters of the host, until the page's title changes.
    bool pressUnnoticed()
    {
        const QString before = view()->title();
        for (int times = 0; times < 30 && view()->title() == before; ++times) {
            for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
                QMouseEvent event(type, QPointF(50, 50), input()->mapToGlobal(QPointF(50, 50)),
                                  Qt::LeftButton,
                                  type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, {});
                static_cast<QObject *>(input())->event(&event);
            }
            (void)eventually([&] { return view()->title() != before; }, 1000);
        }
        return view()->title() != before;
    }

    QHash<QByteArray, QByteArray> pages;
    ScriptedServer server;
    ScriptedServer elsewhere;
    QWidget window;
    std::unique_ptr<WidgetWebHost> host;
    QSignalSpy messages;
    QSignalSpy failures;
    QString nonce;
};

/// Replaces the system's browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser()
    {
        for (const char *scheme : {"https", "http", "file"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
    }
    ~Browser() override
    {
        for (const char *scheme : {"https", "http", "file"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

// In the page, says(text) sends a text to the host.
const QByteArray says = "const says = t => window.postMessage({smartCaptchaMessage: String(t)}, '*');";

} // namespace

class tst_webenginehost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Stage().host->widget(), "The plugin with the web engine was not found"); }

    void pressesThatOnlyTheEngineTells_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("in the page") << QByteArray();
        QTest::newRow("in a frame") << QByteArray("<iframe src='/frame'></iframe>");
        QTest::newRow("in a frame of another origin")
            << QByteArray("<iframe src='/frame' sandbox='allow-scripts'></iframe>");
    }

    // As from a screen reader: the host gets no input for them. Also when Chromium no longer calls them
    // recent.
    void pressesThatOnlyTheEngineTells()
    {
        QFETCH(QByteArray, frame);
        Stage stage;
        stage.pages.insert(
            "/frame", "<body style='height: 400px' onpointerdown='parent.postMessage(\"down\", \"*\")'>");
        stage.loadCustomPage(
            "<style>iframe { width: 300px; height: 200px; border: 0 } body { height: 400px }</style>" + frame
            + "<script>" + says + // Not said: the relay looks whenever there is a message.
            "let presses = 0, was = false; const down = () => document.title += 'x';"
            "addEventListener('message', e => { if (e.data === 'down') down(); });"
            "addEventListener('pointerdown', down);"
            // Said when the press is no longer recent.
            "setInterval(() => { const is = navigator.userActivation.isActive;"
            "if (is && !was) ++presses; if (was && !is) says('over ' + presses); was = is; }, 50);"
            "says('here');</script>");
        QVERIFY(stage.waitFor(QStringLiteral("here")));
        stage.host->runScript(QStringLiteral("says('and there');"));
        QVERIFY(stage.waitFor(QStringLiteral("and there")));
        QVERIFY(!stage.host->takePress());

        QVERIFY(stage.pressUnnoticed());
        QVERIFY(stage.waitFor(QStringLiteral("over 1")));
        QVERIFY(stage.host->takePress());
        QVERIFY(!stage.host->takePress());

        // Until then the engine may still be telling of the first one.
        letPass(4000, "a second press has to be told from the first");
        stage.host->runScript(QStringLiteral("says('nothing new');"));
        QVERIFY(stage.waitFor(QStringLiteral("nothing new")));
        QVERIFY(!stage.host->takePress());
        QVERIFY(stage.pressUnnoticed());
        QVERIFY(stage.waitFor(QStringLiteral("over 2")));
        QVERIFY(stage.host->takePress());
    }

    void ownPageHasTheGivenOriginAndNoHandle()
    {
        Stage stage;
        stage.loadOwnPage(
            says
            + "says([location.href, self.origin, isSecureContext, typeof qt, typeof QWebChannel,"
              " document.referrer].join('|'));");
        QVERIFY(stage.waitFor(
            QStringLiteral("https://shop.example/|https://shop.example|true|undefined|undefined|")));
        QVERIFY(stage.failures.isEmpty());
        QVERIFY(stage.view()->page()->profile()->isOffTheRecord());
    }

    void messagesFromTheBeginningArriveInOrder()
    {
        Stage stage;
        stage.loadOwnPage(says + "for (let i = 0; i < 40; ++i) says(i);");
        QVERIFY(stage.waitFor(QStringLiteral("39")));
        QStringList expected;
        for (int i = 0; i < 40; ++i)
            expected << QString::number(i);
        QCOMPARE(stage.said(), expected);
    }

    void hugeAndStrangeMessagesAreDropped()
    {
        Stage stage;
        stage.loadOwnPage(says + "says('x'.repeat(" + QByteArray::number(PageMessage::MaximumLength + 1)
                          + "));"
                            "window.postMessage({smartCaptchaMessage: 7}, '*');"
                            "window.postMessage({smartCaptchaMessage: {}}, '*');"
                            "window.postMessage('text', '*'); window.postMessage(null, '*');"
                            "says('y'.repeat("
                          + QByteArray::number(PageMessage::MaximumLength) + ")); says('end');");
        QVERIFY(stage.waitFor(QStringLiteral("end")));
        QCOMPARE(stage.said().size(), 2);
        QCOMPARE(stage.said().first().size(), PageMessage::MaximumLength);
    }

    void framesCannotSpeakForThePage()
    {
        Stage stage;
        stage.pages.insert(
            "/frame",
            "<script>const evil = {smartCaptchaMessage: 'evil ' + typeof qt + !!window.NativeClient};"
            "parent.postMessage(evil, '*'); top.postMessage(evil, '*');"
            "window.postMessage(evil, '*'); parent.postMessage('done', '*');</script>");
        stage.loadOwnPage(says
                          + "addEventListener('message', e => { if (e.data === 'done') says('done'); });"
                            "const f = document.createElement('iframe'); f.src = '"
                          + stage.server.url(QStringLiteral("/frame")).toEncoded()
                          + "'; document.body.append(f);");
        QVERIFY(stage.waitFor(QStringLiteral("done")));
        QCOMPARE(stage.said(), QStringList{QStringLiteral("done")});
    }

    void bridgeRunsBeforeThePageAndNotInItsFrames()
    {
        Stage stage;
        stage.pages.insert("/frame",
                           "<script>parent.postMessage('frame ' + typeof NativeClient, '*');</script>");
        stage.loadCustomPage("<script>" + says
                             + "says('page ' + typeof NativeClient);"
                               "addEventListener('message', e => { if (e.data.startsWith) says(e.data); });"
                               "</script><iframe src='/frame'></iframe>");
        QVERIFY(stage.waitFor(QStringLiteral("frame undefined")));
        QVERIFY(stage.said().contains(QLatin1String("page object")));
    }

    void ownPageLoadsNothingFromElsewhere()
    {
        Stage stage;
        const QByteArray other = stage.elsewhere.url(QStringLiteral("/x.js")).toEncoded();
        stage.loadOwnPage(
            says
            + "const add = (tag, key, value) => new Promise(done => { const e = document.createElement(tag);"
              " e.onload = () => done('loaded'); e.onerror = () => done('refused'); e[key] = value;"
              " document.body.append(e); });"
              "const inline = document.createElement('script'); inline.textContent = \"says('inline')\";"
              "document.body.append(inline);"
              "(async () => { const url = '"
            + other
            + "';"
              "says('script ' + await add('script', 'src', url));"
              "says('image ' + await add('img', 'src', url));"
              "says('fetch ' + await fetch(url).then(() => 'loaded', () => 'refused'));"
              "says('file ' + await fetch('file:///etc/hostname').then(() => 'loaded', () => 'refused'));"
              "says('end'); })();");
        QVERIFY(stage.waitFor(QStringLiteral("end")));
        QCOMPARE(stage.said(),
                 QStringList({QStringLiteral("script refused"), QStringLiteral("image refused"),
                              QStringLiteral("fetch refused"), QStringLiteral("file refused"),
                              QStringLiteral("end")}));
        QCOMPARE(stage.elsewhere.connectionCount(), 0);
    }

    void goesNowhereElse_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("address") << QByteArray("location.href = other;");
        QTest::newRow("replace") << QByteArray("location.replace(other);");
        QTest::newRow("window") << QByteArray("window.open(other);");
        QTest::newRow("own window") << QByteArray("window.open(other, '_self');");
        QTest::newRow("faked click") << QByteArray(
            "const a = document.createElement('a'); a.href = other; document.body.append(a); a.click();");
        QTest::newRow("faked click on a new window")
            << QByteArray("const a = document.createElement('a'); a.href = 'https://shop.example/x';"
                          "a.target = '_blank'; document.body.append(a); a.click();");
        QTest::newRow("form") << QByteArray(
            "const f = document.createElement('form'); f.action = other; f.method = 'POST';"
            "document.body.append(f); f.submit();");
        QTest::newRow("frame") << QByteArray(
            "const f = document.createElement('iframe'); f.src = other; document.body.append(f);");
        QTest::newRow("frame with data") << QByteArray(
            "const f = document.createElement('iframe'); f.src = 'data:text/html,"
            "<script>parent.postMessage(\"data frame\", \"*\")<\\/script>'; document.body.append(f);");
        QTest::newRow("refresh") << QByteArray(
            "const m = document.createElement('meta'); m.httpEquiv = 'refresh';"
            "m.content = '0;url=' + other; document.head.append(m);");
        QTest::newRow("file") << QByteArray("location.href = 'file:///etc/hostname';");
        QTest::newRow("mail") << QByteArray("location.href = 'mailto:a@shop.example';");
    }

    void goesNowhereElse()
    {
        QFETCH(QByteArray, script);
        Stage stage;
        Browser browser;
        // This page has no content security policy, so only the host can stop the navigation.
        stage.loadCustomPage(
            "<script>" + says + "const other = '" + stage.elsewhere.url(QStringLiteral("/")).toEncoded()
            + "'; addEventListener('message', e => { if (e.data === 'data frame') says(e.data); });"
              "addEventListener('load', () => says('started'));</script>");
        QVERIFY(stage.waitFor(QStringLiteral("started")));
        stage.messages.clear();
        stage.host->runScript(QString::fromUtf8(script)
                              + QLatin1String("setTimeout(() => says('still here'), 500);"));
        QVERIFY(stage.waitFor(QStringLiteral("still here")));
        QCOMPARE(stage.said(), QStringList{QStringLiteral("still here")});
        QCOMPARE(stage.elsewhere.connectionCount(), 0);
        QCOMPARE(stage.server.requests().size(), 1);
        QVERIFY(browser.opened.isEmpty());
        QVERIFY(stage.failures.isEmpty());
        // Scripts still run in the page.
        stage.host->runScript(QStringLiteral("says('alive');"));
        QVERIFY(stage.waitFor(QStringLiteral("alive")));
    }

    void reloadingStaysOnThePage()
    {
        Stage stage;
        // It is loaded anew if the host has not heard of the document yet, and else stays as it is.
        stage.loadCustomPage(
            "<script>" + says
            + "const tell = () => says('still at ' + location.pathname + ' ' + typeof NativeClient);"
              "if (performance.getEntriesByType('navigation')[0].type === 'reload') tell();"
              "else { setTimeout(tell, 1000); location.reload(); }</script>");
        QVERIFY(stage.waitFor(QStringLiteral("still at /page object")));
        QVERIFY(stage.failures.isEmpty());
    }

    void ownPageIsNeverFetched()
    {
        Stage stage;
        // The server at this origin would answer.
        stage.pages.insert("/", "<script>" + says + "says('the real page');</script>");
        const QUrl origin(QStringLiteral("http://localhost:%1").arg(stage.server.serverPort()));
        stage.loadOwnPage(says + "setTimeout(() => says('still here'), 500); location.reload();",
                          origin.toString());
        QVERIFY(stage.waitFor(QStringLiteral("still here")));
        stage.host->runScript(
            QStringLiteral("location.href = '/'; setTimeout(() => says('here, too'), 500);"));
        QVERIFY(stage.waitFor(QStringLiteral("here, too")));
        QVERIFY(!stage.said().contains(QLatin1String("the real page")));
        for (const ScriptedServer::Request &request : stage.server.requests())
            QVERIFY2(request.target.startsWith("/captcha.js"), request.target.constData());
    }

    void linksOfThePersonOpenInTheBrowser_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<bool>("opens");
        QTest::newRow("new window") << QByteArray("href='https://shop.example/notice' target='_blank'")
                                    << true;
        QTest::newRow("same window") << QByteArray("href='https://shop.example/notice'") << true;
        QTest::newRow("insecure") << QByteArray("href='http://shop.example/notice' target='_blank'") << false;
        QTest::newRow("file") << QByteArray("href='file:///etc/hostname'") << false;
    }

    void linksOfThePersonOpenInTheBrowser()
    {
        QFETCH(QByteArray, link);
        QFETCH(bool, opens);
        Stage stage;
        Browser browser;
        stage.loadCustomPage(
            "<a " + link + " style='display:block;height:400px;background:#ddd'>notice</a><script>" + says
            + "document.querySelector('a').addEventListener('click', () =>"
              " setTimeout(() => says('clicked'), 300));"
              "requestAnimationFrame(() => requestAnimationFrame(() => says('painted')));</script>");
        QVERIFY(stage.waitFor(QStringLiteral("painted")));
        QTest::mouseClick(stage.input(), Qt::LeftButton, {}, {50, 50});
        QVERIFY(stage.waitFor(QStringLiteral("clicked")));
        if (opens) {
            EVENTUALLY_COMPARE(browser.opened,
                               QList<QUrl>{QUrl(QStringLiteral("https://shop.example/notice"))});
        } else {
            QVERIFY(browser.opened.isEmpty());
        }
    }

    // Engines throttle hidden pages, and an invisible captcha's page would be one.
    void runsAsIfItWereSeen_data()
    {
        QTest::addColumn<bool>("shown");
        QTest::newRow("in a form") << true;
        QTest::newRow("never shown itself") << false;
    }

    void runsAsIfItWereSeen()
    {
        QFETCH(bool, shown);
        Stage stage;
        stage.pages.insert(
            "/page",
            "<!DOCTYPE html><body><script>requestAnimationFrame(() => requestAnimationFrame(() => "
            "fetch('/painted?' + document.visibilityState)));</script></body>");
        SmartCaptchaOptions options = stage.basis();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(stage.server.url(QStringLiteral("/page")));
        QWidget form;
        QVBoxLayout column(&form);
        auto *const captcha = new SmartCaptchaWidget(options);
        if (shown)
            column.addWidget(captcha);
        else
            captcha->setParent(&form);
        captcha->setVisible(shown);
        form.show();
        captcha->load();
        const auto painted = [&] {
            const auto &requests = stage.server.requests();
            return std::any_of(
                requests.cbegin(), requests.cend(),
                [](const ScriptedServer::Request &request) { return request.target == "/painted?visible"; });
        };
        EVENTUALLY(painted());
        // It is not visible anywhere, and does not keep the program running.
        QCOMPARE(captcha->size().isEmpty() || !captcha->isVisible(), true);
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (const QWidget *window : windows) {
            if (window->isVisible() && window != &form && window != &stage.window) {
                QVERIFY(window->testAttribute(Qt::WA_DontShowOnScreen));
                QVERIFY(!window->testAttribute(Qt::WA_QuitOnClose));
            }
        }
    }

    void noDialogOfTheEngineOpens()
    {
        Stage stage;
        stage.loadCustomPage(
            "<input type=color style='display:block;width:400px;height:400px'><script>" + says
            + "document.querySelector('input').addEventListener('click', () =>"
              " setTimeout(() => says('clicked'), 300));"
              "requestAnimationFrame(() => requestAnimationFrame(() => says('painted')));</script>");
        QVERIFY(stage.waitFor(QStringLiteral("painted")));
        // The first clicks may come before the page can receive them.
        const auto clicked = [&] { return stage.said().contains(QStringLiteral("clicked")); };
        for (int i = 0; i < 30 && !clicked(); ++i) {
            QTest::mouseClick(stage.input(), Qt::LeftButton, {}, {50, 50});
            (void)eventually(clicked, 1000);
        }
        QVERIFY(clicked());
        const auto dialogs = [] {
            QStringList names;
            const QWidgetList all = QApplication::topLevelWidgets();
            for (const QWidget *widget : all) {
                if (widget->windowType() == Qt::Dialog && widget->isVisible()
                    && !widget->testAttribute(Qt::WA_DontShowOnScreen))
                    names << QString::fromLatin1(widget->metaObject()->className());
            }
            return names;
        };
        QCOMPARE(dialogs(), QStringList());
        QVERIFY(!QApplication::activeModalWidget());
    }

    void ctrlAndTheWheelKeepTheSize()
    {
        Stage stage;
        stage.loadCustomPage(
            "<p style='height:400px'>text</p><script>" + says
            + "addEventListener('wheel', () => says('wheel'));"
              "requestAnimationFrame(() => requestAnimationFrame(() => says('painted')));</script>");
        QVERIFY(stage.waitFor(QStringLiteral("painted")));
        const auto roll = [&](Qt::KeyboardModifiers modifiers) {
            const QPointF place(50, 50);
            QWheelEvent event(place, stage.input()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(stage.input(), &event);
        };
        // An engine may drop input for a page that it has only just drawn.
        const auto heard = [&stage] { return stage.said().count(QStringLiteral("wheel")); };
        for (int i = 0; i < 30 && heard() == 0; ++i) {
            roll(Qt::NoModifier);
            (void)eventually([&] { return heard() > 0; }, 500);
        }
        const auto before = heard();
        QVERIFY(before > 0);
        roll(Qt::ControlModifier);
        // The page gets this event, so it would have got the previous one by now.
        roll(Qt::NoModifier);
        EVENTUALLY(heard() > before);
        QCOMPARE(heard(), before + 1);
        QCOMPARE(stage.view()->zoomFactor(), 1.0);
    }

    void nothingIsDownloaded()
    {
        Stage stage;
        stage.loadCustomPage(
            "<a href='/file' download='file.bin' style='display:block;height:400px'>x</a><script>" + says
            + "requestAnimationFrame(() => requestAnimationFrame(() => says('painted')));</script>");
        stage.pages.insert("/file", "content");
        QVERIFY(stage.waitFor(QStringLiteral("painted")));
        QWebEngineDownloadRequest::DownloadState state = QWebEngineDownloadRequest::DownloadRequested;
        int downloads = 0;
        // Connected after the host, so this slot is called after the host's.
        connect(stage.view()->page()->profile(), &QWebEngineProfile::downloadRequested, this,
                [&](QWebEngineDownloadRequest *request) {
                    ++downloads;
                    state = request->state();
                });
        QTest::mouseClick(stage.input(), Qt::LeftButton, {}, {50, 50});
        EVENTUALLY_COMPARE(downloads, 1);
        QCOMPARE(state, QWebEngineDownloadRequest::DownloadCancelled);
    }

    void asksForNothing()
    {
        Stage stage;
        stage.loadOwnPage(
            says
            + "says('alert ' + alert('x')); says('confirm ' + confirm('x'));"
              "says('prompt ' + prompt('x', 'y')); (async () => {"
              "says('place ' + await new Promise(done =>"
              " navigator.geolocation.getCurrentPosition(() => done('given'), e => done(e.code))));"
              "says('camera ' + await navigator.mediaDevices.getUserMedia({audio: true})"
              ".then(() => 'given', () => 'refused'));"
              "says('clipboard ' + await navigator.clipboard.readText()"
              ".then(() => 'given', () => 'refused'));"
              "says('full ' + await document.documentElement.requestFullscreen()"
              ".then(() => 'given', () => 'refused'));"
              "says('end'); })();");
        QVERIFY(stage.waitFor(QStringLiteral("end")));
        QCOMPARE(stage.said(),
                 QStringList({QStringLiteral("alert undefined"), QStringLiteral("confirm false"),
                              QStringLiteral("prompt null"), QStringLiteral("place 1"),
                              QStringLiteral("camera refused"), QStringLiteral("clipboard refused"),
                              QStringLiteral("full refused"), QStringLiteral("end")}));
    }

    void tellsWhyThePageDidNotLoad_data()
    {
        QTest::addColumn<QByteArray>("answer"); // empty: no server is listening
        QTest::addColumn<Failure>("failure");
        QTest::newRow("refused") << QByteArray() << Failure::Unreachable;
        QTest::newRow("500") << QByteArray(
            "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<p>broken</p>")
                             << Failure::Load;
        QTest::newRow("404") << QByteArray(
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>")
                             << Failure::Load;
        QTest::newRow("500 without a body")
            << QByteArray("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n") << Failure::Load;
        QTest::newRow("nothing") << QByteArray(" ") << Failure::Load;
        QTest::newRow("redirect") << QByteArray("redirect") << Failure::Load;
    }

    void tellsWhyThePageDidNotLoad()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Failure, failure);
        Stage stage;
        QUrl url = stage.server.url(QStringLiteral("/page"));
        if (answer.isEmpty())
            url.setPort(ScriptedServer::refusingPort());
        else if (answer == " ")
            stage.server.setAction(ScriptedServer::closeAtOnce());
        else if (answer == "redirect")
            stage.server.setAction(ScriptedServer::rawThenClose("HTTP/1.1 302 Found\r\nLocation: "
                                                                + stage.elsewhere.url().toEncoded()
                                                                + "/\r\nContent-Length: 0\r\n\r\n"));
        else
            stage.server.setAction(ScriptedServer::rawThenClose(answer));
        stage.loadAddress(url);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failure(), failure);
        const QString details = stage.failures.first().at(1).toString();
        QVERIFY2(details.contains(QLatin1String("127.0.0.1")), qPrintable(details));
        QCOMPARE(stage.elsewhere.connectionCount(), 0);
    }

    void followsARedirectWithinTheSite()
    {
        Stage stage;
        stage.pages.insert("/there", "<script>" + says + "says('there ' + typeof NativeClient);</script>");
        stage.server.queueAction(ScriptedServer::rawThenClose(
            "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"));
        stage.loadAddress(stage.server.url(QStringLiteral("/page")));
        QVERIFY(stage.waitFor(QStringLiteral("there object")));
        QVERIFY(stage.failures.isEmpty());
    }

    void badCertificateOfThePage()
    {
        Stage stage;
        ScriptedServer secure;
        secure.startTls(QStringLiteral(TEST_CERTIFICATES "/loopback.crt"),
                        QStringLiteral(TEST_CERTIFICATES "/loopback.key"));
        stage.loadAddress(secure.url(QStringLiteral("/page")));
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failure(), Failure::Certificate);
        QVERIFY(secure.requests().isEmpty());
    }

    void badCertificateOfTheService()
    {
        Stage stage;
        ScriptedServer secure;
        secure.startTls(QStringLiteral(TEST_CERTIFICATES "/loopback.crt"),
                        QStringLiteral(TEST_CERTIFICATES "/loopback.key"));
        SmartCaptchaOptions options = stage.basis();
        options.setService(SmartCaptchaService(secure.url()));
        options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
        stage.load(options);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failure(), Failure::Certificate);
        QVERIFY(secure.requests().isEmpty());
    }

    void badCertificateOfAFrame()
    {
        Stage stage;
        ScriptedServer secure;
        secure.startTls(QStringLiteral(TEST_CERTIFICATES "/loopback.crt"),
                        QStringLiteral(TEST_CERTIFICATES "/loopback.key"));
        SmartCaptchaOptions options = stage.basis();
        options.setService(SmartCaptchaService(QList<QUrl>{stage.server.url(), secure.url()}));
        options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
        stage.pages.insert("/captcha.js",
                           "const f = document.createElement('iframe'); f.src = '"
                               + secure.url(QStringLiteral("/checkbox")).toEncoded()
                               + "'; document.body.append(f);");
        stage.load(options);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failure(), Failure::Certificate);
        QVERIFY(secure.requests().isEmpty());
    }

#ifdef Q_OS_UNIX
    void rendererThatDiesIsReportedAndReplaced()
    {
        Stage stage;
        stage.loadOwnPage(says + "says('first');");
        QVERIFY(stage.waitFor(QStringLiteral("first")));
        const qint64 process = stage.view()->page()->renderProcessPid();
        QVERIFY(process > 0);
        QCOMPARE(::kill(pid_t(process), SIGKILL), 0);
        EVENTUALLY_COMPARE(stage.failures.size(), 1);
        QCOMPARE(stage.failure(), Failure::RenderProcessGone);
        stage.loadOwnPage(says + "says('second');");
        QVERIFY(stage.waitFor(QStringLiteral("second")));
        QCOMPARE(stage.failures.size(), 1);
    }
#endif

    void onlyTheLastPageSpeaks()
    {
        Stage stage;
        stage.loadOwnPage(says + "setInterval(() => says('first'), 1);");
        QVERIFY(stage.waitFor(QStringLiteral("first")));
        const QString first = stage.nonce;
        stage.loadOwnPage(says + "setTimeout(() => says('second'), 300);");
        QVERIFY(stage.nonce != first);
        stage.messages.clear();
        QVERIFY(stage.waitFor(QStringLiteral("second")));
        QCOMPARE(stage.said(), QStringList{QStringLiteral("second")});
        stage.host->unload();
        stage.messages.clear();
        // Without a page, a script must do nothing, and must not load a page.
        stage.host->runScript(QStringLiteral("window.postMessage({smartCaptchaMessage: 'ghost'}, '*')"));
        stage.loadOwnPage(says + "says('third');");
        QVERIFY(stage.waitFor(QStringLiteral("third")));
        QCOMPARE(stage.said(), QStringList{QStringLiteral("third")});
    }

    void aScriptThatNeverComesIsAskedForAgain()
    {
        Stage stage;
        stage.server.queueAction(ScriptedServer::hang());
        stage.loadOwnPage(says + "says('there');");
        EVENTUALLY_COMPARE(stage.server.requests().size(), 1);
        stage.host->unload();
        stage.loadOwnPage(says + "says('there');");
        QVERIFY(stage.waitFor(QStringLiteral("there")));
    }

    void warmUpShowsNothingAndHelpsTheFirstPage()
    {
        Stage stage;
        stage.host->warmUp();
        EVENTUALLY(stage.view()->page()->renderProcessPid() > 0);
        stage.loadOwnPage(says + "says('there');");
        QVERIFY(stage.waitFor(QStringLiteral("there")));
        QVERIFY(stage.failures.isEmpty());
        // Too late to have any effect.
        stage.host->warmUp();
        stage.host->runScript(QStringLiteral("says('still there')"));
        QVERIFY(stage.waitFor(QStringLiteral("still there")));
    }

    // The empty page must not be taken for the requested one, whose redirects are still to come.
    void warmUpDoesNotStandForThePage()
    {
        Stage stage;
        stage.pages.insert("/there", "<script>" + says + "says('there');</script>");
        // Late enough for a message from the other page to arrive first.
        stage.server.queueAction(ScriptedServer::after(
            500,
            ScriptedServer::rawThenClose(
                "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n")));
        connect(stage.view()->page(), &QWebEnginePage::loadFinished, &stage.window,
                [&stage, first = true]() mutable {
                    if (std::exchange(first, false))
                        stage.loadAddress(stage.server.url(QStringLiteral("/page")));
                });
        stage.host->warmUp();
        QVERIFY(stage.waitFor(QStringLiteral("there")));
        QVERIFY(stage.failures.isEmpty());
    }

    // Creating a page is expensive, and a host that is about to be deleted does not need a new one.
    void unloadingWaitsForTheEventLoop()
    {
        Stage stage;
        stage.loadOwnPage(says + "setInterval(() => says('there'), 1);");
        QVERIFY(stage.waitFor(QStringLiteral("there")));
        const QPointer<QWebEnginePage> page = stage.view()->page();
        stage.host->unload();
        stage.host->unload();
        stage.messages.clear();
        QCOMPARE(stage.view()->page(), page.data());
        EVENTUALLY(!page);
        QVERIFY(stage.messages.isEmpty());

        stage.loadOwnPage(says + "says('again');");
        QVERIFY(stage.waitFor(QStringLiteral("again")));
        stage.host->unload();
        stage.host->warmUp();
        stage.loadOwnPage(says + "says('and again');");
        QVERIFY(stage.waitFor(QStringLiteral("and again")));
        QVERIFY(stage.failures.isEmpty());
    }

    void deletedByItsOwnSlots()
    {
        {
            Stage stage;
            connect(stage.host.get(), &WebHost::messageArrived, this, [&stage] { stage.host.reset(); });
            stage.loadOwnPage(says + "says('a'); says('b');");
            EVENTUALLY(!stage.host);
        }
        Stage stage;
        connect(stage.host.get(), &WebHost::failed, this, [&stage] { stage.host.reset(); });
        QUrl url = stage.server.url();
        url.setPort(ScriptedServer::refusingPort());
        stage.loadAddress(url);
        EVENTUALLY(!stage.host);
    }

    void bearsLosingItsView()
    {
        Stage stage;
        stage.loadOwnPage(says + "says('there');");
        QVERIFY(stage.waitFor(QStringLiteral("there")));
        delete stage.view();
        QVERIFY(!stage.host->widget());
        stage.host->unload();
        stage.loadOwnPage(says + "says('again');");
        stage.host.reset();
    }
};

QTEST_MAIN(tst_webenginehost)
#include "tst_webenginehost.moc"
