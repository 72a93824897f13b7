// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "missinglibrary.h"

#include <QtCore/qregularexpression.h>

namespace SmartCaptcha::Internal {

QString missingPackage(const QString &problem)
{
#ifdef Q_OS_LINUX
    // The text after the name is in the system's language. A library that is there but does not fit is named
    // by its path.
    static const QRegularExpression library(QStringLiteral("(?:^|[ (])(libQt6\\w+)\\.so\\.6: "));
    const QRegularExpressionMatch match = library.match(problem);
    if (match.hasMatch())
        return match.captured(1).toLower() + QLatin1Char('6');
#else
    Q_UNUSED(problem)
#endif
    return {};
}

} // namespace SmartCaptcha::Internal
