// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How long a token takes from the page's callback to the application: as the signal of a captcha in each
// host, and over the bridges that one would write for a bare view instead.
//
// The token is the time at which the page has got it. The page's clock and that of this program are the same;
// with its headers the page may read it to five microseconds.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "hostsoption.h"
#include "measuredprocess.h"

#include "hosts/hostwindow.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaService>

#include <QtCore/qfile.h>
#ifdef BENCHMARK_WEBCHANNEL
#include <QtWebChannel/qwebchannel.h>
#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineWidgets/qwebengineview.h>
#endif

#include <chrono>
#include <memory>

namespace {

constexpr int warmUps = 2;
// A page that sends more at once is taken for one that floods the application.
constexpr int tokensOfCaptcha = 16;
// What one would choose: more often costs more, and more rarely a person would notice.
constexpr int pollInterval = 200;

const char *const pageText =
    "<!DOCTYPE html><body><span>.</span><div id='captcha-container'></div><script>"
    "const heard = {};"
    "const now = () => (performance.timeOrigin + performance.now()).toFixed(3);"
    // When nothing is on its way any more.
    "const solve = () => setTimeout(() => heard.success('token ' + now()), 3 + POLLED * Math.random());"
    "window.smartCaptcha = {render: () => 1, subscribe: (id, event, then) => heard[event] = then,"
    " reset() {}, execute: solve};"
    "smartCaptcha.render('captcha-container', {});"
    "addEventListener('load', () => console.log('here'));"
    "</script><iframe src='/frame' style='display: none'></iframe>";

/// Milliseconds since the page has written the time.
double since(const QString &token)
{
    using namespace std::chrono;
    const double now = duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
    return now - token.section(QLatin1Char(' '), 1).toDouble();
}

void say(const char *bridge, const QString &token)
{
    MeasuredProcess::say(bridge + QByteArray(" ") + QByteArray::number(since(token), 'f', 4));
}

void await(const bool &done)
{
    if (!eventually([&] { return done; }))
        qFatal("There is no token");
}

void tokensOfOneCaptcha(HostWindow &window, const QUrl &site, bool isMeasured)
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
    options.setService(SmartCaptchaService(site));
    options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
    options.setPageUrl(site.resolved(QUrl(QStringLiteral("/page"))));
    options.setMode(SmartCaptchaOptions::Mode::Invisible);
    const auto captcha = window.addCaptcha(options);
    bool done = false;
    QObject::connect(captcha.get(), &ShownCaptcha::tokenReceived, captcha.get(),
                     [&](const SmartCaptchaToken &token) {
                         if (isMeasured)
                             say("captcha", token.value());
                         done = true;
                     });
    for (int number = 0; number < tokensOfCaptcha; ++number) {
        done = false;
        captcha->reset();
        captcha->execute();
        await(done);
    }
}

/// A bare view that stays, and its bridge.
class Bridge {
public:
    explicit Bridge(const char *name)
        : m_name(name)
    {
    }
    virtual ~Bridge() = default;

    void send(int tokens, bool isMeasured)
    {
        m_isMeasured = isMeasured;
        for (int number = 0; number < tokens; ++number) {
            m_done = false;
            begin();
            await(m_done);
        }
    }

protected:
    virtual void begin() = 0;

    void hear(const QString &text)
    {
        if (text == QLatin1String("here")) {
            m_here = true;
        } else if (text.startsWith(QLatin1String("token "))) {
            if (m_isMeasured)
                say(m_name, text);
            m_done = true;
        }
    }
    void awaitPage() { await(m_here); }

    bool m_done = false;

private:
    const char *const m_name;
    bool m_here = false;
    bool m_isMeasured = false;
};

class ConsoleBridge : public Bridge {
public:
    ConsoleBridge(HostWindow &window, const QUrl &page)
        : Bridge("console")
        , m_view(window.addBareView({page, {}, [this](const QString &text) { hear(text); }}, 1))
    {
        awaitPage();
        m_view->run(QStringLiteral("heard.success = token => console.log(token);"));
    }

protected:
    void begin() override { m_view->run(QStringLiteral("solve();")); }

private:
    const std::unique_ptr<BareView> m_view;
};

class PollingBridge : public Bridge {
public:
    PollingBridge(HostWindow &window, const QUrl &page)
        : Bridge("polling")
        , m_view(window.addBareView({page,
                                     {},
                                     [this](const QString &text) { hear(text); },
                                     [this](const QString &answer) {
                                         if (!m_done)
                                             hear(answer);
                                     }},
                                    2))
    {
        awaitPage();
        m_view->run(QStringLiteral("heard.success = token => window.found = token;"));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            (void)m_view->ask(QStringLiteral("(() => { const found = window.found || ''; window.found = '';"
                                             " return found; })()"));
        });
    }

protected:
    void begin() override
    {
        m_timer.start(pollInterval);
        m_view->run(QStringLiteral("solve();"));
        await(m_done);
        m_timer.stop();
    }

private:
    QTimer m_timer;
    const std::unique_ptr<BareView> m_view;
};

#ifdef BENCHMARK_WEBCHANNEL
/// What the page can call.
class Receiver : public QObject {
    Q_OBJECT

public:
    explicit Receiver(const std::function<void(const QString &)> &then)
        : m_then(then)
    {
    }
    Q_INVOKABLE void receive(const QString &text) { m_then(text); }

private:
    const std::function<void(const QString &)> m_then;
};

class ChannelBridge : public Bridge {
public:
    explicit ChannelBridge(const QUrl &page)
        : Bridge("channel")
        , m_receiver([this](const QString &text) { hear(text); })
        , m_page(&m_profile)
    {
        m_channel.registerObject(QStringLiteral("receiver"), &m_receiver);
        m_page.setWebChannel(&m_channel);
        m_view.setPage(&m_page);
        m_view.resize(320, 100);
        bool loaded = false;
        QObject::connect(&m_page, &QWebEnginePage::loadFinished, &m_view, [&] { loaded = true; });
        m_view.load(page);
        m_view.show();
        await(loaded);
        m_page.disconnect(&m_view);
        QFile library(QStringLiteral(":/qtwebchannel/qwebchannel.js"));
        if (!library.open(QIODevice::ReadOnly))
            qFatal("Qt WebChannel has no script");
        m_page.runJavaScript(QString::fromUtf8(library.readAll())
                             + QLatin1String("new QWebChannel(qt.webChannelTransport, channel => {"
                                             "const to = channel.objects.receiver;"
                                             "heard.success = token => to.receive(token);"
                                             "to.receive('here'); });"));
        awaitPage();
    }

protected:
    void begin() override { m_page.runJavaScript(QStringLiteral("solve();")); }

private:
    Receiver m_receiver;
    QWebChannel m_channel;
    QWebEngineProfile m_profile;
    QWebEnginePage m_page;
    QWebEngineView m_view;
};
#endif

// token --child HOST ROUNDS SITE
void child(const QStringList &arguments)
{
    const auto host = Host(arguments.at(0).toInt());
    const int rounds = arguments.at(1).toInt();
    const QUrl site(arguments.at(2));
    const auto window = HostWindow::make(host);
    if (!eventually([&] { return window->window()->isExposed(); }))
        qFatal("There is no window");
    const QUrl page = site.resolved(QUrl(QStringLiteral("/page")));
    ConsoleBridge console(*window, page);
    PollingBridge polling(*window, site.resolved(QUrl(QStringLiteral("/polled"))));
#ifdef BENCHMARK_WEBCHANNEL
    std::unique_ptr<ChannelBridge> channel;
    if (host == Host::Widget)
        channel = std::make_unique<ChannelBridge>(page);
#endif
    for (int round = -warmUps; round < rounds; ++round) {
        tokensOfOneCaptcha(*window, site, round >= 0);
        console.send(tokensOfCaptcha, round >= 0);
#ifdef BENCHMARK_WEBCHANNEL
        if (channel)
            channel->send(tokensOfCaptcha, round >= 0);
#endif
        // Each takes long.
        polling.send(1, round >= 0);
    }
    std::fflush(stdout);
    std::_Exit(0);
}

Comparison compared(Host host, const QString &name, const QMap<QString, Figures> &series)
{
    Comparison line;
    line.row = 5;
    line.what = QStringLiteral("from the page's callback to the program, %1").arg(name);
    line.unit = QStringLiteral("ms");
    line.ours = QStringLiteral("captcha");
    // Qt WebView shows programs no console.
    line.baseline = host == Host::WebView ? QStringLiteral("polling") : QStringLiteral("console");
    line.series = series;
    line.goal = host == Host::WebView
        ? QMap<QString, double>{{QStringLiteral("p95"), 120}}
        : QMap<QString, double>{{QStringLiteral("median"), 0.35}, {QStringLiteral("p95"), 0.5}};
    line.paired = false;
    return line;
}

} // namespace

int main(int argc, char *argv[])
{
    if (MeasuredProcess::ran(argc, argv, child))
        return 0;
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options("Measured rounds of 16 tokens each", 20, {hostsOption()});

    ScriptedServer server;
    server.start();
    server.setAction([](QTcpSocket *socket, const ScriptedServer::Request &request) {
        QByteArray text = "<script>parent.postMessage('here', '*')</script>";
        if (!request.target.startsWith("/frame")) {
            text = pageText;
            text.replace("POLLED",
                         request.target.startsWith("/polled") ? QByteArray::number(pollInterval) : "8");
        }
        ScriptedServer::answer(text, "200 OK",
                               "Content-Type: text/html\r\nCross-Origin-Opener-Policy: same-origin\r\n"
                               "Cross-Origin-Embedder-Policy: require-corp\r\n")(socket, request);
    });

    QList<Comparison> lines;
    const auto hosts = chosenHosts(options);
    for (const auto &[host, name] : hosts) {
        MeasuredProcess process(
            {QString::number(int(host)), QString::number(options.runs()), server.url().toString()});
        QMap<QString, Figures> series;
        const QByteArrayList tokens = process.lines();
        for (const QByteArray &token : tokens) {
            const QByteArrayList fields = token.split(' ');
            series[QString::fromLatin1(fields.value(0))].add(fields.value(1).toDouble());
        }
        lines << compared(host, name, series);
    }
    print(lines, options.wantsJson());
    return 0;
}

#include "token.moc"
