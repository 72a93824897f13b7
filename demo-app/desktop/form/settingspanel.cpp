// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "settingspanel.h"

#include "harness/emulatortext.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qcheckbox.h>
#include <QtWidgets/qcombobox.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlabel.h>

using Engine = SmartCaptchaWidget::Engine;
using Mode = SmartCaptchaOptions::Mode;
using PageSource = SmartCaptchaOptions::PageSource;
using Presentation = SmartCaptchaWidget::ChallengePresentation;

namespace {

template <typename Value>
void choose(QComboBox *box, Value value)
{
    box->setCurrentIndex(box->findData(QVariant::fromValue(int(value))));
}

template <typename Value>
Value chosen(const QComboBox *box)
{
    return Value(box->currentData().toInt());
}

} // namespace

SettingsPanel::SettingsPanel(QWidget *parent)
    : QGroupBox(parent)
    , m_form(new QFormLayout(this))
    , m_mode(new QComboBox(this))
    , m_presentation(new QComboBox(this))
    , m_page(new QComboBox(this))
    , m_engine(new QComboBox(this))
    , m_policy(new QComboBox(this))
    , m_scenario(new QComboBox(this))
    , m_testMode(new QCheckBox(this))
    , m_verifyAtOnce(new QCheckBox(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const auto mode : {Mode::Standard, Mode::Invisible})
        m_mode->addItem(QString(), int(mode));
    for (const auto presentation : {Presentation::Inline, Presentation::Popup})
        m_presentation->addItem(QString(), int(presentation));
    for (const auto source : {PageSource::Auto, PageSource::ServicePage})
        m_page->addItem(QString(), int(source));
    for (const auto engine : {Engine::Auto, Engine::WebEngine, Engine::Browser})
        m_engine->addItem(QString(), int(engine));
    m_policy->addItem(QString(), 0);
    m_policy->addItem(QString(), 1);

    addRow(&m_modeLabel, m_mode);
    addRow(&m_presentationLabel, m_presentation);
    addRow(&m_pageLabel, m_page);
    addRow(&m_engineLabel, m_engine);
    addRow(&m_policyLabel, m_policy);
    // The names are those of the command line and are therefore not translated.
    const QStringList scenarios = SmartCaptchaEmulator::scenarioNames();
    for (const QString &name : scenarios)
        m_scenario->addItem(name, name);
    addRow(&m_scenarioLabel, m_scenario);
    connect(m_scenario, &QComboBox::currentTextChanged, this, &SettingsPanel::scenarioChosen);
    m_form->addRow(m_testMode);
    m_form->addRow(m_verifyAtOnce);
    m_verifyAtOnce->setChecked(true);

    for (QComboBox *box : {m_mode, m_presentation, m_page, m_engine})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsPanel::captchaChanged);
    connect(m_policy, &QComboBox::currentIndexChanged, this, &SettingsPanel::policyChanged);
    connect(m_testMode, &QCheckBox::toggled, this, &SettingsPanel::captchaChanged);
    connect(m_verifyAtOnce, &QCheckBox::toggled, this, &SettingsPanel::verifyAtOnceChanged);
    retranslate();
}

void SettingsPanel::addRow(QLabel **label, QWidget *field)
{
    *label = new QLabel(this);
    (*label)->setBuddy(field);
    m_form->addRow(*label, field);
}

Mode SettingsPanel::mode() const
{
    return chosen<Mode>(m_mode);
}

PageSource SettingsPanel::pageSource() const
{
    return chosen<PageSource>(m_page);
}

Presentation SettingsPanel::presentation() const
{
    return chosen<Presentation>(m_presentation);
}

Engine SettingsPanel::engine() const
{
    return chosen<Engine>(m_engine);
}

bool SettingsPanel::isTestMode() const
{
    return m_testMode->isChecked();
}

bool SettingsPanel::isVerifiedAtOnce() const
{
    return m_verifyAtOnce->isChecked();
}

bool SettingsPanel::isStrict() const
{
    return m_policy->currentData().toInt() == 1;
}

void SettingsPanel::setMode(Mode mode)
{
    choose(m_mode, mode);
}

void SettingsPanel::setEngine(Engine engine)
{
    choose(m_engine, engine);
}

void SettingsPanel::setStrict(bool strict)
{
    choose(m_policy, strict ? 1 : 0);
}

void SettingsPanel::setScenario(const QString &name)
{
    m_scenario->setCurrentText(name);
}

void SettingsPanel::setEmulatorThere(bool there)
{
    m_form->setRowVisible(m_scenario, there);
}

QString SettingsPanel::scenario() const
{
    return m_scenario->currentText();
}

void SettingsPanel::retranslate()
{
    setTitle(tr("Settings"));
    m_modeLabel->setText(tr("&Kind:"));
    m_presentationLabel->setText(tr("Challenge:"));
    m_pageLabel->setText(tr("Page:"));
    m_engineLabel->setText(tr("Engine:"));
    m_engine->setItemText(0, tr("Automatic"));
    m_engine->setItemText(1, QStringLiteral("Qt WebEngine"));
    m_engine->setItemText(2, tr("Your own browser"));
    m_policyLabel->setText(tr("P&olicy:"));
    m_mode->setItemText(0, tr("With a button"));
    m_mode->setItemText(1, tr("Invisible"));
    m_presentation->setItemText(0, tr("In the form"));
    m_presentation->setItemText(1, tr("In a separate window"));
    m_page->setItemText(0, tr("The SDK\u2019s own"));
    m_page->setItemText(1, tr("The service\u2019s ready page"));
    m_policy->setItemText(0, tr("As recommended by the service"));
    m_policy->setItemText(1, tr("Strict"));
    m_testMode->setText(tr("&Always show a challenge (test mode)"));
    m_verifyAtOnce->setText(tr("Verify each toke&n immediately"));
    m_scenarioLabel->setText(tr("Sc&enario:"));
    for (int i = 0; i < m_scenario->count(); ++i)
        m_scenario->setItemData(i, EmulatorText::description(m_scenario->itemText(i)), Qt::ToolTipRole);
}

void SettingsPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
