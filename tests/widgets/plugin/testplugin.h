// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/widgets/widgetwebhost.h"

#include <QtCore/qobject.h>

/// A plugin without an engine: every page that its hosts load fails.
class TestPlugin : public QObject, public SmartCaptcha::Internal::WidgetWebHostFactory {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TEST_PLUGIN_IID FILE "testplugin.json")
    Q_INTERFACES(SmartCaptcha::Internal::WidgetWebHostFactory)

public:
    [[nodiscard]] SmartCaptcha::Internal::WidgetWebHost *create(QString *problem) override;
    [[nodiscard]] int chromium() const override { return 100; }
};
