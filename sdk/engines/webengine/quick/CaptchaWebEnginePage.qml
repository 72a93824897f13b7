// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtWebEngine

// Shows one captcha page in Qt WebEngine, and lets it do nothing else. The host of SmartCaptchaView creates one for
// each load. The rules are the same as in widgets; "guard" decides.
WebEngineView {
    id: view

    // A PageGuard, a type that is not in the QML module because applications do not need it.
    required property var guard
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

    // With statements instead of bindings: the plugin of Qt WebView imports an early version of QtWebEngine, and from
    // then on bindings in this process know only the settings of that version.
    function restrict(settings: WebEngineSettings): void {
        settings.allowGeolocationOnInsecureOrigins = false;
        settings.allowRunningInsecureContent = false;
        settings.autoLoadIconsForPage = false;
        settings.dnsPrefetchEnabled = false;
        settings.errorPageEnabled = false;
        settings.focusOnNavigationEnabled = false;
        settings.fullScreenSupportEnabled = false;
        settings.hyperlinkAuditingEnabled = false;
        settings.javascriptCanAccessClipboard = false;
        settings.javascriptCanOpenWindows = false;
        settings.javascriptCanPaste = false;
        settings.localContentCanAccessFileUrls = false;
        settings.localContentCanAccessRemoteUrls = false;
        settings.navigateOnDropEnabled = false;
        settings.pdfViewerEnabled = false;
        settings.pluginsEnabled = false;
        settings.screenCaptureEnabled = false;
        settings.unknownUrlSchemePolicy = WebEngineSettings.DisallowUnknownUrlSchemes;
        settings.webRTCPublicInterfacesOnly = true;
    }

    anchors.fill: parent
    focus: true // inside the host's item
    backgroundColor: "transparent"

    Component.onCompleted: {
        view.restrict(view.settings);
        function insert(name, world, source) {
            if (source === "")
                return;
            const script = WebEngine.script();
            script.name = name;
            script.injectionPoint = WebEngineScript.DocumentCreation;
            script.worldId = world;
            script.runsOnSubFrames = false;
            script.sourceCode = source;
            view.userScripts.insert(script);
        }
        insert("SmartCaptcha relay", WebEngineScript.ApplicationWorld, view.relayScript);
        insert("SmartCaptcha bridge", WebEngineScript.MainWorld, view.documentScript);
    }
    // qmllint enable unqualified

    onNavigationRequested: request => {
        if (!view.guard.mayNavigate(request.url, request.navigationType, request.isMainFrame))
            request.reject();
    }
    onNewWindowRequested: request => view.guard.windowRequested(request.requestedUrl, request.userInitiated)
    onLoadingChanged: info => {
        if (info.status === WebEngineView.LoadFailedStatus)
            view.guard.loadFailed(info.errorCode, info.errorString);
    }
    onCertificateError: error => {
        error.rejectCertificate();
        view.guard.certificateRefused(error.url, error.description);
    }
    onRenderProcessTerminated: (status, exitCode) => view.guard.processEnded(String(status), exitCode)
    onJavaScriptConsoleMessage: (level, message, line, source) => view.guard.consoleSaid(message, line, source)

    onAuthenticationDialogRequested: request => {
        request.accepted = true;
        const credentials = request.type === AuthenticationDialogRequest.AuthenticationTypeProxy
                          ? view.guard.proxyCredentials(request.url, request.proxyHost) : [];
        if (credentials.length > 0)
            request.dialogAccept(credentials[0], credentials[1]);
        else
            request.dialogReject();
    }
    onColorDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onContextMenuRequested: request => request.accepted = true
    onFeaturePermissionRequested: (origin, feature) => view.grantFeaturePermission(origin, feature, false)
    onFileDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onFileSystemAccessRequested: request => request.reject()
    onFullScreenRequested: request => request.reject()
    onJavaScriptDialogRequested: request => {
        request.accepted = true;
        request.dialogReject();
    }
    onQuotaRequested: request => request.reject()
    onRegisterProtocolHandlerRequested: request => request.reject()
    onSelectClientCertificate: selection => selection.selectNone()
}
