// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenariospage.h"

#include "exchangepanel.h"
#include "faultpanel.h"
#include "judge/eventtext.h"
#include "look/textlabel.h"
#include "notespanel.h"
#include "play/batch.h"
#include "play/stage.h"
#include "scenariocard.h"
#include "scenariopanel.h"
#include "session/session.h"
#include "timelinepanel.h"
#include "token/tokencard.h"
#include "token/tokendesk.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qcoreevent.h>
#include <QtCore/qsettings.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qstackedwidget.h>
#include <QtWidgets/qtabwidget.h>
#include <QtWidgets/qtreeview.h>

#include <algorithm>

using Qa::Performer;
using Qa::Source;

namespace {

// A tester needs more time than the scenario gives the harness.
constexpr int patience = 600000; // milliseconds

} // namespace

ScenariosPage::ScenariosPage(Qa::Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session)
    , m_list(new ScenarioPanel(&m_model))
    , m_stage(new Qa::Stage(this))
    , m_stagePlace(new QStackedWidget)
    , m_stageEmpty(TextLabel::make())
    , m_card(new ScenarioCard(session, &m_model))
    , m_tokenCard(new TokenCard)
    , m_tokenDesk(new TokenDesk(m_tokenCard, this))
    , m_faults(new FaultPanel)
    , m_notes(new NotesPanel(session))
    , m_timelinePanel(new TimelinePanel(&m_timeline))
    , m_exchangePanel(new ExchangePanel(&m_exchanges))
    , m_side(new QTabWidget)
    , m_below(new QTabWidget)
    , m_across(new QSplitter(Qt::Horizontal))
    , m_down(new QSplitter(Qt::Vertical))
{
    m_stageEmpty->setAlignment(Qt::AlignCenter);
    m_stageEmpty->setMargin(24);
    auto *scroll = new QScrollArea;
    scroll->setAlignment(Qt::AlignCenter);
    scroll->setWidget(m_stage);
    m_stagePlace->addWidget(m_stageEmpty);
    m_stagePlace->addWidget(scroll);
    m_stagePlace->setMinimumWidth(240);

    m_side->addTab(m_card, QString());
    m_side->addTab(m_tokenCard, QString());
    m_side->addTab(m_faults, QString());
    m_side->addTab(m_notes, QString());
    m_below->addTab(m_timelinePanel, QString());
    m_below->addTab(m_exchangePanel, QString());
    for (QTabWidget *tabs : {m_side, m_below})
        tabs->setDocumentMode(true);
    m_across->addWidget(m_list);
    m_across->addWidget(m_stagePlace);
    m_across->addWidget(m_side);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({430, 520, 340});
    m_down->addWidget(m_across);
    m_down->addWidget(m_below);
    m_down->setStretchFactor(0, 1);
    m_down->setSizes({560, 200});
    for (QSplitter *splitter : {m_across, m_down})
        splitter->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_down);

    connect(m_list, &ScenarioPanel::currentChanged, this, &ScenariosPage::choose);
    connect(m_list, &ScenarioPanel::activated, this, &ScenariosPage::run);
    connect(m_list, &ScenarioPanel::shownChanged, this, &ScenariosPage::choiceChanged);
    connect(session, &Qa::Session::opened, this, [this] {
        m_exchanges.clear();
        clearStage();
        refreshTimeline();
        Q_EMIT choiceChanged();
    });
    connect(session, &Qa::Session::changed, this, &ScenariosPage::choiceChanged);
    connect(m_stage, &Qa::Stage::prepared, this, &ScenariosPage::connectCaptcha);
    connect(m_card, &ScenarioCard::judged, this, &ScenariosPage::judge);
    connect(m_card, &ScenarioCard::executeRequested, this, [this] { m_stage->captcha()->execute(); });
    connect(m_card, &ScenarioCard::cancelRequested, this, [this] { m_stage->captcha()->cancel(); });
    connect(m_card, &ScenarioCard::resetRequested, this, [this] { m_stage->captcha()->reset(); });
    connect(m_notes, &NotesPanel::pictureRequested, this, &ScenariosPage::takePicture);
    connect(m_faults, &FaultPanel::reachableRequested, this, [this](bool reachable) {
        if (m_stage->setServiceReachable(reachable))
            note(Qa::EventText::serviceReachable(reachable));
    });
    connect(m_faults, &FaultPanel::noted, this, &ScenariosPage::note);
    m_notes->setPictureThere(false);
    retranslate();
}

ScenariosPage::~ScenariosPage()
{
    // Signals emitted during destruction must not reach this half-destroyed page.
    if (m_batch)
        m_batch->disconnect(this);
    delete m_batch;
    m_stage->disconnect(this);
    m_session->disconnect(this);
    m_list->disconnect(this);
    m_notes->keep();
}

bool ScenariosPage::setProfile(const Qa::Profile &profile, QString *problem)
{
    clearStage();
    const bool set = m_stage->setProfile(profile, problem);
    m_faults->setEmulator(m_stage->emulator());
    m_tokenDesk->setEmulator(m_stage->emulator());
    Q_EMIT choiceChanged();
    return set;
}

void ScenariosPage::setScenarios(const QList<Qa::Scenario> &scenarios)
{
    const QString id = m_list->current();
    m_model.setScenarios(scenarios);
    m_list->setCurrent(id.isEmpty() && !scenarios.isEmpty() ? scenarios.constFirst().id : id);
}

void ScenariosPage::setLocale(const QLocale &locale)
{
    m_model.setLocale(locale);
    m_card->setLocale(locale);
}

ScenariosPage::Running ScenariosPage::running() const
{
    if (!m_batch)
        return Running::Nobody;
    return m_byPerson ? Running::Person : Running::Harness;
}

bool ScenariosPage::canRunByItself() const
{
    const Qa::Scenario *scenario = m_model.scenario(m_list->current());
    return scenario
        && scenario->canBePerformedBy(m_stage->emulator() ? Performer::Emulator : Performer::Service);
}

QStringList ScenariosPage::failed() const
{
    QStringList ids;
    for (const Qa::Scenario &scenario : m_model.scenarios()) {
        const auto state = m_model.state(scenario.id);
        if (state == ScenarioModel::State::Failed || state == ScenarioModel::State::Stopped)
            ids << scenario.id;
    }
    return ids;
}

bool ScenariosPage::canTakePicture() const
{
    return !m_lastId.isEmpty() && m_list->current() == m_lastId;
}

bool ScenariosPage::isOfCaptcha(const QWidget *window) const
{
    return window && window == m_stage->popup();
}

void ScenariosPage::clearStage()
{
    m_lastId.clear();
    m_tokenDesk->clear();
    m_stagePlace->setCurrentIndex(0);
    m_card->setCaptchaThere(false);
    m_notes->setPictureThere(false);
}

void ScenariosPage::note(const QString &text)
{
    if (m_runningId.isEmpty()) {
        m_timeline.add(Source::Person, text);
        return;
    }
    const Qa::TimelineEvent event{
        m_runningSince.msecsTo(QDateTime::currentDateTime()), Source::Person, {}, text};
    m_runningNotes << event;
    m_runningEvents << event;
    if (m_list->current() == m_runningId)
        m_timeline.add(event);
}

Qa::ScenarioResult ScenariosPage::withNotes(Qa::ScenarioResult result) const
{
    result.events << m_runningNotes;
    std::stable_sort(result.events.begin(), result.events.end(),
                     [](const Qa::TimelineEvent &a, const Qa::TimelineEvent &b) {
                         return a.milliseconds < b.milliseconds;
                     });
    return result;
}

void ScenariosPage::run()
{
    if (!m_list->current().isEmpty())
        start({m_list->current()}, !canRunByItself());
}

void ScenariosPage::runByHand()
{
    if (!m_list->current().isEmpty())
        start({m_list->current()}, true);
}

void ScenariosPage::runShown()
{
    start(m_list->shown(), false);
}

void ScenariosPage::runFailed()
{
    start(failed(), false);
}

void ScenariosPage::play(const QStringList &ids)
{
    start(ids, false);
}

void ScenariosPage::start(const QStringList &ids, bool byPerson)
{
    if (m_batch || ids.isEmpty())
        return;
    m_notes->keep();
    QList<Qa::Scenario> scenarios;
    for (const QString &id : ids) {
        scenarios << *m_model.scenario(id);
        if (byPerson)
            scenarios.last().expectation.within = qMax(scenarios.last().expectation.within, patience);
    }
    const Performer performer = byPerson ? Performer::Person
        : m_stage->emulator()            ? Performer::Emulator
                                         : Performer::Service;
    m_byPerson = byPerson;
    m_batch = new Qa::Batch(scenarios, m_stage, performer, this);
    m_batch->setPictureFolder(m_session->pictureFolder());
    connect(m_batch, &Qa::Batch::scenarioStarted, this, &ScenariosPage::scenarioStarts);
    connect(m_batch, &Qa::Batch::eventHappened, this, [this](const Qa::TimelineEvent &event) {
        m_runningEvents << event;
        if (m_list->current() == m_runningId)
            m_timeline.add(event);
    });
    connect(m_batch, &Qa::Batch::stepChanged, this, [this](int step) {
        m_runningStep = step;
        if (m_list->current() == m_runningId)
            m_card->setStep(step);
    });
    connect(m_batch, &Qa::Batch::scenarioFinished, this, [this](const Qa::ScenarioResult &result) {
        m_model.setRunning({});
        m_runningId.clear();
        m_session->record(withNotes(result));
        if (result.status == Qa::Status::Failed && m_list->current() == result.id)
            m_side->setCurrentWidget(m_card);
        refreshTimeline();
    });
    connect(m_batch, &Qa::Batch::scenarioPictured, this, [this](const Qa::ScenarioResult &result) {
        m_session->record(withNotes(result));
        Q_EMIT scenarioEnded(result);
    });
    connect(m_batch, &Qa::Batch::finished, this, &ScenariosPage::end);
    m_card->setJudging(byPerson);
    // A request of the tester's would be counted as one of the scenario's.
    m_tokenCard->setEnabled(byPerson);
    Q_EMIT runningChanged();
    m_batch->start();
}

void ScenariosPage::scenarioStarts(const QString &id, int number, int of)
{
    m_model.setRunning(id);
    m_runningId = id;
    m_runningSince = QDateTime::currentDateTime();
    m_runningEvents.clear();
    m_runningNotes.clear();
    m_runningStep = -1;
    m_lastId = id;
    m_list->setCurrent(id);
    m_timeline.setEvents(m_runningSince, {});
    m_tokenDesk->clear();
    if (m_byPerson)
        m_side->setCurrentWidget(m_card);
    Q_EMIT scenarioStarted(id);
    Q_EMIT progressed(number, of);
}

void ScenariosPage::end()
{
    m_batch->deleteLater();
    m_batch = nullptr;
    m_card->setJudging(false);
    m_card->setStep(-1);
    m_tokenCard->setEnabled(true);
    // The focus goes back to the list, unless the tester has moved it out of the stage.
    const QWidget *const focus = QApplication::focusWidget();
    if (!focus || m_stage->isAncestorOf(focus))
        m_list->view()->setFocus();
    Q_EMIT runningChanged();
}

void ScenariosPage::stop()
{
    if (m_batch)
        m_batch->stop();
}

void ScenariosPage::judge(bool passed)
{
    if (m_batch && m_byPerson) {
        m_notes->keep();
        m_batch->judge(passed, m_session->note(m_runningId));
    }
}

void ScenariosPage::takePicture()
{
    if (canTakePicture())
        m_session->addPicture(m_lastId, m_stage->picture());
}

void ScenariosPage::keep()
{
    m_notes->keep();
}

void ScenariosPage::choose(const QString &id)
{
    m_card->setScenario(id);
    m_notes->setScenario(id);
    m_notes->setPictureThere(canTakePicture());
    refreshTimeline();
    Q_EMIT choiceChanged();
}

void ScenariosPage::refreshTimeline()
{
    const QString id = m_list->current();
    if (!m_runningId.isEmpty() && id == m_runningId) {
        m_timeline.setEvents(m_runningSince, m_runningEvents);
        m_card->setStep(m_runningStep);
        return;
    }
    const auto result = m_session->result(id);
    if (result)
        m_timeline.setEvents(result->began, result->events);
    else
        m_timeline.begin();
}

void ScenariosPage::connectCaptcha()
{
    m_stagePlace->setCurrentIndex(1);
    m_card->setCaptchaThere(true);
    Q_EMIT choiceChanged();
    m_notes->setPictureThere(canTakePicture());
    m_tokenDesk->setCaptcha(m_stage->captcha(), m_stage->verifier());
    connect(m_stage->verifier(), &SmartCaptchaVerifier::finished, this,
            [this](const SmartCaptchaResult &result) {
                m_exchanges.add(*m_stage->verifier(), result, m_lastId);
            });
}

void ScenariosPage::saveState(QSettings *settings) const
{
    settings->setValue(QStringLiteral("across"), m_across->saveState());
    settings->setValue(QStringLiteral("down"), m_down->saveState());
    settings->setValue(QStringLiteral("exchange"), m_exchangePanel->splitter()->saveState());
    settings->setValue(QStringLiteral("scenario"), m_list->current());
}

void ScenariosPage::restoreState(const QSettings &settings)
{
    m_across->restoreState(settings.value(QStringLiteral("across")).toByteArray());
    m_down->restoreState(settings.value(QStringLiteral("down")).toByteArray());
    m_exchangePanel->splitter()->restoreState(settings.value(QStringLiteral("exchange")).toByteArray());
    m_list->setCurrent(settings.value(QStringLiteral("scenario")).toString());
}

void ScenariosPage::retranslate()
{
    m_stageEmpty->setText(tr("The captcha appears here when a scenario runs.\nPress F5 to run the selected "
                             "scenario, Shift+F5 to run all."));
    m_side->setTabText(0, tr("Scenario"));
    m_side->setTabText(1, tr("Token"));
    m_side->setTabText(2, tr("Faults"));
    m_side->setTabText(3, tr("Notes"));
    m_below->setTabText(0, tr("Timeline"));
    m_below->setTabText(1, tr("Network"));
    Q_EMIT choiceChanged();
}

void ScenariosPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
