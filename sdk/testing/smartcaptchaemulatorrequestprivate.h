// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "smartcaptchaemulatorrequest.h"

class SmartCaptchaEmulatorRequestPrivate : public QSharedData {
public:
    QString method;
    QString path;
    SmartCaptchaEmulatorRequest::Fields query;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    SmartCaptchaEmulatorRequest::Fields form;
    int status = 0;
    QDateTime receivedAt;
};
