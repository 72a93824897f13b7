// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaservice.h"

#include "core/service/reachableaddress.h"
#include "foundation/knownservice.h"
#include "foundation/redaction.h"
#include "foundation/secureurl.h"

#include <QtCore/qdebug.h>

#include <algorithm>

using namespace SmartCaptcha::Internal;

class SmartCaptchaServicePrivate : public QSharedData {
public:
    QList<QUrl> baseUrls;
};

namespace {

QUrl normalized(const QUrl &url)
{
    QUrl base = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    // QUrl::StripTrailingSlash keeps a path that is only a slash, but https://host/ is the same as
    // https://host.
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    base.setPath(path, QUrl::StrictMode);
    return base;
}

QUrl below(QUrl base, QLatin1String path)
{
    base.setPath(base.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    return base;
}

} // namespace

SmartCaptchaService::SmartCaptchaService()
    : SmartCaptchaService(QList<QUrl>{KnownService::cloudYandexRu(), KnownService::yandexCloudNet()})
{
}

SmartCaptchaService::SmartCaptchaService(const QUrl &baseUrl)
    : SmartCaptchaService(QList<QUrl>{baseUrl})
{
}

SmartCaptchaService::SmartCaptchaService(const QList<QUrl> &baseUrls)
    : d(new SmartCaptchaServicePrivate)
{
    for (const QUrl &url : baseUrls) {
        const QUrl base = normalized(url);
        if (!d->baseUrls.contains(base))
            d->baseUrls.append(base);
    }
}

SmartCaptchaService::SmartCaptchaService(const SmartCaptchaService &) = default;
SmartCaptchaService::SmartCaptchaService(SmartCaptchaService &&) noexcept = default;
SmartCaptchaService &SmartCaptchaService::operator=(const SmartCaptchaService &) = default;
SmartCaptchaService &SmartCaptchaService::operator=(SmartCaptchaService &&) noexcept = default;
SmartCaptchaService::~SmartCaptchaService() = default;

SmartCaptchaService SmartCaptchaService::current()
{
    return SmartCaptchaService();
}

SmartCaptchaService SmartCaptchaService::yandexCloudNet()
{
    return SmartCaptchaService(KnownService::yandexCloudNet());
}

QList<QUrl> SmartCaptchaService::baseUrls() const
{
    return d->baseUrls;
}

bool SmartCaptchaService::isValid() const
{
    return !d->baseUrls.isEmpty()
        && std::all_of(d->baseUrls.cbegin(), d->baseUrls.cend(), SecureUrl::isUsable);
}

QUrl SmartCaptchaService::baseUrl() const
{
    return d->baseUrls.value(ReachableAddress::indexFor(d->baseUrls));
}

QList<QUrl> SmartCaptchaService::baseUrlsToTry() const
{
    return ReachableAddress::inOrder(d->baseUrls);
}

void SmartCaptchaService::noteReachable(const QUrl &baseUrl) const
{
    ReachableAddress::remember(d->baseUrls, baseUrl);
}

QUrl SmartCaptchaService::scriptUrl() const
{
    return below(baseUrl(), QLatin1String("/captcha.js"));
}

QUrl SmartCaptchaService::validateUrl() const
{
    return below(baseUrl(), QLatin1String("/validate"));
}

QUrl SmartCaptchaService::webviewUrl() const
{
    return below(baseUrl(), QLatin1String("/webview"));
}

size_t qHash(const SmartCaptchaService &service, size_t seed) noexcept
{
    return qHash(service.d->baseUrls, seed);
}

QDebug operator<<(QDebug debug, const SmartCaptchaService &service)
{
    const QDebugStateSaver saver(debug);
    QStringList addresses;
    for (const QUrl &url : service.baseUrls())
        addresses << redacted(url.toString());
    debug.nospace().noquote() << "SmartCaptchaService(" << addresses.join(QLatin1String(", ")) << ')';
    return debug;
}
