// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "statuspanel.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>

namespace SmartCaptcha::Internal {

StatusPanel::StatusPanel(QWidget *parent)
    : QWidget(parent)
    , m_progress(new QProgressBar)
    , m_text(new QLabel)
{
    setAutoFillBackground(true);

    // A range from 0 to 0 means busy for an unknown time.
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(m_progress->fontMetrics().height());
    m_text->setObjectName(QStringLiteral("smartCaptchaMessage"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    // The first button in a row of its own, the others below it.
    auto *firstRow = new QHBoxLayout;
    auto *secondRow = new QHBoxLayout;
    const char *const names[] = {"smartCaptchaRetry", "smartCaptchaSecond", "smartCaptchaThird"};
    for (qsizetype i = 0; i < qsizetype(m_buttons.size()); ++i) {
        auto *const button = new QPushButton;
        button->setObjectName(QString::fromLatin1(names[i]));
        button->setAutoDefault(false);
        // The captcha as a whole is one stop for Tab.
        button->setFocusPolicy(Qt::ClickFocus);
        connect(button, &QPushButton::clicked, this, [this, i] {
            if (i < m_shown.size())
                Q_EMIT pressed(int(m_shown.at(i).action));
        });
        (i == 0 ? firstRow : secondRow)->addWidget(button);
        m_buttons[size_t(i)] = button;
    }
    firstRow->addStretch();
    secondRow->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch();
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addLayout(firstRow);
    column->addLayout(secondRow);
    column->addStretch();
    showNothing();
}

void StatusPanel::showNothing()
{
    m_progress->hide();
    m_text->hide();
    showButtons({});
}

void StatusPanel::showProgress(const QString &text)
{
    m_text->setText(text);
    m_progress->setAccessibleName(text);
    m_text->show();
    m_progress->show();
    showButtons({});
}

void StatusPanel::showMessage(const QString &text, const QList<CaptchaStatus::Button> &buttons)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_progress->hide();
    showButtons(buttons);
}

// Hiding a button moves the focus, so a slot may delete the panel.
void StatusPanel::showButtons(const QList<CaptchaStatus::Button> &buttons)
{
    m_shown = buttons;
    const QPointer<StatusPanel> guard(this);
    for (qsizetype i = 0; guard && i < qsizetype(m_buttons.size()); ++i) {
        QPushButton *const button = m_buttons[size_t(i)];
        const CaptchaStatus::Button content = m_shown.value(i);
        button->setText(content.text);
        button->setAccessibleDescription(content.description);
        button->setVisible(i < m_shown.size());
    }
}

QList<QPushButton *> StatusPanel::visibleButtons() const
{
    QList<QPushButton *> buttons;
    for (QPushButton *const button : m_buttons) {
        if (button->isVisibleTo(this))
            buttons << button;
    }
    return buttons;
}

QPushButton *StatusPanel::firstButton() const
{
    return visibleButtons().value(0);
}

QPushButton *StatusPanel::lastButton() const
{
    const QList<QPushButton *> buttons = visibleButtons();
    return buttons.value(buttons.size() - 1);
}

QPushButton *StatusPanel::buttonBeside(bool next) const
{
    const QList<QPushButton *> buttons = visibleButtons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        if (buttons.at(i)->hasFocus())
            return buttons.value(next ? i + 1 : i - 1);
    }
    return nullptr;
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
