// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "hosts/anyhost.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qobject.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

/// A form with a text field and a captcha, as an application has it, and what the application hears.
class Scene : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static std::unique_ptr<Scene> make(Host host, const SmartCaptchaOptions &options);

    /// Shows the form, with the focus in the field. The captcha loads its page.
    [[nodiscard]] virtual bool show() = 0;
    virtual void setVisible(bool visible) = 0;
    [[nodiscard]] virtual SmartCaptcha::State state() const = 0;
    virtual void execute() = 0;
    virtual void reload() = 0;
    virtual void reset() = 0;
    /// Challenges open in the place of the captcha.
    virtual void setInline() = 0;
    /// Has this backend verify each token, as an application does.
    void verifyWith(const QUrl &backend)
    {
        m_verifier = std::make_unique<SmartCaptchaVerifier>();
        m_verifier->setBackendUrl(backend);
    }
    /// For the next load.
    virtual void setOptions(const SmartCaptchaOptions &options) = 0;
    /// Presses the button that tries again after a failure; false if nobody can.
    [[nodiscard]] virtual bool pressRetry() = 0;

    /// Puts the captcha into another window, as an application does that undocks a panel.
    virtual void moveElsewhere() = 0;
    virtual void hideCaptcha() = 0;
    /// Puts something of the application's in front of the captcha.
    virtual void coverCaptcha() = 0;
    /// Then only the form is left: window() and isThere() are all that may be used.
    virtual void deleteCaptcha() = 0;
    [[nodiscard]] virtual bool isThere() const = 0;

    /// Whether there is a menu or a dialog in the form's window. The SDK has none.
    [[nodiscard]] virtual bool hasPopup() const = 0;
    /// The form's window.
    [[nodiscard]] virtual QWindow *window() const = 0;
    /// The window that the captcha is in, which is another one after moveElsewhere().
    [[nodiscard]] virtual QWindow *windowOfCaptcha() const = 0;
    /// A point of the captcha, in its window.
    [[nodiscard]] virtual QPoint inWindow(const QPoint &inCaptcha) const = 0;
    [[nodiscard]] virtual QString textOfField() const = 0;

    /// Presses the left mouse button over the captcha, and releases it.
    void press(const QPoint &inCaptcha);
    /// Presses there, moves to the form's field, and releases.
    void drag(const QPoint &inCaptcha);
    /// Types @p text wherever the focus is.
    void type(const QString &text);
    /// Drags @p data onto the captcha and drops it there.
    void drop(const QMimeData &data, const QPoint &inCaptcha);

    /// What was typed into the field, as far as a challenge was not in the way.
    [[nodiscard]] QString typed() const { return m_typed; }

    int tokens = 0;
    int challenges = 0;
    int expiries = 0;
    int cancellations = 0;
    int loads = 0; ///< How often it began to load.
    QList<SmartCaptchaError> errors;

protected:
    Scene() = default;

    template <class Captcha>
    void listenTo(Captcha *captcha)
    {
        connect(captcha, &Captcha::tokenReceived, this, [this](const SmartCaptchaToken &token) {
            ++tokens;
            if (m_verifier)
                m_verifier->verifyToken(token);
        });
        connect(captcha, &Captcha::challengeShown, this, [this] { ++challenges; });
        connect(captcha, &Captcha::tokenExpired, this, [this] { ++expiries; });
        connect(captcha, &Captcha::cancelled, this, [this] { ++cancellations; });
        connect(captcha, &Captcha::errorOccurred, this,
                [this](const SmartCaptchaError &error) { errors << error; });
    }

private:
    QString m_typed;
    std::unique_ptr<SmartCaptchaVerifier> m_verifier;
};
