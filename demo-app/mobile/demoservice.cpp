// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "demoservice.h"

#include "demosettings.h"

#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
#include <SmartCaptcha/SmartCaptchaEmulator>
#endif

#include <QtCore/qpointer.h>
#include <QtQml/qjsengine.h>

using Source = DemoSettings::Source;

namespace {

DemoService *&instance()
{
    static DemoService *service = nullptr;
    return service;
}

// On a phone, users rarely type the scheme.
QUrl addressFrom(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text.contains(QLatin1String("://")))
        return QUrl(text);
    QUrl url(QLatin1String("https://") + text);
    if (url.host() == QLatin1String("localhost") || url.host().startsWith(QLatin1String("127.")))
        url.setScheme(QStringLiteral("http"));
    return url;
}

// The origin of a page at an emulator: like the emulator's own pageOrigin(), it has localhost for 127.0.0.1.
QUrl emulatorOrigin(const QUrl &address)
{
    QUrl origin = address;
    if (origin.host() == QLatin1String("127.0.0.1"))
        origin.setHost(QStringLiteral("localhost"));
    origin.setPath({});
    return origin;
}

bool isServerKey(const QString &key)
{
    return key.contains(QLatin1String("ysc2_"));
}

} // namespace

DemoService::DemoService(DemoSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    instance() = this;
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    m_emulator = new SmartCaptchaEmulator(this);
    m_emulator->listen();
    connect(m_emulator, &SmartCaptchaEmulator::scenarioChanged, this, &DemoService::scenarioChanged);
#endif
    connect(settings, &DemoSettings::serviceChanged, this, &DemoService::follow);
    follow();
}

DemoService::~DemoService()
{
    instance() = nullptr;
}

DemoService *DemoService::create(QQmlEngine *, QJSEngine *)
{
    QJSEngine::setObjectOwnership(instance(), QJSEngine::CppOwnership);
    return instance();
}

void DemoService::follow()
{
    switch (m_settings->source()) {
    case Source::BuiltIn:
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
        m_service = m_emulator->service();
        m_siteKey = m_emulator->siteKey();
        m_pageOrigin = m_emulator->pageOrigin();
        m_verifier.setBackendUrl(m_emulator->backendUrl());
#endif
        break;
    case Source::Emulator: {
        const QUrl address = addressFrom(m_settings->emulatorAddress());
        m_service = SmartCaptchaService(address);
        m_siteKey = m_settings->emulatorKey();
        m_pageOrigin = emulatorOrigin(address);
        QUrl backend = address;
        backend.setPath(QStringLiteral("/backend/verify"));
        m_verifier.setBackendUrl(backend);
        break;
    }
    case Source::OwnKeys:
        m_service = SmartCaptchaService::current();
        m_siteKey = m_settings->siteKey();
        m_pageOrigin = addressFrom(m_settings->pageOrigin());
        m_verifier.setBackendUrl(addressFrom(m_settings->backendAddress()));
        break;
    }
    Q_EMIT changed();
    Q_EMIT problemChanged();
}

QString DemoService::problem() const
{
    const auto isUsable = [](const QUrl &url) { return SmartCaptchaService(url).isValid(); };
    if (isServerKey(m_siteKey))
        return tr("This is a server key. Keep it on your server, never in an application.");
    switch (m_settings->source()) {
    case Source::BuiltIn:
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
        if (!m_emulator->isListening())
            return tr("The emulator could not be started: %1").arg(m_emulator->errorString());
#endif
        return {};
    case Source::Emulator:
        if (!isUsable(m_service.baseUrl()))
            return tr("The emulator\u2019s address must be an https address, or an http address of this "
                      "device, such as 127.0.0.1:8080.");
        break;
    case Source::OwnKeys:
        if (!isUsable(m_pageOrigin))
            return tr("The site must be an https address allowed for the site key.");
        if (!isUsable(m_verifier.backendUrl()))
            return tr("The backend\u2019s address must be an https address.");
        break;
    }
    if (m_siteKey.isEmpty())
        return tr("Enter the site key. It begins with ysc1_.");
    return {};
}

bool DemoService::isBuiltIn() const
{
    return m_emulator;
}

QStringList DemoService::scenarios() const
{
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    return SmartCaptchaEmulator::scenarioNames();
#else
    return {};
#endif
}

QString DemoService::scenario() const
{
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    return SmartCaptchaEmulator::scenarioName(m_emulator->scenario());
#else
    return {};
#endif
}

void DemoService::setScenario(const QString &name)
{
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    m_emulator->setScenario(name);
#else
    Q_UNUSED(name)
#endif
}
