// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick

// The name and description of a captcha for screen readers, unless the application has set its own.
QtObject {
    id: accessibility

    required property Item captcha
    readonly property string name: qsTr("Captcha")
    readonly property string description: qsTr("Confirms that you are not a robot")
    // Not inside the function, where it makes qmllint of Qt 6.8 crash.
    readonly property int role: Accessible.Grouping
    property string givenName
    property string givenDescription

    function give(): void {
        const attached = accessibility.captcha.Accessible;
        if (!attached.role)
            attached.role = accessibility.role;
        if (attached.name === accessibility.givenName)
            attached.name = accessibility.givenName = accessibility.name;
        if (attached.description === accessibility.givenDescription)
            attached.description = accessibility.givenDescription = accessibility.description;
    }

    onNameChanged: accessibility.give()
    onDescriptionChanged: accessibility.give()
    Component.onCompleted: accessibility.give()
}
