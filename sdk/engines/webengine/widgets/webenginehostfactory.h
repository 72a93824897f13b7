// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/widgets/widgetwebhost.h"

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

/// The plugin that SmartCaptcha::Widgets loads when the first captcha is needed.
class WebEngineHostFactory : public QObject, public WidgetWebHostFactory {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "com.smartcaptcha.WidgetWebHostFactory/1.0" FILE "webenginehost.json")
    Q_INTERFACES(SmartCaptcha::Internal::WidgetWebHostFactory)

public:
    [[nodiscard]] WidgetWebHost *create(QString *problem) override;
    [[nodiscard]] int chromium() const override;
};

} // namespace SmartCaptcha::Internal
