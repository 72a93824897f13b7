// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/timelineevent.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qlist.h>

/// Events in the order in which they happened, without tokens and keys.
class TimelineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, AfterColumn, SourceColumn, TextColumn, ColumnCount };

    explicit TimelineModel(QObject *parent = nullptr);

    /// Removes all events; times count from now on.
    void begin();
    /// Shows the events of a scenario that began at @p began.
    void setEvents(const QDateTime &began, const QList<Qa::TimelineEvent> &events);
    void add(const Qa::TimelineEvent &event);
    /// Adds an event that happens now.
    void add(Qa::Source source, const QString &text);
    /// The language of headings and sources has changed.
    void retranslate();

    /// The rows as lines of text, with tabs between the columns; all of them when @p rows is empty.
    [[nodiscard]] QString toText(const QList<int> &rows = {}) const;

    /// A text as wide as those in the column; empty for the last column.
    [[nodiscard]] QString widest(Column column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    // When there are more, the oldest are removed.
    static constexpr int MaximumEvents = 5000;

    [[nodiscard]] static QString sourceName(Qa::Source source);

    QDateTime m_began;
    QList<Qa::TimelineEvent> m_events;
};
