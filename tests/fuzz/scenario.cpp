// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A file of scenarios.

#include "application.h"
#include "rule.h"

#include "scenario/scenarioreader.h"
#include "scenario/vocabulary.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qregularexpression.h>
#include <QtCore/qset.h>

#include <algorithm>

using Fuzz::rule;

namespace {

constexpr int longest = 10 * 60 * 1000;

bool isAllowed(const QStringList &words, const QStringList &allowed)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return allowed.contains(word); });
}

bool isOneOf(const QString &word, const QStringList &allowed)
{
    return word.isEmpty() || allowed.contains(word);
}

void checkSettings(const Qa::Settings &settings)
{
    static const QStringList emulated = SmartCaptchaEmulator::scenarioNames();
    rule(emulated.contains(settings.emulatorScenario), "the emulator has the scenario");
    rule(settings.verifyTimeout >= 1 && settings.verifyTimeout <= longest,
         "the verifier's timeout is in range");
    rule(settings.window.width() >= 50 && settings.window.width() <= 10000 && settings.window.height() >= 50
             && settings.window.height() <= 10000,
         "the window's size is in range");
    rule(!settings.scale || (*settings.scale >= 0.5 && *settings.scale <= 4), "the scale is in range");
    rule(settings.engine != SmartCaptchaWidget::Engine::Auto, "an engine is a certain one");
    rule(settings.options.loadTimeout() >= 1 && settings.options.challengeTimeout() >= 1,
         "timeouts are positive");
}

void checkStep(const Qa::Step &step)
{
    using Kind = Qa::StepKind;
    static const QStringList emulated = SmartCaptchaEmulator::scenarioNames();
    static const QStringList colors = Qa::Vocabulary::words<Qa::Colors>().keys();
    if (step.kind == Kind::PassTime)
        rule(step.milliseconds >= 1 && step.milliseconds <= 24 * 3600 * 1000,
             "time passes, and at most a day");
    if (step.kind == Kind::SetEmulator)
        rule(emulated.contains(step.text), "the emulator has the scenario of a step");
    if (step.kind == Kind::SetColors)
        rule(colors.contains(step.text), "the colours of a step exist");
    if (step.kind == Kind::Resize)
        rule(step.size.width() >= 50 && step.size.width() <= 10000 && step.size.height() >= 50
                 && step.size.height() <= 10000,
             "the size of a step is in range");
}

void checkExpectation(const Qa::Expectation &expected)
{
    using namespace Qa::Vocabulary;
    static const QStringList errors = words<SmartCaptchaError::Code>().keys();
    static const QStringList verdicts = words<SmartCaptchaResult::Verdict>().keys();
    static const QStringList causes = words<SmartCaptchaResult::Error>().keys();
    static const QStringList eventNames = events();
    static const QStringList outcomeNames = outcomes();
    rule(isAllowed(expected.events, eventNames) && isAllowed(expected.never, eventNames),
         "expected events exist");
    rule(isOneOf(expected.outcome, outcomeNames) && isOneOf(expected.error, errors)
             && isOneOf(expected.verdict, verdicts) && isOneOf(expected.cause, causes),
         "expected words exist");
    rule(!expected.outcome.isEmpty() || !expected.verdict.isEmpty() || !expected.events.isEmpty(),
         "a scenario expects something");
    rule(expected.within >= 1 && expected.within <= longest, "the time limit is in range");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Fuzz::ensureApplication();
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const Qa::ScenarioReader::Content content = Qa::ScenarioReader::read(json, QStringLiteral("file.json"));
    const int lines = int(json.count('\n')) + 1;
    QSet<QString> ids;
    for (const Qa::Scenario &scenario : content.scenarios) {
        rule(form.match(scenario.id).hasMatch(), "an id has the form of one");
        rule(!ids.contains(scenario.id), "an id is there once");
        ids << scenario.id;
        rule(scenario.line >= 1 && scenario.line <= lines, "a scenario is on a line of the file");
        rule(!scenario.title.in(QLocale(QStringLiteral("en"))).trimmed().isEmpty(), "a scenario has a title");
        rule(!scenario.performers.isEmpty(), "somebody can run a scenario");
        rule(!scenario.performers.contains(Qa::Performer::Person) || !scenario.instructions.isEmpty(),
             "a person has instructions");
        checkSettings(scenario.settings);
        for (const Qa::Step &step : scenario.steps)
            checkStep(step);
        checkExpectation(scenario.expectation);
    }
    for (const Qa::ScenarioProblem &problem : content.problems) {
        rule(!problem.text.isEmpty() && problem.file == QLatin1String("file.json"),
             "a problem says what and where");
        rule(problem.line >= 1 && problem.line <= lines, "a problem is on a line of the file");
    }
    rule(!json.trimmed().isEmpty() || !content.problems.isEmpty(), "an empty file is a problem");
    return 0;
}
