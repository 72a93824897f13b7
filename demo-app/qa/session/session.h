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
 * A tester's session with one profile: results, notes and pictures, in a folder of its own that is as new as
 * they are. A program that ends without warning loses nothing of what was finished, and finds it again.
 *
 * A folder belongs to one running program at a time.
 */
class Session : public QObject {
    Q_OBJECT

public:
    /// A session that is on disk.
    struct Saved {
        QString folder;
        QString profileId; ///< Empty in sessions of old.
        QString profile; ///< Its name.
        QDateTime began;
        int results = 0;

        /// True when it is one with that profile; one of old goes by the name.
        [[nodiscard]] bool isWith(const QString &id, const QString &name) const
        {
            return profileId.isEmpty() ? profile == name : profileId == id;
        }
    };

    /// @p root is the folder of all sessions; it is made when it is needed.
    explicit Session(const QString &root, QObject *parent = nullptr);
    ~Session() override;

    /// An empty session with @p profile, which gets its folder with the first thing that is to be kept.
    void begin(const QString &profileId, const QString &profileName);

    /// Goes on with the session in @p folder. False, with the reason in @p problem, when there is none or
    /// another program has it; the session then stays as it was.
    [[nodiscard]] bool open(const QString &folder, QString *problem);

    /// Those that hold something, the last one first.
    [[nodiscard]] QList<Saved> saved() const;

    /// Where it is; empty while nothing had to be kept.
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString profileId() const { return m_profileId; }
    /// The profile's name.
    [[nodiscard]] QString profile() const { return m_profile; }
    [[nodiscard]] QDateTime began() const { return m_began; }

    /// The folder for pictures, which is there from then on. Empty, after troubled(), when it cannot be made.
    [[nodiscard]] QString pictureFolder();

    /// True while there is no result, no note and no picture.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::optional<ScenarioResult> result(const QString &scenario) const;
    [[nodiscard]] int count(Status status) const;
    [[nodiscard]] QString note(const QString &scenario) const;
    [[nodiscard]] QStringList pictures(const QString &scenario) const;

    /// Keeps @p result. One that was skipped does not take the place of one that was not, and one that was
    /// stopped before it began is none.
    void record(const ScenarioResult &result);
    /// Keeps the tester's note, without the server keys that it may have.
    void setNote(const QString &scenario, const QString &text);
    /// Keeps a picture that the tester has taken. Its name, or nothing after troubled().
    QString addPicture(const QString &scenario, const QPixmap &picture);

    /// All of it, in the order of @p scenarios; those of which nothing is known are left out. What is known
    /// of others, whose files are not read any more, comes last.
    [[nodiscard]] Report report(const QList<Scenario> &scenarios) const;

Q_SIGNALS:
    /// Another session, or a new one.
    void opened();
    /// A result, a note or a picture of @p scenario is new.
    void changed(const QString &scenario);
    /// Something could not be kept; @p problem is for people.
    void troubled(const QString &problem);

private:
    [[nodiscard]] bool makeFolder();
    void forget();

    const QString m_root;
    QString m_folder;
    QString m_unused; ///< The folder that was made, and in which nothing could be kept yet.
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
