// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import SmartCaptcha
import SmartCaptchaMobileDemo

// A captcha in the column of a screen. A native web view is drawn above everything else in the window and would cover
// the bar when it is scrolled halfway below it, so it is shown only while all of it is in view.
Item {
    id: place

    required property ScreenPage page
    property bool invisible: false
    property alias view: view
    readonly property bool ofSystem: view.activeEngine === SmartCaptchaView.Engine.WebView
    // The position in the scrolled content; this item is a direct child of the column.
    readonly property real upper: y + Theme.gap
    readonly property bool inSight: upper >= page.viewTop && upper + height <= page.viewTop + page.viewHeight
    // An invisible captcha shows nothing in the column, and a challenge is shown in a sheet.
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
        onVerified: (result, token) => CaptchaRecord.noteResult(result, token)
    }

    // A loaded page does not follow changed settings, so it is loaded again.
    Connections {
        target: Service

        function onChanged(): void {
            if (view.captchaState !== SmartCaptcha.State.Idle)
                view.load();
        }
    }
}
