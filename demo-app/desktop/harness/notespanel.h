// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qtimer.h>
#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QListWidget;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Qa {
class Session;
}

/// The tester's note on a scenario, and the scenario's pictures.
class NotesPanel : public QWidget {
    Q_OBJECT

public:
    /// @p session is not owned and must outlive the panel.
    explicit NotesPanel(Qa::Session *session, QWidget *parent = nullptr);

    /// Empty for none.
    void setScenario(const QString &id);
    /// Saves text that has been typed but not saved yet.
    void keep();
    [[nodiscard]] QString text() const;
    /// Whether there is a captcha to take a picture of.
    void setPictureThere(bool there);

Q_SIGNALS:
    void pictureRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void refreshPictures();

    Qa::Session *const m_session;
    QString m_id;
    QTimer m_delay;
    QPlainTextEdit *const m_note;
    QListWidget *const m_pictures;
    QPushButton *const m_take;
};
