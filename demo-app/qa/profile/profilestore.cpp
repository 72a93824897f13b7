// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profilestore.h"

#include "keypair.h"
#include "profilefile.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qset.h>

#include <algorithm>

namespace Qa {

namespace {

// For callers that do not need the reason.
bool fail(QString *problem, const QString &why)
{
    if (problem)
        *problem = why;
    return false;
}

} // namespace

ProfileStore::ProfileStore(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    read();
}

ProfileStore::~ProfileStore() = default;

void ProfileStore::read()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    ProfileFile::Content content;
    if (file.open(QIODevice::ReadOnly)) {
        m_known = file.readAll();
        file.close();
        content = ProfileFile::fromJson(m_known);
    } else {
        content.problem = tr("It could not be opened: %1.").arg(file.errorString());
    }
    m_profiles = content.profiles;
    if (isOwn(content.current))
        m_current = content.current;
    if (!content.problem.isEmpty()) {
        m_problem = tr("The profiles file %1 could not be read completely. %2")
                        .arg(QDir::toNativeSeparators(m_file), content.problem);
        keepAside();
    }
}

void ProfileStore::keepAside()
{
    QString aside = m_file + QStringLiteral(".bak");
    for (int number = 2; QFile::exists(aside); ++number)
        aside = QStringLiteral("%1.bak%2").arg(m_file).arg(number);
    // Renaming may work where the file cannot be read.
    m_readOnly = !QFile::copy(m_file, aside) && !QFile::rename(m_file, aside);
    m_problem += QLatin1Char(' ')
        + (m_readOnly
               ? tr("It could not be copied either, so it is left unchanged, and changes are not saved.")
               : tr("A copy was saved as %1.").arg(QDir::toNativeSeparators(aside)));
}

bool ProfileStore::isOwn(const QString &id) const
{
    return std::any_of(m_profiles.cbegin(), m_profiles.cend(),
                       [&id](const Profile &profile) { return profile.id == id; });
}

QList<Profile> ProfileStore::profiles() const
{
    return QList<Profile>{Profile::builtIn()} + m_profiles;
}

std::optional<Profile> ProfileStore::profile(const QString &id) const
{
    const QList<Profile> all = profiles();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const Profile &profile) { return profile.id == id; });
    return found == all.cend() ? std::nullopt : std::make_optional(*found);
}

QStringList ProfileStore::names(const QString &exceptFor) const
{
    QStringList names;
    const QList<Profile> all = profiles();
    for (const Profile &profile : all) {
        if (profile.id != exceptFor)
            names << profile.name;
    }
    return names;
}

Profile ProfileStore::current() const
{
    return profile(m_current).value_or(Profile::builtIn());
}

bool ProfileStore::setCurrent(const QString &id, QString *problem)
{
    if (id == m_current)
        return true;
    if (id != Profile::emulatorId() && !isOwn(id))
        return fail(problem, tr("This profile no longer exists."));
    return keep(m_profiles, id, problem);
}

std::optional<QString> ProfileStore::add(const Profile &profile, QString *problem)
{
    Profile added = profile;
    if (added.id.isEmpty())
        added.id = Profile::create({}).id;
    added.emulator = false;
    added.name = ProfileFile::freeName(added.name.trimmed(), names());
    if (!replace(m_profiles + QList<Profile>{added}, problem))
        return {};
    return added.id;
}

bool ProfileStore::update(const Profile &profile, QString *problem)
{
    QList<Profile> profiles = m_profiles;
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&](const Profile &other) { return other.id == profile.id; });
    if (found == profiles.end())
        return fail(problem, tr("This profile no longer exists."));
    *found = profile;
    return replace(profiles, problem);
}

bool ProfileStore::remove(const QString &id, QString *problem)
{
    if (id == Profile::emulatorId())
        return fail(problem, tr("The emulator profile cannot be removed."));
    QList<Profile> profiles = m_profiles;
    if (profiles.removeIf([&id](const Profile &profile) { return profile.id == id; }) == 0)
        return fail(problem, tr("This profile no longer exists."));
    return replace(profiles, problem);
}

bool ProfileStore::replace(const QList<Profile> &profiles, QString *problem)
{
    QList<Profile> own = profiles;
    QSet<QString> ids{Profile::emulatorId()};
    QSet<QString> taken{Profile::builtIn().name.toCaseFolded()};
    for (Profile &profile : own) {
        profile.emulator = false;
        profile.serverKey = {};
        profile.name = profile.name.trimmed();
        if (profile.name.isEmpty())
            return fail(problem, tr("Enter a name for the profile."));
        const QString name = profile.name.toCaseFolded();
        if (taken.contains(name))
            return fail(problem, tr("A profile named \u201c%1\u201d already exists.").arg(profile.name));
        if (profile.id.isEmpty() || ids.contains(profile.id))
            return fail(problem, tr("The same profile already exists."));
        taken << name;
        ids << profile.id;
    }
    QString current = m_current;
    if (!ids.contains(current))
        current = Profile::emulatorId();
    return keep(own, current, problem);
}

bool ProfileStore::keep(const QList<Profile> &profiles, const QString &current, QString *problem)
{
    if (m_readOnly)
        return fail(problem, m_problem);
    const QByteArray json = ProfileFile::toJson(profiles, current);
    if (KeyPair::holdsServerKey(QString::fromUtf8(json)))
        return fail(problem,
                    tr("There is a server key (ysc2_) in the wrong field. It would be saved in plain text; "
                       "remove it first."));
    QString why;
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    // Another program may have changed the file meanwhile.
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly) && file.readAll() != m_known) {
        m_problem = tr("Another program has changed the profiles file %1 in the meantime.")
                        .arg(QDir::toNativeSeparators(m_file));
        keepAside();
    }
    file.close();
    if (m_readOnly)
        return fail(problem, m_problem);
    if (!ProfileFile::write(m_file, json, &why))
        return fail(problem, why);
    m_known = json;

    QStringList gone;
    for (const Profile &before : std::as_const(m_profiles)) {
        const auto same = [&before](const Profile &profile) { return profile.id == before.id; };
        if (std::none_of(profiles.cbegin(), profiles.cend(), same))
            gone << before.id;
    }
    const bool isChange = m_profiles != profiles;
    const bool isOtherCurrent = m_current != current;
    m_profiles = profiles;
    m_current = current;
    for (const QString &id : std::as_const(gone))
        Q_EMIT removed(id);
    if (isChange)
        Q_EMIT changed();
    if (isOtherCurrent)
        Q_EMIT currentChanged();
    return true;
}

bool ProfileStore::exportTo(const QString &file, const QStringList &ids, QString *problem) const
{
    QList<Profile> chosen = m_profiles;
    chosen.removeIf([&ids](const Profile &profile) { return !ids.contains(profile.id); });
    QString why;
    return ProfileFile::exportTo(file, chosen, &why) || fail(problem, why);
}

std::optional<QStringList> ProfileStore::importFrom(const QString &file, QString *problem)
{
    QString why;
    const std::optional<QList<Profile>> imported = ProfileFile::importFrom(file, names(), &why);
    if (!imported) {
        fail(problem, why);
        return {};
    }
    if (!replace(m_profiles + *imported, problem))
        return {};
    QStringList ids;
    for (const Profile &profile : *imported)
        ids << profile.id;
    return ids;
}

} // namespace Qa
