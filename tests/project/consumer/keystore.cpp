// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaKeyStore>

#include <QtCore/qcoreapplication.h>

#include <cstdio>

// An invalid name is refused without asking a keychain.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    SmartCaptchaKeyStore store;
    store.read(QString()).then(&application, [](const SmartCaptchaKeyStoreResult &result) {
        std::puts(qUtf8Printable(result.details()));
        const bool expected = result.status() == SmartCaptchaKeyStoreResult::Status::Failed;
        QCoreApplication::exit(expected ? 0 : 1);
    });
    return QCoreApplication::exec();
}
