// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pausabletimer.h"

namespace SmartCaptcha::Internal {

PausableTimer::PausableTimer(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PausableTimer::timeout);
}

PausableTimer::~PausableTimer() = default;

void PausableTimer::start(int milliseconds)
{
    if (!m_paused) {
        m_timer.start(milliseconds);
        return;
    }
    m_waits = true;
    m_interrupted = false;
    m_left = milliseconds;
}

void PausableTimer::stop()
{
    m_timer.stop();
    m_waits = false;
}

bool PausableTimer::isActive() const
{
    return m_timer.isActive() || m_waits;
}

void PausableTimer::pause()
{
    if (m_paused)
        return;
    m_paused = true;
    m_waits = m_timer.isActive();
    m_interrupted = m_waits;
    m_left = qMax(0, m_timer.remainingTime());
    m_timer.stop();
}

void PausableTimer::goOn(int leastLeft)
{
    if (!m_paused)
        return;
    m_paused = false;
    if (m_waits)
        m_timer.start(m_interrupted ? qMax(m_left, leastLeft) : m_left);
    m_waits = false;
}

} // namespace SmartCaptcha::Internal
