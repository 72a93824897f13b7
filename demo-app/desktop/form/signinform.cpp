// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "signinform.h"

#include "shared/datanotice.h"
#include "shared/language.h"

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

SignInForm::SignInForm(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_userLabel(new QLabel(this))
    , m_passwordLabel(new QLabel(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_captcha(new SmartCaptchaWidget(this))
    , m_signIn(new QPushButton(this))
    , m_statusText(new QLabel(this))
    , m_notice(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(font().pointSizeF() * 1.6);
    m_title->setFont(large);
    m_user->setText(QStringLiteral("anna@example.com"));
    m_password->setText(QStringLiteral("correct horse"));
    m_password->setEchoMode(QLineEdit::Password);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    m_statusText->setWordWrap(true);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    m_notice->setFont(small);
    m_notice->setWordWrap(true);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_notice->setOpenExternalLinks(true);
    m_signIn->setDefault(true);

    // A form of the usual width, centred however wide the window is.
    auto *column = new QWidget(this);
    column->setMaximumWidth(420);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(24, 20, 24, 20);
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addWidget(m_userLabel);
    layout->addWidget(m_user);
    layout->addWidget(m_passwordLabel);
    layout->addWidget(m_password);
    layout->addSpacing(8);
    layout->addWidget(m_captcha);
    layout->addSpacing(8);
    layout->addWidget(m_signIn);
    layout->addWidget(m_statusText);
    layout->addWidget(m_notice);
    layout->addStretch();

    connect(m_signIn, &QPushButton::clicked, this, &SignInForm::signIn);
    connect(m_captcha, &SmartCaptchaWidget::stateChanged, this, &SignInForm::refresh);
    connect(m_captcha, &SmartCaptchaWidget::cancelled, this, [this] { setStatus(Status::Cancelled); });
    connect(m_captcha, &SmartCaptchaWidget::tokenExpired, this, &SignInForm::clearResult);
    refresh();
}

void SignInForm::setMode(SmartCaptchaOptions::Mode mode)
{
    m_mode = mode;
    clearResult();
}

void SignInForm::setResult(const SmartCaptchaResult &result)
{
    m_accepted = result.isAccepted();
    if (!m_accepted)
        setStatus(Status::Refused);
    else if (m_mode == SmartCaptchaOptions::Mode::Invisible)
        setStatus(Status::Welcome);
    else
        setStatus(Status::Nothing);
}

void SignInForm::clearResult()
{
    m_accepted = false;
    setStatus(Status::Nothing);
}

void SignInForm::signIn()
{
    if (m_mode == SmartCaptchaOptions::Mode::Invisible) {
        clearResult();
        m_captcha->execute();
    } else if (m_accepted) {
        setStatus(Status::Welcome);
    }
}

void SignInForm::setStatus(Status status)
{
    m_status = status;
    refresh();
}

void SignInForm::refresh()
{
    const SmartCaptcha::State state = m_captcha->state();
    const bool busy = state == SmartCaptcha::State::Checking || state == SmartCaptcha::State::Challenge;
    m_signIn->setEnabled(m_mode == SmartCaptchaOptions::Mode::Invisible ? !busy : m_accepted);
    m_title->setText(tr("Sign in"));
    m_userLabel->setText(tr("E&mail"));
    m_passwordLabel->setText(tr("Pass&word"));
    m_signIn->setText(tr("&Sign in"));
    // The page of an invisible captcha, with its notice, is not shown until there is a challenge.
    m_notice->setVisible(m_mode == SmartCaptchaOptions::Mode::Invisible);
    const QString address = dataNoticeFor(Language::codeFor(QLocale())).toString();
    //: %1 and %2 begin and end a link.
    m_notice->setText(tr("Protected by SmartCaptcha. %1How data is processed%2")
                          .arg(QStringLiteral("<a href=\"%1\">").arg(address), QStringLiteral("</a>")));
    switch (m_status) {
    case Status::Nothing:
        m_statusText->clear();
        break;
    case Status::Welcome:
        m_statusText->setText(tr("Welcome, %1!").arg(m_user->text()));
        break;
    case Status::Refused:
        m_statusText->setText(tr("The captcha was not accepted, so you were not signed in."));
        break;
    case Status::Cancelled:
        m_statusText->setText(tr("You closed the captcha. Start it again to sign in."));
        break;
    }
}

void SignInForm::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}
