// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "person.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qwidget.h>

namespace Person {

namespace {

void send(QWidget *target, QEvent::Type type, Qt::Key key, const QString &text)
{
    const Qt::KeyboardModifiers modifiers = key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier;
    if (target)
        QCoreApplication::postEvent(target, new QKeyEvent(type, key, modifiers, text));
}

void strike(const Target &target, Qt::Key key, const QString &text)
{
    // Looked up each time: a key may move the focus.
    send(target(), QEvent::KeyPress, key, text);
    QCoreApplication::sendPostedEvents();
    send(target(), QEvent::KeyRelease, key, text);
    QCoreApplication::sendPostedEvents();
}

} // namespace

void click(QWidget *widget, const QPoint &position)
{
    QWidget *target = widget;
    QPoint local = position;
    for (QWidget *child = target->childAt(local); child; child = target->childAt(local)) {
        local = child->mapFrom(target, local);
        target = child;
    }
    const QPointF global = target->mapToGlobal(QPointF(local));
    for (const QEvent::Type type :
         {QEvent::MouseMove, QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QCoreApplication::postEvent(target,
                                    new QMouseEvent(type, local, global, button, held, Qt::NoModifier));
    }
    // What a press does on its way through the window.
    for (QWidget *focus = target; focus; focus = focus->parentWidget()) {
        if (focus->focusPolicy() & Qt::ClickFocus) {
            focus->setFocus(Qt::MouseFocusReason);
            break;
        }
        if (focus->isWindow())
            break;
    }
    QCoreApplication::sendPostedEvents();
}

void press(Qt::Key key)
{
    pressIn(&QApplication::focusWidget, key);
}

void type(const QString &text)
{
    typeIn(&QApplication::focusWidget, text);
}

void pressIn(const Target &target, Qt::Key key)
{
    strike(target, key, key == Qt::Key_Space ? QStringLiteral(" ") : QString());
}

void typeIn(const Target &target, const QString &text)
{
    for (const QChar character : text)
        strike(target, Qt::Key(character.toUpper().unicode()), QString(character));
}

} // namespace Person
