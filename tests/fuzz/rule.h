// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>
#include <cstdlib>

namespace Fuzz {

/// Says which rule is broken and ends the program as a crash would, unless @p holds.
inline void rule(bool holds, const char *words)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken rule: %s\n", words);
    std::fflush(stderr);
    std::abort();
}

} // namespace Fuzz
