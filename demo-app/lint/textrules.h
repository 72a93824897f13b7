// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "rule.h"

#include <QtCore/qlist.h>

namespace Lint {

class SourceText;

/// What the rules about the use of the service find in one text.
struct TextMatches {
    struct Match {
        Rule rule = Rule::TestMode;
        qsizetype position = 0;
        qsizetype length = 0;
    };

    QList<Match> matches;

    /// Whether the text shows people the notice about data processing, or says that something does.
    bool hasNotice = false;
};

[[nodiscard]] TextMatches matchTextRules(const SourceText &source);

} // namespace Lint
