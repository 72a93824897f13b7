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
 * What a tester's session has come to, on disk as soon as it is known: a line of JSON for each finished
 * scenario, so that nothing finished is lost when the program, or the computer, ends without warning.
 *
 * There is no key and no token in it.
 */
class Journal {
    Q_DECLARE_TR_FUNCTIONS(Qa::Journal)

public:
    struct Content {
        QString profileId; ///< Empty in journals of old.
        QString profile; ///< Its name.
        QDateTime began;
        QList<ScenarioResult> results; ///< The last one of each scenario, in the order of their first.
        QMap<QString, QString> notes; ///< The tester's, by scenario.
        QMap<QString, QStringList> pictures; ///< Those that the tester has added, by scenario.
    };

    Journal();
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    /// Begins a new session in @p file, whose folder is made. What the file had is replaced.
    [[nodiscard]] bool begin(const QString &file, const QString &profileId, const QString &profile,
                             QString *problem);

    /// Goes on with the session in @p file. False when there is none.
    [[nodiscard]] bool resume(const QString &file, QString *problem);

    /// Ends it; what was written stays.
    void close();

    /// Writes @p result, down to the disk. False, with the reason in @p problem, when that is not possible.
    [[nodiscard]] bool add(const ScenarioResult &result, QString *problem);

    /// Writes the tester's note on a scenario, in place of an earlier one.
    [[nodiscard]] bool addNote(const QString &scenario, const QString &text, QString *problem);

    /// Writes that the tester has added @p picture, a file's name, to a scenario.
    [[nodiscard]] bool addPicture(const QString &scenario, const QString &picture, QString *problem);

    /// What @p file holds, as far as it can be read: a line that was cut off is left out. Nothing when there
    /// is no session in it.
    [[nodiscard]] static std::optional<Content> read(const QString &file);

private:
    [[nodiscard]] bool writeLine(const QByteArray &line, QString *problem);

    QFile m_file;
};

} // namespace Qa
