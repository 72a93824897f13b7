// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"
#include "loopbacktab.h"

#include <utility>

namespace SmartCaptcha::Internal {

/// Shows pages in the person's own browser. @p Host is the type of host that the surface needs.
template <class Host>
class BrowserHost : public Host {
public:
    /// @p opener opens an address in the browser. @p instead: why the engine that was wanted is not there;
    /// empty if the browser was wanted.
    explicit BrowserHost(LoopbackTab::Opener opener, const QString &instead = {})
        : m_tab(std::move(opener))
        , m_instead(instead)
    {
        QObject::connect(&m_tab, &LoopbackTab::messageArrived, this, &WebHost::messageArrived);
        QObject::connect(&m_tab, &LoopbackTab::reloaded, this, &WebHost::reloaded);
        // Deadlines are for pages that run.
        QObject::connect(&m_tab, &BrowserTab::presenceChanged, this, [this] { this->setPaused(isAway()); });
    }

    [[nodiscard]] CaptchaPage::Transport transport() const override
    {
        return CaptchaPage::Transport::Browser;
    }

    void load(const CaptchaPage &page) override
    {
        ++m_loads;
        // A page that was made for an embedded engine would not bring its token back.
        if (!m_instead.isEmpty() && page.html().isEmpty()) {
            failLater(WebHost::Failure::Unavailable, m_instead);
            return;
        }
        QString problem;
        if (!m_tab.begin(page, &problem))
            failLater(WebHost::Failure::Load, problem);
    }

    void unload() override
    {
        ++m_loads;
        m_tab.end(std::exchange(m_passed, false));
    }
    void notePassed() override { m_passed = true; }
    void sendCommand(const QJsonObject &command) override { m_tab.sendCommand(command); }
    void runScript(const QString &script) override { Q_UNUSED(script) }
    [[nodiscard]] BrowserTab *browserTab() const override { return &m_tab; }

private:
    void failLater(WebHost::Failure failure, const QString &details)
    {
        QMetaObject::invokeMethod(
            this,
            [this, failure, details, load = m_loads] {
                if (load == m_loads)
                    Q_EMIT this->failed(failure, details);
            },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool isAway() const
    {
        return m_tab.presence() == BrowserTab::Presence::Awaited
            || m_tab.presence() == BrowserTab::Presence::Closed;
    }

    mutable LoopbackTab m_tab;
    const QString m_instead;
    int m_loads = 0;
    bool m_passed = false;
};

} // namespace SmartCaptcha::Internal
