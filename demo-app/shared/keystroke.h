// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qnamespace.h>
#include <QtCore/qstring.h>

/// One key stroke of a person.
struct Keystroke {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    QString text;

    /// @p key without modifiers, except Backtab, which is Shift and Tab.
    [[nodiscard]] static Keystroke of(Qt::Key key);

    /// The strokes that type @p text.
    [[nodiscard]] static QList<Keystroke> typing(const QString &text);
};
