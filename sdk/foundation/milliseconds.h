// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

namespace SmartCaptcha::Internal {

/// Converts a duration to the int that properties have. One that does not fit becomes the longest or shortest
/// that does.
[[nodiscard]] inline int wholeMilliseconds(std::chrono::milliseconds duration)
{
    using Count = std::chrono::milliseconds::rep;
    return int(std::clamp<Count>(duration.count(), std::numeric_limits<int>::min(),
                                 std::numeric_limits<int>::max()));
}

} // namespace SmartCaptcha::Internal
