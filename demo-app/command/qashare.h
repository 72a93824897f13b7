// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"
#include "scenario/scenario.h"

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qprocess.h>

/**
 * Some of the scenarios, in a process of their own that runs the same command. It hands over each result at
 * once, as a line of JSON on its standard output, so that a crash costs those results only that are missing.
 */
class QaShare : public QObject {
    Q_OBJECT

public:
    explicit QaShare(const QList<Qa::Scenario> &scenarios, QObject *parent = nullptr);

    /// Makes everything on the screen of the process larger by this factor.
    void setScale(qreal factor) { m_factor = factor; }

    /// Starts the process with @p arguments besides those that choose the scenarios. It gets @p key on its
    /// standard input, because where the key came from may be read only once, or ask a person.
    void start(const QStringList &arguments, const SmartCaptchaServerKey &key);
    /// Ends it early, however far it has started, or keeps it from starting.
    void stop();

    /// Those so far, in no order. After finished() there is one for each scenario: if its process ended
    /// before, it has failed, or was stopped.
    [[nodiscard]] QList<Qa::ScenarioResult> results() const { return m_results.values(); }

    /// Whether this process is one that a share has started. It starts none itself, and leaves all reports to
    /// the other.
    [[nodiscard]] static bool isInOne();
    /// In such a process: the key that start() got.
    [[nodiscard]] static SmartCaptchaServerKey receiveKey();
    /// In such a process: hands @p result over, in place of an earlier one. False if nobody reads it.
    [[nodiscard]] static bool handOver(const Qa::ScenarioResult &result);

Q_SIGNALS:
    /// The first result of a scenario is there.
    void scenarioFinished(const Qa::ScenarioResult &result);
    void finished();

private:
    void readResults();
    void end();
    void take(const Qa::ScenarioResult &result);

    const QList<Qa::Scenario> m_scenarios;
    QHash<QString, Qa::ScenarioResult> m_results; // by the scenario's id
    QByteArray m_key;
    QProcess m_process;
    qreal m_factor = 1;
    bool m_stopped = false;
};
