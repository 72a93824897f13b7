// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// The page has changed the language around the SDK's script, and gives a token that nobody pressed for.
Attack tampering(const char *with, const QByteArray &script)
{
    return Attack{
        .name = QByteArray("tampers with ") + with,
        .script = "try { " + script
            + " } catch (problem) {} begun = () => { try {"
              "subs.success('dD0yMDI2-tampered'); subs['challenge-visible'](); } finally { done(); } };"
              "setTimeout(done, 1500);",
        .watch = 400};
}

/// The page reads a message of the SDK's own script and posts others in its name.
Attack posting(const char *what, const QByteArray &expression)
{
    return Attack{
        .name = QByteArray("posts ") + what,
        .script = "addEventListener('message', event => {"
                  "  const text = event.data && event.data.smartCaptchaMessage;"
                  "  if (!text || window.said) return; window.said = true;"
                  "  const m = JSON.parse(text); const post = x => postMessage({smartCaptchaMessage:"
                  "    typeof x === 'string' ? x : JSON.stringify(x)}, '*');"
                  "  const good = {nonce: m.nonce, attempt: m.attempt, type: 'success', token: 'dD0-forged'};"
            + expression + "; setTimeout(done, 200); }); setTimeout(done, 2500);",
        .watch = 400};
}

} // namespace

// A page that lies to the SDK's script, or in its name.
QList<Attack> attacksToTamper()
{
    QList<Attack> attacks;
    attacks << tampering("JSON", "JSON.stringify = () => '{}'; JSON.parse = () => ({});");
    attacks << tampering("Object.assign()",
                         "Object.assign = (a, b) => Object.create(b, {type: {value: 'success'}});");
    attacks << tampering(
        "Object.prototype",
        "for (const name of ['nonce', 'type', 'token', 'attempt', 'own', 'transport', 'deliver'])"
        "Object.defineProperty(Object.prototype, name, {get() { return 'success'; }, set() {}});");
    attacks << tampering("Array.prototype",
                         "Array.prototype.push = Array.prototype.splice = () => ['x'.repeat(1e7)];");
    attacks << tampering("String",
                         "String = () => 'success'; String.prototype.slice = () => 'x'.repeat(1e7);");
    attacks << tampering(
        "Function.prototype",
        "Function.prototype.call = Function.prototype.apply = function () { return true; };");
    attacks << tampering("Reflect", "Reflect.apply = () => true; Reflect.deleteProperty = () => true;");
    attacks << tampering("EventTarget",
                         "EventTarget.prototype.addEventListener = () => {};"
                         "Event.prototype.stopImmediatePropagation = () => {};");
    attacks << tampering("postMessage()", "window.postMessage = () => { throw new Error('no'); };");
    attacks << tampering("timers", "window.setTimeout = window.setInterval = f => f && f();");
    attacks << tampering("promises", "Promise.prototype.then = function () { return this; };");
    attacks << tampering(
        "the press that the browser knows of",
        "const yes = {isActive: true, hasBeenActive: true};"
        "Object.defineProperty(navigator, 'userActivation', {get: () => yes});"
        "for (const n in yes) Object.defineProperty(UserActivation.prototype, n, {get: () => true});");
    attacks << tampering("presses of its own making",
                         "for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click', 'touchstart'])"
                         "document.body.dispatchEvent(new MouseEvent(kind, {bubbles: true}));"
                         "document.body.click();");
    attacks << tampering(
        "keys of its own making",
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));");
    attacks << tampering("the focus",
                         "setInterval(() => { window.focus(); document.body.tabIndex = 0;"
                         "document.body.focus(); }, 20);");
    attacks << tampering("the SDK's object",
                         "window.smartCaptchaBridge = {command() {}}; delete window.smartCaptchaBridge;"
                         "smartCaptchaBridge.command({type: 'execute', attempt: 1e9});");
    attacks << tampering("the queue",
                         "window.smartCaptchaQueue = {splice: () => ['a']};"
                         "Object.defineProperty(window, 'smartCaptchaQueue', {get() {"
                         "return new Proxy([], {get: () => () => 'x'.repeat(1e7)}); }});");
    attacks << tampering("the queue, for JSON",
                         "Array.isArray = () => true; window.smartCaptchaQueue = {splice: () => ({"
                         "toJSON: () => 'x'.repeat(5e7)})};");
    attacks << tampering(
        "smartCaptcha, which throws",
        "Object.defineProperty(window, 'smartCaptcha', {get() { throw new Error('no'); }});");
    attacks << tampering(
        "smartCaptcha, which is a proxy",
        "window.smartCaptcha = new Proxy({}, {get: () => () => { for (let i = 0; i < 1e5; ++i) ; } });");
    attacks << tampering(
        "events of the service that call themselves",
        "window.smartCaptcha.subscribe = (id, event, handler) => { for (let i = 0; i < 1000; ++i)"
        "handler('dD0yMDI2-' + i); subs[event] = handler; };");

    attacks << posting("a token", "post(good)");
    attacks << posting("a token with another nonce", "post({...good, nonce: 'x'})");
    attacks << posting("a token of a later attempt", "post({...good, attempt: 2147483647})");
    attacks << posting(
        "attempts that are no numbers",
        "for (const attempt of ['1', null, NaN, -1, 1e300, {}, [], true]) post({...good, attempt})");
    attacks << posting(
        "types that there are not",
        "for (const type of ['Success', 'SUCCESS', '__proto__', 'constructor', 1, null, ['success']])"
        "post({...good, type})");
    attacks << posting("tokens that are no texts",
                       "for (const token of [1, null, {}, ['x'], true]) post({...good, token})");
    attacks << posting(
        "text that is not JSON",
        "for (const x of ['', '{', '[]', 'null', '\\0', '\\ud800', '\\ufeff{}', '\"x\"', '1e999']) post(x)");
    attacks << posting("deep JSON",
                       "post('{\"a\":'.repeat(2000) + '1' + '}'.repeat(2000));"
                       "post('['.repeat(16000))");
    attacks << posting("names twice",
                       "post('{\"nonce\":\"x\",\"nonce\":\"' + m.nonce + "
                       "'\",\"attempt\":0,\"type\":\"success\",\"token\":\"t\"}')");
    attacks << posting("sizes",
                       "for (const n of [-1, 0, 1e9, 1e308, '100', null, 4001]) post({nonce: m.nonce,"
                       "attempt: m.attempt, type: 'size', width: n, height: n, challenge: false})");
    attacks << posting(
        "sizes without end",
        "let n = 0; setInterval(() => { for (let i = 0; i < 200; ++i) post({nonce: m.nonce, attempt:"
        "m.attempt, type: 'size', width: 100 + ++n % 300, height: 100 + n % 200, challenge: false}); }, 10)");
    attacks << posting(
        "ready again and again",
        "for (let i = 0; i < 1000; ++i) post({nonce: m.nonce, attempt: m.attempt, type: 'ready',"
        "controllable: i % 2 === 0})");
    attacks << posting(
        "from a frame",
        "const f = document.createElement('iframe'); f.srcdoc = '<script>parent.postMessage("
        "{smartCaptchaMessage: ' + JSON.stringify(JSON.stringify(good)) + '}, \"*\")<\\/script>';"
        "document.body.append(f)");
    attacks << posting(
        "from a channel",
        "const c = new MessageChannel(); postMessage({smartCaptchaMessage: JSON.stringify(good)}, '*',"
        "[c.port1])");
    attacks << posting("objects that are no texts",
                       "postMessage({smartCaptchaMessage: good}, '*'); postMessage({smartCaptchaMessage:"
                       "new String(JSON.stringify(good))}, '*'); postMessage({smartCaptchaMessage: "
                       "[JSON.stringify(good)]}, '*')");
    attacks << posting(
        "control characters in an error",
        "post({nonce: m.nonce, attempt: m.attempt, type: 'javascriptError', message:"
        "'\\u001b[2J\\u009b31m\\u202e\\u2028\\u0085evil', filename: 'x', line: 1, column: 1})");
    return attacks;
}
