// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "eventtext.h"

#include "scenario/vocabulary.h"

#include <SmartCaptcha/SmartCaptchaEmulatorRequest>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qcoreapplication.h>

namespace Qa::EventText {

using Vocabulary::wordFor;

namespace {

class Tr {
    Q_DECLARE_TR_FUNCTIONS(Qa::EventText)
};

} // namespace

QString state(SmartCaptcha::State state)
{
    return Tr::tr("State: %1").arg(wordFor(state));
}

QString challengeShown()
{
    return Tr::tr("A challenge is shown");
}

QString challengeHidden()
{
    return Tr::tr("The challenge is closed");
}

QString tokenReceived(const SmartCaptchaToken &token)
{
    return Tr::tr("A token of %n character(s)", nullptr, int(token.value().size()));
}

QString tokenExpired()
{
    return Tr::tr("The token has expired");
}

QString cancelled()
{
    return Tr::tr("The attempt was cancelled");
}

QString failed(const SmartCaptchaError &error)
{
    return Tr::tr("Error %1: %2").arg(wordFor(error.code()), error.details());
}

QString verified(const SmartCaptchaResult &result)
{
    const QString accepted = result.isAccepted() ? Tr::tr("accepted") : Tr::tr("not accepted");
    return Tr::tr("Verdict %1, %2, cause %3, status %4, after %5 ms")
        .arg(wordFor(result.verdict()), accepted, wordFor(result.error()))
        .arg(result.httpStatus())
        .arg(result.elapsed());
}

QString request(const SmartCaptchaEmulatorRequest &request)
{
    return QStringLiteral("%1 %2 \u2192 %3").arg(request.method(), request.path()).arg(request.status());
}

QString emulatorScenario(const QString &name)
{
    return Tr::tr("The emulator has the scenario %1 now").arg(name);
}

QString serviceReachable(bool reachable)
{
    return reachable ? Tr::tr("The service can be reached again") : Tr::tr("The service is gone");
}

} // namespace Qa::EventText
