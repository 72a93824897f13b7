// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchapage.h"

#include "foundation/knownservice.h"
#include "foundation/randomtext.h"
#include "foundation/secureurl.h"
#include "pagemessage.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qurlquery.h>

namespace SmartCaptcha::Internal {

namespace {

using Mode = SmartCaptchaOptions::Mode;
using PageSource = SmartCaptchaOptions::PageSource;
using ShieldPosition = SmartCaptchaOptions::ShieldPosition;

// How many messages may wait for the host; a page sends a handful while it loads.
constexpr int maximumWaiting = 64;

QString resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is missing from the libraries", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

// JSON that is safe in a script element of an HTML page, whatever the strings in it are.
QString scriptJson(const QJsonObject &object)
{
    QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    json.replace(QLatin1Char('<'), QLatin1String("\\u003c"));
    json.replace(QLatin1Char('>'), QLatin1String("\\u003e"));
    json.replace(QLatin1Char('&'), QLatin1String("\\u0026"));
    json.replace(QChar(0x2028), QLatin1String("\\u2028"));
    json.replace(QChar(0x2029), QLatin1String("\\u2029"));
    return json;
}

QString shieldName(ShieldPosition position)
{
    switch (position) {
    case ShieldPosition::TopLeft:
        return QStringLiteral("top-left");
    case ShieldPosition::CenterLeft:
        return QStringLiteral("center-left");
    case ShieldPosition::BottomLeft:
        return QStringLiteral("bottom-left");
    case ShieldPosition::TopRight:
        return QStringLiteral("top-right");
    case ShieldPosition::CenterRight:
        return QStringLiteral("center-right");
    case ShieldPosition::BottomRight:
        break;
    }
    return QStringLiteral("bottom-right");
}

QJsonObject renderParameters(const SmartCaptchaOptions &options, const PageAppearance &appearance)
{
    QJsonObject parameters{
        {QStringLiteral("sitekey"), options.siteKey()},
        {QStringLiteral("hl"), options.effectiveLanguage()},
        {QStringLiteral("theme"), CaptchaPage::themeName(options, appearance)},
        // The page lives in an application's web view, whoever serves it.
        {QStringLiteral("webview"), true},
    };
    if (options.isTestMode())
        parameters.insert(QStringLiteral("test"), true);
    if (options.mode() == Mode::Invisible) {
        parameters.insert(QStringLiteral("invisible"), true);
        parameters.insert(QStringLiteral("shieldPosition"), shieldName(options.shieldPosition()));
        parameters.insert(QStringLiteral("hideShield"), options.isShieldHidden());
    }
    const QVariantMap metadata = options.metadata();
    if (!metadata.isEmpty()) {
        // As strings, which is all that the service's documentation shows.
        QJsonObject texts;
        for (auto it = metadata.cbegin(); it != metadata.cend(); ++it)
            texts.insert(it.key(), it.value().toString());
        parameters.insert(QStringLiteral("metadata"), texts);
    }
    return parameters;
}

// The ready page copies its query into the parameters of render(). Parameters that the address already has
// are kept.
QUrl withQuery(QUrl url, const QJsonObject &parameters)
{
    QUrlQuery query(url);
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        // The ready page sets "webview" itself, and an object does not fit into a query.
        if (it.key() == QLatin1String("webview") || it.value().isObject() || query.hasQueryItem(it.key()))
            continue;
        const QString value =
            it.value().isBool() ? QVariant(it.value().toBool()).toString() : it.value().toString();
        query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    url.setQuery(query);
    return url;
}

// With @p toItself the page may send requests to whoever serves it.
QString contentPolicy(const QList<QUrl> &origins, const QString &nonce, bool toItself)
{
    QStringList names;
    for (const QUrl &origin : origins)
        names << SecureUrl::origin(origin);
    const QString service = names.join(QLatin1Char(' '));
    return QStringLiteral("default-src 'none'; script-src 'nonce-%1' %2; frame-src %2; connect-src %3%2; "
                          "object-src %2; img-src %2 data:; font-src %2; style-src 'unsafe-inline' %2; "
                          "base-uri 'none'; form-action 'none'")
        .arg(nonce, service, toItself ? QStringLiteral("'self' ") : QString());
}

// A page of the resources with %NAME% replaced. One pass, so that nothing in the inserted text is replaced.
QString filledIn(const QString &name, const QHash<QString, QString> &values)
{
    const QString frame = resource(QStringLiteral(":/smartcaptcha/page/") + name);
    static const QRegularExpression field(QStringLiteral("%([A-Z]+)%"));
    QString text;
    qsizetype last = 0;
    for (auto it = field.globalMatch(frame); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += QStringView(frame).mid(last, match.capturedStart() - last);
        text += values.value(match.captured(1));
        last = match.capturedEnd();
    }
    text += QStringView(frame).mid(last);
    return text;
}

} // namespace

CaptchaPage CaptchaPage::make(const SmartCaptchaOptions &options, const PageAppearance &appearance,
                              Transport transport, const QList<QUrl> &addresses)
{
    CaptchaPage page;
    page.m_nonce = QString::fromLatin1(randomName());
    page.m_addresses = addresses;
    page.m_frameOrigins = KnownService::originsOf(addresses);

    const bool inBrowser = transport == Transport::Browser;
    PageSource source = options.effectivePageSource();
    if (inBrowser && source == PageSource::ServicePage)
        source = PageSource::OwnPage;
    const bool own = source == PageSource::OwnPage;
    QJsonObject parameters = renderParameters(options, appearance);
    if (inBrowser)
        parameters.remove(QStringLiteral("webview"));

    QJsonArray origins;
    for (const QUrl &origin : std::as_const(page.m_frameOrigins))
        origins << origin.toString(QUrl::FullyEncoded);
    QJsonArray scripts;
    for (const QUrl &base : addresses)
        scripts << SmartCaptchaService(base).scriptUrl().toString(QUrl::FullyEncoded);
    QJsonObject config{
        {QStringLiteral("nonce"), page.m_nonce},
        {QStringLiteral("transport"),
         transport == Transport::Queue ? QStringLiteral("queue") : QStringLiteral("message")},
        {QStringLiteral("own"), own},
        {QStringLiteral("service"), source == PageSource::ServicePage},
        {QStringLiteral("invisible"), options.mode() == Mode::Invisible},
        {QStringLiteral("origins"), origins},
        // One more than allowed, so that a token that is too long is noticed.
        {QStringLiteral("tokenLimit"), int(PageMessage::MaximumTokenLength) + 1},
    };
    if (own) {
        config.insert(QStringLiteral("scripts"), scripts);
        config.insert(QStringLiteral("parameters"), parameters);
    }
    const QString bridge = resource(QStringLiteral(":/smartcaptcha/page/bridge.js")).trimmed();
    if (!own) {
        if (!inBrowser)
            page.m_documentScript = QStringLiteral("%1(%2);").arg(bridge, scriptJson(config));
        page.m_url =
            withQuery(source == PageSource::CustomPage ? options.pageUrl()
                                                       : SmartCaptchaService(addresses.first()).webviewUrl(),
                      parameters);
        if (source == PageSource::CustomPage)
            page.m_frameOrigins << QUrl(SecureUrl::origin(options.pageUrl()));
        return page;
    }

    page.m_url = inBrowser ? QUrl(QStringLiteral("http://127.0.0.1/"))
                           : QUrl(SecureUrl::origin(options.pageOrigin()) + QLatin1Char('/'));
    static const QRegularExpression color(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    const QString background =
        color.match(appearance.background).hasMatch() ? appearance.background : QStringLiteral("#ffffff");
    const QString height = options.mode() == Mode::Standard ? QStringLiteral("100px") : QStringLiteral("0");
    QHash<QString, QString> values{
        {QStringLiteral("LANGUAGE"), options.effectiveLanguage()},
        {QStringLiteral("BACKGROUND"), background},
        {QStringLiteral("THEME"), themeName(options, appearance)},
        {QStringLiteral("POLICY"), contentPolicy(page.m_frameOrigins, page.m_nonce, inBrowser)},
        {QStringLiteral("HEIGHT"), height},
        {QStringLiteral("NONCE"), page.m_nonce},
    };
    if (!inBrowser) {
        values.insert(QStringLiteral("SCRIPT"), QStringLiteral("%1(%2);").arg(bridge, scriptJson(config)));
        page.m_html = filledIn(QStringLiteral("page.html"), values);
        return page;
    }
    const QJsonObject texts{
        {QStringLiteral("passed"), textOf(Notice::Passed)},
        {QStringLiteral("over"), textOf(Notice::Over)},
        {QStringLiteral("lost"),
         tr("The connection to the application is lost. If it still waits, load this page again.")},
        {QStringLiteral("replaced"),
         tr("The check goes on in another tab of this browser. You can close this one.")},
    };
    values.insert(QStringLiteral("SCRIPT"),
                  QStringLiteral("%1(%2, %3, %4);")
                      .arg(resource(QStringLiteral(":/smartcaptcha/page/browser.js")).trimmed(), bridge,
                           scriptJson(config), scriptJson(texts)));
    // The texts are in the application's language, which need not be the captcha's.
    values.insert(QStringLiteral("LANGUAGE"), languageOfTexts());
    values.insert(QStringLiteral("TITLE"), title().toHtmlEscaped());
    values.insert(QStringLiteral("REASON"), reason().toHtmlEscaped());
    values.insert(QStringLiteral("NOSCRIPT"), tr("This page needs JavaScript.").toHtmlEscaped());
    page.m_html = filledIn(QStringLiteral("browser.html"), values);
    return page;
}

QString CaptchaPage::noticePage(Notice notice)
{
    return filledIn(QStringLiteral("notice.html"),
                    {{QStringLiteral("LANGUAGE"), languageOfTexts()},
                     {QStringLiteral("TITLE"), title().toHtmlEscaped()},
                     {QStringLiteral("STATE"),
                      notice == Notice::Passed ? QStringLiteral("passed") : QStringLiteral("over")},
                     {QStringLiteral("TEXT"), textOf(notice).toHtmlEscaped()}});
}

QString CaptchaPage::title()
{
    return tr("Confirm that you are not a robot");
}

QString CaptchaPage::reason()
{
    const QString name = QCoreApplication::applicationName();
    return name.isEmpty()
        ? tr("An application on this computer has opened this page and waits for the check.")
        : tr("%1 has opened this page and waits for the check.").arg(name);
}

QString CaptchaPage::textOf(Notice notice)
{
    switch (notice) {
    case Notice::Passed:
        return tr("Thank you. You can close this page and go back to the application.");
    case Notice::Over:
        return tr("The application no longer waits for this check. You can close this page.");
    case Notice::Taken:
        break;
    }
    return tr(
        "Another browser has this check. To go on in this one, copy the address from the application again, "
        "or start over there.");
}

QString CaptchaPage::languageOfTexts()
{
    return tr("en", "The code of the language into which these texts are translated, such as ru");
}

QString CaptchaPage::commandScript(const QJsonObject &command)
{
    return QStringLiteral("if (window.smartCaptchaBridge) window.smartCaptchaBridge.command(%1);")
        .arg(scriptJson(command));
}

QString CaptchaPage::drainScript()
{
    // The page's scripts may have replaced any of these functions, but not what a text and its length are.
    return QStringLiteral("(function (text) {"
                          " return typeof text === 'string' && text.length <= %2 ? text : ''; })("
                          "Array.isArray(window.smartCaptchaQueue)"
                          " ? JSON.stringify(window.smartCaptchaQueue.splice(0, %1)) : '')")
        .arg(MaximumDrained)
        .arg(MaximumDrainedLength);
}

QString CaptchaPage::relayScript()
{
    return QStringLiteral("%1\n%2({maximumLength: %3, maximumWaiting: %4});")
        .arg(resource(QStringLiteral(":/qtwebchannel/qwebchannel.js")),
             resource(QStringLiteral(":/smartcaptcha/page/relay.js")).trimmed())
        .arg(PageMessage::MaximumLength)
        .arg(maximumWaiting);
}

QString CaptchaPage::takeMessagesScript()
{
    return QStringLiteral("smartCaptchaTakeMessages()");
}

QString CaptchaPage::confinementScript(bool isolated)
{
    return QStringLiteral("%1(%2, '%3');")
        .arg(resource(QStringLiteral(":/smartcaptcha/page/confinement.js")).trimmed(),
             QVariant(isolated).toString(), documentRefusal());
}

QString CaptchaPage::documentRefusal()
{
    return QStringLiteral("The page is written in XHTML or SVG; only HTML is shown");
}

QString CaptchaPage::themeName(const SmartCaptchaOptions &options, const PageAppearance &appearance)
{
    const bool dark = options.theme() == SmartCaptchaOptions::Theme::Auto
        ? appearance.dark
        : options.theme() == SmartCaptchaOptions::Theme::Dark;
    return dark ? QStringLiteral("dark") : QStringLiteral("light");
}

} // namespace SmartCaptcha::Internal
