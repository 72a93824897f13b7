// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "judge/scenarioresult.h"
#include "scenario/scenario.h"

#include <QtCore/qobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>

/**
 * Some of the scenarios, in a process of their own that runs the same command. It prints a line for each as
 * soon as there is a result.
 */
class QaShare : public QObject {
    Q_OBJECT

public:
    explicit QaShare(const QList<Qa::Scenario> &scenarios, QObject *parent = nullptr);

    /// Whether this process is one that a share has started. It starts none itself, and leaves the summary to
    /// the other.
    [[nodiscard]] static bool isInOne();

    /// Makes everything on the screen of the process larger by this factor.
    void setScale(qreal factor) { m_factor = factor; }

    /// Starts the process with @p arguments besides those that choose the scenarios.
    void start(const QStringList &arguments);
    /// Ends it early; the scenarios that it has not begun are then stopped.
    void stop() { m_process.terminate(); }

    [[nodiscard]] const QList<Qa::Scenario> &scenarios() const { return m_scenarios; }

    /// What the process has reported. A process that crashed has no results.
    [[nodiscard]] QList<Qa::ScenarioResult> results() const;

Q_SIGNALS:
    void finished();

private:
    const QList<Qa::Scenario> m_scenarios;
    const QTemporaryDir m_folder;
    QProcess m_process;
    qreal m_factor = 1;
};
