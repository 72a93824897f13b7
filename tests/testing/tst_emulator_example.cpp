// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// The example in docs/emulator.md, and tests that keep it and the table of scenarios there up to date.

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qfile.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

namespace {

QString contentOf(const char *path)
{
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class tst_emulator_example : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [example]
    void aTokenIsGoodOnce()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY2(emulator.listen(), qPrintable(emulator.errorString()));

        SmartCaptchaVerifier verifier;
        verifier.setService(emulator.service());
        verifier.setServerKey(emulator.serverKey());
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);

        verifier.verify(emulator.issueToken(QStringLiteral("shop.example.com")));
        QVERIFY(finished.wait());
        auto result = finished.takeFirst().constFirst().value<SmartCaptchaResult>();
        QCOMPARE(result.verdict(), SmartCaptchaResult::Verdict::Human);
        QCOMPARE(result.host(), QStringLiteral("shop.example.com"));

        emulator.setScenario(SmartCaptchaEmulator::Scenario::Hanging);
        verifier.setTimeout(200);
        verifier.verify(emulator.issueToken());
        QVERIFY(finished.wait());
        result = finished.takeFirst().constFirst().value<SmartCaptchaResult>();
        QCOMPARE(result.error(), SmartCaptchaResult::Error::Timeout);

        QCOMPARE(emulator.requests(QStringLiteral("/validate")).size(), 2);
    }
    // [example]

    void theDocumentShowsThisExample()
    {
        const QString source = contentOf(SOURCE_DIR "/tests/testing/tst_emulator_example.cpp");
        const QString document = contentOf(SOURCE_DIR "/docs/emulator.md");
        QVERIFY(!source.isEmpty() && !document.isEmpty());
        const QString marker = QStringLiteral("    // [%1]\n").arg(QLatin1String("example"));
        const QStringList lines = source.section(marker, 1, 1).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 10);
        for (const QString &line : lines)
            QVERIFY2(document.contains(line.mid(4)), qPrintable(line));
    }

    void theDocumentListsEveryScenario()
    {
        const QString document = contentOf(SOURCE_DIR "/docs/emulator.md");
        for (const QString &name : SmartCaptchaEmulator::scenarioNames()) {
            const QString row =
                QStringLiteral("| `%1` | %2 |").arg(name, SmartCaptchaEmulator::scenarioDescription(name));
            QVERIFY2(document.contains(row), qPrintable(row));
        }
    }
};

QTEST_GUILESS_MAIN(tst_emulator_example)
#include "tst_emulator_example.moc"
