// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/scenario.h"
#include "scenariomodel.h"

#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTextBrowser;
QT_END_NAMESPACE

namespace Qa {
class Session;
}

/// What a scenario tests, what the tester has to do, and the result.
class ScenarioCard : public QWidget {
    Q_OBJECT

public:
    /// @p session and @p model are not owned and must outlive the card.
    ScenarioCard(Qa::Session *session, const ScenarioModel *model, QWidget *parent = nullptr);

    /// Empty for none.
    void setScenario(const QString &id);
    void setLocale(const QLocale &locale);
    /// The current step; -1 for none.
    void setStep(int step);
    /// Whether a tester is playing a scenario and can judge it.
    void setJudging(bool judging);
    /// Whether there is a captcha that can be executed, cancelled and reset.
    void setCaptchaThere(bool there);

Q_SIGNALS:
    void judged(bool passed);
    void executeRequested();
    void cancelRequested();
    void resetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    Qa::Session *const m_session;
    const ScenarioModel *const m_model;
    QString m_id;
    QLocale m_locale;
    int m_step = -1;
    QTextBrowser *const m_text;
    QPushButton *const m_passed;
    QPushButton *const m_failed;
    QPushButton *const m_execute;
    QPushButton *const m_cancel;
    QPushButton *const m_reset;
};
