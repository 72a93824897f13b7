// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmargins.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtGui/qwindow.h>
#include <QtQml/qqmlregistration.h>

/**
 * How much of a window is covered by the phone's system bars, notch or home indicator; no text or controls
 * should be there. Since Qt 6.9 ApplicationWindow avoids these areas itself, and the margins are 0.
 */
class ScreenMargins : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QWindow *window READ window WRITE setWindow NOTIFY windowChanged FINAL)
    Q_PROPERTY(int left READ left NOTIFY changed FINAL)
    Q_PROPERTY(int top READ top NOTIFY changed FINAL)
    Q_PROPERTY(int right READ right NOTIFY changed FINAL)
    Q_PROPERTY(int bottom READ bottom NOTIFY changed FINAL)

public:
    using QObject::QObject;

    /// Pretends that every window has these margins, to check a layout without a phone.
    static void simulate(const QMargins &margins);

    [[nodiscard]] QWindow *window() const { return m_window; }
    void setWindow(QWindow *window);

    [[nodiscard]] int left() const { return m_margins.left(); }
    [[nodiscard]] int top() const { return m_margins.top(); }
    [[nodiscard]] int right() const { return m_margins.right(); }
    [[nodiscard]] int bottom() const { return m_margins.bottom(); }

Q_SIGNALS:
    void windowChanged();
    void changed();

private:
    void followScreen();
    void measure();

    QPointer<QWindow> m_window;
    QMetaObject::Connection m_screen;
    QMargins m_margins;
};
