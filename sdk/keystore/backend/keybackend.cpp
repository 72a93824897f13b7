// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keybackend.h"

namespace SmartCaptcha::Internal {

KeyBackend::KeyBackend() = default;
KeyBackend::~KeyBackend() = default;

QString KeyBackend::causeOfSilence() const
{
    return {};
}

} // namespace SmartCaptcha::Internal
