// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qcoreapplication.h>

/// What the emulator says of itself, for people.
namespace EmulatorText {

/// What its scenario @p name does, in the language of the program.
[[nodiscard]] inline QString description(const QString &name)
{
    return QCoreApplication::translate("SmartCaptchaEmulator",
                                       SmartCaptchaEmulator::scenarioDescription(name).toUtf8().constData());
}

} // namespace EmulatorText
