// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <QtCore/qplugin.h>

Q_IMPORT_PLUGIN(WebEngineHostFactory)
