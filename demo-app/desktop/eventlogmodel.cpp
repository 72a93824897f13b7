// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "eventlogmodel.h"

EventLogModel::EventLogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EventLogModel::add(Source source, const QString &text)
{
    if (m_entries.size() >= MaximumEntries) {
        beginRemoveRows({}, 0, 0);
        m_entries.removeFirst();
        endRemoveRows();
    }
    const int row = int(m_entries.size());
    beginInsertRows({}, row, row);
    m_entries.append({QTime::currentTime(), source, text});
    endInsertRows();
}

void EventLogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void EventLogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, SourceColumn), index(int(m_entries.size()) - 1, SourceColumn));
}

int EventLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int EventLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return entry.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return entry.time.toString(QStringLiteral("HH:mm:ss.zzz"));
    case SourceColumn:
        return sourceName(entry.source);
    case TextColumn:
        return entry.text;
    }
    return {};
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case SourceColumn:
        return tr("From");
    case TextColumn:
        return tr("Event");
    }
    return {};
}

QString EventLogModel::longestSourceName()
{
    QString longest;
    for (const Source source : {Source::Captcha, Source::Verifier, Source::Service, Source::Demo}) {
        const QString name = sourceName(source);
        if (name.size() > longest.size())
            longest = name;
    }
    return longest;
}

QString EventLogModel::sourceName(Source source)
{
    switch (source) {
    case Source::Captcha:
        return tr("Captcha");
    case Source::Verifier:
        return tr("Verifier");
    case Source::Service:
        return tr("Service");
    case Source::Demo:
        return tr("Demo");
    }
    return {};
}
