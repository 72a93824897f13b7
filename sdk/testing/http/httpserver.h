// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "httpmessage.h"

#include <QtCore/qglobal.h>
#include <QtCore/qstring.h>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

class RequestReceiver;

/**
 * A server on the loopback address, on top of Qt HTTP Server.
 *
 * Qt HTTP Server changed its interface in 6.5 and 6.8, and has no way to cut an answer off or to send none.
 * Only this class has to deal with that.
 */
class HttpServer {
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    /// @p handler is called for every request, in the thread of this object.
    explicit HttpServer(Handler handler);
    ~HttpServer();

    /// Starts to listen; serves HTTPS if there is a configuration. On failure errorString() says why.
    bool listen(quint16 port, const std::optional<QSslConfiguration> &tls);

    /// Closes every connection at once. Must not be called from within the handler.
    void close();

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString errorString() const;

    /// The number of connections accepted since listen(); with HTTPS, those whose handshake succeeded.
    [[nodiscard]] int connectionCount() const;

private:
    Handler m_handler;
    std::unique_ptr<RequestReceiver> m_receiver;
    QString m_errorString;
};

} // namespace SmartCaptcha::Internal
