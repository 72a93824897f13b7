// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

/// One of the program's commands, such as `verify`.
class Command {
public:
    /// The exit status of the program.
    enum ExitStatus {
        Success = 0, ///< Accepted, or all passed.
        Failure = 1, ///< Not accepted, or something failed.
        WrongUsage = 2, ///< Wrong usage or configuration, with one line on standard error.
    };

    Command();
    virtual ~Command();

    /// The word on the command line that selects it.
    [[nodiscard]] virtual QString name() const = 0;

    /// A one-line description for the help; empty for internal commands, which the help leaves out.
    [[nodiscard]] virtual QString summary() const = 0;

    /// True when it creates widgets with these @p arguments, even if they are never visible. It then needs a
    /// QApplication, which needs a platform plugin.
    [[nodiscard]] virtual bool showsWidgets(const QStringList &arguments) const;

    /// Runs the command and returns the exit status of the program. @p arguments are those after the name.
    /// The application object exists; its event loop is not running yet.
    [[nodiscard]] virtual int run(const QStringList &arguments) = 0;

private:
    Q_DISABLE_COPY_MOVE(Command)
};
