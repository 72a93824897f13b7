// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/smartcaptcha.h>

#include <QtTest/qtest.h>

using Environment = QMap<QByteArray, QByteArray>;

/// The proxy variables of the environment, interpreted as by curl.
class tst_proxyfor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Without proxy variables, the application's default is the system's configuration.
        QVERIFY(QNetworkProxyFactory::usesSystemConfiguration());
    }

    void init()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                                 "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
            qunsetenv(name);
    }

    void cleanup() { init(); }

    void reads_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Environment &environment, const char *expected) {
            QTest::newRow(name) << environment << QString::fromLatin1(expected);
        };
        row("nothing", {}, "none");
        row("http", {{"https_proxy", "http://p:3128"}}, "http p:3128");
        row("no scheme", {{"https_proxy", "p:3128"}}, "http p:3128");
        row("no port", {{"https_proxy", "http://p"}}, "http p:1080");
        row("neither", {{"https_proxy", "p"}}, "http p:1080");
        row("a path", {{"https_proxy", "http://p:3128/path"}}, "http p:3128");
        row("upper case scheme", {{"https_proxy", "HTTP://P:3128/"}}, "http p:3128");
        row("IPv6", {{"https_proxy", "http://[fd00::1]:3128"}}, "http fd00::1:3128");
        row("credentials", {{"https_proxy", "http://us%65r:p%40:ss@p:3128"}}, "http p:3128 user p@:ss");
        row("user only", {{"https_proxy", "user@p:3128"}}, "http p:3128 user ");
        row("SOCKS, names there", {{"all_proxy", "socks5h://u:s@p:9050"}}, "socks p:9050 u s");
        row("SOCKS, names here", {{"ALL_PROXY", "socks5://p"}}, "socks-ip p:1080");
        row("lower before upper", {{"https_proxy", "a:1"}, {"HTTPS_PROXY", "b:2"}}, "http a:1");
        row("empty is not set", {{"https_proxy", ""}, {"HTTPS_PROXY", "b:2"}}, "http b:2");
        row("own before all", {{"all_proxy", "a:1"}, {"HTTPS_PROXY", "b:2"}}, "http b:2");
        row("all before http", {{"all_proxy", "a:1"}, {"http_proxy", "b:2"}}, "http a:1");
        row("http at last", {{"http_proxy", "b:2"}}, "http b:2");
        row("never HTTP_PROXY", {{"HTTP_PROXY", "b:2"}}, "none");
        row("TLS", {{"https_proxy", "https://u:s@p:443"}},
            "the proxy in https_proxy is not understood: https:// is not supported, http://, socks5:// and "
            "socks5h:// are");
        row("SOCKS 4", {{"ALL_PROXY", "socks4://p:1"}},
            "the proxy in ALL_PROXY is not understood: socks4:// is not supported, http://, socks5:// and "
            "socks5h:// are");
        row("port 0", {{"https_proxy", "p:0"}},
            "the proxy in https_proxy is not understood: its port is not a number from 1 to 65535");
        row("port too big", {{"https_proxy", "p:65536"}},
            "the proxy in https_proxy is not understood: its port is not a number from 1 to 65535");
        row("no host", {{"https_proxy", "http://u:s@:3128"}},
            "the proxy in https_proxy is not understood: its host is missing or wrong");
        row("white space", {{"https_proxy", "http://a b:3128"}},
            "the proxy in https_proxy is not understood: its host is missing or wrong");
        row("a slash in the password", {{"https_proxy", "http://u:pass/word@p:1"}},
            "the proxy in https_proxy is not understood: its port is not a number from 1 to 65535");
    }

    void reads()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, expected);
        set(environment);
        QCOMPARE(way(QStringLiteral("https://www.example.com/validate")), expected);
        QCOMPARE(way(QStringLiteral("http://localhost:8080/validate")), QStringLiteral("none"));
        QCOMPARE(way(QStringLiteral("https://127.0.0.1/validate")), QStringLiteral("none"));
        QCOMPARE(way(QStringLiteral("https://[::1]/validate")), QStringLiteral("none"));
    }

    void excepts_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("excepted");
        const auto row = [](const char *list, const char *host, bool excepted) {
            QTest::addRow("%s: %s", list, host) << QByteArray(list) << QString::fromUtf8(host) << excepted;
        };
        row("*", "www.example.com", true);
        row("a, *", "www.example.com", true);
        row("example.com", "example.com", true);
        row("example.com", "www.example.com", true);
        row("example.com", "notexample.com", false);
        row("example.com", "example.com.evil", false);
        row(".example.com", "www.example.com", true);
        row(".example.com", "example.com", true);
        row("*.example.com", "www.example.com", true);
        row("EXAMPLE.com.", "www.example.com", true);
        row("example.com", "www.example.com.", true);
        row("www.example.com", "example.com", false);
        row("a,b  example.com", "example.com", true);
        row("example.com:443", "example.com", true);
        row("example.com:8443", "example.com", false);
        row("example.com:8443", "example.com:8443", true);
        row("\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC\xD0\xB5\xD1\x80.\xD1\x80\xD1\x84", "www.xn--e1afmkfd.xn--p1ai",
            true);
        row("192.0.2.7", "192.0.2.7", true);
        row("192.0.2.7", "192.0.2.70", false);
        row("192.0.2.7:443", "192.0.2.7", true);
        row("192.0.2.0/24", "192.0.2.200", true);
        row("192.0.2.0/24", "192.0.3.1", false);
        row("10.0.0.0/8", "example.com", false);
        row("fd00::1", "[fd00::1]", true);
        row("[fd00::1]", "[fd00::1]", true);
        row("[fd00::1]:444", "[fd00::1]", false);
        row("fd00::/8", "[fdff::1]", true);
        row("fd00::/8", "[fe00::1]", false);
        row("com", "example.com", true);
        row("0/0", "example.com", false);
        row(",", "example.com", false);
    }

    void excepts()
    {
        QFETCH(QByteArray, list);
        QFETCH(QString, host);
        QFETCH(bool, excepted);
        for (const char *name : {"no_proxy", "NO_PROXY"}) {
            init();
            set({{"https_proxy", "p:3128"}, {name, list}});
            QCOMPARE(way(QStringLiteral("https://%1/validate").arg(host)),
                     excepted ? QStringLiteral("none") : QStringLiteral("http p:3128"));
        }
    }

    /// The environment does not override what the application has set.
    void applicationFirst()
    {
        set({{"https_proxy", "p:3128"}});
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::Socks5Proxy, QStringLiteral("own"), 7));
        QCOMPARE(way(QStringLiteral("https://example.com")), QStringLiteral("socks own:7"));
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        QCOMPARE(way(QStringLiteral("https://example.com")), QStringLiteral("none"));
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        QCOMPARE(way(QStringLiteral("https://example.com")), QStringLiteral("http p:3128"));
    }

private:
    static void set(const Environment &environment)
    {
        for (auto it = environment.cbegin(); it != environment.cend(); ++it)
            qputenv(it.key().constData(), it.value());
    }

    /// The proxies for @c url, as one line of text.
    static QString way(const QString &url)
    {
        QString problem;
        const QNetworkProxy proxy = SmartCaptcha::proxyFor(QUrl(url), &problem);
        if (!problem.isEmpty())
            return problem;
        if (proxy.type() == QNetworkProxy::NoProxy)
            return QStringLiteral("none");
        QString text = QStringLiteral("%1 %2:%3")
                           .arg(proxy.type() == QNetworkProxy::HttpProxy ? QStringLiteral("http")
                                    : proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability)
                                    ? QStringLiteral("socks")
                                    : QStringLiteral("socks-ip"),
                                proxy.hostName())
                           .arg(proxy.port());
        if (!proxy.user().isEmpty())
            text += QLatin1Char(' ') + proxy.user() + QLatin1Char(' ') + proxy.password();
        return text;
    }
};

QTEST_GUILESS_MAIN(tst_proxyfor)
#include "tst_proxyfor.moc"
