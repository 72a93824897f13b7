// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qstring.h>

class OptionSet;

/// Where the server key comes from: the keychain, a file, or the environment; never an argument.
namespace ServerKeySource {

/// Adds `--keychain` and `--server-key-file`.
void addOptions(OptionSet &options);

/// The key, or one line that says why there is none.
struct Found {
    SmartCaptchaServerKey key;
    QString problem;
};

/// Finds the key that @p options select, else the one in SMARTCAPTCHA_SERVER_KEY. Waits for the keychain.
[[nodiscard]] Found find(const OptionSet &options);

/// The key in the file @p name.
[[nodiscard]] Found fromFile(const QString &name);

} // namespace ServerKeySource
