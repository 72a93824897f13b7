// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * Holds the page of an invisible captcha while nothing of it is to be seen, in a window that never appears on
 * the screen.
 *
 * Engines paint nothing for a hidden page, and throttle its timers, in the end to one a minute. A check there
 * would take minutes, or never end.
 */
class Backstage {
public:
    Backstage();
    ~Backstage();

    /// Takes @p page in, until it gets another parent.
    void take(QWidget *page);

private:
    Q_DISABLE_COPY_MOVE(Backstage)

    std::unique_ptr<QWidget> m_window;
};

} // namespace SmartCaptcha::Internal
