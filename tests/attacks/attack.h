// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "hostilesite.h"
#include "scene.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qpoint.h>

#include <functional>
#include <optional>

/// What a hostile page tries, and what it may bring about in spite of the SDK. Everything else that is seen
/// from outside of the SDK is a fault.
struct Attack {
    /// For a row of a test, unique.
    QByteArray name;
    /// The page's script, after that of HostileSite, and its markup.
    QByteArray script;
    QByteArray markup = {};
    SmartCaptchaOptions::Mode mode = SmartCaptchaOptions::Mode::Standard;
    QList<Host> hosts = {Host::Widget, Host::WebEngine, Host::WebView};
    /// Prepares the site.
    std::function<void(HostileSite &)> prepare = {};
    /// What the person does when the page has said done() or the captcha has ended; false if not all of it
    /// could be done, and it has to be tried again.
    std::function<bool(Scene &, HostileSite &)> act = {};
    /// The page comes by https, with a certificate that the engine trusts, from a server that asks for one of
    /// the person's.
    bool isSecure = false;
    /// How often the page says done(): once before act, and the other times when that has had its effect in
    /// the page.
    int dones = 1;
    /// The captcha may become ready although the page is silent.
    bool mayStayReady = false;
    /// The page never says done().
    bool isSilent = false;
    /// What the page has to have asked its site for, or the attack has not been carried out, and the row says
    /// nothing.
    QByteArrayList proof = {"/ran"};
    /// Challenges open in the place of the captcha.
    bool isInline = false;
    /// How long the effects are waited for, in milliseconds.
    int watch = 300;
    /// The deadline of the page, in milliseconds.
    int deadline = 5000;
    /// How much memory the program may need for it, in MB. When the captcha goes it has to give back all but
    /// the usual amount.
    int memory = 500;
    /// What the application hears.
    int tokens = 0;
    int challenges = 0;
    /// How often the page has to be fetched.
    int loads = 1;
    /// The outcome that there has to be; none if it does not matter.
    std::optional<SmartCaptchaError::Code> error = {};
    /// What no log may contain.
    QByteArrayList secrets = {};
    /// Links that may be opened in the person's browser.
    QStringList links = {};
    /// The captcha has to be ready at the end.
    bool staysReady = false;
    /// Where the engine does not have what the script uses, the row is skipped.
    bool isSkippedIfMissing = false;
    /// The page's processes have to be idle at the end, as those of a captcha that has failed always have to
    /// be.
    bool isQuiet = false;
};

/// Where in a page the mouse is when the person presses in it.
inline constexpr QPoint underTheMouse(150, 60);

/// What the person does in several attacks, see Attack::act.
///@{
inline bool press(Scene &scene, HostileSite &)
{
    scene.press(underTheMouse);
    return true;
}

inline bool loadAgain(Scene &scene, HostileSite &)
{
    scene.reload();
    return true;
}
///@}

/// The attacks, by their kind: those that a version of the SDK did not withstand.
[[nodiscard]] QList<Attack> attacksToForge();
[[nodiscard]] QList<Attack> attacksToEscape();
[[nodiscard]] QList<Attack> attacksToFlood();
/// And many others, which take minutes.
[[nodiscard]] QList<Attack> attacksToLeave();
[[nodiscard]] QList<Attack> attacksToAsk();
[[nodiscard]] QList<Attack> attacksToTamper();
[[nodiscard]] QList<Attack> attacksToKeep();
[[nodiscard]] QList<Attack> attacksToExhaust();
[[nodiscard]] QList<Attack> attacksToConnect();
