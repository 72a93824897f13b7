// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import SmartCaptchaMobileDemo

// The window and the navigation between screens. Screens change without an animation, because a native web view does
// not move with the rest of the window.
ApplicationWindow {
    id: window

    readonly property ScreenPage current: stack.currentItem as ScreenPage

    function back(): bool {
        if (stack.depth < 2)
            return false;
        stack.pop(StackView.Immediate);
        return true;
    }

    function show(screen: string): void {
        stack.push(Qt.resolvedUrl(screen + ".qml"), {}, StackView.Immediate);
    }

    function startOver(screen: string): void {
        stack.clear(StackView.Immediate);
        window.show(screen);
    }

    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 320
    visible: true
    title: qsTr("SmartCaptcha demo")
    color: Theme.window
    font.pixelSize: Theme.fontSize

    palette {
        window: Theme.window
        windowText: Theme.text
        base: Theme.field
        text: Theme.text
        button: Theme.card
        buttonText: Theme.text
        highlight: Theme.accent
        highlightedText: Theme.accentText
        mid: Theme.fieldLine
        dark: Theme.secondary
        light: Theme.card
        midlight: Theme.line
    }

    // Android closes the window when nothing accepts the back key.
    onClosing: close => {
        if (Qt.platform.os === "android" && window.back())
            close.accepted = false;
    }

    StackView {
        id: stack

        objectName: "stack"
        anchors.fill: parent
        focus: true
        Keys.onPressed: event => {
            const alone = event.modifiers === Qt.NoModifier;
            const wanted = alone && (event.key === Qt.Key_Back || event.key === Qt.Key_Escape)
                         || event.modifiers === Qt.AltModifier && event.key === Qt.Key_Left;
            if (wanted)
                event.accepted = window.back();
        }
        onCurrentItemChanged: {
            if (currentItem)
                currentItem.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    Binding {
        target: Theme
        property: "fontSize"
        value: Settings.fontSize
    }

    Binding {
        target: Theme
        property: "width"
        value: window.width
    }

    Connections {
        target: window.current

        function onBackRequested(): void {
            window.back();
        }

        function onScreenRequested(screen: string): void {
            window.show(screen);
        }

        function onNewStartRequested(screen: string): void {
            window.startOver(screen);
        }
    }

    Component.onCompleted: window.startOver("SignInPage")
}
