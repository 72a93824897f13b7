// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qcoreapplication.h>

/// The emulator's own descriptions, for users.
namespace EmulatorText {

/// What the scenario @p name does, in the language of the program.
[[nodiscard]] inline QString description(const QString &name)
{
    return QCoreApplication::translate("SmartCaptchaEmulator",
                                       SmartCaptchaEmulator::scenarioDescription(name).toUtf8().constData());
}

} // namespace EmulatorText
