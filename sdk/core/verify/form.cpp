// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "form.h"

namespace SmartCaptcha::Internal {

namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_' || c == '~';
}

} // namespace

SecretBytes formEncoded(const QList<std::pair<QByteArray, SecretBytes>> &fields)
{
    qsizetype longest = 0;
    for (const auto &[name, value] : fields)
        longest += name.size() + 3 * value.bytes().size() + 2;
    // Not QUrl::toPercentEncoding(), and at once: text that grows leaves copies behind.
    QByteArray form;
    form.reserve(longest);
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty())
            form += '&';
        form += name;
        form += '=';
        for (const char c : value.bytes()) {
            if (isUnreserved(c)) {
                form += c;
                continue;
            }
            constexpr char digits[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            form += '%';
            form += digits[byte >> 4];
            form += digits[byte & 0xf];
        }
    }
    return SecretBytes(std::move(form));
}

} // namespace SmartCaptcha::Internal
