// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "screenmargins.h"

#include <QtGui/qscreen.h>

#include <algorithm>
#include <optional>

namespace {

std::optional<QMargins> &simulated()
{
    static std::optional<QMargins> margins;
    return margins;
}

// The parts of the window that are outside the screen area available to applications.
QMargins marginsOf(const QWindow *window)
{
    if (simulated())
        return *simulated();
#if (defined(Q_OS_IOS) || defined(Q_OS_ANDROID)) && QT_VERSION < QT_VERSION_CHECK(6, 9, 0)
    const QRect whole = window->geometry();
    const QRect free = window->screen() ? window->screen()->availableGeometry() : whole;
    return QMargins(std::max(0, free.left() - whole.left()), std::max(0, free.top() - whole.top()),
                    std::max(0, whole.right() - free.right()), std::max(0, whole.bottom() - free.bottom()));
#else
    Q_UNUSED(window)
    return {};
#endif
}

} // namespace

void ScreenMargins::simulate(const QMargins &margins)
{
    simulated() = margins;
}

void ScreenMargins::setWindow(QWindow *window)
{
    if (m_window == window)
        return;
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    if (window) {
        for (const auto geometry :
             {&QWindow::xChanged, &QWindow::yChanged, &QWindow::widthChanged, &QWindow::heightChanged})
            connect(window, geometry, this, &ScreenMargins::measure);
        connect(window, &QWindow::screenChanged, this, &ScreenMargins::followScreen);
    }
    followScreen();
    Q_EMIT windowChanged();
}

void ScreenMargins::followScreen()
{
    disconnect(m_screen);
    if (m_window && m_window->screen())
        m_screen =
            connect(m_window->screen(), &QScreen::availableGeometryChanged, this, &ScreenMargins::measure);
    measure();
}

void ScreenMargins::measure()
{
    const QMargins margins = m_window ? marginsOf(m_window) : QMargins();
    if (margins == m_margins)
        return;
    m_margins = margins;
    Q_EMIT changed();
}
