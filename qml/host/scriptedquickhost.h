// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/quick/quickwebhost.h"
#include "engines/scripted/scriptedhost.h"

#include <QtQuick/qquickitem.h>

namespace SmartCaptcha::Internal {

/// Shows nothing in the item: a test says what happens.
class ScriptedQuickHost : public ScriptedHost<QuickWebHost, QQuickItem> {
public:
    [[nodiscard]] QQuickItem *item() const override { return page(); }
    [[nodiscard]] QuickEngine engine() const override { return QuickEngine::Auto; }
    void warmUp() override {}
};

} // namespace SmartCaptcha::Internal
