// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "formservice.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

FormService::FormService(QObject *parent)
    : QObject(parent)
{
}

FormService::~FormService() = default;

bool FormService::useEmulator(QString *problem)
{
    if (m_emulator)
        return true;
    auto *emulator = new SmartCaptchaEmulator(this);
    if (!emulator->listen()) {
        *problem = emulator->errorString();
        delete emulator;
        return false;
    }
    m_emulator = emulator;
    m_profile = Qa::Profile::builtIn();
    m_profile.useEmulator(*m_emulator);
    Q_EMIT changed();
    return true;
}

void FormService::useService(const Qa::Profile &profile)
{
    delete m_emulator;
    m_emulator = nullptr;
    m_profile = profile;
    Q_EMIT changed();
}
