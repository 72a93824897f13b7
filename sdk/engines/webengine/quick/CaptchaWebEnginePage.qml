// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtWebEngine
import "webenginerules.js" as WebEngineRules

// Shows one captcha page in Qt WebEngine, and lets it do nothing else. The host of SmartCaptchaView creates one for
// each load. The rules are the same as in widgets; "guard" decides.
WebEngineView {
    id: view

    // A PageGuard, a type that is not in the QML module because applications do not need it.
    required property var guard
    required property string confinementScript
    required property string isolatedConfinementScript
    required property string relayScript
    required property string documentScript

    function show(html: string, url: url): void {
        if (html === "")
            view.url = url;
        else
            view.loadHtml(html, url);
    }

    // WebEngineScript exists, but the type descriptions of Qt 6.4 lack it.
    // qmllint disable unqualified
    function run(script: string): void {
        view.runJavaScript(script, WebEngineScript.MainWorld);
    }

    function takeMessages(script: string): void {
        view.runJavaScript(script, WebEngineScript.ApplicationWorld, messages => {
            // Nothing, if there is no such document any more.
            if (messages)
                view.guard.messagesTaken(messages);
        });
    }

    anchors.fill: parent
    focus: true // inside the host's item
    backgroundColor: "transparent"

    Component.onCompleted: {
        WebEngineRules.restrict(view, view);
        function insert(name, world, source, inFrames) {
            if (source === "")
                return;
            const script = WebEngine.script();
            script.name = name;
            script.injectionPoint = WebEngineScript.DocumentCreation;
            script.worldId = world;
            script.runsOnSubFrames = inFrames;
            script.sourceCode = source;
            view.userScripts.insert(script);
        }
        insert("SmartCaptcha relay", WebEngineScript.ApplicationWorld, view.relayScript, false);
        insert("SmartCaptcha confinement", WebEngineScript.ApplicationWorld, view.isolatedConfinementScript, true);
        insert("SmartCaptcha confinement", WebEngineScript.MainWorld, view.confinementScript, true);
        insert("SmartCaptcha bridge", WebEngineScript.MainWorld, view.documentScript, false);
    }
    // qmllint enable unqualified

    onLoadingChanged: info => {
        if (info.status === WebEngineView.LoadFailedStatus)
            view.guard.loadFailed(info.errorCode, info.errorString);
    }
}
