// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

/**
 * Has screen readers announce what happens in a captcha: a task opens, the check is passed or fails. They
 * would not notice, because these changes do not come from a key press or a change of focus. For widgets and
 * items: each of the two libraries has it compiled in, because it needs Qt GUI, which programs without a
 * window do not have.
 */
class Announcer : public QObject {
public:
    /// @p surface is the widget or item to speak for, and owns this.
    explicit Announcer(QObject *surface);

    /// Has @p text read out. Does nothing when no assistive technology is active.
    void announce(const QString &text);

private:
    QString m_text;
};

} // namespace SmartCaptcha::Internal
