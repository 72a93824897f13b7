// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/scripted/scriptedhost.h"
#include "engines/widgets/widgetwebhost.h"

#include <QtWidgets/qwidget.h>

namespace SmartCaptcha::Internal {

/// Shows nothing in the widget: a test says what happens.
class ScriptedWidgetHost : public ScriptedHost<WidgetWebHost, QWidget> {
public:
    [[nodiscard]] QWidget *widget() const override { return page(); }
    void warmUp() override {}
};

} // namespace SmartCaptcha::Internal
