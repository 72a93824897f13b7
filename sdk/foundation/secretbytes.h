// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <cstring>
#include <utility>

namespace SmartCaptcha::Internal {

/// Overwrites @p characters with zeros, if they are not shared: those that somebody else still has are
/// theirs.
template <class Characters>
void wipe(Characters &characters)
{
    if (!characters.isDetached())
        return;
    // volatile, or the compiler would leave it out as nobody reads it.
    void *(*const volatile set)(void *, int, size_t) = std::memset;
    set(characters.data(), 0, size_t(characters.size()) * sizeof(*characters.constData()));
}

/// Bytes that are wiped from memory with their last copy. Implicitly shared.
class SecretBytes {
public:
    SecretBytes() = default;
    /// @p bytes must not be shared with anything that lives longer.
    explicit SecretBytes(QByteArray &&bytes)
        : m_bytes(std::move(bytes))
    {
    }
    SecretBytes(const SecretBytes &) = default;
    SecretBytes(SecretBytes &&) noexcept = default;
    SecretBytes &operator=(SecretBytes other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~SecretBytes() { wipe(m_bytes); }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace SmartCaptcha::Internal
