// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qpointer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

#include <functional>
#include <optional>
#include <utility>

/**
 * A web server on loopback that does with each request what it is told: answers, keeps silent, drips, breaks
 * off, sends nonsense. It speaks just enough HTTP/1.1 to tell requests apart, with or without TLS.
 */
class ScriptedServer : public QTcpServer {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray target;
        QByteArray version;
        QList<std::pair<QByteArray, QByteArray>> headers;
        QByteArray body;
        /// Which connection it came on, and which request on that connection it is; both from 1.
        int connection = 0;
        int ordinal = 0;

        /// The header's value, null without it. Names compare without regard to case.
        [[nodiscard]] QByteArray header(const QByteArray &name) const;
        /// The fields of the body, or of the address when there is no body, decoded as a server does: `+` is
        /// a space.
        [[nodiscard]] QHash<QString, QString> form() const;
    };

    using Action = std::function<void(QTcpSocket *, const Request &)>;

    explicit ScriptedServer(QObject *parent = nullptr);

    /// Listens on a free port, with TLS when there is a certificate.
    void start();
    void startTls(const QString &certificateFile, const QString &keyFile);

    [[nodiscard]] QUrl url(const QString &path = {}) const;

    /// What happens to every request for which nothing was queued. The beginning: answer().
    void setAction(const Action &action) { m_action = action; }
    /// What happens to the next request.
    void queueAction(const Action &action) { m_queue.append(action); }

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    /// How many connections are open now.
    [[nodiscard]] int openConnectionCount() const;
    /// Says on each connection that nothing more comes, as a server does with idle ones, and leaves closing
    /// to the other side: when openConnectionCount() is 0, the other side knows.
    void closeConnections();
    /// How many requests have had this token.
    [[nodiscard]] int countOfToken(const QString &token) const;

    /// The service's answer to a person on example.com, or what is given, with its length and kept alive.
    [[nodiscard]] static Action
    answer(const QByteArray &body = QByteArrayLiteral(R"({"status":"ok","message":"","host":"example.com"})"),
           const QByteArray &status = QByteArrayLiteral("200 OK"), const QByteArray &headers = {});
    /// These bytes, and then the connection closes.
    [[nodiscard]] static Action rawThenClose(const QByteArray &bytes);
    /// These bytes, and then nothing any more.
    [[nodiscard]] static Action rawThenHang(const QByteArray &bytes);
    [[nodiscard]] static Action hang();
    [[nodiscard]] static Action closeAtOnce();
    /// Breaks the connection off, so that the other side sees a reset.
    [[nodiscard]] static Action reset();
    /// One byte every @p milliseconds.
    [[nodiscard]] static Action drip(const QByteArray &bytes, int milliseconds);
    [[nodiscard]] static Action after(int milliseconds, const Action &action);

    /// A loopback port that nobody listens on.
    [[nodiscard]] static quint16 refusingPort();

Q_SIGNALS:
    void requestReceived();
    /// A TLS handshake is done.
    void encrypted();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Connection {
        QByteArray buffer;
        int number = 0;
        int requests = 0;
    };

    void read(QTcpSocket *socket);
    [[nodiscard]] static std::optional<Request> takeRequest(QByteArray &buffer);

    std::optional<QSslConfiguration> m_tls;
    QHash<QTcpSocket *, Connection> m_connections;
    QList<Request> m_requests;
    QList<Action> m_queue;
    Action m_action = answer();
    int m_connectionCount = 0;
};
