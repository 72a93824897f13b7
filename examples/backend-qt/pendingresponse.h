// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpointer.h>
#include <QtHttpServer/qhttpserverresponder.h>
#include <QtHttpServer/qhttpserverresponse.h>
#include <QtNetwork/qtcpsocket.h>

#include <memory>

/**
 * The response to a request, which may come later.
 *
 * A route could also return a QFuture<QHttpServerResponse>. With Qt 6.4 that crashes when the client has gone
 * before the response comes, and when a QPromise or then() of the same thread finishes the future.
 */
class PendingResponse {
public:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    /// How a route gets its responder.
    using Responder = QHttpServerResponder &;
#else
    using Responder = QHttpServerResponder &&;
#endif

    explicit PendingResponse(QHttpServerResponder &&responder);

    /// Sends it, once. Does nothing if the client has gone.
    void send(const QHttpServerResponse &response) const;

private:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    QPointer<QTcpSocket> m_socket;
#endif
    std::shared_ptr<QHttpServerResponder> m_responder;
};
