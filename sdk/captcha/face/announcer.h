// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

/**
 * Tells a screen reader what happens in a captcha: a task opens, the check is passed or fails. Nobody hears
 * of it otherwise, because it happens without the keys or the focus of the person. For widgets and items
 * alike.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT Announcer : public QObject {
public:
    /// Speaks for @p surface, the widget or item, which owns it.
    explicit Announcer(QObject *surface);

    /// Has @p text read out. Does nothing when nobody listens.
    void announce(const QString &text);

private:
    QString m_text;
};

} // namespace SmartCaptcha::Internal
