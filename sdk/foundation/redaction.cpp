// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "redaction.h"

#include "foundation/keyform.h"

#include <QtCore/qglobalstatic.h>
#include <QtCore/qmutex.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstringlist.h>

#include <algorithm>
#include <vector>

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
    // What follows the group, which stays, is secret.
    const QRegularExpression key{
        QStringLiteral("(%1|%2)[A-Za-z0-9_-]+").arg(KeyForm::clientPrefix, KeyForm::serverPrefix)};
    const QRegularExpression query{QStringLiteral("(://[^\\s?#]*[?#])\\S*")};
    const QRegularExpression opaque{QStringLiteral("((?:%1|%2)?)[A-Za-z0-9+/=%_-]{40,}")
                                        .arg(KeyForm::clientPrefix, KeyForm::serverPrefix)};
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

// For each character of a text, whether it is secret.
using Secrecy = std::vector<bool>;

void mark(Secrecy &secrecy, qsizetype from, qsizetype to)
{
    std::fill(secrecy.begin() + from, secrecy.begin() + to, true);
}

// Marks @p token, and if it is short only where it is a word of its own: otherwise a token of one letter
// would leave nothing of any text.
void markToken(Secrecy &secrecy, const QString &text, const QString &token)
{
    const auto isPartOfWord = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
    };
    for (qsizetype at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
        const qsizetype end = at + token.size();
        if (token.size() >= shortestToken || !(isPartOfWord(at - 1) || isPartOfWord(end)))
            mark(secrecy, at, end);
    }
}

void markMatches(Secrecy &secrecy, const QString &text, const QRegularExpression &expression)
{
    for (const QRegularExpressionMatch &match : expression.globalMatch(text))
        mark(secrecy, match.capturedEnd(1), match.capturedEnd());
}

QString withoutMarked(const Secrecy &secrecy, const QString &text, const QString &by)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isSecret = secrecy.at(size_t(i));
        if (!isSecret)
            result += text.at(i);
        else if (i == 0 || !secrecy.at(size_t(i - 1)))
            result += by;
    }
    return result;
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
    // All of it is looked for in the text as it is: what is found for one reason could hide what another one
    // finds, and a page makes up tokens.
    Secrecy secrecy(size_t(result.size()));
    {
        const QMutexLocker lock(&secrets->mutex);
        for (const QStringList *const tokens : {&secrets->tokens, &secrets->ignoredTokens}) {
            for (const QString &token : *tokens)
                markToken(secrecy, result, token);
        }
    }
    replaceLoneSurrogates(result);
    for (const QRegularExpression *const expression : {&secrets->key, &secrets->query, &secrets->opaque})
        markMatches(secrecy, result, *expression);
    result = withoutMarked(secrecy, result, gone);
    // A token may have been half of a pair.
    replaceLoneSurrogates(result);
    result.replace(secrets->control, QStringLiteral(" "));
    if (result.size() > maximumLength) {
        result.truncate(maximumLength);
        replaceLoneSurrogates(result);
        result += gone;
    }
    return result;
}

} // namespace SmartCaptcha::Internal
