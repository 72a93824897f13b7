// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "rule.h"

#include <QtCore/qlist.h>

namespace Lint {

class SourceText;

/// The matches of the rules on how the service is used, in one text.
struct TextMatches {
    struct Match {
        Rule rule = Rule::TestMode;
        qsizetype position = 0;
        qsizetype length = 0;
    };

    QList<Match> matches;

    /// Whether the text shows users the data processing notice, or states that another part does.
    bool hasNotice = false;
};

[[nodiscard]] TextMatches matchTextRules(const SourceText &source);

} // namespace Lint
