// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>

#include <optional>

namespace Qa {

/// Profiles as JSON: the file of a ProfileStore, and files that are handed on. Neither has a server key.
class ProfileFile {
    Q_DECLARE_TR_FUNCTIONS(Qa::ProfileFile)

public:
    struct Content {
        QList<Profile> profiles; ///< Without the built-in one.
        QString current;
        /// What could not be understood, for people; then something is not in profiles.
        QString problem;
    };

    /// Nothing is left out but the server keys and the built-in profile.
    [[nodiscard]] static QByteArray toJson(const QList<Profile> &profiles, const QString &current);

    /// As much of it as can be understood.
    [[nodiscard]] static Content fromJson(const QByteArray &json);

    /// Writes @p profiles without any key. False, with the reason in @p problem, when that is not possible;
    /// what was in @p file is still there then.
    [[nodiscard]] static bool exportTo(const QString &file, const QList<Profile> &profiles, QString *problem);

    /// The profiles in @p file with new ids, without any key, and with names that are not among @p taken.
    /// Nothing, with the reason in @p problem, when there are none.
    [[nodiscard]] static std::optional<QList<Profile>> importFrom(const QString &file,
                                                                  const QStringList &taken, QString *problem);

    /// @p name, with a number when it is among @p taken.
    [[nodiscard]] static QString freeName(const QString &name, const QStringList &taken);

    /// Writes @p content in place of what @p file has, or not at all.
    [[nodiscard]] static bool write(const QString &file, const QByteArray &content, QString *problem);
};

} // namespace Qa
