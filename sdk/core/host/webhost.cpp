// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webhost.h"

namespace SmartCaptcha::Internal {

WebHost::WebHost(QObject *parent)
    : QObject(parent)
{
}

WebHost::~WebHost() = default;

} // namespace SmartCaptcha::Internal
