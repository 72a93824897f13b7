// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "person.h"

#include "shared/keystroke.h"

#include <QtCore/qcoreapplication.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qwidget.h>

namespace Person {

namespace {

void send(QWidget *target, QEvent::Type type, const Keystroke &stroke)
{
    if (target)
        QCoreApplication::postEvent(target, new QKeyEvent(type, stroke.key, stroke.modifiers, stroke.text));
}

void strike(const Target &target, const Keystroke &stroke)
{
    // Looked up for every event: a key may move the focus.
    send(target(), QEvent::KeyPress, stroke);
    QCoreApplication::sendPostedEvents();
    send(target(), QEvent::KeyRelease, stroke);
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
    // As a real click does, gives the focus to the nearest ancestor that accepts it by click.
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

void pressIn(const Target &target, Qt::Key key)
{
    strike(target, Keystroke::of(key));
}

void typeIn(const Target &target, const QString &text)
{
    const QList<Keystroke> strokes = Keystroke::typing(text);
    for (const Keystroke &stroke : strokes)
        strike(target, stroke);
}

} // namespace Person
