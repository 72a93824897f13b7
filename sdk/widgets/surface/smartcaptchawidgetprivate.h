// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/face/announcer.h"
#include "captcha/face/captchacontroller.h"
#include "captcha/face/captchalayout.h"
#include "captcha/face/captchasurface.h"
#include "captcha/face/typingguard.h"
#include "engines/widgets/widgetwebhost.h"
#include "widgets/hosting/backstage.h"
#include "widgets/hosting/renewedwindow.h"
#include "widgets/smartcaptchawidget.h"
#include "widgets/surface/challengepopup.h"
#include "widgets/surface/statuspanel.h"

#include <QtCore/qpointer.h>
#include <QtGui/qpalette.h>

/// How a SmartCaptchaWidget shows its captcha: it places the page, the popup and the status panel, and moves
/// the focus among them.
class SmartCaptchaWidgetPrivate : public SmartCaptcha::Internal::CaptchaSurface {
public:
    explicit SmartCaptchaWidgetPrivate(SmartCaptchaWidget *widget);

    [[nodiscard]] SmartCaptcha::Internal::WebHost *ensureHost(bool inBrowser) override;
    [[nodiscard]] Wish wish() const override;
    void dropHost() override;
    void putPage();
    void lookAtGround();
    void lookAtGroundLater();
    void watch(QWidget *part);
    void setTabPolicy(QWidget *part);
    void copy(const QString &text) override;
    void comeBack() override;
    void warmUp() override;
    [[nodiscard]] bool isShown() const override;
    [[nodiscard]] SmartCaptcha::Internal::PageAppearance appearance() const override;
    void present() override;
    void announce(const QString &text) override { announcer->announce(text); }

    void tearDown();
    void presentPanel();
    void openPopup();
    void closePopup();
    void takePageBack();
    void openInline();
    void closeInline();
    void rememberFocus();
    void restoreFocus();
    void pageResized(const QSize &size, bool challenge);
    void hintMayHaveChanged();
    void setFocusTarget(QWidget *target);
    void retranslate();

    void announceEngine();
    [[nodiscard]] SmartCaptchaWidget::Engine activeEngine() const;
    [[nodiscard]] QWidget *view() const { return host ? host->widget() : nullptr; }
    [[nodiscard]] QSize hint() const;
    [[nodiscard]] QSize challengeHint() const;
    [[nodiscard]] bool hasFocusInside() const;

    SmartCaptchaWidget *const q;
    SmartCaptcha::Internal::Backstage backstage;
    SmartCaptcha::Internal::RenewedWindow renewed;
    std::unique_ptr<SmartCaptcha::Internal::WidgetWebHost> host;
    QPalette ground; // the widget's palette, with the colour behind it
    SmartCaptcha::Internal::CaptchaController controller;
    SmartCaptcha::Internal::CaptchaLayout layout{controller};
    SmartCaptcha::Internal::TypingGuard typing{[this] { return hasFocusInside(); }};
    SmartCaptchaWidget::ChallengePresentation presentation = SmartCaptchaWidget::ChallengePresentation::Popup;
    SmartCaptchaWidget::Engine wantedEngine = SmartCaptchaWidget::Engine::Auto;
    SmartCaptchaWidget::Engine announcedEngine = SmartCaptchaWidget::Engine::Auto;

    SmartCaptcha::Internal::StatusPanel *panel = nullptr;
    SmartCaptcha::Internal::Announcer *const announcer;
    QPointer<SmartCaptcha::Internal::ChallengePopup> popup;
    QSize lastHint;
    QSize windowSizeBefore;
    QSize roomOfOthers{0, 0}; // what the window needs besides this widget
    QPointer<QWidget> focusBefore;
    bool focusWasInside = false;
    QPointer<QWidget>
        focusTarget; // what gets the focus instead of the widget; null: the widget is not a tab stop
    bool toldAboutFreezing = false;
    bool leaving = false; // Tab is moving the focus out of the widget
};
