// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "challengepopup.h"

#include "widgets/surface/windowposition.h"

#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qdrawutil.h>
#include <QtWidgets/qpushbutton.h>

namespace SmartCaptcha::Internal {

namespace {

// A border that sets the window off from what is behind it if the system draws no frame.
constexpr int edge = 1;

} // namespace

ChallengePopup::ChallengePopup(QWidget *parent)
    : QDialog(parent)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("smartCaptchaPopup"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(0);
    const int margin = 8;
    m_buttons->setContentsMargins(margin, margin, margin, margin);
    // Return belongs to the page.
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    column->addWidget(m_buttons);
    // Queued, because a slot may delete this window.
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject, Qt::QueuedConnection);
    retranslate();
}

ChallengePopup::~ChallengePopup()
{
    Q_EMIT aboutToBeDestroyed();
}

void ChallengePopup::setPage(QWidget *page)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, page, 1);
    page->show();
    setTabOrder(page, m_buttons);
}

void ChallengePopup::setContentSize(const QSize &size)
{
    m_content = size.expandedTo(CaptchaSize::MinimumChallenge);
    if (isVisible())
        fit();
}

void ChallengePopup::retranslate()
{
    setWindowTitle(tr("Confirm that you are not a robot"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void ChallengePopup::openOverParent()
{
    fit();
    open();
    // The geometry of the window's frame is known only now.
    fit();
    raise();
    activateWindow();
}

void ChallengePopup::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QColor ink = palette().color(QPalette::WindowText);
    ink.setAlphaF(0.35f);
    QPainter painter(this);
    qDrawPlainRect(&painter, rect(), ink, edge);
}

void ChallengePopup::fit()
{
    const QSize wanted = (m_content + QSize(2 * edge, m_buttons->sizeHint().height() + 2 * edge))
                             .boundedTo(WindowPosition::room(this));
    if (isVisible() && size() == wanted)
        return;
    setGeometry(WindowPosition::around(parentWidget()->window()->geometry().center(), wanted, this));
}

} // namespace SmartCaptcha::Internal
