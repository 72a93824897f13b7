// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qstring.h>

class SmartCaptchaEmulatorRequest;
class SmartCaptchaError;
class SmartCaptchaResult;
class SmartCaptchaToken;

/// What a tester reads about an event. The words of states, verdicts and errors are those of the SDK and of
/// scenarios, and an error's details are for developers: neither is translated.
namespace Qa::EventText {

[[nodiscard]] QString state(SmartCaptcha::State state);
[[nodiscard]] QString challengeShown();
[[nodiscard]] QString challengeHidden();
[[nodiscard]] QString tokenReceived(const SmartCaptchaToken &token);
[[nodiscard]] QString tokenExpired();
[[nodiscard]] QString cancelled();
[[nodiscard]] QString failed(const SmartCaptchaError &error);
[[nodiscard]] QString verified(const SmartCaptchaResult &result);

/// A request that has reached the emulator, with its answer. In no language.
[[nodiscard]] QString request(const SmartCaptchaEmulatorRequest &request);

/// The emulator has got this scenario.
[[nodiscard]] QString emulatorScenario(const QString &name);
/// The service can be reached again, or no longer.
[[nodiscard]] QString serviceReachable(bool reachable);

} // namespace Qa::EventText
