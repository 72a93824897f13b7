// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "localnginx.h"

#include "freeport.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qthread.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qtcpsocket.h>

namespace {

// Connections stay open for all requests, as they would if the service allowed it: what is measured is the
// asking.
constexpr char configuration[] = R"(daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events { worker_connections 512; }
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    keepalive_requests 1000000000;
    keepalive_timeout 1h;
    open_file_cache max=100;
    server {
%1
    }
}
)";

constexpr char verifying[] = R"(        listen 127.0.0.1:%1 ssl http2;
        ssl_certificate %2;
        ssl_certificate_key %3;
        default_type application/json;
        location / { return 200 '{"status":"ok","host":"shop.example"}'; })";

constexpr char serving[] = R"(        listen 127.0.0.1:%1;
        root %2;
        location / { default_type text/html; }
        location ~ ^/(validate|api/) {
            default_type application/json;
            return 200 '{"status":"ok","host":"shop.example"}';
        })";

} // namespace

LocalNginx::LocalNginx()
    : m_port(freePort())
    , m_tls(true)
{
    start(QString::fromLatin1(verifying).arg(m_port).arg(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                                                         QStringLiteral(TEST_CERTIFICATES "/server.key")));
}

LocalNginx::LocalNginx(const QString &folder)
    : m_port(freePort())
{
    start(QString::fromLatin1(serving).arg(m_port).arg(folder));
}

void LocalNginx::start(const QString &server)
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("nginx"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (program.isEmpty())
        qFatal("nginx is missing; on Debian: apt-get install nginx-light");
    QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the configuration of nginx");
    file.write(QString::fromLatin1(configuration).arg(server).toUtf8());
    file.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program,
                    {QStringLiteral("-p"), m_folder.path() + QLatin1Char('/'), QStringLiteral("-c"),
                     file.fileName(), QStringLiteral("-e"), m_folder.filePath(QStringLiteral("error.log"))});
    const QDeadlineTimer deadline(10000);
    for (;;) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(1000))
            return;
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning)
            qFatal("nginx did not start");
        QThread::msleep(10);
    }
}

LocalNginx::~LocalNginx()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
}

QUrl LocalNginx::url() const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(m_tls ? "https" : "http")).arg(m_port));
}

QUrl LocalNginx::validateUrl() const
{
    QUrl address = url();
    address.setPath(QStringLiteral("/validate"));
    return address;
}
