// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// Filters the wheel and gesture events of a page: the page cannot be zoomed, and the wheel scrolls the form
/// if the page has nothing to scroll.
class PageGestures : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Filters the events of @p item and of all items in it, including those that are added later.
    void watch(QQuickItem *item);

    /// Sets whether the page has something to scroll; true by default.
    void setScrollable(bool scrollable) { m_scrollable = scrollable; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchParts();

    bool m_scrollable = true;
};

} // namespace SmartCaptcha::Internal
