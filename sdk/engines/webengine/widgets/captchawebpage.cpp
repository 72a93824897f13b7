// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchawebpage.h"

#include "captcha/engine/messagenotifier.h"

#include <QtGui/qdesktopservices.h>
#include <QtNetwork/qauthenticator.h>
#include <QtWebChannel/qwebchannel.h>
#include <QtWebEngineCore/qwebenginecertificateerror.h>
#include <QtWebEngineCore/qwebengineclientcertificateselection.h>
#include <QtWebEngineCore/qwebenginefilesystemaccessrequest.h>
#include <QtWebEngineCore/qwebenginefullscreenrequest.h>
#include <QtWebEngineCore/qwebengineloadinginfo.h>
#include <QtWebEngineCore/qwebenginenewwindowrequest.h>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QtWebEngineCore/qwebenginepermission.h>
#endif
#include <QtWebEngineCore/qwebengineregisterprotocolhandlerrequest.h>
#include <QtWebEngineCore/qwebenginescript.h>
#include <QtWebEngineCore/qwebenginescriptcollection.h>
#include <QtWebEngineCore/qwebenginesettings.h>

namespace SmartCaptcha::Internal {

CaptchaWebPage::CaptchaWebPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    refuseEverything();
    connect(this, &QWebEnginePage::loadingChanged, this, &CaptchaWebPage::loadingChanges);
    connect(this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
        error.rejectCertificate();
        m_guard.certificateRefused(error.url(), error.description());
    });
    connect(this, &QWebEnginePage::renderProcessTerminated, this,
            [this](RenderProcessTerminationStatus status, int exitCode) {
                m_guard.processEnded(QVariant::fromValue(status).toString(), exitCode);
            });
    connect(&m_guard, &PageGuard::failed, this, &CaptchaWebPage::failed);
    connect(&m_guard, &PageGuard::messageArrived, this, &CaptchaWebPage::messageArrived);
    connect(&m_guard, &PageGuard::linkClicked, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void CaptchaWebPage::refuseEverything()
{
    using Attribute = QWebEngineSettings::WebAttribute;
    QWebEngineSettings *const rules = settings();
    for (const Attribute attribute :
         {Attribute::JavascriptCanOpenWindows, Attribute::JavascriptCanAccessClipboard,
          Attribute::JavascriptCanPaste, Attribute::LocalContentCanAccessFileUrls,
          Attribute::LocalContentCanAccessRemoteUrls, Attribute::NavigateOnDropEnabled,
          Attribute::PdfViewerEnabled, Attribute::FullScreenSupportEnabled, Attribute::PluginsEnabled,
          Attribute::ScreenCaptureEnabled, Attribute::HyperlinkAuditingEnabled,
          Attribute::AutoLoadIconsForPage, Attribute::AllowRunningInsecureContent,
          Attribute::AllowGeolocationOnInsecureOrigins, Attribute::FocusOnNavigationEnabled,
          Attribute::DnsPrefetchEnabled})
        rules->setAttribute(attribute, false);
    rules->setAttribute(Attribute::WebRTCPublicInterfacesOnly, true);
    // Without them nothing in the page tells that a frame could not connect.
    rules->setAttribute(Attribute::ErrorPageEnabled, true);
    rules->setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this,
            [](const QWebEnginePermission &permission) { permission.deny(); });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, QWebEnginePage::Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
#endif
    // Otherwise the engine would answer with an empty user name, again and again. A null answer means none.
    connect(this, &QWebEnginePage::authenticationRequired, this,
            [](const QUrl &, QAuthenticator *answer) { *answer = QAuthenticator(); });
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
            [this](const QUrl &url, QAuthenticator *answer, const QString &proxyHost) {
                const QStringList credentials = m_guard.proxyCredentials(url, proxyHost);
                if (credentials.isEmpty()) {
                    *answer = QAuthenticator();
                } else {
                    answer->setUser(credentials.first());
                    answer->setPassword(credentials.last());
                }
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    connect(this, &QWebEnginePage::newWindowRequested, this,
            [this](const QWebEngineNewWindowRequest &request) {
                // No window opens in any case.
                m_guard.windowRequested(request.requestedUrl(), request.isUserInitiated());
            });
}

void CaptchaWebPage::openChannel()
{
    auto *channel = new QWebChannel(this);
    auto *notifier = new MessageNotifier(
        [this] {
            m_guard.documentArrived();
            takeMessages();
        },
        channel);
    channel->registerObject(QStringLiteral("notifier"), notifier);
    setWebChannel(channel, QWebEngineScript::ApplicationWorld);

    addScript(QStringLiteral("relay"), QWebEngineScript::ApplicationWorld, CaptchaPage::relayScript());
}

void CaptchaWebPage::takeMessages()
{
    runJavaScript(CaptchaPage::takeMessagesScript(), QWebEngineScript::ApplicationWorld,
                  [this](const QVariant &messages) {
                      // Nothing, if there is no such document any more, and when this page is destroyed.
                      if (messages.isValid())
                          m_guard.messagesTaken(messages.toList());
                  });
}

void CaptchaWebPage::addScript(const QString &name, quint32 world, const QString &source, bool inFrames)
{
    QWebEngineScript script;
    script.setName(QStringLiteral("SmartCaptcha ") + name);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(world);
    script.setRunsOnSubFrames(inFrames);
    script.setSourceCode(source);
    scripts().insert(script);
}

void CaptchaWebPage::warmUp()
{
    if (!m_shown)
        load(QUrl(QStringLiteral("about:blank")));
}

void CaptchaWebPage::show(const CaptchaPage &page)
{
    Q_ASSERT(!m_shown);
    m_shown = true;
    // Not earlier, or the empty document of warmUp() would send messages as well.
    openChannel();
    m_guard.begin(page);
    for (const auto world : {QWebEngineScript::MainWorld, QWebEngineScript::ApplicationWorld})
        addScript(QStringLiteral("confinement"), world,
                  CaptchaPage::confinementScript(world != QWebEngineScript::MainWorld), true);
    if (!page.documentScript().isEmpty())
        addScript(QStringLiteral("bridge"), QWebEngineScript::MainWorld, page.documentScript());
    if (page.html().isEmpty())
        load(page.url());
    else
        setHtml(page.html(), page.url());
}

void CaptchaWebPage::noteInput(PageGuard::Input input)
{
    m_guard.inputArrived(input);
}

bool CaptchaWebPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    return m_guard.mayNavigate(url, int(type), isMainFrame);
}

QWebEnginePage *CaptchaWebPage::createWindow(WebWindowType type)
{
    Q_UNUSED(type)
    return nullptr;
}

QStringList CaptchaWebPage::chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                                        const QStringList &acceptedMimeTypes)
{
    Q_UNUSED(mode)
    Q_UNUSED(oldFiles)
    Q_UNUSED(acceptedMimeTypes)
    return {};
}

void CaptchaWebPage::javaScriptAlert(const QUrl &securityOrigin, const QString &message)
{
    Q_UNUSED(securityOrigin)
    Q_UNUSED(message)
}

bool CaptchaWebPage::javaScriptConfirm(const QUrl &securityOrigin, const QString &message)
{
    Q_UNUSED(securityOrigin)
    Q_UNUSED(message)
    return false;
}

bool CaptchaWebPage::javaScriptPrompt(const QUrl &securityOrigin, const QString &message,
                                      const QString &defaultValue, QString *result)
{
    Q_UNUSED(securityOrigin)
    Q_UNUSED(message)
    Q_UNUSED(defaultValue)
    Q_UNUSED(result)
    return false;
}

void CaptchaWebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
                                              int line, const QString &source)
{
    Q_UNUSED(level)
    m_guard.consoleSaid(message, line, source);
}

void CaptchaWebPage::loadingChanges(const QWebEngineLoadingInfo &info)
{
    // A refused navigation has another status (LoadStoppedStatus), and the page is still there.
    if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus)
        m_guard.loadFailed(info.errorCode(), info.errorString());
}

} // namespace SmartCaptcha::Internal
