// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qlist.h>
#include <QtCore/qset.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

#include <optional>

/**
 * The options of one command: their definition, their values, and error messages for wrong usage. Adds
 * `--help` and `--version`.
 */
class OptionSet {
public:
    /// @p command is its name, @p description the text that the help shows before the options.
    OptionSet(const QString &command, const QString &description);

    /// An option without a value.
    void addSwitch(const QString &name, const QString &description);

    /// An option with a value, which the help calls @p value.
    void addValue(const QString &name, const QString &value, const QString &description);

    /// The same for an option that may be given several times.
    void addList(const QString &name, const QString &value, const QString &description);

    /// Allows @p least to @p most positional arguments; the help shows them as @p syntax.
    void allowArguments(const QString &syntax, qsizetype least, qsizetype most);

    /**
     * Parses @p arguments. Returns an exit status when the command must not run: help or version was
     * requested and printed, or an error was found and reported.
     */
    [[nodiscard]] std::optional<int> parse(const QStringList &arguments);

    [[nodiscard]] bool isSet(const QString &name) const;

    /// The value given, or @p fallback.
    [[nodiscard]] QString value(const QString &name, const QString &fallback = {}) const;

    [[nodiscard]] QStringList values(const QString &name) const;

    /// The positional arguments.
    [[nodiscard]] QStringList arguments() const;

private:
    [[nodiscard]] QString helpText() const;

    const QString m_command;
    const QString m_description;
    QCommandLineParser m_parser;
    QList<QCommandLineOption> m_options;
    QSet<QString> m_lists;
    QString m_syntax;
    qsizetype m_least = 0;
    qsizetype m_most = 0;
};
