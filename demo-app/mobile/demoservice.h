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
 * The captcha service and the backend that verifies its tokens, according to the settings: `Service` in QML.
 *
 * It never holds a server key. The application's backend has the key, and the verifier asks the backend; an
 * emulator comes with such a backend.
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
    /// Starts the built-in emulator, if there is one. @p settings must outlive this object.
    explicit DemoService(DemoSettings *settings, QObject *parent = nullptr);
    ~DemoService() override;

    /// The instance that main() created.
    [[nodiscard]] static DemoService *create(QQmlEngine *, QJSEngine *);

    [[nodiscard]] SmartCaptchaService service() const { return m_service; }
    [[nodiscard]] QString siteKey() const { return m_siteKey; }
    [[nodiscard]] QUrl pageOrigin() const { return m_pageOrigin; }
    /// Verifies tokens with the application's own backend.
    [[nodiscard]] SmartCaptchaVerifier *verifier() { return &m_verifier; }

    /// Why the settings cannot be used, for users; empty when they can.
    [[nodiscard]] QString problem() const;

    /// True when the program has a built-in emulator.
    [[nodiscard]] bool isBuiltIn() const;

    /// The scenarios of the built-in emulator; empty without one.
    [[nodiscard]] QStringList scenarios() const;
    [[nodiscard]] QString scenario() const;
    void setScenario(const QString &name);

    /// Null in a build without one.
    [[nodiscard]] SmartCaptchaEmulator *emulator() const { return m_emulator; }

    /// Call after a language change: problem() is translated.
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
