// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "console.h"

#include <cstdio>

namespace Console {

namespace {

void write(FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void print(const QString &text)
{
    write(stdout, text);
}

void fail(const QString &message)
{
    write(stderr, QStringLiteral("smartcaptcha: ") + onOneLine(message));
}

void warn(const QString &message)
{
    write(stderr, QStringLiteral("smartcaptcha: warning: ") + onOneLine(message));
}

QString onOneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text)
        line += c.isPrint() || c.isSurrogate() ? c : QLatin1Char(' ');
    return line;
}

} // namespace Console
