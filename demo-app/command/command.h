// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

/// One of the program's commands, such as `verify`.
class Command {
public:
    /// How the program ends.
    enum ExitStatus {
        Success = 0, ///< Accepted, or all passed.
        Failure = 1, ///< Not accepted, or something failed.
        WrongUsage = 2, ///< Wrong usage or configuration, with one line on standard error.
    };

    Command();
    virtual ~Command();

    /// The word that calls it.
    [[nodiscard]] virtual QString name() const = 0;

    /// What it does, in one line; empty when the help does not have it.
    [[nodiscard]] virtual QString summary() const = 0;

    /// True when it shows widgets with these @p arguments, if only to itself: then the application object is
    /// one for widgets, which wants a display.
    [[nodiscard]] virtual bool showsWidgets(const QStringList &arguments) const;

    /// Carries it out and returns how the program ends. @p arguments are those behind the name. An
    /// application object exists; its event loop does not run yet.
    [[nodiscard]] virtual int run(const QStringList &arguments) = 0;

private:
    Q_DISABLE_COPY_MOVE(Command)
};
