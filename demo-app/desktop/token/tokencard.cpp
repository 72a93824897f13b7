// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "tokencard.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qpushbutton.h>

namespace {

// Mixed with the text colour, so that it is readable on light and dark backgrounds.
QColor towards(const QColor &text, const QColor &hue)
{
    return QColor((text.red() + 2 * hue.red()) / 3, (text.green() + 2 * hue.green()) / 3,
                  (text.blue() + 2 * hue.blue()) / 3);
}

} // namespace

TokenCard::TokenCard(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_tokenText(new QLabel(this))
    , m_remaining(new QProgressBar(this))
    , m_verdict(new QLabel(this))
    , m_cause(new QLabel(this))
    , m_use(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_expire(new QPushButton(this))
    , m_damage(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    QFont large = bold;
    large.setPointSizeF(font().pointSizeF() * 1.25);
    m_verdict->setFont(large);
    m_cause->setWordWrap(true);
    // It may contain text from the service.
    m_cause->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_remaining->setRange(0, int(SmartCaptchaToken::Lifetime / 1000));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_tokenText);
    layout->addWidget(m_remaining);
    layout->addWidget(m_verdict);
    layout->addWidget(m_cause);
    auto *buttons = new QGridLayout;
    buttons->addWidget(m_use, 0, 0);
    buttons->addWidget(m_again, 0, 1);
    buttons->addWidget(m_expire, 1, 0);
    buttons->addWidget(m_damage, 1, 1);
    layout->addLayout(buttons);
    layout->addStretch();

    m_tick.setInterval(500);
    connect(&m_tick, &QTimer::timeout, this, &TokenCard::refresh);
    connect(m_use, &QPushButton::clicked, this, &TokenCard::verifyRequested);
    connect(m_again, &QPushButton::clicked, this, &TokenCard::verifyAgainRequested);
    connect(m_expire, &QPushButton::clicked, this, &TokenCard::expiryRequested);
    connect(m_damage, &QPushButton::clicked, this, &TokenCard::damagedRequested);
    refresh();
    refreshVerdict();
}

void TokenCard::setToken(const SmartCaptchaToken &token)
{
    m_token = token;
    m_hasResult = false;
    m_expired = false;
    m_waiting = false;
    m_tick.start();
    refresh();
    refreshVerdict();
}

void TokenCard::setResult(const SmartCaptchaResult &result)
{
    m_result = result;
    m_hasResult = true;
    refresh();
    refreshVerdict();
}

void TokenCard::setExpired()
{
    m_expired = true;
    m_waiting = false;
    m_tick.stop();
    refresh();
}

void TokenCard::clear()
{
    m_token = {};
    m_hasResult = false;
    m_expired = false;
    m_waiting = false;
    m_tick.stop();
    refresh();
    refreshVerdict();
}

void TokenCard::setVerifiedAtOnce(bool atOnce)
{
    m_verifiedAtOnce = atOnce;
    refresh();
    refreshVerdict();
}

void TokenCard::setClockMovable(bool movable)
{
    m_clockMovable = movable;
    refresh();
}

void TokenCard::setWaiting(bool waiting)
{
    m_waiting = waiting;
    refresh();
}

void TokenCard::refresh()
{
    m_title->setText(tr("Token"));
    m_use->setText(tr("Verif&y"));
    m_use->setToolTip(m_verifiedAtOnce ? tr("Each token is verified as soon as it is received.")
                                       : tr("Verifies the token with the service."));
    m_use->setEnabled(!m_verifiedAtOnce && !m_hasResult && !m_token.isNull());
    m_again->setText(tr("Verify a&gain"));
    m_again->setToolTip(tr("A token can be verified only once. This shows what happens the second time."));
    m_again->setEnabled(m_hasResult && !m_token.isNull());
    m_expire->setText(m_waiting            ? tr("Stop wa&iting")
                          : m_clockMovable ? tr("E&xpire now")
                                           : tr("Wa&it until expired"));
    m_expire->setToolTip(
        m_clockMovable ? tr("Advances the emulator\u2019s clock until the token expires, then verifies it.")
                       : tr("Waits until the token\u2019s five minutes are over, then verifies it."));
    m_expire->setEnabled(!m_token.isNull());
    m_damage->setText(tr("Verify &damaged"));
    m_damage->setToolTip(tr("Verifies the token with one character changed."));
    m_damage->setEnabled(!m_token.isNull());
    m_remaining->setVisible(!m_token.isNull());
    if (m_token.isNull()) {
        m_tokenText->setText(tr("No token yet."));
        return;
    }
    const int seconds = m_expired ? 0 : int((m_token.remaining() + 999) / 1000);
    m_tokenText->setText(tr("%n character(s)", nullptr, int(m_token.value().size())));
    m_remaining->setValue(seconds);
    m_remaining->setFormat(
        seconds == 0 ? tr("Expired")
                     : tr("%1:%2 left").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void TokenCard::refreshVerdict()
{
    QPalette colors = palette();
    const QColor text = colors.color(QPalette::WindowText);
    m_cause->setVisible(m_hasResult);
    m_verdict->setVisible(m_hasResult || !m_token.isNull());
    if (!m_hasResult) {
        m_verdict->setText(m_verifiedAtOnce ? tr("Verifying\u2026") : tr("Not verified yet."));
        m_verdict->setPalette(colors);
        return;
    }
    QString verdict;
    switch (m_result.verdict()) {
    case SmartCaptchaResult::Verdict::Human:
        verdict = m_result.isAccepted() ? tr("Human. Accepted.") : tr("Human. Not accepted.");
        break;
    case SmartCaptchaResult::Verdict::Robot:
        verdict = m_result.isAccepted() ? tr("Robot. Accepted.") : tr("Robot. Not accepted.");
        break;
    case SmartCaptchaResult::Verdict::Undetermined:
        verdict = m_result.isAccepted() ? tr("Undetermined. Accepted.") : tr("Undetermined. Not accepted.");
        break;
    }
    colors.setColor(
        QPalette::WindowText,
        towards(text, m_result.isAccepted() ? QColor(0x1d, 0x9a, 0x4a) : QColor(0xd0, 0x3a, 0x33)));
    m_verdict->setPalette(colors);
    m_verdict->setText(verdict);

    QStringList cause;
    if (!m_result.userMessage().isEmpty())
        cause << m_result.userMessage();
    if (!m_result.host().isEmpty())
        cause << tr("Passed on %1.").arg(m_result.host());
    if (m_result.httpStatus() > 0)
        cause << tr("Status %1 in %2 ms.").arg(m_result.httpStatus()).arg(m_result.elapsed());
    m_cause->setText(cause.join(QLatin1Char('\n')));
}

void TokenCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        refresh();
        refreshVerdict();
    }
}
