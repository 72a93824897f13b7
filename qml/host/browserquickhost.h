// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/browser/browserhost.h"
#include "engines/quick/quickwebhost.h"

namespace SmartCaptcha::Internal {

/// Shows pages in the person's own browser, and nothing in the item.
class BrowserQuickHost : public BrowserHost<QuickWebHost> {
public:
    using BrowserHost::BrowserHost;

    [[nodiscard]] QQuickItem *item() const override { return nullptr; }
    [[nodiscard]] QuickEngine engine() const override { return QuickEngine::Browser; }
    void warmUp() override {}
};

} // namespace SmartCaptcha::Internal
