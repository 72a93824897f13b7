// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "emulatorclient.h"
#include "shared/browserpage.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qscopeguard.h>
#include <QtCore/qurlquery.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWebEngineCore/qwebenginescript.h>
#include <QtWebEngineCore/qwebenginescriptcollection.h>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;
using Scenario = SmartCaptchaEmulator::Scenario;

namespace {

const QString checkbox = QStringLiteral("[data-testid=smartcaptcha-checkbox]");
const QString challenge = QStringLiteral("[data-testid=smartcaptcha-challenge] iframe");
const QString button = QStringLiteral("#js-button");

// A page like those made with React's package: the advanced method, the script with crossorigin, the
// container with the class that the automatic method looks for, all six events, and a policy that only allows
// the captcha's host.
constexpr char advancedPage[] = R"HTML(<!DOCTYPE html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-page' SERVICE;
    frame-src SERVICE; connect-src SERVICE; style-src 'unsafe-inline'">
</head><body style="margin:0">
<div id="captcha" class="smart-captcha"></div><div id="second"></div>
<script nonce="page">
window.log = [];
window.unsubscribe = {};
window.start = (params, container) => {
    const id = window.smartCaptcha.render(container || 'captcha', Object.assign(
        { sitekey: 'SITE_KEY', hl: 'en', callback: (token) => log.push(['callback', token]) }, params));
    unsubscribe[id] = ['challenge-visible', 'challenge-hidden', 'success', 'network-error', 'token-expired',
        'javascript-error'].map((event) => window.smartCaptcha.subscribe(id, event,
            (payload) => log.push([event, payload, id])));
    return id;
};
window.events = () => log.map((entry) => entry[0]).join(' ');
window.onSmartCaptchaReady = () => log.push(['ready', typeof window.smartCaptcha]);
</script>
<script src="SERVICE/captcha.js?render=onload&amp;onload=onSmartCaptchaReady" crossorigin="anonymous"></script>
</body></html>)HTML";

} // namespace

class tst_emulator_page : public QObject {
    Q_OBJECT

private:
    QString filled(const char *html) const
    {
        return QString::fromUtf8(html)
            .replace(QLatin1String("SERVICE"), m_emulator->url().toString())
            .replace(QLatin1String("SITE_KEY"), m_emulator->siteKey());
    }

    bool openAdvanced() { return m_page->setHtml(filled(advancedPage), m_emulator->pageOrigin()); }

    QString text(const QString &expression) { return m_page->evaluate(expression).toString(); }

    // Solves the open challenge, as a person would who can read the picture.
    bool solve()
    {
        return m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')"))
            && m_page->type(challenge, QStringLiteral("input[name=rep]"), m_emulator->pendingAnswer())
            && m_page->click(challenge, QStringLiteral("[data-testid=submit]"));
    }

    QByteArray validate(const QString &token)
    {
        EmulatorClient client;
        return client
            .post(m_emulator->service().validateUrl(),
                  {{QStringLiteral("secret"), m_emulator->serverKey().secretValue()},
                   {QStringLiteral("token"), token}})
            .body;
    }

    std::unique_ptr<SmartCaptchaEmulator> m_emulator;
    std::unique_ptr<BrowserPage> m_page;

private Q_SLOTS:
    void initTestCase() { m_page = std::make_unique<BrowserPage>(); }

    void init()
    {
        m_emulator = std::make_unique<SmartCaptchaEmulator>();
        QVERIFY2(m_emulator->listen(), qPrintable(m_emulator->errorString()));
    }

    void cleanup()
    {
        m_page->clear();
        m_emulator.reset();
    }

    void cleanupTestCase() { m_page.reset(); }

    void checkboxGivesAToken()
    {
        QVERIFY(openAdvanced());
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready"));
        QCOMPARE(m_page->evaluate(QStringLiteral("start()")).toInt(), 1);
        QCOMPARE(text(QStringLiteral("document.querySelector('#captcha input[name=smart-token]').value")),
                 QString());
        QCOMPARE(text(QStringLiteral("document.getElementById('captcha').style.height")),
                 QStringLiteral("100px"));
        QCOMPARE(m_page->evaluate(QStringLiteral("smartCaptcha.getResponse(1)")).toString(), QString());

        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("log.length === 3")));
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready callback success"));
        const QString token = text(QStringLiteral("smartCaptcha.getResponse()"));
        QCOMPARE(text(QStringLiteral("log[1][1]")), token);
        QCOMPARE(text(QStringLiteral("log[2][1]")), token);
        QCOMPARE(
            text(QStringLiteral("document.querySelector('input[name=smart-token]').getAttribute('value')")),
            token);
        QCOMPARE(m_page->read(checkbox, button, QStringLiteral("aria-checked")), QStringLiteral("true"));
        QVERIFY(
            validate(token).contains("\"host\":\"localhost:" + QByteArray::number(m_emulator->port()) + '"'));
    }

    void challengeIsSolved()
    {
        m_emulator->setScenario(Scenario::Challenge);
        QSignalSpy created(m_emulator.get(), &SmartCaptchaEmulator::challengeCreated);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(solve());
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-hidden')")));
        QCOMPARE(text(QStringLiteral("events()")),
                 QStringLiteral("ready challenge-visible callback success challenge-hidden"));
        QCOMPARE(created.count(), 1);
        QCOMPARE(m_emulator->pendingAnswer(), QString());
        QVERIFY(validate(text(QStringLiteral("smartCaptcha.getResponse()"))).contains(R"("status":"ok")"));
    }

    void wrongAnswerGivesANewTask()
    {
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));

        const QString picture = m_page->read(challenge, QStringLiteral("img"), QStringLiteral("src"));
        QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=submit]")));
        EVENTUALLY_COMPARE(m_page->read(challenge, QStringLiteral("[role=alert]")),
                           QStringLiteral("Type the five digits first"));
        QVERIFY(m_page->type(challenge, QStringLiteral("input[name=rep]"), QStringLiteral("00000")));
        QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=submit]")));
        EVENTUALLY_COMPARE(m_page->read(challenge, QStringLiteral("[role=alert]")),
                           QStringLiteral("Not right. Here is a new task"));
        const QString second = m_page->read(challenge, QStringLiteral("img"), QStringLiteral("src"));
        QVERIFY(second != picture);

        QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=refresh]")));
        EVENTUALLY(m_page->read(challenge, QStringLiteral("img"), QStringLiteral("src")) != second);
        QCOMPARE(m_page->read(challenge, QStringLiteral("[role=alert]")), QString());
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready challenge-visible"));
        QVERIFY(solve());
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-hidden')")));
    }

    void thePictureDoesNotTellTheAnswer()
    {
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        EmulatorClient client;
        for (const char *path : {"/api/picture", "/api/sound"}) {
            QUrl url = m_emulator->url();
            url.setPath(QLatin1String(path));
            QCOMPARE(client.get(url, {}).status, 404);
            const QUrl shown =
                url.resolved(QUrl(m_page->read(challenge, QStringLiteral("img"), QStringLiteral("src"))
                                      .replace(QLatin1String("api/picture"), QLatin1String(path))));
            const EmulatorClient::Answer answer = client.get(
                url, {{QStringLiteral("id"), QUrlQuery(shown).queryItemValue(QStringLiteral("id"))}});
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body.size() > 1000);
            QVERIFY(!answer.body.contains(m_emulator->pendingAnswer().toLatin1()));
            QVERIFY(!answer.body.contains("<text"));
        }
    }

    void challengeIsClosed_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"button", "escape", "escape in the page", "beside"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void challengeIsClosed()
    {
        QFETCH(QString, how);
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        if (how == QLatin1String("button"))
            QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=close]")));
        else if (how == QLatin1String("escape"))
            QVERIFY(m_page->press(challenge, QStringLiteral("Escape")));
        else if (how == QLatin1String("beside"))
            m_page->evaluate(
                QStringLiteral("document.querySelector('[data-testid=smartcaptcha-overlay]').click()"));
        else
            m_page->evaluate(QStringLiteral("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: "
                                            "'Escape', bubbles: true }))"));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready challenge-visible challenge-hidden'")));
        QCOMPARE(text(QStringLiteral("smartCaptcha.getResponse()")), QString());
        QVERIFY(!m_page->evaluate(QStringLiteral("!!document.querySelector('[role=dialog]')")).toBool());
        EVENTUALLY(m_emulator->pendingAnswer().isEmpty());
        // Once more, to completion.
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(solve());
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('callback success challenge-hidden')")));
    }

    void challengeFitsASmallWindow()
    {
        m_page->view().resize(360, 480);
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        const QVariantMap place =
            m_page
                ->evaluate(QStringLiteral("(() => { const r = document.querySelector("
                                          "'[role=dialog] iframe').getBoundingClientRect(); return {"
                                          "x: r.left, y: r.top, w: r.width, h: r.height, iw: innerWidth,"
                                          "ih: innerHeight }; })()"))
                .toMap();
        const auto number = [&place](const char *name) { return place.value(QLatin1String(name)).toInt(); };
        QCOMPARE(number("w"), 340);
        QCOMPARE(number("h"), 420);
        QVERIFY(number("x") >= 0 && number("x") + 340 <= number("iw"));
        QVERIFY(number("y") >= 0 && number("y") + 420 <= number("ih"));
        // In a window that is too small, the challenge is no wider than the window, and scrolls only
        // vertically.
        m_page->view().resize(300, 120);
        QVERIFY(m_page->waitFor(QStringLiteral("innerHeight === 120")));
        QCOMPARE(text(QStringLiteral("(() => { const frame = document.querySelector('[role=dialog] iframe');"
                                     "const r = frame.getBoundingClientRect();"
                                     "return (r.width > 250 && r.left >= 0 && r.right <= innerWidth) + ' ' "
                                     "+ r.height; })()")),
                 QStringLiteral("true 420"));
    }

    void worksWithTheMouse()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                           QStringLiteral("Press to continue"));
        // A click before the first frame is drawn has no effect, and neither does a second click.
        QVERIFY(m_page->repeatUntil(
            [this] { QTest::mouseClick(m_page->view().focusProxy(), Qt::LeftButton, {}, QPoint(35, 38)); },
            QStringLiteral("events() === 'ready callback success'")));
    }

    void worksWithTheKeyboard()
    {
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                           QStringLiteral("Press to continue"));
        // The platform activates windows asynchronously, so the first keys may be lost.
        QVERIFY(m_page->repeatUntil(
            [this] {
                m_page->view().activateWindow();
                m_page->view().setFocus();
                QTest::keyClick(m_page->view().focusProxy(), Qt::Key_Tab);
            },
            QStringLiteral("document.hasFocus() && document.activeElement.matches('%1')").arg(checkbox)));
        QWidget *keyboard = m_page->view().focusProxy();
        const auto focused = [this](const QString &frame) {
            return m_page->read(frame, QStringLiteral(":focus"), QStringLiteral("id"));
        };
        if (focused(checkbox) != QLatin1String("js-button"))
            QTest::keyClick(keyboard, Qt::Key_Tab, Qt::ShiftModifier);
        EVENTUALLY_COMPARE(focused(checkbox), QStringLiteral("js-button"));
        QTest::keyClick(keyboard, Qt::Key_Space);
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        QVERIFY(m_page->waitFor(QStringLiteral("document.activeElement.matches('%1')").arg(challenge)));
        EVENTUALLY_COMPARE(focused(challenge), QStringLiteral("rep"));
        // Tab cycles through the challenge and back to the field, and never leaves it.
        for (const char *next : {"refresh", "listen", "submit", "", "close", "rep"}) {
            QTest::keyClick(keyboard, Qt::Key_Tab);
            EVENTUALLY_COMPARE(focused(challenge), QString::fromLatin1(next));
            QVERIFY(m_page->evaluate(QStringLiteral("document.activeElement.matches('%1')").arg(challenge))
                        .toBool());
        }
        QTest::keyClicks(keyboard, m_emulator->pendingAnswer());
        QTest::keyClick(keyboard, Qt::Key_Return);
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('callback success challenge-hidden')")));
        QVERIFY(m_page->waitFor(QStringLiteral("document.activeElement.matches('%1')").arg(checkbox)));
        EVENTUALLY_COMPARE(focused(checkbox), QStringLiteral("js-button"));
    }

    void invisible()
    {
        QVERIFY(openAdvanced());
        // Before the frame is ready, like pages that submit at once.
        m_page->evaluate(QStringLiteral("start({ invisible: true }); smartCaptcha.execute()"));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success'")));
        QCOMPARE(text(QStringLiteral("document.getElementById('captcha').style.height")), QString());
        QVERIFY(
            m_page
                ->evaluate(QStringLiteral("document.querySelector('%1').getBoundingClientRect().height === 0")
                               .arg(checkbox))
                .toBool());
        const QString first = text(QStringLiteral("smartCaptcha.getResponse(1)"));
        m_page->evaluate(QStringLiteral("smartCaptcha.reset(1); smartCaptcha.execute(1)"));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success callback success'")));
        QVERIFY(text(QStringLiteral("smartCaptcha.getResponse(1)")) != first);
    }

    void executeWithATokenGivesItAgain_data()
    {
        QTest::addColumn<QString>("params");
        QTest::newRow("invisible") << QStringLiteral("{ invisible: true }");
        QTest::newRow("checkbox") << QStringLiteral("{}");
    }

    // For five minutes, even if the token has been verified meanwhile.
    void executeWithATokenGivesItAgain()
    {
        QFETCH(QString, params);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start(%1); smartCaptcha.execute()").arg(params));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success'")));
        const QString first = text(QStringLiteral("smartCaptcha.getResponse()"));
        QVERIFY(validate(first).contains(R"("status":"ok")"));

        // Without a check there can be no challenge, in test mode or not.
        m_emulator->setScenario(Scenario::Challenge);
        m_page->evaluate(QStringLiteral("log = []; smartCaptcha.execute()"));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'callback success'")));
        QCOMPARE(text(QStringLiteral("log[0][1]")), first);
        QCOMPARE(text(QStringLiteral("log[1][1]")), first);
        m_page->evaluate(
            QStringLiteral("smartCaptcha.executePromise().then((token) => { window.given = token; })"));
        QVERIFY(m_page->waitFor(QStringLiteral("window.given")));
        QCOMPARE(text(QStringLiteral("given")), first);
        QCOMPARE(m_emulator->requests(QStringLiteral("/api/check")).size(), 1);
        QVERIFY(validate(first).contains("Invalid or expired"));

        // A token that reset() has discarded is not given again.
        m_page->evaluate(
            QStringLiteral("log = []; smartCaptcha.execute(); smartCaptcha.reset(); smartCaptcha.execute()"));
        QVERIFY(solve());
        QVERIFY(m_page->waitFor(QStringLiteral("events() === "
                                               "'challenge-visible callback success challenge-hidden'")));
        const QString second = text(QStringLiteral("smartCaptcha.getResponse()"));
        QVERIFY(second != first);
        QVERIFY(validate(second).contains(R"("status":"ok")"));

        // After five minutes the token has expired, and a new check is made.
        m_emulator->advanceClock(5min);
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('token-expired')")));
        m_emulator->setScenario(Scenario::Human);
        m_page->evaluate(QStringLiteral("log = []; smartCaptcha.execute()"));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'callback success'")));
        const QString third = text(QStringLiteral("smartCaptcha.getResponse()"));
        QVERIFY(third != second);
        QVERIFY(validate(third).contains(R"("status":"ok")"));
    }

    void testModeAlwaysChallenges()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start({ invisible: true, test: true }); smartCaptcha.execute()"));
        QVERIFY(solve());
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('callback success challenge-hidden')")));
    }

    void shield_data()
    {
        QTest::addColumn<QString>("params");
        QTest::addColumn<QString>("place");
        QTest::newRow("default") << QStringLiteral("{}") << QStringLiteral("bottom right");
        for (const char *place :
             {"top left", "center left", "bottom left", "top right", "center right", "bottom right"}) {
            const QString name = QString::fromLatin1(place).replace(QLatin1Char(' '), QLatin1Char('-'));
            QTest::newRow(place) << QStringLiteral("{ shieldPosition: '%1' }").arg(name)
                                 << QString::fromLatin1(place);
        }
        QTest::newRow("unknown") << QStringLiteral("{ shieldPosition: 'nowhere' }")
                                 << QStringLiteral("bottom right");
        QTest::newRow("hidden") << QStringLiteral("{ hideShield: true }") << QStringLiteral("none");
    }

    void shield()
    {
        QFETCH(QString, params);
        QFETCH(QString, place);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start(Object.assign({ invisible: true }, %1))").arg(params));
        const QString found = text(QStringLiteral(
            "(() => { const shield = document.querySelector('[data-testid=smartcaptcha-shield]');"
            "if (!shield) return 'none'; const r = shield.getBoundingClientRect();"
            "const y = (r.top + r.bottom) / 2 / innerHeight;"
            "return (y < 0.3 ? 'top' : y > 0.7 ? 'bottom' : 'center')"
            "+ (r.left === 0 ? ' left' : r.right === document.documentElement.clientWidth ? ' right' : ' "
            "?'); })()"));
        QCOMPARE(found, place);
    }

    void automaticMethod()
    {
        const QString html = filled(R"HTML(<!DOCTYPE html><body><form>
            <div class="smart-captcha" data-sitekey="SITE_KEY" data-hl="ru" data-callback="onToken"></div></form>
            <div class="smart-captcha" id="mine"></div>
            <script>window.tokens = []; window.onToken = (token) => tokens.push(token);
            window.atOnload = null;</script>
            <script src="SERVICE/captcha.js" onload="atOnload = typeof smartCaptcha + ' '
                + JSON.stringify(document.querySelector('form input[name=smart-token]').value)"></script></body>)HTML");
        QVERIFY(m_page->setHtml(html, m_emulator->pageOrigin()));
        // The API and the hidden field exist as soon as the script has run.
        QCOMPARE(text(QStringLiteral("atOnload")), QStringLiteral("object \"\""));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#label")),
                           QStringLiteral("\u042f \u043d\u0435 \u0440\u043e\u0431\u043e\u0442"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("tokens.length === 1")));
        QCOMPARE(text(QStringLiteral("new FormData(document.forms[0]).get('smart-token')")),
                 text(QStringLiteral("tokens[0]")));
        // Only containers with a key are rendered automatically; others can be rendered by a call.
        QCOMPARE(m_page->evaluate(QStringLiteral("document.querySelectorAll('iframe').length")).toInt(), 1);
        QCOMPARE(m_page
                     ->evaluate(QStringLiteral("smartCaptcha.render('mine', { sitekey: '%1' })")
                                    .arg(m_emulator->siteKey()))
                     .toInt(),
                 2);
    }

    void renderOnloadWithoutAFunction()
    {
        const QString html = filled(R"HTML(<!DOCTYPE html><body>
            <div class="smart-captcha" data-sitekey="SITE_KEY"></div>
            <script>window.errors = []; window.onerror = (message) => errors.push(message);</script>
            <script src="SERVICE/captcha.js?render=onload"></script>
            <script src="SERVICE/captcha.js?render=onload&amp;onload=absent"></script></body>)HTML");
        QVERIFY(m_page->setHtml(html, m_emulator->pageOrigin()));
        QCOMPARE(text(QStringLiteral("typeof smartCaptcha")), QStringLiteral("object"));
        QCOMPARE(m_page->evaluate(QStringLiteral("document.querySelectorAll('iframe').length")).toInt(), 0);
        QCOMPARE(text(QStringLiteral("errors.join()")), QString());
        QCOMPARE(text(QStringLiteral("Object.keys(window).filter((name) => name.startsWith('smartCaptcha'))"
                                     ".join()")),
                 QStringLiteral("smartCaptcha"));
    }

    void severalWidgets()
    {
        QVERIFY(openAdvanced());
        QCOMPARE(m_page->evaluate(QStringLiteral("start({ invisible: true })")).toInt(), 1);
        QCOMPARE(m_page
                     ->evaluate(QStringLiteral("start({ invisible: true, hideShield: true }, "
                                               "document.getElementById('second'))"))
                     .toInt(),
                 2);
        m_page->evaluate(QStringLiteral("smartCaptcha.execute(2)"));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse(2)")));
        QCOMPARE(text(QStringLiteral("smartCaptcha.getResponse() + smartCaptcha.getResponse(1)")), QString());
        QCOMPARE(m_page->evaluate(QStringLiteral("log[log.length - 1][2]")).toInt(), 2);
        m_page->evaluate(QStringLiteral("smartCaptcha.execute()"));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse(1)")));
        QVERIFY(
            m_page->evaluate(QStringLiteral("smartCaptcha.getResponse(1) !== smartCaptcha.getResponse(2)"))
                .toBool());
        // Without an id, the first remaining widget is used.
        m_page->evaluate(QStringLiteral("smartCaptcha.destroy()"));
        QVERIFY(m_page
                    ->evaluate(QStringLiteral("smartCaptcha.getResponse(1) === undefined && "
                                              "smartCaptcha.getResponse() === smartCaptcha.getResponse(2)"))
                    .toBool());
    }

    // As React's package does when its component is unmounted.
    void destroyThenUnsubscribe()
    {
        QVERIFY(openAdvanced());
        QCOMPARE(text(QStringLiteral(
                     "(() => { const id = start({ callback: undefined, visible: true, loadWidget: 1 });"
                     "smartCaptcha.destroy(id); unsubscribe[id].forEach((off) => off());"
                     "unsubscribe[id].forEach((off) => off()); smartCaptcha.destroy(id);"
                     "smartCaptcha.reset(id); smartCaptcha.execute(id); smartCaptcha.setTheme(id, 'dark');"
                     "smartCaptcha.showError(id); smartCaptcha.subscribe(id, 'success', () => {})();"
                     "const box = document.getElementById('captcha');"
                     "return [box.children.length, box.style.height, start()].join(); })()")),
                 QStringLiteral("0,,2"));
        m_page->evaluate(QStringLiteral("unsubscribe[2].forEach((off) => off())"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse(2)")));
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready callback"));
    }

    void destroyedWhileTheChallengeIsOpen()
    {
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        m_page->evaluate(QStringLiteral("smartCaptcha.destroy()"));
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready challenge-visible"));
        QCOMPARE(m_page->evaluate(QStringLiteral("document.querySelectorAll('iframe').length")).toInt(), 0);
    }

    void executePromise()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral(
            "start({ invisible: true }); window.outcomes = [];"
            "window.ask = () => smartCaptcha.executePromise().then((token) => outcomes.push(token),"
            "(error) => outcomes.push(error.message)); ask(); ask();"));
        QVERIFY(m_page->waitFor(QStringLiteral("outcomes.length === 2")));
        QVERIFY(m_page
                    ->evaluate(QStringLiteral("outcomes[0] === smartCaptcha.getResponse() && "
                                              "outcomes[0] === outcomes[1]"))
                    .toBool());
        QCOMPARE(m_emulator->requests(QStringLiteral("/api/check")).size(), 1);

        m_emulator->setScenario(Scenario::Challenge);
        m_page->evaluate(QStringLiteral("outcomes = []; smartCaptcha.reset(); ask()"));
        QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=close]")));
        QVERIFY(m_page->waitFor(QStringLiteral("outcomes.length === 1")));
        QCOMPARE(text(QStringLiteral("outcomes[0]")), QStringLiteral("challenge-hidden"));
    }

    void resetBeginsAnew()
    {
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        m_page->evaluate(QStringLiteral("smartCaptcha.reset()"));
        QCOMPARE(text(QStringLiteral("events()")),
                 QStringLiteral("ready challenge-visible challenge-hidden"));
        m_emulator->setScenario(Scenario::Human);
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        m_page->evaluate(QStringLiteral("smartCaptcha.reset()"));
        QCOMPARE(text(QStringLiteral("smartCaptcha.getResponse() + document.querySelector('input').value")),
                 QString());
        EVENTUALLY_COMPARE(m_page->read(checkbox, button, QStringLiteral("aria-checked")),
                           QStringLiteral("false"));
    }

    void tokenExpiresWhenTheClockIsMoved()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        const QString token = text(QStringLiteral("smartCaptcha.getResponse()"));
        m_emulator->advanceClock(5min);
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success token-expired'")));
        QCOMPARE(text(QStringLiteral("smartCaptcha.getResponse() + document.querySelector('input').value")),
                 QString());
        QCOMPARE(m_page->read(checkbox, button, QStringLiteral("aria-checked")), QStringLiteral("false"));
        QVERIFY(validate(token).contains("Invalid or expired"));
    }

    void scenarioTokenExpired()
    {
        m_emulator->setScenario(Scenario::TokenExpired);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success token-expired'")));
    }

    void networkError()
    {
        m_emulator->setScenario(Scenario::NetworkError);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready network-error'")));
        QCOMPARE(m_page->evaluate(QStringLiteral("log[1][1] === undefined")).toBool(), true);
        m_emulator->setScenario(Scenario::Challenge);
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        m_emulator->setScenario(Scenario::NetworkError);
        QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=refresh]")));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready network-error challenge-visible "
                                               "challenge-hidden network-error'")));
        QCOMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                 QStringLiteral("No connection. Press to try again"));
    }

    void javascriptError()
    {
        m_emulator->setScenario(Scenario::JavascriptError);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready javascript-error'")));
        QCOMPARE(
            text(QStringLiteral("Object.entries(log[1][1]).map(([key, value]) => key + ':' + typeof value)"
                                ".sort().join()")),
            QStringLiteral("col:number,filename:string,line:number,message:string"));
        QVERIFY(text(QStringLiteral("log[1][1].filename"))
                    .startsWith(m_emulator->service().scriptUrl().toString()));
    }

    void emptyToken()
    {
        m_emulator->setScenario(Scenario::EmptyToken);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success'")));
        QVERIFY(m_page->evaluate(QStringLiteral("log[1][1] === '' && log[2][1] === ''")).toBool());
    }

    void sitesThatAreNotAllowed_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<QUrl>("origin");
        QTest::addColumn<QString>("params");
        QTest::addColumn<QString>("says");
        const QUrl local(QStringLiteral("http://localhost"));
        QTest::newRow("scenario") << Scenario::DomainNotAllowed << local << QStringLiteral("{}")
                                  << QStringLiteral("Error: Key cannot be used on the localhost domain");
        QTest::newRow("site") << Scenario::Human << QUrl(QStringLiteral("http://notexample.com:81"))
                              << QStringLiteral("{}")
                              << QStringLiteral("Error: Key cannot be used on the notexample.com domain");
        QTest::newRow("Russian") << Scenario::DomainNotAllowed << local << QStringLiteral("{ hl: 'ru' }")
                                 << QString::fromUtf8("Ошибка: ключ не может использоваться на домене "
                                                      "localhost");
        QTest::newRow("invisible") << Scenario::DomainNotAllowed << local
                                   << QStringLiteral("{ invisible: true }") << QString();
    }

    // There is a line of text instead of the widget, and the page is not told why.
    void sitesThatAreNotAllowed()
    {
        QFETCH(Scenario, scenario);
        QFETCH(QUrl, origin);
        QFETCH(QString, params);
        QFETCH(QString, says);
        m_emulator->setScenario(scenario);
        const bool local = origin.host() == QLatin1String("localhost");
        QVERIFY(m_page->setHtml(filled(advancedPage), local ? m_emulator->pageOrigin() : origin));
        m_page->evaluate(QStringLiteral("start(%1)").arg(params));
        EVENTUALLY(m_page->console().join(QLatin1Char(' ')).contains(QLatin1String("SmartCaptcha: ")));
        m_page->evaluate(QStringLiteral("smartCaptcha.execute()"));
        QCOMPARE(text(QStringLiteral("(document.querySelector('[data-testid=smartcaptcha-refusal]') || {})"
                                     ".innerText || ''")),
                 says);
        QCOMPARE(
            text(QStringLiteral("getComputedStyle(document.querySelector('%1')).visibility").arg(checkbox)),
            QStringLiteral("hidden"));
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready"));
        QVERIFY(m_emulator->requests(QStringLiteral("/api/check")).isEmpty());
        // The text disappears with the widget.
        m_page->evaluate(QStringLiteral("smartCaptcha.destroy()"));
        QCOMPARE(
            m_page->evaluate(QStringLiteral("document.getElementById('captcha').childNodes.length")).toInt(),
            0);
    }

    void sitesAreComparedAsNames()
    {
        m_emulator->setAllowedSites({QStringLiteral("Shop.Test"), QString::fromUtf8("пример.рф")});
        EmulatorClient client;
        const auto result = [&](const char *origin) {
            QUrl url = m_emulator->url();
            url.setPath(QStringLiteral("/api/open"));
            const QByteArray question = QByteArray("{'sitekey':'%1','origin':'%2'}")
                                            .replace('\'', '"')
                                            .replace("%1", m_emulator->siteKey().toUtf8())
                                            .replace("%2", origin);
            return client.post(url, "application/json", question).body;
        };
        for (const char *origin : {"https://shop.test", "https://SHOP.test:8443", "https://a.shop.test",
                                   "http://xn--e1afmkfd.xn--p1ai"})
            QVERIFY2(result(origin).contains(R"("result":"ok")"), origin);
        for (const char *origin : {"https://notshop.test", "https://test", "http://localhost", "null"})
            QVERIFY2(result(origin).contains(R"("result":"not-allowed")"), origin);
    }

    void wrongSiteKey()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start({ sitekey: 'ysc1_other' })"));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                           QStringLiteral("The captcha\u2019s key is wrong"));
        m_page->evaluate(QStringLiteral("smartCaptcha.execute()"));
        QCOMPARE(m_page->read(checkbox, QStringLiteral("#js-button:disabled"), QStringLiteral("id")),
                 QStringLiteral("js-button"));
        QCOMPARE(text(QStringLiteral("events()")), QStringLiteral("ready"));
        QVERIFY(m_emulator->requests(QStringLiteral("/api/check")).isEmpty());
    }

    void subdomainsAreAllowed()
    {
        QVERIFY(m_page->setHtml(filled(advancedPage), QUrl(QStringLiteral("https://shop.example.com/x/y"))));
        m_page->evaluate(QStringLiteral("start({ metadata: { form: 'sign-in', step: 2 } })"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        const QByteArray answer = validate(text(QStringLiteral("smartCaptcha.getResponse()")));
        QVERIFY2(answer.contains(R"("host":"shop.example.com")"), answer.constData());
        QVERIFY2(answer.contains(R"("metadata":{"form":"sign-in","step":2})"), answer.constData());
    }

    void longMetadataIsLeftOut()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start({ metadata: { key: 'x'.repeat(510) } })"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        QVERIFY(!validate(text(QStringLiteral("smartCaptcha.getResponse()"))).contains("metadata"));
        QVERIFY(m_page->console().join(QLatin1Char(' ')).contains(QLatin1String("512 characters")));
    }

    void restrictedModeSaysSo()
    {
        m_emulator->setScenario(Scenario::Restricted);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                           QStringLiteral("Yandex SmartCaptcha is restricted on the page"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
    }

    void languages_data()
    {
        QTest::addColumn<QString>("hl");
        QTest::addColumn<QString>("language");
        for (const char *hl : {"ru", "be", "kk", "tt", "uz", "ru-RU"})
            QTest::newRow(hl) << QString::fromLatin1(hl) << QStringLiteral("ru");
        for (const char *hl : {"en", "uk", "tr", "xx"})
            QTest::newRow(hl) << QString::fromLatin1(hl) << QStringLiteral("en");
    }

    void languages()
    {
        QFETCH(QString, hl);
        QFETCH(QString, language);
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start({ hl: '%1' })").arg(hl));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("html"), QStringLiteral("lang")), language);
    }

    void themes()
    {
        QVERIFY(openAdvanced());
        const auto theme = [this](const QString &frame) {
            return m_page->read(frame, QStringLiteral("html"), QStringLiteral("data-theme"));
        };
        m_page->evaluate(QStringLiteral("start({ theme: 'dark', test: true })"));
        EVENTUALLY_COMPARE(theme(checkbox), QStringLiteral("dark"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events().endsWith('challenge-visible')")));
        QCOMPARE(theme(challenge), QStringLiteral("dark"));
        m_page->evaluate(QStringLiteral("smartCaptcha.setTheme(1, 'light')"));
        EVENTUALLY_COMPARE(theme(checkbox), QStringLiteral("light"));
        EVENTUALLY_COMPARE(theme(challenge), QStringLiteral("light"));
        m_page->evaluate(QStringLiteral("smartCaptcha.setTheme(1, 'auto')"));
        const bool dark =
            m_page->evaluate(QStringLiteral("matchMedia('(prefers-color-scheme: dark)').matches")).toBool();
        EVENTUALLY_COMPARE(theme(challenge), dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }

    void showError()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start()"));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                           QStringLiteral("Press to continue"));
        m_page->evaluate(QStringLiteral("smartCaptcha.showError()"));
        EVENTUALLY_COMPARE(m_page->read(checkbox, QStringLiteral("#status")),
                           QStringLiteral("Something went wrong. Press to try again"));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success'")));
    }

    void scriptsThatFail_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<QString>("event");
        QTest::newRow("missing") << Scenario::ScriptMissing << QStringLiteral("error");
        QTest::newRow("broken") << Scenario::ScriptBroken << QStringLiteral("load");
    }

    void scriptsThatFail()
    {
        QFETCH(Scenario, scenario);
        QFETCH(QString, event);
        m_emulator->setScenario(scenario);
        QVERIFY(m_page->setHtml(QStringLiteral("<!DOCTYPE html><body></body>"), m_emulator->pageOrigin()));
        m_page->evaluate(
            filled("const s = document.createElement('script'); window.seen = '';"
                   "s.onload = () => { seen = 'load'; }; s.onerror = () => { seen = 'error'; };"
                   "s.crossOrigin = 'anonymous'; s.src = 'SERVICE/captcha.js'; document.body.append(s)"));
        QVERIFY(m_page->waitFor(QStringLiteral("seen === '%1'").arg(event)));
        QCOMPARE(text(QStringLiteral("typeof smartCaptcha")), QStringLiteral("undefined"));
    }

    void framesThatHang()
    {
        m_emulator->setScenario(Scenario::FrameHanging);
        QVERIFY(m_page->setHtml(QStringLiteral("<!DOCTYPE html><body><div id='c'></div></body>"),
                                m_emulator->pageOrigin()));
        m_page->evaluate(filled("const s = document.createElement('script'); s.src = 'SERVICE/captcha.js';"
                                "document.body.append(s)"));
        QVERIFY(m_page->waitFor(QStringLiteral("window.smartCaptcha")));
        m_page->evaluate(filled("smartCaptcha.render('c', { sitekey: 'SITE_KEY' })"));
        EVENTUALLY_COMPARE(m_emulator->requests(QStringLiteral("/checkbox")).size(), 1);
        QCOMPARE(m_emulator->requests(QStringLiteral("/checkbox")).constFirst().status(), 0);
    }

    void readyPage_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("calls");
        QTest::newRow("Android") << QStringLiteral(
            "window.NativeClient = { onGetToken: (t) => calls.push('token ' + t.length),"
            "onChallengeVisible: () => calls.push('visible'), onChallengeHidden: () => calls.push('hidden') "
            "};") << QStringLiteral("visible,token 396,hidden");
        QTest::newRow("iOS") << QStringLiteral(
            "window.webkit = { messageHandlers: { NativeClient: { postMessage: (m) =>"
            "calls.push(m.method + ' ' + m.data.length) } } };")
                             << QStringLiteral(
                                    "challengeDidAppear 0,captchaDidFinish 396,challengeDidDisappear 0");
    }

    void readyPage()
    {
        QFETCH(QString, client);
        QFETCH(QString, calls);
        QWebEngineScript script;
        script.setInjectionPoint(QWebEngineScript::DocumentCreation);
        script.setWorldId(QWebEngineScript::MainWorld);
        script.setSourceCode(QLatin1String("window.calls = [];") + client);
        m_page->page().scripts().insert(script);
        const auto removeScript = qScopeGuard([&] { m_page->page().scripts().remove(script); });
        QUrl url = m_emulator->service().webviewUrl();
        url.setQuery(QStringLiteral("sitekey=%1&invisible=true&test=true&hideShield=true&hl=ru&theme=dark")
                         .arg(m_emulator->siteKey()));
        QVERIFY(m_page->load(url));
        QCOMPARE(m_page->page().title(), QStringLiteral("SmartCaptcha Mobile"));
        // The invisible widget starts by itself.
        QVERIFY(m_page->waitFor(QStringLiteral("calls.length === 1")));
        QCOMPARE(m_page->read(challenge, QStringLiteral("html"), QStringLiteral("data-theme")),
                 QStringLiteral("dark"));
        QCOMPARE(m_page->read(challenge, QStringLiteral("html"), QStringLiteral("lang")),
                 QStringLiteral("ru"));
        QVERIFY(
            !m_page->evaluate(QStringLiteral("!!document.querySelector('[data-testid=smartcaptcha-shield]')"))
                 .toBool());
        QVERIFY(m_page->type(challenge, QStringLiteral("input[name=rep]"), m_emulator->pendingAnswer()));
        QVERIFY(m_page->click(challenge, QStringLiteral("[data-testid=submit]")));
        QVERIFY(m_page->waitFor(QStringLiteral("calls.length === 3")));
        QCOMPARE(text(QStringLiteral("calls.join()")), calls);
        // The page belongs to the service, so its host is the service's own.
        QVERIFY(validate(text(QStringLiteral("smartCaptcha.getResponse()"))).contains("127.0.0.1:"));
    }

    void readyPageWithACheckbox()
    {
        QUrl url = m_emulator->service().webviewUrl();
        url.setQuery(QStringLiteral("sitekey=%1").arg(m_emulator->siteKey()));
        m_emulator->setAllowedSites({});
        QVERIFY(m_page->load(url));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("smartCaptcha.getResponse()")));
        const QList<SmartCaptchaEmulatorRequest> checks = m_emulator->requests(QStringLiteral("/api/check"));
        QCOMPARE(checks.size(), 1);
        QVERIFY(checks.constFirst().body().contains(R"("webview":true)"));
    }

    void demoPage()
    {
        QUrl url = m_emulator->pageOrigin();
        url.setPath(QStringLiteral("/demo"));
        QVERIFY(m_page->load(url));
        QVERIFY(m_page->click(checkbox, button));
        QVERIFY(m_page->waitFor(QStringLiteral("!document.getElementById('verify').disabled")));
        m_page->evaluate(QStringLiteral("document.getElementById('verify').click()"));
        QVERIFY(m_page->waitFor(
            QStringLiteral("document.getElementById('answer').textContent.includes('\"status\":\"ok\"')")));
    }
};

QTEST_MAIN(tst_emulator_page)
#include "tst_emulator_page.moc"
