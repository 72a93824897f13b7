// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaView>

#include <QtCore/qpointer.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qtest.h>

#include <memory>

/// A window with a QML form: a field before the captcha and one after it.
class QuickForm {
    Q_DISABLE_COPY_MOVE(QuickForm)

public:
    explicit QuickForm(const char *qml = "import QtQuick\nimport SmartCaptcha\n"
                                         "Item {\n"
                                         "  anchors.fill: parent\n"
                                         "  TextInput { objectName: 'before'; activeFocusOnTab: true\n"
                                         "    x: 10; y: 10; width: 200; height: 30 }\n"
                                         "  SmartCaptchaView { objectName: 'captcha'; x: 10; y: 50 }\n"
                                         "  TextInput { objectName: 'after'; activeFocusOnTab: true\n"
                                         "    x: 10; y: parent.height - 40; width: 200; height: 30 }\n"
                                         "}\n")
        : item(make(qml))
        , before(named("before"))
        , captcha(qobject_cast<SmartCaptchaView *>(named("captcha")))
        , after(named("after"))
    {
        window.resize(480, 760);
    }

    bool show()
    {
        window.show();
        window.requestActivate();
        return QTest::qWaitForWindowActive(&window);
    }

    /// The item of this name below @p root.
    static QQuickItem *named(const char *name, QQuickItem *root)
    {
        if (root->objectName() == QLatin1String(name))
            return root;
        const QList<QQuickItem *> children = root->childItems();
        for (QQuickItem *child : children) {
            if (QQuickItem *const found = named(name, child))
                return found;
        }
        return nullptr;
    }
    QQuickItem *named(const char *name) { return named(name, window.contentItem()); }

    QQuickItem *sheet() { return visible(named("smartCaptchaSheet")); }
    QQuickItem *retry() { return visible(named("smartCaptchaRetry")); }
    QQuickItem *message() { return visible(named("smartCaptchaMessage")); }
    QQuickItem *panel() { return visible(named("smartCaptchaPanel")); }

    /// Gives the focus to @p target, and returns the window that gets its keys.
    QQuickWindow *focusOn(QQuickItem *target)
    {
        target->forceActiveFocus();
        return &window;
    }

    /// Clicks @p target with the mouse, in the middle or at @p place.
    bool click(QQuickItem *target, QPointF place = {})
    {
        if (!target)
            return false;
        // Items that have just become visible are positioned only when polished, and press and release must
        // hit the same place.
        for (QQuickItem *at = target; at; at = at->parentItem())
            at->ensurePolished();
        const QPointF middle(target->width() / 2, target->height() / 2);
        QTest::mouseClick(&window, Qt::LeftButton, {},
                          target->mapToScene(place.isNull() ? middle : place).toPoint());
        return true;
    }

    /// Another captcha in the form.
    std::unique_ptr<SmartCaptchaView> another()
    {
        QQmlComponent component(&engine);
        component.setData("import SmartCaptcha\nSmartCaptchaView { x: 10; y: 400 }", {});
        std::unique_ptr<SmartCaptchaView> view(qobject_cast<SmartCaptchaView *>(component.create()));
        if (view)
            view->setParentItem(item.get());
        return view;
    }

    QQmlEngine engine;
    QQuickWindow window;
    std::unique_ptr<QQuickItem> item;
    const QPointer<QQuickItem> before;
    const QPointer<SmartCaptchaView> captcha;
    const QPointer<QQuickItem> after;

private:
    static QQuickItem *visible(QQuickItem *item) { return item && item->isVisible() ? item : nullptr; }

    std::unique_ptr<QQuickItem> make(const char *qml)
    {
        QQmlComponent component(&engine);
        component.setData(qml, {});
        std::unique_ptr<QQuickItem> made(qobject_cast<QQuickItem *>(component.create()));
        if (!made)
            qFatal("%s", qPrintable(component.errorString()));
        made->setParentItem(window.contentItem());
        return made;
    }
};
