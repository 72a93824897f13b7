// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/unavailablehost.h"
#include "engines/widgets/widgetwebhost.h"

namespace SmartCaptcha::Internal {

/// Stands in for a missing plugin.
class UnavailableWidgetHost : public UnavailableHost<WidgetWebHost> {
public:
    using UnavailableHost::UnavailableHost;

    [[nodiscard]] QWidget *widget() const override { return nullptr; }
    void warmUp() override {}
};

} // namespace SmartCaptcha::Internal
