// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A message in the layout of a screen. Messages are never laid over a screen, where a native web view, which is drawn
// above everything, could hide them.
Rectangle {
    id: notice

    enum Kind {
        Plain,
        Good,
        Bad
    }

    property int kind: Notice.Kind.Plain
    property string text

    readonly property color ink: {
        if (kind === Notice.Kind.Plain)
            return Theme.text;
        return kind === Notice.Kind.Good ? Theme.good : Theme.bad;
    }

    Layout.fillWidth: true
    implicitHeight: label.implicitHeight + 2 * 12
    visible: text !== ""
    radius: Theme.radius
    color: Qt.rgba(ink.r, ink.g, ink.b, 0.1)

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Accessible.ignored: !visible

    Label {
        id: label

        anchors.fill: parent
        anchors.margins: 12
        text: notice.text
        color: notice.ink
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
