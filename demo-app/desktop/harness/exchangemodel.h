// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qlist.h>

class SmartCaptchaVerifier;

/// What the verifier and the service have said to each other, without keys and tokens.
class ExchangeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, RequestColumn, StatusColumn, VerdictColumn, ElapsedColumn, ColumnCount };

    explicit ExchangeModel(QObject *parent = nullptr);

    /// An exchange of @p verifier has just come to @p result. @p occasion says what it was about.
    void add(const SmartCaptchaVerifier &verifier, const SmartCaptchaResult &result, const QString &occasion);
    void clear();
    void retranslate();

    /// All that is known of the exchange in a row, as lines of text.
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
