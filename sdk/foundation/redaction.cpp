// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "redaction.h"

#include "foundation/keyform.h"

#include <QtCore/qglobalstatic.h>
#include <QtCore/qmutex.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstringlist.h>

namespace SmartCaptcha::Internal {

namespace {

// Tokens of fewer characters than this could be part of any word.
constexpr qsizetype shortestToken = 4;
constexpr qsizetype mostTokens = 16;

struct Secrets {
    QMutex mutex;
    QStringList tokens; // cppcheck-suppress unusedStructMember
    // Apart, or a page could have a good token forgotten by making up others.
    QStringList ignoredTokens; // cppcheck-suppress unusedStructMember
    const QRegularExpression control{QStringLiteral("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+")};
    const QRegularExpression key{
        QStringLiteral("(%1|%2)[A-Za-z0-9_-]+").arg(KeyForm::clientPrefix, KeyForm::serverPrefix)};
    const QRegularExpression query{QStringLiteral("(://[^\\s?#]*)[?#]\\S*")};
    const QRegularExpression opaque{QStringLiteral("[A-Za-z0-9+/=%_-]{40,}")};
};

Q_GLOBAL_STATIC(Secrets, secrets)

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

// Replaces @p token, and if it is short only where it is a word of its own: otherwise a token of one letter
// would leave nothing of any text.
void replaceToken(QString &text, const QString &token, const QString &by)
{
    const auto isPartOfWord = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
    };
    for (qsizetype at = text.indexOf(token); at >= 0; at = text.indexOf(token, at)) {
        const qsizetype end = at + token.size();
        if (token.size() < shortestToken && (isPartOfWord(at - 1) || isPartOfWord(end))) {
            ++at;
        } else {
            text.replace(at, token.size(), by);
            at += by.size();
        }
    }
}

} // namespace

void rememberToken(const QString &token, TokenUse use)
{
    if (token.isEmpty() || secrets.isDestroyed())
        return;
    const QMutexLocker lock(&secrets->mutex);
    QStringList &tokens = use == TokenUse::Ignored ? secrets->ignoredTokens : secrets->tokens;
    tokens.removeAll(token);
    tokens.append(token);
    if (tokens.size() > mostTokens)
        tokens.removeFirst();
}

QString redacted(const QString &text, qsizetype maximumLength)
{
    // While the program ends, nothing tells any more what is secret.
    if (secrets.isDestroyed())
        return {};
    const QString gone = QStringLiteral("\u2026");
    // Cut generously first, so that a huge text costs nothing; then again, because the replacements change
    // its length.
    QString result = text.left(maximumLength * 8);
    {
        const QMutexLocker lock(&secrets->mutex);
        for (const QStringList *const tokens : {&secrets->tokens, &secrets->ignoredTokens}) {
            for (const QString &token : *tokens)
                replaceToken(result, token, gone);
        }
    }
    replaceLoneSurrogates(result);
    result.replace(secrets->control, QStringLiteral(" "));
    result.replace(secrets->key, QStringLiteral("\\1") + gone);
    result.replace(secrets->query, QStringLiteral("\\1?") + gone);
    result.replace(secrets->opaque, gone);
    if (result.size() > maximumLength) {
        result.truncate(maximumLength);
        replaceLoneSurrogates(result);
        result += gone;
    }
    return result;
}

} // namespace SmartCaptcha::Internal
