// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "optionset.h"

#include "command.h"
#include "process/console.h"

#include <QtCore/qcoreapplication.h>

#include <algorithm>
#include <utility>

OptionSet::OptionSet(const QString &command, const QString &description)
    : m_command(command)
    , m_description(description)
{
}

void OptionSet::addSwitch(const QString &name, const QString &description)
{
    m_options.append(QCommandLineOption(name, description));
}

void OptionSet::addValue(const QString &name, const QString &value, const QString &description)
{
    m_options.append(QCommandLineOption(name, description, value));
}

void OptionSet::addList(const QString &name, const QString &value, const QString &description)
{
    addValue(name, value, description);
    m_lists.insert(name);
}

void OptionSet::allowArguments(const QString &syntax, qsizetype least, qsizetype most)
{
    m_syntax = syntax;
    m_least = least;
    m_most = most;
}

std::optional<int> OptionSet::parse(const QStringList &arguments)
{
    addSwitch(QStringLiteral("help"), QStringLiteral("show this text"));
    addSwitch(QStringLiteral("version"), QStringLiteral("show the version"));
    m_parser.addOptions(m_options);

    const auto wrong = [this](const QString &what) {
        Console::fail(QStringLiteral("%1: %2; see smartcaptcha %1 --help").arg(m_command, what));
        return Command::WrongUsage;
    };
    const bool parsed = m_parser.parse(QStringList(m_command) + arguments);
    if (isSet(QStringLiteral("help"))) {
        Console::print(helpText());
        return Command::Success;
    }
    if (isSet(QStringLiteral("version"))) {
        Console::print(QStringLiteral("smartcaptcha ") + QCoreApplication::applicationVersion());
        return Command::Success;
    }
    if (!parsed) {
        const QStringList unknown = m_parser.unknownOptionNames();
        if (!unknown.isEmpty())
            return wrong(QStringLiteral("there is no option --%1").arg(unknown.first()));
        QString text = m_parser.errorText();
        while (text.endsWith(QLatin1Char('.')))
            text.chop(1);
        return wrong(text);
    }
    // The message does not quote the arguments: one of them may be a token.
    const qsizetype count = this->arguments().size();
    if (count > m_most)
        return wrong(m_most == 0 ? QStringLiteral("there is an argument that belongs to no option")
                                 : QStringLiteral("there are too many arguments; it takes %1").arg(m_syntax));
    if (count < m_least)
        return wrong(QStringLiteral("arguments are missing; it takes %1").arg(m_syntax));
    for (const QCommandLineOption &option : std::as_const(m_options)) {
        const QString name = option.names().constFirst();
        if (!m_lists.contains(name) && m_parser.optionNames().count(name) > 1)
            return wrong(QStringLiteral("--%1 is given more than once").arg(name));
        // Newer versions of Qt warn when the values of a switch are requested.
        const QStringList given = option.valueName().isEmpty() ? QStringList() : m_parser.values(name);
        if (std::any_of(given.cbegin(), given.cend(), [](const QString &value) { return value.isEmpty(); }))
            return wrong(QStringLiteral("--%1 is empty").arg(name));
        // The next option, which an error about the value would quote: it may contain a token.
        const bool forgotten = std::any_of(given.cbegin(), given.cend(), [](const QString &value) {
            return value.startsWith(QLatin1String("--"));
        });
        if (forgotten)
            return wrong(QStringLiteral("--%1 has no value").arg(name));
    }
    return std::nullopt;
}

bool OptionSet::isSet(const QString &name) const
{
    return m_parser.isSet(name);
}

QString OptionSet::value(const QString &name, const QString &fallback) const
{
    return isSet(name) ? m_parser.value(name) : fallback;
}

QStringList OptionSet::values(const QString &name) const
{
    return m_parser.values(name);
}

QStringList OptionSet::arguments() const
{
    return m_parser.positionalArguments();
}

QString OptionSet::helpText() const
{
    const QString usage = m_syntax.isEmpty() ? m_command : m_command + QLatin1Char(' ') + m_syntax;
    QString text =
        QStringLiteral("Usage: smartcaptcha %1 [OPTION]...\n\n%2\n\nOptions:").arg(usage, m_description);
    QStringList heads;
    qsizetype width = 0;
    for (const QCommandLineOption &option : m_options) {
        QString head = QStringLiteral("--") + option.names().constFirst();
        if (!option.valueName().isEmpty())
            head += QLatin1Char(' ') + option.valueName();
        width = std::max(width, head.size());
        heads.append(head);
    }
    const QString nextLine = QLatin1Char('\n') + QString(width + 4, QLatin1Char(' '));
    for (qsizetype i = 0; i < heads.size(); ++i) {
        QString description = m_options.at(i).description();
        description.replace(QLatin1Char('\n'), nextLine);
        text += QStringLiteral("\n  %1  %2").arg(heads.at(i), -int(width)).arg(description);
    }
    return text;
}
