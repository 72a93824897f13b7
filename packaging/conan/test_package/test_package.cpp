// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/smartcaptcha.h>

// Each library has at least a header that can be included.
#ifdef HAS_BROWSER
#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#endif
#ifdef HAS_KEYSTORE
#include <SmartCaptcha/SmartCaptchaKeyStore>
#endif
#ifdef HAS_QUICK
#include <SmartCaptcha/SmartCaptchaView>
#endif
#ifdef HAS_TESTING
#include <SmartCaptcha/SmartCaptchaEmulator>
#endif
#ifdef HAS_WIDGETS
#include <SmartCaptcha/SmartCaptchaWidget>
#endif

#include <QtCore/qcoreapplication.h>

#include <cstdio>

// Without a key nothing is sent, and the result is available at once. With the emulator a token is verified.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    std::printf("SmartCaptcha %s\n", qPrintable(SmartCaptcha::version().toString()));

    SmartCaptchaVerifier verifier;
    QString token = QStringLiteral("token");
#ifdef HAS_TESTING
    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        return 1;
    verifier.setService(emulator.service());
    verifier.setServerKey(emulator.serverKey());
    token = emulator.issueToken();
#endif
    QObject::connect(&verifier, &SmartCaptchaVerifier::finished, &application,
                     [](const SmartCaptchaResult &result) {
#ifdef HAS_TESTING
                         const bool expected = result.verdict() == SmartCaptchaResult::Verdict::Human;
#else
                         const bool expected = result.error() == SmartCaptchaResult::Error::MissingServerKey;
#endif
                         std::puts(expected ? "The verifier answers." : "The answer is wrong.");
                         QCoreApplication::exit(expected ? 0 : 1);
                     });
    verifier.verify(token);
    return QCoreApplication::exec();
}
