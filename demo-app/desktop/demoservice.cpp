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
    m_emulator = new SmartCaptchaEmulator(this);
    if (!m_emulator->listen()) {
        *problem = m_emulator->errorString();
        return false;
    }
    m_service = m_emulator->service();
    m_siteKey = m_emulator->siteKey();
    m_serverKey = m_emulator->serverKey();
    m_pageOrigin = m_emulator->pageOrigin();
    return true;
}

void DemoService::useService(const SmartCaptchaService &service, const QString &siteKey,
                             const SmartCaptchaServerKey &serverKey, const QUrl &pageOrigin)
{
    m_service = service;
    m_siteKey = siteKey;
    m_serverKey = serverKey;
    m_pageOrigin = pageOrigin;
}
