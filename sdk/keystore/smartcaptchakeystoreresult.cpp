// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchakeystoreresult.h"

#include <QtCore/qdebug.h>

class SmartCaptchaKeyStoreResultPrivate : public QSharedData {
public:
    SmartCaptchaKeyStoreResult::Status status = SmartCaptchaKeyStoreResult::Status::Failed;
    SmartCaptchaServerKey key;
    QString details;
};

SmartCaptchaKeyStoreResult::SmartCaptchaKeyStoreResult()
    : d(new SmartCaptchaKeyStoreResultPrivate)
{
}

SmartCaptchaKeyStoreResult::SmartCaptchaKeyStoreResult(Status status, const QString &details)
    : SmartCaptchaKeyStoreResult()
{
    d->status = status;
    d->details = details;
}

SmartCaptchaKeyStoreResult::SmartCaptchaKeyStoreResult(const SmartCaptchaServerKey &key)
    : SmartCaptchaKeyStoreResult(Status::Ok)
{
    d->key = key;
}

SmartCaptchaKeyStoreResult::SmartCaptchaKeyStoreResult(const SmartCaptchaKeyStoreResult &) = default;
SmartCaptchaKeyStoreResult::SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult &&) noexcept = default;
SmartCaptchaKeyStoreResult &
SmartCaptchaKeyStoreResult::operator=(const SmartCaptchaKeyStoreResult &) = default;
SmartCaptchaKeyStoreResult &
SmartCaptchaKeyStoreResult::operator=(SmartCaptchaKeyStoreResult &&) noexcept = default;
SmartCaptchaKeyStoreResult::~SmartCaptchaKeyStoreResult() = default;

SmartCaptchaKeyStoreResult::Status SmartCaptchaKeyStoreResult::status() const
{
    return d->status;
}

bool SmartCaptchaKeyStoreResult::isOk() const
{
    return d->status == Status::Ok;
}

SmartCaptchaServerKey SmartCaptchaKeyStoreResult::key() const
{
    return d->key;
}

QString SmartCaptchaKeyStoreResult::details() const
{
    return d->details;
}

QString SmartCaptchaKeyStoreResult::userMessage() const
{
    switch (d->status) {
    case Status::Ok:
        return {};
    case Status::NotFound:
        return tr("The keychain contains no key with this name.");
    case Status::Denied:
        return tr("The keychain is locked, or access to it was refused. Unlock it and try again.");
    case Status::Unavailable:
        return tr("No keychain is available on this computer at the moment.");
    case Status::Timeout:
        return tr("The keychain is not responding. It may be waiting to be unlocked.");
    case Status::Failed:
        return tr("The keychain reported an error.");
    }
    return {};
}

bool operator==(const SmartCaptchaKeyStoreResult &a, const SmartCaptchaKeyStoreResult &b)
{
    return a.d->status == b.d->status && a.d->key == b.d->key && a.d->details == b.d->details;
}

QDebug operator<<(QDebug debug, const SmartCaptchaKeyStoreResult &result)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "SmartCaptchaKeyStoreResult(" << result.status() << ", " << result.details()
                              << ')';
    return debug;
}
