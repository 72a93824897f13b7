// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <functional>

namespace SmartCaptcha::Internal {

/**
 * Keeps what the person is typing into the form away from a challenge that opens in the middle of it: the
 * challenge gets no key before the person has paused. Texts of input methods do not go through windows, and
 * are not kept away.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT TypingGuard : public QObject {
    Q_OBJECT

public:
    /// In milliseconds. Shorter than anybody needs to see a challenge that has opened and to react to it.
    static constexpr qint64 Pause = 400;

    /// Keys that are pressed while @p isInCaptcha says that the focus is in the captcha are not meant for
    /// the form: Space on the check box does not count as typing.
    explicit TypingGuard(std::function<bool()> isInCaptcha);
    ~TypingGuard() override;

    /// The form is in @p window, a QWindow; nullptr for none.
    void watch(QObject *window);

    /// The person has typed in the form's window within the last moments.
    [[nodiscard]] bool isTyping() const;

    /// A challenge has opened in @p window, which may be the form's. If the person is typing, the window gets
    /// no keys until they pause, or until release().
    void protect(QObject *window);

    /// The challenge has closed.
    void release();

    /// Calls @p action at once or, if the person is typing, when they have paused. A later call replaces it,
    /// and release() drops it.
    void whenPaused(const std::function<void()> &action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const std::function<bool()> m_isInCaptcha;
    QPointer<QObject> m_form;
    QPointer<QObject> m_challenge; // gets no keys
    QElapsedTimer m_sinceKey;
    QTimer m_pause;
    std::function<void()> m_waiting;
};

} // namespace SmartCaptcha::Internal
