// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaoptions.h"

#include "foundation/keyform.h"
#include "foundation/milliseconds.h"
#include "foundation/redaction.h"
#include "foundation/secureurl.h"

#include <QtCore/qdebug.h>
#include <QtCore/qlocale.h>
#include <QtCore/qnumeric.h>

#include <algorithm>

using namespace SmartCaptcha::Internal;

namespace {

/// Whether the page can pass it on as a string.
bool isSimple(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
    case QMetaType::Bool:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    case QMetaType::Float:
    case QMetaType::Double:
        return qIsFinite(value.toDouble());
    default:
        return false;
    }
}

} // namespace

class SmartCaptchaOptionsPrivate : public QSharedData {
public:
    QString siteKey;
    SmartCaptchaOptions::Mode mode = SmartCaptchaOptions::Mode::Standard;
    QString language;
    SmartCaptchaOptions::Theme theme = SmartCaptchaOptions::Theme::Auto;
    bool testMode = false;
    SmartCaptchaOptions::ShieldPosition shieldPosition = SmartCaptchaOptions::ShieldPosition::BottomRight;
    bool shieldHidden = false;
    QVariantMap metadata;
    SmartCaptchaService service;
    QUrl pageOrigin;
    SmartCaptchaOptions::PageSource pageSource = SmartCaptchaOptions::PageSource::Auto;
    QUrl pageUrl;
    int loadTimeout = SmartCaptchaOptions::DefaultLoadTimeout;
    int challengeTimeout = SmartCaptchaOptions::DefaultChallengeTimeout;
    int minimumChromium = 0;

    bool operator==(const SmartCaptchaOptionsPrivate &o) const
    {
        return siteKey == o.siteKey && mode == o.mode && language == o.language && theme == o.theme
            && testMode == o.testMode && shieldPosition == o.shieldPosition && shieldHidden == o.shieldHidden
            && metadata == o.metadata && service == o.service && pageOrigin == o.pageOrigin
            && pageSource == o.pageSource && pageUrl == o.pageUrl && loadTimeout == o.loadTimeout
            && challengeTimeout == o.challengeTimeout && minimumChromium == o.minimumChromium;
    }
};

SmartCaptchaOptions::SmartCaptchaOptions()
    : d(new SmartCaptchaOptionsPrivate)
{
}

SmartCaptchaOptions::SmartCaptchaOptions(const QString &siteKey)
    : SmartCaptchaOptions()
{
    setSiteKey(siteKey);
}

SmartCaptchaOptions::SmartCaptchaOptions(const SmartCaptchaOptions &) = default;
SmartCaptchaOptions::SmartCaptchaOptions(SmartCaptchaOptions &&) noexcept = default;
SmartCaptchaOptions &SmartCaptchaOptions::operator=(const SmartCaptchaOptions &) = default;
SmartCaptchaOptions &SmartCaptchaOptions::operator=(SmartCaptchaOptions &&) noexcept = default;
SmartCaptchaOptions::~SmartCaptchaOptions() = default;

QString SmartCaptchaOptions::siteKey() const
{
    return d->siteKey;
}

void SmartCaptchaOptions::setSiteKey(const QString &siteKey)
{
    d->siteKey = siteKey.trimmed();
}

SmartCaptchaOptions::Mode SmartCaptchaOptions::mode() const
{
    return d->mode;
}

void SmartCaptchaOptions::setMode(Mode mode)
{
    d->mode = mode;
}

QString SmartCaptchaOptions::language() const
{
    return d->language;
}

void SmartCaptchaOptions::setLanguage(const QString &language)
{
    d->language = language;
}

QStringList SmartCaptchaOptions::supportedLanguages()
{
    return {QStringLiteral("ru"), QStringLiteral("en"), QStringLiteral("be"), QStringLiteral("kk"),
            QStringLiteral("tt"), QStringLiteral("uk"), QStringLiteral("uz"), QStringLiteral("tr")};
}

QString SmartCaptchaOptions::effectiveLanguage() const
{
    if (!d->language.isEmpty())
        return d->language;
    const QString fromLocale = QLocale().name().section(QLatin1Char('_'), 0, 0);
    return supportedLanguages().contains(fromLocale) ? fromLocale : QStringLiteral("en");
}

SmartCaptchaOptions::Theme SmartCaptchaOptions::theme() const
{
    return d->theme;
}

void SmartCaptchaOptions::setTheme(Theme theme)
{
    d->theme = theme;
}

bool SmartCaptchaOptions::isTestMode() const
{
    return d->testMode;
}

void SmartCaptchaOptions::setTestMode(bool testMode)
{
    d->testMode = testMode;
}

SmartCaptchaOptions::ShieldPosition SmartCaptchaOptions::shieldPosition() const
{
    return d->shieldPosition;
}

void SmartCaptchaOptions::setShieldPosition(ShieldPosition position)
{
    d->shieldPosition = position;
}

bool SmartCaptchaOptions::isShieldHidden() const
{
    return d->shieldHidden;
}

void SmartCaptchaOptions::setShieldHidden(bool hidden)
{
    d->shieldHidden = hidden;
}

QVariantMap SmartCaptchaOptions::metadata() const
{
    return d->metadata;
}

void SmartCaptchaOptions::setMetadata(const QVariantMap &metadata)
{
    d->metadata = metadata;
}

SmartCaptchaService SmartCaptchaOptions::service() const
{
    return d->service;
}

void SmartCaptchaOptions::setService(const SmartCaptchaService &service)
{
    d->service = service;
}

QUrl SmartCaptchaOptions::pageOrigin() const
{
    return d->pageOrigin;
}

void SmartCaptchaOptions::setPageOrigin(const QUrl &origin)
{
    d->pageOrigin = origin;
}

SmartCaptchaOptions::PageSource SmartCaptchaOptions::pageSource() const
{
    return d->pageSource;
}

void SmartCaptchaOptions::setPageSource(PageSource source)
{
    d->pageSource = source;
}

SmartCaptchaOptions::PageSource SmartCaptchaOptions::effectivePageSource() const
{
    if (d->pageSource != PageSource::Auto)
        return d->pageSource;
    return d->pageOrigin.isEmpty() ? PageSource::ServicePage : PageSource::OwnPage;
}

QUrl SmartCaptchaOptions::pageUrl() const
{
    return d->pageUrl;
}

void SmartCaptchaOptions::setPageUrl(const QUrl &url)
{
    d->pageUrl = url;
}

int SmartCaptchaOptions::loadTimeout() const
{
    return d->loadTimeout;
}

std::chrono::milliseconds SmartCaptchaOptions::loadTimeoutAsDuration() const
{
    return std::chrono::milliseconds(d->loadTimeout);
}

void SmartCaptchaOptions::setLoadTimeout(std::chrono::milliseconds timeout)
{
    setLoadTimeout(wholeMilliseconds(timeout));
}

void SmartCaptchaOptions::setLoadTimeout(int milliseconds)
{
    d->loadTimeout = milliseconds;
}

int SmartCaptchaOptions::challengeTimeout() const
{
    return d->challengeTimeout;
}

std::chrono::milliseconds SmartCaptchaOptions::challengeTimeoutAsDuration() const
{
    return std::chrono::milliseconds(d->challengeTimeout);
}

void SmartCaptchaOptions::setChallengeTimeout(std::chrono::milliseconds timeout)
{
    setChallengeTimeout(wholeMilliseconds(timeout));
}

void SmartCaptchaOptions::setChallengeTimeout(int milliseconds)
{
    d->challengeTimeout = milliseconds;
}

int SmartCaptchaOptions::minimumChromium() const
{
    return d->minimumChromium;
}

void SmartCaptchaOptions::setMinimumChromium(int major)
{
    d->minimumChromium = major;
}

QStringList SmartCaptchaOptions::problems() const
{
    QStringList found;
    // The messages do not contain the key: it may be the secret one, entered by mistake.
    if (d->siteKey.isEmpty())
        found << QStringLiteral("There is no site key.");
    else if (d->siteKey.startsWith(KeyForm::serverPrefix))
        found << QStringLiteral(
            "The site key is a server key (ysc2_...). That one is secret and must not be in an "
            "application; use the client key (ysc1_...) of the same captcha.");
    else if (!KeyForm::isPossible(d->siteKey))
        found << QStringLiteral("The site key contains white space, quotes or other characters that no key "
                                "has, or is the placeholder of an example.");

    if (!d->language.isEmpty() && !supportedLanguages().contains(d->language)) {
        found << QStringLiteral("The service has no language \"%1\"; it has %2.")
                     .arg(d->language, supportedLanguages().join(QLatin1String(", ")));
    }

    qsizetype metadataLength = 0;
    for (auto it = d->metadata.cbegin(); it != d->metadata.cend(); ++it) {
        if (!isSimple(it.value()))
            found << QStringLiteral("The metadata \"%1\" is not a string, number or boolean.").arg(it.key());
        metadataLength += it.key().size() + it.value().toString().size();
    }
    if (metadataLength > MaximumMetadataLength) {
        found << QStringLiteral("The metadata has %1 characters; the service accepts at most %2.")
                     .arg(metadataLength)
                     .arg(MaximumMetadataLength);
    }

    if (!d->service.isValid())
        found << QStringLiteral(
            "The address of the service is not usable: it must be https, or http on this computer.");
    if (!d->pageOrigin.isEmpty() && !SecureUrl::isUsable(d->pageOrigin)) {
        found << QStringLiteral("The page origin is not usable: it must be the https address of a site, or "
                                "http on this computer, without a user name, for example "
                                "https://shop.example.");
    }
    switch (effectivePageSource()) {
    case PageSource::OwnPage:
        if (d->pageOrigin.isEmpty())
            found << QStringLiteral(
                "The SDK's own page needs a page origin, the site that the site key allows.");
        break;
    case PageSource::CustomPage:
        if (!SecureUrl::isUsable(d->pageUrl))
            found << QStringLiteral(
                "A custom page needs a page address without a user name: https, or http on this computer.");
        break;
    case PageSource::ServicePage:
    case PageSource::Auto:
        break;
    }
    if (d->loadTimeout <= 0 || d->challengeTimeout <= 0)
        found << QStringLiteral("A timeout must be above zero milliseconds.");
    if (d->minimumChromium < 0)
        found << QStringLiteral("The minimum version of Chromium must not be negative; 0 stands for any.");
    return found;
}

bool operator==(const SmartCaptchaOptions &a, const SmartCaptchaOptions &b)
{
    return a.d == b.d || *a.d == *b.d;
}

QDebug operator<<(QDebug debug, const SmartCaptchaOptions &options)
{
    const QDebugStateSaver saver(debug);
    const SmartCaptchaOptions usual;
    debug.nospace().noquote() << "SmartCaptchaOptions("
                              << (options.siteKey().isEmpty() ? QStringLiteral("no site key")
                                                              : KeyForm::masked(options.siteKey()));
    const auto note = [&debug](const char *name, const auto &value, const auto &usualValue) {
        if (!(value == usualValue))
            debug << ", " << name << ' ' << value;
    };
    const auto address = [](const QUrl &url) { return redacted(url.toString(QUrl::RemoveUserInfo)); };
    note("mode", options.mode(), usual.mode());
    note("language", redacted(options.language()), usual.language());
    note("theme", options.theme(), usual.theme());
    note("testMode", options.isTestMode(), usual.isTestMode());
    note("shieldPosition", options.shieldPosition(), usual.shieldPosition());
    note("shieldHidden", options.isShieldHidden(), usual.isShieldHidden());
    // The values may be personal data.
    note("metadata", redacted(QStringList(options.metadata().keys()).join(QLatin1Char(' '))), QString());
    note("service", options.service(), usual.service());
    note("pageOrigin", address(options.pageOrigin()), QString());
    note("pageSource", options.pageSource(), usual.pageSource());
    note("pageUrl", address(options.pageUrl()), QString());
    note("loadTimeout", options.loadTimeout(), usual.loadTimeout());
    note("challengeTimeout", options.challengeTimeout(), usual.challengeTimeout());
    note("minimumChromium", options.minimumChromium(), usual.minimumChromium());
    debug << ')';
    return debug;
}
