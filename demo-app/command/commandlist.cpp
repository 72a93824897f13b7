// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "commandlist.h"

#include "doctorcommand.h"
#include "lintcommand.h"
#include "verifycommand.h"

#ifdef SMARTCAPTCHA_WITH_KEYSTORE
#include "keyscommand.h"
#endif
#ifdef SMARTCAPTCHA_WITH_QA
#include "qacommand.h"
#endif
#ifdef SMARTCAPTCHA_WITH_WEBENGINE
#include "showonecommand.h"
#endif
#ifdef SMARTCAPTCHA_WITH_BROWSER
#include "solvecommand.h"
#endif
#ifdef SMARTCAPTCHA_WITH_TESTING
#include "emulatecommand.h"
#endif
#if !defined(SMARTCAPTCHA_WITH_BROWSER) || !defined(SMARTCAPTCHA_WITH_KEYSTORE)                              \
    || !defined(SMARTCAPTCHA_WITH_TESTING) || !defined(SMARTCAPTCHA_WITH_QA)
#include "missingcommand.h"
#endif

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<VerifyCommand>());
#ifdef SMARTCAPTCHA_WITH_BROWSER
    commands.push_back(std::make_unique<SolveCommand>());
#else
    commands.push_back(std::make_unique<MissingCommand>(QStringLiteral("solve"),
                                                        QStringLiteral("SmartCaptcha::Browser"),
                                                        QStringLiteral("SMARTCAPTCHA_BUILD_BROWSER")));
#endif
#ifdef SMARTCAPTCHA_WITH_TESTING
    commands.push_back(std::make_unique<EmulateCommand>());
#else
    commands.push_back(std::make_unique<MissingCommand>(QStringLiteral("emulate"),
                                                        QStringLiteral("SmartCaptcha::Testing"),
                                                        QStringLiteral("SMARTCAPTCHA_BUILD_TESTING")));
#endif
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
    commands.push_back(std::make_unique<KeysCommand>());
#else
    commands.push_back(std::make_unique<MissingCommand>(
        QStringLiteral("keys"), QStringLiteral("SmartCaptcha::KeyStore"), QStringLiteral("QtKeychain")));
#endif
    commands.push_back(std::make_unique<LintCommand>());
    commands.push_back(std::make_unique<DoctorCommand>());
#ifdef SMARTCAPTCHA_WITH_QA
    commands.push_back(std::make_unique<QaCommand>());
#else
    commands.push_back(std::make_unique<MissingCommand>(
        QStringLiteral("qa"), QStringLiteral("the QA harness"),
        QStringLiteral("SmartCaptcha::Widgets, SmartCaptcha::Testing and an engine")));
#endif
#ifdef SMARTCAPTCHA_WITH_WEBENGINE
    commands.push_back(std::make_unique<ShowOneCommand>());
#endif
    return commands;
}
