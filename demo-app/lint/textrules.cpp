// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "textrules.h"

#include "sourcetext.h"

#include <QtCore/qregularexpression.h>

#include <algorithm>

namespace Lint {

namespace {

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

/// Adds the matches of @p form in @p text.
void find(QList<TextMatches::Match> &found, Rule rule, const QString &text, const QRegularExpression &form)
{
    QRegularExpressionMatchIterator matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        found.append({rule, match.capturedStart(), match.capturedLength()});
    }
}

/// The block in braces that encloses @p position.
QStringView blockAround(const QString &code, qsizetype position)
{
    qsizetype begin = position;
    for (int depth = 0; begin > 0; --begin) {
        const QChar c = code.at(begin - 1);
        if (c == QLatin1Char('}'))
            ++depth;
        else if (c == QLatin1Char('{') && depth-- == 0)
            break;
    }
    qsizetype end = position;
    for (int depth = 0; end < code.size(); ++end) {
        const QChar c = code.at(end);
        if (c == QLatin1Char('{'))
            ++depth;
        else if (c == QLatin1Char('}') && depth-- == 0)
            break;
    }
    return QStringView(code).mid(begin, end - begin);
}

/// A parameter of `smartCaptcha.render()` that is true: next to a sitekey, or inside the call.
void findParameter(QList<TextMatches::Match> &found, Rule rule, const SourceText &source, const QString &name)
{
    // Not static, because of the name.
    const QRegularExpression form(QStringLiteral("(?<![\\w.])[\"']?%1[\"']?\\s*:\\s*true\\b").arg(name));
    static const QRegularExpression siteKey = pattern("(?<!\\w)[\"']?sitekey[\"']?\\s*[:,}\\n]");
    static const QRegularExpression call = pattern("smartCaptcha\\s*\\.\\s*render\\s*\\([^;{}]*\\{$");
    const QString &text = source.withoutComments();
    QRegularExpressionMatchIterator matches =
        form.globalMatch(text); // clazy:exclude=use-static-qregularexpression
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView block = blockAround(source.code(), match.capturedStart());
        const qsizetype begin = block.data() - source.code().constData();
        const QString inBlock = text.mid(begin, block.size()) + QLatin1Char('\n');
        const QString before =
            source.code().mid(std::max<qsizetype>(0, begin - 400), std::min<qsizetype>(begin, 400));
        if (siteKey.match(inBlock).hasMatch() || call.match(before).hasMatch())
            found.append({rule, match.capturedStart(), match.capturedLength()});
    }
}

/// A property of the SDK that is set to true: with its setter, in QML, by assignment, or by its name.
void findProperty(QList<TextMatches::Match> &found, Rule rule, const SourceText &source,
                  const QString &property)
{
    const QString setter = QStringLiteral("set") + property.at(0).toUpper() + property.mid(1);
    find(found, rule, source.code(),
         QRegularExpression(QStringLiteral("\\b%1\\s*\\(\\s*([Tt]rue|1)\\s*\\)").arg(setter)));
    // In C++ an assignment is to some other member of that name; the SDK's properties have setters.
    if (source.kind() != SourceText::Kind::Cpp)
        find(found, rule, source.code(),
             QRegularExpression(
                 QStringLiteral("\\b%1\\s*(?::|(?<![=!<>])=(?!=))\\s*[Tt]rue\\b").arg(property)));
    find(found, rule, source.withoutComments(),
         QRegularExpression(QStringLiteral("\"%1\"(?:_L1|_s)?\\s*\\)?\\s*,\\s*(?:QVariant\\(\\s*)?[Tt]rue\\b")
                                .arg(property)));
}

void findUses(QList<TextMatches::Match> &found, const SourceText &source)
{
    findProperty(found, Rule::TestMode, source, QStringLiteral("testMode"));
    findParameter(found, Rule::TestMode, source, QStringLiteral("test"));
    findProperty(found, Rule::ShieldWithoutNotice, source, QStringLiteral("shieldHidden"));
    findParameter(found, Rule::ShieldWithoutNotice, source, QStringLiteral("hideShield"));

    // Comparisons with the value and case labels are allowed.
    static const QRegularExpression get =
        pattern("(?<![=!]=)(?<![=!]=\\s)(?<!case\\s)\\bSmartCaptchaVerifier\\s*(?:::|\\.)\\s*(?:Method\\s*(?:"
                "::|\\.)\\s*)?"
                "Get\\b(?!\\s*(?:[=!]=|:(?!:)))");
    find(found, Rule::GetWithSecret, source.code(), get);
    static const QRegularExpression setGet = pattern("\\bsetMethod\\s*\\(\\s*Method\\s*::\\s*Get\\s*\\)");
    if (source.code().contains(QLatin1String("SmartCaptcha")))
        find(found, Rule::GetWithSecret, source.code(), setGet);
}

void findAddresses(QList<TextMatches::Match> &found, const SourceText &source)
{
    const QString &text = source.withoutComments();
    static const QRegularExpression secret = pattern("/validate/?\\?[^\\s\"'`<>]*\\bsecret=");
    find(found, Rule::GetWithSecret, text, secret);
    static const QRegularExpression test = pattern("/webview/?\\?[^\\s\"'`<>]*\\btest=true\\b");
    find(found, Rule::TestMode, text, test);
    static const QRegularExpression hidden = pattern("/webview/?\\?[^\\s\"'`<>]*\\bhideShield=true\\b");
    find(found, Rule::ShieldWithoutNotice, text, hidden);

    static const QRegularExpression first = pattern("(?<![\\w-])captcha-api\\.yandex\\.ru(?![\\w-])");
    find(found, Rule::RetiredAddress, text, first);
    // Next to the current address it serves as the fallback.
    static const QRegularExpression second = pattern("(?<![\\w-])smartcaptcha\\.yandexcloud\\.net(?![\\w-])");
    if (!text.contains(QLatin1String("smartcaptcha.cloud.yandex.ru")))
        find(found, Rule::RetiredAddress, text, second);
}

} // namespace

TextMatches matchTextRules(const SourceText &source)
{
    TextMatches result;
    if (source.kind() == SourceText::Kind::Prose)
        return result;
    static const QRegularExpression marker = pattern("smartcaptcha-lint:\\s*notice-shown\\b");
    result.hasNotice = source.withoutComments().contains(QLatin1String("smartcaptcha_notice"))
        || marker.match(source.text()).hasMatch();
    if (source.kind() != SourceText::Kind::Data)
        findUses(result.matches, source);
    findAddresses(result.matches, source);
    return result;
}

} // namespace Lint
