// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "statuspanel.h"

#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>

namespace SmartCaptcha::Internal {

StatusPanel::StatusPanel(QWidget *parent)
    : QWidget(parent)
    , m_progress(new QProgressBar)
    , m_text(new QLabel)
    , m_button(new QPushButton)
{
    setAutoFillBackground(true);

    // A range from 0 to 0 means busy for an unknown time.
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(m_progress->fontMetrics().height());
    m_text->setObjectName(QStringLiteral("smartCaptchaMessage"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("smartCaptchaRetry"));
    m_button->setAutoDefault(false);

    auto *buttonRow = new QHBoxLayout;
    buttonRow->addWidget(m_button);
    buttonRow->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch();
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addLayout(buttonRow);
    column->addStretch();
    showNothing();
}

void StatusPanel::showNothing()
{
    m_progress->hide();
    m_text->hide();
    m_button->hide();
}

void StatusPanel::showProgress(const QString &text)
{
    m_text->setText(text);
    m_progress->setAccessibleName(text);
    m_text->show();
    m_progress->show();
    m_button->hide();
}

void StatusPanel::showMessage(const QString &text, const QString &action, const QString &actionDescription)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_progress->hide();
    m_button->setText(action);
    m_button->setAccessibleDescription(actionDescription);
    m_button->setVisible(!action.isEmpty());
}

QPushButton *StatusPanel::button() const
{
    return m_button;
}

bool StatusPanel::hasHeightForWidth() const
{
    return true;
}

int StatusPanel::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

} // namespace SmartCaptcha::Internal
