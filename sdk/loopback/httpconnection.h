// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "httpserver.h"
#include "requestparser.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// One client's connection, which deletes itself when it has ended. Requests are answered one after another.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    /// Owns @p socket.
    HttpConnection(QTcpSocket *socket, HttpServer::Handler handler, const RequestParser::Limits &limits);

    /// Reads what has come before there was this object.
    void start();

    /// True once the server has served a request of this client and not just refused one.
    [[nodiscard]] bool isKnown() const { return m_known; }

    /// Ends it when what was answered has been sent; no handler is called any more.
    void finish();

    /// Ends it at once; no handler is called any more.
    void abort();

private:
    friend class HttpReply;

    void read();
    void process();
    void take(const HttpAnswer &answer);
    void deliver(const HttpAnswer &answer);
    void write(const HttpAnswer &answer, const QByteArray &body);
    void drip(const QByteArray &body);
    void answered();
    void refuse(int status);
    // What the client may take its time for.
    enum class Patience { First, Request, Answer, Idle, Parting };
    void waitFor(Patience what);
    [[nodiscard]] bool isWaitingFor(Patience what) const;
    void gone();

    QTcpSocket *const m_socket;
    const HttpServer::Handler m_handler;
    RequestParser m_parser;
    QTimer m_deadline; // for the client, to do what m_patience says
    Patience m_patience = Patience::First;
    std::function<void()> m_whenGone;
    quint64 m_request = 0; // how many there have been
    bool m_waiting = false; // for the handler's answer
    bool m_delivering = false; // an answer, or part of it
    bool m_headOnly = false;
    bool m_keepAlive = true;
    bool m_isOld = false; // HTTP/1.0
    bool m_known = false;
    bool m_ending = false; // nothing is read any more
};

} // namespace SmartCaptcha::Internal
