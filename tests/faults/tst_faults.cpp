// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attacks/effects.h"
#include "attempt.h"
#include "departure.h"
#include "fault.h"
#include "shared/documenttable.h"
#include "shared/eventually.h"
#include "wallclock.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

/**
 * Every step from page load to verdict, crossed with every fault that applies to it, in every host: one
 * outcome, in time and with the right error, and then a way on.
 */
class tst_faults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inTheManual();
    // Some of each kind, which take less than a minute together.
    void some_data();
    void some() { carryOut(); }
    void network_data() { addRows(faultsOfNetwork()); }
    void network() { carryOut(); }
    void content_data() { addRows(faultsOfContent()); }
    void content() { carryOut(); }
    void processes_data() { addRows(faultsOfProcesses()); }
    void processes() { carryOut(); }
    void windows_data() { addRows(faultsOfWindows()); }
    void windows() { carryOut(); }
    void programs_data() { addRows(faultsOfPrograms()); }
    void programs() { carryOut(); }
    // What "the application quits" cannot show, because the test goes on after it.
    void departures_data();
    void departures();
    void cleanupTestCase();

private:
    static void addRows(const QList<Fault> &faults);
    void carryOut();
    [[nodiscard]] static QStringList rowOf(const Fault &fault, const Outcomes &outcomes);

    const QList<Fault> m_faults =
        faultsOfNetwork() + faultsOfContent() + faultsOfProcesses() + faultsOfWindows() + faultsOfPrograms();
    QHash<QByteArray, QStringList> m_rows; // of the table, as they were seen
};

Q_DECLARE_METATYPE(Fault)

namespace {

QByteArray keyOf(const Fault &fault)
{
    return fault.step + ": " + fault.name;
}

} // namespace

QStringList tst_faults::rowOf(const Fault &fault, const Outcomes &outcomes)
{
    QStringList row;
    for (const QByteArray &cell :
         {fault.step, fault.name, outcomes.widget, outcomes.webEngine, outcomes.webView, outcomes.verifier})
        row << QString::fromUtf8(cell);
    return row;
}

void tst_faults::departures_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("keepsIt");
    for (const char *what : {"widget", "WebEngine", "WebView", "verifier"}) {
        for (const bool keepsIt : {false, true})
            QTest::addRow("%s, %s", what, keepsIt ? "never destroyed" : "destroyed at the end")
                << QString::fromLatin1(what) << keepsIt;
    }
}

void tst_faults::departures()
{
    QFETCH(QString, what);
    QFETCH(bool, keepsIt);
    const QString problem = Departure::problemOf(what, keepsIt);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_faults::inTheManual()
{
    QList<QStringList> expected;
    for (const Fault &fault : m_faults)
        expected << rowOf(fault, fault.outcomes);
    const QList<QStringList> table =
        tableIn(QStringLiteral(TEST_SOURCE "/docs/reliability.md"), QStringLiteral("step"));
    for (qsizetype i = 0; i < qMin(table.size(), expected.size()); ++i) {
        // Where versions of Qt differ, the table has one of the outcomes.
        QStringList row = table.at(i);
        if (row.size() == 6 && expected.at(i).last().split(QLatin1Char(' ')).contains(row.last()))
            row.last() = expected.at(i).last();
        QCOMPARE(row, expected.at(i));
    }
    QCOMPARE(table.size(), expected.size());
}

void tst_faults::some_data()
{
    QList<Fault> some = m_faults;
    some.removeIf([](const Fault &fault) { return !fault.isFast; });
    addRows(some);
}

void tst_faults::addRows(const QList<Fault> &faults)
{
    QTest::addColumn<Fault>("fault");
    for (const Fault &fault : faults)
        QTest::newRow(keyOf(fault).constData()) << fault;
}

void tst_faults::carryOut()
{
    QFETCH(Fault, fault);
    // The hosts at the same time, because most of it is waiting.
    std::vector<std::unique_ptr<Attempt>> attempts = Attempt::make(fault);
    const auto together = [&](const auto &step) {
        for (const auto &attempt : attempts)
            step(*attempt);
    };
    const auto wait = [&](const auto &condition) {
        return eventually([&] {
            // Each of them, because asking takes it a step further.
            return std::count_if(attempts.begin(), attempts.end(),
                                 [&](const auto &one) { return condition(*one); })
                == std::ssize(attempts);
        });
    };

    together([](Attempt &attempt) { attempt.begin(); });
    const bool arrived = wait([](Attempt &attempt) { return attempt.hasLoaded(); })
        && wait([](Attempt &attempt) { return attempt.hasArrived(); });
    Outcomes seen;
    if (arrived) {
        together([](Attempt &attempt) { attempt.spoil(); });
        if (fault.happen)
            fault.happen();
        together([](Attempt &attempt) { attempt.goOn(); });
        (void)wait([](Attempt &attempt) { return attempt.isOver(); });
        letPass(500, "a second outcome would come");
        together([&](Attempt &attempt) { attempt.tell(&seen); });
        m_rows.insert(keyOf(fault), rowOf(fault, seen));
        WallClock::restore();
        together([](Attempt &attempt) { attempt.heal(); });
        (void)wait([](Attempt &attempt) { return attempt.hasRecovered(); });
    }
    QStringList problems;
    together([&](Attempt &attempt) { problems << attempt.problems(); });
    attempts.clear();
    (void)eventually([] { return Effects::renderers().isEmpty(); });
    if (!Effects::renderers().isEmpty())
        problems << QStringLiteral("processes are left");
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1String("; "))));
}

// For docs/reliability.md, which says how.
void tst_faults::cleanupTestCase()
{
    if (Attempt::mostLate() > 0)
        qInfo("No deadline was missed by more than %lld ms.", Attempt::mostLate());
    const QString name = qEnvironmentVariable("SMARTCAPTCHA_FAULT_TABLE");
    if (name.isEmpty())
        return;
    QFile file(name);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    file.write("| step | fault | widget | WebEngine | WebView | verifier |\n|---|---|---|---|---|---|\n");
    for (const Fault &fault : m_faults) {
        const QStringList row = m_rows.value(keyOf(fault));
        if (!row.isEmpty())
            file.write("| " + row.join(QLatin1String(" | ")).toUtf8() + " |\n");
    }
    file.write("\n");
}

int main(int argc, char *argv[])
{
    // Pages that use up memory should not take that of the computer.
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS",
            qgetenv("QTWEBENGINE_CHROMIUM_FLAGS") + " --js-flags=--max-old-space-size=64");
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    app.setQuitOnLastWindowClosed(false);
    if (argc == 4 && qstrcmp(argv[1], "--depart") == 0)
        return Departure::depart(QString::fromLocal8Bit(argv[2]), qstrcmp(argv[3], "kept") == 0);
    tst_faults test;
    // Unless something else is asked for, what takes less than a minute.
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 1)
        arguments << QStringLiteral("inTheManual") << QStringLiteral("some");
    return QTest::qExec(&test, arguments);
}

#include "tst_faults.moc"
