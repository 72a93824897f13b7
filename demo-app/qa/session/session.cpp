// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "session.h"

#include "profile/keypair.h"

#include <QtCore/qdir.h>
#include <QtCore/qlockfile.h>
#include <QtGui/qpixmap.h>

#include <algorithm>

namespace Qa {

namespace {

QString journalIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("journal.jsonl"));
}

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(QStringLiteral("in-use")));
    // A lock never goes stale by age; that of a program that was killed is recognized by its process id.
    lock->setStaleLockTime(0);
    return lock;
}

bool holdsNothing(const QList<ScenarioResult> &results, const QMap<QString, QString> &notes,
                  const QMap<QString, QStringList> &pictures)
{
    return results.isEmpty() && pictures.isEmpty()
        && std::all_of(notes.cbegin(), notes.cend(), [](const QString &note) { return note.isEmpty(); });
}

} // namespace

Session::Session(const QString &root, QObject *parent)
    : QObject(parent)
    , m_root(root)
{
}

Session::~Session() = default;

void Session::forget()
{
    m_journal.reset();
    m_lock.reset();
    m_folder.clear();
    m_unused.clear();
    m_results.clear();
    m_notes.clear();
    m_pictures.clear();
}

void Session::begin(const QString &profileId, const QString &profileName)
{
    forget();
    m_profileId = profileId;
    m_profile = profileName;
    m_began = QDateTime::currentDateTime();
    Q_EMIT opened();
}

bool Session::open(const QString &folder, QString *problem)
{
    if (folder == m_folder)
        return true;
    if (!QFile::exists(journalIn(folder))) {
        *problem = tr("%1 contains no session.").arg(QDir::toNativeSeparators(folder));
        return false;
    }
    // Locked before reading, because another program may still be adding to the session.
    auto lock = lockOf(folder);
    if (!lock->tryLock()) {
        *problem =
            tr("The session in %1 is already open in another window.").arg(QDir::toNativeSeparators(folder));
        return false;
    }
    const auto content = Journal::read(journalIn(folder));
    if (!content) {
        *problem = tr("%1 contains no session.").arg(QDir::toNativeSeparators(folder));
        return false;
    }
    auto journal = std::make_unique<Journal>();
    if (!journal->resume(journalIn(folder), problem))
        return false;
    forget();
    m_journal = std::move(journal);
    m_lock = std::move(lock);
    m_folder = folder;
    m_profileId = content->profileId;
    m_profile = content->profile;
    m_began = content->began;
    m_results = content->results;
    m_notes = content->notes;
    m_pictures = content->pictures;
    Q_EMIT opened();
    return true;
}

QList<Session::Saved> Session::saved() const
{
    QList<Saved> all;
    const QDir root(m_root);
    const QStringList names = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const QString folder = root.filePath(name);
        const auto content = Journal::read(journalIn(folder));
        if (content && !holdsNothing(content->results, content->notes, content->pictures))
            all << Saved{folder, content->profileId, content->profile, content->began,
                         int(content->results.size())};
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Saved &a, const Saved &b) { return a.began > b.began; });
    return all;
}

bool Session::makeFolder()
{
    if (!m_folder.isEmpty())
        return true;
    const QString name = m_began.toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    QString folder = m_unused.isEmpty() ? QDir(m_root).filePath(name) : m_unused;
    for (int i = 2; m_unused.isEmpty() && QDir(folder).exists(); ++i)
        folder = QDir(m_root).filePath(QStringLiteral("%1-%2").arg(name).arg(i));
    if (!QDir().mkpath(folder)) {
        Q_EMIT troubled(tr("Could not create the folder %1, so this session is not saved.")
                            .arg(QDir::toNativeSeparators(folder)));
        return false;
    }
    auto lock = lockOf(folder);
    QString problem;
    const bool locked = lock->tryLock();
    auto journal = std::make_unique<Journal>();
    if (!locked || !journal->begin(journalIn(folder), m_profileId, m_profile, &problem)) {
        // The next attempt to save tries this folder again, unless another program has locked it.
        if (locked || lock->error() != QLockFile::LockFailedError)
            m_unused = folder;
        else
            m_unused.clear();
        Q_EMIT troubled(
            tr("Could not save the session in %1. %2").arg(QDir::toNativeSeparators(folder), problem));
        return false;
    }
    m_journal = std::move(journal);
    m_lock = std::move(lock);
    m_folder = folder;
    m_unused.clear();
    return true;
}

QString Session::pictureFolder()
{
    return makeFolder() ? m_folder : QString();
}

bool Session::isEmpty() const
{
    return holdsNothing(m_results, m_notes, m_pictures);
}

std::optional<ScenarioResult> Session::result(const QString &scenario) const
{
    for (const ScenarioResult &result : m_results) {
        if (result.id == scenario)
            return result;
    }
    return {};
}

int Session::count(Status status) const
{
    return int(std::count_if(m_results.begin(), m_results.end(),
                             [status](const ScenarioResult &result) { return result.status == status; }));
}

QString Session::note(const QString &scenario) const
{
    return m_notes.value(scenario);
}

QStringList Session::pictures(const QString &scenario) const
{
    return m_pictures.value(scenario);
}

void Session::record(const ScenarioResult &recorded)
{
    // It never started, so an earlier result stays.
    if (recorded.status == Status::Stopped && !recorded.began.isValid())
        return;
    ScenarioResult result = recorded;
    result.note = KeyPair::withoutServerKeys(result.note);
    result.problem = KeyPair::withoutServerKeys(result.problem);
    const auto before = std::find_if(m_results.begin(), m_results.end(),
                                     [&](const ScenarioResult &other) { return other.id == result.id; });
    // A result is recorded again with its picture; the tester may have changed the note in between.
    const bool newNote = !result.note.isEmpty()
        && (before == m_results.end() || before->began != result.began || before->note != result.note);
    if (before != m_results.end()) {
        if (result.status == Status::Skipped && before->status != Status::Skipped)
            return;
        *before = result;
    } else {
        m_results << result;
    }
    QString problem;
    if (makeFolder() && !m_journal->add(result, &problem))
        Q_EMIT troubled(tr("Could not save the result of %1. %2").arg(result.id, problem));
    if (newNote && result.note != note(result.id))
        setNote(result.id, result.note);
    else
        Q_EMIT changed(result.id);
}

void Session::setNote(const QString &scenario, const QString &written)
{
    const QString text = KeyPair::withoutServerKeys(written);
    if (note(scenario) == text)
        return;
    m_notes[scenario] = text;
    QString problem;
    if (makeFolder() && !m_journal->addNote(scenario, text, &problem))
        Q_EMIT troubled(tr("Could not save the note on %1. %2").arg(scenario, problem));
    Q_EMIT changed(scenario);
}

QString Session::addPicture(const QString &scenario, const QPixmap &picture)
{
    if (!makeFolder())
        return {};
    QString name;
    int number = 1;
    do
        // Scenario ids contain no dots, so this cannot be the picture of another scenario.
        name = QStringLiteral("%1.%2.png").arg(scenario).arg(++number);
    while (QFile::exists(QDir(m_folder).filePath(name)));
    QString problem;
    if (!picture.save(QDir(m_folder).filePath(name)) || !m_journal->addPicture(scenario, name, &problem)) {
        Q_EMIT troubled(tr("Could not save the screenshot of %1. %2").arg(scenario, problem));
        return {};
    }
    m_pictures[scenario] << name;
    Q_EMIT changed(scenario);
    return name;
}

Report Session::report(const QList<Scenario> &scenarios) const
{
    Report report;
    report.profile = m_profile;
    report.began = m_began;
    const auto add = [this, &report](const QString &id) {
        auto one = result(id);
        if (!one && note(id).isEmpty() && pictures(id).isEmpty())
            return;
        if (!one) {
            one.emplace();
            one->id = id;
            one->problem = tr("Not run.");
        }
        one->note = note(id);
        one->pictures = pictures(id);
        report.milliseconds += one->milliseconds;
        report.results << *one;
    };
    for (const Scenario &scenario : scenarios) {
        report.scenarios.insert(scenario.id, scenario);
        add(scenario.id);
    }
    QStringList others;
    for (const ScenarioResult &result : m_results)
        others << result.id;
    others << m_notes.keys() << m_pictures.keys();
    others.removeDuplicates();
    for (const QString &id : std::as_const(others)) {
        if (report.scenarios.contains(id))
            continue;
        Scenario unknown;
        unknown.id = id;
        unknown.title = LocalText(id);
        report.scenarios.insert(id, unknown);
        add(id);
    }
    return report;
}

} // namespace Qa
