// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

QT_BEGIN_NAMESPACE
class QJSEngine;
class QQmlEngine;
QT_END_NAMESPACE

/// The outcome of the last captcha on any screen: `CaptchaRecord` in QML.
class CaptchaRecord : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed FINAL)
    Q_PROPERTY(SmartCaptchaToken token READ token NOTIFY changed FINAL)
    Q_PROPERTY(QString maskedToken READ maskedToken NOTIFY changed FINAL)
    Q_PROPERTY(SmartCaptchaError error READ error NOTIFY changed FINAL)
    Q_PROPERTY(bool verified READ isVerified NOTIFY changed FINAL)
    Q_PROPERTY(SmartCaptchaResult result READ result NOTIFY changed FINAL)
    Q_PROPERTY(int elapsed READ elapsed NOTIFY changed FINAL)

public:
    enum class Outcome { None, Token, Expired, Cancelled, Failed };
    Q_ENUM(Outcome)

    // No default argument for the parent: QML would then create an instance itself instead of calling
    // create().
    explicit CaptchaRecord(QObject *parent);
    ~CaptchaRecord() override;

    /// The instance that main() created.
    [[nodiscard]] static CaptchaRecord *create(QQmlEngine *, QJSEngine *);

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] SmartCaptchaToken token() const { return m_token; }
    /// Enough of the token to tell it from others, but not enough to use it.
    [[nodiscard]] QString maskedToken() const;
    [[nodiscard]] SmartCaptchaError error() const { return m_error; }
    /// True when result() belongs to token().
    [[nodiscard]] bool isVerified() const { return m_verified; }
    [[nodiscard]] SmartCaptchaResult result() const { return m_result; }

    /// The time in milliseconds that the backend took to answer.
    [[nodiscard]] int elapsed() const { return int(m_result.elapsed()); }

    /// How much longer the service will accept the token.
    Q_INVOKABLE [[nodiscard]] int secondsLeft() const;

    Q_INVOKABLE void clear();
    Q_INVOKABLE void noteChallenge() { Q_EMIT challengeShown(); }
    Q_INVOKABLE void noteToken(const SmartCaptchaToken &token);
    Q_INVOKABLE void noteExpired();
    Q_INVOKABLE void noteCancelled();
    Q_INVOKABLE void noteError(const SmartCaptchaError &error);
    /// Ignored unless it is about token().
    Q_INVOKABLE void noteResult(const SmartCaptchaResult &result, const SmartCaptchaToken &token);

Q_SIGNALS:
    void changed();
    void challengeShown();

private:
    void begin(Outcome outcome);

    Outcome m_outcome = Outcome::None;
    SmartCaptchaToken m_token;
    SmartCaptchaError m_error;
    bool m_verified = false;
    SmartCaptchaResult m_result;
};
