// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickwindow.h>

#include <memory>

/// A captcha in a window, as a widget or as an item, also in what the SDK has for windows without a form. The
/// emulator's backend verifies its tokens.
class CaptchaInAWindow {
public:
    enum class Surface { Widget, Dialog, Item, Popup };

    /// @p engine is that of an item.
    CaptchaInAWindow(Surface surface, const SmartCaptchaEmulator &emulator,
                     SmartCaptchaView::Engine engine = SmartCaptchaView::Engine::Auto,
                     SmartCaptchaOptions::Mode mode = SmartCaptchaOptions::Mode::Standard)
    {
        SmartCaptchaOptions options(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        options.setMode(mode);
        verifier.setBackendUrl(emulator.backendUrl());
        if (surface == Surface::Widget || surface == Surface::Dialog) {
            if (surface == Surface::Widget) {
                widget = new SmartCaptchaWidget(options);
                m_topLevel.reset(widget);
            } else {
                auto *const dialog = new SmartCaptchaDialog(options);
                widget = dialog->captcha();
                m_topLevel.reset(dialog);
            }
            widget->setVerifier(&verifier);
            m_topLevel->show();
            return;
        }
        m_window = std::make_unique<QQuickWindow>();
        m_window->resize(400, 600);
        QQmlComponent component(&m_qml);
        const QByteArray type = surface == Surface::Item ? "SmartCaptchaView" : "SmartCaptchaPopup";
        component.setData("import SmartCaptcha\n" + type + " {}", {});
        auto *const item = qobject_cast<QQuickItem *>(component.create());
        if (!item)
            qFatal("%s", qPrintable(component.errorString()));
        item->setParent(m_window.get());
        item->setParentItem(m_window->contentItem());
        view = surface == Surface::Item ? qobject_cast<SmartCaptchaView *>(item)
                                        : item->findChild<SmartCaptchaView *>();
        view->setEngine(engine);
        view->setOptions(options);
        view->setVerifier(&verifier);
        item->setSize(QSizeF(300, 100));
        m_window->show();
        if (surface == Surface::Popup) {
            m_popup = item;
            QMetaObject::invokeMethod(item, "open");
        }
    }

    /// The captcha itself.
    [[nodiscard]] QObject *captcha() const
    {
        return widget ? static_cast<QObject *>(widget) : static_cast<QObject *>(view);
    }

    [[nodiscard]] SmartCaptcha::State state() const
    {
        return widget ? widget->state() : view->captchaState();
    }

    [[nodiscard]] SmartCaptchaError::Code error() const
    {
        return widget ? widget->error().code() : view->error().code();
    }

    /// Of a dialog or a popup: whether it has not been closed.
    [[nodiscard]] bool isOpen() const
    {
        return widget ? widget->isVisible() : m_popup->property("opened").toBool();
    }

    SmartCaptchaVerifier verifier;
    SmartCaptchaWidget *widget = nullptr; // one of the two, of the window
    SmartCaptchaView *view = nullptr;

private:
    QQmlEngine m_qml;
    std::unique_ptr<QWidget> m_topLevel;
    std::unique_ptr<QQuickWindow> m_window;
    QObject *m_popup = nullptr; // of the window
};
