// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "webhost.h"

namespace SmartCaptcha::Internal {

/// Stands in for a missing web engine: every page fails, with the reason. @p Host is the type of host that it
/// replaces.
template <class Host>
class UnavailableHost : public Host {
public:
    explicit UnavailableHost(const QString &reason)
        : m_reason(reason)
    {
    }

    [[nodiscard]] CaptchaPage::Transport transport() const override
    {
        return CaptchaPage::Transport::WindowMessage;
    }

    void load(const CaptchaPage &page) override
    {
        Q_UNUSED(page)
        m_wanted = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_wanted)
                    Q_EMIT this->failed(WebHost::Failure::Unavailable, m_reason);
            },
            Qt::QueuedConnection);
    }

    void unload() override { m_wanted = false; }

    void runScript(const QString &script) override { Q_UNUSED(script) }

private:
    const QString m_reason;
    bool m_wanted = false;
};

} // namespace SmartCaptcha::Internal
