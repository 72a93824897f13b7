// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webhost.h"

#include <QtCore/qjsonobject.h>

namespace SmartCaptcha::Internal {

WebHost::WebHost(QObject *parent)
    : QObject(parent)
{
}

WebHost::~WebHost() = default;

void WebHost::sendCommand(const QJsonObject &command)
{
    runScript(CaptchaPage::commandScript(command));
}

void WebHost::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    Q_EMIT pausedChanged(paused);
}

} // namespace SmartCaptcha::Internal
