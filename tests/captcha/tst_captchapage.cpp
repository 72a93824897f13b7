// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcha/page/captchapage.h"
#include "core/service/reachableaddress.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qurlquery.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;
using Mode = SmartCaptchaOptions::Mode;
using PageSource = SmartCaptchaOptions::PageSource;
using Theme = SmartCaptchaOptions::Theme;

namespace {

CaptchaPage make(const SmartCaptchaOptions &options, const PageAppearance &appearance = {},
                 CaptchaPage::Transport transport = CaptchaPage::Transport::WindowMessage)
{
    return CaptchaPage::make(options, appearance, transport, options.service().baseUrlsToTry());
}

SmartCaptchaOptions ownPage()
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_abc"));
    options.setPageOrigin(QUrl(QStringLiteral("https://shop.example/some/path?q=1")));
    return options;
}

// The object that is passed to the page's script.
QJsonObject config(const QString &text)
{
    static const QRegularExpression call(QStringLiteral("\\}\\)\\((\\{.*\\})\\);"));
    QString json = call.match(text).captured(1);
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

class tst_captchapage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ReachableAddress::forgetAll(); }

    void ownPageHasTheApplicationsOrigin()
    {
        const CaptchaPage page = make(ownPage());
        QCOMPARE(page.url(), QUrl(QStringLiteral("https://shop.example/")));
        QVERIFY(page.documentScript().isEmpty());
        QVERIFY(page.html().startsWith(QLatin1String("<!DOCTYPE html>")));
        QVERIFY(!page.html().contains(QLatin1Char('%') + QLatin1String("NONCE")));
        const QJsonObject c = config(page.html());
        QCOMPARE(c.value(QLatin1String("nonce")).toString(), page.nonce());
        const QJsonArray scripts = c.value(QLatin1String("scripts")).toArray();
        QCOMPARE(scripts.size(), 2);
        QCOMPARE(scripts.first().toString(),
                 QStringLiteral("https://smartcaptcha.cloud.yandex.ru/captcha.js"));
        QCOMPARE(scripts.last().toString(),
                 QStringLiteral("https://smartcaptcha.yandexcloud.net/captcha.js"));
    }

    void renderParameters()
    {
        SmartCaptchaOptions options = ownPage();
        options.setMode(Mode::Invisible);
        options.setLanguage(QStringLiteral("ru"));
        options.setTheme(Theme::Dark);
        options.setTestMode(true);
        options.setShieldPosition(SmartCaptchaOptions::ShieldPosition::CenterLeft);
        options.setShieldHidden(true);
        options.setMetadata({{QStringLiteral("plan"), QStringLiteral("free")},
                             {QStringLiteral("n"), 3},
                             {QStringLiteral("f"), 0.5F},
                             {QStringLiteral("b"), false}});
        const QJsonObject parameters =
            config(make(options).html()).value(QLatin1String("parameters")).toObject();
        const QJsonObject expected{
            {QStringLiteral("sitekey"), QStringLiteral("ysc1_abc")},
            {QStringLiteral("hl"), QStringLiteral("ru")},
            {QStringLiteral("theme"), QStringLiteral("dark")},
            {QStringLiteral("webview"), true},
            {QStringLiteral("test"), true},
            {QStringLiteral("invisible"), true},
            {QStringLiteral("shieldPosition"), QStringLiteral("center-left")},
            {QStringLiteral("hideShield"), true},
            {QStringLiteral("metadata"),
             QJsonObject{{QStringLiteral("plan"), QStringLiteral("free")},
                         {QStringLiteral("n"), QStringLiteral("3")},
                         {QStringLiteral("f"), QStringLiteral("0.5")},
                         {QStringLiteral("b"), QStringLiteral("false")}}},
        };
        QCOMPARE(parameters, expected);
    }

    void textsCannotBreakOut()
    {
        SmartCaptchaOptions options = ownPage();
        options.setMetadata(
            {{QStringLiteral("k"), QStringLiteral("</script><script>alert(1)</script>%NONCE%\u2028")}});
        const QString html = make(options).html();
        QVERIFY(!html.contains(QLatin1String("alert(1)</script>")));
        QCOMPARE(html.count(QLatin1String("<script")), 1);
        QCOMPARE(html.count(QLatin1String("</script>")), 1);
        QVERIFY(!html.contains(QChar(0x2028)));
        QVERIFY(html.contains(QLatin1String("%NONCE%"))); // as text, not replaced by the page's nonce
        PageAppearance appearance;
        appearance.background = QStringLiteral("red\"><script>");
        QVERIFY(!make(ownPage(), appearance).html().contains(QLatin1String("red\"")));
    }

    void contentPolicyNamesTheServiceOnly()
    {
        SmartCaptchaOptions options = ownPage();
        options.setService(SmartCaptchaService(QUrl(QStringLiteral("http://127.0.0.1:8080/below"))));
        const CaptchaPage page = make(options);
        const QString policy =
            QRegularExpression(QStringLiteral("Content-Security-Policy\" content=\"([^\"]*)\""))
                .match(page.html())
                .captured(1);
        QVERIFY(policy.startsWith(QLatin1String("default-src 'none'; ")));
        QVERIFY(policy.contains(QLatin1String("script-src 'nonce-") + page.nonce()
                                + QLatin1String("' http://127.0.0.1:8080;")));
        QVERIFY(policy.contains(QLatin1String("frame-src http://127.0.0.1:8080;")));
        QVERIFY(!policy.contains(QLatin1Char('*')));
        QVERIFY(!policy.contains(QLatin1String("unsafe-eval")));
        QCOMPARE(page.frameOrigins(), QList<QUrl>{QUrl(QStringLiteral("http://127.0.0.1:8080"))});
    }

    // A script from one host of the service may open frames from another.
    void knowsTheServicesOtherHosts()
    {
        const QStringList hosts{QStringLiteral("https://smartcaptcha.yandexcloud.net"),
                                QStringLiteral("https://smartcaptcha.cloud.yandex.ru"),
                                QStringLiteral("https://captcha-api.yandex.ru")};
        for (const SmartCaptchaService &service :
             {SmartCaptchaService::yandexCloudNet(), SmartCaptchaService::current()}) {
            SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
            options.setService(service);
            options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
            const CaptchaPage page =
                CaptchaPage::make(options, {}, CaptchaPage::Transport::WindowMessage, service.baseUrls());
            const QString policy =
                page.html().section(QStringLiteral("frame-src "), 1).section(QLatin1Char(';'), 0, 0);
            QCOMPARE(page.frameOrigins().size(), 3);
            for (const QString &host : hosts) {
                QVERIFY(page.frameOrigins().contains(QUrl(host)));
                QVERIFY2(policy.split(QLatin1Char(' ')).contains(host), qPrintable(policy));
            }
        }
    }

    void servicePage()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_a+b&c"));
        options.setMode(Mode::Invisible);
        options.setLanguage(QStringLiteral("en"));
        options.setTestMode(true);
        const CaptchaPage page = make(options);
        QVERIFY(page.html().isEmpty());
        QVERIFY(!page.documentScript().isEmpty());
        QCOMPARE(page.url().adjusted(QUrl::RemoveQuery),
                 QUrl(QStringLiteral("https://smartcaptcha.cloud.yandex.ru/webview")));
        const QUrlQuery query(page.url());
        QCOMPARE(query.queryItemValue(QStringLiteral("sitekey"), QUrl::FullyDecoded),
                 QStringLiteral("ysc1_a+b&c"));
        QVERIFY(page.url().toEncoded().contains("ysc1_a%2Bb%26c"));
        QCOMPARE(query.queryItemValue(QStringLiteral("invisible")), QStringLiteral("true"));
        QCOMPARE(query.queryItemValue(QStringLiteral("test")), QStringLiteral("true"));
        QCOMPARE(query.queryItemValue(QStringLiteral("hideShield")), QStringLiteral("false"));
        QVERIFY(!query.hasQueryItem(QStringLiteral("webview")));
        QVERIFY(!config(page.documentScript()).value(QLatin1String("own")).toBool());
    }

    void customPageKeepsItsOwnParameters()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_abc"));
        options.setPageSource(PageSource::CustomPage);
        options.setPageUrl(QUrl(QStringLiteral("https://shop.example/captcha?hl=tt&x=1")));
        const CaptchaPage page = make(options);
        const QUrlQuery query(page.url());
        QCOMPARE(query.queryItemValue(QStringLiteral("hl")), QStringLiteral("tt"));
        QCOMPARE(query.queryItemValue(QStringLiteral("x")), QStringLiteral("1"));
        QCOMPARE(query.queryItemValue(QStringLiteral("sitekey")), QStringLiteral("ysc1_abc"));
        QVERIFY(page.frameOrigins().contains(QUrl(QStringLiteral("https://shop.example"))));
    }

    void themeOfTheApplication()
    {
        PageAppearance dark;
        dark.dark = true;
        SmartCaptchaOptions options = ownPage();
        QCOMPARE(CaptchaPage::themeName(options, dark), QStringLiteral("dark"));
        QCOMPARE(CaptchaPage::themeName(options, {}), QStringLiteral("light"));
        options.setTheme(Theme::Light);
        QCOMPARE(CaptchaPage::themeName(options, dark), QStringLiteral("light"));
    }

    void everyPageHasItsOwnNonce()
    {
        QVERIFY(make(ownPage()).nonce() != make(ownPage()).nonce());
        QCOMPARE(make(ownPage()).nonce().size(), 32);
    }

    void queueTransport()
    {
        const CaptchaPage page = make(ownPage(), {}, CaptchaPage::Transport::Queue);
        QCOMPARE(config(page.html()).value(QLatin1String("transport")).toString(), QStringLiteral("queue"));
    }

    void scriptsFollowTheAddressThatAnswered()
    {
        SmartCaptchaOptions options = ownPage();
        const QList<QUrl> all = options.service().baseUrls();
        ReachableAddress::remember(all, all.last());
        const QJsonArray scripts = config(make(options).html()).value(QLatin1String("scripts")).toArray();
        QCOMPARE(scripts.first().toString(),
                 QStringLiteral("https://smartcaptcha.yandexcloud.net/captcha.js"));
        QCOMPARE(scripts.size(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_captchapage)
#include "tst_captchapage.moc"
