// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchalayout.h"

#include "captcha/page/captchasize.h"
#include "captchacontroller.h"

namespace SmartCaptcha::Internal {

using Mode = SmartCaptchaOptions::Mode;

CaptchaLayout::CaptchaLayout(const CaptchaController &controller)
    : m_controller(controller)
    , m_buttonHeight(CaptchaSize::ButtonHeight)
{
}

bool CaptchaLayout::isChallengeOpen() const
{
    return m_controller.state() == State::Challenge;
}

bool CaptchaLayout::isPageInForm() const
{
    return isInline()
        || (m_controller.isStandard() && m_controller.state() != State::Idle && !m_controller.hasMessage());
}

// While the page is in the popup, its place in the form is empty.
bool CaptchaLayout::isPageCovered() const
{
    return m_controller.hasMessage()
        || (m_controller.isStandard() && (m_controller.state() == State::Loading || m_place == Place::Popup));
}

// A size measured for an earlier page or challenge says nothing about the next.
void CaptchaLayout::noteState()
{
    const State state = m_controller.state();
    if (state == m_state)
        return;
    m_state = state;
    if (state == State::Loading)
        m_buttonHeight = CaptchaSize::ButtonHeight;
    else if (state == State::Challenge)
        m_challenge = {};
}

void CaptchaLayout::noteSize(const QSize &size, bool challenge)
{
    if (challenge)
        m_challenge = size;
    else
        m_buttonHeight = qBound(CaptchaSize::ButtonHeight, size.height(), CaptchaSize::MaximumButtonHeight);
}

QSize CaptchaLayout::challengeSize() const
{
    return m_challenge.expandedTo(CaptchaSize::MinimumChallenge);
}

QSizeF CaptchaLayout::formSize(qreal messageHeight) const
{
    if (m_controller.hasMessage()) {
        const bool standard = m_controller.options().mode() == Mode::Standard;
        return {qreal(CaptchaSize::ButtonWidth),
                standard ? qMax(qreal(CaptchaSize::ButtonHeight), messageHeight) : messageHeight};
    }
    const SmartCaptchaOptions options =
        m_controller.state() == State::Idle ? m_controller.options() : m_controller.shownOptions();
    if (options.mode() == Mode::Invisible)
        return {0, 0};
    return QSizeF(CaptchaSize::ButtonWidth, m_buttonHeight);
}

bool CaptchaLayout::isScrollable(qreal height) const
{
    return isInline() || m_buttonHeight >= CaptchaSize::MaximumButtonHeight || m_buttonHeight > height;
}

} // namespace SmartCaptcha::Internal
