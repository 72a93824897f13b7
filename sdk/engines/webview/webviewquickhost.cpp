// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webviewquickhost.h"

#include "captcha/captchalog.h"
#include "captcha/engine/engineparts.h"
#include "captcha/engine/pageguard.h"
#include "engines/quick/hostcomponent.h"
#include "foundation/secureurl.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qpointer.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <algorithm>

namespace SmartCaptcha::Internal {

namespace {

// Milliseconds between two questions to the page, while something happens and while nothing does. With titles
// that change at once, as Android, the desktop and iOS from Qt 6.5.2 have them, they matter only when one is
// lost.
constexpr int busyInterval = 200;
constexpr int calmInterval = 1000;

// How many addresses a page may open in the system's browser, and how far apart, milliseconds. Qt WebView
// does not tell a user gesture from a script.
constexpr int mostLinks = 3;
constexpr qint64 betweenLinks = 2000;

// What an honest page can have said since the last question, and more; in characters.
constexpr qsizetype mostAtOnce = 4 * 1024 * 1024;

// What a page answers that the bridge has to be put into.
constexpr QLatin1String bridgeMissing("bridge missing");

bool isSamePage(const QUrl &a, const QUrl &b)
{
    return a.matches(b, QUrl::StripTrailingSlash | QUrl::RemoveFragment);
}

QUrl blankPage()
{
    return QUrl(QStringLiteral("about:blank"));
}

// The desktop's plugin, or the system's own view; without one Qt WebView shows nothing and says nothing.
bool hasPlugin()
{
#ifdef SMARTCAPTCHA_QUICK_NATIVE_VIEWS
    return true;
#else
    const QStringList folders = QCoreApplication::libraryPaths();
    for (const QString &folder : folders) {
        if (!QDir(folder + QLatin1String("/webview")).entryList(QDir::Files).isEmpty())
            return true;
    }
    return false;
#endif
}

} // namespace

std::unique_ptr<WebViewQuickHost> WebViewQuickHost::make(QQmlEngine *engine, QString *problem)
{
    const bool pluginIsThere = hasPlugin();
    auto component =
        hostComponent(engine, QStringLiteral("CaptchaWebViewPage.qml"), QStringLiteral("QtWebView"),
                      pluginIsThere ? QStringLiteral("qml6-module-qtwebview")
                                    : QStringLiteral("qml6-module-qtwebview qt6-webview-plugins"),
                      problem);
    if (!component)
        return nullptr;
    if (!pluginIsThere) {
        *problem = QStringLiteral("Qt WebView has no plugin to show pages with. On Debian: apt-get install "
                                  "qt6-webview-plugins.");
        return nullptr;
    }
#ifdef Q_OS_LINUX
    // The plugin there shows pages in Qt WebEngine.
    *problem = EngineParts::missing();
    if (!problem->isEmpty())
        return nullptr;
#endif
    return std::unique_ptr<WebViewQuickHost>(new WebViewQuickHost(std::move(component)));
}

WebViewQuickHost::WebViewQuickHost(std::unique_ptr<QQmlComponent> component, int calmAfter)
    : m_component(std::move(component))
    , m_item(std::make_unique<QQuickItem>())
{
    m_item->setObjectName(QStringLiteral("smartCaptchaPage"));
    connect(&m_drain, &QTimer::timeout, this, &WebViewQuickHost::drain);
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmAfter);
    connect(&m_calm, &QTimer::timeout, this, &WebViewQuickHost::pace);
    connect(m_item.get(), &QQuickItem::visibleChanged, this, &WebViewQuickHost::lookWhetherSeen);
    connect(m_item.get(), &QQuickItem::enabledChanged, this, &WebViewQuickHost::lookWhetherSeen);
    connect(m_item.get(), &QQuickItem::windowChanged, this, &WebViewQuickHost::watchWindow);
    connect(&m_window, &SeenWindow::changed, this, &WebViewQuickHost::lookWhetherSeen);
    lookWhetherSeen();
    applicationStateChanges(QGuiApplication::applicationState());
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            &WebViewQuickHost::applicationStateChanges);
}

WebViewQuickHost::~WebViewQuickHost()
{
    m_view.reset();
    m_item->disconnect(this);
}

CaptchaPage::Transport WebViewQuickHost::transport() const
{
    return CaptchaPage::Transport::Queue;
}

void WebViewQuickHost::load(const CaptchaPage &page)
{
    warmUp();
    m_guard = std::make_unique<PageGuard>();
    connect(m_guard.get(), &PageGuard::failed, this, &WebHost::failed);
    connect(m_guard.get(), &PageGuard::linkClicked, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    m_guard->begin(page);
    ++m_page;
    if (m_underWay)
        m_overtaken << m_url;
    m_underWay = true;
    m_url = page.url();
    m_nonce = page.nonce();
    m_documentScript = page.documentScript();
    m_loaded = true;
    m_settled = false;
    m_arrived = false;
    m_links = 0;
    m_sinceLink.invalidate();
    m_expectation = Expectation::Answer;
    if (!m_view) {
        m_guard->fail(Failure::Unavailable, m_component->errorString());
        return;
    }
    if (page.html().isEmpty())
        QMetaObject::invokeMethod(m_view.get(), "showUrl", Q_ARG(QUrl, page.url()));
    else
        QMetaObject::invokeMethod(m_view.get(), "showHtml", Q_ARG(QString, page.html()),
                                  Q_ARG(QUrl, page.url()));
    somethingHappens();
}

void WebViewQuickHost::unload()
{
    if (!m_loaded)
        return;
    m_loaded = false;
    m_guard.reset();
    m_calm.stop();
    pace();
    // A system's view is expensive to make, so it stays, with nothing in it; nor with an origin, which would
    // make the nothing a place for the next page's bridge.
    if (m_view)
        QMetaObject::invokeMethod(m_view.get(), "showUrl", Q_ARG(QUrl, blankPage()));
}

void WebViewQuickHost::runScript(const QString &script)
{
    if (!m_loaded || !m_view)
        return;
    QMetaObject::invokeMethod(m_view.get(), "run", Q_ARG(QString, script));
    somethingHappens();
}

void WebViewQuickHost::expect(Expectation expectation)
{
    if (m_expectation == expectation)
        return;
    m_expectation = expectation;
    if (expectation == Expectation::Nothing)
        pace();
    else
        somethingHappens();
}

QQuickItem *WebViewQuickHost::item() const
{
    return m_item.get();
}

QuickEngine WebViewQuickHost::engine() const
{
    return QuickEngine::WebView;
}

void WebViewQuickHost::warmUp()
{
    if (m_view)
        return;
    m_view.reset(m_component->createWithInitialProperties(
        {{QStringLiteral("parent"), QVariant::fromValue(m_item.get())}}));
    if (!m_view)
        return;
    // From the event loop: slots may delete the view, which is running a script's answer now.
    connect(m_view.get(), SIGNAL(drained(int, QString)), this, SLOT(takeMessages(int, QString)),
            Qt::QueuedConnection);
    connect(m_view.get(), SIGNAL(loadStarted(QUrl)), this, SLOT(loadStarts(QUrl)));
    connect(m_view.get(), SIGNAL(loadSucceeded(QUrl)), this, SLOT(loadSucceeds(QUrl)));
    connect(m_view.get(), SIGNAL(loadFailed(QUrl, QString)), this, SLOT(loadFails(QUrl, QString)));
    connect(m_view.get(), SIGNAL(titleChanged()), this, SLOT(titleChanges()));
}

void WebViewQuickHost::somethingHappens()
{
    if (m_loaded && !isPaused())
        m_calm.start();
    pace();
}

// How often the page is asked now. What has a deadline is asked for until then. A press of the person is
// asked for while they can see what to press; and for a while afterwards, because the service may be slow to
// answer something that was cancelled.
void WebViewQuickHost::pace()
{
    const bool lively = m_calm.isActive();
    int interval = 0;
    if (m_loaded && !isPaused()) {
        if (m_expectation == Expectation::Answer || (m_expectation == Expectation::Press && m_seen))
            interval = lively ? busyInterval : calmInterval;
        else if (m_expectation == Expectation::Press && lively)
            interval = calmInterval;
    }
    if (interval == 0)
        m_drain.stop();
    else if (!m_drain.isActive() || m_drain.interval() != interval)
        m_drain.start(interval);
}

void WebViewQuickHost::watchWindow()
{
    m_window.setWindow(m_item->window());
    lookWhetherSeen();
}

// A page that waits out of sight is disabled.
void WebViewQuickHost::lookWhetherSeen()
{
    const bool seen = m_item->isVisible() && m_item->isEnabled() && (!m_item->window() || m_window.isSeen());
    if (m_seen == seen)
        return;
    m_seen = seen;
    if (seen) {
        somethingHappens();
        drain();
    } else {
        pace();
    }
}

// Inactive is no reason: a desktop's window that has lost the focus, or a phone's beside another one, is seen
// and runs.
void WebViewQuickHost::applicationStateChanges(Qt::ApplicationState state)
{
    const bool pause = state == Qt::ApplicationSuspended || state == Qt::ApplicationHidden;
    if (pause == isPaused())
        return;
    const QPointer<WebViewQuickHost> guard(this);
    setPaused(pause);
    if (!guard)
        return;
    if (pause) {
        m_calm.stop();
        pace();
    } else {
        somethingHappens();
        drain();
    }
}

void WebViewQuickHost::ask(const QString &script)
{
    if (m_loaded && m_view && !isPaused())
        QMetaObject::invokeMethod(m_view.get(), "drain", Q_ARG(int, m_page), Q_ARG(QString, script));
}

void WebViewQuickHost::drain()
{
    QString script = CaptchaPage::drainScript();
    // Nobody says which document answers, so each answer tells whether the bridge has yet to come.
    if (!m_documentScript.isEmpty()) {
        script = QStringLiteral("(%1) || (location.origin === '%2' ? '%3' : '')")
                     .arg(script, SecureUrl::origin(m_url), bridgeMissing);
    }
    ask(script);
}

// Into a page that is not ours nothing can be put before its own scripts run; as early as possible has to do.
// A bridge that is there already stays as it is.
void WebViewQuickHost::bringBridge()
{
    ask(QStringLiteral("if (location.origin === '%1') { %2 }\n%3")
            .arg(SecureUrl::origin(m_url), m_documentScript, CaptchaPage::drainScript()));
}

// A hint, no more: it may come late, out of order or not at all.
void WebViewQuickHost::titleChanges()
{
    // The first may be the new document's, before its scripts.
    if (!m_settled && !m_documentScript.isEmpty())
        bringBridge();
    else
        drain();
}

void WebViewQuickHost::takeMessages(int page, const QString &messages)
{
    if (page != m_page || !m_loaded || messages.isEmpty())
        return;
    if (messages == bridgeMissing) {
        if (!m_documentScript.isEmpty())
            bringBridge();
        return;
    }
    if (messages.size() > mostAtOnce) {
        qCDebug(pageLog) << "Dropped" << messages.size() << "characters of messages";
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(messages.toUtf8());
    if (!document.isArray())
        return;
    const QJsonArray array = document.array();
    if (array.isEmpty())
        return;
    // The page before may be the one that has answered.
    const auto isNew = [this](const QJsonValue &message) { return message.toString().contains(m_nonce); };
    if (std::any_of(array.begin(), array.end(), isNew)) {
        m_settled = true;
        m_overtaken.clear();
    }
    somethingHappens();
    // Slots may load another page or delete this.
    const QPointer<WebViewQuickHost> guard(this);
    for (const QJsonValue message : array) {
        if (!guard || page != m_page || !m_loaded)
            return;
        Q_EMIT messageArrived(message.toString());
    }
}

// What may appear as the address of the page while it loads.
bool WebViewQuickHost::isOwnAddress(const QUrl &url) const
{
    const QString scheme = url.scheme();
    return url.isEmpty() || scheme == QLatin1String("data") || scheme == QLatin1String("about")
        || SecureUrl::origin(url) == SecureUrl::origin(m_url) || (m_guard && m_guard->isOfPage(url));
}

// A load that was overtaken by this one may be reported as ended, which iOS calls failed and Android done,
// before this one is reported as begun. Some engines do not report the beginning at all, so that an address
// that only this load has is taken for it.
bool WebViewQuickHost::isOfEarlierLoad(const QUrl &url) const
{
    if (m_overtaken.isEmpty())
        return false;
    const auto isIt = [&url](const QUrl &overtaken) { return isSamePage(url, overtaken); };
    return !isSamePage(url, m_url) || std::any_of(m_overtaken.begin(), m_overtaken.end(), isIt);
}

// Qt WebView asks nobody whether a page may go somewhere; it can be stopped before it has left.
void WebViewQuickHost::loadStarts(const QUrl &url)
{
    // An empty page that is left behind has no end that could be taken for another's.
    const bool empty = url.scheme() == QLatin1String("about");
    if (!empty) {
        m_underWay = true;
        if (m_loaded && isOwnAddress(url))
            m_overtaken.clear();
    }
    if (!m_loaded || !m_guard)
        return;
    if (!m_settled) {
        if (!isOwnAddress(url)) {
            QMetaObject::invokeMethod(m_view.get(), "halt");
            m_guard->fail(
                Failure::Load,
                QStringLiteral("%1 redirects to %2").arg(SecureUrl::origin(m_url), SecureUrl::origin(url)));
            return;
        }
        // A page gets its bridge as soon as it can.
        if (m_documentScript.isEmpty())
            drain();
        else
            bringBridge();
        return;
    }
    QMetaObject::invokeMethod(m_view.get(), "halt");
    if (!isOwnAddress(url))
        openOutside(url);
}

void WebViewQuickHost::openOutside(const QUrl &url)
{
    if (m_links >= mostLinks || (m_sinceLink.isValid() && m_sinceLink.elapsed() < betweenLinks)
        || QGuiApplication::applicationState() == Qt::ApplicationSuspended)
        return;
    ++m_links;
    m_sinceLink.start();
    m_guard->inputArrived();
    m_guard->windowRequested(url, true);
}

void WebViewQuickHost::loadSucceeds(const QUrl &url)
{
    const bool earlier = isOfEarlierLoad(url);
    m_underWay = m_underWay && earlier;
    if (!m_loaded || !m_guard)
        return;
    drain();
    if (earlier)
        return;
    // What was there before has nothing to say about this page.
    if (!m_settled && url.scheme() == QLatin1String("about"))
        return;
    if (m_arrived || !isOwnAddress(url)) {
        m_guard->fail(Failure::Load, QStringLiteral("The page was left for %1").arg(SecureUrl::origin(url)));
        return;
    }
    m_arrived = true;
    m_settled = true;
}

void WebViewQuickHost::loadFails(const QUrl &url, const QString &reason)
{
    const bool earlier = isOfEarlierLoad(url);
    m_underWay = m_underWay && earlier;
    // The end of a navigation that was stopped, or of the page before.
    if (earlier || !m_loaded || !m_guard || m_arrived || !isOwnAddress(url)
        || url.scheme() == QLatin1String("about"))
        return;
    const QString details =
        QStringLiteral("The page at %1 did not load: %2").arg(SecureUrl::origin(m_url), reason);
    // Qt WebView reports what kept a page from arriving, and no answer of a server.
    const bool certificate = reason.contains(QLatin1String("CERT"), Qt::CaseInsensitive)
        || reason.contains(QLatin1String("SSL"), Qt::CaseInsensitive);
    if (certificate)
        m_guard->fail(Failure::Certificate, details);
    else
        m_guard->fail(m_documentScript.isEmpty() ? Failure::Load : Failure::Unreachable, details);
}

} // namespace SmartCaptcha::Internal
