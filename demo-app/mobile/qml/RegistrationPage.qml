// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Layouts
import SmartCaptcha
import SmartCaptchaMobileDemo

// The captcha is at the end of a scrolling form; the account can be created once the captcha is solved.
ScreenPage {
    id: page

    readonly property bool confirmed: captcha.view.captchaState === SmartCaptcha.State.Solved && CaptchaRecord.verified
                                      && CaptchaRecord.result.accepted
    property bool expired: false

    objectName: "registrationPage"
    title: qsTr("New account")
    maximumWidth: wide ? 840 : Theme.columnWidth

    GridLayout {
        Layout.fillWidth: true
        columns: page.wide ? 2 : 1
        columnSpacing: 24
        rowSpacing: Theme.gap

        AppField {
            id: name

            Layout.preferredWidth: 1
            label: qsTr("Name")
            input.objectName: "name"
            input.EnterKey.type: Qt.EnterKeyNext
            onEntered: email.input.forceActiveFocus(Qt.TabFocusReason)
        }

        AppField {
            id: email

            Layout.preferredWidth: 1
            label: qsTr("Email")
            input.objectName: "email"
            input.inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
            input.EnterKey.type: Qt.EnterKeyNext
            onEntered: phone.input.forceActiveFocus(Qt.TabFocusReason)
        }

        AppField {
            id: phone

            Layout.preferredWidth: 1
            label: qsTr("Phone")
            input.objectName: "phone"
            input.inputMethodHints: Qt.ImhDialableCharactersOnly
            input.EnterKey.type: Qt.EnterKeyNext
            onEntered: password.input.forceActiveFocus(Qt.TabFocusReason)
        }

        AppField {
            id: password

            Layout.preferredWidth: 1
            label: qsTr("Password")
            input.objectName: "password"
            input.echoMode: TextInput.Password
            input.inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhHiddenText
        }
    }

    Notice {
        kind: Notice.Kind.Bad
        text: Service.problem
    }

    CaptchaPlace {
        id: captcha

        page: page
    }

    Notice {
        objectName: "captchaMessage"
        readonly property bool refused: captcha.view.captchaState === SmartCaptcha.State.Solved && CaptchaRecord.verified
                                        && !CaptchaRecord.result.accepted

        kind: Notice.Kind.Bad
        text: {
            if (refused)
                return Verdict.refusal(CaptchaRecord.result, Settings.language);
            return page.expired ? qsTr("Too much time has passed. Please confirm again.") : "";
        }
    }

    AppButton {
        objectName: "create"
        Layout.fillWidth: true
        primary: true
        enabled: page.confirmed
        text: qsTr("Create account")
        onClicked: page.newStartRequested("AccountPage")
    }

    AppButton {
        objectName: "details"
        Layout.fillWidth: true
        visible: CaptchaRecord.outcome !== CaptchaRecord.Outcome.None
        text: qsTr("Captcha result")
        onClicked: page.screenRequested("TokenPage")
    }

    Component.onCompleted: CaptchaRecord.clear()

    Connections {
        target: captcha.view

        function onTokenReceived(): void {
            page.expired = false;
        }

        function onTokenExpired(): void {
            page.expired = true;
        }
    }
}
