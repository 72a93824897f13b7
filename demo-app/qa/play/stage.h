// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

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
 * The form that scenarios play in, with the captcha, its verifier and the emulator.
 *
 * Each scenario gets a captcha and a verifier of its own, so that nothing is left over from the one before.
 */
class Stage : public QWidget {
    Q_OBJECT

public:
    explicit Stage(QWidget *parent = nullptr);
    ~Stage() override;

    /// The service to play with. False, with the reason in @p problem, when the emulator cannot listen.
    [[nodiscard]] bool setProfile(const Profile &profile, QString *problem);
    [[nodiscard]] Profile profile() const;

    /// Everything as @p scenario wants it. The captcha has not loaded yet.
    void prepare(const Scenario &scenario);

    /// Takes back what prepare() and the steps have changed outside of the stage.
    void restore();

    /// Never null between prepare() and restore().
    [[nodiscard]] SmartCaptchaWidget *captcha() const;
    [[nodiscard]] SmartCaptchaVerifier *verifier() const;
    /// Null with a real service.
    [[nodiscard]] SmartCaptchaEmulator *emulator() const;

    void setColors(Colors colors);
    void setLanguage(const QLocale &locale);
    /// The emulator goes off the network, or comes back at the same address.
    void setServiceReachable(bool reachable);

    /// Of its window, or where the stage is a part of one, of itself. In device-independent pixels.
    void setSize(const QSize &size);

    /// What shows the page, with its version, as far as it is known: `QtWebEngine/6.4.2
    /// Chrome/102.0.5005.177`.
    [[nodiscard]] QString engine() const;

    /// The button in the captcha's error message; null when there is none to press.
    [[nodiscard]] QPushButton *retryButton() const;

    /// The field that comes before the captcha, where a person begins.
    [[nodiscard]] QWidget *fieldBefore() const;

    /// The window with the captcha's challenge; null when none is open.
    [[nodiscard]] QDialog *popup() const;

    /// True for what belongs to the stage or to the captcha's popup: where keys may go.
    [[nodiscard]] bool holds(const QWidget *widget) const;

    /// Brings the keyboard back to the captcha, wherever that is shown.
    void takeKeyboard();

    /// The stage with the captcha's popup, when that is open.
    [[nodiscard]] QPixmap picture();

Q_SIGNALS:
    /// There is another captcha and another verifier.
    void prepared();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] SmartCaptchaServerKey keyFor(KeyChoice choice) const;

    Profile m_profile;
    std::unique_ptr<SmartCaptchaEmulator> m_emulator;
    quint16 m_port = 0;
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
