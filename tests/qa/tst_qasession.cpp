// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "session/session.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtGui/qpixmap.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Qa;

namespace {

ScenarioResult resultOf(const char *id, Status status)
{
    ScenarioResult result;
    result.id = QString::fromLatin1(id);
    result.status = status;
    result.began = QDateTime::currentDateTime();
    return result;
}

Scenario scenario(const char *id)
{
    Scenario scenario;
    scenario.id = QString::fromLatin1(id);
    return scenario;
}

const QString one = QStringLiteral("one");
const QString two = QStringLiteral("two");

} // namespace

class tst_QaSession : public QObject {
    Q_OBJECT

    QString problem;

private Q_SLOTS:
    void leavesNothingOnDiskWhileThereIsNothingToKeep()
    {
        const QTemporaryDir root;
        Session session(root.filePath(QStringLiteral("sessions")));
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        QVERIFY(session.folder().isEmpty());
        QVERIFY(!QFile::exists(root.filePath(QStringLiteral("sessions"))));
    }

    void isFoundAgain()
    {
        const QTemporaryDir root;
        QString picture;
        {
            Session session(root.path());
            QSignalSpy troubles(&session, &Session::troubled);
            session.begin(QStringLiteral("id-stand"), QStringLiteral("stand"));
            session.record(resultOf("one", Status::Failed));
            session.setNote(one, QStringLiteral("first"));
            session.setNote(one, QStringLiteral("second"));
            QPixmap red(4, 4);
            red.fill(Qt::red);
            picture = session.addPicture(one, red);
            QVERIFY(!picture.isEmpty());
            QCOMPARE(troubles.count(), 0);
        }
        Session session(root.path());
        session.begin(QStringLiteral("id-other"), QStringLiteral("other"));
        const auto saved = session.saved();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.at(0).profile, QStringLiteral("stand"));
        QCOMPARE(saved.at(0).results, 1);
        QVERIFY(saved.at(0).isWith(QStringLiteral("id-stand"), QStringLiteral("renamed")));
        QVERIFY(!saved.at(0).isWith(QStringLiteral("id-other"), QStringLiteral("stand")));
        Session::Saved old = saved.at(0);
        old.profileId.clear();
        QVERIFY(old.isWith(QStringLiteral("id-any"), QStringLiteral("stand")));
        QSignalSpy opened(&session, &Session::opened);
        QVERIFY2(session.open(saved.at(0).folder, &problem), qPrintable(problem));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(session.profile(), QStringLiteral("stand"));
        QCOMPARE(session.profileId(), QStringLiteral("id-stand"));
        QCOMPARE(session.count(Status::Failed), 1);
        QCOMPARE(session.note(one), QStringLiteral("second"));
        QCOMPARE(session.pictures(one), QStringList{picture});
        QVERIFY(QPixmap(session.pictureFolder() + QLatin1Char('/') + picture).width() == 4);

        // The session continues where it ended.
        session.record(resultOf("two", Status::Passed));
        const auto again = session.saved();
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.at(0).results, 2);
    }

    void belongsToOneProgramAtATime()
    {
        const QTemporaryDir root;
        Session first(root.path());
        first.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        first.record(resultOf("one", Status::Passed));
        Session second(root.path());
        second.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        QVERIFY(!second.open(first.folder(), &problem));
        QVERIFY(problem.contains(QStringLiteral("another window")));
        // The second session gets a folder of its own, even within the same second.
        second.record(resultOf("one", Status::Failed));
        QVERIFY(second.folder() != first.folder());
        QCOMPARE(first.saved().size(), 2);
    }

    void whatWasNotTriedTakesNoPlace()
    {
        const QTemporaryDir root;
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        session.record(resultOf("one", Status::Passed));
        session.record(resultOf("one", Status::Skipped));
        QCOMPARE(session.result(one)->status, Status::Passed);
        ScenarioResult untried = resultOf("two", Status::Stopped);
        untried.began = {};
        session.record(untried);
        QVERIFY(!session.result(two));
        session.record(resultOf("two", Status::Skipped));
        session.record(resultOf("two", Status::Failed));
        QCOMPARE(session.result(two)->status, Status::Failed);
    }

    void reportsInTheOrderOfTheScenarios()
    {
        const QTemporaryDir root;
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        session.record(resultOf("two", Status::Passed));
        session.setNote(one, QStringLiteral("looks odd"));
        const Report report = session.report({scenario("one"), scenario("two"), scenario("three")});
        QCOMPARE(report.results.size(), 2);
        QCOMPARE(report.results.at(0).note, QStringLiteral("looks odd"));
        QCOMPARE(report.results.at(0).status, Status::Skipped);
        QCOMPARE(report.results.at(1).id, two);
    }

    void notesAndPicturesAreWorthKeeping()
    {
        const QTemporaryDir root;
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        QVERIFY(session.isEmpty());
        QPixmap red(4, 4);
        red.fill(Qt::red);
        // The automatic picture of a scenario "one-2" has a different name.
        QCOMPARE(session.addPicture(one, red), QStringLiteral("one.2.png"));
        QVERIFY(!session.isEmpty());
        QCOMPARE(session.saved().size(), 1);
        const Report pictured = session.report({scenario("one")});
        QCOMPARE(pictured.results.size(), 1);
        QCOMPARE(pictured.results.at(0).pictures.size(), 1);

        Session noted(root.path());
        noted.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        noted.setNote(one, QStringLiteral("odd"));
        QVERIFY(!noted.isEmpty());
        QCOMPARE(session.saved().size(), 2);
        noted.setNote(one, {});
        QVERIFY(noted.isEmpty());
        QCOMPARE(session.saved().size(), 1);
    }

    void reportsWhatIsNoLongerInTheList()
    {
        const QTemporaryDir root;
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        session.record(resultOf("gone", Status::Failed));
        session.record(resultOf("two", Status::Passed));
        const Report report = session.report({scenario("one"), scenario("two")});
        QCOMPARE(report.results.size(), 2);
        QCOMPARE(report.results.at(0).id, two);
        QCOMPARE(report.results.at(1).id, QStringLiteral("gone"));
        QCOMPARE(report.scenarios.value(QStringLiteral("gone")).title.in(QLocale(QStringLiteral("en"))),
                 QStringLiteral("gone"));
    }

    void staysAsItWasWhenAnotherCannotBeOpened()
    {
        const QTemporaryDir root;
        Session other(root.path());
        other.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        other.record(resultOf("two", Status::Passed));
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        session.record(resultOf("one", Status::Passed));
        const QString folder = session.folder();
        QSignalSpy opened(&session, &Session::opened);
        QVERIFY(!session.open(other.folder(), &problem));
        QVERIFY(!session.open(root.filePath(QStringLiteral("nothing")), &problem));
        QVERIFY(problem.contains(QStringLiteral("no session")));
        QCOMPARE(opened.count(), 0);
        QCOMPARE(session.folder(), folder);
        // The open session continues.
        session.record(resultOf("two", Status::Failed));
        QCOMPARE(Journal::read(folder + QStringLiteral("/journal.jsonl"))->results.size(), 2);
    }

    void keepsNoServerKey()
    {
        const QTemporaryDir root;
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        const QString note = QStringLiteral("with ysc2_abcDEF0123 it fails");
        session.setNote(one, note);
        QCOMPARE(session.note(one), QStringLiteral("with ysc2_\u2026 it fails"));
        ScenarioResult result = resultOf("one", Status::Failed);
        result.note = result.problem = note;
        session.record(result);
        session.setNote(one, note);
        QFile journal(session.folder() + QStringLiteral("/journal.jsonl"));
        QVERIFY(journal.open(QIODevice::ReadOnly));
        QVERIFY(!journal.readAll().contains("abcDEF0123"));
    }

    void aResultComesAgainWithItsPicture()
    {
        const QTemporaryDir root;
        Session session(root.path());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        ScenarioResult result = resultOf("one", Status::Failed);
        result.note = QStringLiteral("first");
        session.record(result);
        session.setNote(one, QStringLiteral("second"));
        result.screenshot = QStringLiteral("one.png");
        session.record(result);
        QCOMPARE(session.note(one), QStringLiteral("second"));
        const auto content = Journal::read(session.folder() + QStringLiteral("/journal.jsonl"));
        QCOMPARE(content->results.size(), 1);
        QCOMPARE(content->results.at(0).screenshot, QStringLiteral("one.png"));
    }

    void saysWhatCannotBeKept()
    {
        const QTemporaryDir root;
        QFile file(root.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // A folder inside a file cannot be created, not even by root.
        Session session(file.fileName());
        session.begin(QStringLiteral("id-emulator"), QStringLiteral("emulator"));
        QSignalSpy troubles(&session, &Session::troubled);
        session.record(resultOf("one", Status::Passed));
        QCOMPARE(troubles.count(), 1);
        // The result is still available until the program ends.
        QCOMPARE(session.result(one)->status, Status::Passed);
    }
};

QTEST_MAIN(tst_QaSession)
#include "tst_qasession.moc"
