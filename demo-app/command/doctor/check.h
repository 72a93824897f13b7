// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Doctor {

/// How something stands.
enum class State : quint8 {
    Ok, ///< It is as it should be, or does not matter.
    Warning, ///< A captcha can be shown all the same.
    Problem, ///< Like this no captcha can be shown.
};

/// One line of the examination.
struct Check {
    QString id; ///< For scripts.
    QString title;
    State state = State::Ok;
    QString text; ///< What was found.
    QString advice; ///< What to do about it; empty where there is nothing to do.
    bool isGuess = false; ///< Concluded, not tried: a captcha that was shown disproves the problem.
};

using Checks = QList<Check>;

} // namespace Doctor
