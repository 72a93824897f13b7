// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qnamespace.h>
#include <QtCore/qstring.h>

/// What a person does to one key.
struct Keystroke {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    QString text;

    /// @p key alone; Backtab is Shift and Tab.
    [[nodiscard]] static Keystroke of(Qt::Key key);

    /// Those that type @p text.
    [[nodiscard]] static QList<Keystroke> typing(const QString &text);
};
