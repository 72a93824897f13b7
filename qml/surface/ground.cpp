// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "ground.h"

#include <QtCore/qmetaobject.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpalette.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <utility>

namespace SmartCaptcha::Internal {

namespace {

bool isRectangle(const QObject *object)
{
    return object && object->inherits("QQuickRectangle");
}

} // namespace

Ground::Ground(QQuickItem *item)
    : m_item(item)
{
    connect(m_item, &QQuickItem::parentChanged, this, &Ground::look);
}

QColor Ground::color() const
{
    return m_color.isValid() ? m_color : QGuiApplication::palette().color(QPalette::Window);
}

void Ground::follow(QObject *object, const char *property)
{
    const QMetaObject *const type = object->metaObject();
    const QMetaProperty watched = type->property(type->indexOfProperty(property));
    if (watched.hasNotifySignal())
        m_connections << connect(object, watched.notifySignal(), this,
                                 staticMetaObject.method(staticMetaObject.indexOfSlot("look()")));
}

// A translucent item does not count: the next opaque one around it does.
void Ground::look()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    QColor color;
    const auto consider = [&](QObject *object) {
        follow(object, "color");
        const QColor found = object->property("color").value<QColor>();
        if (found.alpha() == 255)
            color = found;
    };
    // The captcha's own sheet is skipped, because it takes its colour from here.
    QQuickItem *outside = m_item->parentItem();
    for (QQuickItem *around = outside; around; around = around->parentItem()) {
        follow(around, "parent");
        if (around->objectName() == QLatin1String("smartCaptchaSheet"))
            outside = around->parentItem();
    }
    for (QQuickItem *around = outside; around && !color.isValid(); around = around->parentItem()) {
        if (isRectangle(around)) {
            consider(around);
        } else if (around->property("background").isValid()) {
            follow(around, "background");
            auto *const background = around->property("background").value<QQuickItem *>();
            if (isRectangle(background))
                consider(background);
        }
    }
    if (!color.isValid() && m_item->window())
        consider(m_item->window());
    if (std::exchange(m_color, color) != color)
        Q_EMIT changed();
}

} // namespace SmartCaptcha::Internal
