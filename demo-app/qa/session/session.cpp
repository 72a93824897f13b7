// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "session.h"

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
    // What a program that was killed has left behind is recognized by its process, however new it is.
    lock->setStaleLockTime(0);
    return lock;
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
    m_journal.close();
    m_lock.reset();
    m_folder.clear();
    m_results.clear();
    m_notes.clear();
    m_pictures.clear();
}

void Session::begin(const QString &profile)
{
    forget();
    m_profile = profile;
    m_began = QDateTime::currentDateTime();
    Q_EMIT opened();
}

bool Session::open(const QString &folder, QString *problem)
{
    if (folder == m_folder)
        return true;
    auto lock = lockOf(folder);
    const auto content = Journal::read(journalIn(folder));
    if (!content) {
        *problem = tr("There is no session in %1.").arg(QDir::toNativeSeparators(folder));
        return false;
    }
    if (!lock->tryLock()) {
        *problem =
            tr("The session in %1 is open in another window already.").arg(QDir::toNativeSeparators(folder));
        return false;
    }
    forget();
    if (!m_journal.resume(journalIn(folder), problem)) {
        Q_EMIT opened();
        return false;
    }
    m_lock = std::move(lock);
    m_folder = folder;
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
        if (content && (!content->results.isEmpty() || !content->notes.isEmpty()))
            all << Saved{folder, content->profile, content->began, int(content->results.size())};
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
    QString folder = QDir(m_root).filePath(name);
    for (int i = 2; QDir(folder).exists(); ++i)
        folder = QDir(m_root).filePath(QStringLiteral("%1-%2").arg(name).arg(i));
    if (!QDir().mkpath(folder)) {
        Q_EMIT troubled(tr("The folder %1 cannot be made, so nothing of this session is kept.")
                            .arg(QDir::toNativeSeparators(folder)));
        return false;
    }
    auto lock = lockOf(folder);
    QString problem;
    if (!lock->tryLock() || !m_journal.begin(journalIn(folder), m_profile, &problem)) {
        Q_EMIT troubled(
            tr("The session cannot be kept in %1. %2").arg(QDir::toNativeSeparators(folder), problem));
        return false;
    }
    m_lock = std::move(lock);
    m_folder = folder;
    return true;
}

QString Session::pictureFolder()
{
    return makeFolder() ? m_folder : QString();
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

void Session::record(const ScenarioResult &result)
{
    // It was not even begun: what is known of it stays.
    if (result.status == Status::Stopped && !result.began.isValid())
        return;
    const auto before = std::find_if(m_results.begin(), m_results.end(),
                                     [&](const ScenarioResult &other) { return other.id == result.id; });
    if (before != m_results.end()) {
        if (result.status == Status::Skipped && before->status != Status::Skipped)
            return;
        *before = result;
    } else {
        m_results << result;
    }
    QString problem;
    if (makeFolder() && !m_journal.add(result, &problem))
        Q_EMIT troubled(tr("The result of %1 could not be kept. %2").arg(result.id, problem));
    if (!result.note.isEmpty() && result.note != note(result.id))
        setNote(result.id, result.note);
    else
        Q_EMIT changed(result.id);
}

void Session::setNote(const QString &scenario, const QString &text)
{
    if (note(scenario) == text)
        return;
    m_notes[scenario] = text;
    QString problem;
    if (makeFolder() && !m_journal.addNote(scenario, text, &problem))
        Q_EMIT troubled(tr("The note on %1 could not be kept. %2").arg(scenario, problem));
    Q_EMIT changed(scenario);
}

QString Session::addPicture(const QString &scenario, const QPixmap &picture)
{
    if (!makeFolder())
        return {};
    QString name;
    int number = 1;
    do
        name = QStringLiteral("%1-%2.png").arg(scenario).arg(++number);
    while (QFile::exists(QDir(m_folder).filePath(name)));
    QString problem;
    if (!picture.save(QDir(m_folder).filePath(name)) || !m_journal.addPicture(scenario, name, &problem)) {
        Q_EMIT troubled(tr("The picture of %1 could not be kept. %2").arg(scenario, problem));
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
    for (const Scenario &scenario : scenarios) {
        report.scenarios.insert(scenario.id, scenario);
        auto one = result(scenario.id);
        if (!one && note(scenario.id).isEmpty())
            continue;
        if (!one) {
            one.emplace();
            one->id = scenario.id;
            one->problem = tr("It was not tried.");
        }
        one->note = note(scenario.id);
        one->pictures = pictures(scenario.id);
        report.milliseconds += one->milliseconds;
        report.results << *one;
    }
    return report;
}

} // namespace Qa
