// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/appearance.h"

#include <SmartCaptcha/SmartCaptchaView>

#include <QtCore/qobject.h>
#include <QtCore/qsettings.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>
#include <QtQml/qqmlregistration.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QJSEngine;
class QQmlEngine;
QT_END_NAMESPACE

/**
 * The user's choices in the application: `Settings` in QML. They are stored between runs and contain no
 * secrets: a site key is public, and a server key is refused (see DemoService::problem()).
 */
class DemoSettings : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Settings)
    QML_SINGLETON
    Q_PROPERTY(QVariantList languages READ languages CONSTANT FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(QUrl dataNotice READ dataNotice NOTIFY languageChanged FINAL)
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY textSizeChanged FINAL)
    Q_PROPERTY(qreal fontSize READ fontSize NOTIFY textSizeChanged FINAL)
    Q_PROPERTY(SmartCaptchaView::Engine engine READ engine WRITE setEngine NOTIFY engineChanged FINAL)
    Q_PROPERTY(Source source READ source WRITE setSource NOTIFY serviceChanged FINAL)
    Q_PROPERTY(
        QString emulatorAddress READ emulatorAddress WRITE setEmulatorAddress NOTIFY serviceChanged FINAL)
    Q_PROPERTY(QString emulatorKey READ emulatorKey WRITE setEmulatorKey NOTIFY serviceChanged FINAL)
    Q_PROPERTY(QString siteKey READ siteKey WRITE setSiteKey NOTIFY serviceChanged FINAL)
    Q_PROPERTY(QString pageOrigin READ pageOrigin WRITE setPageOrigin NOTIFY serviceChanged FINAL)
    Q_PROPERTY(QString backendAddress READ backendAddress WRITE setBackendAddress NOTIFY serviceChanged FINAL)

public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)

    /// Where the captcha comes from.
    enum class Source {
        BuiltIn, ///< The built-in emulator; only in builds that have one.
        Emulator, ///< An emulator elsewhere, for instance on the developer's computer.
        OwnKeys, ///< The real service, with the user's own site key, site and backend.
    };
    Q_ENUM(Source)

    /// Reads the stored choices, unless @p remember is false: then nothing is read or written. @p
    /// systemTextSize is in pixels.
    explicit DemoSettings(bool remember, int systemTextSize, QObject *parent = nullptr);
    ~DemoSettings() override;

    /// The instance that main() created.
    [[nodiscard]] static DemoSettings *create(QQmlEngine *, QJSEngine *);

    /// The available languages, each with its native name (`text`) and code (`value`).
    [[nodiscard]] QVariantList languages() const;
    [[nodiscard]] QString language() const { return m_language; }
    /// One of the codes in languages(); anything else is `en`.
    void setLanguage(const QString &language);
    /// Where the service says in this language how it processes data.
    [[nodiscard]] QUrl dataNotice() const;

    [[nodiscard]] Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    [[nodiscard]] Appearance::Scheme scheme() const;

    [[nodiscard]] int textSize() const { return m_textSize; }
    /// Percent of the system's text size, from 100 to 200.
    void setTextSize(int percent);
    /// The size of ordinary text in pixels. Never smaller than is usual on phones, whatever the platform.
    [[nodiscard]] qreal fontSize() const;

    [[nodiscard]] SmartCaptchaView::Engine engine() const { return m_engine; }
    void setEngine(SmartCaptchaView::Engine engine);

    [[nodiscard]] Source source() const { return m_source; }
    void setSource(Source source);

    [[nodiscard]] QString emulatorAddress() const { return m_emulatorAddress; }
    void setEmulatorAddress(const QString &address);
    [[nodiscard]] QString emulatorKey() const { return m_emulatorKey; }
    void setEmulatorKey(const QString &key);

    [[nodiscard]] QString siteKey() const { return m_siteKey; }
    void setSiteKey(const QString &key);
    [[nodiscard]] QString pageOrigin() const { return m_pageOrigin; }
    void setPageOrigin(const QString &origin);
    [[nodiscard]] QString backendAddress() const { return m_backendAddress; }
    void setBackendAddress(const QString &address);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textSizeChanged();
    void engineChanged();
    /// A setting that determines the service has changed.
    void serviceChanged();

private:
    void read();
    void write(const char *name, const QVariant &value);
    void changeText(QString *current, const QString &text, const char *name);

    std::unique_ptr<QSettings> m_store;
    QString m_language;
    Theme m_theme = Theme::System;
    const int m_systemTextSize;
    int m_textSize = 100;
    SmartCaptchaView::Engine m_engine = SmartCaptchaView::Engine::Auto;
    Source m_source;
    QString m_emulatorAddress;
    QString m_emulatorKey;
    QString m_siteKey;
    QString m_pageOrigin;
    QString m_backendAddress;
};
