// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a captcha page may do in Qt WebEngine: nothing but show itself. For our own WebEngineView, and for the one that
// Qt WebView is made of on some desktops.
.pragma library

// WebEngineSettings.DisallowUnknownUrlSchemes
const DisallowUnknownUrlSchemes = 1;

// Handlers instead of bindings: the plugin of Qt WebView imports an early version of QtWebEngine, and from then on
// bindings in this process know only the settings and signals of that version. "owner" has the property "guard", a
// PageGuard, or null while there is no page.
function restrict(view, owner) {
    const settings = view.settings;
    settings.allowGeolocationOnInsecureOrigins = false;
    settings.allowRunningInsecureContent = false;
    settings.autoLoadIconsForPage = false;
    settings.dnsPrefetchEnabled = false;
    // Without them nothing in the page tells that a frame could not connect.
    settings.errorPageEnabled = true;
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
    settings.unknownUrlSchemePolicy = DisallowUnknownUrlSchemes;
    settings.webRTCPublicInterfacesOnly = true;

    // Versions of Qt differ in what they have.
    function on(name, handler) {
        if (view[name])
            view[name].connect(handler);
    }

    function refuse(request) {
        request.accepted = true;
        request.dialogReject();
    }

    on("navigationRequested", request => {
        const allowed = owner.guard ? owner.guard.mayNavigate(request.url, request.navigationType, request.isMainFrame)
                                    : String(request.url) === "about:blank";
        if (!allowed)
            request.reject();
    });
    on("newWindowRequested", request => {
        if (owner.guard)
            owner.guard.windowRequested(request.requestedUrl, request.userInitiated);
    });
    on("certificateError", error => {
        error.rejectCertificate();
        if (owner.guard)
            owner.guard.certificateRefused(error.url, error.description);
    });
    on("renderProcessTerminated", (status, exitCode) => {
        if (owner.guard)
            owner.guard.processEnded(String(status), exitCode);
    });
    // Without this, the engine itself would log what the page says, in full.
    on("javaScriptConsoleMessage", (level, message, line, source) => {
        if (owner.guard)
            owner.guard.consoleSaid(message, line, source);
    });
    on("authenticationDialogRequested", request => {
        const isProxy = request.type === 1; // AuthenticationTypeProxy
        const credentials = isProxy && owner.guard ? owner.guard.proxyCredentials(request.url, request.proxyHost) : [];
        request.accepted = true;
        if (credentials.length > 0)
            request.dialogAccept(credentials[0], credentials[1]);
        else
            request.dialogReject();
    });
    on("colorDialogRequested", refuse);
    on("fileDialogRequested", refuse);
    on("javaScriptDialogRequested", refuse);
    on("contextMenuRequested", request => request.accepted = true);
    on("touchSelectionMenuRequested", request => request.accepted = true);
    on("featurePermissionRequested", (origin, feature) => view.grantFeaturePermission(origin, feature, false));
    on("fileSystemAccessRequested", request => request.reject());
    on("fullScreenRequested", request => request.reject());
    on("quotaRequested", request => request.reject());
    on("registerProtocolHandlerRequested", request => request.reject());
    on("selectClientCertificate", selection => selection.selectNone());
}
