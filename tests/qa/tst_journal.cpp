// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "session/journal.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

using namespace Qa;

namespace {

ScenarioResult resultOf(const char *id, Status status)
{
    ScenarioResult result;
    result.id = QString::fromLatin1(id);
    result.status = status;
    result.events = {{1, Source::Person, {}, QStringLiteral("line\nbreak")}};
    return result;
}

} // namespace

class tst_Journal : public QObject {
    Q_OBJECT

    QTemporaryDir folder;
    QString problem;

    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("a/b/session.jsonl")); }

private Q_SLOTS:
    void keepsWhatWasAdded()
    {
        Journal journal;
        QVERIFY2(journal.begin(file(), QStringLiteral("id"), QStringLiteral("emulator"), &problem),
                 qPrintable(problem));
        QVERIFY(journal.add(resultOf("one", Status::Failed), &problem));
        QVERIFY(journal.add(resultOf("two", Status::Passed), &problem));
        // Read while the journal is still open, as after a crash.
        auto content = Journal::read(file());
        QVERIFY(content);
        QCOMPARE(content->profile, QStringLiteral("emulator"));
        QVERIFY(content->began.isValid());
        QCOMPARE(content->results.size(), 2);
        QCOMPARE(content->results.at(0).events.at(0).text, QStringLiteral("line\nbreak"));

        // Run again: the last result counts.
        QVERIFY(journal.add(resultOf("one", Status::Passed), &problem));
        content = Journal::read(file());
        QCOMPARE(content->results.size(), 2);
        QCOMPARE(content->results.at(0).status, Status::Passed);
    }

    void aLineThatWasCutOffCostsOnlyItself()
    {
        {
            Journal journal;
            QVERIFY(journal.begin(file(), QStringLiteral("id"), QStringLiteral("emulator"), &problem));
            QVERIFY(journal.add(resultOf("one", Status::Passed), &problem));
            QVERIFY(journal.add(resultOf("two", Status::Passed), &problem));
        }
        QFile raw(file());
        QVERIFY(raw.open(QIODevice::ReadWrite));
        QVERIFY(raw.resize(raw.size() - 20));
        raw.close();
        QCOMPARE(Journal::read(file())->results.size(), 1);

        Journal again;
        QVERIFY(again.resume(file(), &problem));
        QVERIFY(again.add(resultOf("three", Status::Passed), &problem));
        const auto content = Journal::read(file());
        QCOMPARE(content->results.size(), 2);
        QCOMPARE(content->results.at(1).id, QStringLiteral("three"));
    }

    void knowsItsProfileAndLeadsNowhereElse()
    {
        Journal journal;
        QVERIFY(journal.begin(file(), QStringLiteral("id"), QStringLiteral("emulator"), &problem));
        ScenarioResult result = resultOf("one", Status::Passed);
        result.screenshot = QStringLiteral("../one.png");
        QVERIFY(journal.add(result, &problem));
        for (const char *name :
             {"/etc/one.png", "../one.png", "..", "a\\one.png", "c:one.png", "", "one.2.png"})
            QVERIFY(journal.addPicture(QStringLiteral("one"), QString::fromLatin1(name), &problem));
        const auto content = Journal::read(file());
        QCOMPARE(content->profileId, QStringLiteral("id"));
        QCOMPARE(content->profile, QStringLiteral("emulator"));
        QCOMPARE(content->results.at(0).screenshot, QString());
        QCOMPARE(content->pictures.value(QStringLiteral("one")), QStringList{QStringLiteral("one.2.png")});
    }

    void whatIsNoSessionIsNone()
    {
        QVERIFY(!Journal::read(folder.filePath(QStringLiteral("nothing"))));
        QFile raw(folder.filePath(QStringLiteral("other")));
        QVERIFY(raw.open(QIODevice::WriteOnly));
        raw.write("hello\n{\"result\":{\"id\":\"x\"}}\n");
        raw.close();
        QVERIFY(!Journal::read(raw.fileName()));
        // It cannot be continued either.
        Journal journal;
        QVERIFY(!journal.resume(raw.fileName(), &problem));
        QVERIFY(!journal.resume(folder.filePath(QStringLiteral("nothing")), &problem));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("nothing"))));
    }

    void saysWhyItCannotWrite()
    {
        Journal journal;
        QVERIFY(!journal.begin(folder.path(), QStringLiteral("id"), QStringLiteral("emulator"), &problem));
        QVERIFY(!problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"
