// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qobject.h>
#include <QtCore/qurl.h>
#include <QtQml/qqmlregistration.h>

namespace SmartCaptcha::Internal {

/**
 * The singleton `SmartCaptcha` of the QML module: the states of a captcha, as `SmartCaptcha.State.Solved`,
 * and the values that QML cannot create by itself.
 */
class SmartCaptchaGlobal : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(SmartCaptcha)
    QML_SINGLETON
    QML_EXTENDED_NAMESPACE(SmartCaptcha)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    explicit SmartCaptchaGlobal(QObject *parent = nullptr);

    /// The version of the SDK, as `0.1.0`.
    [[nodiscard]] QString version() const;

    /// The service at @p baseUrl, for instance an emulator; see SmartCaptchaService.
    Q_INVOKABLE [[nodiscard]] SmartCaptchaService service(const QUrl &baseUrl) const;

    /// The service at its present address, with its earlier address as the successor.
    Q_INVOKABLE [[nodiscard]] SmartCaptchaService currentService() const;

    /// A policy that accepts when the service could not be asked, as its documents advise: the default.
    Q_INVOKABLE [[nodiscard]] SmartCaptchaPolicy serviceAdvicePolicy() const;

    /// A policy that accepts only what the service has confirmed.
    Q_INVOKABLE [[nodiscard]] SmartCaptchaPolicy strictPolicy() const;
};

} // namespace SmartCaptcha::Internal
