// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

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
    using Receiver = std::function<void(const QString &)>;

    /// @p receiver is called from the event loop, not from within the channel, so that it may delete the
    /// page.
    explicit MessagePort(Receiver receiver, QObject *parent = nullptr);

    /// Takes a message. One that is too long is dropped.
    Q_INVOKABLE void post(const QString &json);

private:
    const Receiver m_receiver;
};

} // namespace SmartCaptcha::Internal
