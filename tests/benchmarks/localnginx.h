// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>

/**
 * nginx on loopback, over TLS with the certificate of the tests, that gives every request the same answer: a
 * person passed. Ends with this object.
 */
class LocalNginx {
public:
    /// Ends the program with a message if nginx is missing or does not start.
    LocalNginx();
    ~LocalNginx();
    Q_DISABLE_COPY_MOVE(LocalNginx)

    /// The base address of the service.
    [[nodiscard]] QUrl url() const;
    /// The address that verifies.
    [[nodiscard]] QUrl validateUrl() const;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
