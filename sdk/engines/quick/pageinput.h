// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/pageguard.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// Tells when the person presses something in the item of a page, in whatever window that is.
class PageInput : public QObject {
    Q_OBJECT

public:
    /// @p item must outlive this object.
    explicit PageInput(QQuickItem *item);
    ~PageInput() override;

Q_SIGNALS:
    void arrived(SmartCaptcha::Internal::PageGuard::Input input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchWindow();
    [[nodiscard]] bool isInPage(const QEvent *event) const;

    QQuickItem *const m_item;
    QPointer<QObject> m_window;
};

} // namespace SmartCaptcha::Internal
