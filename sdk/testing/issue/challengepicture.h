// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace SmartCaptcha::Internal {

/**
 * Draws @p digits as an SVG picture of 292 by 110 pixels, each digit bent and turned a little.
 *
 * It consists of lines only: text in the picture would tell the page the answer. @p seed chooses the
 * distortion, so that the same challenge looks the same each time it is fetched. The colours suit a light or
 * a @p dark card.
 */
[[nodiscard]] QByteArray drawDigits(const QString &digits, quint32 seed, bool dark);

} // namespace SmartCaptcha::Internal
