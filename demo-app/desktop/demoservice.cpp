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
    m_service = m_emulator->service();
    m_siteKey = m_emulator->siteKey();
    m_serverKey = m_emulator->serverKey();
    m_pageOrigin = m_emulator->pageOrigin();
    Q_EMIT changed();
    return true;
}

void DemoService::useService(const SmartCaptchaService &service, const QString &siteKey,
                             const SmartCaptchaServerKey &serverKey, const QUrl &pageOrigin)
{
    delete m_emulator;
    m_emulator = nullptr;
    m_service = service;
    m_siteKey = siteKey;
    m_serverKey = serverKey;
    m_pageOrigin = pageOrigin;
    Q_EMIT changed();
}
