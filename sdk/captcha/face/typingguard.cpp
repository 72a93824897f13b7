// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "typingguard.h"

#include <QtCore/qcoreevent.h>

#include <utility>

namespace SmartCaptcha::Internal {

TypingGuard::TypingGuard(std::function<bool()> isInCaptcha)
    : m_isInCaptcha(std::move(isInCaptcha))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { whenPaused(std::exchange(m_waiting, nullptr)); });
}

TypingGuard::~TypingGuard() = default;

void TypingGuard::watch(QObject *window)
{
    if (m_form == window)
        return;
    if (m_form)
        m_form->removeEventFilter(this);
    m_form = window;
    if (m_form)
        m_form->installEventFilter(this);
}

bool TypingGuard::isTyping() const
{
    return m_sinceKey.isValid() && m_sinceKey.elapsed() < Pause;
}

void TypingGuard::protect(QObject *window)
{
    release();
    if (!window || !isTyping())
        return;
    m_challenge = window;
    window->installEventFilter(this); // first of all filters, also when it is there already
}

void TypingGuard::release()
{
    m_pause.stop();
    m_waiting = nullptr;
    if (m_challenge && m_challenge != m_form)
        m_challenge->removeEventFilter(this);
    m_challenge = nullptr;
}

void TypingGuard::whenPaused(const std::function<void()> &action)
{
    m_pause.stop();
    m_waiting = nullptr;
    if (!isTyping()) {
        // May delete this object.
        action();
        return;
    }
    m_waiting = action;
    m_pause.start(int(Pause - m_sinceKey.elapsed()) + 1);
}

bool TypingGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        if (watched != m_challenge && m_isInCaptcha())
            break;
        const bool goesOn = isTyping();
        m_sinceKey.start();
        if (watched != m_challenge)
            break;
        if (goesOn)
            return true;
        if (watched != m_form)
            watched->removeEventFilter(this);
        m_challenge = nullptr;
        break;
    }
    case QEvent::ShortcutOverride:
    case QEvent::KeyRelease:
        if (watched != m_challenge || !isTyping())
            break;
        // Or it would be a shortcut of the application's.
        event->accept();
        return true;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
