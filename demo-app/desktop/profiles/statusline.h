// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

/// A sentence below a field, with an icon for its kind. Takes up no space without a text.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Fine, Hint, Warning };

    explicit StatusLine(QWidget *parent = nullptr);

    /// Puts @p button under the sentence.
    void addButton(QPushButton *button);

    void setStatus(Kind kind, const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawSign();

    Kind m_kind = Kind::Hint;
    QGridLayout *const m_grid;
    QLabel *const m_sign;
    QLabel *const m_text;
};
