// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "anyhost.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qloggingcategory.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

using Code = SmartCaptchaError::Code;
using State = SmartCaptcha::State;

namespace {

// Chromium reports this as an error, but it is harmless: pending notifications are delivered in the next
// frame.
const QByteArray resizeLoop =
    "const box = document.body.appendChild(document.createElement('div')); let times = 0;"
    "new ResizeObserver(() => { if (++times < 20) box.style.width = times * 10 + 'px'; })"
    ".observe(box);";

QStringList said;

} // namespace

/// Errors in a page that have nothing to do with the captcha do not make it fail.
class tst_pagenoise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
        m_site.start();
    }

    void doesNotMatter_data()
    {
        QTest::addColumn<Host>("host");
        QTest::addColumn<QByteArray>("noise");
        QTest::addColumn<bool>("fails");
        const QByteArray nobody = "http://127.0.0.1:" + QByteArray::number(ScriptedServer::refusingPort());
        for (const auto &[name, host] : {std::pair{"widget", Host::Widget},
                                         {"WebEngine", Host::WebEngine},
                                         {"WebView", Host::WebView}}) {
            const auto row = [&, hostName = name, shownBy = host](const char *what, const QByteArray &noise,
                                                                  bool fails = false) {
                QTest::addRow("%s, %s", hostName, what) << shownBy << noise << fails;
            };
            row("blocked script", "<script src='" + nobody + "/counter.js'></script>");
            row("script that throws", "<script>throw new Error('counter');</script>");
            row("script with a mistake", "<script>const = 1;</script>");
            row("rejected promise", "<script>Promise.reject(new Error('counter'));</script>");
            row("resize loop", "<script>" + resizeLoop + "</script>");
            row("the service's script is missing",
                "<script src='" + m_emulator.url().toEncoded() + "/captcha.js/none'></script>", true);
        }
    }

    void doesNotMatter()
    {
        QFETCH(Host, host);
        QFETCH(QByteArray, noise);
        QFETCH(bool, fails);
        m_site.setAction(
            ScriptedServer::answer("<!DOCTYPE html><body>" + noise
                                       + "<div id='captcha-container' class='smart-captcha' data-sitekey='"
                                       + m_emulator.siteKey().toLatin1() + "'></div><script src='"
                                       + m_emulator.url().toEncoded() + "/captcha.js' defer></script></body>",
                                   "200 OK", "Content-Type: text/html\r\n"));
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(m_site.url(QStringLiteral("/login")));
        expect(host, options, fails);
    }

    void ofTheServicesOwnScript_data() { addHostRows(); }

    // An error in the service's own script, in the SDK's page.
    void ofTheServicesOwnScript()
    {
        QFETCH(Host, host);
        ScriptedServer service;
        service.start();
        service.setAction([&service](QTcpSocket *socket, const ScriptedServer::Request &request) {
            if (request.target.startsWith("/captcha.js")) {
                ScriptedServer::answer(
                    resizeLoop
                        + "window.smartCaptcha = { subscribe() {}, render(container) {"
                          " const frame = document.createElement('iframe'); frame.src = '"
                        + service.url().toEncoded()
                        + "/frame'; document.getElementById(container).append(frame); return 1; } };"
                          "onSmartCaptchaReady();",
                    "200 OK", "Content-Type: text/javascript\r\n")(socket, request);
            } else {
                ScriptedServer::answer("<script>parent.postMessage('here', '*');</script>", "200 OK",
                                       "Content-Type: text/html\r\n")(socket, request);
            }
        });
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        options.setService(SmartCaptchaService(service.url()));
        options.setPageOrigin(QUrl(QStringLiteral("http://localhost")));
        expect(host, options, false);
    }

    void ofTheSdksScripts_data() { addHostRows(); }

    // The scripts that the SDK puts into every document make none.
    void ofTheSdksScripts()
    {
        QFETCH(Host, host);
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        options.setPageOrigin(m_emulator.pageOrigin());
        said.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("smartcaptcha.page.debug=true"));
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { said << text; });
        expect(host, options, false);
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        const QStringList errors = said.filter(QStringLiteral("userscript:"));
        QVERIFY2(errors.isEmpty(), qPrintable(errors.join(QLatin1Char('\n'))));
    }

private:
    static void expect(Host host, const SmartCaptchaOptions &options, bool fails)
    {
        onHost(host, options, [fails](auto &captcha) {
            EVENTUALLY(stateOf(captcha) == State::Failed || stateOf(captcha) == State::Ready);
            QVERIFY2((stateOf(captcha) == State::Failed) == fails, qPrintable(captcha.error().details()));
            if (fails)
                QCOMPARE(captcha.error().code(), Code::LoadFailed);
        });
    }

    SmartCaptchaEmulator m_emulator;
    ScriptedServer m_site;
};

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    tst_pagenoise test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pagenoise.moc"
