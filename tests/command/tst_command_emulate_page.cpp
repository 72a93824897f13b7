// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"
#include "shared/awaitedresult.h"
#include "shared/browserpage.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qjsondocument.h>
#include <QtCore/qtemporaryfile.h>
#include <QtNetwork/qhostaddress.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

#include <csignal>
#include <memory>

namespace {

const QString checkbox = QStringLiteral("[data-testid=smartcaptcha-checkbox]");

// A site as developers have it: its own keys, the script's address as a setting, a form and a backend.
constexpr char siteKey[] = "ysc1_abcdefghijklmnopqrstPUBLIC";
constexpr char serverKey[] = "ysc2_"
                             "abcdefghijklmnopqrstSECRET";
constexpr char signIn[] = R"HTML(<!DOCTYPE html><html lang="en"><title>Shop</title>
<form method="post" action="/sign-in"><input name="user" value="me">
<div class="smart-captcha" data-sitekey="SITE_KEY" style="height: 100px"></div></form>
<script src="SERVICE/captcha.js" defer></script></html>)HTML";

} // namespace

/// `smartcaptcha emulate` with a real page on another host than the emulator's, with its own backend.
class tst_command_emulate_page : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_site.start();
        m_site.setAction([this](QTcpSocket *socket, const ScriptedServer::Request &request) {
            const QByteArray body = request.target == "/sign-in"
                ? answered(request.form().value(QStringLiteral("smart-token"))).toUtf8()
                : QByteArray(signIn).replace("SERVICE", m_service.toEncoded()).replace("SITE_KEY", siteKey);
            ScriptedServer::rawThenClose("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                                         + body)(socket, request);
        });
        m_page = std::make_unique<BrowserPage>();
    }

    void cleanup()
    {
        m_page->clear();
#ifdef Q_OS_UNIX
        if (m_emulator.processId() > 0) {
            ::kill(pid_t(m_emulator.processId()), SIGTERM);
            QCOMPARE(m_emulator.end().status, 0);
        }
#endif
    }

    void cleanupTestCase()
    {
        m_page.reset();
    }

    void gives_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("a name of its own") << QStringLiteral("www.shop.test");
        QTest::newRow("another port") << QStringLiteral("localhost");
    }

    void gives()
    {
        QFETCH(QString, host);
        begin(QStringLiteral("shop.test"));
        QVERIFY(m_page->load(at(host)));
        QVERIFY(m_page->click(checkbox, QStringLiteral("#js-button")));
        QVERIFY(m_page->waitFor(QStringLiteral("new FormData(document.forms[0]).get('smart-token')")));
        m_page->evaluate(QStringLiteral("document.forms[0].submit()"));
        QVERIFY(m_page->waitFor(QStringLiteral("document.title === 'Answer'")));
        QCOMPARE(m_page->evaluate(QStringLiteral("document.body.innerText")).toString(),
                 QStringLiteral("human %1:%2").arg(host).arg(m_site.serverPort()));
    }

    void refusesOtherSites()
    {
        begin(QStringLiteral("other.test"));
        QVERIFY(m_page->load(at(QStringLiteral("www.shop.test"))));
        QVERIFY(m_page->waitFor(QStringLiteral("document.querySelector('.smart-captcha').innerText === "
                                               "'Error: Key cannot be used on the www.shop.test domain'")));
    }

private:
    void begin(const QString &site)
    {
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(serverKey) > 0 && file.flush());
        m_emulator.start({QStringLiteral("emulate"), QStringLiteral("--allow-site"), site,
                          QStringLiteral("--site-key"), QLatin1String(siteKey),
                          QStringLiteral("--server-key-file"), file.fileName()});
        m_service = QUrl(QJsonDocument::fromJson(m_emulator.firstLine())[QLatin1String("url")].toString());
        QVERIFY(m_service.isValid() && !m_service.isEmpty());
    }

    QUrl at(const QString &host) const
    {
        return QUrl(QStringLiteral("http://%1:%2/").arg(host).arg(m_site.serverPort()));
    }

    /// The answer of the site's backend to a token.
    QString answered(const QString &token)
    {
        SmartCaptchaVerifier verifier;
        verifier.setService(SmartCaptchaService(m_service));
        verifier.setServerKey(SmartCaptchaServerKey(QLatin1String(serverKey)));
        const SmartCaptchaResult result = resultOf(verifier.verify(token));
        const bool human = result.verdict() == SmartCaptchaResult::Verdict::Human;
        return QStringLiteral("<!DOCTYPE html><title>Answer</title>%1 %2")
            .arg(human ? QStringLiteral("human") : result.message(), result.host());
    }

    Program m_emulator;
    ScriptedServer m_site;
    QUrl m_service;
    std::unique_ptr<BrowserPage> m_page;
};

int main(int argc, char **argv)
{
    // Chromium maps this name itself, so no other computer needs to know it.
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS",
            qgetenv("QTWEBENGINE_CHROMIUM_FLAGS") + " --host-resolver-rules=\"MAP *.shop.test 127.0.0.1\"");
    QApplication application(argc, argv);
    tst_command_emulate_page test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_command_emulate_page.moc"
