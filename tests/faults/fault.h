// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "attacks/scene.h"
#include "faultysite.h"

#include <functional>

/// How far a captcha gets before something goes wrong.
enum class Moment {
    Start, ///< Nothing has been loaded.
    Opening, ///< The application's own page has been asked for.
    Loading, ///< The page is there and waits for the service's script.
    Ready,
    Checking, ///< The widget has asked the service for a token.
    Challenge, ///< A challenge is open.
    Solved, ///< There is a token.
    Verifying, ///< The verifier has asked, and the answer is on its way.
};

/**
 * How an attempt ends, by column of the table: the code of the error, "token", "cancelled", "expired", or
 * "none" if nothing is said; for a verifier the error, or the verdict if there is one. Empty where the fault
 * does not apply.
 */
struct Outcomes {
    QByteArray widget = {};
    QByteArray webEngine = {};
    QByteArray webView = {};
    QByteArray verifier = {};
};

/// The same in every host.
[[nodiscard]] inline Outcomes inHosts(const QByteArray &outcome)
{
    return {outcome, outcome, outcome, {}};
}

/// Something that goes wrong at a step from page load to verdict, and how the attempt has to end.
struct Fault {
    /// For the table; together unique.
    QByteArray step;
    QByteArray name;
    Outcomes outcomes;
    Moment moment = Moment::Start;
    /// What goes wrong at that moment: with the site, with the whole program, with the captcha.
    std::function<void(FaultySite &)> spoil = {};
    std::function<void()> happen = {};
    std::function<void(Scene &)> act = {};
    /// The application deletes the captcha or the verifier.
    bool deletes = false;
    /// The way on is the button Retry, not the application's load().
    bool isRetried = false;
    /// The captcha is in a page of the application's own, not in the SDK's.
    bool inCustomPage = false;
    /// Some of each kind, which take less than a minute together.
    bool isFast = false;
};

/// By what causes them.
[[nodiscard]] QList<Fault> faultsOfNetwork();
[[nodiscard]] QList<Fault> faultsOfContent();
[[nodiscard]] QList<Fault> faultsOfProcesses();
[[nodiscard]] QList<Fault> faultsOfWindows();
[[nodiscard]] QList<Fault> faultsOfPrograms();
