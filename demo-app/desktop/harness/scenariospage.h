// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchangemodel.h"
#include "judge/scenarioresult.h"
#include "profile/profile.h"
#include "scenario/scenario.h"
#include "scenariomodel.h"
#include "timelinemodel.h"

#include <QtCore/qpointer.h>
#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTabWidget;
QT_END_NAMESPACE

class ExchangePanel;
class FaultPanel;
class NotesPanel;
class ScenarioCard;
class ScenarioPanel;
class TimelinePanel;
class TokenCard;
class TokenDesk;

namespace Qa {
class Batch;
class Session;
class Stage;
} // namespace Qa

/// The list of scenarios, the captcha that they play with, and everything that is known of what came of them.
class ScenariosPage : public QWidget {
    Q_OBJECT

public:
    /// Who carries scenarios out at the moment.
    enum class Running { Nobody, Harness, Person };

    /// @p session is not owned and has to outlive the page.
    explicit ScenariosPage(Qa::Session *session, QWidget *parent = nullptr);
    ~ScenariosPage() override;

    /// The service to try. False, with the reason in @p problem, when the emulator cannot listen.
    [[nodiscard]] bool setProfile(const Qa::Profile &profile, QString *problem);
    void setScenarios(const QList<Qa::Scenario> &scenarios);
    [[nodiscard]] const ScenarioModel &model() const { return m_model; }
    [[nodiscard]] ScenarioPanel *list() const { return m_list; }
    [[nodiscard]] Qa::Stage *stage() const { return m_stage; }
    void setLocale(const QLocale &locale);

    [[nodiscard]] Running running() const;
    /// Whether the chosen scenario can be carried out by the harness itself.
    [[nodiscard]] bool canRunByItself() const;
    [[nodiscard]] QStringList failed() const;
    /// Whether the captcha on the stage is that of the chosen scenario.
    [[nodiscard]] bool canTakePicture() const;
    /// Whether @p window is one that the captcha has opened.
    [[nodiscard]] bool isOfCaptcha(const QWidget *window) const;

    /// The chosen scenario, by the harness where it can, else by the person.
    void run();
    /// The chosen scenario, by the person.
    void runByHand();
    /// Those that are in sight, by the harness.
    void runShown();
    /// Those that have failed or were stopped, by the harness.
    void runFailed();
    /// Those called @p ids, by the harness.
    void play(const QStringList &ids);
    void stop();
    /// The person's word on the scenario that is under way.
    void judge(bool passed);
    void takePicture();
    /// Writes down what has been typed and not kept yet.
    void keep();

    void saveState(QSettings *settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void runningChanged();
    void progressed(int number, int of);
    void scenarioStarted(const QString &id);
    /// What came of it; the window still shows the end.
    void scenarioEnded(const Qa::ScenarioResult &result);
    /// Another scenario is chosen, or another one can be run.
    void choiceChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void start(const QStringList &ids, bool byPerson);
    void choose(const QString &id);
    void scenarioStarts(const QString &id, int number, int of);
    void connectCaptcha();
    void end();
    void retranslate();
    void refreshTimeline();
    void clearStage();
    void note(const QString &text);
    [[nodiscard]] Qa::ScenarioResult withNotes(Qa::ScenarioResult result) const;

    Qa::Session *const m_session;
    ScenarioModel m_model;
    TimelineModel m_timeline;
    ExchangeModel m_exchanges;
    QPointer<Qa::Batch> m_batch;
    bool m_byPerson = false;
    QString m_runningId;
    QDateTime m_runningSince;
    QList<Qa::TimelineEvent> m_runningEvents;
    QList<Qa::TimelineEvent> m_runningNotes; // what the tester has done to the service meanwhile
    int m_runningStep = -1;
    QString m_lastId; // the one that the captcha on the stage belongs to

    ScenarioPanel *const m_list;
    Qa::Stage *const m_stage;
    QStackedWidget *const m_stagePlace;
    QLabel *const m_stageEmpty;
    ScenarioCard *const m_card;
    TokenCard *const m_tokenCard;
    TokenDesk *const m_tokenDesk;
    FaultPanel *const m_faults;
    NotesPanel *const m_notes;
    TimelinePanel *const m_timelinePanel;
    ExchangePanel *const m_exchangePanel;
    QTabWidget *const m_side;
    QTabWidget *const m_below;
    QSplitter *const m_across;
    QSplitter *const m_down;
};
