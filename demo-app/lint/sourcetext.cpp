// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "sourcetext.h"

#include <QtCore/qfileinfo.h>
#include <QtCore/qhash.h>
#include <QtCore/qregularexpression.h>

namespace Lint {

namespace {

using Kind = SourceText::Kind;

QHash<QString, Kind> kindsOfEndings()
{
    QHash<QString, Kind> kinds;
    const auto add = [&kinds](Kind kind, const char *endings) {
        const QStringList list = QString::fromLatin1(endings).split(QLatin1Char(' '));
        for (const QString &ending : list)
            kinds.insert(ending, kind);
    };
    add(Kind::Cpp, "c cc cpp cxx h hh hpp hxx inl ipp m mm");
    add(Kind::Script, "qml js mjs cjs ts mts cts jsx tsx java kt kts swift cs go rs php dart gradle");
    add(Kind::HashCode, "py pyi sh bash zsh cmake pro pri prf rb pl");
    add(Kind::Markup, "html htm xhtml xml qrc svg ui plist vue svelte storyboard");
    add(Kind::Prose, "md markdown rst adoc txt log po license 1 3");
    return kinds;
}

Kind kindOf(const QString &name, const QString &text)
{
    static const QHash<QString, Kind> kinds = kindsOfEndings();
    // Both TypeScript and Qt's translation files end in .ts.
    if (name.endsWith(QLatin1String(".ts")) && QStringView(text).left(400).contains(QLatin1String("<TS")))
        return Kind::Prose;
    const QFileInfo file(name);
    if (file.fileName() == QLatin1String("CMakeLists.txt"))
        return Kind::HashCode;
    static const QRegularExpression told(
        QStringLiteral("^(README|CHANGELOG|CHANGES|NEWS|LICENSE|COPYING|AUTHORS|CONTRIBUTING)"));
    if (file.suffix().isEmpty() && told.match(file.fileName()).hasMatch())
        return Kind::Prose;
    const auto kind = kinds.constFind(file.suffix().toLower());
    if (kind != kinds.constEnd())
        return *kind;
    // A part embedded in a program has no file name, so QML is recognized by its content.
    static const QRegularExpression qml(QStringLiteral("^\\s*import\\s+[\\w.\"]+.*$[\\s\\S]*\\{"),
                                        QRegularExpression::MultilineOption);
    return qml.match(text.left(4000)).hasMatch() ? Kind::Script : Kind::Data;
}

void blank(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if (text.at(i) != QLatin1Char('\n'))
            text[i] = QLatin1Char(' ');
    }
}

/// The end of the string that starts with the quotation mark at @p from: after the closing mark, or at the
/// end of the line if there is none, so that a misread character spoils only one line.
qsizetype endOfString(const QString &text, qsizetype from, bool mayBreak)
{
    const QChar mark = text.at(from);
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('\\'))
            ++i;
        else if (text.at(i) == mark)
            return i + 1;
        else if (text.at(i) == QLatin1Char('\n') && !mayBreak)
            return i;
    }
    return text.size();
}

qsizetype endOf(const QString &text, const QString &ending, qsizetype from)
{
    const qsizetype at = text.indexOf(ending, from);
    return at < 0 ? text.size() : at + ending.size();
}

qsizetype endOfLine(const QString &text, qsizetype from)
{
    const qsizetype at = text.indexOf(QLatin1Char('\n'), from);
    return at < 0 ? text.size() : at;
}

} // namespace

SourceText::SourceText(const QString &name, const QString &text)
    : m_text(text)
    , m_withoutComments(text)
    , m_code(text)
    , m_kind(kindOf(name, text))
{
    switch (m_kind) {
    case Kind::Cpp:
    case Kind::Script:
        readCpp();
        break;
    case Kind::HashCode:
        readHashCode();
        break;
    case Kind::Markup:
        readMarkup();
        break;
    case Kind::Data:
    case Kind::Prose:
        break;
    }
}

void SourceText::blankComment(qsizetype from, qsizetype to)
{
    blank(m_withoutComments, from, to);
    blank(m_code, from, to);
}

void SourceText::blankString(qsizetype from, qsizetype to)
{
    blank(m_code, from, to);
}

void SourceText::readCpp()
{
    static const QRegularExpression raw(QStringLiteral("R\"([^()\\\\\\s]{0,16})\\("));
    const auto next = [this](qsizetype i) { return i + 1 < m_text.size() ? m_text.at(i + 1) : QChar(); };
    qsizetype i = 0;
    while (i < m_text.size()) {
        const QChar c = m_text.at(i);
        qsizetype end = i + 1;
        if (c == QLatin1Char('/') && next(i) == QLatin1Char('/')) {
            end = endOfLine(m_text, i);
            blankComment(i, end);
        } else if (c == QLatin1Char('/') && next(i) == QLatin1Char('*')) {
            end = endOf(m_text, QStringLiteral("*/"), i + 2);
            blankComment(i, end);
        } else if (m_kind == Kind::Cpp && c == QLatin1Char('R') && next(i) == QLatin1Char('"')) {
            const QRegularExpressionMatch match = raw.match(m_text, i, QRegularExpression::NormalMatch,
                                                            QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch()) {
                end = endOf(m_text, QLatin1Char(')') + match.captured(1) + QLatin1Char('"'),
                            match.capturedEnd());
                blankString(i + 2, end - 1);
            }
        } else if (c == QLatin1Char('\'') && i > 0 && m_text.at(i - 1).isDigit()
                   && next(i).isLetterOrNumber()) {
            // A digit separator.
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'') || c == QLatin1Char('`')) {
            end = endOfString(m_text, i, c == QLatin1Char('`'));
            blankString(i + 1, end - 1);
        }
        i = end;
    }
}

void SourceText::readHashCode()
{
    qsizetype i = 0;
    while (i < m_text.size()) {
        const QChar c = m_text.at(i);
        qsizetype end = i + 1;
        if (c == QLatin1Char('#')) {
            end = endOfLine(m_text, i);
            blankComment(i, end);
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const QString triple(3, c);
            if (QStringView(m_text).mid(i, 3) == triple) {
                end = endOf(m_text, triple, i + 3);
                blankString(i, end);
            } else {
                end = endOfString(m_text, i, false);
                blankString(i + 1, end - 1);
            }
        }
        i = end;
    }
}

void SourceText::readMarkup()
{
    const QString opening = QStringLiteral("<!--");
    qsizetype from = m_text.indexOf(opening);
    while (from >= 0) {
        const qsizetype end = endOf(m_text, QStringLiteral("-->"), from + opening.size());
        blankComment(from, end);
        from = m_text.indexOf(opening, end);
    }
}

} // namespace Lint
