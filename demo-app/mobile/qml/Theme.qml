// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

pragma Singleton

import QtQuick

// Colours and sizes. The colours come from the application's palette, which the module SmartCaptcha and the captcha's
// page also follow, so that everything is light or dark together.
QtObject {
    id: theme

    readonly property bool dark: colors.window.hslLightness < 0.5
    readonly property color window: colors.window
    readonly property color card: dark ? Qt.lighter(colors.window, 1.25) : "#ffffff"
    readonly property color field: colors.base
    readonly property color text: colors.windowText
    readonly property color secondary: Qt.rgba(text.r, text.g, text.b, dark ? 0.72 : 0.68)
    readonly property color line: Qt.rgba(text.r, text.g, text.b, dark ? 0.22 : 0.18)
    readonly property color fieldLine: Qt.rgba(text.r, text.g, text.b, dark ? 0.5 : 0.45)
    readonly property color accent: colors.highlight
    readonly property color accentText: colors.highlightedText
    readonly property color link: dark ? "#8ab4ff" : "#1a5fd0"
    readonly property color good: dark ? "#6fd39a" : "#116b35"
    readonly property color bad: dark ? "#ff9d94" : "#b3261e"

    // The size of ordinary text in pixels, set by the window: a singleton cannot import its own module.
    property real fontSize: 16
    // The window's width, also set by the window.
    property real width: 390
    readonly property real smallSize: fontSize * 0.875
    // Headings grow less than ordinary text, so that their words still fit.
    readonly property real titleSize: Math.min(fontSize * 1.5, fontSize + 8, width / 9.6)
    readonly property real barSize: Math.min(fontSize, 22, width / 16)

    readonly property int gap: 16
    readonly property int touch: 48
    readonly property int radius: 12
    readonly property int columnWidth: 480

    readonly property SystemPalette colors: SystemPalette {}
}
