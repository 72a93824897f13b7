// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filelist.h"
#include "finding.h"
#include "keysearch.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qlist.h>
#include <QtCore/qset.h>
#include <QtCore/qstringlist.h>

namespace Lint {

class SourceText;

/// Searches files and collects what must not ship.
class Linter {
public:
    /// @p siteKeys are the program's client keys; if empty, the client keys found in the files are used.
    explicit Linter(const QStringList &siteKeys);

    void look(const FileList::Entry &file);

    /// Applies the rules that need all files. Call once, before any of the functions below.
    void conclude();

    /// In the order of the files and of the positions in them.
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }

    /// What was skipped, wholly or in part, and why; "nothing found" does not cover it.
    [[nodiscard]] const QStringList &unexamined() const { return m_unexamined; }

    /// What this build could not examine in full depth.
    [[nodiscard]] const QStringList &remarks() const { return m_remarks; }

    [[nodiscard]] qsizetype fileCount() const { return m_fileCount; }

private:
    /// The content being searched.
    struct Subject {
        QString file;
        QStringList inside;
        bool isTest = false;

        [[nodiscard]] Subject part(const QString &name) const
        {
            return {file, inside + QStringList(name), isTest};
        }
        [[nodiscard]] Place place() const { return {file, inside, 0, 0, -1, 0}; }
    };

    /// A key that was found; pairs are checked once all keys are known.
    struct Key {
        KeySearch::FoundKey key;
        Place place;
        bool isTest = false;
        bool isPairIgnored = false;
    };

    void lookAt(const QByteArray &content, const Subject &subject, int depth);
    void lookAtText(const QString &text, const Subject &subject);
    void lookAtBytes(const QByteArray &bytes, const Subject &subject, int depth);
    void remember(const KeySearch::FoundKey &key, const Place &place, const Subject &subject,
                  const QSet<Rule> &ignored);
    void judgePairs();
    void add(Rule rule, const Place &place, const QString &message);
    void remark(const QString &text);

    const QStringList m_siteKeys;
    QList<Finding> m_findings;
    QList<Place> m_hiddenShields;
    QList<Key> m_keys;
    QStringList m_unexamined;
    QStringList m_remarks;
    qsizetype m_fileCount = 0;
    bool m_hasNotice = false;
};

} // namespace Lint
