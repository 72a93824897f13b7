// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scenario/jsonlines.h"
#include "scenario/scenarioreader.h"
#include "scenario/vocabulary.h"
#include "shared/language.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <algorithm>

using namespace Qa;
using Vocabulary::words;

namespace {

// A file with one scenario, after these changes.
QByteArray fileWith(const QJsonObject &changes)
{
    QJsonObject scenario{
        {QStringLiteral("id"), QStringLiteral("one")},
        {QStringLiteral("title"), QStringLiteral("One")},
        {QStringLiteral("by"), QJsonArray{QStringLiteral("emulator")}},
        {QStringLiteral("steps"), QJsonArray{QStringLiteral("press")}},
        {QStringLiteral("expect"), QJsonObject{{QStringLiteral("outcome"), QStringLiteral("token")}}},
    };
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isNull())
            scenario.remove(it.key());
        else
            scenario.insert(it.key(), it.value());
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("scenarios"), QJsonArray{scenario}}}).toJson();
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        texts << value.toString();
    return sorted(texts);
}

} // namespace

class tst_ScenarioReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtInScenariosHaveNoProblems()
    {
        const ScenarioReader::Content content = ScenarioReader::builtIn();
        for (const ScenarioProblem &problem : content.problems)
            qWarning("%s", qPrintable(problem.toString()));
        QVERIFY(content.problems.isEmpty());
        const auto byItself = [](const Scenario &scenario) {
            return scenario.canBePerformedBy(Performer::Emulator);
        };
        QVERIFY(std::count_if(content.scenarios.begin(), content.scenarios.end(), byItself) >= 40);
        for (const Scenario &scenario : content.scenarios) {
            QVERIFY2(scenario.title.all().size() == Language::codes().size(), qPrintable(scenario.id));
            for (const LocalText &instruction : scenario.instructions)
                QVERIFY2(instruction.all().size() == Language::codes().size(), qPrintable(scenario.id));
        }
    }

    void readsEverything()
    {
        const QByteArray json =
            "{\"scenarios\": [{\n"
            "\"id\": \"all\", \"title\": {\"en\": \"All\", \"ru\": \"Vsyo\"}, \"tags\": [\"a\"],\n"
            "\"by\": [\"emulator\", \"person\"], \"instructions\": [\"Look\"],\n"
            "\"set\": {\"emulator\": \"robot\", \"presentation\": \"inline\", \"policy\": \"strict\",\n"
            "  \"allowedHosts\": [\"a.example\"], \"verifyTimeout\": 7, \"method\": \"get\", \"reuseCheck\": "
            "false,\n"
            "  \"serverKey\": \"other\", \"window\": {\"width\": 300, \"height\": 200}, \"scale\": 1.5,\n"
            "  \"colors\": \"dark\", \"ownNotice\": true, \"deadProxy\": true,\n"
            "  \"options\": {\"mode\": \"invisible\", \"language\": \"tt\", \"theme\": \"dark\", "
            "\"testMode\": true,\n"
            "    \"shieldPosition\": \"topLeft\", \"shieldHidden\": true, \"pageSource\": \"servicePage\",\n"
            "    \"metadata\": {\"a\": \"b\"}, \"loadTimeout\": 11, \"challengeTimeout\": 12, "
            "\"minimumChromium\": 14}},\n"
            "\"steps\": [\"execute\", {\"do\": \"passTime\", \"milliseconds\": 5},\n"
            "  {\"do\": \"setEmulator\", \"to\": \"human\"}, {\"do\": \"resize\", \"to\": {\"width\": 60, "
            "\"height\": 70}}],\n"
            "\"expect\": {\"outcome\": \"failed\", \"error\": \"loadFailed\", \"verdict\": \"robot\", "
            "\"accepted\": false,\n"
            "  \"cause\": \"timeout\", \"events\": [\"loading\"], \"never\": [\"failed\"], \"within\": "
            "13}}]}";
        const ScenarioReader::Content content = ScenarioReader::read(json, QStringLiteral("all.json"));
        for (const ScenarioProblem &problem : content.problems)
            qWarning("%s", qPrintable(problem.toString()));
        QCOMPARE(content.scenarios.size(), 1);
        const Scenario all = content.scenarios.constFirst();
        QCOMPARE(all.title.in(QLocale(QLocale::Russian)), QStringLiteral("Vsyo"));
        QCOMPARE(all.title.in(QLocale(QLocale::German)), QStringLiteral("All"));
        QCOMPARE(all.line, 1);
        QCOMPARE(all.settings.emulatorScenario, QStringLiteral("robot"));
        QCOMPARE(all.settings.presentation, SmartCaptchaWidget::ChallengePresentation::Inline);
        QVERIFY(all.settings.strict && !all.settings.reuseCheck && all.settings.ownNotice
                && all.settings.deadProxy);
        QCOMPARE(all.settings.allowedHosts, QStringList{QStringLiteral("a.example")});
        QCOMPARE(all.settings.verifyTimeout, 7);
        QCOMPARE(all.settings.method, SmartCaptchaVerifier::Method::Get);
        QCOMPARE(all.settings.serverKey, KeyChoice::Other);
        QCOMPARE(all.settings.window, QSize(300, 200));
        QCOMPARE(all.settings.scale.value_or(0), 1.5);
        QCOMPARE(all.settings.colors, Colors::Dark);
        QCOMPARE(all.settings.options.mode(), SmartCaptchaOptions::Mode::Invisible);
        QCOMPARE(all.settings.options.language(), QStringLiteral("tt"));
        QCOMPARE(all.settings.options.theme(), SmartCaptchaOptions::Theme::Dark);
        QVERIFY(all.settings.options.isTestMode() && all.settings.options.isShieldHidden());
        QCOMPARE(all.settings.options.shieldPosition(), SmartCaptchaOptions::ShieldPosition::TopLeft);
        QCOMPARE(all.settings.options.pageSource(), SmartCaptchaOptions::PageSource::ServicePage);
        QCOMPARE(all.settings.options.metadata().value(QStringLiteral("a")).toString(), QStringLiteral("b"));
        QCOMPARE(all.settings.options.loadTimeout(), 11);
        QCOMPARE(all.settings.options.challengeTimeout(), 12);
        QCOMPARE(all.settings.options.minimumChromium(), 14);
        QCOMPARE(all.steps.size(), 4);
        QCOMPARE(all.steps.at(1).milliseconds, 5);
        QCOMPARE(all.steps.at(2).text, QStringLiteral("human"));
        QCOMPARE(all.steps.at(3).size, QSize(60, 70));
        QCOMPARE(all.expectation.outcome, QStringLiteral("failed"));
        QCOMPARE(all.expectation.error, QStringLiteral("loadFailed"));
        QCOMPARE(all.expectation.accepted, std::optional<bool>(false));
        QCOMPARE(all.expectation.cause, QStringLiteral("timeout"));
        QCOMPARE(all.expectation.within, 13);
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QJsonObject &changes, const char *field) {
            QTest::newRow(name) << changes << QString::fromLatin1(field);
        };
        const QString key = QStringLiteral("set");
        const auto set = [&](const char *name, const QJsonValue &value) {
            return QJsonObject{{key, QJsonObject{{QString::fromLatin1(name), value}}}};
        };
        row("no id", {{QStringLiteral("id"), QJsonValue::Null}}, "scenarios[0].id");
        row("empty id", {{QStringLiteral("id"), QString()}}, "scenarios[0].id");
        row("empty title", {{QStringLiteral("title"), QStringLiteral(" ")}}, "scenarios[0].title");
        row("id with a line break", {{QStringLiteral("id"), QStringLiteral("a\n")}}, "scenarios[0].id");
        row("bad id", {{QStringLiteral("id"), QStringLiteral("Not So")}}, "scenarios[0].id");
        row("no title", {{QStringLiteral("title"), QJsonValue::Null}}, "scenarios[0].title");
        row("title without English",
            {{QStringLiteral("title"), QJsonObject{{QStringLiteral("ru"), QStringLiteral("x")}}}},
            "scenarios[0].title.en");
        row("nobody", {{QStringLiteral("by"), QJsonValue::Null}}, "scenarios[0].by");
        row("unknown performer", {{QStringLiteral("by"), QJsonArray{QStringLiteral("robot")}}},
            "scenarios[0].by[0]");
        row("person without instructions", {{QStringLiteral("by"), QJsonArray{QStringLiteral("person")}}},
            "scenarios[0].instructions");
        row("misspelt field", {{QStringLiteral("stepps"), QJsonArray()}}, "scenarios[0].stepps");
        row("misspelt setting", set("colours", QStringLiteral("dark")), "scenarios[0].set.colours");
        row("unknown emulator scenario", set("emulator", QStringLiteral("nonsense")),
            "scenarios[0].set.emulator");
        row("number as text", set("verifyTimeout", QStringLiteral("5")), "scenarios[0].set.verifyTimeout");
        row("number with fraction", set("verifyTimeout", 1.5), "scenarios[0].set.verifyTimeout");
        row("number too small", set("verifyTimeout", 0), "scenarios[0].set.verifyTimeout");
        row("flag as text", set("ownNotice", QStringLiteral("yes")), "scenarios[0].set.ownNotice");
        row("half a size", set("window", QJsonObject{{QStringLiteral("width"), 100}}),
            "scenarios[0].set.window");
        row("options no object", set("options", 1), "scenarios[0].set.options");
        row("unknown mode", set("options", QJsonObject{{QStringLiteral("mode"), QStringLiteral("big")}}),
            "scenarios[0].set.options.mode");
        row("unknown step",
            {{QStringLiteral("steps"), QJsonArray{QStringLiteral("press"), QStringLiteral("pres")}}},
            "scenarios[0].steps[1]");
        row("step without do", {{QStringLiteral("steps"), QJsonArray{QJsonObject()}}},
            "scenarios[0].steps[0].do");
        row("time without length", {{QStringLiteral("steps"), QJsonArray{QStringLiteral("passTime")}}},
            "scenarios[0].steps[0]");
        row("steps no list", {{QStringLiteral("steps"), QStringLiteral("press")}}, "scenarios[0].steps");
        row("nothing expected", {{QStringLiteral("expect"), QJsonObject()}}, "scenarios[0].expect");
        row("expect missing", {{QStringLiteral("expect"), QJsonValue::Null}}, "scenarios[0].expect");
        row("unknown outcome",
            {{QStringLiteral("expect"), QJsonObject{{QStringLiteral("outcome"), QStringLiteral("won")}}}},
            "scenarios[0].expect.outcome");
        row("unknown event",
            {{QStringLiteral("expect"),
              QJsonObject{{QStringLiteral("events"), QJsonArray{QStringLiteral("boom")}}}}},
            "scenarios[0].expect.events[0]");
    }

    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QJsonObject, changes);
        QFETCH(QString, field);
        QVERIFY(ScenarioReader::read(fileWith({}), QStringLiteral("x.json")).problems.isEmpty());
        const ScenarioReader::Content content =
            ScenarioReader::read(fileWith(changes), QStringLiteral("x.json"));
        QVERIFY(content.scenarios.isEmpty());
        QStringList fields;
        for (const ScenarioProblem &problem : content.problems) {
            fields << problem.field;
            QVERIFY(problem.line > 0);
            QVERIFY(problem.toString().startsWith(QStringLiteral("x.json:%1: ").arg(problem.line)));
            QVERIFY(!problem.text.isEmpty());
        }
        QVERIFY2(fields.contains(field), qPrintable(fields.join(QLatin1Char(' '))));
    }

    void namesTheLine()
    {
        const QByteArray json =
            "{\n  \"scenarios\": [\n    {\n      \"id\": \"one\",\n      \"title\": \"One\",\n"
            "      \"by\": [\"emulator\"],\n      \"steps\": [\n        \"press\",\n        \"pres\"\n      "
            "],\n"
            "      \"expect\": {\"outcome\": \"token\"}\n    }\n  ]\n}\n";
        const ScenarioReader::Content content = ScenarioReader::read(json, QStringLiteral("x.json"));
        QCOMPARE(content.problems.size(), 1);
        QCOMPARE(content.problems.constFirst().line, 9);

        const ScenarioReader::Content broken =
            ScenarioReader::read("{\n\n  nonsense\n}", QStringLiteral("y.json"));
        QCOMPARE(broken.problems.size(), 1);
        QCOMPARE(broken.problems.constFirst().line, 3);
    }

    void linesOfStringsWithQuotesAndBrackets()
    {
        const JsonLines lines("{\n\"a\": \"}\\\"]\\n{\",\n\"b\": [1,\n {\"c\": null}]\n}");
        QCOMPARE(lines.line(QStringLiteral("a")), 2);
        QCOMPARE(lines.line(QStringLiteral("b")), 3);
        QCOMPARE(lines.line(QStringLiteral("b[1].c")), 4);
        QCOMPARE(lines.line(QStringLiteral("b[1].d.e")), 4);
        QCOMPARE(lines.line(QStringLiteral("nowhere")), 1);
    }

    void refusesTheSameIdTwice()
    {
        const QTemporaryDir folder;
        for (const char *name : {"a.json", "b.json"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(fileWith({}));
        }
        const ScenarioReader::Content content = ScenarioReader::readPath(folder.path());
        QCOMPARE(content.scenarios.size(), 1);
        QCOMPARE(content.problems.size(), 1);
        QVERIFY(content.problems.constFirst().file.endsWith(QLatin1String("b.json")));
        QCOMPARE(ScenarioReader::readPath(folder.filePath(QStringLiteral("c.json"))).problems.size(), 1);
    }

    void theManualNamesEveryWord_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("English") << QStringLiteral(TEST_SOURCE "/docs/qa.md");
        QTest::newRow("Russian") << QStringLiteral(TEST_SOURCE "/docs/guides/ru/qa.md");
    }

    void theManualNamesEveryWord()
    {
        QFETCH(const QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString manual = QString::fromUtf8(file.readAll());
        const QStringList all = words<StepKind>().keys() + words<Performer>().keys()
            + words<KeyChoice>().keys() + Vocabulary::outcomes();
        for (const QString &word : all) {
            const bool named = manual.contains(QLatin1Char('`') + word + QLatin1Char('`'))
                || manual.contains(QLatin1Char('"') + word + QLatin1Char('"'));
            QVERIFY2(named, qPrintable(word));
        }
    }

    void schemaHasTheSameWords()
    {
        QFile file(QStringLiteral(":/smartcaptcha/qa/scenarios/scenario.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject parts =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("$defs")).toObject();
        const auto at = [&parts](const QStringList &path) {
            QJsonValue value = parts;
            for (const QString &name : path)
                value = value.toObject().value(name);
            return value;
        };
        const auto enumAt = [&](const char *path) {
            return textsOf(at(QString::fromLatin1(path).split(QLatin1Char('/'))));
        };
        QCOMPARE(enumAt("scenario/properties/by/items/enum"), sorted(words<Performer>().keys()));
        QCOMPARE(enumAt("settings/properties/serverKey/enum"), sorted(words<KeyChoice>().keys()));
        QCOMPARE(enumAt("settings/properties/colors/enum"), sorted(words<Colors>().keys()));
        QCOMPARE(enumAt("settings/properties/method/enum"),
                 sorted(words<SmartCaptchaVerifier::Method>().keys()));
        // Every option can be set, except for those that come from the profile.
        QStringList options;
        const QMetaObject &meta = SmartCaptchaOptions::staticMetaObject;
        for (int i = 0; i < meta.propertyCount(); ++i)
            options << QString::fromLatin1(meta.property(i).name());
        for (const char *ofTheProfile : {"siteKey", "service", "pageOrigin", "pageUrl"})
            QVERIFY2(options.removeOne(QString::fromLatin1(ofTheProfile)), ofTheProfile);
        QCOMPARE(at({QStringLiteral("settings"), QStringLiteral("properties"), QStringLiteral("options"),
                     QStringLiteral("properties")})
                     .toObject()
                     .keys(),
                 sorted(options));
        QCOMPARE(enumAt("settings/properties/options/properties/mode/enum"),
                 sorted(words<SmartCaptchaOptions::Mode>().keys()));
        QCOMPARE(enumAt("settings/properties/options/properties/theme/enum"),
                 sorted(words<SmartCaptchaOptions::Theme>().keys()));
        QCOMPARE(enumAt("settings/properties/options/properties/shieldPosition/enum"),
                 sorted(words<SmartCaptchaOptions::ShieldPosition>().keys()));
        QCOMPARE(enumAt("settings/properties/options/properties/pageSource/enum"),
                 sorted(words<SmartCaptchaOptions::PageSource>().keys()));
        QCOMPARE(enumAt("settings/properties/options/properties/language/enum"),
                 sorted(SmartCaptchaOptions::supportedLanguages() << QString()));
        const QStringList codes = at({QStringLiteral("localText")})
                                      .toObject()
                                      .value(QLatin1String("oneOf"))
                                      .toArray()
                                      .at(1)
                                      .toObject()
                                      .value(QLatin1String("properties"))
                                      .toObject()
                                      .keys();
        QCOMPARE(codes, sorted(Language::codes()));
        QCOMPARE(enumAt("event/enum"), sorted(Vocabulary::events()));
        QCOMPARE(enumAt("expectation/properties/outcome/enum"), sorted(Vocabulary::outcomes()));
        QCOMPARE(enumAt("expectation/properties/error/enum"),
                 sorted(words<SmartCaptchaError::Code>().keys()));
        QCOMPARE(enumAt("expectation/properties/cause/enum"),
                 sorted(words<SmartCaptchaResult::Error>().keys()));
        QCOMPARE(enumAt("expectation/properties/verdict/enum"),
                 sorted(words<SmartCaptchaResult::Verdict>().keys()));
        const QJsonArray forms = at({QStringLiteral("step"), QStringLiteral("oneOf")}).toArray();
        QCOMPARE(textsOf(forms.at(1)
                             .toObject()
                             .value(QLatin1String("properties"))
                             .toObject()
                             .value(QLatin1String("do"))
                             .toObject()
                             .value(QLatin1String("enum"))),
                 sorted(words<StepKind>().keys()));
    }
};

QTEST_GUILESS_MAIN(tst_ScenarioReader)
#include "tst_scenarioreader.moc"
