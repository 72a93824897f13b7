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

/// The switches of the emulator: which fault it has, whether it can be reached, what time it is there.
class FaultPanel : public QWidget {
    Q_OBJECT

public:
    explicit FaultPanel(QWidget *parent = nullptr);

    /// Null with a real service, which has no switches. Not owned.
    void setEmulator(SmartCaptchaEmulator *emulator);

Q_SIGNALS:
    /// The service is to go off the network, or to come back.
    void reachableRequested(bool reachable);
    /// What the person has done, for the timeline. English, as logs are.
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
