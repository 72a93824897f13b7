// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "console.h"
#include "shared/oneline.h"

#include <cerrno>
#include <cstdio>

namespace Console {

namespace {

bool write(FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toLocal8Bit() + '\n';
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size())
        && std::fflush(stream) == 0;
}

bool &printed()
{
    static bool everything = true;
    return everything;
}

bool note(bool written)
{
    const int error = errno;
    if (written || !printed())
        return written;
    printed() = false;
    // A reader that has closed its end of the pipe does not want more output; that is not worth an error
    // message.
    if (error != EPIPE)
        fail(QStringLiteral("standard output cannot be written: ") + qt_error_string(error));
    return false;
}

} // namespace

bool print(const QString &text)
{
    return note(write(stdout, text));
}

bool finish()
{
    // Some file systems report a failed write only when the file is closed.
    return note(std::fclose(stdout) == 0) && printed();
}

void tell(const QString &text)
{
    write(stderr, text);
}

void fail(const QString &message)
{
    write(stderr, QStringLiteral("smartcaptcha: ") + onOneLine(message));
}

void warn(const QString &message)
{
    write(stderr, QStringLiteral("smartcaptcha: warning: ") + onOneLine(message));
}

} // namespace Console
