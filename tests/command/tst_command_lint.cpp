// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qprocess.h>
#include <QtCore/qrandom.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qset.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <memory>

namespace {

QByteArray randomPart(int length)
{
    static const QByteArray letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray part;
    while (part.size() < length)
        part += letters.at(QRandomGenerator::global()->bounded(int(letters.size())));
    return part;
}

} // namespace

/// `smartcaptcha lint` on faulty trees. Keys and other findings are put together at run time, so that the
/// lint does not find them in this file.
class tst_command_lint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        QVERIFY(folder->isValid());
    }

    void findsOneFault_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *file, const QByteArray &content,
                            const QStringList &expected) {
            QTest::newRow(name) << QString::fromLatin1(file) << content << expected;
        };
        const auto at = [](const char *file, const char *line, const char *rule) {
            return QStringList(QStringLiteral("%1:%2 SCQT00%3")
                                   .arg(QLatin1String(file), QLatin1String(line), QLatin1String(rule)));
        };

        row("key in C++", "main.cpp", "int a;\nauto k = \"" + serverKey + "\";\n", at("main.cpp", "2", "1"));
        row("key in a comment", "main.cpp", "// " + serverKey, at("main.cpp", "1", "1"));
        row("key in QML", "a.qml", "Item { property string k: '" + serverKey + "' }", at("a.qml", "1", "1"));
        row("key in JS", "a.js", "\n\nlet k = `" + serverKey + "`", at("a.js", "3", "1"));
        row("key in JSON", "a.json", "{\n\"k\": \"" + serverKey + "\"}", at("a.json", "2", "1"));
        row("key in settings", "a.ini", "[a]\r\nk=" + serverKey + "\r\n", at("a.ini", "2", "1"));
        row("key in the environment", ".env", "SECRET=" + serverKey, at(".env", "1", "1"));
        row("key in documentation", "README.md", "Use `" + serverKey + "`.", at("README.md", "1", "1"));
        row("key in a test", "tests/a.cpp", "\"" + serverKey + "\"", at("tests/a.cpp", "1", "1"));
        row("key with a percent sign", "a.txt", QByteArray(serverKey).replace("_", "%5F"),
            at("a.txt", "1", "1"));
        row("key in UTF-16 with a mark", "a.txt", "\xff\xfe" + wide(" \n" + serverKey, 2),
            at("a.txt", "2", "1"));

        row("test mode in C++", "a.cpp", "  o.setTestMode( true );", at("a.cpp", "1", "3"));
        row("test mode by name", "a.cpp", "o->setProperty(\"testMode\", true);", at("a.cpp", "1", "3"));
        row("test mode in a map", "a.cpp", "{{QStringLiteral(\"testMode\"), true}}", at("a.cpp", "1", "3"));
        row("test mode in QML", "a.qml", "options {\n    testMode: true\n}", at("a.qml", "2", "3"));
        row("test mode in QML, by dots", "a.qml", "options.testMode: true", at("a.qml", "1", "3"));
        row("test mode in QML, assigned", "a.qml", "view.options.testMode = true", at("a.qml", "1", "3"));
        row("test mode in Python", "a.py", "o.setTestMode(True)", at("a.py", "1", "3"));
        row("test in JS", "a.js", "smartCaptcha.render('c', {\n sitekey: k,\n test: true,\n})",
            at("a.js", "3", "3"));
        row("test in JS, quoted", "a.js", "const p = {'sitekey': k, cb: () => { f(); }, \"test\": true}",
            at("a.js", "1", "3"));
        row("test in JS, without a key", "a.js", "smartCaptcha.render(c, {...rest, test: true})",
            at("a.js", "1", "3"));
        row("test in HTML", "a.html", "<script>\nsmartCaptcha.render(c, {sitekey: k, test:true})</script>",
            at("a.html", "2", "3"));
        row("test in an address", "a.cpp", "\"https://s.example/webview?sitekey=k&test=true\"",
            at("a.cpp", "1", "3"));

        row("get in C++", "a.cpp", "v.setMethod(SmartCaptchaVerifier::Method::Get);", at("a.cpp", "1", "4"));
        row("get by another name", "a.cpp",
            "using Method = SmartCaptchaVerifier::Method;\nv.setMethod(Method::Get);", at("a.cpp", "2", "4"));
        row("get in QML", "a.qml", "method: SmartCaptchaVerifier.Get", at("a.qml", "1", "4"));
        row("get in an address", "a.js", "fetch(`https://s.example/validate?secret=${k}`)",
            at("a.js", "1", "4"));
        row("get in a script", "a.sh", "curl \"https://s.example/validate?token=t&secret=$k\"",
            at("a.sh", "1", "4"));

        row("hidden shield in C++", "a.cpp", "o.setShieldHidden(true);", at("a.cpp", "1", "5"));
        row("hidden shield in QML", "a.qml", "shieldHidden: true", at("a.qml", "1", "5"));
        row("hidden shield in JS", "a.js", "render(c, {sitekey: k, hideShield: true})", at("a.js", "1", "5"));
        row("hidden shield in an address", "a.cpp", "\"/webview?hideShield=true\"", at("a.cpp", "1", "5"));

        const QByteArray first = QByteArray("captcha-api.") + "yandex.ru";
        const QByteArray second = QByteArray("smartcaptcha.") + "yandexcloud.net";
        row("first address", "a.cpp", "u(\"https://" + first + "/captcha.js\");", at("a.cpp", "1", "6"));
        row("first address in settings", "a.json", "{\"host\": \"" + first + "\"}", at("a.json", "1", "6"));
        row("second address", "a.html", "<script src='https://" + second + "/captcha.js'></script>",
            at("a.html", "1", "6"));
    }

    void findsOneFault()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QStringList, expected);
        write(file, content);
        QCOMPARE(lint(), expected);
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const char *file, const QByteArray &content) {
            QTest::newRow(name) << QString::fromLatin1(file) << content;
        };
        row("client key", "a.cpp", "\"" + siteKey + "\"");
        row("prefix", "a.cpp", "startsWith(\"ysc2_\")");
        row("example", "a.cpp", "\"ysc2_...\", \"ysc2_secret\", \"ysc2_this_is_no_key_at_all_but_long\"");
        row("row of letters", ".env.example", "K=ysc2_" + QByteArray(48, 'x'));
        row("ignored", "a.cpp", "\"" + serverKey + "\" // smartcaptcha-lint: ignore SCQT001");
        row("ignored by name", "a.ini",
            "k=" + serverKey + " # smartcaptcha-lint: ignore test-mode, server-key");

        row("test mode off", "a.cpp", "o.setTestMode(false); o.setTestMode(isDeveloper);");
        row("test mode asked for", "a.qml", "visible: options.testMode == true || testMode === true");
        row("test mode in a comment", "a.cpp",
            "/* setTestMode(true)\nsetTestMode(true) */ // setTestMode(true)");
        row("test mode in a string", "a.cpp", "say(\"setTestMode(true)\"); say(R\"x(setTestMode(true))x\");");
        row("test mode of a number", "a.cpp", "int a = 1'000; o.setTestMode(false); // setTestMode(true)");
        row("another test", "a.js", "run({ name: 'a', test: true }); const c = {sitekey: k}");
        row("another member", "a.cpp", "step.testMode = true;");
        row("test mode in a test", "tests/a.cpp", "o.setTestMode(true);");
        row("test mode in a test file", "src/tst_a.cpp", "o.setTestMode(true);");
        row("test mode in documentation", "docs/a.md", "`setTestMode(true)`, `testMode: true`");
        row("test mode, ignored", "a.cpp", "o.setTestMode(true); // smartcaptcha-lint: ignore SCQT003");

        row("post", "a.cpp", "v.setMethod(SmartCaptchaVerifier::Method::Post);");
        row("asked for get", "a.cpp", "return v.method() == SmartCaptchaVerifier::Method::Get;");
        row("another case of get", "a.cpp", "switch (m) {\ncase SmartCaptchaVerifier::Method::Get:\n}");
        row("another get", "a.cpp", "r.setMethod(Method::Get);");
        row("validate by post", "a.js", "fetch('https://s.example/validate', {method: 'POST'})");

        row("shield with the notice", "a.qml",
            "shieldHidden: true\nText { text: '<a href=\"https://yandex.ru/legal/smartcaptcha_notice/\">' }");
        row("shield with the notice elsewhere", "a.cpp",
            "o.setShieldHidden(true);\n// The sign-in form has it. smartcaptcha-lint: notice-shown");
        row("shield shown", "a.cpp", "o.setShieldHidden(false);");

        row("address to fall back on", "a.cpp",
            QByteArray("\"smartcaptcha.cloud.yandex.ru\", \"smartcaptcha.") + "yandexcloud.net\"");
        row("address in a comment", "a.cpp", QByteArray("// it was captcha-api.") + "yandex.ru");
        row("address of somebody else", "a.cpp", QByteArray("\"my-captcha-api.") + "yandex.ru\"");
    }

    void findsNothing()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        write(file, content);
        QCOMPARE(lint(), QStringList());
    }

    void aNoticeThatIsOnlyExplainedIsNone()
    {
        write("a.cpp", "o.setShieldHidden(true); // https://yandex.ru/legal/smartcaptcha_notice/");
        write("README.md", "https://yandex.ru/legal/smartcaptcha_notice/");
        QCOMPARE(lint(), QStringList(QStringLiteral("a.cpp:1 SCQT005")));
    }

    void findsAllFaultsOfATreeAndNothingElse()
    {
        plantOneOfEach();
        QCOMPARE(lint(), expectedOfEach());
    }

    void judgesPairs()
    {
        const QByteArray common = randomPart(20);
        write("good.ini",
              "server=ysc2_" + common + randomPart(28) + "\nclient=ysc1_" + common + randomPart(28));
        QCOMPARE(lint(), QStringList(QStringLiteral("good.ini:1 SCQT001")));
        // Closer to it than the matching one.
        write("bad.ini", "server=ysc2_" + common + randomPart(28) + "\nclient=ysc1_" + randomPart(48));
        QCOMPARE(lint(),
                 QStringList({QStringLiteral("bad.ini:1 SCQT001"), QStringLiteral("bad.ini:1 SCQT002"),
                              QStringLiteral("good.ini:1 SCQT001")}));
    }

    void judgesPairsAcrossFiles()
    {
        write("a.cpp", "\"" + siteKey + "\"");
        write("b.cpp", "\"" + serverKey + "\" // smartcaptcha-lint: ignore SCQT001");
        QCOMPARE(lint(), QStringList(QStringLiteral("b.cpp:1 SCQT002")));
        // A client key in a test does not pair with one in the program.
        write("tests/c.cpp", "\"ysc1_" + serverKey.mid(5) + "\"");
        QCOMPARE(lint(), QStringList(QStringLiteral("b.cpp:1 SCQT002")));
        write("c.cpp", "\"ysc1_" + serverKey.mid(5) + "\"");
        QCOMPARE(lint(), QStringList());
    }

    void judgesByTheKeysThatAreGiven()
    {
        write("a.cpp", "\"" + siteKey + "\"");
        QCOMPARE(lint({QStringLiteral("--site-key"), QString::fromLatin1(siteKey)}), QStringList());
        QCOMPARE(lint({QStringLiteral("--site-key"), QString::fromLatin1("ysc1_" + randomPart(48))}),
                 QStringList(QStringLiteral("a.cpp:1 SCQT002")));
    }

    void findsKeysInPrograms_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("bytes") << 1;
        QTest::newRow("UTF-16") << 2;
        QTest::newRow("UTF-32") << 4;
    }

    void findsKeysInPrograms()
    {
        QFETCH(int, step);
        for (const char *magic : {"\x7f"
                                  "ELF",
                                  "MZ\x90", "\xcf\xfa\xed\xfe"}) {
            for (const int shift : {0, 1}) {
                const QByteArray before = magic + QByteArray(1000 + shift, '\0') + "sysc2_y";
                write("program", before + wide(serverKey, step) + QByteArray(100, '\0'));
                QCOMPARE(lint(), QStringList(QStringLiteral("program@%1 SCQT001").arg(before.size())));
            }
        }
    }

    void findsAKeyAtTheEndOfAProgram()
    {
        write("program", QByteArray(10, '\0') + wide(serverKey, 2));
        QCOMPARE(lint(), QStringList(QStringLiteral("program@10 SCQT001")));
        // Cut off within the last character.
        write("program", QByteArray(10, '\0') + wide(serverKey, 2).chopped(1));
        QCOMPARE(lint(), QStringList(QStringLiteral("program@10 SCQT001")));
    }

#ifdef SMARTCAPTCHA_WITH_ZLIB
    void findsWhatIsCompressedInPrograms()
    {
        const QByteArray qml = "import QtQuick\nItem {\n    property string k: '" + serverKey
            + "'\n    testMode: true\n}\n" + QByteArray(500, ' ');
        write("program", QByteArray(777, '\0') + qCompress(qml) + QByteArray(777, '\0') + qCompress(qml));
        const QStringList found = lint();
        QCOMPARE(found.size(), 4);
        QCOMPARE(found.at(0), QStringLiteral("program!compressed part at 0x30d:3 SCQT001"));
        QCOMPARE(found.at(1), QStringLiteral("program!compressed part at 0x30d:4 SCQT003"));
    }
#endif

    void findsWhatRccHasPacked_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::newRow("none") << QStringLiteral("none");
#ifdef SMARTCAPTCHA_WITH_ZLIB
        QTest::newRow("zlib") << QStringLiteral("zlib");
#endif
#ifdef SMARTCAPTCHA_WITH_ZSTD
        QTest::newRow("zstd") << QStringLiteral("zstd");
#endif
    }

    void findsWhatRccHasPacked()
    {
        QFETCH(QString, algorithm);
        write("in/a.json", "{\"k\": \"" + serverKey + "\"}" + QByteArray(5000, ' '));
        write("in/a.qrc", "<RCC><qresource prefix='/'><file>a.json</file></qresource></RCC>");
        QProcess rcc;
        rcc.start(QStringLiteral(SMARTCAPTCHA_RCC),
                  {QStringLiteral("--binary"), QStringLiteral("--compress-algo"), algorithm, path("in/a.qrc"),
                   QStringLiteral("-o"), path("a.rcc")});
        QVERIFY(rcc.waitForFinished());
        if (rcc.exitCode() != 0)
            QSKIP("this rcc does not know the algorithm");
        const QStringList found = findings({path("a.rcc")});
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(QLatin1String("a.rcc")), qPrintable(found.first()));
        QCOMPARE(found.first().contains(QLatin1Char('!')), algorithm != QLatin1String("none"));
    }

    void findsWhatIsInPackages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("form");
        const auto row = [](const char *name, const char *form) {
            QTest::newRow(name) << QString::fromLatin1(name)
                                << QString::fromLatin1(form).split(QLatin1Char(' '));
        };
        row("a.apk", "cf --format=zip");
        row("a.tar", "cf");
        row("a.tar.gz", "czf");
        row("a.tar.xz", "cJf");
        row("a.tar.zst", "cf --zstd");
        row("a.7z", "cf --format=7zip");
    }

    void findsWhatIsInPackages()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, form);
        write("in/assets/a.qml", "Item {\n    testMode: true\n}\n" + QByteArray(5000, ' '));
        write("in/lib/app.so", QByteArray(1000, '\0') + wide(serverKey, 2) + QByteArray(1000, '\0'));
        pack(name, form);
        expectPackage(name,
                      {QStringLiteral("%1!assets/a.qml:2 SCQT003").arg(name),
                       QStringLiteral("%1!lib/app.so@1000 SCQT001").arg(name)});
    }

    void findsWhatIsInAPackageOfDebian()
    {
        write("in/app", QByteArray(1000, '\0') + serverKey);
        pack(QStringLiteral("data.tar.xz"), {QStringLiteral("cJf")});
        QFile data(path("data.tar.xz"));
        QVERIFY(data.open(QIODevice::ReadOnly));
        const auto member = [](const QByteArray &name, const QByteArray &content) {
            return name.leftJustified(16) + QByteArray("0").leftJustified(12)
                + QByteArray("0").leftJustified(6) + QByteArray("0").leftJustified(6)
                + QByteArray("100644").leftJustified(8) + QByteArray::number(content.size()).leftJustified(10)
                + "`\n" + content + (content.size() % 2 ? "\n" : "");
        };
        write("a.deb",
              "!<arch>\n" + member("debian-binary", "2.0\n") + member("data.tar.xz", data.readAll()));
        expectPackage(QStringLiteral("a.deb"), {QStringLiteral("a.deb!data.tar.xz!app@1000 SCQT001")});
    }

#ifdef SMARTCAPTCHA_WITH_LIBARCHIVE
    void doesNotVouchForADamagedPackage()
    {
        write("in/app", randomPart(100000));
        pack(QStringLiteral("a.zip"), {QStringLiteral("cf"), QStringLiteral("--format=zip")});
        QFile file(path("a.zip"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(50000));
        file.close();
        const Program::Outcome outcome = run({path("a.zip")});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains("a.zip is a package that was not looked into as a whole"),
                 outcome.errors.constData());
    }
#endif

    void looksOnlyAtWhatGitDoesNotIgnore()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("there is no git");
        const QByteArray fault = "o.setTestMode(true);";
        for (const char *file : {"known.cpp", "new.cpp", "ignored.cpp", "out/a.cpp", "here/CMakeCache.txt",
                                 "here/b.cpp", "tests/c.cpp", "out/tests/d/e.cpp"})
            write(file, fault);
        write(".gitignore", "ignored.cpp\nout/\n");
        git({QStringLiteral("init"), QStringLiteral("-q")});
        git({QStringLiteral("add"), QStringLiteral("known.cpp")});
        QCOMPARE(lint(),
                 QStringList({QStringLiteral("known.cpp:1 SCQT003"), QStringLiteral("new.cpp:1 SCQT003")}));
        QCOMPARE(findings({path("out/tests/d")}), QStringList(QStringLiteral("out/tests/d/e.cpp:1 SCQT003")));
        // Files named on the command line are searched, and tests are recognized wherever the search starts.
        QCOMPARE(
            findings({path("ignored.cpp"), path("out"), path("tests")}),
            QStringList({QStringLiteral("ignored.cpp:1 SCQT003"), QStringLiteral("out/a.cpp:1 SCQT003")}));
    }

    void looksAtAllFilesElsewhere()
    {
        const QByteArray fault = "o.setTestMode(true);";
        for (const char *file : {"a.cpp", "build/b.cpp", "made/CMakeCache.txt", "made/c.cpp", ".git/d.cpp"})
            write(file, fault);
        QCOMPARE(lint(),
                 QStringList({QStringLiteral("a.cpp:1 SCQT003"), QStringLiteral("build/b.cpp:1 SCQT003")}));
        QCOMPARE(findings({path("made")}), QStringList(QStringLiteral("made/c.cpp:1 SCQT003")));
    }

    void looksAtTheFilesOfResources()
    {
        write("a/a.qrc",
              "<RCC><qresource><file alias='x'>../b/b.qml</file><file>none</file></qresource></RCC>");
        write("b/b.qml", "testMode: true");
        QCOMPARE(findings({path("a")}), QStringList(QStringLiteral("b/b.qml:1 SCQT003")));
    }

    void readsNamesFromAFile()
    {
        write("a.cpp", "o.setTestMode(true);");
        write("list", path("a.cpp").toUtf8() + "\r\n");
        QCOMPARE(findings({QStringLiteral("--files-from"), path("list")}),
                 QStringList(QStringLiteral("a.cpp:1 SCQT003")));
    }

    void printsText()
    {
        plantOneOfEach();
        Program program;
        const Program::Outcome outcome = checked(program.run({QStringLiteral("lint"), folder->path()}));
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.errors, QByteArray());
        const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
        QCOMPARE(lines.size(), expectedOfEach().size() + 1);
        QVERIFY2(lines.first().startsWith(path("address.cpp").toUtf8() + ":1:"), lines.first().constData());
        QVERIFY2(lines.first().endsWith(" [SCQT006 retired-address]"), lines.first().constData());
        QCOMPARE(lines.last(), QByteArray("7 findings in 6 files"));

        QTemporaryDir empty;
        const Program::Outcome nothing = program.run({QStringLiteral("lint"), empty.path()});
        QCOMPARE(nothing.status, 0);
        QCOMPARE(nothing.output, QByteArray("Nothing found in 0 files\n"));
    }

    void printsSarif()
    {
        plantOneOfEach();
        write("program", QByteArray(100, '\0') + serverKey);
        Program program;
        program.setFolder(folder->path());
        const Program::Outcome outcome =
            checked(program.run({QStringLiteral("lint"), QStringLiteral("--format"), QStringLiteral("sarif"),
                                 QStringLiteral(".")}));
        QCOMPARE(outcome.status, 1);
        const QJsonObject log = QJsonDocument::fromJson(outcome.output).object();
        QCOMPARE(log.value(QLatin1String("version")).toString(), QStringLiteral("2.1.0"));
        const QJsonArray runs = log.value(QLatin1String("runs")).toArray();
        QCOMPARE(runs.size(), 1);
        const QJsonObject run = runs.first().toObject();
        const QJsonArray rules =
            run.value(QLatin1String("tool"))[QLatin1String("driver")][QLatin1String("rules")].toArray();
        QCOMPARE(rules.size(), 6);
        QStringList found;
        const QJsonArray results = run.value(QLatin1String("results")).toArray();
        for (const QJsonValue &result : results) {
            const QString id = result[QLatin1String("ruleId")].toString();
            QCOMPARE(rules.at(result[QLatin1String("ruleIndex")].toInt())[QLatin1String("id")].toString(),
                     id);
            QVERIFY(!result[QLatin1String("message")][QLatin1String("text")].toString().isEmpty());
            const QJsonValue place = result[QLatin1String("locations")][0][QLatin1String("physicalLocation")];
            const QJsonValue region = place[QLatin1String("region")];
            const QString uri = place[QLatin1String("artifactLocation")][QLatin1String("uri")].toString();
            if (uri == QLatin1String("program")) {
                QCOMPARE(region[QLatin1String("byteOffset")].toInt(), 100);
                QCOMPARE(region[QLatin1String("byteLength")].toInt(), int(serverKey.size()));
                continue;
            }
            found << QStringLiteral("%1:%2 %3")
                         .arg(uri)
                         .arg(region[QLatin1String("startLine")].toInt())
                         .arg(id);
        }
        QCOMPARE(found, expectedOfEach());
    }

    void doesNotVouchForWhatCannotBeRead()
    {
        // This file can be opened, but its beginning cannot be read.
        const QString file = QStringLiteral("/proc/self/mem");
        if (!QFileInfo::exists(file))
            QSKIP("this system has no such file");
        const Program::Outcome outcome = run({file});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains("mem cannot be read"), outcome.errors.constData());
    }

private:
    static QByteArray wide(const QByteArray &text, int step)
    {
        QByteArray bytes;
        for (const char c : text)
            bytes += c + QByteArray(step - 1, '\0');
        return bytes;
    }

    QString path(const char *name) const
    {
        return folder->filePath(QString::fromLatin1(name));
    }

    void write(const QString &name, const QByteArray &content) const
    {
        const QString file = folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(content), content.size());
    }

    void write(const char *name, const QByteArray &content) const
    {
        write(QString::fromLatin1(name), content);
    }

    void plantOneOfEach() const
    {
        const QByteArray common = randomPart(20);
        write("key.cpp", "auto k = \"" + serverKey + "\"; // smartcaptcha-lint: ignore SCQT002\n");
        write("pair.ini", "a=ysc1_" + randomPart(48) + "\nb=ysc2_" + common + randomPart(28) + '\n');
        write("test.qml", "SmartCaptchaView {\n    options {\n        testMode: true\n    }\n}\n");
        write("get.qml", "SmartCaptchaVerifier {\n    method: SmartCaptchaVerifier.Get\n}\n");
        write("shield.cpp", "\n\noptions.setShieldHidden(true);\n");
        write("address.cpp", QByteArray("QUrl(\"https://captcha-api.") + "yandex.ru\");\n");
    }

    static QStringList expectedOfEach()
    {
        return {QStringLiteral("address.cpp:1 SCQT006"), QStringLiteral("get.qml:2 SCQT004"),
                QStringLiteral("key.cpp:1 SCQT001"),     QStringLiteral("pair.ini:2 SCQT001"),
                QStringLiteral("pair.ini:2 SCQT002"),    QStringLiteral("shield.cpp:3 SCQT005"),
                QStringLiteral("test.qml:3 SCQT003")};
    }

    // Checks that the output never contains the secret part of a key.
    Program::Outcome checked(const Program::Outcome &outcome) const
    {
        if (outcome.output.contains(serverKey.mid(10, 10)) || outcome.errors.contains(serverKey.mid(10, 10)))
            qFatal("a key was printed");
        return outcome;
    }

    Program::Outcome run(const QStringList &arguments) const
    {
        Program program;
        return checked(program.run(
            QStringList{QStringLiteral("lint"), QStringLiteral("--format"), QStringLiteral("json")}
            + arguments));
    }

    /// The findings, as `file:line rule` or `file@offset rule`.
    QStringList findings(const QStringList &arguments) const
    {
        const Program::Outcome outcome = run(arguments);
        const QJsonArray array = outcome.json().value(QLatin1String("findings")).toArray();
        QByteArray errors = outcome.errors;
#if !defined(SMARTCAPTCHA_WITH_ZLIB) || !defined(SMARTCAPTCHA_WITH_ZSTD)
        if (errors.startsWith("smartcaptcha: warning: lint: compressed resources of programs are not all"))
            errors.clear();
#endif
        if (outcome.status != (array.isEmpty() ? 0 : 1) || !errors.isEmpty())
            return {QStringLiteral("status %1: ").arg(outcome.status) + QString::fromUtf8(outcome.errors)};
        QStringList found;
        for (const QJsonValue &value : array) {
            QString text = QDir(folder->path()).relativeFilePath(value[QLatin1String("file")].toString());
            const QJsonArray inside = value[QLatin1String("inside")].toArray();
            for (const QJsonValue &name : inside)
                text += QLatin1Char('!') + name.toString();
            const QJsonValue line = value[QLatin1String("line")];
            text += line.isDouble() ? QStringLiteral(":%1").arg(line.toInt())
                                    : QStringLiteral("@%1").arg(value[QLatin1String("offset")].toInt());
            found << text + QLatin1Char(' ') + value[QLatin1String("rule")].toString();
        }
        return found;
    }

    QStringList lint(const QStringList &options = {}) const
    {
        return findings(options + QStringList(folder->path()));
    }

    void pack(const QString &name, const QStringList &form) const
    {
        QProcess tar;
        tar.setWorkingDirectory(path("in"));
        QStringList arguments{QStringLiteral("-E"), QStringLiteral("tar"), form.first(),
                              folder->filePath(name)};
        arguments += form.mid(1) + QDir(path("in")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        tar.start(QStringLiteral(SMARTCAPTCHA_CMAKE), arguments);
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.exitCode(), 0);
    }

    void expectPackage(const QString &name, const QStringList &expected) const
    {
#ifdef SMARTCAPTCHA_WITH_LIBARCHIVE
        QCOMPARE(findings({folder->filePath(name)}), expected);
#else
        Q_UNUSED(expected)
        const Program::Outcome outcome = run({folder->filePath(name)});
        QVERIFY(outcome.status != 0);
        QVERIFY2(outcome.errors.contains("made without libarchive"), outcome.errors.constData());
#endif
    }

    void git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(folder->path());
        process.start(QStringLiteral("git"), arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }

    std::unique_ptr<QTemporaryDir> folder;
    static const QByteArray siteKey;
    static const QByteArray serverKey;
};

const QByteArray tst_command_lint::siteKey = "ysc1_" + randomPart(48);
const QByteArray tst_command_lint::serverKey = "ysc2_" + randomPart(48);

QTEST_GUILESS_MAIN(tst_command_lint)
#include "tst_command_lint.moc"
