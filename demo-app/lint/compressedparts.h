// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <functional>

/// The compressed parts of a program: resources that rcc has packed with zlib or zstd, and whatever else is.
namespace Lint::CompressedParts {

/// What this build cannot unpack; empty when there is no such thing.
[[nodiscard]] QString limitation();

/// Calls @p part with the place of every such part of @p content, and with what is in it.
void read(const QByteArray &content,
          const std::function<void(qint64 position, qint64 length, const QByteArray &part)> &part);

} // namespace Lint::CompressedParts
