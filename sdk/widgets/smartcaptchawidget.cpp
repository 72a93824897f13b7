// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchawidget.h"

#include "captcha/face/relaysignals.h"
#include "captcha/page/captchasize.h"
#include "engines/widgets/widgetengine.h"
#include "widgets/surface/shownchildren.h"
#include "widgets/surface/smartcaptchawidgetprivate.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtGui/qevent.h>
#include <QtWidgets/qpushbutton.h>

#include <utility>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;

static_assert(int(SmartCaptchaWidget::Engine::WebEngine) == int(WidgetEngine::WebEngine));
static_assert(int(SmartCaptchaWidget::Engine::Browser) == int(WidgetEngine::Browser));

SmartCaptchaWidget::SmartCaptchaWidget(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<SmartCaptchaWidgetPrivate>(this))
{
    hideHiddenChildrenFromScreenReaders();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    d->lastHint = d->hint();
    CaptchaController *const controller = &d->controller;
    connect(controller, &CaptchaController::stateChanged, this, &SmartCaptchaWidget::stateChanged);
    connect(controller, &CaptchaController::verified, this, &SmartCaptchaWidget::verified);
    connect(controller, &CaptchaController::verifierChanged, this, &SmartCaptchaWidget::verifierChanged);
    relaySignals(controller, this);
    connect(controller, &CaptchaController::sizeReported, this,
            [this](const QSize &size, bool challenge) { d->pageResized(size, challenge); });
    // Queued, so that a slot may delete the widget and the button in it.
    connect(d->panel, &StatusPanel::pressed, controller, &CaptchaController::press, Qt::QueuedConnection);
    d->retranslate();
}

SmartCaptchaWidget::SmartCaptchaWidget(const SmartCaptchaOptions &options, QWidget *parent)
    : SmartCaptchaWidget(parent)
{
    d->controller.setOptions(options);
}

SmartCaptchaWidget::~SmartCaptchaWidget()
{
    d->tearDown();
}

SmartCaptchaOptions SmartCaptchaWidget::options() const
{
    return d->controller.options();
}

void SmartCaptchaWidget::setOptions(const SmartCaptchaOptions &options)
{
    if (d->controller.setOptions(options))
        Q_EMIT optionsChanged(options);
}

State SmartCaptchaWidget::state() const
{
    return d->controller.state();
}

SmartCaptchaToken SmartCaptchaWidget::token() const
{
    return d->controller.token();
}

SmartCaptchaError SmartCaptchaWidget::error() const
{
    return d->controller.error();
}

SmartCaptchaWidget::ChallengePresentation SmartCaptchaWidget::challengePresentation() const
{
    return d->presentation;
}

void SmartCaptchaWidget::setChallengePresentation(ChallengePresentation presentation)
{
    if (d->presentation == presentation)
        return;
    d->presentation = presentation;
    Q_EMIT challengePresentationChanged(presentation);
}

bool SmartCaptchaWidget::isAutoLoad() const
{
    return d->controller.isAutoLoad();
}

void SmartCaptchaWidget::setAutoLoad(bool autoLoad)
{
    if (d->controller.setAutoLoad(autoLoad))
        Q_EMIT autoLoadChanged(autoLoad);
}

SmartCaptchaVerifier *SmartCaptchaWidget::verifier() const
{
    return d->controller.verifier();
}

void SmartCaptchaWidget::setVerifier(SmartCaptchaVerifier *verifier)
{
    d->controller.setVerifier(verifier);
}

SmartCaptchaWidget::Engine SmartCaptchaWidget::engine() const
{
    return d->wantedEngine;
}

void SmartCaptchaWidget::setEngine(Engine engine)
{
    const bool undoes = d->controller.forgetBrowserChoice();
    if (d->wantedEngine == engine && !undoes)
        return;
    const QPointer<SmartCaptchaWidget> guard(this);
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

SmartCaptchaWidget::Engine SmartCaptchaWidget::activeEngine() const
{
    return d->activeEngine();
}

QSize SmartCaptchaWidget::sizeHint() const
{
    return d->hint();
}

QSize SmartCaptchaWidget::minimumSizeHint() const
{
    const QSize hint = d->hint();
    if (d->layout.isInline())
        return hint;
    return {qMin(hint.width(), CaptchaSize::MinimumButtonWidth), hint.height()};
}

void SmartCaptchaWidget::load()
{
    d->controller.load();
}

void SmartCaptchaWidget::execute()
{
    d->controller.execute();
}

void SmartCaptchaWidget::begin()
{
    d->controller.begin();
}

void SmartCaptchaWidget::reset()
{
    d->controller.reset();
}

void SmartCaptchaWidget::cancel()
{
    d->controller.cancel();
}

void SmartCaptchaWidget::preload()
{
    d->controller.preload();
}

bool SmartCaptchaWidget::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ChildAdded:
    case QEvent::ChildPolished:
        // Once more when the child is polished, because the engine's own constructor sets the focus policy as
        // well.
        if (QObject *const child = static_cast<QChildEvent *>(event)->child(); child->isWidgetType())
            d->watch(static_cast<QWidget *>(child));
        break;
    case QEvent::Wheel:
        // A page that is shown in full has nothing to scroll, but the form around it may.
        if (d->controller.state() != State::Challenge && !d->layout.isScrollable(height())) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && watched != window()
            && d->controller.isCancellable()) {
            event->accept();
            // Later, because the view is still handling the key.
            if (event->type() == QEvent::KeyPress)
                d->controller.cancelLater();
            return true;
        }
        // Keys pressed in a challenge must not trigger shortcuts or mnemonics of the window around it.
        if (event->type() == QEvent::ShortcutOverride && d->layout.isInline()) {
            event->accept();
            return true;
        }
        break;
    case QEvent::Hide:
        if (d->popup && watched == d->popup->parentWidget() && !event->spontaneous())
            d->controller.cancelLater();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

// The engine passes on keys that its page does not use. Return in a challenge must not press a button of the
// dialog.
void SmartCaptchaWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && d->controller.isCancellable())
        d->controller.cancelLater();
    else if (!d->layout.isInline())
        QWidget::keyPressEvent(event);
}

void SmartCaptchaWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!d->focusTarget || d->focusTarget == this || d->leaving)
        return;
    QWidget *const last = event->reason() == Qt::BacktabFocusReason ? d->panel->lastButton() : nullptr;
    (last && d->panel->isVisible() ? last : d->focusTarget.data())->setFocus(event->reason());
}

bool SmartCaptchaWidget::focusNextPrevChild(bool next)
{
    if (!d->hasFocusInside())
        return QWidget::focusNextPrevChild(next);
    // Slots that are called when the focus changes may do anything.
    const QPointer<SmartCaptchaWidget> guard(this);
    const Qt::FocusReason reason = next ? Qt::TabFocusReason : Qt::BacktabFocusReason;
    if (QPushButton *const button = d->panel->buttonBeside(next)) {
        button->setFocus(reason);
        return true;
    }
    d->leaving = true;
    setFocus(reason);
    if (!guard)
        return true;
    d->leaving = false;
    // If nothing else in the window takes the focus, it returns to the page.
    if (!QWidget::focusNextPrevChild(next) && guard && d->focusTarget)
        d->focusTarget->setFocus(reason);
    return true;
}

void SmartCaptchaWidget::changeEvent(QEvent *event)
{
    const QPointer<SmartCaptchaWidget> guard(this);
    switch (event->type()) {
    case QEvent::PaletteChange:
        if (d->popup)
            d->popup->setPalette(palette());
        d->lookAtGround();
        break;
    case QEvent::StyleChange:
    case QEvent::ParentChange:
        d->lookAtGroundLater();
        break;
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        d->retranslate();
        break;
    default:
        break;
    }
    if (guard)
        QWidget::changeEvent(event);
}

void SmartCaptchaWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->panel->setGeometry(rect());
    if (QWidget *const page = d->view(); page && page->parentWidget() == this)
        page->setGeometry(rect());
    d->hintMayHaveChanged();
}

void SmartCaptchaWidget::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Minimising a window hides it spontaneously, and its captcha still counts as visible.
    if (!event->spontaneous())
        d->controller.hidden();
}

void SmartCaptchaWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->lookAtGroundLater();
    d->controller.shown();
}
