// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webenginequickhost.h"

#include "captcha/engine/chromiumversion.h"
#include "captcha/engine/engineparts.h"
#include "captcha/engine/messagenotifier.h"
#include "captcha/engine/pageguard.h"
#include "engines/quick/hostcomponent.h"
#include "engines/quick/pageinput.h"

#include <QtCore/qlibrary.h>
#include <QtGui/qdesktopservices.h>
#include <QtQuick/qquickitem.h>
// Without a folder, because newer versions of Qt have it in another module.
#include <qqmlwebchannel.h>

namespace SmartCaptcha::Internal {

namespace {

// QWebEngineScript::ApplicationWorld, which QML knows by its number.
constexpr uint applicationWorld = 1;

// The engine's library, which the QML module has loaded.
#if defined(Q_CC_MSVC) && !defined(QT_NO_DEBUG)
constexpr char libraryName[] = "Qt6WebEngineCored";
#else
constexpr char libraryName[] = "Qt6WebEngineCore";
#endif

std::unique_ptr<QQmlComponent> component(QQmlEngine *engine, const QString &file, QString *problem)
{
    return hostComponent(engine, file, QStringLiteral("QtWebEngine"),
                         QStringLiteral("qml6-module-qtwebengine"), problem);
}

std::unique_ptr<QQmlComponent> profileComponent(QQmlEngine *engine, QString *problem)
{
    return component(engine, QStringLiteral("CaptchaWebEngineProfile.qml"), problem);
}

} // namespace

int WebEngineQuickHost::chromium(QQmlEngine *engine)
{
    QString problem;
    if (!profileComponent(engine, &problem))
        return 0;
    // QML does not know the version before a page has been loaded, and this library links no web engine.
    QLibrary library(QLatin1String(libraryName), 6);
    using Function = const char *(*)();
    for (const char *name : {"_Z25qWebEngineChromiumVersionv", "?qWebEngineChromiumVersion@@YAPEBDXZ"}) {
        if (const auto function = reinterpret_cast<Function>(library.resolve(name)))
            return ChromiumVersion::majorOf(function());
    }
    return 0;
}

std::unique_ptr<WebEngineQuickHost> WebEngineQuickHost::make(QQmlEngine *engine, QString *problem)
{
    auto profile = profileComponent(engine, problem);
    auto page = profile ? component(engine, QStringLiteral("CaptchaWebEnginePage.qml"), problem) : nullptr;
    if (!page)
        return nullptr;
    *problem = EngineParts::missing();
    if (!problem->isEmpty())
        return nullptr;
    return std::unique_ptr<WebEngineQuickHost>(new WebEngineQuickHost(std::move(profile), std::move(page)));
}

WebEngineQuickHost::WebEngineQuickHost(std::unique_ptr<QQmlComponent> profile,
                                       std::unique_ptr<QQmlComponent> page)
    : m_profileComponent(std::move(profile))
    , m_pageComponent(std::move(page))
    , m_item(std::make_unique<QQuickItem>())
    , m_input(std::make_unique<PageInput>())
{
    m_item->setObjectName(QStringLiteral("smartCaptchaPage"));
    m_input->watch(m_item.get());
    connect(m_input.get(), &PageInput::arrived, this, [this](PageGuard::Input input) {
        if (m_guard)
            m_guard->inputArrived(input);
    });
}

WebEngineQuickHost::~WebEngineQuickHost()
{
    dropPage();
}

CaptchaPage::Transport WebEngineQuickHost::transport() const
{
    return CaptchaPage::Transport::WindowMessage;
}

void WebEngineQuickHost::dropPage()
{
    m_page.reset();
    // Qt WebEngine crashes or prints a warning when a page outlives its profile.
    m_profile.reset();
    m_channel.reset();
    m_guard.reset();
    m_used = false;
}

void WebEngineQuickHost::makePage(const CaptchaPage *page)
{
    dropPage();
    m_guard = std::make_unique<PageGuard>();
    connect(m_guard.get(), &PageGuard::failed, this, &WebHost::failed);
    connect(m_guard.get(), &PageGuard::messageArrived, this, &WebHost::messageArrived);
    connect(m_guard.get(), &PageGuard::linkClicked, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    if (page)
        m_guard->begin(*page);
    // A service worker, or what a page has stored, ends with its page.
    m_profile.reset(m_profileComponent->create());
    m_channel = std::make_unique<QQmlWebChannel>();
    auto *notifier = new MessageNotifier(
        [this] {
            m_guard->documentArrived();
            QMetaObject::invokeMethod(m_page.get(), "takeMessages",
                                      Q_ARG(QString, CaptchaPage::takeMessagesScript()));
        },
        m_channel.get());
    m_channel->registerObject(QStringLiteral("notifier"), notifier);

    m_page.reset(m_pageComponent->createWithInitialProperties({
        {QStringLiteral("parent"), QVariant::fromValue(m_item.get())},
        {QStringLiteral("guard"), QVariant::fromValue(m_guard.get())},
        {QStringLiteral("profile"), QVariant::fromValue(m_profile.get())},
        {QStringLiteral("webChannel"), QVariant::fromValue(m_channel.get())},
        {QStringLiteral("webChannelWorld"), applicationWorld},
        // The empty page of warmUp() has nothing to confine, and no messages.
        {QStringLiteral("confinementScript"), page ? CaptchaPage::confinementScript(false) : QString()},
        {QStringLiteral("isolatedConfinementScript"),
         page ? CaptchaPage::confinementScript(true) : QString()},
        {QStringLiteral("relayScript"), page ? CaptchaPage::relayScript() : QString()},
        {QStringLiteral("documentScript"), page ? page->documentScript() : QString()},
    }));
    // What is dropped onto it is not for the page.
    if (auto *const view = qobject_cast<QQuickItem *>(m_page.get()))
        view->setFlag(QQuickItem::ItemAcceptsDrops, false);
    if (!m_page)
        m_guard->fail(Failure::Unavailable, m_pageComponent->errorString());
}

void WebEngineQuickHost::load(const CaptchaPage &page)
{
    makePage(&page);
    m_used = true;
    QMetaObject::invokeMethod(m_page.get(), "show", Q_ARG(QString, page.html()), Q_ARG(QUrl, page.url()));
}

void WebEngineQuickHost::unload()
{
    if (m_used)
        dropPage();
}

void WebEngineQuickHost::runScript(const QString &script)
{
    if (m_used)
        QMetaObject::invokeMethod(m_page.get(), "run", Q_ARG(QString, script));
}

bool WebEngineQuickHost::takePress()
{
    return m_guard && m_guard->takePress();
}

QQuickItem *WebEngineQuickHost::item() const
{
    return m_item.get();
}

QuickEngine WebEngineQuickHost::engine() const
{
    return QuickEngine::WebEngine;
}

void WebEngineQuickHost::warmUp()
{
    if (m_page)
        return;
    makePage(nullptr);
    QMetaObject::invokeMethod(m_page.get(), "show", Q_ARG(QString, QString()),
                              Q_ARG(QUrl, QUrl(QStringLiteral("about:blank"))));
}

} // namespace SmartCaptcha::Internal
