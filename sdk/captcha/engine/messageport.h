// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "pageguard.h"

#include <QtCore/qobject.h>

#include <functional>

namespace SmartCaptcha::Internal {

/**
 * The object that the relay in the page can call. It has one function and no properties or signals of its
 * own, because a web channel publishes everything that an object has.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT MessagePort : public QObject {
    Q_OBJECT

public:
    using Receiver = std::function<void(const QString &json, PageGuard::Activation activation)>;

    /// @p receiver is called from the event loop, not from within the channel, so that it may delete the
    /// page.
    explicit MessagePort(Receiver receiver, QObject *parent = nullptr);

    /// Takes a message, and what the engine knew of presses when it was sent: a number of
    /// PageGuard::Activation. A message that is too long is dropped.
    Q_INVOKABLE void post(const QString &json, int activation);

private:
    const Receiver m_receiver;
};

} // namespace SmartCaptcha::Internal
