// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import SmartCaptchaMobileDemo

// An invisible captcha has no room for the service's data processing notice, so the screen shows it.
Label {
    id: notice

    objectName: "dataNotice"
    Layout.fillWidth: true
    //: %1 and %2 begin and end a link.
    text: qsTr("Protected by SmartCaptcha. %1How data is processed%2")
            .arg("<a href=\"" + Settings.dataNotice + "\">").arg("</a>")
    textFormat: Text.StyledText
    font.pixelSize: Theme.smallSize
    color: Theme.secondary
    linkColor: Theme.link
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignHCenter
    activeFocusOnTab: true
    Accessible.role: Accessible.Link
    Accessible.name: text.replace(/<[^>]*>/g, "")
    Accessible.onPressAction: Qt.openUrlExternally(Settings.dataNotice)
    Keys.onReturnPressed: Qt.openUrlExternally(Settings.dataNotice)
    Keys.onSpacePressed: Qt.openUrlExternally(Settings.dataNotice)
    onLinkActivated: link => Qt.openUrlExternally(link)

    FocusFrame {
        visible: notice.activeFocus
    }
}
