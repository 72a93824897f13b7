// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qlist.h>

class SmartCaptchaVerifier;

/// The exchanges between verifier and service, without keys and tokens.
class ExchangeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, RequestColumn, StatusColumn, VerdictColumn, ElapsedColumn, ColumnCount };

    explicit ExchangeModel(QObject *parent = nullptr);

    /// Adds the exchange of @p verifier that has just ended in @p result. @p occasion says what it was for.
    void add(const SmartCaptchaVerifier &verifier, const SmartCaptchaResult &result, const QString &occasion);
    void clear();
    void retranslate();

    /// All details of the exchange in a row, as lines of text.
    [[nodiscard]] QString details(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Exchange {
        QDateTime finished;
        QString occasion;
        QString method;
        QString address;
        QString key; // without its secret part
        bool fromBackend = false;
        SmartCaptchaResult result;
    };

    QList<Exchange> m_exchanges;
};
