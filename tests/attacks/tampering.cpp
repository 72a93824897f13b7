// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// When the page changes the language around the SDK's script.
enum class When {
    /// As it starts. In Qt WebView that is before the SDK's script comes; in the others that has always come
    /// first, but does not know the service's object yet.
    AtOnce,
    /// When the SDK listens to the service's object.
    Late,
};

/// Runs @p script then. An attack of which only a part can be carried out says so.
QByteArray tamper(When when, const QByteArray &script)
{
    const QByteArray attempt =
        "try { " + script + "; report('tampered'); } catch (problem) { mistake(problem); report('threw'); }";
    return when == When::Late ? "begun = () => { " + attempt + " begunNow(); };"
                              : attempt + " begun = begunNow;";
}

QByteArray nameOf(When when, const char *with)
{
    return QByteArray("tampers with ") + with + (when == When::Late ? ", late" : "");
}

/// The page has changed the language, and gives a token that nobody pressed for: to the handlers of the SDK's
/// script, or, if that has not become as far as to have any, to the functions that it has for the service's
/// own page.
Attack tampering(When when, const char *with, const QByteArray &script)
{
    return Attack{.name = nameOf(when, with),
                  .script = "const repeat = setInterval; const stop = clearInterval; let given = false;"
                            "function give(success, visible) { given = true;"
                            "  try { success('dD0yMDI2-tampered'); visible(); } catch (problem) {}"
                            "  ran(); done(); }"
                            "function begunNow() { if (!given)"
                            "  give(subs.success, subs['challenge-visible']); }"
                            "let times = 0; const waiting = repeat(() => {"
                            "  if (given) stop(waiting);"
                            "  else if (++times > 14 && subs.success) begunNow();"
                            "  else if (times > 14 && window.NativeClient)"
                            "    give(NativeClient.onGetToken, NativeClient.onChallengeVisible); }, 100);"
                      + tamper(when, script),
                  .proof = {"/tampered", "/ran"},
                  .watch = 400};
}

/// The page has changed where its messages wait in Qt WebView; @p script says ran() when that is read.
Attack tamperingWithQueue(When when, const char *with, const QByteArray &script)
{
    return Attack{.name = nameOf(when, with),
                  .script = "function begunNow() {} setTimeout(done, 1500);" + tamper(when, script),
                  .hosts = {Host::WebView},
                  .proof = {"/tampered", "/ran"},
                  .watch = 400};
}

/// The page reads a message of the SDK's own script and says others in its name, by post() or, as they are,
/// by say(): as messages of the window, or in Qt WebView in the list where they wait.
Attack posting(const char *what, const QByteArray &expression, const QByteArrayList &proof = {"/ran"},
               const QList<Host> &hosts = {Host::Widget, Host::WebEngine, Host::WebView})
{
    return Attack{
        .name = QByteArray("posts ") + what,
        .script = "let queue; const put = Array.prototype.push; const first = window.smartCaptchaQueue;"
                  "Object.defineProperty(window, 'smartCaptchaQueue', {configurable: true, get: () => queue,"
                  "  set(value) { queue = value; queue.push = function (text) {"
                  "    const length = put.call(this, text); hear(text); return length; }; }});"
                  "if (first) window.smartCaptchaQueue = first;"
                  "addEventListener('message', event => hear(event.data && event.data.smartCaptchaMessage));"
                  "function say(x) { if (queue) put.call(queue, x);"
                  "  else postMessage({smartCaptchaMessage: x}, '*'); }"
                  "const post = x => say(typeof x === 'string' ? x : JSON.stringify(x));"
                  "function hear(text) {"
                  "  if (!text || window.said) return; window.said = true; const m = JSON.parse(text);"
                  "  const good = {nonce: m.nonce, attempt: m.attempt, type: 'success', token: 'dD0-forged'};"
            + expression + "; ran(); setTimeout(done, 200); }",
        .hosts = hosts,
        .proof = proof,
        .watch = 400};
}

} // namespace

// A page that lies to the SDK's script, or in its name.
QList<Attack> attacksToTamper()
{
    QList<Attack> attacks;
    for (const When when : {When::AtOnce, When::Late}) {
        attacks << tampering(when, "JSON", "JSON.stringify = () => '{}'; JSON.parse = () => ({});");
        attacks << tampering(when, "Object.assign()",
                             "Object.assign = (a, b) => Object.create(b, {type: {value: 'success'}});");
        attacks << tampering(
            when, "Object.prototype",
            "for (const name of ['nonce', 'type', 'token', 'attempt', 'own', 'transport', 'deliver'])"
            "Object.defineProperty(Object.prototype, name, {get() { return 'success'; }, set() {}});");
        attacks << tampering(when, "Array.prototype",
                             "Array.prototype.push = Array.prototype.splice = () => ['x'.repeat(1e7)];");
        attacks << tampering(when, "String",
                             "String.prototype.slice = () => 'x'.repeat(1e7); String = () => 'success';");
        attacks << tampering(
            when, "Function.prototype",
            "Function.prototype.call = Function.prototype.apply = function () { return true; };");
        attacks << tampering(when, "Reflect",
                             "Reflect.apply = () => true; Reflect.deleteProperty = () => true;");
        attacks << tampering(when, "EventTarget",
                             "EventTarget.prototype.addEventListener = () => {};"
                             "Event.prototype.stopImmediatePropagation = () => {};");
        attacks << tampering(when, "postMessage()", "window.postMessage = () => { throw new Error('no'); };");
        attacks << tampering(when, "timers", "window.setTimeout = window.setInterval = f => f && f();");
        attacks << tampering(when, "promises", "Promise.prototype.then = function () { return this; };");
        attacks << tampering(
            when, "the press that the browser knows of",
            "const yes = {isActive: true, hasBeenActive: true};"
            "Object.defineProperty(navigator, 'userActivation', {get: () => yes});"
            "for (const n in yes) Object.defineProperty(UserActivation.prototype, n, {get: () => true});");
        attacks << tampering(
            when, "presses of its own making",
            "for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click', 'touchstart'])"
            "document.body.dispatchEvent(new MouseEvent(kind, {bubbles: true}));"
            "document.body.click();");
        attacks << tampering(
            when, "keys of its own making",
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));");
        attacks << tampering(when, "the focus",
                             "setInterval(() => { window.focus(); document.body.tabIndex = 0;"
                             "document.body.focus(); }, 20);");
        attacks << tampering(when, "the SDK's object",
                             "dare(() => { window.smartCaptchaBridge = {command() {}}; });"
                             "dare(() => { delete window.smartCaptchaBridge; });"
                             "dare(() => smartCaptchaBridge.command({type: 'execute', attempt: 1e9}));");
        attacks << tampering(
            when, "smartCaptcha, which throws",
            "Object.defineProperty(window, 'smartCaptcha', {get() { throw new Error('no'); }});");
        attacks << tampering(
            when, "smartCaptcha, which is a proxy",
            "window.smartCaptcha = new Proxy({}, {get: () => () => { for (let i = 0; i < 1e5; ++i) ; } });");
        attacks << tamperingWithQueue(
            when, "the queue",
            "Object.defineProperty(window, 'smartCaptchaQueue', {configurable: true, set() {}, get() {"
            "return new Proxy([], {get: () => () => { ran(); return 'x'.repeat(1e7); }}); }});");
        attacks << tamperingWithQueue(
            when, "the queue, for JSON",
            "Array.isArray = () => true; Object.defineProperty(window, 'smartCaptchaQueue', {configurable:"
            "true, set() {}, get: () => ({splice: () => ({toJSON() { ran(); return 'x'.repeat(5e7); "
            "}})})});");
    }
    attacks << tampering(
        When::AtOnce, "events of the service that call themselves",
        "window.smartCaptcha.subscribe = (id, event, handler) => { for (let i = 0; i < 1000; ++i)"
        "handler('dD0yMDI2-' + i); subs[event] = handler; ran(); };");

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
        "const f = document.createElement('iframe'); f.srcdoc = '<script>const text = '"
        "+ JSON.stringify(JSON.stringify(good)) + '; if (parent.smartCaptchaQueue)"
        "parent.smartCaptchaQueue.push(text); else parent.postMessage({smartCaptchaMessage: text}, \"*\");"
        "parent.report(\"framed\")<\\/script>'; document.body.append(f)",
        {"/ran", "/framed"});
    attacks << posting(
        "from a channel",
        "const c = new MessageChannel(); postMessage({smartCaptchaMessage: JSON.stringify(good)}, '*',"
        "[c.port1])",
        {"/ran"}, {Host::Widget, Host::WebEngine});
    attacks << posting("objects that are no texts",
                       "say(good); say(new String(JSON.stringify(good))); say([JSON.stringify(good)])");
    attacks << posting(
        "control characters in an error",
        "post({nonce: m.nonce, attempt: m.attempt, type: 'javascriptError', message:"
        "'\\u001b[2J\\u009b31m\\u202e\\u2028\\u0085evil', filename: 'x', line: 1, column: 1})");
    attacks.last().error = SmartCaptchaError::Code::JavascriptError;
    return attacks;
}
