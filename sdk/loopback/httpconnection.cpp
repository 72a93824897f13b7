// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "httpconnection.h"

#include <QtNetwork/qtcpsocket.h>

#include <utility>

namespace SmartCaptcha::Internal {

namespace {

// In milliseconds.
constexpr int dripInterval = 250;

constexpr qint64 readAtATime = 64 * 1024;

// 204 and 304 have neither a body nor a length; the answer to HEAD has the length of the body, but not the
// body.
QByteArray head(const HttpAnswer &answer, bool keepAlive, bool isOld)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " \r\n";
    for (const auto &[name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    if (!answer.contentType.isEmpty())
        text += "Content-Type: " + answer.contentType + "\r\n";
    if (answer.status != 204 && answer.status != 304)
        text += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!keepAlive)
        text += "Connection: close\r\n";
    else if (isOld)
        text += "Connection: keep-alive\r\n";
    return text + "\r\n";
}

} // namespace

HttpReply::HttpReply(HttpConnection *connection, quint64 request)
    : m_connection(connection)
    , m_request(request)
{
}

bool HttpReply::isWaiting() const
{
    return m_connection && m_connection->m_waiting && m_connection->m_request == m_request;
}

void HttpReply::send(const HttpAnswer &answer) const
{
    if (isWaiting())
        m_connection->take(answer);
}

void HttpReply::whenGone(std::function<void()> handler) const
{
    if (isWaiting())
        m_connection->m_whenGone = std::move(handler);
}

HttpConnection::HttpConnection(QTcpSocket *socket, HttpServer::Handler handler,
                               const RequestParser::Limits &limits)
    : m_socket(socket)
    , m_handler(std::move(handler))
    , m_parser(limits)
{
    socket->setParent(this);
    // What a client sends beyond this stays with the system until it is read.
    socket->setReadBufferSize(readAtATime);
    // Nagle's algorithm would delay small pieces, such as those of slow answers.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::gone);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (isWaitingFor(Patience::Answer))
            waitFor(m_socket->bytesToWrite() > 0 ? Patience::Answer : Patience::Idle);
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { m_socket->abort(); });
    waitFor(Patience::First);
}

void HttpConnection::start()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        gone();
    else
        read();
}

void HttpConnection::abort()
{
    m_socket->disconnect(this);
    m_socket->abort();
    m_waiting = false;
    m_delivering = false;
    m_ending = true;
    m_whenGone = {};
    m_deadline.stop();
    deleteLater();
}

void HttpConnection::finish()
{
    m_waiting = false;
    m_whenGone = {};
    m_ending = true;
    if (m_socket->bytesToWrite() == 0) {
        abort();
        return;
    }
    // Now, in case that no event loop follows.
    m_socket->flush();
    waitFor(Patience::Parting);
    m_socket->disconnectFromHost();
}

void HttpConnection::gone()
{
    const bool wasWaiting = std::exchange(m_waiting, false);
    const std::function<void()> whenGone = std::exchange(m_whenGone, {});
    abort();
    if (wasWaiting && whenGone)
        whenGone();
}

void HttpConnection::waitFor(Patience what)
{
    const auto seconds = [what] {
        switch (what) {
        case Patience::First: // to begin with a request
            return 10;
        case Patience::Request: // from its first byte to its last
            return 30;
        case Patience::Answer: // to take more of an answer
            return 60;
        case Patience::Idle: // between two requests
            return 120;
        case Patience::Parting: // to read the last answer
            break;
        }
        return 2;
    };
    m_patience = what;
    m_deadline.start(seconds() * 1000);
}

bool HttpConnection::isWaitingFor(Patience what) const
{
    return m_deadline.isActive() && m_patience == what;
}

void HttpConnection::read()
{
    if (m_ending) {
        m_socket->readAll();
        return;
    }
    // The rest comes when the answer is out.
    if (m_waiting || m_delivering)
        return;
    m_parser.add(m_socket->read(qMin(readAtATime, m_socket->bytesAvailable())));
    // Not in the middle of a signal of the socket: the handler may run an event loop, in which the connection
    // ends.
    QMetaObject::invokeMethod(this, &HttpConnection::process, Qt::QueuedConnection);
}

// Hands the handler one request after another, as long as they are answered at once.
void HttpConnection::process()
{
    const QPointer<HttpConnection> guard(this);
    while (guard && !m_ending && !m_waiting && !m_delivering) {
        const bool wasInRequest = isWaitingFor(Patience::Request);
        std::optional<HttpRequest> request = m_parser.next();
        if (m_parser.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        if (m_parser.refusal() != 0) {
            refuse(m_parser.refusal());
            return;
        }
        if (!request) {
            if (m_socket->bytesAvailable() > 0) {
                m_parser.add(m_socket->read(qMin(readAtATime, m_socket->bytesAvailable())));
                continue;
            }
            if (m_parser.isInRequest() && !wasInRequest)
                waitFor(Patience::Request);
            return;
        }
        request->peer = m_socket->peerAddress();
        m_headOnly = request->method == "HEAD";
        m_keepAlive = request->keepAlive;
        m_isOld = request->isOld;
        m_waiting = true;
        m_deadline.stop();
        const HttpReply reply(this, ++m_request);
        // The handler may close the server.
        const HttpServer::Handler handler = m_handler;
        handler(*request, reply);
    }
}

void HttpConnection::take(const HttpAnswer &answer)
{
    m_waiting = false;
    m_whenGone = {};
    m_delivering = true;
    m_keepAlive = m_keepAlive && answer.keepAlive;
    m_known = m_known || answer.keepAlive;
    if (answer.delay.count() == 0)
        deliver(answer);
    else
        QTimer::singleShot(answer.delay, Qt::PreciseTimer, this, [this, answer] { deliver(answer); });
}

void HttpConnection::deliver(const HttpAnswer &answer)
{
    if (m_ending)
        return;
    const QByteArray body = m_headOnly ? QByteArray() : answer.body;
    switch (answer.delivery) {
    case HttpAnswer::Delivery::Whole:
        write(answer, body);
        answered();
        break;
    case HttpAnswer::Delivery::Never:
        break;
    case HttpAnswer::Delivery::Closed:
        m_socket->abort();
        break;
    case HttpAnswer::Delivery::CutOff:
        m_ending = true;
        write(answer, body.left(body.size() / 2));
        m_socket->disconnectFromHost();
        break;
    case HttpAnswer::Delivery::Drip:
        write(answer, {});
        drip(body);
        break;
    }
}

void HttpConnection::write(const HttpAnswer &answer, const QByteArray &body)
{
    m_socket->write(head(answer, m_keepAlive, m_isOld) + body);
}

void HttpConnection::drip(const QByteArray &body)
{
    auto *const timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, body, next = qsizetype(0)]() mutable {
        m_socket->write(body.mid(next++, 1));
        if (next < body.size())
            return;
        timer->stop();
        timer->deleteLater();
        answered();
    });
    timer->start(dripInterval);
}

void HttpConnection::answered()
{
    m_delivering = false;
    if (m_ending)
        return;
    if (!m_keepAlive) {
        m_ending = true;
        waitFor(Patience::Answer);
        m_socket->disconnectFromHost();
        return;
    }
    waitFor(m_socket->bytesToWrite() > 0 ? Patience::Answer : Patience::Idle);
    // The next request may have come already.
    if (m_parser.isInRequest() || m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

// The client may still be sending. Closing now would take the answer away from it.
void HttpConnection::refuse(int status)
{
    HttpAnswer answer;
    answer.status = status;
    m_keepAlive = false;
    m_ending = true;
    write(answer, {});
    m_socket->readAll();
    waitFor(Patience::Parting);
}

} // namespace SmartCaptcha::Internal
