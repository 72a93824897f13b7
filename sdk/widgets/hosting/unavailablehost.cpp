// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "unavailablehost.h"

namespace SmartCaptcha::Internal {

UnavailableHost::UnavailableHost(const QString &reason)
    : m_reason(reason)
{
}

CaptchaPage::Transport UnavailableHost::transport() const
{
    return CaptchaPage::Transport::WindowMessage;
}

void UnavailableHost::load(const CaptchaPage &page)
{
    Q_UNUSED(page)
    m_wanted = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_wanted)
                Q_EMIT failed(Failure::Unavailable, m_reason);
        },
        Qt::QueuedConnection);
}

void UnavailableHost::unload()
{
    m_wanted = false;
}

void UnavailableHost::runScript(const QString &script)
{
    Q_UNUSED(script)
}

QWidget *UnavailableHost::widget() const
{
    return nullptr;
}

void UnavailableHost::warmUp()
{
}

} // namespace SmartCaptcha::Internal
