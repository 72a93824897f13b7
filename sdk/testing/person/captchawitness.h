// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

#include <functional>
#include <utility>

namespace SmartCaptcha::Internal {

/// Remembers what a captcha has reported: an application may reset or delete it in a slot of the same signal.
class CaptchaWitness : public QObject {
    Q_OBJECT

public:
    /// @p challengeSeen is called whenever a challenge opens.
    explicit CaptchaWitness(std::function<void()> challengeSeen)
        : m_challengeSeen(std::move(challengeSeen))
    {
    }

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
    void seeState(SmartCaptcha::State state)
    {
        states << state;
        if (state == SmartCaptcha::State::Challenge && m_challengeSeen)
            m_challengeSeen();
    }
    void seeToken(const SmartCaptchaToken &token) { tokens << token.value(); }
    void seeCancelled() { cancelled = true; }

private:
    std::function<void()> m_challengeSeen;
};

} // namespace SmartCaptcha::Internal
