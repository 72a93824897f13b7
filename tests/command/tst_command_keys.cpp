// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"
#include "shared/eventually.h"

#include <QtCore/qdir.h>
#include <QtCore/qdiriterator.h>
#include <QtCore/qfile.h>
#include <QtCore/quuid.h>
#include <QtTest/qtest.h>

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

/// `smartcaptcha keys` with the system's keychain, in the state that the script with-keyring has set up.
class tst_command_keys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        state = qEnvironmentVariable("SMARTCAPTCHA_KEYRING");
        if (state.isEmpty())
            QSKIP("this test is run by tests/shared/with-keyring, so as not to touch anybody's keys");
    }

    void keepsAKey()
    {
        if (state != QLatin1String("unlocked"))
            QSKIP("there is no open keychain");
        expectFailure(keys("get shop"), 1, "there is no key 'shop' in the keychain");
        expectFailure(keys("remove shop"), 1, "there is no key 'shop' in the keychain");

        const Program::Outcome stored = keys("set shop", key() + "\r\n");
        QCOMPARE(stored.errors, QByteArray());
        QCOMPARE(stored.status, 0);
        QCOMPARE(stored.output, QByteArray("stored ysc2_\u2026 as 'shop'\n"));

        const Program::Outcome masked = keys("get shop");
        QCOMPARE(masked.status, 0);
        QCOMPARE(masked.output, QByteArray("ysc2_\u2026\n"));
        const Program::Outcome whole = keys("get shop --reveal");
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.output, key() + '\n');

        // verify looks in the same place: it finds the key, and cannot reach the service.
        Program verify;
        verify.keepSession();
        const Program::Outcome asked = verify.run(QStringLiteral("verify --token T --keychain shop --service "
                                                                 "http://127.0.0.1:1 --policy strict")
                                                      .split(QLatin1Char(' ')));
        QCOMPARE(asked.status, 1);
        QVERIFY2(asked.output.contains("network"), asked.output.constData());

        const Program::Outcome removed = keys("remove shop");
        QCOMPARE(removed.status, 0);
        QCOMPARE(removed.output, QByteArray("removed 'shop'\n"));
        expectFailure(keys("get shop"), 1, "there is no key 'shop'");
    }

    void putsAKeyInPlaceOfAnother()
    {
        if (state != QLatin1String("unlocked"))
            QSKIP("there is no open keychain");
        QCOMPARE(keys("set twice", "ysc2_old\n").status, 0);
        QCOMPARE(keys("set twice", key()).status, 0);
        QCOMPARE(keys("get twice --reveal").output, key() + '\n');
        QCOMPARE(keys("remove twice").status, 0);
    }

    void showsNothingOfWhatIsTyped()
    {
        if (state != QLatin1String("unlocked"))
            QSKIP("there is no open keychain");
        const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
        const QString path = QString::fromLocal8Bit(ptsname(terminal));
        // Kept open, so that the terminal does not hang up when the program ends.
        const int other = open(QFile::encodeName(path).constData(), O_RDWR | O_NOCTTY);
        QVERIFY(other >= 0);

        Program program;
        program.keepSession();
        program.setInputFile(path);
        program.begin({QStringLiteral("keys"), QStringLiteral("set"), QStringLiteral("typed")});
        QByteArray prompt;
        EVENTUALLY((prompt += program.readErrors()).endsWith("(it is not shown): "));
        QVERIFY2(prompt.startsWith("Server key for 'typed'"), prompt.constData());
        const QByteArray line = key() + '\n';
        QCOMPARE(write(terminal, line.constData(), size_t(line.size())), ssize_t(line.size()));
        const Program::Outcome outcome = program.end();
        QCOMPARE(outcome.status, 0);

        // Reads back what the terminal echoed: only the text typed after the key.
        QCOMPARE(write(terminal, "shown", 5), ssize_t(5));
        std::array<char, 4096> buffer = {};
        const ssize_t count = read(terminal, buffer.data(), buffer.size());
        close(other);
        close(terminal);
        QVERIFY(count > 0);
        QCOMPARE(QByteArray(buffer.data(), qsizetype(count)), QByteArray("shown"));
        QCOMPARE(keys("get typed --reveal").output, key() + '\n');
        QCOMPARE(keys("remove typed").status, 0);
    }

    void revealsIntoNoFile()
    {
        Program program;
        program.keepSession();
        const QString file = QDir::home().filePath(QStringLiteral("revealed"));
        program.setOutputFile(file);
        const Program::Outcome outcome =
            program.run(QStringLiteral("keys get shop --reveal").split(QLatin1Char(' ')));
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains("not into a file"), outcome.errors.constData());
        QCOMPARE(QFile(file).size(), 0);
    }

    void leavesAKeyForLater()
    {
        if (state != QLatin1String("prepare"))
            QSKIP("only before the keychain is locked");
        QCOMPARE(keys("set shop", key()).status, 0);
    }

    void saysWhyItCannot()
    {
        if (state == QLatin1String("unlocked") || state == QLatin1String("prepare"))
            QSKIP("the keychain is open");
        const bool silent = state == QLatin1String("silent");
        const char *says = "no keychain can be used here";
        if (silent)
            says = "the keychain did not answer in time";
        else if (state == QLatin1String("locked"))
            says = "the keychain is locked, or access was refused";
        const char *timeout = silent ? " --timeout 500" : "";
        for (const char *action : {"set shop", "get shop", "get shop --reveal", "remove shop"})
            expectFailure(keys(QByteArray(action) + timeout, key()), 1, says);
    }

    // Whatever happened, none of the user's files contains the key.
    void cleanupTestCase()
    {
        if (state.isEmpty())
            return;
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
        }
    }

private:
    QByteArray key() const { return "ysc2_" + secret; }

    Program::Outcome keys(const QByteArray &arguments, const QByteArray &input = {}) const
    {
        Program program;
        program.keepSession();
        const QString line = QStringLiteral("keys ") + QString::fromLatin1(arguments);
        const Program::Outcome outcome = program.run(line.split(QLatin1Char(' ')), input);
        if (outcome.errors.contains(secret))
            qFatal("the key is in an error text");
        return outcome;
    }

    static void expectFailure(const Program::Outcome &outcome, int status, const char *says)
    {
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.errors.startsWith("smartcaptcha: keys: ") && outcome.errors.count('\n') == 1,
                 outcome.errors.constData());
        QVERIFY2(outcome.errors.contains(says), outcome.errors.constData());
    }

    const QByteArray secret = QUuid::createUuid().toByteArray(QUuid::Id128);
    QString state;
};

QTEST_GUILESS_MAIN(tst_command_keys)
#include "tst_command_keys.moc"
