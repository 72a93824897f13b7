// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "demoservice.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

DemoService::DemoService(QObject *parent)
    : QObject(parent)
{
}

DemoService::~DemoService() = default;

bool DemoService::useEmulator(QString *problem)
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

void DemoService::useService(const Qa::Profile &profile)
{
    delete m_emulator;
    m_emulator = nullptr;
    m_profile = profile;
    Q_EMIT changed();
}
