// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmap.h>
#include <QtWidgets/qframe.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

/// Messages above the rest of the window, which stay until they are dismissed or no longer apply.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    /// The topics of notices, the most important first. Each has at most one notice.
    enum class About { Session, Profiles, Keys, Scenarios, FoundAgain };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Replaces the notice on @p about with @p text; an empty text removes it.
    void set(About about, const QString &text);
    /// The text of all notices shown.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    QMap<About, QString> m_notices;
    QLabel *const m_text;
    QToolButton *const m_close;
};
