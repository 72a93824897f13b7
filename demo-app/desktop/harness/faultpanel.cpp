// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "faultpanel.h"

#include "emulatortext.h"
#include "judge/eventtext.h"
#include "look/textlabel.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qpushbutton.h>

using namespace std::chrono_literals;

FaultPanel::FaultPanel(QWidget *parent)
    : QWidget(parent)
    , m_switches(new QWidget)
    , m_without(TextLabel::make())
    , m_scenarioLabel(new QLabel)
    , m_scenario(new QComboBox)
    , m_description(TextLabel::make())
    , m_reachable(new QCheckBox)
    , m_pass(new QPushButton)
    , m_hint(TextLabel::make())
{
    m_scenarioLabel->setBuddy(m_scenario);
    m_without->setAlignment(Qt::AlignCenter);
    // The names are those of the command line and are therefore not translated.
    m_scenario->addItems(SmartCaptchaEmulator::scenarioNames());
    m_scenario->setMinimumContentsLength(16);
    m_scenario->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reachable->setChecked(true);
    auto *column = new QVBoxLayout(m_switches);
    column->addWidget(m_scenarioLabel);
    column->addWidget(m_scenario);
    column->addWidget(m_description);
    column->addSpacing(8);
    column->addWidget(m_reachable);
    column->addWidget(m_pass, 0, Qt::AlignLeft);
    column->addSpacing(8);
    column->addWidget(m_hint);
    column->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_switches);
    all->addWidget(m_without);

    connect(m_scenario, &QComboBox::activated, this, [this] {
        const QString name = m_scenario->currentText();
        if (m_emulator && m_emulator->setScenario(name))
            Q_EMIT noted(Qa::EventText::emulatorScenario(name));
    });
    connect(m_reachable, &QCheckBox::clicked, this, &FaultPanel::reachableRequested);
    connect(m_pass, &QPushButton::clicked, this, [this] {
        if (!m_emulator)
            return;
        m_emulator->advanceClock(5min + 1s);
        Q_EMIT noted(tr("The emulator\u2019s clock is five minutes further"));
    });
    retranslate();
}

void FaultPanel::setEmulator(SmartCaptchaEmulator *emulator)
{
    if (m_emulator)
        m_emulator->disconnect(this);
    m_emulator = emulator;
    if (emulator) {
        connect(emulator, &SmartCaptchaEmulator::scenarioChanged, this, &FaultPanel::refresh);
        connect(emulator, &SmartCaptchaEmulator::listeningChanged, this, &FaultPanel::refresh);
    }
    refresh();
}

void FaultPanel::refresh()
{
    m_switches->setVisible(m_emulator);
    m_without->setVisible(!m_emulator);
    if (!m_emulator)
        return;
    const QString name = SmartCaptchaEmulator::scenarioName(m_emulator->scenario());
    m_scenario->setCurrentText(name);
    m_description->setText(EmulatorText::description(name));
    m_reachable->setChecked(m_emulator->isListening());
}

void FaultPanel::retranslate()
{
    m_without->setText(tr("Faults can only be simulated with the emulator profile."));
    m_scenarioLabel->setText(tr("Emulator behaviour:"));
    m_reachable->setText(tr("The service is reachable"));
    m_pass->setText(tr("Advance the clock by 5 minutes"));
    m_hint->setText(tr("Changes take effect immediately. The next scenario resets them."));
    refresh();
}

void FaultPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
