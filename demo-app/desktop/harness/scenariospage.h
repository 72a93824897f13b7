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

/// The list of scenarios, the captcha that they use, and everything known about their results.
class ScenariosPage : public QWidget {
    Q_OBJECT

public:
    /// Who is playing scenarios at the moment.
    enum class Running { Nobody, Harness, Person };

    /// @p session is not owned and must outlive the page.
    explicit ScenariosPage(Qa::Session *session, QWidget *parent = nullptr);
    ~ScenariosPage() override;

    /// The service to test. False, with the reason in @p problem, when the emulator cannot listen.
    [[nodiscard]] bool setProfile(const Qa::Profile &profile, QString *problem);
    void setScenarios(const QList<Qa::Scenario> &scenarios);
    [[nodiscard]] const ScenarioModel &model() const { return m_model; }
    [[nodiscard]] ScenarioPanel *list() const { return m_list; }
    [[nodiscard]] Qa::Stage *stage() const { return m_stage; }
    void setLocale(const QLocale &locale);

    [[nodiscard]] Running running() const;
    /// Whether the harness can play the selected scenario itself.
    [[nodiscard]] bool canRunByItself() const;
    [[nodiscard]] QStringList failed() const;
    /// Whether the captcha on the stage is that of the selected scenario.
    [[nodiscard]] bool canTakePicture() const;
    /// Whether @p window was opened by the captcha.
    [[nodiscard]] bool isOfCaptcha(const QWidget *window) const;

    /// Plays the selected scenario: by the harness if possible, else by the tester.
    void run();
    /// Lets the tester play the selected scenario.
    void runByHand();
    /// Plays the scenarios that pass the filter, by the harness.
    void runShown();
    /// Plays the scenarios that failed or were stopped, by the harness.
    void runFailed();
    /// Plays the scenarios @p ids, by the harness.
    void play(const QStringList &ids);
    void stop();
    /// The tester's verdict on the running scenario.
    void judge(bool passed);
    void takePicture();
    /// Saves text that has been typed but not saved yet.
    void keep();

    void saveState(QSettings *settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void runningChanged();
    void progressed(int number, int of);
    void scenarioStarted(const QString &id);
    /// The result; the stage still shows the captcha's last state.
    void scenarioEnded(const Qa::ScenarioResult &result);
    /// Another scenario is selected, or the selected one can now be played in another way.
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
    QList<Qa::TimelineEvent> m_runningNotes; // what the tester did to the service during the run
    int m_runningStep = -1;
    QString m_lastId; // the id of the scenario that the captcha on the stage belongs to

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
