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
 * Keeps the focus where it is when the first page is put into a window.
 *
 * Qt then creates the native window again, for other graphics, and the system does not activate the new one:
 * what somebody is typing would go nowhere.
 */
class RenewedWindow : public QObject {
public:
    using QObject::QObject;

    /// Watches @p window instead of the previous one.
    void lookAfter(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_window;
    bool m_justDeactivated = false;
};

} // namespace SmartCaptcha::Internal
