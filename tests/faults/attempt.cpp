// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attempt.h"

#include "hostattempt.h"
#include "verifierattempt.h"

std::vector<std::unique_ptr<Attempt>> Attempt::make(const Fault &fault)
{
    std::vector<std::unique_ptr<Attempt>> attempts;
    for (const auto &[host, outcome] : {std::pair{Host::Widget, &Outcomes::widget},
                                        {Host::WebEngine, &Outcomes::webEngine},
                                        {Host::WebView, &Outcomes::webView}}) {
        if (!(fault.outcomes.*outcome).isEmpty())
            attempts.push_back(std::make_unique<HostAttempt>(fault, host, outcome));
    }
    if (!fault.outcomes.verifier.isEmpty())
        attempts.push_back(std::make_unique<VerifierAttempt>(fault));
    return attempts;
}
