// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtCore/qlist.h>
#include <QtCore/qmap.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

#include <optional>

namespace Qa {

/**
 * The results of a tester's session, written to disk as soon as they are known: one line of JSON for each
 * finished scenario, so that nothing finished is lost when the program or the computer crashes.
 *
 * Contains no keys and no tokens.
 */
class Journal {
    Q_DECLARE_TR_FUNCTIONS(Qa::Journal)

public:
    struct Content {
        QString profileId; ///< Empty in old journals.
        QString profile; ///< Its name.
        QDateTime began;
        QList<ScenarioResult>
            results; ///< The last result of each scenario, ordered by when each was first run.
        QMap<QString, QString> notes; ///< The tester's notes, by scenario.
        QMap<QString, QStringList> pictures; ///< The pictures that the tester added, by scenario.
    };

    Journal();
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    /// Starts a new session in @p file, creating its folder. Replaces an existing file.
    [[nodiscard]] bool begin(const QString &file, const QString &profileId, const QString &profile,
                             QString *problem);

    /// Continues the session in @p file. False if there is none.
    [[nodiscard]] bool resume(const QString &file, QString *problem);

    /// Closes the file; what was written stays.
    void close();

    /// Writes @p result and syncs it to disk. False, with the reason in @p problem, if that fails.
    [[nodiscard]] bool add(const ScenarioResult &result, QString *problem);

    /// Writes the tester's note on a scenario, which replaces an earlier one.
    [[nodiscard]] bool addNote(const QString &scenario, const QString &text, QString *problem);

    /// Records that the tester added @p picture, a file name, to a scenario.
    [[nodiscard]] bool addPicture(const QString &scenario, const QString &picture, QString *problem);

    /// The valid content of @p file; an incomplete line is left out. Nothing if the file contains no session.
    [[nodiscard]] static std::optional<Content> read(const QString &file);

private:
    [[nodiscard]] bool writeLine(const QByteArray &line, QString *problem);

    QFile m_file;
};

} // namespace Qa
