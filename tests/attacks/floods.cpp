// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"
#include "effects.h"
#include "shared/eventually.h"

#include <csignal>

// A page that wants all of something: processor, memory, the event loop, the renderer.
QList<Attack> attacksToFlood()
{
    using Code = SmartCaptchaError::Code;
    QList<Attack> attacks;
    attacks << Attack{.name = "endless loop",
                      .script = "begun = () => { ran(); for (;;) {} };",
                      .isSilent = true,
                      .deadline = 1500,
                      .error = Code::LoadTimeout};
    attacks << Attack{.name = "endless loop while it unloads",
                      .script = "onunload = onpagehide = onbeforeunload = () => { for (;;) {} };"
                                "begun = () => { ran(); for (;;) {} };",
                      .isSilent = true,
                      .deadline = 1500,
                      .error = Code::LoadTimeout};
    attacks << Attack{.name = "endless loop, and then the next page",
                      .script = "begun = () => { ran(); for (;;) {} };",
                      .act =
                          [](Scene &scene, HostileSite &site) {
                              site.setPage("begun = done;");
                              scene.reload();
                              return true;
                          },
                      .isSilent = true,
                      .watch = 1500,
                      .deadline = 1500,
                      .loads = 2,
                      .isQuiet = true};
    attacks << Attack{.name = "token, expiry, dead renderer, and again",
                      .script = "addEventListener('click', () => { subs.success('dD0yMDI2-pressed');"
                                "subs['token-expired'](); ran(); done(); }); begun = done;",
                      .act =
                          [](Scene &scene, HostileSite &site) {
                              for (int times = 0; times < 5 && site.done() < 3; ++times) {
                                  scene.press(underTheMouse);
                                  (void)eventually([&] { return site.done() >= 3; }, 1000);
                              }
                              for (int times = 0; times < 5; ++times) {
                                  letPass(500, "the page has to load and to do something");
                                  const QList<qint64> renderers = Effects::renderers();
                                  for (const qint64 renderer : renderers)
                                      ::kill(pid_t(renderer), SIGKILL);
                              }
                              return true;
                          },
                      .watch = 1500,
                      .tokens = 1,
                      .loads = 2,
                      .error = Code::RenderProcessGone};
    attacks << Attack{.name = "messages without end",
                      .script =
                          "begun = () => { done(); const text = 'x'.repeat(10000); setInterval(() => {"
                          "for (let i = 0; i < 2000; ++i) {"
                          "if (!window.smartCaptchaQueue) postMessage({smartCaptchaMessage: text}, '*');"
                          // Without end, but not without limit.
                          "else if (smartCaptchaQueue.length < 20000) smartCaptchaQueue.push(text); }"
                          "ran(); }, 10); };",
                      .watch = 2500};
    attacks << Attack{.name = "messages that say nothing, without end",
                      .script = "begun = () => { done(); setInterval(() => { for (let i = 0; i < 60; ++i) {"
                                "if (window.smartCaptchaQueue) smartCaptchaQueue.push('nothing');"
                                "else postMessage({smartCaptchaMessage: 'nothing'}, '*'); }"
                                "document.title = Math.random(); ran(); }, 20); };",
                      .watch = 4000,
                      .error = Code::ProtocolError};
    attacks << Attack{.name = "titles without end",
                      .script = "begun = () => { done(); const text = 'x'.repeat(1000000); let n = 0;"
                                "setInterval(() => { for (let i = 0; i < 50; ++i)"
                                "document.title = text + ++n; ran(); }, 10); };",
                      .watch = 2500};
    attacks << Attack{
        .name = "a queue of 300 MB",
        .script =
            "begun = () => { const text = 'x'.repeat(3e6); const queue = [];"
            "for (let i = 0; i < 100; ++i) queue.push(text + i);"
            "Object.defineProperty(window, 'smartCaptchaQueue', {get() { ran(); return queue.slice(); }});"
            "done(); };",
        .hosts = {Host::WebView}, // nothing reads it in the others
        .watch = 2500};
    attacks << Attack{.name = "a queue of a million",
                      .script = "begun = () => { const queue = []; queue.splice = () => { ran();"
                                "return new Array(1e6).fill(0); };"
                                "window.smartCaptchaQueue = queue; done(); };",
                      .hosts = {Host::WebView},
                      .watch = 2000,
                      .error = Code::LoadFailed};
    attacks << Attack{.name = "a bridge that is always missing",
                      .script = "begun = () => { let n = 0; JSON.stringify = () => { ran(); if (++n === 100)"
                                "fetch('ELSEWHERE/asked', {mode: 'no-cors'}); return 'bridge missing'; };"
                                "done(); };",
                      .hosts = {Host::WebView},
                      .watch = 3000};
    // One of the bridge's own messages, again and again.
    attacks << Attack{.name = "sizes without end",
                      .script =
                          "let size = ''; addEventListener('message', event => {"
                          "const text = event.data.smartCaptchaMessage || '';"
                          "if (text.includes('\"size\"')) size = text; });"
                          "begun = () => { const wait = setInterval(() => { if (!size) return;"
                          "clearInterval(wait); done(); setInterval(() => { for (let i = 0; i < 60; ++i)"
                          "postMessage({smartCaptchaMessage: size}, '*'); ran(); }, 20); }, 10); };",
                      .hosts = {Host::Widget, Host::WebEngine}, // they post their messages
                      .watch = 4000,
                      .error = Code::ProtocolError};
    attacks << Attack{.name = "the console without end",
                      .script = "begun = () => { done(); const text = 'x'.repeat(100000); setInterval(() => {"
                                "for (let i = 0; i < 200; ++i) console.log(text); ran(); }, 10); };",
                      .watch = 2500};
    return attacks;
}
