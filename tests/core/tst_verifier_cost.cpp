// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/instantmanager.h"
#include "shared/scriptedserver.h"

#include <QtCore/qabstracteventdispatcher.h>
#include <QtCore/qcoreapplication.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstandardpaths.h>
#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;

namespace {

/// Verifies tokens one after the other, without a network.
void verify(int times)
{
    InstantManager manager;
    SmartCaptchaVerifier verifier;
    verifier.setServerKey(testKey());
    verifier.setNetworkAccessManager(&manager);
    int accepted = 0;
    QObject::connect(&verifier, &SmartCaptchaVerifier::accepted, &verifier, [&accepted] { ++accepted; });
    for (int i = 0; i < times; ++i) {
        verifier.verify(QStringLiteral("dD0xNzY0NDU2MDAwO2k9MTI3LjAuMC4xO0Q9%1;").arg(i, 200),
                        QStringLiteral("203.0.113.5"));
        while (!manager.reply)
            QCoreApplication::processEvents();
        manager.reply->answer();
        while (accepted <= i)
            QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// What this program takes to verify so many tokens, with everything around it.
struct Run {
    explicit Run(int times)
    {
        const QStringList itself{QCoreApplication::applicationFilePath(), QStringLiteral("verify"),
                                 QString::number(times)};
        QProcess valgrind;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // The same hashes each time.
        environment.insert(QStringLiteral("QT_HASH_SEED"), QStringLiteral("0"));
        valgrind.setProcessEnvironment(environment);
        valgrind.start(
            QStringLiteral("valgrind"),
            QStringList{QStringLiteral("--tool=callgrind"), QStringLiteral("--callgrind-out-file=/dev/null")}
                + itself);
        const bool ended = valgrind.waitForFinished(-1);
        said = valgrind.readAllStandardError();
        static const QRegularExpression collected(QStringLiteral("Collected : (\\d+)"));
        if (ended && valgrind.exitStatus() == QProcess::NormalExit && valgrind.exitCode() == 0)
            instructions = collected.match(QString::fromUtf8(said)).captured(1).toLongLong();
        else if (ended)
            isOfValgrind = QProcess::execute(itself.first(), itself.mid(1)) == 0;
    }

    qint64 instructions = 0;
    bool isOfValgrind = false; ///< It has failed, but the program works without it.
    QByteArray said;
};

} // namespace

/// What a verification costs besides the network, and what a verifier costs that has nothing to do.
class tst_verifier_cost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Time depends on what else the computer does; instructions do not.
    void takesFewInstructions()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("valgrind")).isEmpty())
            QSKIP("valgrind is not installed (on Debian: apt-get install valgrind)");
        // The start of the program takes far more, and not the same with "20" and "120" as arguments; so all
        // have one length.
        constexpr int step = 100;
        QList<qint64> all;
        for (const int times : {step, 2 * step, 3 * step}) {
            const Run run(times);
            if (run.isOfValgrind)
                QSKIP(qPrintable(QStringLiteral("valgrind cannot run this program: ")
                                 + QString::fromUtf8(run.said)));
            QVERIFY2(run.instructions > 0, run.said.constData());
            all << run.instructions;
        }
        const qint64 each = (all.at(1) - all.at(0)) / step;
        const qint64 later = (all.at(2) - all.at(1)) / step;
        qInfo("%lld instructions for a verification, %lld after %d more", static_cast<long long>(each),
              static_cast<long long>(later), step);
        QVERIFY(each > 0);
        QVERIFY(each < mostInstructions);
        // Otherwise what one costs grows with their number.
        QVERIFY((later - each) * 100 <= each * 3);
    }

    void sleepsWithNothingToDo()
    {
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        pointAt(verifier, server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::NoError);
        settle();

        int wakeUps = 0;
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
                [&wakeUps] { ++wakeUps; });
        // They are counted.
        QTimer timer;
        timer.start(10);
        EVENTUALLY(wakeUps > 10);
        timer.stop();
        settle();
        wakeUps = 0;
        QEventLoop loop;
        QTimer::singleShot(1000, &loop, &QEventLoop::quit);
        loop.exec();
        qInfo("%d wake-ups in a second", wakeUps);
        // That of the loop's end, and one to spare.
        QVERIFY(wakeUps <= 2);
    }

private:
    // GCC 12 needs 193,000 without optimization, with Qt 6.4. The rest is for other versions: this is to find
    // what is done anew for each of them.
    static constexpr qint64 mostInstructions = 300000;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("verify")) {
        verify(arguments.value(2).toInt());
        return 0;
    }
    tst_verifier_cost test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_verifier_cost.moc"
