// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "screen.h"

#include <QtCore/qlist.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qrect.h>
#include <QtGui/qaccessible.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace SelfTest::Screen {

namespace {

// The minimum size of a touch target in device-independent pixels.
constexpr qreal finger = 44;

// Visits the visible items, those in front last.
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
    // Scroll bars are not meant to be tapped.
    return item->activeFocusOnTab()
        && (item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
            || item->inherits("QQuickComboBox"));
}

QString nameOf(const QQuickItem *item)
{
    if (item->inherits("QQuickText"))
        return QStringLiteral("\"%1\"").arg(item->property("text").toString());
    const QString name = item->objectName();
    return name.isEmpty() ? QString::fromLatin1(item->metaObject()->className()) : name;
}

// The flickable, page or sheet that contains the item; only items in the same one can overlap by mistake.
const QQuickItem *groundOf(const QQuickItem *item)
{
    const QQuickItem *ground = item->parentItem();
    while (ground && !ground->inherits("QQuickFlickable") && !ground->inherits("QQuickPage")
           && ground->objectName() != QLatin1String("smartCaptchaSheet"))
        ground = ground->parentItem();
    return ground;
}

struct Placed {
    const QQuickItem *item;
    const QQuickItem *ground;
    QRectF place;
};

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
    QList<Placed> placed;
    const auto put = [&](const QQuickItem *item, const QRectF &place) {
        const bool partOfAnother = std::any_of(placed.cbegin(), placed.cend(), [item](const Placed &other) {
            return other.item->isAncestorOf(item);
        });
        if (!partOfAnother)
            placed << Placed{item, groundOf(item), place};
    };
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
                found << QStringLiteral("\"%1\" extends beyond the window").arg(text);
            put(item, place);
        }
        if (!isControl(item))
            return;
        put(item, place);
        if (place.width() < finger || place.height() < finger)
            found << QStringLiteral("%1 is too small for a finger").arg(nameOf(item));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            found << QStringLiteral("%1 has no accessible name").arg(nameOf(item));
    });
    for (auto one = placed.cbegin(); one != placed.cend(); ++one) {
        for (auto other = std::next(one); other != placed.cend(); ++other) {
            const QRectF both = one->place & other->place;
            if (one->ground == other->ground && both.width() > 1 && both.height() > 1)
                found << QStringLiteral("%1 and %2 overlap").arg(nameOf(one->item), nameOf(other->item));
        }
    }
    return found;
}

} // namespace SelfTest::Screen
