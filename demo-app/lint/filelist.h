// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qset.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>

namespace Lint {

/// The files to search. In a git checkout: those that are tracked or not ignored; elsewhere: all except build
/// folders and the data of version control. A file named explicitly is always included; a .qrc file brings
/// the files that it lists.
class FileList {
public:
    struct Entry {
        QString path;
        bool isTest = false; ///< Belongs to a test, which does not ship.
    };

    /// Adds a file, or all files below a folder; false when neither exists.
    bool add(const QString &path);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }

private:
    void addFile(const QString &path, const QString &root);
    void addFolder(const QString &path, const QString &root);
    void addAll(const QString &folder, const QString &root);
    void addCheckedIn(const QString &folder, const QString &root, const QStringList &files);
    void addFilesOfResources(const QString &path, const QString &root);
    [[nodiscard]] QString rootOf(const QString &folder);
    [[nodiscard]] bool isBuildFolder(const QString &folder);

    QList<Entry> m_entries;
    QSet<QString> m_known;
    QHash<QString, QString> m_roots;
    QHash<QString, bool> m_buildFolders;
};

} // namespace Lint
