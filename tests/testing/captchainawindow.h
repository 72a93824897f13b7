// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickwindow.h>

#include <memory>

/// A captcha in a window, as a widget or as an item, whose tokens the emulator's backend verifies.
class CaptchaInAWindow {
public:
    enum class Surface { Widget, Item };

    CaptchaInAWindow(Surface surface, const SmartCaptchaEmulator &emulator)
    {
        SmartCaptchaOptions options(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        verifier.setBackendUrl(emulator.backendUrl());
        if (surface == Surface::Widget) {
            widget = std::make_unique<SmartCaptchaWidget>(options);
            widget->setVerifier(&verifier);
            widget->show();
        } else {
            window = std::make_unique<QQuickWindow>();
            window->resize(400, 600);
            QQmlComponent component(&qml);
            component.setData("import SmartCaptcha\nSmartCaptchaView {}", {});
            view = qobject_cast<SmartCaptchaView *>(component.create());
            if (!view)
                qFatal("%s", qPrintable(component.errorString()));
            view->setParent(window.get());
            view->setParentItem(window->contentItem());
            view->setOptions(options);
            view->setVerifier(&verifier);
            view->setSize(QSizeF(300, 100));
            window->show();
        }
    }

    /// The captcha itself.
    [[nodiscard]] QObject *captcha() const
    {
        return widget ? static_cast<QObject *>(widget.get()) : static_cast<QObject *>(view);
    }

    [[nodiscard]] SmartCaptcha::State state() const
    {
        return widget ? widget->state() : view->captchaState();
    }

    [[nodiscard]] SmartCaptchaError::Code error() const
    {
        return widget ? widget->error().code() : view->error().code();
    }

    SmartCaptchaVerifier verifier;
    QQmlEngine qml;
    std::unique_ptr<SmartCaptchaWidget> widget;
    std::unique_ptr<QQuickWindow> window;
    SmartCaptchaView *view = nullptr; // of the window
};
