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
 * Where the page of an invisible captcha is while there is nothing of it to be seen: in a window that never
 * comes to the screen.
 *
 * Engines paint nothing for a page that is hidden, and slow its timers down, in the end to one a minute. A
 * check there would take minutes, or never end.
 */
class Backstage {
public:
    Backstage();
    ~Backstage();

    /// Takes @p page in, until somebody gives it another parent.
    void take(QWidget *page);

private:
    Q_DISABLE_COPY_MOVE(Backstage)

    std::unique_ptr<QWidget> m_window;
};

} // namespace SmartCaptcha::Internal
