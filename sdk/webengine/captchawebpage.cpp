// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchawebpage.h"

#include "messageport.h"

#include "core/logging/logging.h"
#include "core/privacy/redaction.h"
#include "core/service/secureurl.h"
#include "core/session/pagemessage.h"

#include <QtCore/qfile.h>
#include <QtGui/qdesktopservices.h>
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

#include <algorithm>

namespace SmartCaptcha::Internal {

namespace {

// A script can fake a click on a link but not the press before it.
constexpr qint64 inputCountsFor = 1000;

// Messages that wait for the channel; a page sends a handful while it loads.
constexpr int maximumWaiting = 64;

QString resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is missing", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

// Chromium's net error codes (net/base/net_error_list.h) that say that nobody answered.
bool isUnreachable(const QWebEngineLoadingInfo &info)
{
    switch (info.errorDomain()) {
    case QWebEngineLoadingInfo::DnsErrorDomain:
        return true;
    case QWebEngineLoadingInfo::InternalErrorDomain:
        return info.errorCode() == -21; // ERR_NETWORK_CHANGED
    case QWebEngineLoadingInfo::ConnectionErrorDomain:
        switch (info.errorCode()) {
        case -102: // ERR_CONNECTION_REFUSED
        case -104: // ERR_CONNECTION_FAILED
        case -105: // ERR_NAME_NOT_RESOLVED
        case -106: // ERR_INTERNET_DISCONNECTED
        case -108: // ERR_ADDRESS_INVALID
        case -109: // ERR_ADDRESS_UNREACHABLE
        case -118: // ERR_CONNECTION_TIMED_OUT
        case -130: // ERR_PROXY_CONNECTION_FAILED
        case -137: // ERR_NAME_RESOLUTION_FAILED
            return true;
        default:
            return false;
        }
    default:
        return false;
    }
}

} // namespace

CaptchaWebPage::CaptchaWebPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    refuseEverything();
    connect(this, &QWebEnginePage::loadingChanged, this, &CaptchaWebPage::loadingChanges);
    connect(this, &QWebEnginePage::certificateError, this, &CaptchaWebPage::certificateFails);
    connect(this, &QWebEnginePage::renderProcessTerminated, this, &CaptchaWebPage::processEnded);
}

void CaptchaWebPage::refuseEverything()
{
    using Attribute = QWebEngineSettings::WebAttribute;
    QWebEngineSettings *const rules = settings();
    for (const Attribute attribute :
         {Attribute::JavascriptCanOpenWindows, Attribute::JavascriptCanAccessClipboard,
          Attribute::JavascriptCanPaste, Attribute::LocalContentCanAccessFileUrls,
          Attribute::LocalContentCanAccessRemoteUrls, Attribute::NavigateOnDropEnabled,
          Attribute::PdfViewerEnabled, Attribute::ErrorPageEnabled, Attribute::FullScreenSupportEnabled,
          Attribute::PluginsEnabled, Attribute::ScreenCaptureEnabled, Attribute::HyperlinkAuditingEnabled,
          Attribute::AutoLoadIconsForPage, Attribute::AllowRunningInsecureContent,
          Attribute::AllowGeolocationOnInsecureOrigins, Attribute::FocusOnNavigationEnabled,
          Attribute::DnsPrefetchEnabled})
        rules->setAttribute(attribute, false);
    rules->setAttribute(Attribute::WebRTCPublicInterfacesOnly, true);
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
                // No window in any case; a link that was meant for one goes where other links go.
                if (request.isUserInitiated())
                    openedByPerson(request.requestedUrl());
            });
}

void CaptchaWebPage::openChannel()
{
    auto *channel = new QWebChannel(this);
    // Emits nothing once this page is deleted, because the port is deleted with it.
    auto *port = new MessagePort(
        [this](const QString &json) {
            // The relay's first word is empty: there is a document.
            m_documentThere = true;
            if (!json.isEmpty())
                Q_EMIT messageArrived(json);
        },
        channel);
    channel->registerObject(QStringLiteral("port"), port);
    setWebChannel(channel, QWebEngineScript::ApplicationWorld);

    QWebEngineScript relay;
    relay.setName(QStringLiteral("SmartCaptcha relay"));
    relay.setInjectionPoint(QWebEngineScript::DocumentCreation);
    relay.setWorldId(QWebEngineScript::ApplicationWorld);
    relay.setRunsOnSubFrames(false);
    relay.setSourceCode(QStringLiteral("%1\n%2({maximumLength: %3, maximumWaiting: %4});")
                            .arg(resource(QStringLiteral(":/qtwebchannel/qwebchannel.js")),
                                 resource(QStringLiteral(":/smartcaptcha/webengine/relay.js")).trimmed())
                            .arg(PageMessage::MaximumLength)
                            .arg(maximumWaiting));
    scripts().insert(relay);
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
    // Not before, or the empty document of warmUp() would speak as well.
    openChannel();
    m_url = page.url();
    m_frameOrigins = page.frameOrigins();
    m_ownHtml = !page.html().isEmpty();
    if (!page.documentScript().isEmpty()) {
        QWebEngineScript script;
        script.setName(QStringLiteral("SmartCaptcha bridge"));
        script.setInjectionPoint(QWebEngineScript::DocumentCreation);
        script.setWorldId(QWebEngineScript::MainWorld);
        script.setRunsOnSubFrames(false);
        script.setSourceCode(page.documentScript());
        scripts().insert(script);
    }
    if (m_ownHtml)
        setHtml(page.html(), m_url);
    else
        load(m_url);
}

void CaptchaWebPage::noteInput()
{
    m_sinceInput.start();
}

void CaptchaWebPage::fail(WebHost::Failure failure, const QString &details)
{
    if (m_failed || !m_shown)
        return;
    m_failed = true;
    // Slots may delete this page, which the engine does not bear inside of its own calls.
    QMetaObject::invokeMethod(
        this, [this, failure, details] { Q_EMIT failed(failure, details); }, Qt::QueuedConnection);
}

bool CaptchaWebPage::isPageOrigin(const QUrl &url) const
{
    const QString origin = SecureUrl::origin(url);
    return std::any_of(m_frameOrigins.begin(), m_frameOrigins.end(),
                       [&origin](const QUrl &allowed) { return SecureUrl::origin(allowed) == origin; });
}

bool CaptchaWebPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    const QString scheme = url.scheme();
    if (!isMainFrame) {
        if (scheme == QLatin1String("about") || isPageOrigin(url))
            return true;
    } else if (!m_shown) {
        return url == QUrl(QStringLiteral("about:blank"));
    } else if (!m_navigated && type == NavigationTypeTyped) {
        // The address as the engine writes it, so compared by origin.
        m_navigated =
            m_ownHtml ? scheme == QLatin1String("data") : SecureUrl::origin(url) == SecureUrl::origin(m_url);
        if (m_navigated)
            return true;
    } else if (type == NavigationTypeRedirect && !m_ownHtml && !m_documentThere) {
        if (isPageOrigin(url))
            return true;
        fail(WebHost::Failure::Load,
             QStringLiteral("%1 redirects to %2").arg(SecureUrl::origin(m_url), SecureUrl::origin(url)));
    }
    if (type == NavigationTypeLinkClicked)
        openedByPerson(url);
    qCDebug(pageLog).noquote() << "Refused to go to" << redacted(url.toString()) << type
                               << (isMainFrame ? "in the page" : "in a frame");
    return false;
}

void CaptchaWebPage::openedByPerson(const QUrl &url)
{
    if (url.scheme() != QLatin1String("https") || !m_sinceInput.isValid()
        || m_sinceInput.elapsed() > inputCountsFor)
        return;
    // One press opens one page.
    m_sinceInput.invalidate();
    QMetaObject::invokeMethod(
        this, [url] { QDesktopServices::openUrl(url); }, Qt::QueuedConnection);
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
    qCDebug(pageLog).noquote() << "Console:" << redacted(message) << '(' << redacted(source) << line << ')';
}

void CaptchaWebPage::loadingChanges(const QWebEngineLoadingInfo &info)
{
    // A navigation that was refused has another status (LoadStoppedStatus), and the page is still there.
    if (info.status() != QWebEngineLoadingInfo::LoadFailedStatus || !m_shown)
        return;
    const QString details = QStringLiteral("The page at %1 did not load: %2 (%3 %4)")
                                .arg(SecureUrl::origin(m_url),
                                     info.errorString().isEmpty() ? QStringLiteral("no reason given")
                                                                  : redacted(info.errorString()),
                                     QVariant::fromValue(info.errorDomain()).toString())
                                .arg(info.errorCode());
    if (info.errorDomain() == QWebEngineLoadingInfo::CertificateErrorDomain)
        fail(WebHost::Failure::Certificate, details);
    else
        fail(isUnreachable(info) ? WebHost::Failure::Unreachable : WebHost::Failure::Load, details);
}

void CaptchaWebPage::certificateFails(const QWebEngineCertificateError &error)
{
    QWebEngineCertificateError(error).rejectCertificate();
    const QString origin = SecureUrl::origin(error.url());
    qCWarning(pageLog).noquote() << "The certificate of" << origin
                                 << "is not trusted:" << error.description();
    if (isPageOrigin(error.url()) || origin == SecureUrl::origin(m_url))
        fail(WebHost::Failure::Certificate,
             QStringLiteral("The certificate of %1 is not trusted: %2").arg(origin, error.description()));
}

void CaptchaWebPage::processEnded(RenderProcessTerminationStatus status, int exitCode)
{
    fail(WebHost::Failure::RenderProcessGone,
         QStringLiteral("The process that showed the page ended: %1, exit code %2")
             .arg(QVariant::fromValue(status).toString())
             .arg(exitCode));
}

} // namespace SmartCaptcha::Internal
