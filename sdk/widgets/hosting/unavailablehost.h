// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgetwebhost.h"

namespace SmartCaptcha::Internal {

/// Stands in where there is no web engine: every page fails, with the reason.
class UnavailableHost : public WidgetWebHost {
    Q_OBJECT

public:
    explicit UnavailableHost(const QString &reason);

    [[nodiscard]] CaptchaPage::Transport transport() const override;
    void load(const CaptchaPage &page) override;
    void unload() override;
    void runScript(const QString &script) override;
    [[nodiscard]] QWidget *widget() const override;
    void warmUp() override;

private:
    const QString m_reason;
    bool m_wanted = false;
};

} // namespace SmartCaptcha::Internal
