// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qpair.h>
#include <QtCore/qstring.h>
#include <QtNetwork/qhostaddress.h>

#include <chrono>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

using HeaderFields = QList<QPair<QByteArray, QByteArray>>;
using FormFields = QList<QPair<QString, QString>>;

/// The first field called @p name, whatever its case; empty if there is none.
[[nodiscard]] QByteArray headerValue(const HeaderFields &headers, const QByteArray &name);

/// A request as it arrived.
struct HttpRequest {
    QByteArray method; ///< As sent: methods are case-sensitive.
    QString path; ///< Decoded, with its leading slash.
    QByteArray query; ///< As sent, still encoded.
    HeaderFields headers;
    QByteArray body;
    QHostAddress peer;
    bool keepAlive = true; ///< The client may send another request afterwards.
    bool isOld = false; ///< HTTP/1.0.

    /// As headerValue().
    [[nodiscard]] QByteArray header(const QByteArray &name) const;

    /// The fields of the query.
    [[nodiscard]] FormFields queryFields() const;

    /// The fields of the body, if it is of the type application/x-www-form-urlencoded; none otherwise.
    [[nodiscard]] FormFields bodyFields() const;
};

/// An answer, and the way in which it reaches the client.
struct HttpAnswer {
    enum class Delivery {
        Whole,
        Never, ///< The connection stays open and nothing comes.
        Closed, ///< The connection is closed without a byte.
        CutOff, ///< The head promises the whole body, half of it comes, then the connection is closed.
        Drip, ///< The head at once, then the body byte by byte.
    };

    int status = 200;
    QByteArray contentType;
    QByteArray body;
    HeaderFields headers;
    Delivery delivery = Delivery::Whole;
    bool keepAlive = true; ///< False: the connection is closed afterwards.
    std::chrono::milliseconds delay{0};

    /// Status 200 with @p body.
    [[nodiscard]] static HttpAnswer of(const QByteArray &contentType, const QByteArray &body);

    /// The same with @p object.
    [[nodiscard]] static HttpAnswer json(const QJsonObject &object);

    /// The status for a log of answers; 0 if the client gets none.
    [[nodiscard]] int visibleStatus() const;
};

/// Reads `name=value&...` as forms send it: `+` is a space, `%XX` a byte, the bytes are UTF-8.
[[nodiscard]] FormFields decodeForm(const QByteArray &encoded);

/// The value of the first field called @p name; a null string if there is none.
[[nodiscard]] QString formValue(const FormFields &fields, const QString &name);

} // namespace SmartCaptcha::Internal
