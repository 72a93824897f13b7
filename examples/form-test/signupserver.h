// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>

/// The application's server, as a test needs it: it takes the form, asks the emulator whether the token is
/// good, and answers 200 or 403.
class SignUpServer : public QTcpServer {
    Q_OBJECT

public:
    explicit SignUpServer(const SmartCaptchaEmulator &emulator);

    QUrl url() const;

    int requests = 0;
    QStringList names; ///< Who has signed up.

private:
    void read(QTcpSocket *connection);

    SmartCaptchaVerifier m_verifier;
};
