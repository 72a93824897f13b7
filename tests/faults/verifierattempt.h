// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qelapsedtimer.h>

#include <memory>

/// The question about a token, to the service or to the application's backend, by POST.
class VerifierAttempt : public Attempt {
public:
    explicit VerifierAttempt(const Fault &fault);

    void begin() override;
    bool hasLoaded() override { return true; }
    bool hasArrived() override;
    void spoil() override;
    void goOn() override;
    bool isOver() override;
    void tell(Outcomes *outcomes) override;
    void heal() override;
    bool hasRecovered() override { return !m_results.isEmpty(); }
    QStringList problems() const override;

private:
    [[nodiscard]] QByteArray expected() const { return m_fault.outcomes.verifier; }
    void makeVerifier();
    void ask();
    [[nodiscard]] QByteArray outcome() const;

    const Fault m_fault;
    FaultySite m_site;
    std::unique_ptr<SmartCaptchaVerifier> m_verifier;
    QList<SmartCaptchaResult> m_results;
    QByteArray m_seen;
    int m_deadline = 30000;
    QElapsedTimer m_since; // the question, or the moment of the fault
    qint64 m_took = 0;
};
