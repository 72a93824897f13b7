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
 *
 * Messages themselves do not go through the channel: Qt writes all that does into the log of whoever wants
 * everything, and there are tokens among them. The host takes them with CaptchaPage::takeMessagesScript().
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT MessageNotifier : public QObject {
    Q_OBJECT

public:
    using Receiver = std::function<void()>;

    /// @p receiver is called from the event loop, not from within the channel, so that it may delete the
    /// page.
    explicit MessageNotifier(Receiver receiver, QObject *parent = nullptr);

    /// There is a document or, after the first time, a message.
    Q_INVOKABLE void notify();

private:
    const Receiver m_receiver;
};

} // namespace SmartCaptcha::Internal
