// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import SmartCaptcha
import SmartCaptchaMobileDemo

// Actions that robots must not take: each opens a captcha over the screen.
ScreenPage {
    id: page

    property string message
    property bool good: true

    // Opens the captcha for an action, unless the settings cannot be used.
    function confirm(popup: SmartCaptchaPopup): void {
        page.message = Service.problem;
        page.good = false;
        if (page.message !== "")
            return;
        CaptchaRecord.clear();
        popup.open();
    }

    function settle(result: smartCaptchaResult, token: smartCaptchaToken, done: var): void {
        CaptchaRecord.noteResult(result, token);
        page.good = result.accepted;
        page.message = Qt.binding(() => result.accepted ? done(Settings.language)
                                                        : Verdict.refusal(result, Settings.language));
    }

    objectName: "accountPage"
    title: qsTr("Account")
    canGoBack: false

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        text: qsTr("You are signed in")
        font.pixelSize: Theme.titleSize
        font.weight: Font.Bold
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("You will be asked to confirm again before a message is sent or the account is deleted.")
        color: Theme.secondary
        wrapMode: Text.Wrap
    }

    Notice {
        objectName: "accountMessage"
        kind: page.good ? Notice.Kind.Good : Notice.Kind.Bad
        text: page.message
    }

    AppField {
        id: letter

        label: qsTr("Message to support")
        input.objectName: "letter"
        input.text: qsTr("Where is my order?")
    }

    AppButton {
        objectName: "send"
        Layout.fillWidth: true
        primary: true
        enabled: letter.text !== ""
        text: qsTr("Send message")
        onClicked: page.confirm(sendPopup)
    }

    DataNotice {}

    AppButton {
        objectName: "details"
        Layout.fillWidth: true
        text: qsTr("Captcha result")
        onClicked: page.screenRequested("TokenPage")
    }

    AppButton {
        objectName: "signOut"
        Layout.fillWidth: true
        text: qsTr("Sign out")
        onClicked: page.newStartRequested("SignInPage")
    }

    AppButton {
        objectName: "delete"
        Layout.fillWidth: true
        dangerous: true
        text: qsTr("Delete account")
        onClicked: page.confirm(deletePopup)
    }

    component ConfirmingPopup: SmartCaptchaPopup {
        property bool invisible: false

        engine: Settings.engine
        verifier: Service.verifier
        backgroundColor: Theme.card

        options {
            siteKey: Service.siteKey
            service: Service.service
            pageOrigin: Service.pageOrigin
            mode: invisible ? SmartCaptchaOptions.Mode.Invisible : SmartCaptchaOptions.Mode.Standard
        }

        onChallengeShown: CaptchaRecord.noteChallenge()
        onTokenReceived: token => CaptchaRecord.noteToken(token)
        onCancelled: CaptchaRecord.noteCancelled()
        onErrorOccurred: error => CaptchaRecord.noteError(error)
    }

    ConfirmingPopup {
        id: sendPopup

        objectName: "sendPopup"
        invisible: true
        onVerified: (result, token) => page.settle(result, token, () => qsTr("The message has been sent."))
    }

    ConfirmingPopup {
        id: deletePopup

        objectName: "deletePopup"
        onVerified: (result, token) => page.settle(result, token,
                () => qsTr("In a real app, your account would now be deleted."))
    }
}
