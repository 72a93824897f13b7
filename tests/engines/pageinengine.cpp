// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinengine.h"

#include "shared/awaitedresult.h"
#include "shared/eventually.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;
using Scenario = SmartCaptchaEmulator::Scenario;

namespace {

constexpr int pause = 50;

const QString checkbox = QStringLiteral("[data-testid=smartcaptcha-checkbox]");
const QString challenge = QStringLiteral("[data-testid=smartcaptcha-challenge] iframe");
const QString button = QStringLiteral("#js-button:enabled");

// The names in the protocol.
const std::map<PageMessage::Type, const char *> &messageNames()
{
    using Type = PageMessage::Type;
    static const std::map<Type, const char *> names{
        {Type::ScriptLoaded, "scriptLoaded"},
        {Type::ScriptFailed, "scriptFailed"},
        {Type::Ready, "ready"},
        {Type::ChallengeVisible, "challengeVisible"},
        {Type::ChallengeHidden, "challengeHidden"},
        {Type::Success, "success"},
        {Type::TokenExpired, "tokenExpired"},
        {Type::NetworkError, "networkError"},
        {Type::JavascriptError, "javascriptError"},
        {Type::Size, "size"},
    };
    return names;
}

} // namespace

PageInEngine::PageInEngine(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

void PageInEngine::initTestCase()
{
    const QString missing = m_engine->missing();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
    m_site.start();
    m_service.start();
    const QString problem = m_engine->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PageInEngine::init()
{
    m_emulator.setScenario(Scenario::Human);
}

void PageInEngine::cleanup()
{
    const QString function = QString::fromLatin1(QTest::currentTestFunction());
    QString line;
    if (function == QLatin1String("message"))
        line = QString::fromLatin1(QTest::currentDataTag());
    else if (function == QLatin1String("command"))
        line = function + QLatin1Char(' ') + QString::fromLatin1(QTest::currentDataTag());
    else if (function == QLatin1String("frames"))
        line = QStringLiteral("frame ") + QString::fromLatin1(QTest::currentDataTag());
    else if (function == QLatin1String("showing"))
        line = QString::fromLatin1(QTest::currentDataTag());
    else
        line = function;
    m_results << QStringLiteral("%1 %2 %3")
                     .arg(m_engine->name().leftJustified(10),
                          (line + QLatin1Char(' ')).leftJustified(24, QLatin1Char('.')),
                          QTest::currentTestFailed() ? QStringLiteral("FAILED") : QStringLiteral("ok"));
}

void PageInEngine::cleanupTestCase()
{
    if (m_results.isEmpty())
        return;
    std::printf("\n%s\n%s\n\n", qPrintable(m_engine->version()),
                qPrintable(m_results.join(QLatin1Char('\n'))));
    std::fflush(stdout);
}

void PageInEngine::message_data()
{
    QTest::addColumn<int>("type");
    for (const auto &[type, name] : messageNames())
        QTest::newRow(name) << int(type);
}

void PageInEngine::message()
{
    QFETCH(int, type);
    switch (Type(type)) {
    case Type::ScriptLoaded: {
        // Loads from the second address, because the first one does not answer.
        const QUrl silent(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort()));
        SmartCaptchaOptions two = options();
        two.setService(SmartCaptchaService(QList<QUrl>{silent, m_emulator.url()}));
        QVERIFY(open(two));
        const auto loaded = waitFor(Type::ScriptLoaded);
        QVERIFY(loaded);
        QCOMPARE(loaded->address, 1);
        break;
    }
    case Type::ScriptFailed: {
        m_emulator.setScenario(Scenario::ScriptMissing);
        QVERIFY(open(options()));
        const auto failed = waitFor(Type::ScriptFailed);
        QVERIFY(failed);
        QVERIFY2(failed->description.contains(QLatin1String("not with the script")),
                 qPrintable(failed->description));
        break;
    }
    case Type::Ready: {
        QVERIFY(open(options()));
        const auto ready = waitFor(Type::Ready);
        QVERIFY(ready);
        QVERIFY(ready->controllable);
        break;
    }
    case Type::Size: {
        m_emulator.setScenario(Scenario::Challenge);
        QVERIFY(open(options()));
        const auto widget = waitFor(Type::Size, [](const Message &size) { return !size.challenge; });
        QVERIFY(widget);
        QCOMPARE(widget->size.height(), 100);
        QVERIFY(widget->size.width() > 0);
        QVERIFY(press());
        const auto opened = waitFor(Type::Size, [](const Message &size) { return size.challenge; });
        QVERIFY(opened);
        QCOMPARE(opened->size.height(), 420);
        QVERIFY(opened->size.width() >= 340);
        break;
    }
    case Type::ChallengeVisible:
        m_emulator.setScenario(Scenario::Challenge);
        QVERIFY(open(options()));
        QVERIFY(press());
        QVERIFY(waitFor(Type::ChallengeVisible));
        break;
    case Type::ChallengeHidden:
        m_emulator.setScenario(Scenario::Challenge);
        QVERIFY(open(options()));
        QVERIFY(press());
        QVERIFY(waitFor(Type::ChallengeVisible));
        QVERIFY(m_engine->click(challenge, QStringLiteral("[data-testid=close]")));
        QVERIFY(waitFor(Type::ChallengeHidden));
        break;
    case Type::Success: {
        m_emulator.setScenario(Scenario::Challenge);
        QVERIFY(open(options()));
        QVERIFY(press());
        QVERIFY(waitFor(Type::ChallengeVisible));
        QVERIFY(solve());
        const auto success = waitFor(Type::Success);
        QVERIFY(success);
        QVERIFY(isHuman(success->token));
        break;
    }
    case Type::TokenExpired:
        QVERIFY(open(options()));
        QVERIFY(press());
        QVERIFY(waitFor(Type::Success));
        m_emulator.advanceClock(6min);
        QVERIFY(waitFor(Type::TokenExpired));
        break;
    case Type::NetworkError:
        m_emulator.setScenario(Scenario::NetworkError);
        QVERIFY(open(options()));
        QVERIFY(press());
        QVERIFY(waitFor(Type::NetworkError));
        break;
    case Type::JavascriptError: {
        m_emulator.setScenario(Scenario::JavascriptError);
        QVERIFY(open(options()));
        QVERIFY(press());
        const auto error = waitFor(Type::JavascriptError);
        QVERIFY(error);
        QVERIFY2(error->description.contains(QLatin1String("asked for this error")),
                 qPrintable(error->description));
        break;
    }
    }
}

void PageInEngine::command_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"execute", "reset", "appearance"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void PageInEngine::command()
{
    QFETCH(QString, type);
    if (type == QLatin1String("execute")) {
        SmartCaptchaOptions invisible = options();
        invisible.setMode(SmartCaptchaOptions::Mode::Invisible);
        QVERIFY(open(invisible));
        QVERIFY(waitFor(Type::Ready));
        QVERIFY(command({{QStringLiteral("type"), type}}, 3));
        const auto success = waitFor(Type::Success);
        QVERIFY(success);
        QCOMPARE(success->attempt, 3);
        QVERIFY(isHuman(success->token));
    } else if (type == QLatin1String("reset")) {
        QVERIFY(open(options()));
        QVERIFY(press());
        const auto before = waitFor(Type::Success);
        QVERIFY(before);
        QCOMPARE(before->attempt, 0);
        QVERIFY(command({{QStringLiteral("type"), type}}, 4));
        // A button that was pressed does nothing until it is reset.
        QVERIFY(m_engine->click(checkbox, button + QStringLiteral("[aria-checked=false]")));
        const auto after = waitFor(
            Type::Success, [&before](const Message &success) { return success.token != before->token; });
        QVERIFY(after);
        QCOMPARE(after->attempt, 4);
    } else {
        QVERIFY(open(options()));
        QVERIFY(waitFor(Type::Ready));
        const QString background =
            QStringLiteral("getComputedStyle(document.documentElement).backgroundColor");
        QCOMPARE(m_engine->evaluate(background).toString(), QStringLiteral("rgb(255, 255, 255)"));
        QVERIFY(command({{QStringLiteral("type"), type},
                         {QStringLiteral("theme"), QStringLiteral("dark")},
                         {QStringLiteral("background"), QStringLiteral("#102030")}},
                        5));
        QCOMPARE(m_engine->evaluate(background).toString(), QStringLiteral("rgb(16, 32, 48)"));
        // The widget's frame has received the theme as well.
        QVERIFY(m_engine->click(checkbox, QStringLiteral("[data-theme=dark] ") + button));
        QVERIFY(waitFor(Type::Success));
    }
}

void PageInEngine::queue()
{
    // A page without the bridge has no queue.
    m_site.setAction(ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
    QVERIFY(m_engine->open(options().pageOrigin()));
    const QVariant nothing = m_engine->evaluate(CaptchaPage::drainScript());
    QCOMPARE(nothing.typeId(), int(QMetaType::QString));
    QCOMPARE(nothing.toString(), QString());

    QVERIFY(open(options()));
    QVERIFY(waitFor(Type::Size));
    QVERIFY(m_messages.size() >= 3);
    QCOMPARE(m_messages.at(0).type, Type::ScriptLoaded);
    QCOMPARE(m_messages.at(1).type, Type::Ready);
    // An empty queue is still a queue.
    EVENTUALLY_COMPARE(m_engine->evaluate(CaptchaPage::drainScript()).toString(), QStringLiteral("[]"));

    // The title changes when the queue gets a message.
    const QString title = QStringLiteral("document.title");
    const QString before = m_engine->evaluate(title).toString();
    QVERIFY(before.startsWith(QLatin1String("smart-captcha ")));
    QVERIFY(press());
    EVENTUALLY(m_engine->evaluate(title).toString() != before);
    QVERIFY(waitFor(Type::Success));
    // Every message is delivered only once.
    QCOMPARE(std::count_if(m_messages.cbegin(), m_messages.cend(),
                           [](const Message &message) { return message.type == Type::Ready; }),
             1);
}

void PageInEngine::frames_data()
{
    using Mode = SmartCaptchaOptions::Mode;
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("good");
    const QByteArray speaks = "<script>parent.postMessage('here', '*');</script>";
    QTest::newRow("speaks") << QByteArray("200 OK") << speaks << Mode::Standard << true;
    QTest::newRow("silent") << QByteArray("200 OK") << QByteArray("<p>Press") << Mode::Standard << true;
    QTest::newRow("500") << QByteArray("500 Oops") << QByteArray("<p>Oops") << Mode::Standard << false;
    QTest::newRow("404") << QByteArray("404 No") << QByteArray("<p>No") << Mode::Standard << false;
    QTest::newRow("empty 503") << QByteArray("503 Oops") << QByteArray() << Mode::Standard << false;
    QTest::newRow("no answer") << QByteArray() << QByteArray() << Mode::Standard << false;
    QTest::newRow("silent, unseen") << QByteArray("200 OK") << QByteArray("<p>") << Mode::Invisible << true;
    QTest::newRow("500, unseen") << QByteArray("500 Oops") << QByteArray("<p>") << Mode::Invisible << false;
}

// A frame's load event proves nothing, because error pages load as well.
void PageInEngine::frames()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, frame);
    QFETCH(SmartCaptchaOptions::Mode, mode);
    QFETCH(bool, good);
    SmartCaptchaOptions fake = serve(frame, status);
    fake.setMode(mode);
    QVERIFY(open(fake));
    if (good) {
        QVERIFY(waitFor(Type::Ready));
    } else {
        const auto failed = waitFor(Type::ScriptFailed);
        QVERIFY(failed);
        const QString address = m_service.url(QStringLiteral("/checkbox")).toString();
        QVERIFY2(failed->description.contains(address), qPrintable(failed->description));
        // The query contains keys.
        QVERIFY2(!failed->description.contains(QLatin1Char('?')), qPrintable(failed->description));
    }
    const Type other = good ? Type::ScriptFailed : Type::Ready;
    QVERIFY(std::none_of(m_messages.cbegin(), m_messages.cend(),
                         [other](const Message &message) { return message.type == other; }));
}

void PageInEngine::showing_data()
{
    QTest::addColumn<QString>("early");
    QTest::addColumn<QByteArray>("late");
    QTest::newRow("timers held back")
        << QStringLiteral("window.setTimeout = window.setInterval = () => 0;") << QByteArray();
    QTest::newRow("no frames drawn") << QStringLiteral("window.requestAnimationFrame = () => 0;")
                                     << QByteArray();
    QTest::newRow("no observer") << QStringLiteral("delete window.MutationObserver;") << QByteArray();
    QTest::newRow("all taken later") << QString()
                                     << QByteArray("delete window.MutationObserver;"
                                                   "window.setTimeout = window.setInterval ="
                                                   " window.requestAnimationFrame = () => 0;");
    QTest::newRow("many changes") << QString() << QByteArray("window.changes = 1000;");
}

// The button is there once its frame has been made visible, whatever the page does besides.
void PageInEngine::showing()
{
    QFETCH(QString, early);
    QFETCH(QByteArray, late);
    const QByteArray script = R"JS({
    const nextFrame = requestAnimationFrame;
    let drawn = false;
    const push = smartCaptchaQueue.push;
    smartCaptchaQueue.push = function (text) {
        if (JSON.parse(text).type === 'ready')
            window.wasDrawn = drawn || document.visibilityState !== 'visible';
        return push.call(this, text);
    };
    let looks = 0;
    const find = document.querySelectorAll;
    document.querySelectorAll = function (what) {
        ++looks;
        return find.call(document, what);
    };
    window.prepare = function (frame) {
        frame.style.visibility = 'hidden';
        addEventListener('message', async function () {
            const before = looks;
            // An observer hears of each before the next one.
            for (let i = 0; i < window.changes; ++i)
                await (document.body.className = 'n' + i);
            window.looks = looks - before;
            frame.style.visibility = 'visible';
            nextFrame(() => nextFrame(() => { drawn = true; }));
        });
    };
}
window.changes = 0;
)JS";
    // Later than the frame's load event.
    const QByteArray frame =
        "<p>Press<script>onload = () => setTimeout(() => parent.postMessage('here', '*'), 100);"
        "</script>";
    QVERIFY(open(serve(frame, "200 OK", script + late), early));
    QVERIFY(waitFor(Type::Ready));
    if (early.contains(QLatin1String("setTimeout")))
        QVERIFY(m_engine->evaluate(QStringLiteral("window.wasDrawn")).toBool());
    if (late.contains("changes"))
        QVERIFY(m_engine->evaluate(QStringLiteral("window.looks")).toInt() < 500);
    letPass(300, "the other way to become ready is over");
    QVERIFY(drain());
    QCOMPARE(std::count_if(m_messages.cbegin(), m_messages.cend(),
                           [](const Message &message) { return message.type != Type::Size; }),
             2);
    QCOMPARE(m_messages.at(0).type, Type::ScriptLoaded);
    QCOMPARE(m_messages.at(1).type, Type::Ready);
}

// Qt WebView on some systems brings the bridge into an application's own page only when that has loaded. Then
// nothing tells that the service's script has failed, and the page must not be taken for one that can be
// pressed.
void PageInEngine::lateBridge()
{
    m_service.setAction(ScriptedServer::answer({}, "404 No"));
    SmartCaptchaOptions own = options();
    own.setService(SmartCaptchaService(m_service.url()));
    own.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
    own.setPageUrl(QUrl(QStringLiteral("http://localhost:%1/own").arg(m_site.serverPort())));
    m_messages.clear();
    m_page = CaptchaPage::make(own, PageAppearance(), CaptchaPage::Transport::Queue,
                               own.service().baseUrlsToTry());
    m_site.setAction(ScriptedServer::rawThenClose(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE html><script src='"
        + m_service.url(QStringLiteral("/captcha.js")).toEncoded() + "'></script><p>Own"));
    QVERIFY(m_engine->open(own.pageUrl()));
    QVERIFY(m_engine->run(m_page.documentScript()));
    const auto failed = waitFor(Type::ScriptFailed);
    QVERIFY(failed);
    QVERIFY2(failed->description.contains(m_service.url(QStringLiteral("/captcha.js")).toString()),
             qPrintable(failed->description));
    QCOMPARE(m_messages.size(), 1);
}

SmartCaptchaOptions PageInEngine::options() const
{
    SmartCaptchaOptions options(m_emulator.siteKey());
    options.setService(m_emulator.service());
    options.setLanguage(QStringLiteral("en"));
    options.setTheme(SmartCaptchaOptions::Theme::Light);
    // A loopback name that the emulator allows, and an origin other than the emulator's.
    options.setPageOrigin(QUrl(QStringLiteral("http://localhost:%1").arg(m_site.serverPort())));
    return options;
}

bool PageInEngine::open(const SmartCaptchaOptions &options, const QString &script)
{
    m_messages.clear();
    m_page = CaptchaPage::make(options, PageAppearance(), CaptchaPage::Transport::Queue,
                               options.service().baseUrlsToTry());
    const QString head = QStringLiteral("<head>");
    m_site.setAction(ScriptedServer::rawThenClose(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n\r\n"
        + m_page.html().replace(head, QStringLiteral("%1<script>%2</script>").arg(head, script)).toUtf8()));
    return m_engine->open(m_page.url());
}

SmartCaptchaOptions PageInEngine::serve(const QByteArray &frame, const QByteArray &status,
                                        const QByteArray &script)
{
    const QByteArray all = script
        + "window.smartCaptcha = {subscribe: function () {},"
          " render: function (container, parameters) {"
          " const frame = document.createElement('iframe');"
          " frame.style.height = '100px';"
          " frame.hidden = parameters.invisible;"
          " if (window.prepare) prepare(frame);"
          " frame.src = '"
        + m_service.url().toEncoded()
        + "/checkbox?sitekey=s';"
          " document.getElementById(container).append(frame);"
          " return 1; }};"
          "onSmartCaptchaReady();";
    m_service.forgetRequests();
    m_service.setAction([=](QTcpSocket *socket, const ScriptedServer::Request &request) {
        if (request.target.startsWith("/captcha.js"))
            ScriptedServer::answer(all, "200 OK", "Content-Type: text/javascript\r\n")(socket, request);
        else if (status.isEmpty())
            ScriptedServer::closeAtOnce()(socket, request);
        else
            ScriptedServer::answer(frame, status, "Content-Type: text/html\r\n")(socket, request);
    });
    SmartCaptchaOptions fake = options();
    fake.setService(SmartCaptchaService(m_service.url()));
    return fake;
}

bool PageInEngine::press()
{
    return waitFor(Type::Ready) && m_engine->click(checkbox, button);
}

bool PageInEngine::solve()
{
    return m_engine->type(challenge, QStringLiteral("input[name=rep]"), m_emulator.pendingAnswer())
        && m_engine->click(challenge, QStringLiteral("[data-testid=submit]"));
}

bool PageInEngine::drain()
{
    const QVariant value = m_engine->evaluate(CaptchaPage::drainScript());
    const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
    if (!document.isArray()) {
        qWarning() << "The queue is no array, but" << value;
        return false;
    }
    const QJsonArray texts = document.array();
    for (const QJsonValue &text : texts) {
        QString problem;
        const auto message = Message::parse(text.toString(), m_page.nonce(), &problem);
        if (!message) {
            qWarning() << "A message cannot be read:" << problem;
            return false;
        }
        if (Message::parse(text.toString(), QStringLiteral("of another page"))) {
            qWarning() << "A message does not say which page it is from";
            return false;
        }
        m_messages << *message;
    }
    return true;
}

std::optional<PageMessage> PageInEngine::waitFor(Type type, const Condition &condition)
{
    const QDeadlineTimer deadline(patience);
    while (drain()) {
        for (const Message &message : std::as_const(m_messages)) {
            if (message.type == type && (!condition || condition(message)))
                return message;
        }
        if (deadline.hasExpired()) {
            QStringList seen;
            for (const Message &message : std::as_const(m_messages))
                seen << QLatin1String(messageNames().at(message.type)) + QLatin1Char(' ')
                        + message.description;
            qWarning() << "No message" << messageNames().at(type) << "among" << seen;
            break;
        }
        letPass(pause, "the page is asked again");
    }
    return std::nullopt;
}

bool PageInEngine::command(QJsonObject command, int attempt)
{
    command.insert(QStringLiteral("attempt"), attempt);
    return m_engine->run(CaptchaPage::commandScript(command));
}

bool PageInEngine::isHuman(const QString &token)
{
    SmartCaptchaVerifier verifier;
    verifier.setService(m_emulator.service());
    verifier.setServerKey(m_emulator.serverKey());
    return resultOf(verifier.verify(token)).verdict() == SmartCaptchaResult::Verdict::Human;
}
