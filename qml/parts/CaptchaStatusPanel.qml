// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick

// Shown in place of the captcha while there is none: a progress indicator, a message, buttons.
Rectangle {
    id: panel

    property bool busy: false
    property string text
    // Objects with action, text and description; the most important one first.
    property var buttons: []
    // The first button; null if there is none.
    readonly property Item button: panel.buttons.length > 0 ? firstButton : null

    signal pressed(action: int)

    function textOf(index: int): string {
        return index < panel.buttons.length ? panel.buttons[index].text : "";
    }

    function descriptionOf(index: int): string {
        return index < panel.buttons.length ? panel.buttons[index].description : "";
    }

    // Readable on whatever colour the application has around the captcha.
    readonly property color ink: panel.color.hslLightness < 0.5 ? "#ffffff" : "#000000"

    objectName: "smartCaptchaPanel"
    implicitWidth: 300
    implicitHeight: column.implicitHeight
    clip: true

    Accessible.role: panel.busy ? Accessible.ProgressBar : Accessible.AlertMessage
    Accessible.name: panel.text
    Accessible.ignored: panel.text === "" || !panel.visible

    // Blocks presses on what is below.
    MouseArea {
        anchors.fill: parent
    }

    // With a large font, the buttons may need more room than a small window has.
    Flickable {
        id: area

        // Keeps the item with the focus in view.
        function reveal(item) {
            const top = item.mapToItem(column, 0, 0).y + column.y;
            contentY = Math.max(0, Math.min(Math.max(contentY, top + item.height - height), top));
        }

        anchors.fill: parent
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            y: Math.max(0, Math.round((area.height - implicitHeight) / 2))
            width: area.width
            spacing: 8

            Text {
                objectName: "smartCaptchaMessage"
                width: parent.width
                visible: panel.text !== ""
                text: panel.text
                textFormat: Text.PlainText
                color: panel.ink
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            Rectangle {
                id: track

                width: parent.width
                height: 4
                radius: 2
                visible: panel.busy
                clip: true
                color: Qt.rgba(panel.ink.r, panel.ink.g, panel.ink.b, 0.2)

                Rectangle {
                    id: runner

                    width: track.width / 4
                    height: parent.height
                    radius: 2
                    color: panel.ink

                    NumberAnimation on x {
                        running: track.visible
                        loops: Animation.Infinite
                        from: -runner.width
                        to: track.width
                        duration: 1400
                    }
                }
            }

            CaptchaButton {
                id: firstButton

                objectName: "smartCaptchaRetry"
                visible: panel.buttons.length > 0
                text: panel.textOf(0)
                description: panel.descriptionOf(0)
                width: Math.min(implicitWidth, parent.width)
                onActiveFocusChanged: {
                    if (activeFocus)
                        area.reveal(firstButton);
                }
                onClicked: panel.pressed(panel.buttons[0].action)
            }

            Flow {
                width: parent.width
                spacing: 8
                visible: panel.buttons.length > 1

                CaptchaButton {
                    id: secondButton

                    objectName: "smartCaptchaSecond"
                    visible: panel.buttons.length > 1
                    text: panel.textOf(1)
                    description: panel.descriptionOf(1)
                    width: Math.min(implicitWidth, parent.width)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            area.reveal(secondButton);
                    }
                    onClicked: panel.pressed(panel.buttons[1].action)
                }

                CaptchaButton {
                    id: thirdButton

                    objectName: "smartCaptchaThird"
                    visible: panel.buttons.length > 2
                    text: panel.textOf(2)
                    description: panel.descriptionOf(2)
                    width: Math.min(implicitWidth, parent.width)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            area.reveal(thirdButton);
                    }
                    onClicked: panel.pressed(panel.buttons[2].action)
                }
            }
        }
    }
}
