// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import SmartCaptchaMobileDemo

// The outcome of the last captcha: its token, which is a secret while it is valid, and the backend's answer.
ScreenPage {
    id: page

    readonly property bool hasToken: !CaptchaRecord.token.null
    // In seconds. Polled every second, because the token does not signal how much time is left.
    property int remaining: 0

    function count(): void {
        page.remaining = CaptchaRecord.secondsLeft();
    }

    objectName: "tokenPage"
    title: qsTr("Captcha")
    hasSettings: false

    Timer {
        interval: 1000
        repeat: true
        running: page.hasToken && page.visible
        triggeredOnStart: true
        onTriggered: page.count()
    }

    Connections {
        target: CaptchaRecord

        function onChanged(): void {
            page.count();
        }
    }

    Notice {
        objectName: "nothing"
        text: {
            switch (CaptchaRecord.outcome) {
            case CaptchaRecord.Outcome.None:
                return qsTr("No captcha yet.");
            case CaptchaRecord.Outcome.Cancelled:
                return qsTr("The captcha was closed without a token.");
            case CaptchaRecord.Outcome.Failed:
                return Verdict.failure(CaptchaRecord.error, Settings.language);
            default:
                return "";
            }
        }
    }

    Entry {
        visible: page.hasToken
        label: qsTr("Token")
        text: CaptchaRecord.maskedToken
        detail: qsTr("%n character(s)", "", CaptchaRecord.token.value.length)
    }

    Entry {
        visible: page.hasToken
        label: qsTr("Valid for")
        text: {
            const seconds = page.remaining;
            if (seconds === 0)
                return qsTr("Expired");
            const rest = seconds % 60;
            //: minutes:seconds
            return qsTr("%1:%2").arg(Math.floor(seconds / 60)).arg(rest < 10 ? "0" + rest : rest);
        }

        ProgressBar {
            id: bar

            Layout.fillWidth: true
            from: 0
            to: 300
            value: page.remaining
            Accessible.name: qsTr("Time until the token expires")
            background: Rectangle {
                implicitHeight: 6
                radius: 3
                color: Theme.line
            }
            contentItem: Item {
                implicitHeight: 6

                Rectangle {
                    width: bar.visualPosition * parent.width
                    height: parent.height
                    radius: 3
                    color: page.remaining > 30 ? Theme.accent : Theme.bad
                }
            }
        }
    }

    Entry {
        visible: page.hasToken
        label: qsTr("Verdict")
        text: CaptchaRecord.verified ? Verdict.text(CaptchaRecord.result, Settings.language)
                                     : qsTr("Waiting for the backend\u2026")
        ink: {
            if (!CaptchaRecord.verified)
                return Theme.text;
            return CaptchaRecord.result.accepted ? Theme.good : Theme.bad;
        }
        detail: CaptchaRecord.verified ? Verdict.cause(CaptchaRecord.result, Settings.language) : ""
    }

    Entry {
        visible: CaptchaRecord.verified && CaptchaRecord.result.host !== ""
        label: qsTr("Passed on")
        text: CaptchaRecord.result.host
    }

    Entry {
        visible: CaptchaRecord.verified && CaptchaRecord.result.httpStatus > 0
        label: qsTr("Backend response")
        text: qsTr("Status %1 in %2 ms").arg(CaptchaRecord.result.httpStatus).arg(CaptchaRecord.elapsed)
    }

    component Entry: Rectangle {
        id: entry

        property alias label: caption.text
        property alias text: body.text
        property alias detail: detail.text
        property alias ink: body.color
        default property alias more: rows.data

        Layout.fillWidth: true
        implicitHeight: rows.implicitHeight + 2 * 14
        radius: Theme.radius
        color: Theme.card
        border.color: Theme.line

        Accessible.role: Accessible.Grouping
        Accessible.name: caption.text

        ColumnLayout {
            id: rows

            anchors.fill: parent
            anchors.margins: 14
            spacing: 6

            Label {
                id: caption

                Layout.fillWidth: true
                font.pixelSize: Theme.smallSize
                color: Theme.secondary
                wrapMode: Text.Wrap
            }

            Label {
                id: body

                Layout.fillWidth: true
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
            }

            Label {
                id: detail

                Layout.fillWidth: true
                visible: text !== ""
                color: Theme.secondary
                wrapMode: Text.Wrap
            }
        }
    }
}
