// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "browserpage.h"
#include "emulatorclient.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qjsondocument.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWebEngineCore/qwebenginescript.h>
#include <QtWebEngineCore/qwebenginescriptcollection.h>

using namespace std::chrono_literals;
using Scenario = SmartCaptchaEmulator::Scenario;

namespace {

const QString checkbox = QStringLiteral("[data-testid=smartcaptcha-checkbox]");
const QString challenge = QStringLiteral("[data-testid=smartcaptcha-challenge] iframe");
const QString button = QStringLiteral("#js-button");

// A page as React's package makes it: advanced method, the script with crossorigin, the container with the
// class that the automatic method looks for, all six events, and a policy that lists the captcha's host only.
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

    // Solves the challenge that is open, as a person would who can read the picture.
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
    void init()
    {
        m_emulator = std::make_unique<SmartCaptchaEmulator>();
        QVERIFY2(m_emulator->listen(), qPrintable(m_emulator->errorString()));
        m_page = std::make_unique<BrowserPage>();
    }

    void cleanup()
    {
        m_page.reset();
        m_emulator.reset();
    }

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

    void invisible()
    {
        QVERIFY(openAdvanced());
        m_page->evaluate(QStringLiteral("start({ invisible: true }); smartCaptcha.execute()"));
        QVERIFY(m_page->waitFor(QStringLiteral("events() === 'ready callback success'")));
        QVERIFY(m_page
                    ->evaluate(QStringLiteral(
                        "document.querySelector('[data-testid=smartcaptcha-shield]') !== null"))
                    .toBool());
    }
};

QTEST_MAIN(tst_emulator_page)
#include "tst_emulator_page.moc"
