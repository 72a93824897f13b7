// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "typingguard.h"

#include <QtCore/qcoreevent.h>

namespace SmartCaptcha::Internal {

TypingGuard::TypingGuard(QObject *parent)
    : QObject(parent)
{
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
    if (!window || !isTyping())
        return;
    m_challenge = window;
    window->installEventFilter(this); // first of all filters, also when it is there already
}

bool TypingGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const bool goesOn = isTyping();
        m_sinceKey.start();
        if (watched != m_challenge)
            break;
        if (goesOn)
            return true;
        m_challenge = nullptr;
        if (watched != m_form)
            watched->removeEventFilter(this);
        break;
    }
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
    case QEvent::ShortcutOverride:
        if (watched == m_challenge && isTyping())
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
