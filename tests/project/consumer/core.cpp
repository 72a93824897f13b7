// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreapplication.h>

#include <cstdio>

// Without a key nothing is sent, and the result is available at once.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (!SmartCaptcha::installTranslator(QLocale(QLocale::Russian)))
        return 1;
    SmartCaptchaVerifier verifier;
    QObject::connect(&verifier, &SmartCaptchaVerifier::finished, &application,
                     [](const SmartCaptchaResult &result) {
                         std::puts(qUtf8Printable(result.userMessage()));
                         const bool expected = result.error() == SmartCaptchaResult::Error::MissingServerKey;
                         QCoreApplication::exit(expected ? 0 : 1);
                     });
    verifier.verify(QStringLiteral("token"));
    return QCoreApplication::exec();
}
