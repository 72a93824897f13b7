// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "foundation/secretbytes.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>

#include <utility>

namespace SmartCaptcha::Internal {

/**
 * The fields, in UTF-8, as `application/x-www-form-urlencoded`. Everything but letters, digits and `-._~` is
 * percent-encoded, so that `+ / = &` arrive unchanged; QUrlQuery would not encode a `+`, which servers read
 * as a space. No other copies of the values stay in memory.
 */
[[nodiscard]] SecretBytes formEncoded(const QList<std::pair<QByteArray, SecretBytes>> &fields);

} // namespace SmartCaptcha::Internal
