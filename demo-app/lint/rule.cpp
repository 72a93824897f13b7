// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "rule.h"

namespace Lint {

namespace {

RuleText rule(const char *id, const char *name, bool isError, const char *cause, const char *cure)
{
    return {QString::fromLatin1(id), QString::fromLatin1(name), isError, QString::fromLatin1(cause),
            QString::fromLatin1(cure)};
}

} // namespace

const QList<RuleText> &allRules()
{
    static const QList<RuleText> rules{
        rule("SCQT001", "server-key", true,
             "A server key is secret, and whoever gets this file can take it out.",
             "Keep the key on the server, let the program ask a backend, and make a new captcha, because the "
             "key of this one is known now."),
        rule("SCQT002", "key-pair", true,
             "A client key and a server key belong to different captchas, so that no token will be accepted.",
             "Take both keys from the same captcha: the twenty characters behind the prefix are the same."),
        rule("SCQT003", "test-mode", true,
             "Test mode gives everybody a challenge and is for development only.",
             "Leave test mode off, or turn it on by what only developers have."),
        rule("SCQT004", "get-with-secret", true,
             "A request by GET has the server key and the token in its address, which servers and proxies "
             "write into their logs.",
             "Ask by POST, which is the default."),
        rule("SCQT005", "shield-without-notice", true,
             "The notice about data processing is hidden, and nothing here shows another one, as the service "
             "demands.",
             "Show the notice with its link yourself, or do not hide the shield."),
        rule("SCQT006", "retired-address", true, "The service has moved away from this address.",
             "Use the current address, or SmartCaptchaService::current(), which has a successor."),
    };
    return rules;
}

const RuleText &textOf(Rule rule)
{
    return allRules().at(qsizetype(rule));
}

} // namespace Lint
