// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

namespace SmartCaptcha::Internal {

/// Remembers what a captcha has reported: an application may reset or delete it in a slot of the same signal.
class CaptchaWitness : public QObject {
    Q_OBJECT

public:
    void forget()
    {
        states.clear();
        tokens.clear();
        cancelled = false;
    }

    QList<SmartCaptcha::State> states;
    QStringList tokens;
    bool cancelled = false;

public Q_SLOTS:
    void seeState(SmartCaptcha::State state) { states << state; }
    void seeToken(const SmartCaptchaToken &token) { tokens << token.value(); }
    void seeCancelled() { cancelled = true; }
};

} // namespace SmartCaptcha::Internal
