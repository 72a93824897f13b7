// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qelapsedtimer.h>

/// The question about a token, to the service or to the application's backend, by POST.
class VerifierAttempt : public Attempt {
public:
    explicit VerifierAttempt(const Fault &fault);

    void begin() override;
    bool hasLoaded() override { return true; }
    bool hasArrived() override { return true; }
    void spoil() override {}
    void goOn() override {}
    bool isOver() override { return !m_results.isEmpty(); }
    void tell(Outcomes *outcomes) override;
    void heal() override;
    bool hasRecovered() override { return !m_results.isEmpty(); }
    QStringList problems() const override;

private:
    void ask();
    [[nodiscard]] QByteArray outcome() const;

    const Fault m_fault;
    FaultySite m_site;
    SmartCaptchaVerifier m_verifier;
    QList<SmartCaptchaResult> m_results;
    QByteArray m_seen;
    int m_deadline = 30000;
    QElapsedTimer m_since; // the question
    qint64 m_took = 0;
};
