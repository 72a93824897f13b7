// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/face/announcer.h"
#include "captcha/face/captchacontroller.h"
#include "captcha/face/captchalayout.h"
#include "captcha/face/captchasurface.h"
#include "captcha/face/typingguard.h"
#include "engines/quick/quickwebhost.h"
#include "engines/quick/seenwindow.h"
#include "host/pagegestures.h"
#include "smartcaptchaview.h"
#include "surface/ground.h"

#include <QtCore/qpointer.h>
#include <QtQuick/qquickwindow.h>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

/// How a SmartCaptchaView shows its captcha: it places the page, the sheet and the status panel, and moves
/// the focus among them.
class SmartCaptchaViewPrivate : public SmartCaptcha::Internal::CaptchaSurface {
public:
    explicit SmartCaptchaViewPrivate(SmartCaptchaView *view);

    [[nodiscard]] SmartCaptcha::Internal::WebHost *ensureHost(bool inBrowser) override;
    [[nodiscard]] Wish wish() const override;
    void dropHost() override;
    void copy(const QString &text) override;
    void comeBack() override;
    void warmUp() override;
    [[nodiscard]] bool isShown() const override;
    [[nodiscard]] SmartCaptcha::Internal::PageAppearance appearance() const override;
    void present() override;
    void announce(const QString &text) override { announcer->announce(text); }

    void tearDown();
    void appear();
    void describe();
    void announceEngine();
    void presentPanel();
    void placePage();
    void placePageNow();
    void openPopup();
    void closePopup();
    void openInline();
    void closeInline();
    void rememberFocus();
    void restoreFocus();
    void focusWhatIsShown();
    void updateImplicitSize();
    void pageResized(const QSize &size, bool challenge);
    void watchWindow();
    void surroundingsChange();
    void applyColor();
    [[nodiscard]] QQmlEngine *qmlEngineAround() const;
    [[nodiscard]] std::unique_ptr<QObject> makeObject(const QString &file, const QVariantMap &properties);
    [[nodiscard]] std::unique_ptr<QQuickItem> makePart(const QString &file);

    [[nodiscard]] QQuickItem *page() const { return host ? host->item() : nullptr; }
    [[nodiscard]] bool hasFocusInside() const;

    SmartCaptchaView *const q;
    std::unique_ptr<SmartCaptcha::Internal::QuickWebHost> host;
    QPointer<QQmlEngine> hostEngine; // the QML engine that the host was made for
    bool hostHadEngine = false;
    SmartCaptcha::Internal::CaptchaController controller;
    SmartCaptcha::Internal::CaptchaLayout layout{controller};
    SmartCaptcha::Internal::TypingGuard typing{[this] { return hasFocusInside(); }};
    SmartCaptchaView::ChallengePresentation presentation = SmartCaptchaView::ChallengePresentation::Popup;
    SmartCaptchaView::Engine wantedEngine = SmartCaptchaView::Engine::Auto;
    SmartCaptchaView::Engine announcedEngine = SmartCaptchaView::Engine::Auto;
    QColor background;
    SmartCaptcha::Internal::Ground ground;
    bool isPlacing = false; // in placePage()
    bool placeAgain = false; // when it is done
    bool complete = true; // false while QML is creating the item
    bool lacksDescription = false; // QML has created it, and it has not been visible yet

    SmartCaptcha::Internal::Announcer *const announcer;
    std::unique_ptr<QQuickItem> panel;
    std::unique_ptr<QQuickItem> sheet;
    QPointer<QQuickWindow> window;
    SmartCaptcha::Internal::SeenWindow seenWindow;
    SmartCaptcha::Internal::PageGestures gestures;
    QPointer<QQuickItem> focusBefore;
};
