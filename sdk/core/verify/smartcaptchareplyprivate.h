// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qpointer.h>

class SmartCaptchaReplyPrivate {
public:
    QPointer<SmartCaptchaVerifier> verifier;
    quint64 id = 0;
    SmartCaptchaResult result;
    bool finished = false;
};
