// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profile/profilekeys.h"
#include "profile/profilestore.h"
#include "shared/eventually.h"

#include <QtCore/qdir.h>
#include <QtCore/qdiriterator.h>
#include <QtCore/qfile.h>
#include <QtCore/quuid.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Qa::Profile;
using Qa::ProfileKeys;
using Qa::ProfileStore;

/// The keys of profiles in the system's keychain, in the state that the script with-keyring has set up.
class tst_profilekeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        state = qEnvironmentVariable("SMARTCAPTCHA_KEYRING");
        if (state.isEmpty())
            QSKIP("this test is run by tests/shared/with-keyring, so as not to touch anybody's keys");
    }

    void keepsAKeyForTheNextStart()
    {
        if (state != QLatin1String("unlocked"))
            QSKIP("there is no open keychain");
        Profile profile = Profile::create(QStringLiteral("Shop"));
        profile.serverKey = SmartCaptchaServerKey(QStringLiteral("ysc2_") + secret);
        {
            ProfileStore profiles(file());
            ProfileKeys keys;
            keys.follow(&profiles);
            QVERIFY(profiles.add(profile));
            keys.setKey(profile.id, profile.serverKey);
            EVENTUALLY(keys.isKept(profile.id));
        }
        ProfileStore profiles(file());
        ProfileKeys keys;
        QSignalSpy problem(&keys, &ProfileKeys::problem);
        keys.follow(&profiles);
        EVENTUALLY_COMPARE(keys.key(profile.id), profile.serverKey);
        QVERIFY(keys.isKept(profile.id));
        QVERIFY(profiles.remove(profile.id));
        EVENTUALLY(!keys.isBusy(profile.id));
        ProfileKeys later;
        later.load(profile.id);
        EVENTUALLY(!later.isBusy(profile.id));
        QVERIFY(later.key(profile.id).isNull());
        QVERIFY(problem.isEmpty());
    }

    void saysWhyItIsInMemoryOnly()
    {
        if (state == QLatin1String("unlocked") || state == QLatin1String("prepare"))
            QSKIP("the keychain is open");
        ProfileStore profiles(file());
        ProfileKeys keys;
        keys.follow(&profiles);
        QSignalSpy problem(&keys, &ProfileKeys::problem);
        const QString id = profiles.add(Profile::create(QStringLiteral("Shop"))).value();
        const SmartCaptchaServerKey key(QStringLiteral("ysc2_") + secret);
        keys.setKey(id, key);
        EVENTUALLY(!keys.isBusy(id));
        QCOMPARE(keys.key(id), key);
        QVERIFY(!keys.isKept(id));
        qInfo() << keys.whyNotKept(id);
        QVERIFY(!keys.whyNotKept(id).isEmpty());
        QVERIFY(!problem.isEmpty());
    }

    // Whatever happened, none of the user's files contains the key.
    void cleanupTestCase()
    {
        if (state.isEmpty())
            return;
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile kept(files.next());
            if (kept.open(QIODevice::ReadOnly)) {
                ++seen;
                QVERIFY2(!kept.readAll().contains(secret.toLatin1()), qPrintable(kept.fileName()));
            }
        }
        QVERIFY(seen > 0 || state == QLatin1String("prepare"));
    }

private:
    static QString file() { return QDir::homePath() + QStringLiteral("/.config/demo/profiles.json"); }

    const QString secret = QUuid::createUuid().toString(QUuid::Id128);
    QString state;
};

QTEST_GUILESS_MAIN(tst_profilekeyring)
#include "tst_profilekeyring.moc"
