// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>

/**
 * nginx on loopback, with static answers. Ends with this object. If nginx is missing or does not start, it
 * ends the program with a message.
 */
class LocalNginx {
public:
    /// Over TLS with the certificate of the tests. Gives every request the same answer: a person passed.
    LocalNginx();
    /// Without TLS. Gives the files of this folder, and to addresses that begin with `/validate` or `/api/`
    /// the same answer.
    explicit LocalNginx(const QString &folder);
    ~LocalNginx();
    Q_DISABLE_COPY_MOVE(LocalNginx)

    /// The base address of the service.
    [[nodiscard]] QUrl url() const;
    /// The address that verifies.
    [[nodiscard]] QUrl validateUrl() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    void start(const QString &server);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_tls = false;
};
