// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// The first load leaves something behind, and the second says elsewhere if it finds it.
Attack keeping(const char *what, const QByteArray &leave, const QByteArray &find)
{
    return Attack{.name = QByteArray("keeps ") + what,
                  .script = "begun = async () => { try { const found = await (async () => " + find
                      + ")(); if (found) fetch('ELSEWHERE/kept', {mode: 'no-cors'}); else await (async () => "
                      + leave + ")(); } catch (problem) {} done(); };",
                  .act = [](Scene &scene, HostileSite &) { scene.reload(); },
                  .dones = 2,
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
    attacks << keeping("its history", "{ history.pushState({}, '', '/page?kept'); }", "history.length > 2");
    attacks << keeping("a cache", "caches.open('kept').then(c => c.put('/kept', new Response('x')))",
                       "caches.has('kept')");
    attacks << keeping("a database", "new Promise(r => { indexedDB.open('kept', 2).onsuccess = r; })",
                       "indexedDB.databases().then(d => d.length > 0)");
    attacks << keeping(
        "a file of its own",
        "navigator.storage.getDirectory().then(d => d.getFileHandle('kept', {create: true}))",
        "navigator.storage.getDirectory().then(d => d.getFileHandle('kept').then(() => true))");
    attacks << keeping(
        "a shared worker",
        "new Promise(r => { const w = new SharedWorker('data:text/javascript,onconnect = e => {"
        "self.n = (self.n || 0) + 1; e.ports[0].postMessage(self.n); }'); w.port.onmessage = r; })",
        "false");
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
        .act = [](Scene &scene, HostileSite &) { scene.reload(); },
        .dones = 2,
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
        .act = [](Scene &scene, HostileSite &) { scene.reload(); },
        .dones = 2,
        .loads = 2};
    return attacks;
}
