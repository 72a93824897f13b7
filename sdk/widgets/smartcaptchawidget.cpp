// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchawidget.h"

#include "captcha/captchalog.h"
#include "captcha/face/announcer.h"
#include "captcha/face/captchacontroller.h"
#include "captcha/face/captchasurface.h"
#include "captcha/page/captchasize.h"
#include "widgets/accessible/shownchildren.h"
#include "widgets/appearance/appearance.h"
#include "widgets/appearance/composition.h"
#include "widgets/challenge/challengepopup.h"
#include "widgets/hosting/backstage.h"
#include "widgets/hosting/hostplugin.h"
#include "widgets/hosting/renewedwindow.h"
#include "widgets/placement/placement.h"
#include "widgets/status/statuspanel.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qpushbutton.h>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;
using Mode = SmartCaptchaOptions::Mode;

class SmartCaptchaWidgetPrivate : public CaptchaSurface {
public:
    explicit SmartCaptchaWidgetPrivate(SmartCaptchaWidget *widget);

    [[nodiscard]] WebHost *ensureHost() override;
    void dropHost() override;
    void putPage();
    void lookAtGround();
    void lookAtGroundLater();
    void watch(QWidget *part);
    void setTabPolicy(QWidget *part);
    void warmUp() override;
    [[nodiscard]] bool isShown() const override;
    [[nodiscard]] PageAppearance appearance() const override;
    void present() override;
    void announce(const QString &text) override { announcer->announce(text); }

    void tearDown();
    void noteState();
    void presentPanel();
    void openPopup();
    void closePopup();
    void takePageBack();
    void openInline();
    void closeInline();
    void rememberFocus();
    void restoreFocus();
    void challengeResized(const QSize &size);
    void hintMayHaveChanged();
    void setFocusTarget(QWidget *target);
    void retranslate();

    [[nodiscard]] QWidget *view() const { return host ? host->widget() : nullptr; }
    [[nodiscard]] QSize hint() const;
    [[nodiscard]] QSize challengeHint() const;
    [[nodiscard]] bool hasFocusInside() const;
    [[nodiscard]] bool isStandard() const;

    SmartCaptchaWidget *const q;
    Backstage backstage;
    RenewedWindow renewed;
    std::unique_ptr<WidgetWebHost> host;
    QPalette ground; // the widget's, with what is behind it
    CaptchaController controller;
    State presentedState = State::Idle;
    SmartCaptchaWidget::ChallengePresentation presentation = SmartCaptchaWidget::ChallengePresentation::Popup;

    StatusPanel *panel = nullptr;
    Announcer *const announcer;
    QPointer<ChallengePopup> popup;
    bool inlineChallenge = false;
    QSize challengeSize;
    int reportedButtonHeight = CaptchaSize::ButtonHeight;
    QSize lastHint;
    QSize windowSizeBefore;
    QSize roomOfOthers{0, 0}; // what the window needs besides this widget
    QPointer<QWidget> focusBefore;
    bool focusWasInside = false;
    QPointer<QWidget>
        focusTarget; // what gets the focus in the widget's stead; null: the widget is no stop for Tab
    bool toldAboutFreezing = false;
    bool leaving = false; // Tab goes on from here
};

SmartCaptchaWidgetPrivate::SmartCaptchaWidgetPrivate(SmartCaptchaWidget *widget)
    : q(widget)
    , ground(widget->palette())
    , controller(this)
    , panel(new StatusPanel(widget))
    , announcer(new Announcer(widget))
{
    panel->button()->setFocusPolicy(Qt::ClickFocus);
}

void SmartCaptchaWidgetPrivate::tearDown()
{
    controller.tearDown();
    delete popup;
}

WebHost *SmartCaptchaWidgetPrivate::ensureHost()
{
    // A host without a widget has lost it, with a window that was destroyed, or never had one.
    if (view())
        return host.get();
    dropHost();
    renewed.lookAfter(q->window());
    host = HostPlugin::createHost();
    if (QWidget *const page = view()) {
        page->hide();
        page->setParent(q);
        page->setPalette(ground);
        watch(page);
    }
    return host.get();
}

// Parts and page take on the colour that is behind them.
void SmartCaptchaWidgetPrivate::lookAtGround()
{
    ground = paletteOnGround(q);
    panel->setPalette(ground);
    if (QWidget *const page = view())
        page->setPalette(ground);
    controller.appearanceChanged();
}

// When the widgets around have their styles.
void SmartCaptchaWidgetPrivate::lookAtGroundLater()
{
    QTimer::singleShot(0, q, [this] { lookAtGround(); });
}

// Into the widget, to be seen.
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

// The engine makes the widget that gets the input anew whenever it starts another process.
void SmartCaptchaWidgetPrivate::watch(QWidget *part)
{
    part->installEventFilter(q);
    setTabPolicy(part);
    const QList<QWidget *> inner = part->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *child : inner)
        watch(child);
}

// In the form Tab comes to the captcha's own place in the window's order, wherever its parts are in it; in
// the popup the page is by itself.
void SmartCaptchaWidgetPrivate::setTabPolicy(QWidget *part)
{
    part->setFocusPolicy(popup ? Qt::StrongFocus : Qt::ClickFocus);
}

void SmartCaptchaWidgetPrivate::dropHost()
{
    host.reset();
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

bool SmartCaptchaWidgetPrivate::isStandard() const
{
    return controller.shownOptions().mode() == Mode::Standard;
}

// What was measured of an earlier page or challenge says nothing about the next.
void SmartCaptchaWidgetPrivate::noteState()
{
    const State state = controller.state();
    if (state == presentedState)
        return;
    presentedState = state;
    if (state == State::Loading)
        reportedButtonHeight = CaptchaSize::ButtonHeight;
    else if (state == State::Challenge)
        challengeSize = {};
}

// Puts everything where the state wants it. Moving the focus may run foreign code, so the last steps check.
void SmartCaptchaWidgetPrivate::present()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    noteState();
    const State state = controller.state();
    const bool challenge = state == State::Challenge;
    if (challenge && view() && !popup && !inlineChallenge) {
        rememberFocus();
        if (presentation == SmartCaptchaWidget::ChallengePresentation::Popup)
            openPopup();
        else
            openInline();
    } else if (!challenge && popup) {
        closePopup();
    } else if (!challenge && inlineChallenge) {
        closeInline();
    }
    if (!guard)
        return;

    QWidget *const page = popup ? nullptr : view();
    const bool pageVisible =
        page && (inlineChallenge || (isStandard() && state != State::Idle && !controller.hasMessage()));
    const bool hadFocus = hasFocusInside();
    if (pageVisible) {
        putPage();
        // A page that is loading has nothing for Tab to stop at; the widget keeps the focus for it.
        const bool loading = state == State::Loading;
        setFocusTarget(loading ? q : page);
        // The button that had the focus goes now.
        if (hadFocus && (loading || q->hasFocus() || panel->button()->hasFocus()))
            focusTarget->setFocus();
        if (guard)
            presentPanel();
    } else {
        presentPanel();
        QWidget *const button = panel->button()->isVisibleTo(q) ? panel->button() : nullptr;
        setFocusTarget(button);
        if (hadFocus && button)
            button->setFocus();
        if (guard && page && !isStandard() && state != State::Idle && state != State::Failed)
            backstage.take(page);
        else if (guard && page)
            page->hide();
    }
    if (!guard)
        return;
    panel->raise();
    hintMayHaveChanged();
}

void SmartCaptchaWidgetPrivate::presentPanel()
{
    const CaptchaStatus status = controller.status();
    switch (status.kind) {
    case CaptchaStatus::Kind::Message:
        panel->showMessage(status.text, status.button, status.buttonDescription);
        break;
    case CaptchaStatus::Kind::Progress:
        panel->showProgress(status.text);
        break;
    case CaptchaStatus::Kind::Nothing:
        panel->showNothing();
        break;
    }
    // Before the page is ready it shows nothing that is worth seeing; in the popup it leaves an empty place.
    panel->setVisible(status.kind == CaptchaStatus::Kind::Message
                      || (isStandard() && (controller.state() == State::Loading || popup)));
}

void SmartCaptchaWidgetPrivate::openPopup()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    QWidget *const page = view();
    popup = new ChallengePopup(q->window());
    popup->setPalette(q->palette());
    popup->setContentSize(challengeSize);
    setFocusTarget(nullptr);
    page->hide();
    watch(page);
    popup->setPage(page);
    QObject::connect(popup, &QDialog::rejected, &controller, &CaptchaController::cancelLater);
    QObject::connect(popup, &ChallengePopup::goes, q, [this] {
        // With the window that it was opened over.
        popup = nullptr;
        takePageBack();
        controller.cancelLater();
    });
    q->window()->installEventFilter(q);
    popup->openOverParent();
    if (guard && view())
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
    if (isStandard() && !controller.hasMessage()) {
        setFocusTarget(page);
        page->show();
    }
}

void SmartCaptchaWidgetPrivate::closePopup()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    const QPointer<ChallengePopup> old = popup;
    popup = nullptr;
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
    windowSizeBefore = q->window()->size();
    roomOfOthers = (q->window()->sizeHint() - hint()).expandedTo({0, 0});
    inlineChallenge = true;
    putPage();
    setFocusTarget(view());
    view()->setFocus();
}

void SmartCaptchaWidgetPrivate::closeInline()
{
    const QPointer<SmartCaptchaWidget> guard(q);
    inlineChallenge = false;
    QWidget *const window = q->window();
    // Back to its old size, unless the person has made another one since.
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
    if (focusWasInside && isStandard())
        q->setFocus();
    else if (focusBefore)
        focusBefore->setFocus();
    focusWasInside = false;
    focusBefore = nullptr;
}

void SmartCaptchaWidgetPrivate::challengeResized(const QSize &size)
{
    challengeSize = size;
    if (popup)
        popup->setContentSize(size);
    else
        hintMayHaveChanged();
}

QSize SmartCaptchaWidgetPrivate::challengeHint() const
{
    // The rest of the form needs some room as well.
    return challengeSize.expandedTo(CaptchaSize::MinimumChallenge)
        .boundedTo((Placement::room(q->window()) - roomOfOthers)
                       .expandedTo({CaptchaSize::MinimumButtonWidth, CaptchaSize::ButtonHeight}));
}

QSize SmartCaptchaWidgetPrivate::hint() const
{
    if (inlineChallenge)
        return challengeHint();
    const State state = controller.state();
    if (controller.hasMessage()) {
        const int width = qMax(q->width(), CaptchaSize::MinimumButtonWidth);
        const int height = panel->heightForWidth(width);
        const bool standard = controller.options().mode() == Mode::Standard;
        return {CaptchaSize::ButtonWidth, standard ? qMax(CaptchaSize::ButtonHeight, height) : height};
    }
    const SmartCaptchaOptions options =
        state == State::Idle ? controller.options() : controller.shownOptions();
    if (options.mode() == Mode::Invisible)
        return {0, 0};
    return {CaptchaSize::ButtonWidth, reportedButtonHeight};
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

// No focus proxy: Qt looks for what comes after the proxy then, and that is where the parts of the page
// happen to be.
void SmartCaptchaWidgetPrivate::setFocusTarget(QWidget *target)
{
    focusTarget = target;
    // Without any policy QWidget::setTabOrder() leaves the widget out, also for later.
    q->setFocusPolicy(target ? Qt::StrongFocus : Qt::ClickFocus);
}

void SmartCaptchaWidgetPrivate::retranslate()
{
    q->setAccessibleName(SmartCaptchaWidget::tr("Captcha"));
    q->setAccessibleDescription(SmartCaptchaWidget::tr("Confirms that you are not a robot"));
    presentPanel();
    if (popup)
        popup->retranslate();
    hintMayHaveChanged();
}

SmartCaptchaWidget::SmartCaptchaWidget(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<SmartCaptchaWidgetPrivate>(this))
{
    hideHiddenChildrenFromScreenReaders();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    d->lastHint = d->hint();
    CaptchaController *const controller = &d->controller;
    connect(controller, &CaptchaController::stateChanged, this, &SmartCaptchaWidget::stateChanged);
    connect(controller, &CaptchaController::ready, this, &SmartCaptchaWidget::ready);
    connect(controller, &CaptchaController::tokenChanged, this, &SmartCaptchaWidget::tokenChanged);
    connect(controller, &CaptchaController::challengeShown, this, &SmartCaptchaWidget::challengeShown);
    connect(controller, &CaptchaController::challengeHidden, this, &SmartCaptchaWidget::challengeHidden);
    connect(controller, &CaptchaController::tokenReceived, this, &SmartCaptchaWidget::tokenReceived);
    connect(controller, &CaptchaController::tokenExpired, this, &SmartCaptchaWidget::tokenExpired);
    connect(controller, &CaptchaController::cancelled, this, &SmartCaptchaWidget::cancelled);
    connect(controller, &CaptchaController::errorOccurred, this, &SmartCaptchaWidget::errorOccurred);
    connect(controller, &CaptchaController::verified, this, &SmartCaptchaWidget::verified);
    connect(controller, &CaptchaController::sizeReported, this, [this](const QSize &size, bool challenge) {
        if (challenge) {
            d->challengeResized(size);
        } else {
            d->reportedButtonHeight =
                qBound(CaptchaSize::ButtonHeight, size.height(), CaptchaSize::MaximumButtonHeight);
            d->hintMayHaveChanged();
        }
    });
    // Queued, so that a slot of ours may delete the widget with the button in it.
    connect(d->panel->button(), &QPushButton::clicked, controller, &CaptchaController::retry,
            Qt::QueuedConnection);
    d->retranslate();
    d->present();
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
    if (d->controller.setVerifier(verifier))
        Q_EMIT verifierChanged(verifier);
}

QSize SmartCaptchaWidget::sizeHint() const
{
    return d->hint();
}

QSize SmartCaptchaWidget::minimumSizeHint() const
{
    const QSize hint = d->hint();
    if (d->inlineChallenge)
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
        // Once more when it is complete, because the engine's own constructor sets the policy as well.
        if (QObject *const child = static_cast<QChildEvent *>(event)->child(); child->isWidgetType())
            d->watch(static_cast<QWidget *>(child));
        break;
    case QEvent::Wheel:
        // A page that is shown whole has nothing to scroll, but the form around it may.
        if (d->controller.state() != State::Challenge
            && d->reportedButtonHeight < CaptchaSize::MaximumButtonHeight
            && d->reportedButtonHeight <= height()) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && watched != window()
            && d->controller.isCancellable()) {
            event->accept();
            // Not from inside of the view that the key was for.
            if (event->type() == QEvent::KeyPress)
                d->controller.cancelLater();
            return true;
        }
        // No shortcut or access key of the window around is meant by what is pressed in a challenge.
        if (event->type() == QEvent::ShortcutOverride && d->inlineChallenge) {
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

// The engine hands on what its page has no use for. Return there presses no button of the dialog.
void SmartCaptchaWidget::keyPressEvent(QKeyEvent *event)
{
    if (!d->inlineChallenge)
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Escape)
        d->controller.cancelLater();
}

void SmartCaptchaWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (d->focusTarget && d->focusTarget != this && !d->leaving)
        d->focusTarget->setFocus(event->reason());
}

bool SmartCaptchaWidget::focusNextPrevChild(bool next)
{
    if (!d->hasFocusInside())
        return QWidget::focusNextPrevChild(next);
    // Slots that hear of it may do anything.
    const QPointer<SmartCaptchaWidget> guard(this);
    const Qt::FocusReason reason = next ? Qt::TabFocusReason : Qt::BacktabFocusReason;
    d->leaving = true;
    setFocus(reason);
    if (!guard)
        return true;
    d->leaving = false;
    // Where nothing else in the window takes it, the page begins again.
    if (!QWidget::focusNextPrevChild(next) && guard && d->focusTarget)
        d->focusTarget->setFocus(reason);
    return true;
}

void SmartCaptchaWidget::changeEvent(QEvent *event)
{
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
        d->controller.languageChanged();
        break;
    default:
        break;
    }
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
    // A window that is minimised hides spontaneously, and its captcha counts as visible. One that is moved
    // into another parent is hidden as well, and perhaps shown again at once.
    if (!event->spontaneous() && (d->popup || d->inlineChallenge))
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!isVisible() && (d->popup || d->inlineChallenge))
                    d->controller.cancelLater();
            },
            Qt::QueuedConnection);
}

void SmartCaptchaWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->lookAtGroundLater();
    d->controller.shown();
}
