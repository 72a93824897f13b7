// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "browsertab.h"

namespace SmartCaptcha::Internal {

BrowserTab::BrowserTab(QObject *parent)
    : QObject(parent)
{
}

BrowserTab::~BrowserTab() = default;

} // namespace SmartCaptcha::Internal
