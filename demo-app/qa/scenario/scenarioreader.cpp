// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenarioreader.h"

#include "jsonlines.h"
#include "objectreader.h"
#include "vocabulary.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qset.h>

namespace Qa::ScenarioReader {

namespace {

using namespace Vocabulary;

class Tr {
    Q_DECLARE_TR_FUNCTIONS(Qa::ScenarioReader)
};

constexpr int longest = 10 * 60 * 1000;

template <class Value>
void assign(Value &target, const std::optional<Value> &value)
{
    if (value)
        target = *value;
}

SmartCaptchaOptions readOptions(ObjectReader &set, ReadingContext *context)
{
    SmartCaptchaOptions options;
    if (!set.has(QStringLiteral("options")))
        return options;
    ObjectReader reader(set.value(QStringLiteral("options")), set.field(QStringLiteral("options")), context);
    if (const auto mode = reader.choice(QStringLiteral("mode"), words<SmartCaptchaOptions::Mode>()))
        options.setMode(*mode);
    if (reader.has(QStringLiteral("language"))) {
        QMap<QString, QString> languages{{QString(), QString()}};
        const QStringList supported = SmartCaptchaOptions::supportedLanguages();
        for (const QString &language : supported)
            languages.insert(language, language);
        if (const auto language = reader.choice(QStringLiteral("language"), languages))
            options.setLanguage(*language);
    }
    if (const auto theme = reader.choice(QStringLiteral("theme"), words<SmartCaptchaOptions::Theme>()))
        options.setTheme(*theme);
    if (const auto position =
            reader.choice(QStringLiteral("shieldPosition"), words<SmartCaptchaOptions::ShieldPosition>()))
        options.setShieldPosition(*position);
    if (const auto source =
            reader.choice(QStringLiteral("pageSource"), words<SmartCaptchaOptions::PageSource>()))
        options.setPageSource(*source);
    if (reader.has(QStringLiteral("metadata")))
        options.setMetadata(reader.map(QStringLiteral("metadata")));
    // Switches and numbers by themselves, so that a new one needs no line here.
    const QMetaObject &meta = SmartCaptchaOptions::staticMetaObject;
    for (int i = 0; i < meta.propertyCount(); ++i) {
        const QMetaProperty property = meta.property(i);
        const QString name = QString::fromLatin1(property.name());
        if (property.typeId() == QMetaType::Bool) {
            if (const auto on = reader.flag(name))
                property.writeOnGadget(&options, *on);
        } else if (property.typeId() == QMetaType::Int) {
            if (const auto number = reader.number(name, 1, longest))
                property.writeOnGadget(&options, *number);
        }
    }
    return options;
}

Settings readSettings(ObjectReader &scenario, ReadingContext *context)
{
    Settings settings;
    settings.options.setLoadTimeout(20000);
    if (!scenario.has(QStringLiteral("set")))
        return settings;
    ObjectReader set(scenario.value(QStringLiteral("set")), scenario.field(QStringLiteral("set")), context);
    const bool ownLoadTimeout = set.has(QStringLiteral("options"));
    settings.options = readOptions(set, context);
    if (!ownLoadTimeout || settings.options.loadTimeout() == SmartCaptchaOptions::DefaultLoadTimeout)
        settings.options.setLoadTimeout(20000);
    auto engines = words<SmartCaptchaWidget::Engine>();
    engines.remove(QStringLiteral("auto"));
    settings.engine = set.choice(QStringLiteral("engine"), engines);
    settings.emulatorScenario = set.text(QStringLiteral("emulator"), settings.emulatorScenario);
    if (!SmartCaptchaEmulator::scenarioNames().contains(settings.emulatorScenario))
        set.complainAboutChoice(QStringLiteral("emulator"), settings.emulatorScenario,
                                SmartCaptchaEmulator::scenarioNames());
    assign(settings.presentation,
           set.choice(QStringLiteral("presentation"), words<SmartCaptchaWidget::ChallengePresentation>()));
    assign(
        settings.strict,
        set.choice(QStringLiteral("policy"),
                   QMap<QString, bool>{{QStringLiteral("advice"), false}, {QStringLiteral("strict"), true}}));
    settings.allowedHosts = set.texts(QStringLiteral("allowedHosts"));
    assign(settings.verifyTimeout, set.number(QStringLiteral("verifyTimeout"), 1, longest));
    assign(settings.method, set.choice(QStringLiteral("method"), words<SmartCaptchaVerifier::Method>()));
    assign(settings.reuseCheck, set.flag(QStringLiteral("reuseCheck")));
    assign(settings.serverKey, set.choice(QStringLiteral("serverKey"), words<KeyChoice>()));
    assign(settings.window, set.size(QStringLiteral("window")));
    settings.scale = set.fraction(QStringLiteral("scale"), 0.5, 4);
    assign(settings.colors, set.choice(QStringLiteral("colors"), words<Colors>()));
    assign(settings.ownNotice, set.flag(QStringLiteral("ownNotice")));
    assign(settings.deadProxy, set.flag(QStringLiteral("deadProxy")));
    return settings;
}

// A step is a word, or an object with the word as its member "do".
std::optional<Step> readStep(const QJsonValue &value, const QString &field, ReadingContext *context)
{
    Step step;
    if (value.isString()) {
        const auto kinds = words<StepKind>();
        const auto kind = kinds.find(value.toString());
        if (kind == kinds.end()) {
            context->complain(
                field,
                Tr::tr("Unknown step \"%1\"; valid steps: %2.")
                    .arg(value.toString(),
                         QStringList(kinds.keyBegin(), kinds.keyEnd()).join(QLatin1String(", "))));
            return {};
        }
        step.kind = *kind;
    } else {
        ObjectReader reader(value, field, context);
        if (!value.isObject())
            return {};
        if (!reader.has(QStringLiteral("do"))) {
            reader.complain(QStringLiteral("do"), Tr::tr("This field is missing."));
            return {};
        }
        const auto kind = reader.choice(QStringLiteral("do"), words<StepKind>());
        if (!kind)
            return {};
        step.kind = *kind;
        if (step.kind == StepKind::PassTime)
            assign(step.milliseconds, reader.number(QStringLiteral("milliseconds"), 1, 24 * 3600 * 1000));
        else if (step.kind == StepKind::SetEmulator || step.kind == StepKind::SetLanguage
                 || step.kind == StepKind::SetColors)
            step.text = reader.requiredText(QStringLiteral("to"));
        else if (step.kind == StepKind::Resize)
            assign(step.size, reader.size(QStringLiteral("to")));
    }
    const auto refuse = [&](const QString &text) {
        context->complain(field, text);
        return std::optional<Step>();
    };
    switch (step.kind) {
    case StepKind::PassTime:
        if (step.milliseconds == 0)
            return refuse(Tr::tr("Expected the field \"milliseconds\"."));
        break;
    case StepKind::SetEmulator:
        if (!SmartCaptchaEmulator::scenarioNames().contains(step.text))
            return refuse(Tr::tr("The emulator has no scenario \"%1\".").arg(step.text));
        break;
    case StepKind::SetColors:
        if (!words<Colors>().contains(step.text))
            return refuse(Tr::tr("\"to\" must be light or dark."));
        break;
    case StepKind::SetLanguage:
        if (QLocale(step.text).language() == QLocale::C)
            return refuse(Tr::tr("Unknown language \"%1\".").arg(step.text));
        break;
    case StepKind::Resize:
        if (!step.size.isValid() || step.size.isEmpty())
            return refuse(Tr::tr("Expected the field \"to\" with a width and a height."));
        break;
    default:
        break;
    }
    return step;
}

QStringList wordsOfCodes()
{
    return words<SmartCaptchaError::Code>().keys();
}

Expectation readExpectation(ObjectReader &scenario, ReadingContext *context)
{
    Expectation expected;
    if (!scenario.has(QStringLiteral("expect"))) {
        scenario.complain(QStringLiteral("expect"), Tr::tr("This field is missing."));
        return expected;
    }
    ObjectReader reader(scenario.value(QStringLiteral("expect")), scenario.field(QStringLiteral("expect")),
                        context);
    const auto among = [&](const QString &name, const QStringList &allowed) {
        const QString text = reader.text(name);
        if (!text.isEmpty() && !allowed.contains(text))
            reader.complainAboutChoice(name, text, allowed);
        return text;
    };
    expected.events = reader.texts(QStringLiteral("events"), events());
    expected.never = reader.texts(QStringLiteral("never"), events());
    expected.outcome = among(QStringLiteral("outcome"), outcomes());
    expected.error = among(QStringLiteral("error"), wordsOfCodes());
    expected.verdict = among(QStringLiteral("verdict"), words<SmartCaptchaResult::Verdict>().keys());
    expected.accepted = reader.flag(QStringLiteral("accepted"));
    expected.cause = among(QStringLiteral("cause"), words<SmartCaptchaResult::Error>().keys());
    assign(expected.within, reader.number(QStringLiteral("within"), 1, longest));
    if (expected.outcome.isEmpty() && expected.verdict.isEmpty() && expected.events.isEmpty())
        context->complain(scenario.field(QStringLiteral("expect")),
                          Tr::tr("Expected an outcome, a verdict or events."));
    return expected;
}

Scenario readScenario(const QJsonValue &value, const QString &field, ReadingContext *context)
{
    Scenario scenario;
    ObjectReader reader(value, field, context);
    scenario.file = context->file;
    scenario.line = context->lines->line(field);
    scenario.id = reader.requiredText(QStringLiteral("id"));
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    if (!scenario.id.isEmpty() && !form.match(scenario.id).hasMatch())
        reader.complain(QStringLiteral("id"),
                        Tr::tr("An id may only contain lower-case letters, digits and single hyphens."));
    scenario.title = reader.localText(QStringLiteral("title"), true);
    scenario.about = reader.localText(QStringLiteral("about"));
    scenario.tags = reader.texts(QStringLiteral("tags"));
    const auto performers = words<Performer>();
    const QStringList by = reader.texts(QStringLiteral("by"), performers.keys());
    for (const QString &word : by) {
        if (performers.contains(word))
            scenario.performers << performers.value(word);
    }
    if (by.isEmpty())
        reader.complain(
            QStringLiteral("by"),
            Tr::tr("Specify who can run it: %1.")
                .arg(QStringList(performers.keyBegin(), performers.keyEnd()).join(QLatin1String(", "))));
    scenario.instructions = reader.localTexts(QStringLiteral("instructions"));
    if (scenario.performers.contains(Performer::Person)) {
        if (scenario.instructions.isEmpty())
            reader.complain(QStringLiteral("instructions"), Tr::tr("Expected instructions for the person."));
    }
    scenario.settings = readSettings(reader, context);
    const QJsonValue steps = reader.value(QStringLiteral("steps"));
    if (!steps.isUndefined() && !steps.isArray())
        reader.complain(QStringLiteral("steps"), Tr::tr("Expected a list, [ ... ]."));
    const QJsonArray array = steps.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (const auto step =
                readStep(array.at(i),
                         QStringLiteral("%1[%2]").arg(reader.field(QStringLiteral("steps"))).arg(i), context))
            scenario.steps << *step;
    }
    scenario.expectation = readExpectation(reader, context);
    return scenario;
}

} // namespace

void append(Content &all, const Content &more)
{
    QSet<QString> ids;
    for (const Scenario &scenario : std::as_const(all.scenarios))
        ids << scenario.id;
    for (const Scenario &scenario : more.scenarios) {
        if (ids.contains(scenario.id)) {
            all.problems << ScenarioProblem{scenario.file, scenario.line, QStringLiteral("id"),
                                            Tr::tr("A scenario \"%1\" already exists.").arg(scenario.id)};
            continue;
        }
        ids << scenario.id;
        all.scenarios << scenario;
    }
    all.problems << more.problems;
}

Content read(const QByteArray &json, const QString &file)
{
    Content content;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const int line = int(json.left(error.offset).count('\n')) + 1;
        content.problems << ScenarioProblem{
            file, line, {}, Tr::tr("It is not valid JSON: %1.").arg(error.errorString())};
        return content;
    }
    const JsonLines lines(json);
    ReadingContext context{file, &lines, {}};
    {
        ObjectReader root(document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()),
                          {}, &context);
        (void)root.value(QStringLiteral("$schema"));
        const QJsonValue list = root.value(QStringLiteral("scenarios"));
        if (document.isObject() && !list.isArray())
            root.complain(QStringLiteral("scenarios"), Tr::tr("Expected a list of scenarios, [ ... ]."));
        const QJsonArray array = list.toArray();
        Content several;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const qsizetype before = context.problems.size();
            const Scenario scenario =
                readScenario(array.at(i), QStringLiteral("scenarios[%1]").arg(i), &context);
            if (context.problems.size() == before)
                append(several, {{scenario}, {}});
        }
        content = several;
    }
    content.problems << context.problems;
    return content;
}

Content readPath(const QString &path)
{
    QStringList files{path};
    const QDir folder(path);
    if (QFileInfo(path).isDir()) {
        files.clear();
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (!name.endsWith(QLatin1String(".schema.json")))
                files << folder.filePath(name);
        }
    }
    Content all;
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            all.problems << ScenarioProblem{
                name, 0, {}, Tr::tr("It could not be opened: %1.").arg(file.errorString())};
            continue;
        }
        append(all, read(file.readAll(), QDir::toNativeSeparators(name)));
    }
    return all;
}

Content builtIn()
{
    return readPath(QStringLiteral(":/smartcaptcha/qa/scenarios"));
}

} // namespace Qa::ScenarioReader
