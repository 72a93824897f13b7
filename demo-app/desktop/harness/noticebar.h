// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmap.h>
#include <QtWidgets/qframe.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

/// Lines of text above everything else, which stay until they are read or have lost their meaning.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    /// What a notice is about, the most important first. There is one of each at a time.
    enum class About { Session, Profiles, Keys, Scenarios, FoundAgain };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows @p text in place of what was there @p about the same; an empty one takes that away.
    void set(About about, const QString &text);
    /// All that is shown.
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
