// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qfile.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslkey.h>

/// A self-signed certificate for an emulator on this computer. The configuration has no certificate and key
/// if a file in TEST_CERTIFICATES is missing.
inline QSslConfiguration loopbackTls()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(
        QSslCertificate::fromPath(QStringLiteral(TEST_CERTIFICATES "/loopback.crt")).value(0));
    QFile key(QStringLiteral(TEST_CERTIFICATES "/loopback.key"));
    if (key.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return configuration;
}
