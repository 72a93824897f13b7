// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webviewquickhost.h"

#include "captcha/captchalog.h"
#include "captcha/engine/engineparts.h"
#include "captcha/engine/pageguard.h"
#include "engines/quick/hostcomponent.h"
#include "engines/quick/pageinput.h"
#include "foundation/secureurl.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qlibraryinfo.h>
#include <QtCore/qpointer.h>
#include <QtCore/qversionnumber.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <algorithm>
#include <utility>

namespace SmartCaptcha::Internal {

namespace {

// How often the page is polled, in milliseconds, while something happens and while nothing does.
constexpr int busyInterval = 200;
constexpr int calmInterval = 1000;

// The same once changed titles have been seen to tell of messages. Polling then matters only if one is lost,
// or if the page no longer answers.
constexpr int toldInterval = 3000;

// Older versions report a title on Apple's systems only when the load ends, where messages wait in any case.
bool reportsTitles()
{
#ifdef Q_OS_DARWIN
    return QLibraryInfo::version() >= QVersionNumber(6, 5, 2);
#else
    return true;
#endif
}

// How long a page leaves a question unanswered before its view is not used again, in milliseconds.
constexpr qint64 hangsAfter = 5000;

// How many questions in a row a page has to leave unanswered before it counts as dead.
constexpr int leastUnanswered = 4;

// How long a page is left alone after an answer although its title has changed, in milliseconds.
constexpr int restAfterAnswer = 20;

// How often the bridge is brought to a page that says that it is missing. An honest page needs it once for
// each document on its way.
constexpr int mostBridges = 20;

// An honest page sets its title once or twice while it loads.
constexpr int mostHintsWhileLoading = 10;

// How many links a page may open in the system's browser, and how far apart, in milliseconds. Qt WebView does
// not tell a user gesture from a script.
constexpr int mostLinks = 3;
constexpr qint64 betweenLinks = 2000;

// The answer of a page that does not have the bridge yet.
constexpr QLatin1String bridgeMissing("bridge missing");

bool isSamePage(const QUrl &a, const QUrl &b)
{
    return a.matches(b, QUrl::StripTrailingSlash | QUrl::RemoveFragment);
}

QUrl blankPage()
{
    return QUrl(QStringLiteral("about:blank"));
}

// The desktop needs a plugin; phones have the system's own view. Without one Qt WebView shows nothing and
// reports nothing.
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
    // On Linux the plugin uses Qt WebEngine.
    *problem = EngineParts::missing();
    if (!problem->isEmpty())
        return nullptr;
#endif
    return std::unique_ptr<WebViewQuickHost>(new WebViewQuickHost(std::move(component)));
}

WebViewQuickHost::WebViewQuickHost(std::unique_ptr<QQmlComponent> component, int calmAfter, int silentAtMost)
    : m_component(std::move(component))
    , m_item(std::make_unique<QQuickItem>())
    , m_input(std::make_unique<PageInput>())
    , m_silentAtMost(silentAtMost)
{
    m_item->setObjectName(QStringLiteral("smartCaptchaPage"));
    m_input->watch(m_item.get());
    connect(m_input.get(), &PageInput::arrived, this, [this](PageGuard::Input input) {
        if (m_guard && hasEngineView())
            m_guard->inputArrived(input);
    });
    connect(&m_drain, &QTimer::timeout, this, &WebViewQuickHost::askInTime);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfterAnswer);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_hinted, false))
            followHint();
    });
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

bool WebViewQuickHost::hasEngineView() const
{
    return m_view && m_view->property("engineView").value<QObject *>();
}

// A native view is expensive to create, so it stays as long as it is in order. A WebEngineView is not, and a
// new one keeps nothing of the page before.
void WebViewQuickHost::dropView()
{
    const bool hangs = m_unanswered.isValid() && m_unanswered.elapsed() > hangsAfter;
    if (!m_broken && !hangs && !hasEngineView())
        return;
    m_view.reset();
    m_underWay = false;
    m_overtaken.clear();
}

void WebViewQuickHost::load(const CaptchaPage &page)
{
    if (m_loaded)
        dropView();
    warmUp();
    m_broken = false;
    m_unanswered.invalidate();
    m_polls = 0;
    m_rest.stop();
    m_hinted = false;
    m_titleChanged = false;
    m_isTold = false;
    m_hintsWhileLoading = 0;
    m_bridges = 0;
    m_guard = std::make_unique<PageGuard>();
    connect(m_guard.get(), &PageGuard::failed, this, [this](Failure failure, const QString &details) {
        m_broken = true;
        Q_EMIT failed(failure, details);
    });
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
    if (const QString reason = m_view->property("unconfined").toString(); !reason.isEmpty()) {
        m_guard->fail(Failure::Unavailable, reason);
        return;
    }
    m_view->setProperty("guard", QVariant::fromValue(m_guard.get()));
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
    if (m_view)
        m_view->setProperty("guard", QVariant::fromValue<QObject *>(nullptr));
    m_guard.reset();
    dropView();
    m_calm.stop();
    pace();
    // The empty page has no origin, so that the next page's bridge is not injected into it.
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

// The system's own views get their input from the system.
bool WebViewQuickHost::takePress()
{
    return !hasEngineView() || (m_guard && m_guard->takePress());
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
        {{QStringLiteral("parent"), QVariant::fromValue(m_item.get())},
         {QStringLiteral("confinementScript"), CaptchaPage::confinementScript(false)},
         {QStringLiteral("isolatedConfinementScript"), CaptchaPage::confinementScript(true)}}));
    if (!m_view)
        return;
    // What is dropped onto it is not for the page.
    if (auto *const engineView = m_view->property("engineView").value<QQuickItem *>())
        engineView->setFlag(QQuickItem::ItemAcceptsDrops, false);
    // From the event loop: slots may delete the view, which is inside the callback of a script now.
    connect(m_view.get(), SIGNAL(drained(int, QString)), this, SLOT(takeMessages(int, QString)),
            Qt::QueuedConnection);
    connect(m_view.get(), SIGNAL(activationTold(int, int)), this, SLOT(hearActivation(int, int)));
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

// Sets how often the page is polled. An answer with a deadline is polled for until then. A press is polled
// for while the person can see what to press, and for a while afterwards, because the service may be slow to
// answer something that was cancelled.
void WebViewQuickHost::pace()
{
    const bool lively = m_calm.isActive();
    int interval = 0;
    if (m_loaded && !isPaused()) {
        if (m_expectation == Expectation::Answer || (m_expectation == Expectation::Press && m_seen))
            interval = m_isTold ? toldInterval : lively ? busyInterval : calmInterval;
        else if (m_expectation == Expectation::Press && lively)
            interval = m_isTold ? toldInterval : calmInterval;
    }
    if (interval == 0) {
        m_drain.stop();
        m_unanswered.invalidate();
    } else if (!m_drain.isActive() || m_drain.interval() != interval)
        m_drain.start(interval);
}

void WebViewQuickHost::watchWindow()
{
    m_window.setWindow(m_item->window());
    lookWhetherSeen();
}

// A page that waits off screen is disabled.
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

// Being inactive is not a reason to pause: a desktop window without the focus, or an app in split screen, is
// still visible and runs.
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
    if (!m_loaded || !m_view || isPaused())
        return;
    if (!m_unanswered.isValid())
        m_unanswered.start();
    // A page that is dead would be found late.
    if (m_drain.isActive() && m_drain.interval() > calmInterval)
        m_drain.start(calmInterval);
    QMetaObject::invokeMethod(m_view.get(), "drain", Q_ARG(int, m_page), Q_ARG(QString, script));
}

void WebViewQuickHost::askInTime()
{
    // Both, because the program itself may have stood still.
    m_polls = m_unanswered.isValid() ? m_polls + 1 : 0;
    if (m_arrived && m_guard && m_polls > leastUnanswered && m_unanswered.elapsed() > m_silentAtMost) {
        m_guard->fail(Failure::RenderProcessGone,
                      QStringLiteral("The page has answered nothing for %1 ms").arg(m_silentAtMost));
        return;
    }
    drain();
}

void WebViewQuickHost::hearActivation(int page, int activation)
{
    if (page == m_page && m_guard)
        m_guard->activationReported(PageGuard::Activation(activation));
}

void WebViewQuickHost::drain()
{
    QString script = CaptchaPage::drainScript();
    // There is no way to know which document answers, so each answer tells whether the bridge is still
    // missing.
    if (!m_documentScript.isEmpty()) {
        script = QStringLiteral("(%1) || (location.origin === '%2' ? '%3' : '')")
                     .arg(script, SecureUrl::origin(m_url), bridgeMissing);
    }
    ask(script);
}

// Qt WebView cannot inject a script before those of a page that is not ours, so this is done as early as
// possible. A bridge that is there already is kept.
void WebViewQuickHost::bringBridge()
{
    ask(QStringLiteral("if (location.origin === '%1') { %2 }\n%3")
            .arg(SecureUrl::origin(m_url), m_documentScript, CaptchaPage::drainScript()));
}

// Only a hint: it may come late, out of order or not at all.
void WebViewQuickHost::titleChanges()
{
    m_titleChanged = reportsTitles();
    // A page that changes it without end is not asked more often for that. While it loads, each change may be
    // the last before its scripts run.
    const bool loads = !m_settled && ++m_hintsWhileLoading <= mostHintsWhileLoading;
    const bool isBusy = m_unanswered.isValid() && m_unanswered.elapsed() < hangsAfter;
    if (!loads && (isBusy || m_rest.isActive()))
        m_hinted = true;
    else
        followHint();
}

void WebViewQuickHost::followHint()
{
    // The first change may come from the new document, before its scripts run.
    if (!m_settled && !m_documentScript.isEmpty())
        bringBridge();
    else
        drain();
}

void WebViewQuickHost::takeMessages(int page, const QString &messages)
{
    if (page != m_page || !m_loaded)
        return;
    m_unanswered.invalidate();
    m_rest.start();
    const bool isTold = m_titleChanged;
    // Unless it has changed after this question, which will be asked once more.
    if (!m_hinted)
        m_titleChanged = false;
    pace();
    if (messages.isEmpty())
        return;
    if (messages == bridgeMissing) {
        if (!m_documentScript.isEmpty() && ++m_bridges <= mostBridges)
            bringBridge();
        return;
    }
    const bool tooLong = messages.size() > CaptchaPage::MaximumDrainedLength;
    const QJsonArray array = tooLong ? QJsonArray() : QJsonDocument::fromJson(messages.toUtf8()).array();
    // The page's scripts may have replaced the functions that take no more than so many.
    if (tooLong || array.size() > CaptchaPage::MaximumDrained) {
        m_guard->fail(Failure::Load, QStringLiteral("The page has sent more messages at a time than it may"));
        return;
    }
    if (array.isEmpty())
        return;
    // The answer may come from the previous page.
    const auto isNew = [this](const QJsonValue &message) { return message.toString().contains(m_nonce); };
    if (std::any_of(array.begin(), array.end(), isNew)) {
        m_settled = true;
        m_isTold = isTold;
        m_overtaken.clear();
    }
    somethingHappens();
    // Slots may load another page or delete this object.
    const QPointer<WebViewQuickHost> guard(this);
    for (const auto &message : array) {
        if (!guard || page != m_page || !m_loaded)
            return;
        Q_EMIT messageArrived(message.toString());
    }
}

// The addresses that may be reported while the page loads.
bool WebViewQuickHost::isOwnAddress(const QUrl &url) const
{
    const QString scheme = url.scheme();
    return url.isEmpty() || scheme == QLatin1String("data") || scheme == QLatin1String("about")
        || SecureUrl::origin(url) == SecureUrl::origin(m_url) || (m_guard && m_guard->isOfPage(url));
}

// The end of a load that this one has replaced, which iOS reports as failed and Android as succeeded, may be
// reported before the start of this one. Some engines do not report the start at all, so an address that only
// this load has counts as this load.
bool WebViewQuickHost::isOfEarlierLoad(const QUrl &url) const
{
    if (m_overtaken.isEmpty())
        return false;
    const auto isIt = [&url](const QUrl &overtaken) { return isSamePage(url, overtaken); };
    return !isSamePage(url, m_url) || std::any_of(m_overtaken.begin(), m_overtaken.end(), isIt);
}

// Qt WebView does not ask whether a page may navigate, but the navigation can be stopped before it takes
// place.
void WebViewQuickHost::loadStarts(const QUrl &url)
{
    // If the load of an empty page is abandoned, no end is reported that could be taken for another load's.
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
        // The bridge is injected as early as possible.
        if (m_documentScript.isEmpty())
            drain();
        else
            bringBridge();
        return;
    }
    QMetaObject::invokeMethod(m_view.get(), "halt");
    // Qt WebEngine has asked the guard, and knows whether a person has pressed.
    if (!isOwnAddress(url) && !hasEngineView())
        openOutside(url);
}

void WebViewQuickHost::openOutside(const QUrl &url)
{
    if (m_links >= mostLinks || (m_sinceLink.isValid() && m_sinceLink.elapsed() < betweenLinks)
        || QGuiApplication::applicationState() == Qt::ApplicationSuspended)
        return;
    ++m_links;
    m_sinceLink.start();
    m_guard->inputArrived(PageGuard::Input::Press);
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
    // This is the empty page from before, and says nothing about the new one.
    if (!m_settled && url.scheme() == QLatin1String("about"))
        return;
    if (m_arrived || !isOwnAddress(url)) {
        m_guard->fail(Failure::Load,
                      QStringLiteral("The page navigated away to %1").arg(SecureUrl::origin(url)));
        return;
    }
    m_arrived = true;
    m_settled = true;
}

void WebViewQuickHost::loadFails(const QUrl &url, const QString &reason)
{
    const bool earlier = isOfEarlierLoad(url);
    m_underWay = m_underWay && earlier;
    // The end of a navigation that was stopped, or of the previous page.
    if (earlier || !m_loaded || !m_guard || m_arrived || !isOwnAddress(url)
        || url.scheme() == QLatin1String("about"))
        return;
    const QString details =
        QStringLiteral("The page at %1 did not load: %2").arg(SecureUrl::origin(m_url), reason);
    // Qt WebView reports only that no page arrived, not that a server answered with an error. Chromium names
    // the error, and a handshake that fails has another name than a bad certificate; iOS has a sentence for
    // both.
    const bool handshake = reason.contains(QLatin1String("SSL"), Qt::CaseInsensitive);
    const bool isNamed = reason.contains(QLatin1String("net::ERR_"));
    if (reason.contains(QLatin1String("CERT"), Qt::CaseInsensitive) || (handshake && !isNamed))
        m_guard->fail(Failure::Certificate, details);
    else
        m_guard->fail(m_documentScript.isEmpty() || handshake ? Failure::Load : Failure::Unreachable,
                      details);
}

} // namespace SmartCaptcha::Internal
