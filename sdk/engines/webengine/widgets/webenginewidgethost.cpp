// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webenginewidgethost.h"

#include "captchawebpage.h"

#include <QtCore/qcoreevent.h>
#include <QtGui/qevent.h>
#include <QtWebEngineCore/qwebenginedownloadrequest.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineCore/qwebenginescript.h>
#include <QtWebEngineWidgets/qwebengineview.h>

#include <utility>

namespace SmartCaptcha::Internal {

WebEngineWidgetHost::WebEngineWidgetHost()
    : m_view(new QWebEngineView)
{
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAcceptDrops(false);
    watch(m_view);
    replacePage();
}

WebEngineWidgetHost::~WebEngineWidgetHost()
{
    // Qt WebEngine crashes or prints a warning when a page outlives its profile.
    delete m_view;
    m_page.reset();
    m_profile.reset();
}

CaptchaPage::Transport WebEngineWidgetHost::transport() const
{
    return CaptchaPage::Transport::WindowMessage;
}

void WebEngineWidgetHost::replacePage()
{
    // Without a name: nothing is kept on disk, and nothing is shared with other captchas or the application.
    // A service worker, or what a page has stored, ends with its page.
    auto profile = std::make_unique<QWebEngineProfile>();
    connect(profile.get(), &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *request) { request->cancel(); });
    auto page = std::make_unique<CaptchaWebPage>(profile.get());
    connect(page.get(), &CaptchaWebPage::messageArrived, this, &WebHost::messageArrived);
    connect(page.get(), &CaptchaWebPage::failed, this, &WebHost::failed);
    if (m_view) {
        page->setBackgroundColor(m_view->palette().color(QPalette::Window));
        m_view->setPage(page.get());
    }
    m_page = std::move(page);
    m_profile = std::move(profile);
    m_used = false;
    m_unloading = false;
}

void WebEngineWidgetHost::load(const CaptchaPage &page)
{
    if (m_used)
        replacePage();
    m_used = true;
    m_page->show(page);
}

void WebEngineWidgetHost::unload()
{
    if (!m_used || m_unloading)
        return;
    m_unloading = true;
    m_page->disconnect(this);
    // Replaced later, because a page is expensive to create and hosts are often unloaded just before they are
    // deleted.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_unloading)
                replacePage();
        },
        Qt::QueuedConnection);
}

void WebEngineWidgetHost::runScript(const QString &script)
{
    if (m_used && !m_unloading)
        m_page->runJavaScript(script, QWebEngineScript::MainWorld);
}

bool WebEngineWidgetHost::takePress()
{
    return m_page->takePress();
}

QWidget *WebEngineWidgetHost::widget() const
{
    return m_view;
}

void WebEngineWidgetHost::warmUp()
{
    if (m_unloading)
        replacePage();
    if (!m_used)
        m_page->warmUp();
}

void WebEngineWidgetHost::watch(QObject *object)
{
    object->installEventFilter(this);
    const QObjectList children = object->children();
    for (QObject *child : children) {
        if (child->isWidgetType())
            watch(child);
    }
}

// The engine opens a dialog for a colour input without asking the application. The dialog is just being
// created here, and is opened next.
void WebEngineWidgetHost::refuseDialog(QWidget *child)
{
    if (child->windowType() != Qt::Dialog)
        return;
    child->setAttribute(Qt::WA_DontShowOnScreen);
    QMetaObject::invokeMethod(child, &QWidget::close, Qt::QueuedConnection);
}

bool WebEngineWidgetHost::eventFilter(QObject *watched, QEvent *event)
{
    const bool isRepeated =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->isAutoRepeat();
    if (const auto input = PageGuard::inputOf(event->type()); input && m_page && !isRepeated)
        m_page->noteInput(*input);
    switch (event->type()) {
    case QEvent::ChildAdded:
        // Each renderer process gets a new widget for input.
        if (QObject *const child = static_cast<QChildEvent *>(event)->child(); child->isWidgetType()) {
            watch(child);
            refuseDialog(static_cast<QWidget *>(child));
        }
        break;
    case QEvent::Wheel:
        // With Ctrl the engine would zoom the page, and keep it zoomed.
        if (static_cast<QWheelEvent *>(event)->modifiers() & Qt::ControlModifier) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::NativeGesture:
        if (static_cast<QNativeGestureEvent *>(event)->gestureType() == Qt::ZoomNativeGesture
            || static_cast<QNativeGestureEvent *>(event)->gestureType() == Qt::SmartZoomNativeGesture)
            return true;
        break;
    case QEvent::PaletteChange:
        if (watched == m_view && m_page)
            m_page->setBackgroundColor(m_view->palette().color(QPalette::Window));
        break;
    default:
        break;
    }
    return WidgetWebHost::eventFilter(watched, event);
}

} // namespace SmartCaptcha::Internal
