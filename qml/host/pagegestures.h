// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/quick/itemevents.h"

namespace SmartCaptcha::Internal {

/// Filters the wheel and gesture events of a page: the page cannot be zoomed, and the wheel scrolls the form
/// if the page has nothing to scroll.
class PageGestures : public ItemEvents {
    Q_OBJECT

public:
    using ItemEvents::ItemEvents;

    /// Sets whether the page has something to scroll; true by default.
    void setScrollable(bool scrollable) { m_scrollable = scrollable; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_scrollable = true;
};

} // namespace SmartCaptcha::Internal
