// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaview.h"

#include "appearance/ground.h"
#include "captcha/captchalog.h"
#include "captcha/face/announcer.h"
#include "captcha/face/captchacontroller.h"
#include "captcha/face/captchasurface.h"
#include "captcha/page/captchasize.h"
#include "engines/quick/seenwindow.h"
#include "host/pagegestures.h"
#include "host/quickhosts.h"

#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtGui/qevent.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlcontext.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickwindow.h>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;
using Mode = SmartCaptchaOptions::Mode;

namespace {

// A page that nobody may see yet is as large as if it showed a challenge, and out of the way. It is not made
// invisible, because engines slow the scripts of invisible pages down.
constexpr qreal outOfSight = -20000;

} // namespace

class SmartCaptchaViewPrivate : public CaptchaSurface {
public:
    explicit SmartCaptchaViewPrivate(SmartCaptchaView *view);

    [[nodiscard]] WebHost *ensureHost() override;
    void dropHost() override;
    void warmUp() override;
    [[nodiscard]] bool isShown() const override;
    [[nodiscard]] PageAppearance appearance() const override;
    void present() override;
    void announce(const QString &text) override { announcer->announce(text); }

    void tearDown();
    void announceBackend();
    void noteState();
    void presentPanel();
    void placePage();
    void openSheet();
    void closeSheet();
    void openInline();
    void closeInline();
    void rememberFocus();
    void restoreFocus();
    void focusWhatIsShown();
    void updateImplicitSize();
    void watchWindow();
    void surroundingsChange();
    void applyColor();
    [[nodiscard]] QQmlEngine *engine() const;
    [[nodiscard]] std::unique_ptr<QObject> makeObject(const QString &file, const QVariantMap &properties);
    [[nodiscard]] std::unique_ptr<QQuickItem> makePart(const QString &file);

    [[nodiscard]] QQuickItem *page() const { return host ? host->item() : nullptr; }
    [[nodiscard]] bool isStandard() const { return controller.shownOptions().mode() == Mode::Standard; }
    [[nodiscard]] bool hasFocusInside() const;

    SmartCaptchaView *const q;
    std::unique_ptr<QuickWebHost> host;
    CaptchaController controller;
    State presentedState = State::Idle;
    SmartCaptchaView::ChallengePresentation presentation = SmartCaptchaView::ChallengePresentation::Popup;
    SmartCaptchaView::Backend backend = SmartCaptchaView::Backend::Auto;
    SmartCaptchaView::Backend announcedBackend = SmartCaptchaView::Backend::Auto;
    QColor background;
    Ground ground;
    bool complete = true; // unless QML is just making the item

    Announcer *const announcer;
    std::unique_ptr<QQuickItem> panel;
    std::unique_ptr<QQuickItem> sheet;
    QPointer<QQuickWindow> window;
    SeenWindow seenWindow;
    PageGestures gestures;
    bool inlineChallenge = false;
    QSize challengeSize;
    int reportedButtonHeight = CaptchaSize::ButtonHeight;
    QPointer<QQuickItem> focusBefore;
};

SmartCaptchaViewPrivate::SmartCaptchaViewPrivate(SmartCaptchaView *view)
    : q(view)
    , controller(this)
    , ground(view)
    , announcer(new Announcer(view))
{
}

void SmartCaptchaViewPrivate::tearDown()
{
    if (window)
        window->removeEventFilter(q);
    controller.tearDown();
    sheet.reset();
    panel.reset();
}

WebHost *SmartCaptchaViewPrivate::ensureHost()
{
    // A host without an item stands in for an engine, which may be there by now.
    if (page())
        return host.get();
    dropHost();
    host = QuickHosts::make(backend, engine());
    if (QQuickItem *const item = page()) {
        item->setFlag(QQuickItem::ItemIsFocusScope);
        item->setParentItem(q);
        gestures.watch(item);
        placePage();
    }
    announceBackend();
    return host.get();
}

void SmartCaptchaViewPrivate::dropHost()
{
    if (!host)
        return;
    sheet.reset();
    inlineChallenge = false;
    host.reset();
    announceBackend();
}

// From the event loop: whoever asks for a host is about to use it, and slots may do anything.
void SmartCaptchaViewPrivate::announceBackend()
{
    QMetaObject::invokeMethod(
        q,
        [this] {
            const SmartCaptchaView::Backend active = q->activeBackend();
            if (active == announcedBackend)
                return;
            announcedBackend = active;
            Q_EMIT q->activeBackendChanged();
        },
        Qt::QueuedConnection);
}

void SmartCaptchaViewPrivate::warmUp()
{
    if (host)
        host->warmUp();
}

bool SmartCaptchaViewPrivate::isShown() const
{
    return complete && q->isVisible() && seenWindow.isSeen();
}

PageAppearance SmartCaptchaViewPrivate::appearance() const
{
    const QColor color = q->backgroundColor();
    PageAppearance appearance;
    appearance.dark = color.lightness() < 128;
    appearance.background = color.name(QColor::HexRgb);
    return appearance;
}

// What was measured of an earlier page or challenge says nothing about the next.
void SmartCaptchaViewPrivate::noteState()
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
void SmartCaptchaViewPrivate::present()
{
    if (!complete)
        return;
    const QPointer<SmartCaptchaView> guard(q);
    noteState();
    const bool challenge = controller.state() == State::Challenge;
    if (challenge && page() && !sheet && !inlineChallenge) {
        rememberFocus();
        if (presentation == SmartCaptchaView::ChallengePresentation::Popup && q->window())
            openSheet();
        else
            openInline();
    } else if (!challenge && sheet) {
        closeSheet();
    } else if (!challenge && inlineChallenge) {
        closeInline();
    }
    if (!guard)
        return;
    presentPanel();
    if (guard)
        placePage();
    if (guard)
        updateImplicitSize();
    if (guard && hasFocusInside())
        focusWhatIsShown();
}

// That of the item, or, where C++ has made it, of what it was put into.
QQmlEngine *SmartCaptchaViewPrivate::engine() const
{
    for (const QQuickItem *item = q; item; item = item->parentItem()) {
        if (QQmlEngine *const found = qmlEngine(item))
            return found;
    }
    return q->window() ? qmlEngine(q->window()) : nullptr;
}

std::unique_ptr<QObject> SmartCaptchaViewPrivate::makeObject(const QString &file,
                                                             const QVariantMap &properties)
{
    QQmlEngine *const maker = engine();
    if (!maker)
        return nullptr;
    QQmlComponent component(maker, QUrl(QStringLiteral("qrc" SMARTCAPTCHA_QUICK_MODULE_PATH "/") + file));
    std::unique_ptr<QObject> object(component.createWithInitialProperties(properties));
    if (!object)
        qCWarning(pageLog).noquote() << component.errorString();
    return object;
}

std::unique_ptr<QQuickItem> SmartCaptchaViewPrivate::makePart(const QString &file)
{
    return std::unique_ptr<QQuickItem>(qobject_cast<QQuickItem *>(makeObject(file, {}).release()));
}

void SmartCaptchaViewPrivate::presentPanel()
{
    const CaptchaStatus status = controller.status();
    const bool message = status.kind == CaptchaStatus::Kind::Message;
    // Before the page is ready it shows nothing that is worth seeing; in the sheet it leaves an empty place.
    const bool visible = message || (isStandard() && (controller.state() == State::Loading || sheet));
    if (!panel && visible) {
        panel = makePart(QStringLiteral("CaptchaStatusPanel.qml"));
        if (!panel)
            return;
        panel->setParentItem(q);
        panel->setZ(1);
        // Queued, so that a handler may destroy the item with the button in it.
        QObject::connect(panel.get(), SIGNAL(pressed()), &controller, SLOT(retry()), Qt::QueuedConnection);
        QObject::connect(panel.get(), &QQuickItem::implicitHeightChanged, q,
                         [this] { updateImplicitSize(); });
    }
    if (!panel)
        return;
    panel->setProperty("color", q->backgroundColor());
    panel->setProperty("busy", status.kind == CaptchaStatus::Kind::Progress);
    panel->setProperty("text", status.text);
    panel->setProperty("buttonText", status.button);
    panel->setProperty("buttonDescription", status.buttonDescription);
    panel->setSize(q->size());
    panel->setVisible(visible);
}

void SmartCaptchaViewPrivate::placePage()
{
    QQuickItem *const item = page();
    if (!item || sheet)
        return;
    const State state = controller.state();
    const bool shown = inlineChallenge || (isStandard() && state != State::Idle && !controller.hasMessage());
    const bool covered = panel && panel->isVisible();
    const bool visible = shown && !covered;
    // Of an item that is not visible, the page would not be either.
    const bool elsewhere = !isStandard() && !q->isVisible() && q->window();
    item->setParentItem(elsewhere ? q->window()->contentItem() : q);
    item->setPosition({visible ? 0 : outOfSight, 0});
    item->setSize(visible ? q->size() : q->size().expandedTo(CaptchaSize::MinimumChallenge));
    item->setEnabled(visible);
    gestures.setScrollable(inlineChallenge || reportedButtonHeight >= CaptchaSize::MaximumButtonHeight
                           || reportedButtonHeight > q->height());
}

void SmartCaptchaViewPrivate::openSheet()
{
    sheet = makePart(QStringLiteral("CaptchaSheet.qml"));
    if (!sheet) {
        openInline();
        return;
    }
    QObject::connect(sheet.get(), SIGNAL(dismissed()), &controller, SLOT(cancelLater()));
    sheet->setProperty("contentSize", QSizeF(challengeSize.expandedTo(CaptchaSize::MinimumChallenge)));
    sheet->setProperty("color", q->backgroundColor());
    sheet->setParentItem(q->window()->contentItem());
    QQuickItem *const item = page();
    auto *place = qvariant_cast<QQuickItem *>(sheet->property("place"));
    item->setParentItem(place);
    const auto fill = [item, place] {
        item->setPosition({0, 0});
        item->setSize(place->size());
    };
    QObject::connect(place, &QQuickItem::widthChanged, item, fill);
    QObject::connect(place, &QQuickItem::heightChanged, item, fill);
    fill();
    item->setEnabled(true);
    gestures.setScrollable(true);
    sheet->setProperty("opened", true);
    item->forceActiveFocus(Qt::PopupFocusReason);
}

void SmartCaptchaViewPrivate::closeSheet()
{
    const QPointer<SmartCaptchaView> guard(q);
    const bool hadFocus = hasFocusInside();
    // Its own button may be what has closed it.
    QQuickItem *const old = sheet.release();
    old->disconnect(&controller);
    old->deleteLater();
    if (QQuickItem *const item = page())
        qvariant_cast<QQuickItem *>(old->property("place"))->disconnect(item);
    old->setVisible(false);
    if (!guard)
        return;
    placePage();
    old->setParentItem(nullptr);
    // Somebody who has gone elsewhere meanwhile stays there.
    if (hadFocus)
        restoreFocus();
    else
        focusBefore = nullptr;
}

void SmartCaptchaViewPrivate::openInline()
{
    inlineChallenge = true;
    placePage();
    if (QQuickItem *const item = page())
        item->forceActiveFocus(Qt::OtherFocusReason);
}

void SmartCaptchaViewPrivate::closeInline()
{
    const bool hadFocus = hasFocusInside();
    inlineChallenge = false;
    if (hadFocus)
        restoreFocus();
    else
        focusBefore = nullptr;
}

bool SmartCaptchaViewPrivate::hasFocusInside() const
{
    const QQuickItem *const focus = q->window() ? q->window()->activeFocusItem() : nullptr;
    return focus && (focus == q || q->isAncestorOf(focus) || (sheet && sheet->isAncestorOf(focus)));
}

// The captcha itself, when nobody had the focus, or what may not be there any more when the challenge ends.
void SmartCaptchaViewPrivate::rememberFocus()
{
    QQuickItem *const focus = q->window() ? q->window()->activeFocusItem() : nullptr;
    const bool somebody = focus && focus != q->window()->contentItem() && !q->isAncestorOf(focus);
    focusBefore = somebody ? focus : q;
}

void SmartCaptchaViewPrivate::restoreFocus()
{
    const QPointer<QQuickItem> item = focusBefore;
    focusBefore = nullptr;
    if (item && item->isVisible() && item->isEnabled())
        item->forceActiveFocus(Qt::PopupFocusReason);
}

// Who was in the page is on the button while that stands in its place, and back in the page afterwards.
void SmartCaptchaViewPrivate::focusWhatIsShown()
{
    if (sheet)
        return;
    QQuickItem *target = page() && page()->isEnabled() ? page() : nullptr;
    auto *const button = panel ? qvariant_cast<QQuickItem *>(panel->property("button")) : nullptr;
    if (button && button->isVisible())
        target = button;
    if (target && !target->hasActiveFocus())
        target->forceActiveFocus(Qt::OtherFocusReason);
}

void SmartCaptchaViewPrivate::updateImplicitSize()
{
    using namespace CaptchaSize;
    const State state = controller.state();
    QSizeF size;
    if (inlineChallenge) {
        size = challengeSize.expandedTo(MinimumChallenge);
    } else if (controller.hasMessage()) {
        const qreal height = panel ? panel->implicitHeight() : 0;
        const bool standard = controller.options().mode() == Mode::Standard;
        size = {qreal(ButtonWidth), standard ? qMax<qreal>(ButtonHeight, height) : height};
    } else {
        const SmartCaptchaOptions options =
            state == State::Idle ? controller.options() : controller.shownOptions();
        if (options.mode() == Mode::Standard)
            size = QSizeF(ButtonWidth, reportedButtonHeight);
        else
            size = QSizeF(0, 0);
    }
    q->setImplicitSize(size.width(), size.height());
}

void SmartCaptchaViewPrivate::watchWindow()
{
    if (window == q->window())
        return;
    if (window) {
        window->removeEventFilter(q);
        window->disconnect(q);
    }
    window = q->window();
    if (window) {
        window->installEventFilter(q);
    }
    seenWindow.setWindow(window);
    placePage();
    // The sheet is in the old window.
    if (sheet)
        controller.cancelLater();
    ground.look();
}

// The colour that the item takes on when it is given none.
void SmartCaptchaViewPrivate::surroundingsChange()
{
    if (!background.isValid())
        applyColor();
}

void SmartCaptchaViewPrivate::applyColor()
{
    presentPanel();
    if (sheet)
        sheet->setProperty("color", q->backgroundColor());
    controller.appearanceChanged();
    Q_EMIT q->backgroundColorChanged();
}

SmartCaptchaView::SmartCaptchaView(QQuickItem *parent)
    : QQuickItem(parent)
    , d(std::make_unique<SmartCaptchaViewPrivate>(this))
{
    // So that it keeps the focus while the page in it is away.
    setFlag(ItemIsFocusScope);
    CaptchaController *const controller = &d->controller;
    connect(&d->seenWindow, &SeenWindow::changed, controller, &CaptchaController::shown);
    connect(&d->ground, &Ground::changed, this, [this] { d->surroundingsChange(); });
    connect(controller, &CaptchaController::stateChanged, this, &SmartCaptchaView::captchaStateChanged);
    connect(controller, &CaptchaController::ready, this, &SmartCaptchaView::ready);
    connect(controller, &CaptchaController::tokenChanged, this, &SmartCaptchaView::tokenChanged);
    connect(controller, &CaptchaController::challengeShown, this, &SmartCaptchaView::challengeShown);
    connect(controller, &CaptchaController::challengeHidden, this, &SmartCaptchaView::challengeHidden);
    connect(controller, &CaptchaController::tokenReceived, this, &SmartCaptchaView::tokenReceived);
    connect(controller, &CaptchaController::tokenExpired, this, &SmartCaptchaView::tokenExpired);
    connect(controller, &CaptchaController::cancelled, this, &SmartCaptchaView::cancelled);
    connect(controller, &CaptchaController::errorOccurred, this, &SmartCaptchaView::errorOccurred);
    connect(controller, &CaptchaController::verified, this, &SmartCaptchaView::verified);
    connect(controller, &CaptchaController::sizeReported, this, [this](const QSize &size, bool challenge) {
        if (challenge) {
            d->challengeSize = size;
            if (d->sheet)
                d->sheet->setProperty("contentSize", QSizeF(size.expandedTo(CaptchaSize::MinimumChallenge)));
        } else {
            d->reportedButtonHeight =
                qBound(CaptchaSize::ButtonHeight, size.height(), CaptchaSize::MaximumButtonHeight);
        }
        d->updateImplicitSize();
        d->placePage();
    });
    d->updateImplicitSize();
    // With a parent that has one it is in a window already, which nobody announces any more.
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
        d->updateImplicitSize();
        Q_EMIT optionsChanged();
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
    Q_EMIT challengePresentationChanged();
}

bool SmartCaptchaView::isAutoLoad() const
{
    return d->controller.isAutoLoad();
}

void SmartCaptchaView::setAutoLoad(bool autoLoad)
{
    if (d->controller.setAutoLoad(autoLoad))
        Q_EMIT autoLoadChanged();
}

SmartCaptchaVerifier *SmartCaptchaView::verifier() const
{
    return d->controller.verifier();
}

void SmartCaptchaView::setVerifier(SmartCaptchaVerifier *verifier)
{
    if (d->controller.setVerifier(verifier))
        Q_EMIT verifierChanged();
}

SmartCaptchaView::Backend SmartCaptchaView::backend() const
{
    return d->backend;
}

void SmartCaptchaView::setBackend(Backend backend)
{
    if (d->backend == backend)
        return;
    const QPointer<SmartCaptchaView> guard(this);
    d->backend = backend;
    if (d->host)
        d->controller.unload();
    if (!guard)
        return;
    Q_EMIT backendChanged();
    if (guard)
        d->controller.shown();
}

SmartCaptchaView::Backend SmartCaptchaView::activeBackend() const
{
    if (!d->page())
        return Backend::Auto;
    return d->host->isNative() ? Backend::WebView : Backend::WebEngine;
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
    if (auto accessibility = d->makeObject(QStringLiteral("CaptchaAccessibility.qml"),
                                           {{QStringLiteral("captcha"), QVariant::fromValue(this)}}))
        accessibility.release()->setParent(this);
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
            // Android closes the window with the release of its back key.
            if (event->type() == QEvent::KeyPress)
                d->controller.cancelLater();
            return true;
        }
        // No shortcut of the window around is meant by what is pressed in a challenge.
        if (event->type() == QEvent::ShortcutOverride && d->inlineChallenge && d->hasFocusInside()) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::Hide:
        if (!event->spontaneous() && d->sheet)
            d->controller.cancelLater();
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

// The engine hands on what its page has no use for. Return in a challenge presses nothing in the form.
void SmartCaptchaView::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(d->inlineChallenge && event->key() != Qt::Key_Tab && event->key() != Qt::Key_Backtab);
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
            d->controller.shown();
        else if (d->sheet)
            d->controller.cancelLater();
        break;
    default:
        break;
    }
}
