// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "timelinemodel.h"

#include "look/plaintooltip.h"

using Qa::Source;

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    begin();
}

void TimelineModel::begin()
{
    setEvents(QDateTime::currentDateTime(), {});
}

void TimelineModel::setEvents(const QDateTime &began, const QList<Qa::TimelineEvent> &events)
{
    beginResetModel();
    m_began = began;
    m_events = events;
    endResetModel();
}

void TimelineModel::add(const Qa::TimelineEvent &event)
{
    if (m_events.size() >= MaximumEvents) {
        beginRemoveRows({}, 0, 0);
        m_events.removeFirst();
        endRemoveRows();
    }
    const int row = int(m_events.size());
    beginInsertRows({}, row, row);
    m_events << event;
    endInsertRows();
}

void TimelineModel::add(Source source, const QString &text)
{
    add({m_began.msecsTo(QDateTime::currentDateTime()), source, {}, text});
}

void TimelineModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TimelineModel::toText(const QList<int> &rows) const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        if (!rows.isEmpty() && !rows.contains(row))
            continue;
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells << index(row, column).data().toString();
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QString TimelineModel::widest(Column column) const
{
    switch (column) {
    case TimeColumn:
        return QStringLiteral("00:00:00.000");
    case AfterColumn:
        return QStringLiteral("+000.000");
    case SourceColumn: {
        QString longest;
        for (const Source source :
             {Source::Captcha, Source::Network, Source::Verifier, Source::Person, Source::Harness}) {
            const QString name = sourceName(source);
            if (name.size() > longest.size())
                longest = name;
        }
        return longest;
    }
    case TextColumn:
    case ColumnCount:
        break;
    }
    return {};
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Qa::TimelineEvent &event = m_events.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return PlainToolTip::of(event.text);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return m_began.addMSecs(event.milliseconds).toString(QStringLiteral("HH:mm:ss.zzz"));
    case AfterColumn:
        return QStringLiteral("+%1").arg(double(event.milliseconds) / 1000, 0, 'f', 3);
    case SourceColumn:
        return sourceName(event.source);
    case TextColumn:
        return event.text;
    }
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case AfterColumn:
        return tr("Elapsed, s");
    case SourceColumn:
        return tr("Source");
    case TextColumn:
        return tr("Event");
    }
    return {};
}

QString TimelineModel::sourceName(Source source)
{
    switch (source) {
    case Source::Captcha:
        return tr("Captcha");
    case Source::Network:
        return tr("Network");
    case Source::Verifier:
        return tr("Verifier");
    case Source::Person:
        return tr("User");
    case Source::Harness:
        break;
    }
    return tr("Demo");
}
