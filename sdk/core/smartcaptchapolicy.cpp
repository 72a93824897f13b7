// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchapolicy.h"

#include "core/verify/hostname.h"
#include "foundation/redaction.h"

#include <QtCore/qdebug.h>
#include <QtCore/qmetaobject.h>

#include <algorithm>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

class SmartCaptchaPolicyPrivate : public QSharedData {
public:
    /// One bit for each accepted cause.
    quint32 accepted = 0;
    QStringList allowedHosts;
};

namespace {

constexpr quint32 bit(Error error)
{
    return 1U << static_cast<quint32>(error);
}

constexpr quint32 couldNotAsk = bit(Error::Timeout) | bit(Error::Network) | bit(Error::Tls)
    | bit(Error::HttpStatus) | bit(Error::BadReply);
constexpr quint32 open = couldNotAsk | bit(Error::HostEmpty) | bit(Error::HostNotAllowed);

} // namespace

SmartCaptchaPolicy::SmartCaptchaPolicy()
    : d(new SmartCaptchaPolicyPrivate)
{
    d->accepted = couldNotAsk | bit(Error::HostEmpty);
}

SmartCaptchaPolicy::SmartCaptchaPolicy(const SmartCaptchaPolicy &) = default;
SmartCaptchaPolicy::SmartCaptchaPolicy(SmartCaptchaPolicy &&) noexcept = default;
SmartCaptchaPolicy &SmartCaptchaPolicy::operator=(const SmartCaptchaPolicy &) = default;
SmartCaptchaPolicy &SmartCaptchaPolicy::operator=(SmartCaptchaPolicy &&) noexcept = default;
SmartCaptchaPolicy::~SmartCaptchaPolicy() = default;

SmartCaptchaPolicy SmartCaptchaPolicy::serviceAdvice()
{
    return SmartCaptchaPolicy();
}

SmartCaptchaPolicy SmartCaptchaPolicy::strict()
{
    SmartCaptchaPolicy policy;
    policy.d->accepted = 0;
    return policy;
}

bool SmartCaptchaPolicy::setAccepted(Error error, bool accepted)
{
    if (!(open & bit(error)))
        return false;
    if (accepted)
        d->accepted |= bit(error);
    else
        d->accepted &= ~bit(error);
    return true;
}

bool SmartCaptchaPolicy::isAccepted(Error error) const
{
    return d->accepted & bit(error);
}

bool SmartCaptchaPolicy::accepts(const SmartCaptchaResult &result) const
{
    if (result.verdict() == Verdict::Robot)
        return false;
    if (result.error() != Error::NoError)
        return isAccepted(result.error());
    return result.verdict() == Verdict::Human
        && (isHostAllowed(result.host()) || isAccepted(Error::HostNotAllowed));
}

QStringList SmartCaptchaPolicy::allowedHosts() const
{
    return d->allowedHosts;
}

void SmartCaptchaPolicy::setAllowedHosts(const QStringList &hosts)
{
    d->allowedHosts = hosts;
}

bool SmartCaptchaPolicy::isHostAllowed(const QString &host) const
{
    return d->allowedHosts.isEmpty()
        || std::any_of(d->allowedHosts.cbegin(), d->allowedHosts.cend(),
                       [&host](const QString &allowed) { return isSameHost(host, allowed); });
}

bool SmartCaptchaPolicy::equals(const SmartCaptchaPolicy &other) const
{
    return d->accepted == other.d->accepted && d->allowedHosts == other.d->allowedHosts;
}

QDebug operator<<(QDebug debug, const SmartCaptchaPolicy &policy)
{
    const QDebugStateSaver saver(debug);
    const auto causes = QMetaEnum::fromType<Error>();
    QStringList accepted;
    for (int i = 0; i < causes.keyCount(); ++i) {
        if (policy.isAccepted(Error(causes.value(i))))
            accepted << QLatin1String(causes.key(i));
    }
    const auto list = [](const QStringList &entries, const char *none) {
        return entries.isEmpty() ? QString::fromLatin1(none) : entries.join(QLatin1String(", "));
    };
    debug.nospace().noquote() << "SmartCaptchaPolicy(accepted: " << list(accepted, "none")
                              << "; hosts: " << redacted(list(policy.allowedHosts(), "any")) << ')';
    return debug;
}
