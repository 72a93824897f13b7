// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "batch.h"

#include "scenariorun.h"
#include "stage.h"

#include <QtCore/qdir.h>
#include <QtCore/qtimer.h>
#include <QtGui/qpixmap.h>

namespace Qa {

namespace {

constexpr int pictureDelay = 350; // milliseconds

} // namespace

Batch::Batch(const QList<Scenario> &scenarios, Stage *stage, Performer performer, QObject *parent)
    : QObject(parent)
    , m_scenarios(scenarios)
    , m_stage(stage)
    , m_performer(performer)
{
}

Batch::~Batch() = default;

void Batch::setPictureFolder(const QString &folder)
{
    m_pictureFolder = folder;
}

void Batch::start()
{
    QMetaObject::invokeMethod(this, &Batch::next, Qt::QueuedConnection);
}

void Batch::stop()
{
    m_stopped = true;
    if (m_run)
        m_run->stop();
}

void Batch::judge(bool passed, const QString &note)
{
    if (m_run)
        m_run->judge(passed, note);
}

ScenarioResult Batch::untried(const Scenario &scenario)
{
    ScenarioResult result;
    result.id = scenario.id;
    result.status = Status::Stopped;
    result.problem = tr("Not run because the run was stopped.");
    return result;
}

QString Batch::reasonToSkip(const Scenario &scenario) const
{
    // A person can play every scenario by hand, whoever it is meant for and whatever the screen's scale.
    if (m_performer == Performer::Person)
        return {};
    if (!scenario.canBePerformedBy(m_performer)) {
        if (scenario.canBePerformedBy(Performer::Person) && scenario.performers.size() == 1)
            return tr("Requires a person.");
        return m_performer == Performer::Service ? tr("Requires the emulator.")
                                                 : tr("Requires a real service.");
    }
    if (!scenario.canBeShownIn(m_stage->usualEngine()))
        return m_stage->browser() ? tr("Requires Qt WebEngine.")
                                  : tr("Requires a browser that is controlled.");
    // Qt fixes the screen's scale at start-up.
    if (!scenario.canBeShownAt(m_stage->devicePixelRatioF()))
        return tr("Requires a screen at %1 %.").arg(qRound(*scenario.settings.scale * 100));
    return {};
}

void Batch::next()
{
    if (m_results.size() == m_scenarios.size()) {
        Q_EMIT finished();
        return;
    }
    const Scenario &scenario = m_scenarios.at(m_results.size());
    if (m_stopped) {
        take(untried(scenario));
        return;
    }
    Q_EMIT scenarioStarted(scenario.id, int(m_results.size()) + 1, int(m_scenarios.size()));
    const QString reason = reasonToSkip(scenario);
    if (!reason.isEmpty()) {
        ScenarioResult skipped;
        skipped.id = scenario.id;
        skipped.problem = reason;
        take(skipped);
        return;
    }
    m_run = new ScenarioRun(scenario, m_stage, m_performer, this);
    m_run->setJudged(m_performer == Performer::Person && !scenario.instructions.isEmpty());
    connect(m_run, &ScenarioRun::eventHappened, this, &Batch::eventHappened);
    connect(m_run, &ScenarioRun::stepChanged, this, &Batch::stepChanged);
    connect(m_run, &ScenarioRun::finished, this, &Batch::take);
    m_run->start();
}

void Batch::take(const ScenarioResult &result)
{
    if (m_run)
        m_run->deleteLater();
    m_run = nullptr;
    // Reported at once, because the program may end before the picture is taken.
    m_results << result;
    Q_EMIT scenarioFinished(result);
    if (m_pictureFolder.isEmpty() || result.status == Status::Skipped || !result.began.isValid()) {
        QMetaObject::invokeMethod(this, &Batch::next, Qt::QueuedConnection);
        return;
    }
    // What a page draws reaches the window a few frames later.
    QTimer::singleShot(pictureDelay, this, [this] {
        ScenarioResult &shown = m_results.last();
        const QString name = shown.id + QLatin1String(".png");
        if (m_stage->picture().save(QDir(m_pictureFolder).filePath(name))) {
            shown.screenshot = name;
            Q_EMIT scenarioPictured(shown);
        }
        next();
    });
}

} // namespace Qa
