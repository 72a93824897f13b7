// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <functional>

/// Packages and archives: zip (.apk, .aab, .ipa, .jar), tar, ar (.deb, .a), cpio, rpm, 7-zip, cab, xar, and
/// single compressed files.
namespace Lint::Package {

/// Whether @p content starts with the signature of a package.
[[nodiscard]] bool isOne(const QByteArray &content);

/// Why this build cannot open packages; empty when it can.
[[nodiscard]] QString limitation();

/// Calls @p entry for every file in the package. Returns why not everything could be read, or an empty
/// string.
[[nodiscard]] QString read(const QByteArray &content,
                           const std::function<void(const QString &name, const QByteArray &content)> &entry);

} // namespace Lint::Package
