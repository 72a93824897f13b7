// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "person.h"

#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qtest.h>

namespace SelfTest::Person {

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

void press(QWindow *window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Backtab)
        modifiers |= Qt::ShiftModifier;
    QTest::sendKeyEvent(QTest::Click, window, key, key == Qt::Key_Space ? QStringLiteral(" ") : QString(),
                        modifiers);
}

void type(QWindow *window, const QString &text)
{
    for (const QChar character : text)
        QTest::sendKeyEvent(QTest::Click, window, Qt::Key(character.toUpper().unicode()), QString(character),
                            Qt::NoModifier);
}

} // namespace SelfTest::Person
