// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchatesting_export.h>

#include <QtCore/qbytearray.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qpair.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaEmulatorRequestPrivate;

/**
 * One request that a SmartCaptchaEmulator received, for a test to look at.
 *
 * It holds what the client sent, keys and tokens included, because a test wants to know how they arrived. It
 * prints without any value.
 *
 * A value type: implicitly shared, usable in any thread.
 */
class SMARTCAPTCHA_TESTING_EXPORT SmartCaptchaEmulatorRequest {
    Q_GADGET
    Q_PROPERTY(QString method READ method CONSTANT FINAL)
    Q_PROPERTY(QString path READ path CONSTANT FINAL)
    Q_PROPERTY(int status READ status CONSTANT FINAL)
    Q_PROPERTY(QDateTime receivedAt READ receivedAt CONSTANT FINAL)

public:
    /// Names and values in the order in which they came.
    using Fields = QList<QPair<QString, QString>>;

    /// No request; every text is empty.
    SmartCaptchaEmulatorRequest();

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaEmulatorRequest(const SmartCaptchaEmulatorRequest &other);
    SmartCaptchaEmulatorRequest(SmartCaptchaEmulatorRequest &&other) noexcept;
    SmartCaptchaEmulatorRequest &operator=(const SmartCaptchaEmulatorRequest &other);
    SmartCaptchaEmulatorRequest &operator=(SmartCaptchaEmulatorRequest &&other) noexcept;
    ~SmartCaptchaEmulatorRequest();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaEmulatorRequest &other) noexcept { d.swap(other.d); }

    /// The method in capital letters, for instance `POST`.
    [[nodiscard]] QString method() const;

    /// The path, decoded, without the query.
    [[nodiscard]] QString path() const;

    /// The fields of the query, decoded as a form's: `+` is a space.
    [[nodiscard]] Fields query() const;

    /// The fields of the body, decoded, if it came as application/x-www-form-urlencoded; none otherwise.
    [[nodiscard]] Fields form() const;

    /// The value of @p name in the form or else in the query; a null string if it is in neither.
    [[nodiscard]] QString value(const QString &name) const;

    /// The body as it came.
    [[nodiscard]] QByteArray body() const;

    /// The value of a header, whatever the case of @p name; empty if it was not sent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;

    /// All headers in the order in which they came.
    [[nodiscard]] QList<QPair<QByteArray, QByteArray>> headers() const;

    /// The status of the answer, or 0 if the scenario gave none.
    [[nodiscard]] int status() const;

    /// When it arrived, in UTC, on the computer's clock and not on the emulator's.
    [[nodiscard]] QDateTime receivedAt() const;

private:
    friend class SmartCaptchaEmulatorPrivate;
    explicit SmartCaptchaEmulatorRequest(SmartCaptchaEmulatorRequestPrivate *data);

    QSharedDataPointer<SmartCaptchaEmulatorRequestPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaEmulatorRequest)

/// Prints the method, the path, the names of the fields and the status.
/// @relates SmartCaptchaEmulatorRequest
SMARTCAPTCHA_TESTING_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaEmulatorRequest &request);

Q_DECLARE_METATYPE(SmartCaptchaEmulatorRequest)
