// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaviewprivate.h"

#include "captcha/captchalog.h"
#include "captcha/page/captchasize.h"
#include "engines/scripted/scriptedengine.h"
#include "host/quickhosts.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>

#include <utility>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;

namespace {

// A page that must not be seen yet is as large as if it showed a challenge, and off screen. It is not made
// invisible, because engines throttle the scripts of invisible pages.
constexpr qreal outOfSight = -20000;

} // namespace

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

WebHost *SmartCaptchaViewPrivate::ensureHost(bool inBrowser)
{
    // A host without an item stands in for a missing engine, which may be available by now.
    // A host whose QML engine is gone can load nothing.
    if (ScriptedEngine::fits(host.get())
        && ((page() && (hostEngine || !hostHadEngine)) || (host && host->browserTab())))
        return host.get();
    dropHost();
    hostEngine = qmlEngineAround();
    hostHadEngine = hostEngine;
    host = QuickHosts::make(inBrowser ? QuickEngine::Browser : QuickEngine(wantedEngine), hostEngine,
                            controller.options().minimumChromium());
    ScriptedEngine::assign(host.get(), q);
    if (QQuickItem *const item = page()) {
        item->setFlag(QQuickItem::ItemIsFocusScope);
        item->setParentItem(q);
        gestures.watch(item);
        placePage();
    }
    announceEngine();
    return host.get();
}

SmartCaptchaViewPrivate::Wish SmartCaptchaViewPrivate::wish() const
{
    switch (wantedEngine) {
    case SmartCaptchaView::Engine::Auto:
        return Wish::Any;
    case SmartCaptchaView::Engine::Browser:
        return Wish::Browser;
    default:
        return Wish::Embedded;
    }
}

void SmartCaptchaViewPrivate::dropHost()
{
    if (!host)
        return;
    sheet.reset();
    layout.setPlace(CaptchaLayout::Place::Form);
    host.reset();
    announceEngine();
}

// From the event loop: the caller is about to use the host, and slots may do anything.
void SmartCaptchaViewPrivate::announceEngine()
{
    QMetaObject::invokeMethod(
        q,
        [this] {
            const SmartCaptchaView::Engine active = q->activeEngine();
            if (active == announcedEngine)
                return;
            announcedEngine = active;
            Q_EMIT q->activeEngineChanged(active);
        },
        Qt::QueuedConnection);
}

void SmartCaptchaViewPrivate::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void SmartCaptchaViewPrivate::comeBack()
{
    if (!isShown() || window->isActive())
        return;
    window->raise();
    window->requestActivate();
    // Where the system does not allow a window to come to the front by itself.
    window->alert(0);
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

// Shows what belongs to the current state. Moving the focus may run application code that destroys the item,
// so the last steps check for that.
void SmartCaptchaViewPrivate::present()
{
    if (!complete)
        return;
    const QPointer<SmartCaptchaView> guard(q);
    layout.noteState();
    typing.watch(q->window());
    const bool wantsPopup = presentation == SmartCaptchaView::ChallengePresentation::Popup && q->window();
    layout.moveChallenge(this, page(), wantsPopup);
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

// The QML engine of the item or, if C++ created it, of the nearest parent that has one, or of its window.
QQmlEngine *SmartCaptchaViewPrivate::qmlEngineAround() const
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
    QQmlEngine *const maker = qmlEngineAround();
    if (!maker)
        return nullptr;
    QQmlComponent component(maker, QUrl(QStringLiteral("qrc" SMARTCAPTCHA_QUICK_MODULE_PATH "/") + file));
    std::unique_ptr<QObject> object(component.createWithInitialProperties(properties));
    if (!object)
        qCWarning(pageLog).noquote() << component.errorString();
    return object;
}

// The item has become visible.
void SmartCaptchaViewPrivate::appear()
{
    const QPointer<SmartCaptchaView> guard(q);
    describe();
    if (guard && !panel && layout.isPageCovered())
        present();
    if (guard)
        controller.shown();
}

// Gives the item a name for screen readers, which do not see it before it is visible.
void SmartCaptchaViewPrivate::describe()
{
    if (!std::exchange(lacksDescription, false))
        return;
    if (auto accessibility = makeObject(QStringLiteral("CaptchaAccessibility.qml"),
                                        {{QStringLiteral("captcha"), QVariant::fromValue(q)}}))
        accessibility.release()->setParent(q);
}

std::unique_ptr<QQuickItem> SmartCaptchaViewPrivate::makePart(const QString &file)
{
    return std::unique_ptr<QQuickItem>(qobject_cast<QQuickItem *>(makeObject(file, {}).release()));
}

void SmartCaptchaViewPrivate::presentPanel()
{
    const CaptchaStatus status = controller.status();
    const bool visible = layout.isPageCovered();
    // Not while it is hidden and idle: most runs of most programs never show their captcha.
    if (!panel && visible && (q->isVisible() || controller.state() != State::Idle)) {
        panel = makePart(QStringLiteral("CaptchaStatusPanel.qml"));
        if (!panel)
            return;
        panel->setParentItem(q);
        panel->setZ(1);
        // Queued, so that a handler may destroy the item and the button in it.
        QObject::connect(panel.get(), SIGNAL(pressed(int)), &controller, SLOT(press(int)),
                         Qt::QueuedConnection);
        QObject::connect(panel.get(), &QQuickItem::implicitHeightChanged, q,
                         [this] { updateImplicitSize(); });
    }
    if (!panel)
        return;
    // The panel's height may change, and a slot that hears of it may delete the view.
    const QPointer<QQuickItem> guard(panel.get());
    QVariantList buttons;
    for (const CaptchaStatus::Button &button : status.buttons)
        buttons << QVariantMap{{QStringLiteral("action"), int(button.action)},
                               {QStringLiteral("text"), button.text},
                               {QStringLiteral("description"), button.description}};
    const std::pair<const char *, QVariant> properties[] = {
        {"color", q->backgroundColor()},
        {"busy", status.kind == CaptchaStatus::Kind::Progress},
        {"text", status.text},
        {"buttons", buttons},
    };
    for (const auto &[name, value] : properties) {
        if (guard)
            guard->setProperty(name, value);
    }
    if (guard)
        guard->setSize(q->size());
    if (guard)
        guard->setVisible(visible);
}

// Moving the page moves the focus. If a handler that hears of it hides or moves the view, the page is placed
// once more afterwards, because the scene must not be changed in the middle of such a move.
void SmartCaptchaViewPrivate::placePage()
{
    placeAgain = isPlacing;
    if (isPlacing)
        return;
    const QPointer<SmartCaptchaView> guard(q);
    isPlacing = true;
    do {
        placeAgain = false;
        placePageNow();
    } while (guard && placeAgain);
    if (guard)
        isPlacing = false;
}

void SmartCaptchaViewPrivate::placePageNow()
{
    const QPointer<QQuickItem> item(page());
    if (!item || sheet)
        return;
    const bool covered = panel && panel->isVisible();
    const bool visible = layout.isPageInForm() && !covered;
    // In an invisible item the page would be invisible, too.
    const bool elsewhere = !controller.isStandard() && !q->isVisible() && q->window();
    item->setParentItem(elsewhere ? q->window()->contentItem() : q);
    if (!item || sheet)
        return;
    item->setPosition({visible ? 0 : outOfSight, 0});
    item->setSize(visible ? q->size() : q->size().expandedTo(CaptchaSize::MinimumChallenge));
    item->setEnabled(visible);
    gestures.setScrollable(layout.isScrollable(q->height()));
}

void SmartCaptchaViewPrivate::openPopup()
{
    const QPointer<SmartCaptchaView> guard(q);
    rememberFocus();
    sheet = makePart(QStringLiteral("CaptchaSheet.qml"));
    if (!sheet) {
        openInline();
        return;
    }
    // Moving the page moves the focus, and a handler that hears of it may end the challenge.
    const QPointer<QQuickItem> opened(sheet.get());
    const auto isStillOpening = [&] { return guard && opened && sheet.get() == opened; };
    layout.setPlace(CaptchaLayout::Place::Popup);
    QObject::connect(sheet.get(), SIGNAL(dismissed()), &controller, SLOT(cancelLater()));
    sheet->setProperty("contentSize", QSizeF(layout.challengeSize()));
    sheet->setProperty("color", q->backgroundColor());
    sheet->setParentItem(q->window()->contentItem());
    if (!isStillOpening())
        return;
    QQuickItem *const item = page();
    auto *place = qvariant_cast<QQuickItem *>(sheet->property("place"));
    item->setParentItem(place);
    if (!isStillOpening())
        return;
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
    if (!isStillOpening())
        return;
    typing.protect(q->window());
    item->forceActiveFocus(Qt::PopupFocusReason);
}

void SmartCaptchaViewPrivate::closePopup()
{
    const QPointer<SmartCaptchaView> guard(q);
    const bool hadFocus = hasFocusInside();
    // Deleted later, because its own button may be what closed it.
    QQuickItem *const old = sheet.release();
    typing.release();
    layout.setPlace(CaptchaLayout::Place::Form);
    old->disconnect(&controller);
    old->deleteLater();
    if (QQuickItem *const item = page())
        qvariant_cast<QQuickItem *>(old->property("place"))->disconnect(item);
    old->setVisible(false);
    if (!guard)
        return;
    placePage();
    old->setParentItem(nullptr);
    // If the focus has moved elsewhere in the meantime, it stays there.
    if (hadFocus)
        restoreFocus();
    else
        focusBefore = nullptr;
}

void SmartCaptchaViewPrivate::openInline()
{
    const QPointer<SmartCaptchaView> guard(q);
    rememberFocus();
    layout.setPlace(CaptchaLayout::Place::Inline);
    placePage();
    // That moves the focus, and a handler that hears of it may end the challenge.
    if (!guard || !layout.isInline())
        return;
    // The form is still there to be typed into, and for going to another field of it.
    const auto focus = [this] { return q->window() ? q->window()->activeFocusItem() : nullptr; };
    typing.whenPaused([this, focus, before = QPointer<QQuickItem>(focus())] {
        QQuickItem *const item = page();
        if (item && focus() == before)
            item->forceActiveFocus(Qt::OtherFocusReason);
    });
}

void SmartCaptchaViewPrivate::closeInline()
{
    const bool hadFocus = hasFocusInside();
    typing.release();
    layout.setPlace(CaptchaLayout::Place::Form);
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

// The captcha itself if nothing outside it had the focus: what has it inside may be gone when the challenge
// ends.
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

// The focus goes from the page to the button while the button is shown in its place, and back afterwards.
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
    const QSizeF size = layout.isInline() ? QSizeF(layout.challengeSize())
                                          : layout.formSize(panel ? panel->implicitHeight() : 0);
    q->setImplicitSize(size.width(), size.height());
}

void SmartCaptchaViewPrivate::pageResized(const QSize &size, bool challenge)
{
    layout.noteSize(size, challenge);
    if (challenge && sheet)
        sheet->setProperty("contentSize", QSizeF(layout.challengeSize()));
    const QPointer<SmartCaptchaView> guard(q);
    updateImplicitSize();
    if (guard)
        placePage();
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
    if (window)
        window->installEventFilter(q);
    seenWindow.setWindow(window);
    placePage();
    // The sheet is still in the old window.
    if (sheet)
        controller.cancelLater();
    ground.look();
}

// The surrounding colour counts only if the application has set none.
void SmartCaptchaViewPrivate::surroundingsChange()
{
    if (!background.isValid())
        applyColor();
}

void SmartCaptchaViewPrivate::applyColor()
{
    const QPointer<SmartCaptchaView> guard(q);
    presentPanel();
    if (!guard)
        return;
    if (sheet)
        sheet->setProperty("color", q->backgroundColor());
    controller.appearanceChanged();
    Q_EMIT q->backgroundColorChanged(q->backgroundColor());
}
