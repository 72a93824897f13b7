// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtWebView

// Shows captcha pages in Qt WebView, which has no channel to the application: the host of SmartCaptchaView polls the
// page with scripts that empty its queue.
WebView {
    id: view

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
        view.runJavaScript(script, result => {
            // If there is no answer, because the page is going away, the result is undefined or the text "null", which
            // the host ignores.
            if (typeof result === "string")
                view.drained(page, result);
        });
    }

    function halt(): void {
        view.stop();
    }

    anchors.fill: parent
    focus: true // inside the host's item

    onLoadingChanged: request => {
        if (request.status === WebView.LoadStartedStatus)
            view.loadStarted(request.url);
        else if (request.status === WebView.LoadSucceededStatus)
            view.loadSucceeded(request.url);
        else if (request.status === WebView.LoadFailedStatus)
            view.loadFailed(request.url, request.errorString);
    }
}
