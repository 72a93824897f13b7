// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "demosettings.h"
#include "shared/datanotice.h"
#include "shared/language.h"

#include <QtCore/qlocale.h>
#include <QtCore/qpointer.h>
#include <QtQml/qjsengine.h>

#include <algorithm>

namespace {

#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
constexpr auto firstSource = DemoSettings::Source::BuiltIn;
#else
constexpr auto firstSource = DemoSettings::Source::Emulator;
#endif

DemoSettings *&instance()
{
    static DemoSettings *settings = nullptr;
    return settings;
}

// The stored value of an enumeration, if this build has such a value.
template <typename Enum>
Enum stored(const QSettings &store, const char *name, Enum current, Enum first, Enum last)
{
    bool isNumber = false;
    const int value = store.value(QLatin1String(name)).toInt(&isNumber);
    return isNumber && value >= int(first) && value <= int(last) ? Enum(value) : current;
}

} // namespace

DemoSettings::DemoSettings(bool remember, int systemTextSize, QObject *parent)
    : QObject(parent)
    , m_language(Language::codeFor(QLocale()))
    , m_systemTextSize(systemTextSize)
    , m_source(firstSource)
{
    instance() = this;
    if (remember) {
        m_store = std::make_unique<QSettings>();
        read();
    }
}

DemoSettings::~DemoSettings()
{
    instance() = nullptr;
}

DemoSettings *DemoSettings::create(QQmlEngine *, QJSEngine *)
{
    QJSEngine::setObjectOwnership(instance(), QJSEngine::CppOwnership);
    return instance();
}

void DemoSettings::read()
{
    using Engine = SmartCaptchaView::Engine;
    const auto text = [this](const char *name) { return m_store->value(QLatin1String(name)).toString(); };
    const QString language = text("language");
    if (Language::codes().contains(language))
        m_language = language;
    m_theme = stored(*m_store, "theme", m_theme, Theme::System, Theme::Dark);
    m_textSize = std::clamp(m_store->value(QLatin1String("textSize"), m_textSize).toInt(), 100, 200);
    m_engine = stored(*m_store, "engine", m_engine, Engine::Auto, Engine::Browser);
    m_source = stored(*m_store, "source", m_source, firstSource, Source::OwnKeys);
    m_emulatorAddress = text("emulatorAddress");
    m_emulatorKey = text("emulatorKey");
    m_siteKey = text("siteKey");
    m_pageOrigin = text("pageOrigin");
    m_backendAddress = text("backendAddress");
}

void DemoSettings::write(const char *name, const QVariant &value)
{
    if (m_store)
        m_store->setValue(QLatin1String(name), value);
}

QVariantList DemoSettings::languages() const
{
    QVariantList all;
    const QStringList codes = Language::codes();
    for (const QString &code : codes)
        all << QVariantMap{{QStringLiteral("text"), Language::nameOf(code)}, {QStringLiteral("value"), code}};
    return all;
}

void DemoSettings::setLanguage(const QString &language)
{
    const QString known = Language::codeFor(QLocale(language));
    if (m_language == known)
        return;
    m_language = known;
    write("language", known);
    Q_EMIT languageChanged();
}

QUrl DemoSettings::dataNotice() const
{
    return dataNoticeFor(m_language);
}

void DemoSettings::setTheme(Theme theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    write("theme", int(theme));
    Q_EMIT themeChanged();
}

Appearance::Scheme DemoSettings::scheme() const
{
    switch (m_theme) {
    case Theme::System:
        break;
    case Theme::Light:
        return Appearance::Scheme::Light;
    case Theme::Dark:
        return Appearance::Scheme::Dark;
    }
    return Appearance::Scheme::System;
}

void DemoSettings::setTextSize(int percent)
{
    const int size = std::clamp(percent, 100, 200);
    if (m_textSize == size)
        return;
    m_textSize = size;
    write("textSize", size);
    Q_EMIT textSizeChanged();
}

qreal DemoSettings::fontSize() const
{
    return std::max(16, m_systemTextSize) * m_textSize / 100.0;
}

void DemoSettings::setEngine(SmartCaptchaView::Engine engine)
{
    if (m_engine == engine)
        return;
    m_engine = engine;
    write("engine", int(engine));
    Q_EMIT engineChanged();
}

void DemoSettings::setSource(Source source)
{
    if (m_source == source || source < firstSource)
        return;
    m_source = source;
    write("source", int(source));
    Q_EMIT serviceChanged();
}

void DemoSettings::changeText(QString *current, const QString &text, const char *name)
{
    const QString trimmed = text.trimmed();
    if (*current == trimmed)
        return;
    *current = trimmed;
    // A server key pasted by mistake is not stored.
    if (!trimmed.contains(QLatin1String("ysc2_")))
        write(name, trimmed);
    Q_EMIT serviceChanged();
}

void DemoSettings::setEmulatorAddress(const QString &address)
{
    changeText(&m_emulatorAddress, address, "emulatorAddress");
}

void DemoSettings::setEmulatorKey(const QString &key)
{
    changeText(&m_emulatorKey, key, "emulatorKey");
}

void DemoSettings::setSiteKey(const QString &key)
{
    changeText(&m_siteKey, key, "siteKey");
}

void DemoSettings::setPageOrigin(const QString &origin)
{
    changeText(&m_pageOrigin, origin, "pageOrigin");
}

void DemoSettings::setBackendAddress(const QString &address)
{
    changeText(&m_backendAddress, address, "backendAddress");
}
