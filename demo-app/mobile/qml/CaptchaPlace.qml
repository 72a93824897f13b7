// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import SmartCaptcha
import SmartCaptchaMobileDemo

// A captcha in the column of a screen. The system draws its own web view above everything in the window, so one that is
// scrolled halfway below the bar would cover it: it is shown only while the whole of it is in sight.
Item {
    id: place

    required property ScreenPage page
    property bool invisible: false
    property alias view: view
    readonly property bool ofSystem: view.activeEngine === SmartCaptchaView.Engine.WebView
    // Where this is in what scrolls; it stands in the column itself.
    readonly property real upper: y + Theme.gap
    readonly property bool inSight: upper >= page.viewTop && upper + height <= page.viewTop + page.viewHeight
    // An invisible captcha has nothing in the column, and a challenge is in a sheet.
    readonly property bool elsewhere: invisible || view.captchaState === SmartCaptcha.State.Challenge

    objectName: "captchaPlace"
    Layout.fillWidth: true
    implicitWidth: view.implicitWidth
    implicitHeight: view.implicitHeight

    SmartCaptchaView {
        id: view

        objectName: "captcha"
        width: Math.min(place.width, Math.max(implicitWidth, 360))
        height: place.height
        visible: !place.ofSystem || place.inSight || place.elsewhere
        engine: Settings.engine
        verifier: Service.verifier
        backgroundColor: Theme.window

        options {
            siteKey: Service.siteKey
            service: Service.service
            pageOrigin: Service.pageOrigin
            mode: place.invisible ? SmartCaptchaOptions.Mode.Invisible : SmartCaptchaOptions.Mode.Standard
            shieldHidden: place.invisible
        }

        onChallengeShown: CaptchaRecord.noteChallenge()
        onTokenReceived: token => CaptchaRecord.noteToken(token)
        onTokenExpired: CaptchaRecord.noteExpired()
        onCancelled: CaptchaRecord.noteCancelled()
        onErrorOccurred: error => CaptchaRecord.noteError(error)
        onVerified: result => CaptchaRecord.noteResult(result)
    }

    // A page that is there stays as it is when the settings change, so it is loaded anew.
    Connections {
        target: Service

        function onChanged(): void {
            if (view.captchaState !== SmartCaptcha.State.Idle)
                view.load();
        }
    }
}
