// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pendingresponse.h"

#include <utility>

PendingResponse::PendingResponse(QHttpServerResponder &&responder)
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    : m_socket(responder.socket())
    , m_responder(std::make_shared<QHttpServerResponder>(std::move(responder)))
#else
    : m_responder(std::make_shared<QHttpServerResponder>(std::move(responder)))
#endif
{
}

void PendingResponse::send(const QHttpServerResponse &response) const
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // The responder itself would write to a connection that is gone.
    if (m_socket)
        response.write(std::move(*m_responder));
#else
    m_responder->sendResponse(response);
#endif
}
