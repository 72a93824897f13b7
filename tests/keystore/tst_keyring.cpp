// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaKeyStore>

#include <QtCore/qdir.h>
#include <QtCore/qdiriterator.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/quuid.h>
#include <QtTest/qtest.h>

using Result = SmartCaptchaKeyStoreResult;
using Status = Result::Status;

/// The system's keychain, in the state that the script with-keyring has set up.
class tst_keyring : public QObject {
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
        SmartCaptchaKeyStore store;
        const SmartCaptchaServerKey key(QStringLiteral("ysc2_%1").arg(secret));
        QCOMPARE(ended(store.read(name)).status(), Status::NotFound);
        QCOMPARE(ended(store.remove(name)).status(), Status::NotFound);
        QCOMPARE(ended(store.write(name, SmartCaptchaServerKey(QStringLiteral("ysc2_old")))).status(),
                 Status::Ok);
        QCOMPARE(ended(store.write(name, key)).status(), Status::Ok);

        SmartCaptchaKeyStore another;
        const Result read = ended(another.read(name));
        QCOMPARE(read.status(), Status::Ok);
        QCOMPARE(read.key(), key);
        another.setService(QStringLiteral("Another"));
        QCOMPARE(ended(another.read(name)).status(), Status::NotFound);

        QCOMPARE(ended(store.remove(name)).status(), Status::Ok);
        QCOMPARE(ended(store.read(name)).status(), Status::NotFound);
    }

    void leavesAKeyForLater()
    {
        if (state != QLatin1String("prepare"))
            QSKIP("only before the keychain is locked");
        SmartCaptchaKeyStore store;
        QCOMPARE(ended(store.write(name, SmartCaptchaServerKey(QStringLiteral("ysc2_left")))).status(),
                 Status::Ok);
    }

    void saysWhyItCannot()
    {
        if (state == QLatin1String("unlocked") || state == QLatin1String("prepare"))
            QSKIP("the keychain is open");
        const SmartCaptchaServerKey key(QStringLiteral("ysc2_%1").arg(secret));
        SmartCaptchaKeyStore store;
        const bool silent = state == QLatin1String("silent") || state == QLatin1String("noglib");
        Status expected = Status::Unavailable;
        if (silent)
            expected = Status::Timeout;
        else if (state == QLatin1String("locked"))
            expected = Status::Denied;
        store.setTimeout(silent ? 500 : 30000);

        const Result written = ended(store.write(name, key));
        qInfo() << written;
        QCOMPARE(written.status(), expected);
        QVERIFY(!written.details().isEmpty());
        QVERIFY(!written.details().contains(secret));
        if (state == QLatin1String("noglib"))
            QVERIFY2(written.details().contains(QLatin1String("GLib")), qPrintable(written.details()));

        // Another store has to use the same silent keychain.
        SmartCaptchaKeyStore another;
        another.setTimeout(600000);
        const Result read = ended(another.read(name));
        qInfo() << read;
        QCOMPARE(read.status(), silent ? Status::Unavailable : expected);
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
                QVERIFY2(!file.readAll().contains(secret.toLatin1()), qPrintable(file.fileName()));
        }
    }

private:
    static Result ended(const QFuture<Result> &future)
    {
        [&] { EVENTUALLY(future.isFinished()); }();
        return future.isFinished() ? future.result() : Result();
    }

    const QString name = QStringLiteral("shop");
    const QString secret = QUuid::createUuid().toString(QUuid::Id128);
    QString state;
};

QTEST_GUILESS_MAIN(tst_keyring)
#include "tst_keyring.moc"
