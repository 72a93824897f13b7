// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "itemevents.h"

#include <QtQuick/qquickitem.h>

namespace SmartCaptcha::Internal {

// The engine creates a new item for input whenever it starts another renderer process.
void ItemEvents::watch(QQuickItem *item)
{
    item->installEventFilter(this);
    connect(item, &QQuickItem::childrenChanged, this, &ItemEvents::watchParts, Qt::UniqueConnection);
    const QList<QQuickItem *> parts = item->childItems();
    for (QQuickItem *part : parts)
        watch(part);
}

void ItemEvents::watchParts()
{
    watch(static_cast<QQuickItem *>(sender()));
}

} // namespace SmartCaptcha::Internal
