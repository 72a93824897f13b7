// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <QtCore/qprocess.h>
#include <QtTest/qtest.h>

/// The command line of the demo programs.
class tst_demoprograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellAboutThemselvesWithoutADisplay_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QStringList programs = QStringLiteral(TEST_PROGRAMS).split(QLatin1Char(','));
        QVERIFY(!programs.isEmpty());
        for (const QString &program : programs) {
            const auto row = [&program](const char *arguments, const QString &says) {
                QTest::addRow("%s %s", qPrintable(program.section(QLatin1Char('/'), -1)), arguments)
                    << program << QString::fromLatin1(arguments).split(QLatin1Char(' ')) << says;
            };
            row("--help", QStringLiteral("--language <CODE>"));
            row("--help-all", QStringLiteral("--language <CODE>"));
            row("-h", QStringLiteral("--language <CODE>"));
            row("--language ru --help", QStringLiteral("--language <CODE>"));
            const QString version = QStringLiteral(" " TEST_VERSION "\n");
            row("--version", version);
            row("-v", version);
        }
    }

    void tellAboutThemselvesWithoutADisplay()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(variable));
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        QVERIFY(process.waitForFinished());
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, errors.constData());
        QCOMPARE(errors, QByteArray());
        QCOMPARE(process.exitCode(), 0);
        const QString output = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(output.contains(says), qPrintable(output));
    }
};

QTEST_GUILESS_MAIN(tst_demoprograms)
#include "tst_demoprograms.moc"
