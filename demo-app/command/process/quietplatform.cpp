// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quietplatform.h"

#include <QtCore/qlogging.h>
#include <QtCore/qstring.h>

namespace {

QtMessageHandler &next()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void pass(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")) && next())
        next()(type, context, text);
}

} // namespace

void silenceMissingScreen()
{
    if (!next())
        next() = qInstallMessageHandler(pass);
}
