// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qpointer.h>
#include <QtCore/qstringlist.h>

#include <chrono>
#include <functional>
#include <memory>

namespace SmartCaptcha::Internal {

class CaptchaWitness;

/// A SmartCaptchaWidget or a SmartCaptchaView, known by its properties and signals only: what happens to it
/// during one call of a test, also if it does not last, and what went wrong.
class CaptchaInAForm {
public:
    /// @p challengeSeen is called whenever a challenge opens in it.
    explicit CaptchaInAForm(QObject *captcha, std::function<void()> challengeSeen = {});
    ~CaptchaInAForm();

    /// Begins anew with what has been seen. False if the captcha is gone, or is none.
    [[nodiscard]] bool begin();

    [[nodiscard]] QObject *object() const { return m_captcha; }

    /// The state now; Idle if the captcha is gone.
    [[nodiscard]] SmartCaptcha::State state() const;
    /// The token now.
    [[nodiscard]] QString token() const;

    /// Whether the captcha is in this state, or was since begin(), even if it has been deleted since.
    [[nodiscard]] bool wasIn(SmartCaptcha::State state) const;
    /// Whether it was cancelled since begin().
    [[nodiscard]] bool wasCancelled() const;
    /// The tokens that it has got since begin().
    [[nodiscard]] QStringList tokens() const;

    /// Calls the slot of this name without arguments.
    void call(const char *slot);

    /// Lets events happen until @p condition holds. False if it does not within @p patience, or if the
    /// captcha fails or is deleted; problem() then says that it was not @p what.
    [[nodiscard]] bool await(const std::function<bool()> &condition, const QString &what,
                             std::chrono::milliseconds patience);

    /// Why the last call did not succeed; empty if it did.
    [[nodiscard]] QString problem() const { return m_problem; }
    bool fail(const QString &problem);

private:
    QPointer<QObject> m_captcha;
    QByteArray m_stateProperty;
    QString m_problem;
    std::unique_ptr<CaptchaWitness> m_witness;
};

} // namespace SmartCaptcha::Internal
