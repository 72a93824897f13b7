// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <functional>

/// Packages and archives: zip (.apk, .aab, .ipa, .jar), tar, ar (.deb, .a), cpio, rpm, 7-zip, cab, xar, and
/// files that are compressed as a whole.
namespace Lint::Package {

/// Whether @p content begins as one of them does.
[[nodiscard]] bool isOne(const QByteArray &content);

/// What keeps this build from looking into packages; empty when nothing does.
[[nodiscard]] QString limitation();

/// Calls @p entry with every file in the package, and returns what kept it from reading all, in words, or
/// nothing.
[[nodiscard]] QString read(const QByteArray &content,
                           const std::function<void(const QString &name, const QByteArray &content)> &entry);

} // namespace Lint::Package
