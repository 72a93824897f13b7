// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

class SmartCaptchaEmulator;

/// The emulator's switches: its scenario, whether it can be reached, and its clock.
class FaultPanel : public QWidget {
    Q_OBJECT

public:
    explicit FaultPanel(QWidget *parent = nullptr);

    /// Null with a real service, which has no switches. Not owned.
    void setEmulator(SmartCaptchaEmulator *emulator);

Q_SIGNALS:
    /// The user wants the service to go offline, or to come back.
    void reachableRequested(bool reachable);
    /// A user action, for the timeline.
    void noted(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    QPointer<SmartCaptchaEmulator> m_emulator;
    QWidget *const m_switches;
    QLabel *const m_without;
    QLabel *const m_scenarioLabel;
    QComboBox *const m_scenario;
    QLabel *const m_description;
    QCheckBox *const m_reachable;
    QPushButton *const m_pass;
    QLabel *const m_hint;
};
