// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "redaction.h"

#include "foundation/keyform.h"

#include <QtCore/qglobalstatic.h>
#include <QtCore/qmutex.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstringlist.h>

#include <utility>

namespace SmartCaptcha::Internal {

namespace {

// Tokens of fewer characters than this could be any word.
constexpr qsizetype shortestToken = 4;
constexpr qsizetype mostTokens = 16;

struct KnownTokens {
    QMutex mutex;
    QStringList tokens;
};

Q_GLOBAL_STATIC(KnownTokens, known)

// Replaces halves of surrogate pairs that stand alone. A regular expression finds nothing at all in a text
// with one, and cutting a text may leave one at its end.
void replaceLoneSurrogates(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QLatin1Char(' ');
    }
}

} // namespace

void rememberToken(const QString &token)
{
    if (token.size() < shortestToken || known.isDestroyed())
        return;
    const QMutexLocker lock(&known->mutex);
    QStringList &tokens = known->tokens;
    tokens.removeAll(token);
    tokens.append(token);
    if (tokens.size() > mostTokens)
        tokens.removeFirst();
}

QString redacted(const QString &text, qsizetype maximumLength)
{
    // Cut generously first, so that a huge text costs nothing; then again, because the replacements change
    // its length.
    QString result = text.left(maximumLength * 8);
    static const QRegularExpression control(QStringLiteral("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+"));
    static const QRegularExpression key(
        QStringLiteral("(%1|%2)[A-Za-z0-9_-]+").arg(KeyForm::clientPrefix, KeyForm::serverPrefix));
    static const QRegularExpression query(QStringLiteral("(://[^\\s?#]*)[?#]\\S*"));
    static const QRegularExpression opaque(QStringLiteral("[A-Za-z0-9+/=%_-]{40,}"));
    const QString gone = QStringLiteral("\u2026");
    if (!known.isDestroyed()) {
        const QMutexLocker lock(&known->mutex);
        for (const QString &token : std::as_const(known->tokens))
            result.replace(token, gone);
    }
    replaceLoneSurrogates(result);
    result.replace(control, QStringLiteral(" "));
    result.replace(key, QStringLiteral("\\1") + gone);
    result.replace(query, QStringLiteral("\\1?") + gone);
    result.replace(opaque, gone);
    if (result.size() > maximumLength) {
        result.truncate(maximumLength);
        replaceLoneSurrogates(result);
        result += gone;
    }
    return result;
}

} // namespace SmartCaptcha::Internal
