// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaService>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtQml/qqmlregistration.h>

QT_BEGIN_NAMESPACE
class QJSEngine;
class QQmlEngine;
QT_END_NAMESPACE

class DemoSettings;
class SmartCaptchaEmulator;

/**
 * Where the captcha comes from and who is asked about its tokens, as the settings have it: `Service` in QML.
 *
 * There is no server key anywhere in it. The application's backend has that, and the verifier asks the
 * backend; an emulator brings such a backend along.
 */
class DemoService : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Service)
    QML_SINGLETON
    Q_PROPERTY(SmartCaptchaService service READ service NOTIFY changed FINAL)
    Q_PROPERTY(QString siteKey READ siteKey NOTIFY changed FINAL)
    Q_PROPERTY(QUrl pageOrigin READ pageOrigin NOTIFY changed FINAL)
    Q_PROPERTY(SmartCaptchaVerifier *verifier READ verifier CONSTANT FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(bool builtIn READ isBuiltIn CONSTANT FINAL)
    Q_PROPERTY(QStringList scenarios READ scenarios CONSTANT FINAL)
    Q_PROPERTY(QString scenario READ scenario WRITE setScenario NOTIFY scenarioChanged FINAL)

public:
    /// Starts the emulator of the program, if it was built with one. The settings outlive it.
    explicit DemoService(DemoSettings *settings, QObject *parent = nullptr);
    ~DemoService() override;

    /// The one that main() has made.
    [[nodiscard]] static DemoService *create(QQmlEngine *, QJSEngine *);

    [[nodiscard]] SmartCaptchaService service() const { return m_service; }
    [[nodiscard]] QString siteKey() const { return m_siteKey; }
    [[nodiscard]] QUrl pageOrigin() const { return m_pageOrigin; }
    /// Asks the application's own backend about tokens.
    [[nodiscard]] SmartCaptchaVerifier *verifier() { return &m_verifier; }

    /// What keeps the settings from being usable, for the person; empty when nothing does.
    [[nodiscard]] QString problem() const;

    /// True when the program has an emulator of its own.
    [[nodiscard]] bool isBuiltIn() const;

    /// What the program's own emulator can do; empty without one.
    [[nodiscard]] QStringList scenarios() const;
    [[nodiscard]] QString scenario() const;
    void setScenario(const QString &name);

    /// Null in a build without one.
    [[nodiscard]] SmartCaptchaEmulator *emulator() const { return m_emulator; }

    /// What cannot be said once only, because it is in the language of the moment.
    void retranslate() { Q_EMIT problemChanged(); }

Q_SIGNALS:
    void changed();
    void problemChanged();
    void scenarioChanged();

private:
    void follow();

    DemoSettings *const m_settings;
    SmartCaptchaEmulator *m_emulator = nullptr;
    SmartCaptchaService m_service;
    QString m_siteKey;
    QUrl m_pageOrigin;
    SmartCaptchaVerifier m_verifier;
};
