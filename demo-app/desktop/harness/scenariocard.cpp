// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariocard.h"

#include "look/glyph.h"
#include "scenario/vocabulary.h"
#include "session/session.h"

#include <QtCore/qcoreevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qtextbrowser.h>

using Qa::Vocabulary::wordFor;

namespace {

// Every text from a file or a service goes through here.
QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString paragraph(const QString &html)
{
    return QStringLiteral("<p>%1</p>").arg(html);
}

QString heading(const QString &text)
{
    return QStringLiteral("<p style=\"margin-top:10px;margin-bottom:2px\"><b>%1</b></p>").arg(escaped(text));
}

QString list(const QString &tag, const QStringList &items)
{
    QString html;
    for (const QString &item : items)
        html += QStringLiteral("<li>%1</li>").arg(item);
    return QStringLiteral("<%1 style=\"margin-top:2px\">%2</%1>").arg(tag, html);
}

QString words(const Qa::Step &step)
{
    QString text = wordFor(step.kind);
    if (!step.text.isEmpty())
        text += QLatin1Char(' ') + step.text;
    if (step.milliseconds > 0)
        text += QStringLiteral(" %1 ms").arg(step.milliseconds);
    if (step.size.isValid())
        text += QStringLiteral(" %1 \u00d7 %2").arg(step.size.width()).arg(step.size.height());
    return text;
}

} // namespace

ScenarioCard::ScenarioCard(Qa::Session *session, const ScenarioModel *model, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_text(new QTextBrowser)
    , m_passed(new QPushButton)
    , m_failed(new QPushButton)
    , m_execute(new QPushButton)
    , m_cancel(new QPushButton)
    , m_reset(new QPushButton)
{
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    m_passed->setIcon(ScenarioModel::stateIcon(ScenarioModel::State::Passed));
    m_failed->setIcon(ScenarioModel::stateIcon(ScenarioModel::State::Failed));
    auto *verdicts = new QHBoxLayout;
    verdicts->addWidget(m_passed);
    verdicts->addWidget(m_failed);
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_execute);
    actions->addWidget(m_cancel);
    actions->addWidget(m_reset);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addLayout(actions);
    column->addLayout(verdicts);
    connect(m_passed, &QPushButton::clicked, this, [this] { Q_EMIT judged(true); });
    connect(m_failed, &QPushButton::clicked, this, [this] { Q_EMIT judged(false); });
    connect(m_execute, &QPushButton::clicked, this, &ScenarioCard::executeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ScenarioCard::cancelRequested);
    connect(m_reset, &QPushButton::clicked, this, &ScenarioCard::resetRequested);
    connect(session, &Qa::Session::changed, this, [this](const QString &id) {
        if (id == m_id)
            refresh();
    });
    connect(session, &Qa::Session::opened, this, &ScenarioCard::refresh);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const QModelIndex own = m_model->indexOf(m_id);
                if (own.row() >= first.row() && own.row() <= last.row())
                    refresh();
            });
    setJudging(false);
    setCaptchaThere(false);
    retranslate();
}

void ScenarioCard::setScenario(const QString &id)
{
    m_id = id;
    m_step = -1;
    refresh();
    m_text->verticalScrollBar()->setValue(0);
}

void ScenarioCard::setLocale(const QLocale &locale)
{
    m_locale = locale;
    refresh();
}

void ScenarioCard::setStep(int step)
{
    m_step = step;
    refresh();
}

void ScenarioCard::setJudging(bool judging)
{
    m_passed->setEnabled(judging);
    m_failed->setEnabled(judging);
}

void ScenarioCard::setCaptchaThere(bool there)
{
    for (QPushButton *button : {m_execute, m_cancel, m_reset})
        button->setEnabled(there);
}

void ScenarioCard::refresh()
{
    const Qa::Scenario *scenario = m_model->scenario(m_id);
    if (!scenario) {
        m_text->setHtml(paragraph(escaped(tr("Select a scenario in the list."))));
        return;
    }
    const int position = m_text->verticalScrollBar()->value();
    QString html =
        QStringLiteral("<h3 style=\"margin-bottom:0\">%1</h3>").arg(escaped(scenario->title.in(m_locale)));
    html += paragraph(
        QStringLiteral("<code>%1</code> \u00b7 %2")
            .arg(escaped(scenario->id), escaped(ScenarioModel::stateText(m_model->state(scenario->id)))));
    if (const auto result = m_session->result(m_id); result && !result->problem.isEmpty())
        html += paragraph(QStringLiteral("<b>%1</b>").arg(escaped(result->problem)));
    if (const QString about = scenario->about.in(m_locale); !about.isEmpty())
        html += paragraph(escaped(about));
    if (!scenario->instructions.isEmpty()) {
        QStringList items;
        for (const Qa::LocalText &text : scenario->instructions)
            items << escaped(text.in(m_locale));
        html += heading(tr("Instructions")) + list(QStringLiteral("ol"), items);
    }
    if (!scenario->steps.isEmpty()) {
        QStringList items;
        for (int i = 0; i < scenario->steps.size(); ++i) {
            const QString text = escaped(words(scenario->steps.at(i)));
            items << (i == m_step ? QStringLiteral("<b>%1</b> \u2190").arg(text) : text);
        }
        html += heading(tr("Steps")) + list(QStringLiteral("ol"), items);
    }
    const Qa::Expectation &expected = scenario->expectation;
    QStringList wanted;
    const auto add = [&wanted](const QString &name, const QString &value) {
        if (!value.isEmpty())
            wanted << QStringLiteral("%1: <code>%2</code>").arg(escaped(name), escaped(value));
    };
    add(tr("Outcome"), expected.outcome);
    add(tr("Error"), expected.error);
    add(tr("Verdict"), expected.verdict);
    if (expected.accepted)
        wanted << escaped(*expected.accepted ? tr("accepted") : tr("not accepted"));
    if (expected.cause != QLatin1String("noError"))
        add(tr("Cause"), expected.cause);
    add(tr("Events, in order"), expected.events.join(QLatin1String(", ")));
    add(tr("Must not happen"), expected.never.join(QLatin1String(", ")));
    add(tr("Time limit"), tr("%1 s").arg(m_locale.toString(expected.within / 1000)));
    html += heading(tr("Expected result")) + list(QStringLiteral("ul"), wanted);

    QStringList set;
    const auto note = [&set](const QString &name, const QString &value) {
        set << QStringLiteral("%1: <code>%2</code>").arg(escaped(name), escaped(value));
    };
    const Qa::Settings &settings = scenario->settings;
    note(tr("Emulator"), settings.emulatorScenario);
    note(tr("Kind"), wordFor(settings.options.mode()));
    note(tr("Challenge"), wordFor(settings.presentation));
    note(tr("Window"),
         QStringLiteral("%1 \u00d7 %2").arg(settings.window.width()).arg(settings.window.height())
             + (settings.scale ? QStringLiteral(", %1 %").arg(qRound(*settings.scale * 100)) : QString()));
    note(tr("Colours"), wordFor(settings.colors));
    html += heading(tr("Settings")) + list(QStringLiteral("ul"), set);
    m_text->setHtml(html);
    m_text->verticalScrollBar()->setValue(position);
}

void ScenarioCard::retranslate()
{
    m_text->setAccessibleName(tr("About the scenario"));
    m_passed->setText(tr("Passed"));
    m_passed->setToolTip(tr("For manual scenarios: everything worked as expected."));
    m_failed->setText(tr("Failed"));
    m_failed->setToolTip(
        tr("For manual scenarios: something did not work as expected. Describe it in the notes."));
    m_execute->setText(tr("Execute"));
    m_execute->setToolTip(tr("Starts an invisible captcha, as an application does"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancels the attempt, as an application does"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Resets the captcha, as an application does"));
    refresh();
}

void ScenarioCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
