// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickhosts.h"

#include "browserquickhost.h"
#include "captcha/captchalog.h"
#include "captcha/engine/chromiumversion.h"
#include "captcha/engine/engineaccessibility.h"
#include "captcha/engine/unavailablehost.h"
#include "captcha/engine/versioncheck.h"
#include "scriptedquickhost.h"
#ifdef SMARTCAPTCHA_QUICK_HAS_WEBVIEW
#include "engines/webview/webviewquickhost.h"
#endif
#ifdef SMARTCAPTCHA_QUICK_HAS_WEBENGINE
#include "engines/webengine/quick/webenginequickhost.h"
#endif

#include <SmartCaptcha/SmartCaptchaVersion>

#include <QtCore/qcoreapplication.h>
#include <QtGui/qdesktopservices.h>

namespace SmartCaptcha::Internal::QuickHosts {

namespace {

class UnavailableQuickHost : public UnavailableHost<QuickWebHost> {
public:
    using UnavailableHost::UnavailableHost;

    [[nodiscard]] QQuickItem *item() const override { return nullptr; }
    [[nodiscard]] QuickEngine engine() const override { return QuickEngine::Auto; }
    void warmUp() override {}
};

Factory &scriptedFactory()
{
    static Factory factory = [](QuickEngine) { return std::make_unique<ScriptedQuickHost>(); };
    return factory;
}

// @p instead: as for BrowserHost.
std::unique_ptr<QuickWebHost> inBrowser(const QString &instead)
{
    if (!instead.isEmpty())
        qCInfo(pageLog).noquote() << "The captcha opens in the person's browser." << instead;
    return std::make_unique<BrowserQuickHost>(
        [](const QUrl &address) { return QDesktopServices::openUrl(address); }, instead);
}

} // namespace

void setScriptedFactory(const Factory &factory)
{
    scriptedFactory() = factory;
}

std::unique_ptr<QuickWebHost> make(QuickEngine wanted, QQmlEngine *engine, int minimumChromium)
{
    if (ScriptedEngine::isInUse())
        return scriptedFactory()(wanted);

    QString problem = versionMismatch(QLatin1String(SMARTCAPTCHA_VERSION_STR));
    if (!problem.isEmpty())
        return std::make_unique<UnavailableQuickHost>(problem);
    if (wanted == QuickEngine::Browser)
        return inBrowser({});

#if !defined(SMARTCAPTCHA_QUICK_NATIVE_VIEWS)                                                                \
    && (defined(SMARTCAPTCHA_QUICK_HAS_WEBENGINE) || defined(SMARTCAPTCHA_QUICK_HAS_WEBVIEW))
    // Qt WebEngine would terminate the process, also as the backend of Qt WebView.
    if (!QCoreApplication::testAttribute(Qt::AA_ShareOpenGLContexts))
        return std::make_unique<UnavailableQuickHost>(
            QStringLiteral("The program has not called SmartCaptcha::initializeQuick() before creating its "
                           "application object."));
#endif

    // Qt WebView may use Qt WebEngine, too.
    allowEngineAccessibility();
    QStringList problems;
#ifdef SMARTCAPTCHA_QUICK_HAS_WEBENGINE
    // Decided before the engine starts. Qt WebView is passed over with it: on the desktop it may use the
    // same.
    if (wanted == QuickEngine::Auto && minimumChromium > 0) {
        const QString old = ChromiumVersion::objection(WebEngineQuickHost::chromium(engine), minimumChromium);
        if (!old.isEmpty())
            return inBrowser(old);
    }
    if (wanted != QuickEngine::WebView) {
        if (auto host = WebEngineQuickHost::make(engine, &problem))
            return host;
        problems << problem;
    }
#else
    if (wanted == QuickEngine::WebEngine)
        problems << QStringLiteral("This build of the SDK has no host for Qt WebEngine.");
#endif
#ifdef SMARTCAPTCHA_QUICK_HAS_WEBVIEW
    if (wanted != QuickEngine::WebEngine) {
        if (auto host = WebViewQuickHost::make(engine, &problem))
            return host;
        problems << problem;
    }
#else
    if (wanted == QuickEngine::WebView)
        problems << QStringLiteral("This build of the SDK has no host for Qt WebView.");
    Q_UNUSED(engine)
#endif
    Q_UNUSED(minimumChromium)
    // Both engines may have the same problem.
    problems.removeDuplicates();
    if (wanted == QuickEngine::Auto)
        return inBrowser(problems.join(QLatin1Char(' ')));
    return std::make_unique<UnavailableQuickHost>(problems.join(QLatin1Char(' ')));
}

} // namespace SmartCaptcha::Internal::QuickHosts
