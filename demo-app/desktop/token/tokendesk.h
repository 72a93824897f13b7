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

/// Keeps a TokenCard up to date, and carries out what its buttons request.
class TokenDesk : public QObject {
    Q_OBJECT

public:
    /// @p card is not owned and must outlive the desk.
    explicit TokenDesk(TokenCard *card, QObject *parent = nullptr);

    /// The captcha that gives the tokens and the verifier that checks them. Neither is owned; both may be
    /// replaced.
    void setCaptcha(const SmartCaptchaWidget *captcha, SmartCaptchaVerifier *verifier);
    /// The emulator whose clock can be moved; null with a real service.
    void setEmulator(SmartCaptchaEmulator *emulator);

    /// Verifies the token once more.
    void verify();
    /// Clears the token.
    void clear();

private:
    void verifyExpired();

    TokenCard *const m_card;
    QPointer<SmartCaptchaVerifier> m_verifier;
    QPointer<SmartCaptchaEmulator> m_emulator;
    SmartCaptchaToken m_token;
};
