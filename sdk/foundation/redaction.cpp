// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "redaction.h"

#include "foundation/keyform.h"

#include <QtCore/qregularexpression.h>

namespace SmartCaptcha::Internal {

QString redacted(const QString &text, qsizetype maximumLength)
{
    // Cut generously first, so that a huge text costs nothing; then again, because the replacements change
    // its length.
    QString result = text.left(maximumLength * 8);
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x1f\\x7f]+"));
    static const QRegularExpression key(
        QStringLiteral("(%1|%2)[A-Za-z0-9_-]+").arg(KeyForm::clientPrefix, KeyForm::serverPrefix));
    static const QRegularExpression query(QStringLiteral("(://[^\\s?#]*)[?#]\\S*"));
    static const QRegularExpression opaque(QStringLiteral("[A-Za-z0-9+/=%_-]{40,}"));
    const QString gone = QStringLiteral("\u2026");
    result.replace(control, QStringLiteral(" "));
    result.replace(key, QStringLiteral("\\1") + gone);
    result.replace(query, QStringLiteral("\\1?") + gone);
    result.replace(opaque, gone);
    if (result.size() > maximumLength)
        result = result.left(maximumLength) + gone;
    return result;
}

} // namespace SmartCaptcha::Internal
