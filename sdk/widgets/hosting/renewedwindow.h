// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * Keeps the focus where it is when the first page comes into a window.
 *
 * Qt makes the native window anew then, for its graphics, and the system takes the new one for a window that
 * nobody has chosen: what somebody is typing would go nowhere.
 */
class RenewedWindow : public QObject {
public:
    using QObject::QObject;

    /// Looks after @p window, and no longer after the one before.
    void lookAfter(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_window;
    bool m_justDeactivated = false;
};

} // namespace SmartCaptcha::Internal
