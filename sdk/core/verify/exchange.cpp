// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "exchange.h"

#include "answer.h"
#include "core/service/proxyinforce.h"
#include "foundation/unreachable.h"
#include "onetimebody.h"
#include "ownmanager.h"

#include <QtCore/qcoreevent.h>
#include <QtCore/qmetaobject.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslerror.h>

#include <utility>

namespace SmartCaptcha::Internal {

using Error = SmartCaptchaResult::Error;

namespace {

/// Errors that occur before anything of a request has been sent.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return true;
    default:
        return false;
    }
}

Error causeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
    // Not from abort(), which does not get here, but from the transfer timeout of the application's manager.
    case QNetworkReply::OperationCanceledError:
        return Error::Timeout;
    default:
        return Error::Network;
    }
}

/// QNetworkReply::errorString() would contain the address, which holds the key with Method::Get.
QString described(const QUrl &url, QNetworkReply::NetworkError error)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return url.host() + QLatin1String(": ") + QLatin1String(name ? name : "unknown error");
}

} // namespace

Exchange::Exchange(std::shared_ptr<const Terms> terms, const SecretBytes &form,
                   QNetworkAccessManager *manager, std::shared_ptr<QNetworkAccessManager> ownedManager,
                   Ended ended, Broken broken)
    : m_terms(std::move(terms))
    , m_form(form)
    , m_ended(std::move(ended))
    , m_broken(std::move(broken))
    , m_first(m_terms->firstAddress())
    , m_ownedManager(std::move(ownedManager))
    , m_manager(manager)
{
}

Exchange::~Exchange()
{
    dropReply();
}

void Exchange::start()
{
    m_running = true;
    m_clock.start();
    sendToCurrentUrl();
    // Qt hands the request to the network when control returns to the event loop. The deadline starts only
    // then, so that a thread which is busy until that moment does not use up the time. By a timer, because an
    // event that is posted costs a system call.
    if (m_running)
        m_deadline.start(0, Qt::PreciseTimer, this);
}

void Exchange::change(const std::shared_ptr<QNetworkAccessManager> &manager)
{
    if (!m_running || !m_reply || mayHaveLeft())
        return;
    dropReply();
    m_formerManagers.push_back(std::exchange(m_ownedManager, manager));
    m_manager = manager.get();
    sendToCurrentUrl();
}

void Exchange::abort()
{
    end(Error::Canceled);
}

void Exchange::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_deadline.timerId())
        return;
    if (std::exchange(m_isTimed, true)) {
        end(Error::Timeout);
    } else {
        m_clock.start();
        m_deadline.start(m_terms->timeout, Qt::PreciseTimer, this);
    }
}

/// The index in the terms of the address that it is sent to. The one that is tried first comes first, the
/// others follow in their order.
qsizetype Exchange::currentIndex() const
{
    if (m_tried == 0)
        return m_first;
    return m_tried <= m_first ? m_tried - 1 : m_tried;
}

void Exchange::sendToCurrentUrl()
{
    if (!m_manager) {
        end(Error::Network, QStringLiteral("the network access manager is gone"));
        return;
    }
    m_outcome.connectionBroken = false;
    const QNetworkRequest &request = m_terms->requests.at(currentIndex());
    if (m_ownedManager) {
        m_outcome.proxyProblem = ProxyInForce::forUrl(request.url()).problem;
        if (!m_outcome.proxyProblem.isEmpty()) {
            end(Error::Network, m_outcome.proxyProblem);
            return;
        }
    }
    if (m_terms->inBody) {
        m_body = new OneTimeBody(m_form, OneTimeBody::Rewind::UntilRead, m_broken);
        m_reply = m_manager->post(request, m_body);
    } else {
        QNetworkRequest withForm = request;
        QUrl url = request.url();
        url.setQuery(QString::fromLatin1(m_form.bytes()));
        withForm.setUrl(url);
        // With an empty body instead of get(), because Qt rewinds the body before it sends a request again,
        // and this body refuses.
        m_body = new OneTimeBody({}, OneTimeBody::Rewind::Never, m_broken);
        m_reply = m_manager->sendCustomRequest(withForm, QByteArrayLiteral("GET"), m_body);
    }
    m_body->setParent(m_reply);

    // Nobody else knows the verifier's own manager.
    if (!m_ownedManager) {
        // A slot that the application has connected to its own manager may ignore errors, so it must not get
        // these.
        QObject::disconnect(m_reply, &QNetworkReply::sslErrors, m_manager, nullptr);
        connect(m_reply, &QObject::destroyed, this,
                [this] { end(Error::Network, QStringLiteral("the network access manager was destroyed")); });
    }
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::readEnd);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        QStringList texts;
        for (const QSslError &error : errors)
            texts.append(error.errorString());
        m_tlsErrors = texts.join(QLatin1String("; "));
        // End it now, in case the application's manager makes its replies ignore errors: a connection that
        // was accepted in that way must not be there for the next request.
        end(Error::Tls, m_reply->url().host() + QLatin1String(": ") + m_tlsErrors);
    });
}

void Exchange::readHeaders()
{
    if (m_outcome.httpStatus != 0)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A status below 200 only says that the answer is still to come. Qt may take it for the answer, and gives
    // the connection to the next request.
    if (status < 200) {
        if (status > 0 && m_ownedManager) {
            m_outcome.connectionBroken = true;
            m_outcome.answerToCome = true;
            end(Error::Network, described(m_reply->url(), m_reply->error()));
        }
        return;
    }
    m_outcome.httpStatus = status;
    m_outcome.answeredByOther = m_tried > 0 ? currentIndex() : -1;
    // The body of such an answer does not matter, and need not arrive in time.
    if (status != 200)
        end(Error::HttpStatus);
    else if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > maximumAnswerSize)
        end(Error::BadReply, QStringLiteral("the answer is longer than 64 KiB"));
}

void Exchange::readBody()
{
    // Not more than there is, because Qt allocates as much as it is asked for.
    m_outcome.body +=
        m_reply->read(qMin(m_reply->bytesAvailable(), maximumAnswerSize + 1 - m_outcome.body.size()));
    if (m_outcome.body.size() > maximumAnswerSize)
        end(Error::BadReply, QStringLiteral("the answer is longer than 64 KiB"));
}

void Exchange::readEnd()
{
    readHeaders();
    if (!m_running)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    const auto description = [&] { return described(m_reply->url(), error); };
    m_outcome.connectionBroken = error != QNetworkReply::NoError && !isBeforeSending(error);
    if (error == QNetworkReply::NoError
        || (error == QNetworkReply::ContentReSendError && endsWithConnection())) {
        if (m_outcome.httpStatus == 0) {
            // Qt may take a status below 200 for the final answer. The real one, which follows, must not be
            // taken for the answer to the connection's next request.
            m_outcome.connectionBroken = true;
            end(Error::Network, description());
            return;
        }
        readBody();
        if (m_running)
            end(Error::NoError);
    } else if (Unreachable::isSaidByQt(error) && !mayHaveLeft() && m_tried + 1 < m_terms->requests.size()) {
        dropReply();
        ++m_tried;
        sendToCurrentUrl();
    } else if (isOfAnotherConnection(error)) {
        // With connections of its own, an error is its own.
        m_isAlone = true;
        change(std::make_shared<OwnManager>());
    } else {
        end(causeOf(error), description());
    }
}

/// Whether the token may have been sent. In the address it goes out with the headers, about which Qt says
/// nothing, so that only some errors rule it out.
bool Exchange::mayHaveLeft() const
{
    if (m_terms->inBody)
        return m_body && m_body->wasRead();
    // Without a reply, because its manager is gone, there is no way to know.
    return m_tlsErrors.isEmpty() && (!m_reply || !isBeforeSending(m_reply->error()));
}

/**
 * Whether the request may be the victim of another one: when a connection breaks, Qt ends all requests to the
 * same host that still wait for a connection, with the same error. Such a request has sent nothing.
 */
bool Exchange::isOfAnotherConnection(QNetworkReply::NetworkError error) const
{
    return error == QNetworkReply::RemoteHostClosedError && m_outcome.httpStatus == 0 && !mayHaveLeft()
        && m_ownedManager && !m_isAlone;
}

/**
 * Whether the answer ends when the connection closes. Qt 6.4 can take that for a broken connection and start
 * to send the request again, although it has read the answer. Our body refuses, and the error means nothing
 * more than that.
 */
bool Exchange::endsWithConnection() const
{
    return m_outcome.httpStatus == 200 && !m_reply->header(QNetworkRequest::ContentLengthHeader).isValid()
        && !m_reply->hasRawHeader(QByteArrayLiteral("Transfer-Encoding"));
}

void Exchange::end(Error error, const QString &details)
{
    if (!m_running)
        return;
    m_running = false;
    m_deadline.stop();
    m_outcome.error = error;
    m_outcome.details = details;
    m_outcome.elapsed = m_clock.elapsed();
    m_outcome.tokenSent = mayHaveLeft();
    // Qt closes the connection of a request that is given up, unless it has already taken a status below 200
    // for the answer.
    if ((error == Error::Canceled || error == Error::Timeout) && m_outcome.tokenSent) {
        m_outcome.connectionBroken = true;
        m_outcome.answerToCome = true;
    }
    dropReply();
    m_ended(m_outcome);
}

void Exchange::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    // The reply lives until control returns to the event loop, but before that the token may be reported as
    // not sent, so the body must not be read any more. Not abort(): if an HTTP error is pending, Qt would
    // complain about a second error.
    if (m_body)
        m_body->withhold();
    reply->deleteLater();
}

} // namespace SmartCaptcha::Internal
