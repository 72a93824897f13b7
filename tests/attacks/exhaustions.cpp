// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

#include <QtCore/qtimer.h>

namespace {

/// Does @p step again and again, 20 ms apart. `kept` is a list for what has to stay, `n` counts. The first
/// three steps have to succeed. The program may take @p memory MB meanwhile.
Attack again(const char *what, const QByteArray &step, int memory = 500)
{
    return Attack{.name = QByteArray(what) + " without end",
                  .script = "begun = () => { done(); const kept = []; let n = 0; let steps = 0; "
                            "setInterval(async () => { ++n; "
                      + step + " if (++steps < 4) done(); if (steps === 3) ran(); }, 20); };",
                  .act = [](Scene &, HostileSite &) { return true; },
                  .dones = 4,
                  .watch = 3000,
                  .memory = memory};
}

/// A document of 256 MB that is sent as 256 KB.
QByteArray packed()
{
    static const QByteArray document = qCompress(QByteArray("<b>x").repeated(64 * 1024 * 1024), 9).mid(4);
    return document;
}

/// Sends as much as the other side takes.
void pour(QTcpSocket *socket, const ScriptedServer::Request &)
{
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE html>");
    auto *const tap = new QTimer(socket);
    QObject::connect(tap, &QTimer::timeout, socket, [socket] {
        if (socket->bytesToWrite() < 1024 * 1024)
            socket->write(QByteArray("<p>more").repeated(64 * 1024));
    });
    tap->start(1);
}

Attack document(const char *what, const ScriptedServer::Action &answer)
{
    return Attack{.name = what,
                  .script = {},
                  .prepare = [answer](HostileSite &site) { site.respond("/page", answer); },
                  .isSilent = true,
                  .proof = {"/page"},
                  .deadline = 4000,
                  .error = SmartCaptchaError::Code::LoadTimeout};
}

} // namespace

// A page that takes memory, in its own process or in that of the program.
QList<Attack> attacksToExhaust()
{
    QList<Attack> attacks;
    // The engine keeps these in the program, up to limits of its own; what goes to a database or a cache, on
    // its way.
    attacks << again("blobs", "kept.push(new Blob([new Uint8Array(2e7).fill(n)]));", 3000);
    attacks << again("files",
                     "kept.push(new File([new Uint8Array(2e7).fill(n)], 'x' + n));"
                     "kept.push(URL.createObjectURL(kept[kept.length - 1]));",
                     3000);
    attacks << again("a database",
                     "const open = indexedDB.open('x', 1); open.onupgradeneeded = () =>"
                     "open.result.createObjectStore('s'); open.onsuccess = () => open.result"
                     ".transaction('s', 'readwrite').objectStore('s').put(new Uint8Array(2e7).fill(n), n);",
                     3000);
    attacks << again("a cache",
                     "const cache = await caches.open('x'); cache.put('/x' + n,"
                     "new Response(new Uint8Array(2e7).fill(n)));",
                     3000);
    attacks << again("storage",
                     "try { localStorage.setItem('k' + n, 'x'.repeat(1e6));"
                     "sessionStorage.setItem('k' + n, 'x'.repeat(1e6)); } catch {}");
    attacks << again("history", "history.pushState('x'.repeat(4e5), '', '#' + n);");
    attacks << again("names of windows", "window.name = 'x'.repeat(5e6) + n;");
    attacks << again("messages to a channel", "new BroadcastChannel('x').postMessage(new Uint8Array(2e7));");
    attacks << again(
        "frames",
        "const f = document.body.appendChild(document.createElement('iframe')); f.src = '/frame?' + n;");
    attacks << again("workers",
                     "kept.push(new Worker(URL.createObjectURL(new Blob(['setInterval(() => 0, 1)']))));");
    // The first ones leave a connection for those that say that a step is done.
    attacks << again(
        "requests",
        "for (let i = 0; i < (n < 5 ? 1 : 50); ++i) fetch('/endless?' + n + '-' + i, {method: 'POST', body:"
        "new Uint8Array(1e6)});",
        3000);
    attacks << again(
        "sockets", "for (let i = 0; i < 10; ++i) kept.push(new WebSocket('ws://' + location.host + '/ws'));");
    attacks << again("elements",
                     "for (let i = 0; i < 3000; ++i)"
                     "document.body.appendChild(document.createElement('p')).textContent = i;");
    attacks << again("canvases",
                     "const c = document.createElement('canvas'); c.width = c.height = 3000;"
                     "c.getContext('2d').fillRect(0, 0, 3000, 3000); kept.push(c);");
    attacks << again("fonts", "document.fonts.add(new FontFace('x' + n, new Uint8Array(1e6)));");
    attacks << again("sounds", "kept.push(new OfflineAudioContext(2, 5e6, 44100));");
    attacks << again("names of cookies", "document.cookie = 'c' + n + '=' + 'x'.repeat(4000);");
    attacks << again(
        "errors", "for (let i = 0; i < 1000; ++i) setTimeout(() => { throw new Error('x'.repeat(1e4)); });");
    attacks << Attack{.name = "a heap without end",
                      .script = "begun = () => { ran(); const kept = []; for (let n = 0; ; ++n)"
                                "kept.push(new Array(1e6).fill(n + 0.5)); };",
                      .isSilent = true,
                      .watch = 2000,
                      .deadline = 6000};
    attacks << Attack{.name = "recursion without end",
                      .script =
                          "begun = () => { ran(); const f = () => { try { f(); } finally { f(); } }; f(); };",
                      .isSilent = true,
                      .deadline = 2000,
                      .error = SmartCaptchaError::Code::LoadTimeout};
    attacks << Attack{
        .name = "elements in elements",
        .script = "begun = () => { done(); ran(); let e = document.body; for (let n = 0; n < 1e5; ++n)"
                  "e = e.appendChild(document.createElement('b')); e.offsetWidth; };",
        .watch = 2000};
    attacks << Attack{.name = "an expression that backtracks without end",
                      .script = "begun = () => { ran(); /^(a+)+$/.test('a'.repeat(60) + 'b'); };",
                      .isSilent = true,
                      .deadline = 2000,
                      .error = SmartCaptchaError::Code::LoadTimeout};
    attacks << document("a document of 256 MB, packed",
                        ScriptedServer::answer(packed(), "200 OK",
                                               "Content-Type: text/html\r\nContent-Encoding: deflate\r\n"));
    attacks << document("a document without end", pour);
    attacks << document(
        "a document, a byte at a time",
        ScriptedServer::drip("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + QByteArray(1000, ' '),
                             50));
    attacks << document("headers, a byte at a time",
                        ScriptedServer::drip("HTTP/1.1 200 OK\r\nX: " + QByteArray(1000, 'x'), 50));
    attacks << document("headers that never come", ScriptedServer::hang());
    return attacks;
}
