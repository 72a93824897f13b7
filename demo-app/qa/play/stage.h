// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "personsbrowser.h"
#include "profile/profile.h"
#include "scenario/scenario.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtNetwork/qnetworkproxy.h>
#include <QtWidgets/qwidget.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QDialog;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Qa {

/**
 * The form in which scenarios are played, with captcha, verifier and emulator.
 *
 * Each scenario gets a new captcha and verifier, so that nothing carries over from the previous one.
 */
class Stage : public QWidget {
    Q_OBJECT

public:
    explicit Stage(QWidget *parent = nullptr);
    ~Stage() override;

    /// Sets the service to use. False, with the reason in @p problem, when the emulator cannot listen.
    [[nodiscard]] bool setProfile(const Profile &profile, QString *problem);
    [[nodiscard]] Profile profile() const;

    /// Has captchas shown in the browser of @p browser, which is not owned, unless a scenario says otherwise.
    void setBrowser(PersonsBrowser *browser) { m_browser = browser; }
    /// The browser that the captcha is shown in; null if it is shown in the stage, or in one that nobody
    /// controls.
    [[nodiscard]] PersonsBrowser *browser() const { return m_browser; }
    /// The engine of scenarios that leave the choice open.
    [[nodiscard]] SmartCaptchaWidget::Engine usualEngine() const;

    /// Sets everything up for @p scenario. The captcha is not loaded yet, and an emulator that was taken
    /// offline still is.
    void prepare(const Scenario &scenario);

    /// Reverts what prepare() and the steps changed outside the stage.
    void restore();

    /// Never null between prepare() and restore().
    [[nodiscard]] SmartCaptchaWidget *captcha() const;
    [[nodiscard]] SmartCaptchaVerifier *verifier() const;
    /// Null with a real service.
    [[nodiscard]] SmartCaptchaEmulator *emulator() const;

    void setColors(Colors colors);
    void setLanguage(const QLocale &locale);
    /// Takes the emulator offline, or back online at the same address. False if it cannot listen there.
    [[nodiscard]] bool setServiceReachable(bool reachable);

    /// Sets the size of the stage, in device-independent pixels.
    void setSize(const QSize &size);

    /// The engine that shows the page, with its version if known: `QtWebEngine/6.4.2 Chrome/102.0.5005.177`.
    [[nodiscard]] QString engine() const;

    /// The first button that the captcha shows in place of the page; null if there is none.
    [[nodiscard]] QPushButton *retryButton() const { return statusButton(0); }
    /// The one at this place, counted from 0.
    [[nodiscard]] QPushButton *statusButton(int place) const;

    /// The text field before the captcha, where a person starts.
    [[nodiscard]] QWidget *fieldBefore() const;

    /// The window with the captcha's challenge; null when none is open.
    [[nodiscard]] QDialog *popup() const;

    /// True for widgets of the stage and of the captcha's popup, to which keys may go.
    [[nodiscard]] bool holds(const QWidget *widget) const;

    /// Moves the keyboard focus back to the captcha, wherever it is shown.
    void takeKeyboard();

    /// A picture of the stage, including the captcha's popup if it is open.
    [[nodiscard]] QPixmap picture();

Q_SIGNALS:
    /// The captcha and the verifier have been replaced.
    void prepared();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] SmartCaptchaServerKey keyFor(KeyChoice choice) const;

    Profile m_profile;
    std::unique_ptr<SmartCaptchaEmulator> m_emulator;
    quint16 m_port = 0;
    PersonsBrowser *m_browser = nullptr;
    QLineEdit *const m_before;
    QLabel *const m_notice;
    SmartCaptchaWidget *m_captcha = nullptr;
    SmartCaptchaVerifier *m_verifier = nullptr;
    QPalette m_ownPalette;
    QLocale m_locale;
    bool m_localeChanged = false;
    QNetworkProxy m_proxy;
    bool m_proxyChanged = false;
};

} // namespace Qa
