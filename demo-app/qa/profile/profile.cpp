// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profile.h"

#include "keypair.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/quuid.h>

namespace Qa {

using PageSource = SmartCaptchaOptions::PageSource;

namespace {

// The SDK decides what a valid origin is.
bool isUsableOrigin(const QUrl &origin)
{
    SmartCaptchaOptions options(QStringLiteral("any"));
    options.setPageOrigin(origin);
    return options.problems().isEmpty();
}

} // namespace

QString Profile::emulatorId()
{
    return QStringLiteral("emulator");
}

Profile Profile::builtIn()
{
    Profile profile;
    profile.id = emulatorId();
    profile.name = tr("Emulator");
    return profile;
}

Profile Profile::create(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.emulator = false;
    return profile;
}

void Profile::useEmulator(const SmartCaptchaEmulator &running)
{
    service = running.service();
    siteKey = running.siteKey();
    serverKey = running.serverKey();
    pageOrigin = running.pageOrigin();
    loadTimeout = 0;
    verifyTimeout = 0;
    allowedHosts.clear();
}

void Profile::applyTo(SmartCaptchaOptions *options) const
{
    options->setSiteKey(siteKey);
    options->setService(service);
    options->setPageOrigin(pageOrigin);
    options->setLoadTimeout(qMax(options->loadTimeout(), loadTimeout));
}

void Profile::applyTo(SmartCaptchaVerifier *verifier) const
{
    verifier->setService(service);
    verifier->setServerKey(serverKey);
    verifier->setTimeout(qMax(verifier->timeout(), verifyTimeout));
    SmartCaptchaPolicy policy = verifier->policy();
    if (policy.allowedHosts().isEmpty())
        policy.setAllowedHosts(allowedHosts);
    verifier->setPolicy(policy);
}

QStringList Profile::problems(PageSource page) const
{
    if (emulator)
        return {};
    QStringList found;
    if (!service.isValid())
        found << tr(
            "The service address is invalid: it must begin with https://, or with http:// on this computer.");
    const KeyPair pair(siteKey, serverKey);
    if (pair.state() != KeyPair::State::Together)
        found << pair.inWords();
    if (!pageOrigin.isEmpty() && !isUsableOrigin(pageOrigin))
        found << tr(
            "The page origin is invalid: it must be the address of a site, such as https://shop.example.");
    else if (pageOrigin.isEmpty() && page == PageSource::OwnPage)
        found << tr(
            "The page origin is missing. The SDK\u2019s page needs one: a site allowed for the site key.");
    return found;
}

bool operator==(const Profile &a, const Profile &b)
{
    return a.id == b.id && a.name == b.name && a.emulator == b.emulator && a.service == b.service
        && a.siteKey == b.siteKey && a.serverKey == b.serverKey && a.pageOrigin == b.pageOrigin
        && a.loadTimeout == b.loadTimeout && a.verifyTimeout == b.verifyTimeout
        && a.allowedHosts == b.allowedHosts;
}

} // namespace Qa
