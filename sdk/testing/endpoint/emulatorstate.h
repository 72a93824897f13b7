// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "issue/challengestore.h"
#include "issue/emulatorclock.h"
#include "issue/tokenstore.h"
#include "person/personswish.h"
#include "smartcaptchaemulator.h"

#include <chrono>
#include <functional>
#include <optional>

namespace SmartCaptcha::Internal {

/// What all endpoints of one emulator share.
struct EmulatorState {
    using Scenario = SmartCaptchaEmulator::Scenario;

    EmulatorClock clock;
    TokenStore tokens{clock};
    ChallengeStore challenges;
    QString siteKey;
    SmartCaptchaServerKey serverKey;
    QStringList allowedSites;
    Scenario scenario = Scenario::Human;
    std::chrono::milliseconds delay{3000};

    int persons = 0; // that play in the widget's frames
    std::optional<PersonsWish> wish; // of one of them, until a frame fulfils it

    std::function<void(const QString &token)> tokenIssued;
    std::function<void(const Challenge &challenge)> challengeCreated;
};

} // namespace SmartCaptcha::Internal
