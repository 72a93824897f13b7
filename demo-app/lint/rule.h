// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>

namespace Lint {

/// The rules. docs/lint.md has a section for each.
enum class Rule : quint8 {
    ServerKey,
    KeyPair,
    TestMode,
    GetWithSecret,
    ShieldWithoutNotice,
    RetiredAddress,
};

/// The texts about a rule.
struct RuleText {
    QString id; ///< `SCQT001`
    QString name; ///< `server-key`
    bool isError = false; ///< Otherwise a warning.
    QString cause; ///< What is wrong, in one sentence.
    QString cure; ///< What to do about it.
};

/// All rules, in numerical order.
[[nodiscard]] const QList<RuleText> &allRules();

[[nodiscard]] const RuleText &textOf(Rule rule);

} // namespace Lint
