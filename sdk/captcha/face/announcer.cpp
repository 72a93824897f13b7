// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "announcer.h"

#include <QtGui/qaccessible.h>
#include <QtGui/qaccessibleobject.h>

namespace SmartCaptcha::Internal {

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
namespace {

// A notification that has just come: screen readers read those out. It is in no tree.
class Notification : public QAccessibleObject {
public:
    Notification(QObject *announcer, const QString *text)
        : QAccessibleObject(announcer)
        , m_text(text)
    {
    }

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(object()->parent());
    }
    [[nodiscard]] QRect rect() const override
    {
        const QAccessibleInterface *const surface = parent();
        return surface ? surface->rect() : QRect();
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? *m_text : QString();
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Notification; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }

private:
    const QString *const m_text;
};

} // namespace
#endif

Announcer::Announcer(QObject *surface)
    : QObject(surface)
{
}

void Announcer::announce(const QString &text)
{
    if (text.isEmpty() || !QAccessible::isActive())
        return;
    m_text = text;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(parent(), text);
    QAccessible::updateAccessibility(&event);
#else
    if (!QAccessible::queryAccessibleInterface(this))
        QAccessible::registerAccessibleInterface(new Notification(this, &m_text));
    // The first is what AT-SPI passes on, the second what other systems do.
    for (const QAccessible::Event kind : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(this, kind);
        QAccessible::updateAccessibility(&event);
    }
#endif
}

} // namespace SmartCaptcha::Internal
