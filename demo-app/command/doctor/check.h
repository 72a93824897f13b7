// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Doctor {

/// The state of what was checked.
enum class State : quint8 {
    Ok, ///< As it should be, or of no importance.
    Warning, ///< A captcha can be shown anyway.
    Problem, ///< No captcha can be shown because of this.
};

/// One line of the report.
struct Check {
    QString id; ///< For scripts.
    QString title;
    State state = State::Ok;
    QString text; ///< What was found.
    QString advice; ///< What to do about it; empty when there is nothing to do.
    bool isGuess = false; ///< Inferred, not tried: overridden when a captcha was actually shown.
};

using Checks = QList<Check>;

} // namespace Doctor
