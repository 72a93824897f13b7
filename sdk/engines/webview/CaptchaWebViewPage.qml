// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtWebView
import "webenginerules.js" as WebEngineRules

// Shows captcha pages in Qt WebView, which has no channel to the application: the host of SmartCaptchaView polls the
// page with scripts that empty its queue.
WebView {
    id: view

    // A PageGuard, while there is a page.
    property var guard: null
    required property string confinementScript
    required property string isolatedConfinementScript
    // The WebEngineView that shows the page on some desktops; null if it is the system's own view.
    readonly property var engineView: view.findEngineView()
    // Why pages must not be shown, in English: they would have the run of the program.
    property string unconfined: ""

    // What the engine knows of presses, a number of PageGuard::Activation.
    signal activationTold(page: int, activation: int)
    // The answer to a script that drain() ran for the page with this number.
    signal drained(page: int, messages: string)
    signal loadStarted(address: url)
    signal loadSucceeded(address: url)
    signal loadFailed(address: url, reason: string)

    function showHtml(html: string, address: url): void {
        view.loadHtml(html, address);
    }

    function showUrl(address: url): void {
        view.url = address;
    }

    function run(script: string): void {
        view.runJavaScript(script);
    }

    function drain(page: int, script: string): void {
        // In an isolated world (number 1), where the page's scripts cannot change the answer. As in relay.js.
        if (view.engineView) {
            view.engineView.runJavaScript("navigator.userActivation.isActive ? 2 : navigator.userActivation.hasBeenActive"
                                          + " ? 1 : 0", 1, result => view.activationTold(page, Number(result)));
        }
        view.runJavaScript(script, result => {
            // If there is no answer, because the page is going away, the result is undefined or the text "null", which
            // the host ignores.
            if (typeof result === "string")
                view.drained(page, result);
        });
    }

    function findEngineView(): var {
        for (let i = 0; i < view.children.length; ++i) {
            if (String(view.children[i]).startsWith("QQuickWebEngineView"))
                return view.children[i];
        }
        return null;
    }

    function halt(): void {
        view.stop();
    }

    anchors.fill: parent
    focus: true // inside the host's item

    Component.onCompleted: {
        if (!view.engineView) {
            if (Qt.platform.os === "linux")
                view.unconfined = "Qt WebView is not made of Qt WebEngine as known; its pages cannot be confined";
            return;
        }
        view.unconfined = "The rules for pages could not be set";
        // Otherwise all views of the program would share one.
        const profile = Qt.createComponent("CaptchaWebEngineProfile.qml");
        if (profile.status !== Component.Ready) {
            view.unconfined = profile.errorString();
            return;
        }
        view.engineView.profile = profile.createObject(view);
        WebEngineRules.restrict(view.engineView, view);
        // The import is there, because the view is.
        const scripts = Qt.createQmlObject("import QtQml; import QtWebEngine; QtObject {"
                                           + "function make() { return WebEngine.script(); } }", view);
        const sources = [view.confinementScript, view.isolatedConfinementScript];
        for (const world of [0, 1]) { // MainWorld, ApplicationWorld
            const script = scripts.make();
            script.name = "SmartCaptcha confinement";
            script.injectionPoint = 2; // DocumentCreation
            script.worldId = world;
            script.runsOnSubFrames = true;
            script.sourceCode = sources[world];
            view.engineView.userScripts.insert(script);
        }
        view.unconfined = "";
    }

    onLoadingChanged: request => {
        if (request.status === WebView.LoadStartedStatus)
            view.loadStarted(request.url);
        else if (request.status === WebView.LoadSucceededStatus)
            view.loadSucceeded(request.url);
        else if (request.status === WebView.LoadFailedStatus)
            view.loadFailed(request.url, request.errorString);
    }
}
