// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedengine.h"

#include <QtCore/qhash.h>
#include <QtCore/qpointer.h>

namespace SmartCaptcha::Internal {

ScriptedPart::~ScriptedPart() = default;

namespace ScriptedEngine {

namespace {

bool inUse = false;

// Hosts come and go with the pages of a captcha; the last one counts.
QHash<const QObject *, QPointer<WebHost>> &hosts()
{
    static QHash<const QObject *, QPointer<WebHost>> all;
    return all;
}

} // namespace

void setInUse(bool use)
{
    inUse = use;
}

bool isInUse()
{
    return inUse;
}

bool fits(const WebHost *host)
{
    return (dynamic_cast<const ScriptedPart *>(host) != nullptr) == inUse;
}

void assign(WebHost *host, QObject *captcha)
{
    if (dynamic_cast<ScriptedPart *>(host))
        hosts().insert(captcha, host);
}

ScriptedPart *partOf(const QObject *captcha)
{
    return dynamic_cast<ScriptedPart *>(hosts().value(captcha).data());
}

} // namespace ScriptedEngine

} // namespace SmartCaptcha::Internal
