// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "locale.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qglobal.h>

#ifdef Q_OS_UNIX
#include <clocale>
#include <langinfo.h>
#endif

void ensureUtf8Locale()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_ALL, "");
    const QByteArray encoding = nl_langinfo(CODESET);
    if (encoding.compare("UTF-8", Qt::CaseInsensitive) != 0
        && encoding.compare("utf8", Qt::CaseInsensitive) != 0)
        qputenv("LC_ALL", "C.UTF-8");
#endif
}
