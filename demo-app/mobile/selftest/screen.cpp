// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "screen.h"

#include <QtCore/qmetaobject.h>
#include <QtGui/qaccessible.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <functional>

namespace SelfTest::Screen {

namespace {

// Device-independent pixels that a finger needs.
constexpr qreal finger = 44;

// The visible items, those in front last.
void visit(QQuickItem *item, const std::function<void(QQuickItem *)> &see)
{
    if (!item->isVisible())
        return;
    see(item);
    for (QQuickItem *child : item->childItems())
        visit(child, see);
}

bool isControl(const QQuickItem *item)
{
    // Scroll bars are no targets for fingers.
    return item->activeFocusOnTab()
        && (item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
            || item->inherits("QQuickComboBox"));
}

QString nameOf(const QQuickItem *item)
{
    const QString name = item->objectName();
    return name.isEmpty() ? QString::fromLatin1(item->metaObject()->className()) : name;
}

} // namespace

QQuickItem *item(QQuickWindow *window, const QString &name)
{
    QQuickItem *found = nullptr;
    visit(window->contentItem(), [&](QQuickItem *item) {
        if (item->objectName() == name)
            found = item;
    });
    return found;
}

void scrollTo(QQuickItem *item)
{
    for (QQuickItem *ancestor = item->parentItem(); ancestor; ancestor = ancestor->parentItem()) {
        if (!ancestor->inherits("QQuickPage"))
            continue;
        QMetaObject::invokeMethod(ancestor, "showItem", Q_ARG(QQuickItem *, item));
        return;
    }
}

QStringList faults(QQuickWindow *window)
{
    QStringList found;
    visit(window->contentItem(), [&](QQuickItem *item) {
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (item->inherits("QQuickText")) {
            const QString text = item->property("text").toString();
            if (text.isEmpty() || place.right() < 0)
                return;
            if (item->property("truncated").toBool()
                || item->property("paintedWidth").toReal() > place.width() + 1)
                found << QStringLiteral("\"%1\" is cut off").arg(text);
            if (place.left() < 0 || place.right() > window->width())
                found << QStringLiteral("\"%1\" leaves the window").arg(text);
        }
        if (!isControl(item))
            return;
        if (place.width() < finger || place.height() < finger)
            found << QStringLiteral("%1 is too small for a finger").arg(nameOf(item));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            found << QStringLiteral("%1 has no accessible name").arg(nameOf(item));
    });
    return found;
}

} // namespace SelfTest::Screen
