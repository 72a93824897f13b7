// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "httpmessage.h"

#include <QtCore/qbytearray.h>

#include <optional>

namespace SmartCaptcha::Internal {

/**
 * Reads requests of HTTP/1.1 and 1.0 from the bytes of a connection.
 *
 * It is strict and bounded: what is not written as RFC 9112 has it is refused and not guessed at, and nothing
 * that a client sends makes it hold more than the limits.
 */
class RequestParser {
public:
    /// In bytes, but for the number of fields.
    struct Limits {
        qsizetype target = 32 * 1024; ///< The address in the request line.
        qsizetype head = 64 * 1024; ///< The request line and all header fields.
        int fields = 100;
        qsizetype body = 1024 * 1024;
    };

    explicit RequestParser(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// Adds what the connection has received. To be followed by next() until that returns nothing.
    void add(const QByteArray &bytes);

    /// The next whole request, without its peer; nothing if more bytes are needed or refusal() is not 0.
    [[nodiscard]] std::optional<HttpRequest> next();

    /// The status with which to refuse what came, before closing the connection; 0 if nothing is wrong.
    [[nodiscard]] int refusal() const { return m_refusal; }

    /// True if a request has begun and is not whole yet.
    [[nodiscard]] bool isInRequest() const { return m_part != Part::Head || !m_buffer.isEmpty(); }

    /// How many bytes it holds: of the request that is not whole yet, and of what came after it.
    [[nodiscard]] qsizetype held() const;

    /// True once for each request whose client waits for status 100 before it sends the body.
    [[nodiscard]] bool takeExpectation();

private:
    enum class Part { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer };

    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readRequestLine(const QByteArray &line);
    [[nodiscard]] bool readField(const QByteArray &line);
    [[nodiscard]] bool readFraming();
    [[nodiscard]] bool readPart();
    [[nodiscard]] std::optional<QByteArray> takeLine(qsizetype limit, int tooLong);
    bool refuse(int status);

    const Limits m_limits;
    QByteArray m_buffer;
    HttpRequest m_request;
    QByteArray m_authority; // of a target with one; empty otherwise
    Part m_part = Part::Head;
    qsizetype m_missing = 0; // bytes of the body or of the chunk
    qsizetype m_trailer = 0; // bytes of the trailer so far
    int m_refusal = 0;
    bool m_expectation = false;
};

} // namespace SmartCaptcha::Internal
