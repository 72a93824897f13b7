// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// Keeps wheel and gestures from a page: none changes its size, and the wheel is the form's where the page
/// has nothing to scroll.
class PageGestures : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks after @p item and all that is in it, now and later.
    void watch(QQuickItem *item);

    /// Says whether the page has something to scroll. It has, unless told otherwise.
    void setScrollable(bool scrollable) { m_scrollable = scrollable; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchParts();

    bool m_scrollable = true;
};

} // namespace SmartCaptcha::Internal
