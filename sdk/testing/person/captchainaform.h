// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qpointer.h>
#include <QtCore/qstring.h>

#include <chrono>
#include <functional>

namespace SmartCaptcha::Internal {

/// A SmartCaptchaWidget or a SmartCaptchaView, known by its properties only, and what went wrong with it.
class CaptchaInAForm {
public:
    explicit CaptchaInAForm(QObject *captcha);

    /// Whether it is there, and is a captcha.
    [[nodiscard]] bool isUsable();

    [[nodiscard]] QObject *object() const { return m_captcha; }
    [[nodiscard]] SmartCaptcha::State state() const;

    /// Calls the slot of this name without arguments.
    void call(const char *slot);

    /// Lets events happen until @p condition holds. False if it does not within @p patience, or if the
    /// captcha fails or is deleted; problem() then says that it has not become @p what.
    [[nodiscard]] bool await(const std::function<bool()> &condition, const QString &what,
                             std::chrono::milliseconds patience);

    /// The same for a state.
    [[nodiscard]] bool await(SmartCaptcha::State state, std::chrono::milliseconds patience);

    /// Why the last call did not succeed; empty if it did.
    [[nodiscard]] QString problem() const { return m_problem; }
    bool fail(const QString &problem);

private:
    QPointer<QObject> m_captcha;
    QByteArray m_stateProperty;
    QString m_problem;
};

} // namespace SmartCaptcha::Internal
