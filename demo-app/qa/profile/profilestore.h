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
 * The tester's profiles, stored in a file. The built-in one comes first and cannot be changed or removed.
 *
 * Server keys are not stored here, see ProfileKeys; the profiles returned have none. When a call returns, the
 * change is in the file, or was not made.
 */
class ProfileStore : public QObject {
    Q_OBJECT

public:
    /// Reads @p file, if it exists. If it has invalid content, a copy is kept next to it, and problem() says
    /// so.
    explicit ProfileStore(const QString &file, QObject *parent = nullptr);
    ~ProfileStore() override;

    /// What was wrong with the file, for users; empty if nothing was.
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] QList<Profile> profiles() const;
    [[nodiscard]] std::optional<Profile> profile(const QString &id) const;
    /// The names of all profiles except @p exceptFor.
    [[nodiscard]] QStringList names(const QString &exceptFor = {}) const;

    /// The selected profile; initially the built-in one.
    [[nodiscard]] Profile current() const;
    bool setCurrent(const QString &id, QString *problem = nullptr);

    /// Adds @p profile, with a number appended to a name that is taken. A profile without an id gets one.
    /// Returns the id, or nothing, with the reason in @p problem.
    std::optional<QString> add(const Profile &profile, QString *problem = nullptr);
    /// Replaces the profile with the same id.
    bool update(const Profile &profile, QString *problem = nullptr);
    bool remove(const QString &id, QString *problem = nullptr);
    /// Adds, changes and removes in one step, so that @p profiles are all there is besides the built-in one.
    bool replace(const QList<Profile> &profiles, QString *problem = nullptr);

    /// Writes the profiles @p ids to @p file, without keys.
    bool exportTo(const QString &file, const QStringList &ids, QString *problem = nullptr) const;
    /// Adds the profiles in @p file, which have no keys. Returns their new ids, or nothing, with the reason
    /// in @p problem.
    std::optional<QStringList> importFrom(const QString &file, QString *problem = nullptr);

Q_SIGNALS:
    void changed();
    void currentChanged();
    /// The profile was removed; data stored for it should be removed as well.
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
    QByteArray m_known; ///< The content of the file, as far as this store knows.
    bool m_readOnly = false; ///< The file has invalid content that could not be copied elsewhere.
};

} // namespace Qa
