// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import SmartCaptcha
import SmartCaptchaMobileDemo

ScreenPage {
    id: page

    objectName: "settingsPage"
    title: qsTr("Settings")
    hasSettings: false
    maximumWidth: wide ? 840 : Theme.columnWidth

    GridLayout {
        Layout.fillWidth: true
        columns: page.wide ? 2 : 1
        columnSpacing: 24
        rowSpacing: Theme.gap

        ChoiceField {
            box.objectName: "language"
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Language")
            model: Settings.languages
            value: Settings.language
            onChosen: value => Settings.language = value
        }

        ChoiceField {
            box.objectName: "theme"
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Colours")
            model: [{
                    text: qsTr("Same as system"),
                    value: Settings.Theme.System
                }, {
                    text: qsTr("Light"),
                    value: Settings.Theme.Light
                }, {
                    text: qsTr("Dark"),
                    value: Settings.Theme.Dark
                }]
            value: Settings.theme
            onChosen: value => Settings.theme = value
        }

        ChoiceField {
            box.objectName: "textSize"
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Text size")
            model: [{
                    text: qsTr("Same as system"),
                    value: 100
                }, {
                    text: qsTr("Large"),
                    value: 130
                }, {
                    text: qsTr("Extra large"),
                    value: 160
                }, {
                    text: qsTr("Double"),
                    value: 200
                }]
            value: Settings.textSize
            onChosen: value => Settings.textSize = value
        }

        ChoiceField {
            box.objectName: "engine"
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Web engine")
            model: [{
                    text: qsTr("Automatic"),
                    value: SmartCaptchaView.Engine.Auto
                }, {
                    text: "Qt WebEngine",
                    value: SmartCaptchaView.Engine.WebEngine
                }, {
                    text: "Qt WebView",
                    value: SmartCaptchaView.Engine.WebView
                }, {
                    text: qsTr("Your own browser"),
                    value: SmartCaptchaView.Engine.Browser
                }]
            value: Settings.engine
            onChosen: value => Settings.engine = value
        }

        ChoiceField {
            box.objectName: "source"
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Service")
            model: {
                const others = [{
                        text: qsTr("External emulator"),
                        value: Settings.Source.Emulator
                    }, {
                        text: qsTr("SmartCaptcha with your own keys"),
                        value: Settings.Source.OwnKeys
                    }];
                return Service.builtIn ? [{
                        text: qsTr("Built-in emulator"),
                        value: Settings.Source.BuiltIn
                    }].concat(others) : others;
            }
            value: Settings.source
            onChosen: value => Settings.source = value
        }

        // The names are those of the emulator and are therefore not translated.
        ChoiceField {
            box.objectName: "scenario"
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            visible: Settings.source === Settings.Source.BuiltIn
            label: qsTr("Emulator behaviour")
            model: {
                const names = [];
                for (let i = 0; i < Service.scenarios.length; ++i)
                    names.push({
                        text: Service.scenarios[i],
                        value: Service.scenarios[i]
                    });
                return names;
            }
            value: Service.scenario
            onChosen: value => Service.scenario = value
        }

        AppField {
            Layout.preferredWidth: 1
            visible: Settings.source === Settings.Source.Emulator
            label: qsTr("Emulator address")
            hint: "http://127.0.0.1:8080"
            input.objectName: "emulatorAddress"
            input.text: Settings.emulatorAddress
            input.inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: text => Settings.emulatorAddress = text
        }

        AppField {
            Layout.preferredWidth: 1
            visible: Settings.source === Settings.Source.Emulator
            label: qsTr("Emulator site key")
            hint: "ysc1_\u2026"
            input.objectName: "emulatorKey"
            input.text: Settings.emulatorKey
            input.inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: text => Settings.emulatorKey = text
        }

        AppField {
            Layout.preferredWidth: 1
            visible: Settings.source === Settings.Source.OwnKeys
            label: qsTr("Site key")
            hint: "ysc1_\u2026"
            input.objectName: "siteKey"
            input.text: Settings.siteKey
            input.inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: text => Settings.siteKey = text
        }

        AppField {
            Layout.preferredWidth: 1
            visible: Settings.source === Settings.Source.OwnKeys
            label: qsTr("Site allowed for the key")
            hint: "https://shop.example"
            input.objectName: "pageOrigin"
            input.text: Settings.pageOrigin
            input.inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: text => Settings.pageOrigin = text
        }

        AppField {
            Layout.preferredWidth: 1
            visible: Settings.source === Settings.Source.OwnKeys
            label: qsTr("Address of your backend")
            hint: "https://shop.example/captcha"
            input.objectName: "backendAddress"
            input.text: Settings.backendAddress
            input.inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: text => Settings.backendAddress = text
        }
    }

    Notice {
        objectName: "problem"
        kind: Notice.Kind.Bad
        text: Service.problem
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Never enter the server key here. It stays on the backend, which verifies tokens for this application.")
        font.pixelSize: Theme.smallSize
        color: Theme.secondary
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("SmartCaptcha for Qt %1").arg(SmartCaptcha.version)
        font.pixelSize: Theme.smallSize
        color: Theme.secondary
        wrapMode: Text.Wrap
    }
}
