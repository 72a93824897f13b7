// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qiodevice.h>

namespace SmartCaptcha::Internal {

/**
 * The body of a request that must not be sent twice.
 *
 * When a connection closes before the first byte of the answer, QNetworkAccessManager sends the request
 * again, up to three times and whatever its method, after it has set the body back to its beginning. This
 * body cannot be set back once it has been read, so that the request fails instead. As long as it has not
 * been read, nothing of it can have left, and Qt may try as it likes.
 *
 * It is a QIODevice of its own and no QBuffer, which Qt would read past its virtual functions.
 */
class OneTimeBody : public QIODevice {
public:
    /// Whether a body that has not been read may be sent anew.
    enum class Rewind {
        UntilRead, ///< For a body that holds the token.
        Never, ///< For a request whose token is in its headers: an empty body is never read.
    };

    OneTimeBody(const QByteArray &content, Rewind rewind);

    /// Hands nothing over any more.
    void withhold() { m_withheld = true; }

    /// True once some of it has been handed over for sending.
    [[nodiscard]] bool wasRead() const { return m_read; }

    [[nodiscard]] qint64 size() const override { return m_content.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return seek(0); }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 maximum) override;

private:
    const QByteArray m_content;
    const Rewind m_rewind;
    bool m_read = false;
    bool m_withheld = false;
};

} // namespace SmartCaptcha::Internal
