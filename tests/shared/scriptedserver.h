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
 * A web server on loopback that handles each request as instructed: answers, stays silent, sends slowly,
 * disconnects, or sends garbage. It understands just enough HTTP/1.1 to tell requests apart, with or without
 * TLS.
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
        /// The number of the connection, and that of the request on it; both start at 1.
        int connection = 0;
        int ordinal = 0;

        /// The header's value; null if it is missing. Names are case-insensitive.
        [[nodiscard]] QByteArray header(const QByteArray &name) const;
        /// The fields of the body, or of the query if there is no body, decoded as servers do: `+` is a
        /// space.
        [[nodiscard]] QHash<QString, QString> form() const;
    };

    using Action = std::function<void(QTcpSocket *, const Request &)>;

    explicit ScriptedServer(QObject *parent = nullptr);

    /// Listens on a free port, with TLS if there is a certificate.
    void start();
    void startTls(const QString &certificateFile, const QString &keyFile);
    /// Asks clients for a certificate of theirs, without insisting. To be called before startTls().
    void askForCertificate() { m_asksForCertificate = true; }
    /// From now on offers nothing newer than TLS 1.1.
    void keepToOldTls();

    [[nodiscard]] QUrl url(const QString &path = {}) const;

    /// The action for every request without a queued one; answer() by default.
    void setAction(const Action &action) { m_action = action; }
    /// The action for the next request.
    void queueAction(const Action &action) { m_queue.append(action); }

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    /// The number of open connections.
    [[nodiscard]] int openConnectionCount() const;
    /// Shuts down the sending side of each connection, as servers do with idle ones, and leaves closing to
    /// the client: when openConnectionCount() is 0, the client has noticed.
    void closeConnections();
    /// How many requests contained this token.
    [[nodiscard]] int countOfToken(const QString &token) const;

    /// The service's answer for a human on example.com, or the given one, with its length and keep-alive.
    [[nodiscard]] static Action
    answer(const QByteArray &body = QByteArrayLiteral(R"({"status":"ok","message":"","host":"example.com"})"),
           const QByteArray &status = QByteArrayLiteral("200 OK"), const QByteArray &headers = {});
    /// Sends these bytes and closes the connection.
    [[nodiscard]] static Action rawThenClose(const QByteArray &bytes);
    /// Sends these bytes and then nothing more.
    [[nodiscard]] static Action rawThenHang(const QByteArray &bytes);
    [[nodiscard]] static Action hang();
    [[nodiscard]] static Action closeAtOnce();
    /// Aborts the connection, so that the client sees a reset.
    [[nodiscard]] static Action reset();
    /// Sends one byte every @p milliseconds.
    [[nodiscard]] static Action drip(const QByteArray &bytes, int milliseconds);
    [[nodiscard]] static Action after(int milliseconds, const Action &action);

    /// A loopback port that nothing listens on.
    [[nodiscard]] static quint16 refusingPort();

Q_SIGNALS:
    void requestReceived();
    /// A TLS handshake has finished.
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
    bool m_asksForCertificate = false;
    QHash<QTcpSocket *, Connection> m_connections;
    QList<Request> m_requests;
    QList<Action> m_queue;
    Action m_action = answer();
    int m_connectionCount = 0;
};
