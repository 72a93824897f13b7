// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "asker.h"

#include <QtCore/qurl.h>

#include <memory>
#include <vector>

class QThread;
class VerifierLoop;

/// Asks with a SmartCaptchaVerifier, or with one in each of several threads.
class VerifierAsker : public Asker {
public:
    VerifierAsker(const QUrl &serviceUrl, int threads);
    ~VerifierAsker() override;

    void ask(int total, int inFlight) override;
    double processorTime() override { return processorTimeHere(); }

private:
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<VerifierLoop *> m_loops;
};
