// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtTest/qsignalspy.h>

/// The result of a reply; that of an invalid request if the reply does not finish within half a minute.
inline SmartCaptchaResult resultOf(SmartCaptchaReply *reply)
{
    QSignalSpy spy(reply, &SmartCaptchaReply::finished);
    if (!spy.wait(30000))
        return {};
    return spy.at(0).at(0).value<SmartCaptchaResult>();
}

inline SmartCaptchaServerKey testKey()
{
    return SmartCaptchaServerKey(QStringLiteral("ysc2_0123456789abcdefg"));
}

/// Makes @p verifier use @p url, with a key.
inline void pointAt(SmartCaptchaVerifier &verifier, const QUrl &url)
{
    verifier.setServerKey(testKey());
    verifier.setService(SmartCaptchaService(url));
}
