// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import SmartCaptcha

// What a SmartCaptchaPopup opens. Made when that happens for the first time, because most runs of most programs never
// show a captcha.
CaptchaSheet {
    id: sheet

    required property SmartCaptchaPopup popup
    // Moves into the sheet, and stays there.
    required property SmartCaptchaView captcha
    // Whether the captcha was invisible when the popup was opened.
    property bool invisible: false

    opened: sheet.popup.opened
    color: sheet.captcha.backgroundColor
    contentSize: Qt.size(Math.max(360, sheet.captcha.implicitWidth), Math.max(sheet.captcha.implicitHeight, 100))
    onOpenedChanged: {
        if (sheet.opened)
            sheet.invisible = sheet.captcha.options.mode === SmartCaptchaOptions.Mode.Invisible;
    }
    onDismissed: sheet.popup.close()
    Component.onCompleted: sheet.captcha.parent = sheet.place

    // Later, because Qt Quick terminates the program if an item with the focus leaves a window that is being destroyed.
    Binding {
        target: sheet
        property: "parent"
        value: sheet.popup.Window.contentItem
        delayed: true
    }

    CaptchaStatusPanel {
        readonly property int reached: sheet.captcha.captchaState
        readonly property bool working: reached === SmartCaptcha.State.Loading || reached === SmartCaptcha.State.Ready
                                        || reached === SmartCaptcha.State.Checking

        parent: sheet.place
        anchors.fill: parent
        visible: sheet.invisible && working && sheet.captcha.activeEngine !== SmartCaptchaView.Engine.Browser
        color: sheet.captcha.backgroundColor
        busy: true
        text: qsTr("One moment, please\u2026")
    }
}
