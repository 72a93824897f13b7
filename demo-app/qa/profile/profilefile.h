// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>

#include <optional>

namespace Qa {

/// Profiles as JSON: the file of a ProfileStore, and exported files. Neither contains server keys.
class ProfileFile {
    Q_DECLARE_TR_FUNCTIONS(Qa::ProfileFile)

public:
    struct Content {
        QList<Profile> profiles; ///< Without the built-in one.
        QString current;
        /// What could not be read, for users; if not empty, something is missing from profiles.
        QString problem;
    };

    /// Leaves out only the server keys and the built-in profile.
    [[nodiscard]] static QByteArray toJson(const QList<Profile> &profiles, const QString &current);

    /// Reads as much as is valid.
    [[nodiscard]] static Content fromJson(const QByteArray &json);

    /// Writes @p profiles without any keys. On failure, returns false with the reason in @p problem, and @p
    /// file keeps its content.
    [[nodiscard]] static bool exportTo(const QString &file, const QList<Profile> &profiles, QString *problem);

    /// The profiles in @p file with new ids, without any keys, and with names that are not among @p taken.
    /// Nothing if there are none, with the reason in @p problem.
    [[nodiscard]] static std::optional<QList<Profile>> importFrom(const QString &file,
                                                                  const QStringList &taken, QString *problem);

    /// @p name, with a number appended if it is among @p taken.
    [[nodiscard]] static QString freeName(const QString &name, const QStringList &taken);

    /// Replaces the content of @p file with @p content, or leaves it unchanged on failure.
    [[nodiscard]] static bool write(const QString &file, const QByteArray &content, QString *problem);
};

} // namespace Qa
