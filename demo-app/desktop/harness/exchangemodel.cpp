// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "exchangemodel.h"

#include "look/plaintooltip.h"
#include "scenario/vocabulary.h"

#include <SmartCaptcha/SmartCaptchaVerifier>

using Qa::Vocabulary::wordFor;

namespace {

bool wasSent(const SmartCaptchaResult &result)
{
    using Error = SmartCaptchaResult::Error;
    const Error error = result.error();
    return error != Error::MissingServerKey && error != Error::InvalidServerKey
        && error != Error::InvalidRequest && error != Error::TokenExpired && error != Error::TokenReused;
}

} // namespace

ExchangeModel::ExchangeModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ExchangeModel::add(const SmartCaptchaVerifier &verifier, const SmartCaptchaResult &result,
                        const QString &occasion)
{
    Exchange exchange;
    exchange.finished = QDateTime::currentDateTime();
    exchange.occasion = occasion;
    exchange.method = verifier.method() == SmartCaptchaVerifier::Method::Get ? QStringLiteral("GET")
                                                                             : QStringLiteral("POST");
    exchange.fromBackend = !verifier.backendUrl().isEmpty();
    exchange.address = (exchange.fromBackend ? verifier.backendUrl() : verifier.service().validateUrl())
                           .toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    exchange.key = verifier.serverKey().redacted();
    exchange.result = result;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_exchanges << exchange;
    endInsertRows();
}

void ExchangeModel::clear()
{
    beginResetModel();
    m_exchanges.clear();
    endResetModel();
}

void ExchangeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_exchanges.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ExchangeModel::details(int row) const
{
    if (row < 0 || row >= m_exchanges.size())
        return {};
    const Exchange &exchange = m_exchanges.at(row);
    const SmartCaptchaResult &result = exchange.result;
    QStringList lines;
    if (!exchange.occasion.isEmpty())
        lines << exchange.occasion;
    lines << QStringLiteral("%1 %2").arg(exchange.method, exchange.address);
    if (!exchange.fromBackend)
        lines << QStringLiteral("  secret = %1").arg(exchange.key.isEmpty() ? tr("none") : exchange.key);
    lines << QStringLiteral("  token = %1").arg(tr("hidden"));
    lines << QString();
    if (!wasSent(result))
        lines << tr("No request was sent.");
    else if (result.httpStatus() > 0)
        lines << tr("Status %1 in %2 ms").arg(result.httpStatus()).arg(result.elapsed());
    else
        lines << tr("No response in %1 ms").arg(result.elapsed());
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << QStringLiteral("  %1: %2").arg(name, value);
    };
    add(tr("Verdict"),
        wordFor(result.verdict()) + QLatin1String(", ")
            + (result.isAccepted() ? tr("accepted") : tr("not accepted")));
    if (result.error() != SmartCaptchaResult::Error::NoError)
        add(tr("Cause"), wordFor(result.error()));
    add(tr("Site"), result.host());
    add(tr("Service message"), result.message());
    add(tr("Details"), result.details());
    add(tr("Message shown to the user"), result.userMessage());
    return lines.join(QLatin1Char('\n'));
}

int ExchangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_exchanges.size());
}

int ExchangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Exchange &exchange = m_exchanges.at(index.row());
    if (role == Qt::ToolTipRole)
        return PlainToolTip::of(details(index.row()));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return exchange.finished.toString(QStringLiteral("HH:mm:ss.zzz"));
    case RequestColumn:
        return QStringLiteral("%1 %2").arg(exchange.method, exchange.address);
    case StatusColumn:
        return exchange.result.httpStatus() > 0 ? QString::number(exchange.result.httpStatus())
                                                : QStringLiteral("\u2013");
    case VerdictColumn:
        return wordFor(exchange.result.verdict());
    case ElapsedColumn:
        return tr("%1 ms").arg(exchange.result.elapsed());
    }
    return {};
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case RequestColumn:
        return tr("Request");
    case StatusColumn:
        return tr("Status");
    case VerdictColumn:
        return tr("Verdict");
    case ElapsedColumn:
        return tr("Duration");
    }
    return {};
}
