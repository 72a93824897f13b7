// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "messageport.h"

#include "captcha/captchalog.h"
#include "captcha/page/pagemessage.h"

#include <utility>

namespace SmartCaptcha::Internal {

MessagePort::MessagePort(Receiver receiver, QObject *parent)
    : QObject(parent)
    , m_receiver(std::move(receiver))
{
}

void MessagePort::post(const QString &json, int activation)
{
    if (json.size() > PageMessage::MaximumLength) {
        qCDebug(pageLog) << "Dropped a message of" << json.size() << "characters";
        return;
    }
    // The receiver may delete this object, so a copy of it is called.
    QMetaObject::invokeMethod(
        this,
        [receiver = m_receiver, json, activation] { receiver(json, PageGuard::Activation(activation)); },
        Qt::QueuedConnection);
}

} // namespace SmartCaptcha::Internal
