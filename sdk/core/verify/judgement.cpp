// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "judgement.h"

#include "answer.h"
#include "resultdata.h"

#include <optional>

namespace SmartCaptcha::Internal {

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

SmartCaptchaResult judged(const Outcome &outcome, const SmartCaptchaPolicy &policy)
{
    ResultBuilder builder;
    builder->error = outcome.error;
    builder->httpStatus = outcome.httpStatus;
    builder->details = outcome.details;
    builder->elapsed = outcome.elapsed;

    if (outcome.error == Error::NoError) {
        if (const std::optional<Answer> answer = parseAnswer(outcome.body)) {
            builder->verdict = answer->ok ? Verdict::Human : Verdict::Robot;
            builder->message = answer->message;
            builder->host = answer->host;
            if (answer->ok && !answer->host.isNull() && answer->host.isEmpty())
                builder->error = Error::HostEmpty;
            else if (answer->ok && !policy.isHostAllowed(answer->host))
                builder->error = Error::HostNotAllowed;
        } else {
            builder->error = Error::BadReply;
            builder->details = QStringLiteral("the answer is not the documented JSON");
        }
    }
    builder->accepted = policy.accepts(builder.result());
    return builder.result();
}

} // namespace SmartCaptcha::Internal
