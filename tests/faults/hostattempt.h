// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"

#include <QtCore/qelapsedtimer.h>

/// A captcha in a form, which somebody executes as soon as it is ready.
class HostAttempt : public Attempt {
public:
    HostAttempt(const Fault &fault, Host host, QByteArray Outcomes::*column);
    ~HostAttempt() override;

    void begin() override;
    bool hasLoaded() override;
    bool hasArrived() override;
    void spoil() override;
    void goOn() override;
    bool isOver() override;
    void tell(Outcomes *outcomes) override;
    void heal() override;
    bool hasRecovered() override;
    QStringList problems() const override;

private:
    [[nodiscard]] QByteArray expected() const { return m_fault.outcomes.*m_column; }
    [[nodiscard]] SmartCaptchaOptions shortOptions() const;
    [[nodiscard]] QByteArray outcome() const;
    void show(const SmartCaptchaOptions &options);
    [[nodiscard]] bool isReady();
    [[nodiscard]] bool mustPress() const;
    [[nodiscard]] bool isOutOfSight() const;
    void executeWhenReady();
    void forgetOutcomes();

    const Fault m_fault;
    const Host m_host;
    QByteArray Outcomes::*const m_column;
    FaultySite m_site;
    std::unique_ptr<Scene> m_scene;
    int m_deadline = 0;
    int m_retries = 0;
    int m_askedBefore = 0; // for a token
    bool m_executed = false;
    QElapsedTimer m_sincePress;
    int m_presses = 0;
    bool m_arrived = false;
    bool m_healed = false;
    bool m_recovered = false;
    QElapsedTimer m_since; // the moment of the fault
    qint64 m_took = 0;
    QByteArray m_seen;
    QStringList m_details;
};
