// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "foundation/secretbytes.h"

#include <QtCore/qiodevice.h>

#include <functional>

namespace SmartCaptcha::Internal {

/**
 * The body of a request that must not be sent twice.
 *
 * When a connection closes before the first byte of the answer, QNetworkAccessManager rewinds the body and
 * sends the request again, up to three times and whatever its method. This body cannot be rewound once it has
 * been read, so that the request fails instead. Until it has been read, nothing of it can have been sent, and
 * Qt may retry.
 *
 * It is not a QBuffer, because Qt would read that one's data directly, without its virtual functions.
 */
class OneTimeBody : public QIODevice {
public:
    /// Whether a body that has not been read may be rewound.
    enum class Rewind {
        UntilRead, ///< For a body that holds the token.
        Never, ///< For a request with the token in its address: the body is empty, so it is never read.
    };

    /// @p refused is called each time that Qt wants to send the request again and this body refuses, before
    /// Qt goes on.
    OneTimeBody(const SecretBytes &content, Rewind rewind, std::function<void()> refused);

    /// From now on, reading and rewinding fail.
    void withhold() { m_withheld = true; }

    /// True once some of it has been read for sending.
    [[nodiscard]] bool wasRead() const { return m_read; }

    [[nodiscard]] qint64 size() const override { return m_content.bytes().size(); }
    bool seek(qint64 position) override;
    bool reset() override { return seek(0); }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 maximum) override;

private:
    const SecretBytes m_content;
    const Rewind m_rewind;
    const std::function<void()> m_refused;
    bool m_read = false;
    bool m_withheld = false;
};

} // namespace SmartCaptcha::Internal
