// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <functional>

/// The compressed parts of a program: resources that rcc packed with zlib or zstd, and any other such
/// streams.
namespace Lint::CompressedParts {

/// Which formats this build cannot unpack; empty when it can unpack all.
[[nodiscard]] QString limitation();

/// Calls @p part with the position, the length and the unpacked content of every such part of @p content.
void read(const QByteArray &content,
          const std::function<void(qint64 position, qint64 length, const QByteArray &part)> &part);

} // namespace Lint::CompressedParts
