// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "person.h"

#include "shared/keystroke.h"

#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qtest.h>

namespace SelfTest::Person {

namespace {

void strike(QWindow *window, const Keystroke &stroke)
{
    QTest::sendKeyEvent(QTest::Click, window, stroke.key, stroke.text, stroke.modifiers);
}

} // namespace

void tap(QQuickItem *item)
{
    tap(item, QPointF(item->width() / 2, item->height() / 2));
}

void tap(QQuickItem *item, const QPointF &position)
{
    const QPoint point = item->mapToScene(position).toPoint();
    QTest::mouseMove(item->window(), point);
    QTest::mouseClick(item->window(), Qt::LeftButton, Qt::NoModifier, point);
}

void press(QWindow *window, Qt::Key key)
{
    strike(window, Keystroke::of(key));
}

void type(QWindow *window, const QString &text)
{
    const QList<Keystroke> strokes = Keystroke::typing(text);
    for (const Keystroke &stroke : strokes)
        strike(window, stroke);
}

} // namespace SelfTest::Person
