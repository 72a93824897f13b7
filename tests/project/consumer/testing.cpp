// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qcoreapplication.h>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        return 1;
    SmartCaptchaVerifier verifier;
    verifier.setService(emulator.service());
    verifier.setServerKey(emulator.serverKey());
    QObject::connect(&verifier, &SmartCaptchaVerifier::finished, &application,
                     [](const SmartCaptchaResult &result) {
                         std::puts(qUtf8Printable(result.host()));
                         const bool expected = result.verdict() == SmartCaptchaResult::Verdict::Human;
                         QCoreApplication::exit(expected ? 0 : 1);
                     });
    verifier.verify(emulator.issueToken());
    return QCoreApplication::exec();
}
