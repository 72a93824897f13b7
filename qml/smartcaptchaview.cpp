// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaview.h"

#include "captcha/face/relaysignals.h"
#include "surface/smartcaptchaviewprivate.h"

#include <QtCore/qpointer.h>
#include <QtGui/qevent.h>

#include <utility>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;

static_assert(int(SmartCaptchaView::Engine::WebEngine) == int(QuickEngine::WebEngine));
static_assert(int(SmartCaptchaView::Engine::WebView) == int(QuickEngine::WebView));
static_assert(int(SmartCaptchaView::Engine::Browser) == int(QuickEngine::Browser));

SmartCaptchaView::SmartCaptchaView(QQuickItem *parent)
    : QQuickItem(parent)
    , d(std::make_unique<SmartCaptchaViewPrivate>(this))
{
    // Keeps the focus in this item while the page is elsewhere.
    setFlag(ItemIsFocusScope);
    CaptchaController *const controller = &d->controller;
    connect(&d->seenWindow, &SeenWindow::changed, controller, &CaptchaController::shown);
    connect(&d->ground, &Ground::changed, this, [this] { d->surroundingsChange(); });
    connect(controller, &CaptchaController::stateChanged, this, &SmartCaptchaView::captchaStateChanged);
    connect(controller, &CaptchaController::verified, this, &SmartCaptchaView::verified);
    connect(controller, &CaptchaController::verifierChanged, this, &SmartCaptchaView::verifierChanged);
    relaySignals(controller, this);
    connect(controller, &CaptchaController::sizeReported, this,
            [this](const QSize &size, bool challenge) { d->pageResized(size, challenge); });
    d->updateImplicitSize();
    // A parent that is in a window has already put this item there, before itemChange() could be called.
    d->watchWindow();
}

SmartCaptchaView::~SmartCaptchaView()
{
    d->tearDown();
}

SmartCaptchaOptions SmartCaptchaView::options() const
{
    return d->controller.options();
}

void SmartCaptchaView::setOptions(const SmartCaptchaOptions &options)
{
    if (d->controller.setOptions(options)) {
        const QPointer<SmartCaptchaView> guard(this);
        d->updateImplicitSize();
        if (guard)
            Q_EMIT optionsChanged(options);
    }
}

State SmartCaptchaView::captchaState() const
{
    return d->controller.state();
}

SmartCaptchaToken SmartCaptchaView::token() const
{
    return d->controller.token();
}

SmartCaptchaError SmartCaptchaView::error() const
{
    return d->controller.error();
}

SmartCaptchaView::ChallengePresentation SmartCaptchaView::challengePresentation() const
{
    return d->presentation;
}

void SmartCaptchaView::setChallengePresentation(ChallengePresentation presentation)
{
    if (d->presentation == presentation)
        return;
    d->presentation = presentation;
    Q_EMIT challengePresentationChanged(presentation);
}

bool SmartCaptchaView::isAutoLoad() const
{
    return d->controller.isAutoLoad();
}

void SmartCaptchaView::setAutoLoad(bool autoLoad)
{
    if (d->controller.setAutoLoad(autoLoad))
        Q_EMIT autoLoadChanged(autoLoad);
}

SmartCaptchaVerifier *SmartCaptchaView::verifier() const
{
    return d->controller.verifier();
}

void SmartCaptchaView::setVerifier(SmartCaptchaVerifier *verifier)
{
    d->controller.setVerifier(verifier);
}

SmartCaptchaView::Engine SmartCaptchaView::engine() const
{
    return d->wantedEngine;
}

void SmartCaptchaView::setEngine(Engine engine)
{
    const bool undoes = d->controller.forgetBrowserChoice();
    if (d->wantedEngine == engine && !undoes)
        return;
    const QPointer<SmartCaptchaView> guard(this);
    const bool changes = std::exchange(d->wantedEngine, engine) != engine;
    if (d->host)
        d->controller.unload();
    else
        d->present();
    if (!guard)
        return;
    if (changes)
        Q_EMIT engineChanged(engine);
    if (guard)
        d->controller.shown();
}

SmartCaptchaView::Engine SmartCaptchaView::activeEngine() const
{
    return d->page() || (d->host && d->host->browserTab()) ? Engine(d->host->engine()) : Engine::Auto;
}

QColor SmartCaptchaView::backgroundColor() const
{
    return d->background.isValid() ? d->background : d->ground.color();
}

void SmartCaptchaView::setBackgroundColor(const QColor &color)
{
    if (d->background == color)
        return;
    d->background = color;
    d->applyColor();
}

void SmartCaptchaView::resetBackgroundColor()
{
    setBackgroundColor({});
}

void SmartCaptchaView::load()
{
    d->controller.load();
}

void SmartCaptchaView::execute()
{
    d->controller.execute();
}

void SmartCaptchaView::begin()
{
    d->controller.begin();
}

void SmartCaptchaView::reset()
{
    d->controller.reset();
}

void SmartCaptchaView::cancel()
{
    d->controller.cancel();
}

void SmartCaptchaView::preload()
{
    d->controller.preload();
}

void SmartCaptchaView::classBegin()
{
    QQuickItem::classBegin();
    d->complete = false;
}

void SmartCaptchaView::componentComplete()
{
    QQuickItem::componentComplete();
    d->complete = true;
    d->lacksDescription = true;
    if (isVisible())
        d->describe();
    d->present();
    d->controller.shown();
}

bool SmartCaptchaView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != d->window)
        return QQuickItem::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Escape || key == Qt::Key_Back) && d->controller.isCancellable() && !d->sheet
            && d->hasFocusInside()) {
            event->accept();
            // Android closes the window when its back key is released.
            if (event->type() == QEvent::KeyPress)
                d->controller.cancelLater();
            return true;
        }
        // Keys pressed in a challenge must not trigger shortcuts of the window around it.
        if (event->type() == QEvent::ShortcutOverride && d->layout.isInline() && d->hasFocusInside()) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::Hide:
        if (!event->spontaneous())
            d->controller.hidden();
        break;
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        d->controller.languageChanged();
        break;
    default:
        break;
    }
    return QQuickItem::eventFilter(watched, event);
}

// The engine passes on keys that its page does not use. Return in a challenge must not press a button of the
// form.
void SmartCaptchaView::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(d->layout.isInline() && event->key() != Qt::Key_Tab
                       && event->key() != Qt::Key_Backtab);
}

void SmartCaptchaView::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (d->panel)
        d->panel->setSize(size());
    d->placePage();
}

void SmartCaptchaView::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    switch (change) {
    case ItemSceneChange:
        d->watchWindow();
        d->controller.shown();
        break;
    case ItemVisibleHasChanged:
        d->placePage();
        if (value.boolValue)
            d->appear();
        else
            d->controller.hidden();
        break;
    default:
        break;
    }
}
