// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>
#include <QtCore/qjsonvalue.h>
#include <QtCore/qstring.h>

/// A command within a session, as both protocols call it.
struct DriverCommand {
    const char *method; ///< Of HTTP.
    const char *path; ///< With `{id}` for the parameter of this name.
    const char *marionette; ///< The name in Marionette; the parameters are the same.
};

/// How the commands of WebDriver get to a browser. Functions that wait let the event loop run.
class DriverTransport {
    Q_DISABLE_COPY_MOVE(DriverTransport)

public:
    struct Answer {
        QJsonValue value;
        QString problem; ///< Empty on success.
    };

    DriverTransport() = default;
    virtual ~DriverTransport() = default;

    /// Whether a session can begin.
    [[nodiscard]] virtual bool isReady() = 0;

    /// Begins a session. The answer's value has the browser's `capabilities`.
    [[nodiscard]] virtual Answer begin(const QJsonObject &capabilities) = 0;

    [[nodiscard]] virtual Answer send(const DriverCommand &command, const QJsonObject &parameters) = 0;

    /// Ends the session, if there is one.
    virtual void end() = 0;

protected:
    /// In milliseconds. Starting a browser takes the longest.
    static constexpr int longestWait = 120000;

    /// @p error is in the form that both protocols have.
    [[nodiscard]] static Answer failure(const QString &command, const QJsonObject &error)
    {
        return {{},
                QStringLiteral("%1: %2: %3")
                    .arg(command, error.value(QLatin1String("error")).toString(),
                         error.value(QLatin1String("message")).toString())};
    }
};
