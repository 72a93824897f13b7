// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "journal.h"
#include "judge/scenarioresult.h"
#include "report/report.h"

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QLockFile;
class QPixmap;
QT_END_NAMESPACE

namespace Qa {

/**
 * A tester's session with one profile: results, notes and pictures, saved in a folder of its own as they
 * arise. A program that crashes loses nothing that was finished, and can continue the session.
 *
 * Only one running program can use a folder at a time.
 */
class Session : public QObject {
    Q_OBJECT

public:
    /// A session on disk.
    struct Saved {
        QString folder;
        QString profileId; ///< Empty in old sessions.
        QString profile; ///< Its name.
        QDateTime began;
        int results = 0;

        /// True if the session belongs to that profile; old sessions are matched by name.
        [[nodiscard]] bool isWith(const QString &id, const QString &name) const
        {
            return profileId.isEmpty() ? profile == name : profileId == id;
        }
    };

    /// @p root is the folder for all sessions; it is created when needed.
    explicit Session(const QString &root, QObject *parent = nullptr);
    ~Session() override;

    /// Starts an empty session with @p profileId. Its folder is created when there is something to save.
    void begin(const QString &profileId, const QString &profileName);

    /// Continues the session in @p folder. False, with the reason in @p problem, if there is none or another
    /// program is using it; the current session then stays open.
    [[nodiscard]] bool open(const QString &folder, QString *problem);

    /// The sessions that are not empty, the latest first.
    [[nodiscard]] QList<Saved> saved() const;

    /// The session's folder; empty until something has been saved.
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString profileId() const { return m_profileId; }
    /// The profile's name.
    [[nodiscard]] QString profile() const { return m_profile; }
    [[nodiscard]] QDateTime began() const { return m_began; }

    /// The folder for pictures, creating it if necessary. Empty, after troubled(), if that fails.
    [[nodiscard]] QString pictureFolder();

    /// True while there are no results, notes or pictures.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::optional<ScenarioResult> result(const QString &scenario) const;
    [[nodiscard]] int count(Status status) const;
    [[nodiscard]] QString note(const QString &scenario) const;
    [[nodiscard]] QStringList pictures(const QString &scenario) const;

    /// Saves @p result. A skipped result does not replace another one, and a run that was stopped before it
    /// started is ignored.
    void record(const ScenarioResult &result);
    /// Saves the tester's note, with server keys removed.
    void setNote(const QString &scenario, const QString &text);
    /// Saves a picture taken by the tester. Returns its name, or nothing after troubled().
    QString addPicture(const QString &scenario, const QPixmap &picture);

    /// All results in the order of @p scenarios, leaving out those without any. Results of scenarios that are
    /// no longer loaded come last.
    [[nodiscard]] Report report(const QList<Scenario> &scenarios) const;

Q_SIGNALS:
    /// Another session was opened, or a new one started.
    void opened();
    /// @p scenario has a new result, note or picture.
    void changed(const QString &scenario);
    /// Something could not be saved; @p problem is for users.
    void troubled(const QString &problem);

private:
    [[nodiscard]] bool makeFolder();
    void forget();

    const QString m_root;
    QString m_folder;
    QString m_unused; ///< A folder that was created, but in which nothing could be saved yet.
    QString m_profileId;
    QString m_profile;
    QDateTime m_began;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Journal> m_journal;
    QList<ScenarioResult> m_results;
    QMap<QString, QString> m_notes;
    QMap<QString, QStringList> m_pictures;
};

} // namespace Qa
