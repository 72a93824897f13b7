// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "appearance/appearance.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtWidgets/qgroupbox.h>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
QT_END_NAMESPACE

/// What the person can choose: how the demo looks, how the captcha is asked for, what the service does.
class SettingsPanel : public QGroupBox {
    Q_OBJECT

public:
    /// @p scenarios is empty when the service is a real one.
    explicit SettingsPanel(const QStringList &scenarios, QWidget *parent = nullptr);

    [[nodiscard]] SmartCaptchaOptions::Mode mode() const;
    [[nodiscard]] SmartCaptchaOptions::PageSource pageSource() const;
    [[nodiscard]] SmartCaptchaWidget::ChallengePresentation presentation() const;
    [[nodiscard]] bool isTestMode() const;
    [[nodiscard]] bool isStrict() const;

    void setLanguage(const QLocale &locale);
    void setScheme(Appearance::Scheme scheme);
    void setMode(SmartCaptchaOptions::Mode mode);
    void setPageSource(SmartCaptchaOptions::PageSource source);
    void setPresentation(SmartCaptchaWidget::ChallengePresentation presentation);
    void setTestMode(bool testMode);
    void setStrict(bool strict);
    void setScenario(const QString &name);

Q_SIGNALS:
    void languageChosen(const QLocale &locale);
    void schemeChosen(Appearance::Scheme scheme);
    void scenarioChosen(const QString &name);
    /// Something that the captcha has to be loaded anew for.
    void captchaChanged();
    /// Something that matters to the verifier only.
    void policyChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addRow(QLabel **label, QWidget *field);

    QFormLayout *m_form;
    QLabel *m_languageLabel = nullptr;
    QLabel *m_schemeLabel = nullptr;
    QLabel *m_modeLabel = nullptr;
    QLabel *m_presentationLabel = nullptr;
    QLabel *m_pageLabel = nullptr;
    QLabel *m_policyLabel = nullptr;
    QLabel *m_scenarioLabel = nullptr;
    QComboBox *m_language;
    QComboBox *m_scheme;
    QComboBox *m_mode;
    QComboBox *m_presentation;
    QComboBox *m_page;
    QComboBox *m_policy;
    QComboBox *m_scenario = nullptr;
    QCheckBox *m_testMode;
};
