// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchawidgetprivate.h"

#include "captcha/captchalog.h"
#include "captcha/page/captchasize.h"
#include "engines/scripted/scriptedengine.h"
#include "widgets/appearance/appearance.h"
#include "widgets/appearance/composition.h"
#include "widgets/hosting/hostplugin.h"
#include "widgets/surface/windowposition.h"

#include <QtCore/qtimer.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qwindow.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qpushbutton.h>

#include <utility>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;

SmartCaptchaWidgetPrivate::SmartCaptchaWidgetPrivate(SmartCaptchaWidget *widget)
    : q(widget)
    , ground(widget->palette())
    , controller(this)
    , panel(new StatusPanel(widget))
    , announcer(new Announcer(widget))
{
}

void SmartCaptchaWidgetPrivate::tearDown()
{
    controller.tearDown();
    delete popup;
}

WebHost *SmartCaptchaWidgetPrivate::ensureHost(bool inBrowser)
{
    // A host without a widget has lost it with a window that was destroyed, or never had one.
    if (ScriptedEngine::fits(host.get()) && (view() || (host && host->browserTab())))
        return host.get();
    dropHost();
    renewed.lookAfter(q->window());
    host = HostPlugin::createHost(inBrowser ? WidgetEngine::Browser : WidgetEngine(wantedEngine),
                                  controller.options().minimumChromium());
    ScriptedEngine::assign(host.get(), q);
    announceEngine();
    if (QWidget *const page = view()) {
        page->hide();
        page->setParent(q);
        page->setPalette(ground);
        watch(page);
    }
    return host.get();
}

// The panel and the page take on the colour that is behind them.
void SmartCaptchaWidgetPrivate::lookAtGround()
{
    ground = paletteOnGround(q);
    panel->setPalette(ground);
    if (QWidget *const page = view())
        page->setPalette(ground);
    controller.appearanceChanged();
}

// Later, when the widgets around this one have their styles.
void SmartCaptchaWidgetPrivate::lookAtGroundLater()
{
    QTimer::singleShot(0, q, [this] { lookAtGround(); });
}

// Shows the page in the widget.
void SmartCaptchaWidgetPrivate::putPage()
{
    QWidget *const page = view();
    renewed.lookAfter(q->window());
    if (page->parentWidget() != q)
        page->setParent(q);
    page->setGeometry(q->rect());
    page->show();
    if (toldAboutFreezing)
        return;
    const QString trouble = whatFreezesPages(q);
    toldAboutFreezing = !trouble.isEmpty();
    if (toldAboutFreezing)
        qCWarning(pageLog).noquote() << trouble;
}

// The engine creates a new widget for input whenever it starts another renderer process.
void SmartCaptchaWidgetPrivate::watch(QWidget *part)
{
    part->installEventFilter(q);
    setTabPolicy(part);
    const QList<QWidget *> inner = part->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *child : inner)
        watch(child);
}

// In the form, only the captcha itself is in the window's tab order, not its parts; in the popup the page has
// to be.
void SmartCaptchaWidgetPrivate::setTabPolicy(QWidget *part)
{
    part->setFocusPolicy(popup ? Qt::StrongFocus : Qt::ClickFocus);
}

SmartCaptchaWidgetPrivate::Wish SmartCaptchaWidgetPrivate::wish() const
{
    switch (wantedEngine) {
    case SmartCaptchaWidget::Engine::Auto:
        return Wish::Any;
    case SmartCaptchaWidget::Engine::Browser:
        return Wish::Browser;
    default:
        return Wish::Embedded;
    }
}

void SmartCaptchaWidgetPrivate::dropHost()
{
    if (!host)
        return;
    host.reset();
    announceEngine();
}

void SmartCaptchaWidgetPrivate::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void SmartCaptchaWidgetPrivate::comeBack()
{
    QWidget *const window = q->window();
    if (!q->isVisible() || window->isActiveWindow())
        return;
    window->raise();
    window->activateWindow();
    // Where the system does not allow a window to come to the front by itself.
    QApplication::alert(window);
}

SmartCaptchaWidget::Engine SmartCaptchaWidgetPrivate::activeEngine() const
{
    using Engine = SmartCaptchaWidget::Engine;
    if (host && host->browserTab())
        return Engine::Browser;
    return view() ? Engine::WebEngine : Engine::Auto;
}

// From the event loop: the caller is about to use the host, and slots may do anything.
void SmartCaptchaWidgetPrivate::announceEngine()
{
    QMetaObject::invokeMethod(
        q,
        [this] {
            const SmartCaptchaWidget::Engine active = activeEngine();
            if (std::exchange(announcedEngine, active) != active)
                Q_EMIT q->activeEngineChanged(active);
        },
        Qt::QueuedConnection);
}

void SmartCaptchaWidgetPrivate::warmUp()
{
    if (host)
        host->warmUp();
}

bool SmartCaptchaWidgetPrivate::isShown() const
{
    return q->isVisible();
}

PageAppearance SmartCaptchaWidgetPrivate::appearance() const
{
    return appearanceOf(ground);
}

// Shows what belongs to the current state. Moving the focus may run application code that deletes the widget,
// so the last steps check for that.
void SmartCaptchaWidgetPrivate::present()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    layout.noteState();
    typing.watch(q->window()->windowHandle());
    const bool wantsPopup = presentation == SmartCaptchaWidget::ChallengePresentation::Popup;
    layout.moveChallenge(this, view(), wantsPopup);
    if (!guard)
        return;

    const State state = controller.state();
    QWidget *const page = popup ? nullptr : view();
    const bool pageVisible = page && layout.isPageInForm();
    const bool hadFocus = hasFocusInside();
    if (pageVisible) {
        putPage();
        // A page that is loading has nothing to focus; the widget keeps the focus for it.
        const bool loading = state == State::Loading;
        setFocusTarget(loading ? q : page);
        // The button that had the focus is about to be hidden.
        if (hadFocus && (loading || q->hasFocus() || panel->isAncestorOf(QApplication::focusWidget())))
            focusTarget->setFocus();
        if (guard)
            presentPanel();
    } else {
        presentPanel();
        if (!guard)
            return;
        QWidget *const button = panel->isVisibleTo(q) ? panel->firstButton() : nullptr;
        setFocusTarget(button);
        if (hadFocus && button && !panel->isAncestorOf(QApplication::focusWidget()))
            button->setFocus();
        if (guard && page && !controller.isStandard() && state != State::Idle && state != State::Failed)
            backstage.take(page);
        else if (guard && page)
            page->hide();
    }
    if (!guard)
        return;
    panel->raise();
    hintMayHaveChanged();
}

// Hiding the button moves the focus, so a slot may delete the widget.
void SmartCaptchaWidgetPrivate::presentPanel()
{
    const QPointer<StatusPanel> guard(panel);
    const CaptchaStatus status = controller.status();
    switch (status.kind) {
    case CaptchaStatus::Kind::Message:
        panel->showMessage(status.text, status.buttons);
        break;
    case CaptchaStatus::Kind::Progress:
        panel->showProgress(status.text);
        break;
    case CaptchaStatus::Kind::Nothing:
        panel->showNothing();
        break;
    }
    if (guard)
        panel->setVisible(layout.isPageCovered());
}

void SmartCaptchaWidgetPrivate::openPopup()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    QWidget *const page = view();
    rememberFocus();
    layout.setPlace(CaptchaLayout::Place::Popup);
    const QPointer<ChallengePopup> opened = new ChallengePopup(q->window());
    popup = opened;
    QObject::connect(popup, &QDialog::rejected, &controller, &CaptchaController::cancelLater);
    QObject::connect(popup, &ChallengePopup::aboutToBeDestroyed, q, [this] {
        // It is destroyed together with the window over which it was opened.
        popup = nullptr;
        layout.setPlace(CaptchaLayout::Place::Form);
        takePageBack();
        controller.cancelLater();
    });
    popup->setPalette(q->palette());
    popup->setContentSize(layout.wantedChallengeSize());
    setFocusTarget(nullptr);
    // Moving the page moves the focus, and a slot that hears of it may end the challenge.
    const auto isStillOpening = [&] { return guard && opened && popup == opened; };
    page->hide();
    if (!isStillOpening())
        return;
    watch(page);
    popup->setPage(page);
    if (!isStillOpening())
        return;
    q->window()->installEventFilter(q);
    popup->openOverParent();
    if (isStillOpening())
        typing.protect(popup->windowHandle());
    if (isStillOpening() && view())
        view()->setFocus();
}

void SmartCaptchaWidgetPrivate::takePageBack()
{
    QWidget *const page = view();
    if (!page)
        return;
    page->hide();
    page->setParent(q);
    watch(page);
    page->setGeometry(q->rect());
    if (controller.isStandard() && !controller.hasMessage()) {
        setFocusTarget(page);
        page->show();
    }
}

void SmartCaptchaWidgetPrivate::closePopup()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    const QPointer<ChallengePopup> old = popup;
    popup = nullptr;
    typing.release();
    layout.setPlace(CaptchaLayout::Place::Form);
    old->disconnect(q);
    if (QWidget *const window = old->parentWidget(); window && window != q)
        window->removeEventFilter(q);
    takePageBack();
    const bool wasActive = old->isActiveWindow();
    old->hide();
    if (old)
        old->deleteLater();
    if (!guard)
        return;
    if (wasActive)
        q->window()->activateWindow();
    restoreFocus();
}

void SmartCaptchaWidgetPrivate::openInline()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    const auto isStillOpening = [&] { return guard && layout.isInline(); };
    rememberFocus();
    windowSizeBefore = q->window()->size();
    roomOfOthers = (q->window()->sizeHint() - hint()).expandedTo({0, 0});
    layout.setPlace(CaptchaLayout::Place::Inline);
    putPage();
    // That moves the focus, and a slot that hears of it may end the challenge.
    if (!isStillOpening())
        return;
    setFocusTarget(view());
    if (!isStillOpening())
        return;
    // The form is still there to be typed into, and for going to another field of it.
    typing.whenPaused([this, before = QPointer<QWidget>(QApplication::focusWidget())] {
        if (view() && QApplication::focusWidget() == before)
            view()->setFocus();
    });
}

void SmartCaptchaWidgetPrivate::closeInline()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    typing.release();
    layout.setPlace(CaptchaLayout::Place::Form);
    QWidget *const window = q->window();
    // Back to its old size, unless the person has resized it since.
    const bool grown = window->size() != windowSizeBefore
        && window->size() == windowSizeBefore.expandedTo(window->minimumSize());
    restoreFocus();
    if (!guard)
        return;
    hintMayHaveChanged();
    if (grown) {
        QTimer::singleShot(0, window, [window, size = windowSizeBefore] { window->resize(size); });
    }
}

bool SmartCaptchaWidgetPrivate::hasFocusInside() const
{
    const QWidget *const focus = QApplication::focusWidget();
    return focus && (focus == q || q->isAncestorOf(focus));
}

void SmartCaptchaWidgetPrivate::rememberFocus()
{
    focusWasInside = hasFocusInside();
    focusBefore = focusWasInside ? nullptr : q->window()->focusWidget();
}

void SmartCaptchaWidgetPrivate::restoreFocus()
{
    if (focusWasInside && controller.isStandard())
        q->setFocus();
    else if (focusBefore)
        focusBefore->setFocus();
    focusWasInside = false;
    focusBefore = nullptr;
}

void SmartCaptchaWidgetPrivate::pageResized(const QSize &size, bool challenge)
{
    layout.noteSize(size, challenge);
    if (challenge && popup)
        popup->setContentSize(size);
    else
        hintMayHaveChanged();
}

QSize SmartCaptchaWidgetPrivate::challengeHint() const
{
    // The rest of the form needs some room as well.
    return layout.challengeSize().boundedTo(
        (WindowPosition::room(q->window()) - roomOfOthers)
            .expandedTo({CaptchaSize::MinimumButtonWidth, CaptchaSize::ButtonHeight}));
}

QSize SmartCaptchaWidgetPrivate::hint() const
{
    if (layout.isInline())
        return challengeHint();
    const int width = qMax(q->width(), CaptchaSize::MinimumButtonWidth);
    return layout.formSize(controller.hasMessage() ? panel->heightForWidth(width) : 0).toSize();
}

void SmartCaptchaWidgetPrivate::hintMayHaveChanged()
{
    const QSize now = hint();
    if (now == lastHint)
        return;
    lastHint = now;
    q->updateGeometry();
    if (q->isWindow())
        q->resize(q->size().expandedTo(now));
}

// Not a focus proxy: Qt would then go on from the proxy in the tab order, and the parts of the page may be
// anywhere in it.
void SmartCaptchaWidgetPrivate::setFocusTarget(QWidget *target)
{
    focusTarget = target;
    // With Qt::NoFocus, QWidget::setTabOrder() would leave the widget out, also for later.
    q->setFocusPolicy(target ? Qt::StrongFocus : Qt::ClickFocus);
}

void SmartCaptchaWidgetPrivate::retranslate()
{
    q->setAccessibleName(SmartCaptchaWidget::tr("Captcha"));
    q->setAccessibleDescription(SmartCaptchaWidget::tr("Confirms that you are not a robot"));
    const QPointer<SmartCaptchaWidget> guard(q);
    presentPanel();
    if (!guard)
        return;
    if (popup)
        popup->retranslate();
    hintMayHaveChanged();
    controller.languageChanged();
}
