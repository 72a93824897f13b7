// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

class SmartCaptchaEmulator;
class SmartCaptchaVerifier;
class SmartCaptchaWidget;
class TokenCard;

/// Keeps a TokenCard up to date, and does with the token what its buttons ask for.
class TokenDesk : public QObject {
    Q_OBJECT

public:
    /// @p card is not owned and outlives the desk.
    explicit TokenDesk(TokenCard *card, QObject *parent = nullptr);

    /// Whose tokens these are, and who verifies them. Neither is owned; they may be replaced by others.
    void setCaptcha(const SmartCaptchaWidget *captcha, SmartCaptchaVerifier *verifier);
    /// Whose clock can be moved; null with a real service.
    void setEmulator(SmartCaptchaEmulator *emulator);

    /// Has the token verified once more.
    void verify();
    /// There is no token any more.
    void clear();

private:
    void verifyExpired();

    TokenCard *const m_card;
    QPointer<SmartCaptchaVerifier> m_verifier;
    QPointer<SmartCaptchaEmulator> m_emulator;
    SmartCaptchaToken m_token;
};
