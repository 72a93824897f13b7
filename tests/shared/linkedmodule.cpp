// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(SmartCaptchaQuickPlugin)
