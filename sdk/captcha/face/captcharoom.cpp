// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcharoom.h"

#include "captcha/page/captchasize.h"
#include "captchacontroller.h"

namespace SmartCaptcha::Internal {

using Mode = SmartCaptchaOptions::Mode;

CaptchaRoom::CaptchaRoom(const CaptchaController &controller)
    : m_controller(controller)
    , m_buttonHeight(CaptchaSize::ButtonHeight)
{
}

bool CaptchaRoom::isChallengeOpen() const
{
    return m_controller.state() == State::Challenge;
}

bool CaptchaRoom::isPageInForm() const
{
    return isInline()
        || (m_controller.isStandard() && m_controller.state() != State::Idle && !m_controller.hasMessage());
}

// In the popup the page leaves an empty place behind.
bool CaptchaRoom::isPageCovered() const
{
    return m_controller.hasMessage()
        || (m_controller.isStandard() && (m_controller.state() == State::Loading || m_place == Place::Popup));
}

// What was measured of an earlier page or challenge says nothing about the next.
void CaptchaRoom::noteState()
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

void CaptchaRoom::noteSize(const QSize &size, bool challenge)
{
    if (challenge)
        m_challenge = size;
    else
        m_buttonHeight = qBound(CaptchaSize::ButtonHeight, size.height(), CaptchaSize::MaximumButtonHeight);
}

QSize CaptchaRoom::roomForChallenge() const
{
    return m_challenge.expandedTo(CaptchaSize::MinimumChallenge);
}

QSizeF CaptchaRoom::inForm(qreal messageHeight) const
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

bool CaptchaRoom::isScrollable(qreal height) const
{
    return isInline() || m_buttonHeight >= CaptchaSize::MaximumButtonHeight || m_buttonHeight > height;
}

} // namespace SmartCaptcha::Internal
