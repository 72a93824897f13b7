// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "headerfield.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace SmartCaptcha::Internal {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isValueCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

constexpr std::array<const char *, 12> ownHeaders{
    "Accept-Encoding",
    "Connection",
    "Content-Encoding",
    "Content-Length",
    "Content-Type",
    "Expect",
    "Host",
    "Keep-Alive",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
};

} // namespace

bool isAllowedHeader(const QByteArray &name, const QByteArray &value)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), isTokenCharacter)
        && std::all_of(value.cbegin(), value.cend(), isValueCharacter)
        && std::none_of(ownHeaders.cbegin(), ownHeaders.cend(),
                        [&name](const char *own) { return name.compare(own, Qt::CaseInsensitive) == 0; });
}

} // namespace SmartCaptcha::Internal
