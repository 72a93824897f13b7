// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "tokendesk.h"

#include "play/damagedtoken.h"
#include "tokencard.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

TokenDesk::TokenDesk(TokenCard *card, QObject *parent)
    : QObject(parent)
    , m_card(card)
{
    for (const auto signal : {&TokenCard::verifyRequested, &TokenCard::verifyAgainRequested})
        connect(card, signal, this, &TokenDesk::verify);
    connect(card, &TokenCard::damagedRequested, this, [this] {
        if (m_verifier)
            m_verifier->verify(Qa::damaged(m_token.value()));
    });
    connect(card, &TokenCard::expiryRequested, this, &TokenDesk::verifyExpired);
}

void TokenDesk::setCaptcha(const SmartCaptchaWidget *captcha, SmartCaptchaVerifier *verifier)
{
    m_verifier = verifier;
    connect(captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        m_token = token;
        m_card->setToken(token);
    });
    connect(captcha, &SmartCaptchaWidget::tokenExpired, this, [this] {
        const bool waitedFor = m_card->isWaiting();
        m_card->setExpired();
        if (waitedFor)
            verify();
    });
    connect(verifier, &SmartCaptchaVerifier::finished, m_card, &TokenCard::setResult);
}

void TokenDesk::setEmulator(SmartCaptchaEmulator *emulator)
{
    m_emulator = emulator;
    m_card->setClockMovable(emulator);
}

void TokenDesk::verify()
{
    if (m_verifier)
        m_verifier->verify(m_token.value());
}

void TokenDesk::verifyExpired()
{
    if (!m_emulator) {
        m_card->setWaiting(!m_card->isWaiting());
        return;
    }
    m_emulator->advanceClock(std::chrono::milliseconds(SmartCaptchaToken::Lifetime + 1000));
    verify();
}

void TokenDesk::clear()
{
    m_token = {};
    m_card->clear();
}
