// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpointer.h>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/qquickitem.h>

namespace SmartCaptcha::Internal {

/**
 * The ways to close a sheet that are not buttons in it: Esc, the back key, and hiding its window. It gets the
 * keys before shortcuts of the application for the same keys, wherever the focus is.
 *
 * For use as a direct child of CaptchaSheet.qml. Of several sheets, the topmost gets the keys.
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

    /// Emits wayOutTaken() from the event loop, unless inactive by then.
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void activeChanged();
    /// Emitted from the event loop, so that a handler may destroy the sheet.
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
