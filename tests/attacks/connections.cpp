// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// Waits for @p ask, an expression that may be a promise, but not for long. What the engine does not have has
/// not been asked for.
QByteArray carryOut(const QByteArray &ask)
{
    return "begun = () => Promise.race([(async () => { let asked; try { asked = " + ask
        + "; } catch (problem) { mistake(problem); if (!(problem instanceof DOMException)) throw problem; }"
          "ran(); await asked; })(), new Promise(r => setTimeout(r, 700))]).catch(() => 0).finally(done);";
}

/// A page that comes by https, and does @p ask. `PLAIN` is the second site without TLS, under a name that is
/// not that of this computer.
Attack mixed(const char *what, const QByteArray &ask)
{
    return Attack{.name = QByteArray("without TLS: ") + what,
                  .script = carryOut(ask),
                  .isSecure = true,
                  .watch = 700,
                  .staysReady = true};
}

/// A server that asks for a user name where the page does @p ask.
Attack asksForName(const char *what, const QByteArray &status, const QByteArray &field, const QByteArray &ask)
{
    return Attack{.name = what,
                  .script = carryOut(ask),
                  .prepare =
                      [status, field](HostileSite &site) {
                          site.respond(
                              "/closed",
                              ScriptedServer::answer("no", status, field + ": Basic realm=\"x\"\r\n"));
                      },
                  .proof = {"/ran", "/closed"},
                  .watch = 700};
}

} // namespace

// A page that wants connections which it should not have, or to make them ask for something.
QList<Attack> attacksToConnect()
{
    QList<Attack> attacks;
    attacks << mixed("a script",
                     "new Promise(r => { const e = document.createElement('script');"
                     "e.onload = e.onerror = r; e.src = 'PLAIN/x.js'; document.body.append(e); })");
    attacks << mixed("a style",
                     "new Promise(r => { const e = document.createElement('link'); e.rel ="
                     "'stylesheet'; e.onload = e.onerror = r; e.href = 'PLAIN/x.css';"
                     "document.body.append(e); })");
    attacks << mixed("a picture",
                     "new Promise(r => { const e = new Image(); e.onload = e.onerror = r;"
                     "e.src = 'PLAIN/x.png'; })");
    attacks << mixed("a sound",
                     "new Promise(r => { const e = new Audio('PLAIN/x.wav');"
                     "e.onloadeddata = e.onerror = r; e.load(); })");
    attacks << mixed("a frame",
                     "new Promise(r => { const e = document.createElement('iframe'); e.onload = r;"
                     "e.src = 'PLAIN/x'; document.body.append(e); })");
    attacks << mixed("an object",
                     "new Promise(r => { const e = document.createElement('object');"
                     "e.onload = e.onerror = r; e.data = 'PLAIN/x'; document.body.append(e); })");
    attacks << mixed("fetch", "fetch('PLAIN/x', {mode: 'no-cors'})");
    attacks << mixed("a beacon", "navigator.sendBeacon('PLAIN/x', 'x')");
    attacks << mixed("a form",
                     "(() => { const e = document.createElement('form'); e.action = 'PLAIN/x';"
                     "e.method = 'post'; document.body.append(e); e.submit(); })()");
    attacks << mixed("a module", "import('PLAIN/x.js')");
    attacks << mixed("a worker",
                     "new Worker(URL.createObjectURL(new Blob([\"importScripts('PLAIN/x.js')\"])))");
    attacks << mixed("a font", "new FontFace('x', 'url(PLAIN/x.woff)').load()");
    attacks << mixed("a socket", "new WebSocket('PLAIN'.replace('http', 'ws') + '/x')");
    attacks << mixed("events", "new EventSource('PLAIN/x')");
    attacks << Attack{.name = "the person's certificate",
                      .script = "begun = () => fetch('/frame?again').finally(() => { ran(); done(); });",
                      .isSecure = true,
                      .watch = 500,
                      .staysReady = true};
    for (const auto &[place, ask] :
         {std::pair{"fetch", "fetch('/closed')"},
          {"a frame",
           "new Promise(r => { const e = document.createElement('iframe'); e.onload = r;"
           "e.src = '/closed'; document.body.append(e); })"},
          {"a picture",
           "new Promise(r => { const e = new Image(); e.onload = e.onerror = r; e.src ="
           "'/closed'; })"}}) {
        attacks << asksForName(
            qPrintable(QStringLiteral("a name for the proxy, for %1").arg(QLatin1String(place))),
            "407 Proxy Authentication Required", "Proxy-Authenticate", ask);
        attacks << asksForName(
            qPrintable(QStringLiteral("a name for the server, for %1").arg(QLatin1String(place))),
            "401 Unauthorized", "WWW-Authenticate", ask);
    }
    attacks << Attack{.name = "a name for the proxy, for the page",
                      .script = {},
                      .prepare =
                          [](HostileSite &site) {
                              site.respond(
                                  "/page",
                                  ScriptedServer::answer("no", "407 Proxy Authentication Required",
                                                         "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
                          },
                      .isSilent = true,
                      .proof = {"/page"},
                      .watch = 500};
    return attacks;
}
