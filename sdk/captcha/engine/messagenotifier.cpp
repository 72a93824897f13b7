// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "messagenotifier.h"

#include <utility>

namespace SmartCaptcha::Internal {

MessageNotifier::MessageNotifier(Receiver receiver, QObject *parent)
    : QObject(parent)
    , m_receiver(std::move(receiver))
{
}

void MessageNotifier::notify()
{
    // The receiver may delete this object, so a copy of it is called.
    QMetaObject::invokeMethod(
        this, [receiver = m_receiver] { receiver(); }, Qt::QueuedConnection);
}

} // namespace SmartCaptcha::Internal
