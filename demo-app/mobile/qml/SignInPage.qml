// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import SmartCaptcha
import SmartCaptchaMobileDemo

// The captcha checks invisibly when the user signs in; a challenge is shown only if the service has doubts.
ScreenPage {
    id: page

    // From pressing "Sign in" until the backend's answer.
    property bool busy: false
    property string failure

    function signIn(): void {
        if (page.busy)
            return;
        page.failure = Service.problem;
        if (page.failure !== "")
            return;
        page.busy = true;
        CaptchaRecord.clear();
        captcha.view.execute();
    }

    objectName: "signInPage"
    title: qsTr("Sign in")
    canGoBack: false
    maximumWidth: wide ? 840 : Theme.columnWidth

    GridLayout {
        Layout.fillWidth: true
        // The columns below have no height until they have a width, and a layout without a height assigns no widths. In
        // a single row, on a screen that starts wide, nothing else has a height either.
        Layout.minimumHeight: 1
        columns: page.wide ? 2 : 1
        columnSpacing: 40
        rowSpacing: 24

        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: 8

            Label {
                width: parent.width
                topPadding: page.wide ? 0 : 16
                text: qsTr("Welcome back")
                font.pixelSize: Theme.titleSize
                font.weight: Font.Bold
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                text: qsTr("You will only see a challenge if the service has doubts.")
                color: Theme.secondary
                wrapMode: Text.Wrap
            }
        }

        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            AppField {
                id: email

                width: parent.width
                label: qsTr("Email")
                input.objectName: "email"
                input.text: "reader@shop.example"
                input.inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
                input.EnterKey.type: Qt.EnterKeyNext
                onEntered: password.input.forceActiveFocus(Qt.TabFocusReason)
            }

            AppField {
                id: password

                width: parent.width
                label: qsTr("Password")
                input.objectName: "password"
                input.text: "a long password"
                input.echoMode: TextInput.Password
                input.inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhHiddenText
                input.EnterKey.type: Qt.EnterKeyGo
                onEntered: page.signIn()
            }

            Notice {
                width: parent.width
                objectName: "failure"
                kind: Notice.Kind.Bad
                text: page.failure
            }

            AppButton {
                objectName: "signIn"
                width: parent.width
                primary: true
                enabled: !page.busy
                text: page.busy ? qsTr("Checking\u2026") : qsTr("Sign in", "button")
                onClicked: page.signIn()
            }

            AppButton {
                objectName: "cancel"
                width: parent.width
                visible: page.busy
                text: qsTr("Cancel")
                onClicked: captcha.view.cancel()
            }

            AppButton {
                objectName: "details"
                width: parent.width
                visible: page.failure !== "" && CaptchaRecord.verified
                text: qsTr("Captcha result")
                onClicked: page.screenRequested("TokenPage")
            }

            AppButton {
                objectName: "register"
                width: parent.width
                visible: !page.busy
                text: qsTr("Create an account")
                onClicked: page.screenRequested("RegistrationPage")
            }

            DataNotice {
                width: parent.width
            }
        }
    }

    CaptchaPlace {
        id: captcha

        page: page
        invisible: true
        onHeightChanged: page.showItem(captcha)
    }

    Connections {
        target: captcha.view

        function onCancelled(): void {
            page.busy = false;
        }

        // The captcha shows the error in its place and offers to try again.
        function onErrorOccurred(): void {
            page.busy = false;
        }

        function onCaptchaStateChanged(): void {
            if (captcha.view.captchaState === SmartCaptcha.State.Checking)
                page.busy = true;
        }

        function onVerified(result: smartCaptchaResult): void {
            page.busy = false;
            if (result.accepted)
                page.newStartRequested("AccountPage");
            else
                page.failure = Qt.binding(() => Verdict.refusal(result, Settings.language));
        }
    }
}
