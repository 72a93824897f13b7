// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "compressedparts.h"

#include <QtCore/qstringlist.h>

#ifdef SMARTCAPTCHA_WITH_ZLIB
#include <zlib.h>
#endif
#ifdef SMARTCAPTCHA_WITH_ZSTD
#include <zstd.h>
#endif

#include <algorithm>
#include <cstring>
#include <memory>

namespace Lint::CompressedParts {

namespace {

#if defined(SMARTCAPTCHA_WITH_ZLIB) || defined(SMARTCAPTCHA_WITH_ZSTD)
constexpr qsizetype maximumSize = qsizetype(64) << 20;
constexpr qsizetype bufferSize = 65536;

/// The unpacked bytes, and how many compressed bytes they took up.
struct Unpacked {
    QByteArray content;
    qsizetype consumed = 0;
};
#endif

#ifdef SMARTCAPTCHA_WITH_ZLIB

class Inflater {
public:
    Inflater()
    {
        // Accept the headers of zlib and of gzip.
        constexpr int anyHeader = 15 + 32;
        m_ready = inflateInit2(&m_stream, anyHeader) == Z_OK;
    }

    ~Inflater() { inflateEnd(&m_stream); }

    static bool mayBegin(const uchar *at)
    {
        const bool zlib = at[0] == 0x78 && (at[1] == 0x01 || at[1] == 0x5e || at[1] == 0x9c || at[1] == 0xda);
        return zlib || (at[0] == 0x1f && at[1] == 0x8b);
    }

    Unpacked unpack(const QByteArray &content, qsizetype position)
    {
        Unpacked result;
        if (!m_ready || inflateReset(&m_stream) != Z_OK)
            return {};
        const qsizetype available = std::min(content.size() - position, maximumSize);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData() + position));
        m_stream.avail_in = uInt(available);
        int status = Z_OK;
        while (status == Z_OK && result.content.size() < maximumSize) {
            m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
            m_stream.avail_out = uInt(m_buffer.size());
            status = inflate(&m_stream, Z_NO_FLUSH);
            result.content.append(m_buffer.constData(), m_buffer.size() - qsizetype(m_stream.avail_out));
        }
        // Without an end marker and a valid checksum it was not a compressed stream.
        if (status != Z_STREAM_END)
            return {};
        result.consumed = available - qsizetype(m_stream.avail_in);
        return result;
    }

private:
    Q_DISABLE_COPY_MOVE(Inflater)

    z_stream m_stream = {};
    bool m_ready = false;
    QByteArray m_buffer = QByteArray(bufferSize, Qt::Uninitialized);
};

#endif

#ifdef SMARTCAPTCHA_WITH_ZSTD

bool mayBeginZstd(const char *at)
{
    return std::memcmp(at, "\x28\xb5\x2f\xfd", 4) == 0;
}

Unpacked unpackZstd(const QByteArray &content, qsizetype position)
{
    const std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream *)> stream(ZSTD_createDStream(),
                                                                           ZSTD_freeDStream);
    Unpacked result;
    QByteArray buffer(bufferSize, Qt::Uninitialized);
    ZSTD_inBuffer input = {content.constData() + position, size_t(content.size() - position), 0};
    size_t left = 1;
    while (left != 0 && result.content.size() < maximumSize) {
        ZSTD_outBuffer output = {buffer.data(), size_t(buffer.size()), 0};
        left = ZSTD_decompressStream(stream.get(), &output, &input);
        if (ZSTD_isError(left) || (output.pos == 0 && input.pos == input.size && left != 0))
            return {};
        result.content.append(buffer.constData(), qsizetype(output.pos));
    }
    result.consumed = qsizetype(input.pos);
    return result;
}

#endif

} // namespace

QString limitation()
{
    QStringList missing;
#ifndef SMARTCAPTCHA_WITH_ZLIB
    missing << QStringLiteral("zlib (on Debian: zlib1g-dev)");
#endif
#ifndef SMARTCAPTCHA_WITH_ZSTD
    missing << QStringLiteral("zstd (on Debian: libzstd-dev)");
#endif
    // cppcheck-suppress knownConditionTrueFalse ; it depends on the build
    if (missing.isEmpty())
        return {};
    return QStringLiteral("compressed resources of programs are not all looked into, because this build was "
                          "made without %1")
        .arg(missing.join(QStringLiteral(" and ")));
}

void read(const QByteArray &content,
          const std::function<void(qint64 position, qint64 length, const QByteArray &part)> &part)
{
#if defined(SMARTCAPTCHA_WITH_ZLIB) || defined(SMARTCAPTCHA_WITH_ZSTD)
    constexpr qsizetype leastSize = 8;
#ifdef SMARTCAPTCHA_WITH_ZLIB
    Inflater inflater;
#endif
    for (qsizetype i = 0; i + leastSize <= content.size(); ++i) {
        const char *const at = content.constData() + i;
        Unpacked unpacked;
#ifdef SMARTCAPTCHA_WITH_ZLIB
        if (Inflater::mayBegin(reinterpret_cast<const uchar *>(at)))
            unpacked = inflater.unpack(content, i);
#endif
#ifdef SMARTCAPTCHA_WITH_ZSTD
        if (mayBeginZstd(at))
            unpacked = unpackZstd(content, i);
#endif
        if (unpacked.content.isEmpty())
            continue;
        part(i, unpacked.consumed, unpacked.content);
        i += unpacked.consumed - 1;
    }
#else
    Q_UNUSED(content)
    Q_UNUSED(part)
#endif
}

} // namespace Lint::CompressedParts
