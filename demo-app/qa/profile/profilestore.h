// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

#include <optional>

namespace Qa {

/**
 * The tester's profiles, in a file. The built-in one comes first and cannot be changed or removed.
 *
 * Server keys are not among what it keeps, see ProfileKeys; the profiles that it gives have none. Every
 * change is in the file when the call returns, or has not happened.
 */
class ProfileStore : public QObject {
    Q_OBJECT

public:
    /// Reads @p file; there need not be one. What it has and cannot be understood is kept beside it, and
    /// problem() says so.
    explicit ProfileStore(const QString &file, QObject *parent = nullptr);
    ~ProfileStore() override;

    /// What was wrong with the file, for people; empty when nothing was.
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] QList<Profile> profiles() const;
    [[nodiscard]] std::optional<Profile> profile(const QString &id) const;
    /// Of all profiles; @p exceptFor does not count.
    [[nodiscard]] QStringList names(const QString &exceptFor = {}) const;

    /// The one that is worked with; the built-in one at first.
    [[nodiscard]] Profile current() const;
    bool setCurrent(const QString &id, QString *problem = nullptr);

    /// Adds @p profile, with a number behind a name that is taken. A profile without an id gets one.
    /// The id, or nothing, with the reason in @p problem.
    std::optional<QString> add(const Profile &profile, QString *problem = nullptr);
    /// Puts @p profile in place of the one that has its id.
    bool update(const Profile &profile, QString *problem = nullptr);
    bool remove(const QString &id, QString *problem = nullptr);
    /// Adds, changes and removes at once, so that @p profiles are what there is besides the built-in one.
    bool replace(const QList<Profile> &profiles, QString *problem = nullptr);

    /// Writes the profiles @p ids into @p file, without keys.
    bool exportTo(const QString &file, const QStringList &ids, QString *problem = nullptr) const;
    /// Adds the profiles of @p file, which have no keys: their new ids, or nothing, with the reason in
    /// @p problem.
    std::optional<QStringList> importFrom(const QString &file, QString *problem = nullptr);

Q_SIGNALS:
    void changed();
    void currentChanged();
    /// The profile is no longer there, and nothing else that is kept for it should be.
    void removed(const QString &id);

private:
    void read();
    void keepAside();
    [[nodiscard]] bool isOwn(const QString &id) const;
    [[nodiscard]] bool keep(const QList<Profile> &profiles, const QString &current, QString *problem);

    const QString m_file;
    QList<Profile> m_profiles; ///< Without the built-in one.
    QString m_current = Profile::emulatorId();
    QString m_problem;
    QByteArray m_known; ///< What the file has, as far as this store knows.
    bool m_readOnly = false; ///< It has something that cannot be kept elsewhere.
};

} // namespace Qa
