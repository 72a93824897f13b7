// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qsslconfiguration.h>

namespace SmartCaptcha::Internal {

/// A network access manager of the verifier's own, with the proxies that are in force.
class OwnManager : public QNetworkAccessManager {
public:
    OwnManager();

    /// Opens a connection to where @p url is, ahead of the requests. Does nothing while the one that it has
    /// begun to open is not open yet.
    void connectEarly(const QUrl &url, const QSslConfiguration &configuration);

    /// Whether connectEarly() has failed, or takes so long that it is given up; over HTTP/2 the latter cannot
    /// be told. Another manager may have more success: Qt counts a connection that has failed as one still
    /// to be opened, next to each that follows.
    [[nodiscard]] bool hasFailed() const;

private:
    enum class Early { Begun, Open, Failed };

    [[nodiscard]] bool takesTooLong() const;
    void noteEnd(const QNetworkReply &reply);

    /// Host and port of the last connection that was opened early, and what has become of it.
    QString m_place;
    Early m_early = Early::Open;
    qint64 m_begunAt = 0; ///< On the Clock.
    bool m_mayBeHttp2 = false;
};

} // namespace SmartCaptcha::Internal
