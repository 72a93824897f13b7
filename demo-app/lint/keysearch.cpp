// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keysearch.h"

#include <QtCore/qregularexpression.h>
#include <QtCore/qset.h>

#include <cstring>

namespace Lint::KeySearch {

namespace {

constexpr qsizetype leastLength = 20;
constexpr qsizetype leastVariety = 5;

bool isKeyCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isNoPlaceholder(QStringView rest)
{
    QSet<QChar> characters;
    for (const QChar c : rest)
        characters.insert(c);
    return characters.size() >= leastVariety;
}

/// The key at @p position, made of characters @p step bytes wide whose upper bytes are zero.
QByteArray keyAt(const QByteArray &bytes, qsizetype position, qsizetype step)
{
    static const QByteArray beginning = "ysc";
    QByteArray key;
    for (qsizetype at = position; at < bytes.size(); at += step) {
        const char c = bytes.at(at);
        const qsizetype index = key.size();
        const bool fits = index < 3 ? c == beginning.at(index)
            : index == 3            ? c == '1' || c == '2'
            : index == 4            ? c == '_'
                                    : isKeyCharacter(c);
        if (!fits)
            break;
        bool isWide = true;
        // The bytes after the last character can be anything.
        for (qsizetype gap = 1; gap < step && index > 0; ++gap)
            isWide = isWide && bytes.at(at - gap) == 0;
        if (!isWide)
            break;
        key += c;
    }
    return key;
}

} // namespace

QList<FoundKey> inText(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("ysc([12])(?:_|%5[Ff])([A-Za-z0-9]{%1,})").arg(leastLength));
    QList<FoundKey> found;
    QRegularExpressionMatchIterator matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (isNoPlaceholder(match.capturedView(2)))
            found.append({QStringLiteral("ysc%1_%2").arg(match.capturedView(1), match.capturedView(2)),
                          match.capturedStart(), match.capturedLength()});
    }
    return found;
}

QList<FoundKey> inBytes(const QByteArray &bytes)
{
    constexpr qsizetype prefixLength = 5;
    QList<FoundKey> found;
    const char *const begin = bytes.constData();
    const char *const end = begin + bytes.size();
    for (const char *at = begin; at < end; ++at) {
        at = static_cast<const char *>(std::memchr(at, 'y', size_t(end - at)));
        if (!at)
            break;
        for (const qsizetype step : {1, 2, 4}) {
            if (end - at <= step || at[step] != 's')
                continue;
            const QByteArray key = keyAt(bytes, at - begin, step);
            if (key.size() < prefixLength + leastLength)
                continue;
            const QString value = QString::fromLatin1(key);
            if (isNoPlaceholder(QStringView(value).mid(prefixLength)))
                found.append({value, at - begin, key.size() * step});
            break;
        }
    }
    return found;
}

} // namespace Lint::KeySearch
