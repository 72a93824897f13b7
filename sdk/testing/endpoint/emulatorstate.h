// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "issue/challengestore.h"
#include "issue/emulatorclock.h"
#include "issue/tokenstore.h"
#include "person/player.h"
#include "smartcaptchaemulator.h"

#include <QtCore/qlist.h>

#include <chrono>
#include <functional>

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

    QList<Player *> players; // in the widget's frames

    std::function<void(const QString &token)> tokenIssued;
    std::function<void(const Challenge &challenge)> challengeCreated;
};

} // namespace SmartCaptcha::Internal
