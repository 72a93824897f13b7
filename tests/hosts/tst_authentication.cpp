// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "anyhost.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtNetwork/qnetworkproxy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

#include <algorithm>

using State = SmartCaptcha::State;

/// Servers and proxies that request a user name and a password. Every wrong attempt may help to lock a user's
/// account.
class tst_authentication : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_proxy.start();
        m_proxy.setAction(ScriptedServer::answer("no", "407 Proxy Authentication Required",
                                                 "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
        // The engine reads this only once, when it starts.
        setProxy(QStringLiteral("me:secret@"));
    }

    void serverGetsNone_data() { addHostRows(); }

    void serverGetsNone()
    {
        QFETCH(Host, host);
        ScriptedServer server;
        server.start();
        server.setAction(
            ScriptedServer::answer("<html>no</html>", "401 Unauthorized",
                                   "WWW-Authenticate: Basic realm=\"x\"\r\nContent-Type: text/html\r\n"));
        onHost(host, options(server.url(QStringLiteral("/page"))), [&](auto &captcha) {
            EVENTUALLY_COMPARE(stateOf(captcha), State::Failed);
            const auto asked =
                std::count_if(server.requests().cbegin(), server.requests().cend(),
                              [](const auto &request) { return request.target.startsWith("/page"); });
            QCOMPARE(asked, 1);
        });
    }

    void proxyGetsItsOwnOnce_data()
    {
        QTest::addColumn<Host>("host");
        QTest::addColumn<QString>("credentials");
        for (const auto &[name, host] : {std::pair{"widget", Host::Widget},
                                         {"WebEngine", Host::WebEngine},
                                         {"WebView", Host::WebView}}) {
            QTest::addRow("%s, with a password", name) << host << QStringLiteral("me:secret");
            QTest::addRow("%s, without", name) << host << QString();
        }
    }

    void proxyGetsItsOwnOnce()
    {
        QFETCH(Host, host);
        QFETCH(QString, credentials);
        setProxy(credentials.isEmpty() ? QString() : credentials + QLatin1Char('@'));
        m_proxy.forgetRequests();
        onHost(host, options(QUrl(QStringLiteral("https://captcha.test/page"))), [&](auto &captcha) {
            EVENTUALLY_COMPARE(stateOf(captcha), State::Failed);
            QByteArrayList given;
            int asked = 0;
            for (const ScriptedServer::Request &request : m_proxy.requests()) {
                if (!request.target.startsWith("captcha.test"))
                    continue;
                ++asked;
                const QByteArray answer = request.header("Proxy-Authorization");
                if (!answer.isEmpty())
                    given << answer;
            }
            QByteArrayList right;
            if (!credentials.isEmpty())
                right << "Basic " + credentials.toLatin1().toBase64();
            QCOMPARE(given, right);
            QCOMPARE(asked, int(1 + right.size()));
            QVERIFY(!captcha.error().details().contains(QLatin1String("secret")));
        });
    }

private:
    void setProxy(const QString &credentials) const
    {
        const QByteArray port = QByteArray::number(m_proxy.url().port());
        qputenv("https_proxy", "http://" + credentials.toLatin1() + "127.0.0.1:" + port);
    }

    static SmartCaptchaOptions options(const QUrl &page)
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(page);
        return options;
    }

    ScriptedServer m_proxy;
};

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    // Without this, the engine only knows the application's own proxy.
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    tst_authentication test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_authentication.moc"
