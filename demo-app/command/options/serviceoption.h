// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaService>

#include <QtCore/qstring.h>

class OptionSet;

/// The option `--service`.
namespace ServiceOption {

/// The service, or one line that says why the address cannot be used.
struct Found {
    SmartCaptchaService service;
    QString problem;
};

/// What @p options select: the service at the given address, else SmartCaptchaService::current().
[[nodiscard]] Found find(const OptionSet &options);

} // namespace ServiceOption
