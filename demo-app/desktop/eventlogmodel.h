// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qlist.h>

/// What has happened, the newest last. Texts are in the language that was chosen when they were added.
class EventLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Source {
        Captcha, ///< The widget's signals.
        Verifier, ///< What the verifier found out.
        Service, ///< Requests that the emulator has answered.
        Demo, ///< What the person at the demo did.
    };

    enum Column { TimeColumn, SourceColumn, TextColumn, ColumnCount };

    /// Older entries go when there are more than this.
    static constexpr int MaximumEntries = 1000;

    explicit EventLogModel(QObject *parent = nullptr);

    void add(Source source, const QString &text);
    void clear();
    /// For a change of language: the names of columns and sources.
    void retranslate();

    /// The widest of the names in SourceColumn, in the current language.
    [[nodiscard]] static QString longestSourceName();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        QTime time;
        Source source;
        QString text;
    };

    [[nodiscard]] static QString sourceName(Source source);

    QList<Entry> m_entries;
};
