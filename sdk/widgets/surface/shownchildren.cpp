// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shownchildren.h"

#include <QtWidgets/qaccessiblewidget.h>
#include <QtWidgets/qwidget.h>

namespace SmartCaptcha::Internal {

namespace {

class ShownChildren : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] int childCount() const override { return int(children().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return QAccessible::queryAccessibleInterface(children().value(index));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child ? int(children().indexOf(child->object())) : -1;
    }

private:
    [[nodiscard]] QObjectList children() const
    {
        QObjectList shown;
        const QObjectList &all = widget()->children();
        for (QObject *object : all) {
            const auto *const child = qobject_cast<QWidget *>(object);
            if (child && !child->isWindow() && !child->isHidden())
                shown << object;
        }
        return shown;
    }
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *const widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (className == QLatin1String("SmartCaptchaWidget")
        || className == QLatin1String("SmartCaptcha::Internal::StatusPanel"))
        return new ShownChildren(widget, QAccessible::Grouping);
    if (className == QLatin1String("SmartCaptchaDialog"))
        return new ShownChildren(widget, QAccessible::Dialog);
    return nullptr;
}

} // namespace

void hideHiddenChildrenFromScreenReaders()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
}

} // namespace SmartCaptcha::Internal
