// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpointer.h>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/qquickitem.h>

namespace SmartCaptcha::Internal {

/**
 * The ways out of a sheet that are not in it: Esc, the back key, and the end of its window. The keys come
 * here before shortcuts of the application for the same keys, and wherever the keyboard's focus is.
 *
 * For CaptchaSheet.qml, whose direct child it is. Of several sheets the one on top hears the keys.
 */
class SheetKeys : public QQuickItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(CaptchaSheetKeys)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)

public:
    explicit SheetKeys(QQuickItem *parent = nullptr);
    ~SheetKeys() override;

    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);

    /// Announces wayOutTaken().
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void activeChanged();
    /// From the event loop, so that the sheet may be destroyed.
    void wayOutTaken();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    void watchWindow();
    [[nodiscard]] bool isOnTop() const;

    QPointer<QQuickWindow> m_window;
    bool m_active = false;
};

} // namespace SmartCaptcha::Internal
