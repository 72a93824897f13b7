// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

import QtQuick

// A small chevron that points to the left.
Item {
    id: chevron

    property color color: Theme.text

    implicitWidth: 12
    implicitHeight: 12

    Stroke {
        color: chevron.color
        rotation: -45
    }

    Stroke {
        color: chevron.color
        rotation: 45
    }

    component Stroke: Rectangle {
        x: 2
        y: 5
        width: 10
        height: 2
        radius: 1
        transformOrigin: Item.Left
        antialiasing: true
    }
}
