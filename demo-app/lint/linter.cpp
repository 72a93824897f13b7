// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "linter.h"

#include "compressedparts.h"
#include "package.h"
#include "sourcetext.h"
#include "textrules.h"

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qfile.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstringconverter.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace Lint {

namespace {

// Levels of nested packages; a .jar in an .apk in a .deb needs five.
constexpr int maximumDepth = 8;

/// @p content as text; nothing if it is binary.
std::optional<QString> decoded(const QByteArray &content)
{
    constexpr qsizetype beginning = 8192;
    // The rules would take too long on a longer text, and no source file is that long.
    constexpr qsizetype maximumText = qsizetype(32) << 20;
    if (content.size() > maximumText)
        return std::nullopt;
    if (content.startsWith("\xff\xfe") || content.startsWith("\xfe\xff"))
        return QString(QStringDecoder(QStringDecoder::Utf16).decode(content));
    if (content.left(beginning).contains('\0'))
        return std::nullopt;
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(content);
    return utf8.hasError() ? QString::fromLatin1(content) : text;
}

/// The rules that a comment in the line around @p position turns off.
QSet<Rule> ignoredAt(const QString &text, qsizetype position)
{
    const qsizetype begin = text.lastIndexOf(QLatin1Char('\n'), position) + 1;
    const qsizetype end = text.indexOf(QLatin1Char('\n'), position);
    static const QRegularExpression form(
        QStringLiteral("smartcaptcha-lint:\\s*ignore\\s+([\\w-]+(?:\\s*,\\s*[\\w-]+)*)"));
    const QRegularExpressionMatch match = form.match(text.mid(begin, end < 0 ? -1 : end - begin));
    QSet<Rule> rules;
    static const QRegularExpression separator(QStringLiteral("\\s*,\\s*"));
    const QStringList names = match.captured(1).split(separator);
    for (qsizetype i = 0; i < allRules().size(); ++i) {
        if (names.contains(allRules().at(i).id) || names.contains(allRules().at(i).name))
            rules.insert(Rule(i));
    }
    return rules;
}

/// Maps positions in a text to lines and columns.
class Lines {
public:
    explicit Lines(const QString &text)
    {
        for (qsizetype at = text.indexOf(QLatin1Char('\n')); at >= 0;
             at = text.indexOf(QLatin1Char('\n'), at + 1))
            m_begins.append(at + 1);
    }

    [[nodiscard]] Place placeOf(Place place, qsizetype position, qsizetype length) const
    {
        const auto next = std::upper_bound(m_begins.cbegin(), m_begins.cend(), position);
        place.line = next - m_begins.cbegin();
        place.column = position - *(next - 1) + 1;
        place.length = length;
        return place;
    }

private:
    QList<qsizetype> m_begins{0};
};

bool isPair(const QString &serverKey, const QString &siteKey)
{
    return SmartCaptchaServerKey(serverKey).belongsTo(siteKey);
}

} // namespace

Linter::Linter(const QStringList &siteKeys)
    : m_siteKeys(siteKeys)
{
}

void Linter::look(const FileList::Entry &entry)
{
    QFile file(entry.path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_unexamined << QStringLiteral("%1 cannot be read: %2").arg(masked(entry.path), file.errorString());
        return;
    }
    ++m_fileCount;
    const Subject subject{entry.path, {}, entry.isTest};
    // Programs are large; mapping avoids a copy.
    const qint64 size = file.size();
    if (uchar *const mapped = size > 0 ? file.map(0, size) : nullptr)
        lookAt(QByteArray::fromRawData(reinterpret_cast<const char *>(mapped), qsizetype(size)), subject, 0);
    else
        lookAt(file.readAll(), subject, 0);
    if (file.error() != QFileDevice::NoError)
        m_unexamined << QStringLiteral("%1 cannot be read: %2").arg(masked(entry.path), file.errorString());
}

void Linter::lookAt(const QByteArray &content, const Subject &subject, int depth)
{
    if (Package::isOne(content) && depth < maximumDepth) {
        const QString problem = Package::read(content, [&](const QString &name, const QByteArray &entry) {
            lookAt(entry, subject.part(name), depth + 1);
        });
        if (problem.isEmpty())
            return;
        const QString where = (QStringList(subject.file) + subject.inside).join(QLatin1Char('!'));
        m_unexamined << QStringLiteral("%1 is a package that was not looked into as a whole: %2")
                            .arg(masked(where), problem);
    }
    if (const std::optional<QString> text = decoded(content))
        lookAtText(*text, subject);
    else
        lookAtBytes(content, subject, depth);
}

void Linter::lookAtText(const QString &text, const Subject &subject)
{
    const Lines lines(text);
    const QList<KeySearch::FoundKey> keys = KeySearch::inText(text);
    for (const KeySearch::FoundKey &key : keys) {
        const Place place = lines.placeOf(subject.place(), key.position, key.length);
        remember(key, place, subject, ignoredAt(text, key.position));
    }

    // Test code does not ship, so only the keys in it are remembered.
    if (subject.isTest)
        return;
    const QString name = subject.inside.isEmpty() ? subject.file : subject.inside.last();
    const TextMatches found = matchTextRules(SourceText(name, text));
    m_hasNotice = m_hasNotice || found.hasNotice;
    for (const TextMatches::Match &match : found.matches) {
        if (ignoredAt(text, match.position).contains(match.rule))
            continue;
        const Place place = lines.placeOf(subject.place(), match.position, match.length);
        if (match.rule == Rule::ShieldWithoutNotice)
            m_hiddenShields.append(place);
        else
            add(match.rule, place, {});
    }
}

void Linter::lookAtBytes(const QByteArray &bytes, const Subject &subject, int depth)
{
    QList<std::pair<qint64, qint64>> unpacked;
    if (depth < maximumDepth) {
        CompressedParts::read(bytes, [&](qint64 position, qint64 length, const QByteArray &part) {
            unpacked.append({position, position + length});
            lookAt(part, subject.part(QStringLiteral("compressed part at 0x%1").arg(position, 0, 16)),
                   maximumDepth);
        });
        remark(CompressedParts::limitation());
    }
    const QList<KeySearch::FoundKey> keys = KeySearch::inBytes(bytes);
    for (const KeySearch::FoundKey &key : keys) {
        // A stream may store incompressible data as it is; a key there was already found in the unpacked
        // part.
        const bool again = std::any_of(unpacked.cbegin(), unpacked.cend(), [&key](const auto &range) {
            return key.position >= range.first && key.position < range.second;
        });
        if (again)
            continue;
        Place place = subject.place();
        place.offset = key.position;
        place.length = key.length;
        remember(key, place, subject, {});
    }
}

void Linter::remember(const KeySearch::FoundKey &key, const Place &place, const Subject &subject,
                      const QSet<Rule> &ignored)
{
    if (key.isServerKey() && !ignored.contains(Rule::ServerKey))
        add(Rule::ServerKey, place, {});
    m_keys.append({key, place, subject.isTest, ignored.contains(Rule::KeyPair)});
}

void Linter::judgePairs()
{
    for (const Key &key : std::as_const(m_keys)) {
        if (key.isPairIgnored)
            continue;
        if (!m_siteKeys.isEmpty()) {
            const bool known =
                std::any_of(m_siteKeys.cbegin(), m_siteKeys.cend(), [&key](const QString &siteKey) {
                    return key.key.isServerKey() ? isPair(key.key.value, siteKey) : key.key.value == siteKey;
                });
            if (!known && !key.isTest)
                add(Rule::KeyPair, key.place,
                    key.key.isServerKey()
                        ? QStringLiteral(
                            "This server key belongs to none of the client keys that were given.")
                        : QStringLiteral("This client key is none of those that were given."));
            continue;
        }
        if (!key.key.isServerKey())
            continue;
        // First among the client keys in the same file, then among all others.
        const Key *first = nullptr;
        bool paired = false;
        for (const bool inSameFile : {true, false}) {
            for (const Key &other : std::as_const(m_keys)) {
                const bool same =
                    other.place.file == key.place.file && other.place.inside == key.place.inside;
                if (other.key.isServerKey() || (inSameFile ? !same : key.isTest || other.isTest))
                    continue;
                first = first ? first : &other;
                paired = paired || isPair(key.key.value, other.key.value);
            }
            if (first)
                break;
        }
        if (first && !paired)
            add(Rule::KeyPair, key.place,
                QStringLiteral(
                    "This server key and the client key at %1 belong to different captchas, so that no "
                    "token will be accepted.")
                    .arg(inWords(first->place)));
    }
}

void Linter::conclude()
{
    judgePairs();
    if (!m_hasNotice) {
        for (const Place &place : std::as_const(m_hiddenShields))
            add(Rule::ShieldWithoutNotice, place, {});
    }
    const auto position = [](const Finding &finding) {
        const Place &place = finding.place;
        return std::make_tuple(place.file, place.inside, place.line, place.column, place.offset,
                               finding.rule);
    };
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [&position](const Finding &a, const Finding &b) { return position(a) < position(b); });
}

void Linter::add(Rule rule, const Place &place, const QString &message)
{
    const RuleText &text = textOf(rule);
    m_findings.append(
        {rule, place, (message.isEmpty() ? text.cause : message) + QLatin1Char(' ') + text.cure});
}

void Linter::remark(const QString &text)
{
    if (!text.isEmpty() && !m_remarks.contains(text))
        m_remarks << text;
}

} // namespace Lint
