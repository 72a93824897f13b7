// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qfile.h>
#include <QtCore/qrandom.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

#include <algorithm>
#include <cstring>
#include <functional>

/**
 * A secret that this program looks for in its own memory, as in a core dump. Linux only.
 *
 * It is random and kept in disguise, so that it is in memory as it is only where use() has brought it.
 */
class HiddenSecret {
public:
    /// @p prefix and forty letters.
    explicit HiddenSecret(const QString &prefix)
    {
        for (const QChar character : prefix)
            m_disguised += disguised(character.toLatin1());
        for (int i = 0; i < 40; ++i)
            m_disguised += disguised(static_cast<char>('a' + QRandomGenerator::system()->bounded(26)));
    }

    /// Calls @p user with the secret as a string, which is wiped afterwards, unless somebody else has it,
    /// too.
    void use(const std::function<void(const QString &)> &user) const
    {
        QString plain(m_disguised.size(), Qt::Uninitialized);
        for (qsizetype i = 0; i < m_disguised.size(); ++i)
            plain[i] = QLatin1Char(disguised(m_disguised.at(i)));
        user(plain);
        if (!plain.isDetached())
            return;
        auto *const characters = reinterpret_cast<volatile char16_t *>(plain.data());
        for (qsizetype i = 0; i < m_disguised.size(); ++i)
            characters[i] = 0;
    }

    /// Every place in the memory that this program can write to that contains the end of the secret, with one
    /// or two bytes for each character: its address, and what is before it. What has been released counts,
    /// too.
    [[nodiscard]] QStringList places() const
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {QStringLiteral("/proc cannot be read")};
        QStringList found;
        // The search itself leaves nothing behind: all that it reads goes here.
        static char window[windowSize];
        const auto ownBegin = reinterpret_cast<quint64>(window);
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QByteArrayList fields = line.split(' ');
            const QByteArrayList range = fields.first().split('-');
            if (range.size() != 2 || !fields.value(1).startsWith("rw"))
                continue;
            const quint64 begin = range.first().toULongLong(nullptr, 16);
            const quint64 end = range.last().toULongLong(nullptr, 16);
            // The sanitizers' shadow memory is huge.
            if (end - begin > 256ULL * 1024 * 1024)
                continue;
            if (begin <= ownBegin && ownBegin < end) {
                search(memory, begin, ownBegin, window, found);
                search(memory, ownBegin + windowSize, end, window, found);
            } else {
                search(memory, begin, end, window, found);
            }
        }
        std::memset(window, 0, windowSize);
        return found;
    }

private:
    static constexpr int windowSize = 1024 * 1024;
    // The beginning of memory that has been released is overwritten first.
    static constexpr int searched = 20;
    static constexpr int context = 7;

    static char disguised(char character) { return static_cast<char>(character ^ 0x5a); }

    void search(QFile &memory, quint64 begin, quint64 end, char *window, QStringList &found) const
    {
        const QByteArray last = m_disguised.right(searched);
        const char *const wanted = last.constData();
        // Windows overlap by what may be cut in two.
        constexpr int overlap = 2 * searched - 1;
        for (quint64 at = begin; at < end; at += windowSize - overlap) {
            const auto size = static_cast<qint64>(std::min<quint64>(windowSize, end - at));
            if (!memory.seek(static_cast<qint64>(at)))
                return;
            const qint64 read = memory.read(window, size);
            const char *const stop = window + std::max<qint64>(0, read);
            for (const char *from = window; from < stop; ++from) {
                from = static_cast<const char *>(
                    std::memchr(from, disguised(*wanted), static_cast<size_t>(stop - from)));
                if (!from)
                    break;
                for (const int width : {1, 2}) {
                    if (stop - from < width * searched)
                        continue;
                    int same = 0;
                    while (same < searched && disguised(from[width * same]) == wanted[same]
                           && (width == 1 || from[width * same + 1] == 0))
                        ++same;
                    // The next window has what begins in the overlap.
                    if (same == searched && from - window < windowSize - overlap)
                        found << described(at, window, from - window, width);
                }
            }
            if (read < size)
                return;
        }
    }

    /// With the few characters before the secret, but nothing of this one or of another.
    [[nodiscard]] QString described(quint64 at, const char *window, qint64 i, int width) const
    {
        QString text;
        const qint64 begin = i - width * (m_disguised.size() - searched);
        for (qint64 byte = std::max<qint64>(0, begin - width * context); byte < begin; byte += width) {
            const char character = window[byte];
            text += QLatin1Char(character >= ' ' && character <= '~' ? character : '.');
        }
        return QStringLiteral("%1, %2 for each character, after \"%3\"")
            .arg(at + static_cast<quint64>(i), 0, 16)
            .arg(width == 1 ? QStringLiteral("1 byte") : QStringLiteral("2 bytes"))
            .arg(text);
    }

    QByteArray m_disguised;
};
