// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profile/profilestore.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Qa::Profile;
using Qa::ProfileStore;

class tst_profilestore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aNewUserHasTheEmulator()
    {
        ProfileStore store(file());
        QCOMPARE(store.problem(), QString());
        QCOMPARE(store.profiles().size(), 1);
        QCOMPARE(store.current(), Profile::builtIn());
        QString problem;
        QVERIFY(!store.remove(Profile::emulatorId(), &problem));
        QVERIFY(!problem.isEmpty());
        QVERIFY(!store.update(Profile::builtIn(), &problem));
        QVERIFY(!QFile::exists(file()));
    }

    void keepsEverythingButTheServerKey()
    {
        Profile profile = shop();
        QString id;
        {
            ProfileStore store(file());
            QSignalSpy changed(&store, &ProfileStore::changed);
            QSignalSpy currentChanged(&store, &ProfileStore::currentChanged);
            id = store.add(profile).value();
            QCOMPARE(id, profile.id);
            QCOMPARE(changed.size(), 1);
            QVERIFY(store.setCurrent(id));
            QCOMPARE(currentChanged.size(), 1);
            QVERIFY(store.setCurrent(id));
            QCOMPARE(currentChanged.size(), 1);
            QVERIFY(!store.setCurrent(QStringLiteral("nobody")));
        }
        ProfileStore store(file());
        QCOMPARE(store.problem(), QString());
        QCOMPARE(store.profiles().size(), 2);
        QCOMPARE(store.profiles().constFirst(), Profile::builtIn());
        profile.serverKey = {};
        QCOMPARE(store.profile(id).value(), profile);
        QCOMPARE(store.current(), profile);
        QVERIFY(!content(file()).contains(secret().toUtf8()));
        QVERIFY(content(file()).contains(profile.siteKey.toUtf8()));
    }

    void theCurrentServiceStaysTheCurrentOne()
    {
        ProfileStore store(file());
        Profile profile = shop();
        profile.service = SmartCaptchaService::current();
        QVERIFY(store.add(profile));
        QVERIFY(!content(file()).contains("service"));
        QVERIFY(ProfileStore(file()).profile(profile.id)->service == SmartCaptchaService::current());
    }

    void changesAndRemoves()
    {
        ProfileStore store(file());
        Profile profile = shop();
        QVERIFY(store.add(profile));
        QVERIFY(store.setCurrent(profile.id));
        profile.loadTimeout = 1234;
        profile.name = QStringLiteral("Another");
        QVERIFY(store.update(profile));
        QCOMPARE(ProfileStore(file()).profile(profile.id)->loadTimeout, 1234);
        QSignalSpy removed(&store, &ProfileStore::removed);
        QSignalSpy currentChanged(&store, &ProfileStore::currentChanged);
        QVERIFY(store.remove(profile.id));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.constFirst().constFirst().toString(), profile.id);
        QCOMPARE(currentChanged.size(), 1);
        QCOMPARE(store.current(), Profile::builtIn());
        QVERIFY(!store.update(profile));
        QCOMPARE(ProfileStore(file()).profiles().size(), 1);
    }

    void namesAreUnique()
    {
        ProfileStore store(file());
        for (const char *expected : {"Shop", "Shop 2", "Shop 3"}) {
            Profile profile = shop();
            QCOMPARE(store.profile(store.add(profile).value())->name, QString::fromLatin1(expected));
        }
        Profile second = store.profiles().at(2);
        second.name = QStringLiteral(" shop ");
        QString problem;
        QVERIFY(!store.update(second, &problem));
        QVERIFY2(problem.contains(QStringLiteral("shop")), qPrintable(problem));
        second.name = QStringLiteral("  ");
        QVERIFY(!store.update(second, &problem));
        QCOMPARE(store.names(),
                 QStringList({QStringLiteral("Emulator"), QStringLiteral("Shop"), QStringLiteral("Shop 2"),
                              QStringLiteral("Shop 3")}));
    }

    void aServerKeyInAnotherFieldIsNotWritten_data()
    {
        QTest::addColumn<Profile>("profile");
        Profile profile = shop();
        profile.siteKey = secret();
        QTest::newRow("site key") << profile;
        profile = shop();
        profile.name = secret();
        QTest::newRow("name") << profile;
        profile = shop();
        profile.pageOrigin = QUrl(QStringLiteral("https://shop.example/") + secret());
        QTest::newRow("origin") << profile;
        profile = shop();
        profile.allowedHosts << secret();
        QTest::newRow("host") << profile;
    }
    void aServerKeyInAnotherFieldIsNotWritten()
    {
        QFETCH(Profile, profile);
        ProfileStore store(file());
        QString problem;
        QVERIFY(!store.add(profile, &problem));
        QVERIFY2(problem.contains(QStringLiteral("ysc2_")), qPrintable(problem));
        QVERIFY(!problem.contains(secret()));
        QCOMPARE(store.profiles().size(), 1);
        QVERIFY(!QFile::exists(file()));
    }

    void whatCannotBeReadIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<int>("readable");
        QTest::newRow("no JSON") << QByteArray("{\"form\": 1, \"profiles\": [{\"na") << 0;
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("something else") << QByteArray("[1, 2]") << 0;
        QTest::newRow("newer") << QByteArray("{\"form\": 2, \"profiles\": []}") << 0;
        QTest::newRow("a damaged profile") << QByteArray("{\"form\": 1, \"profiles\": [{\"id\": \"a\", "
                                                         "\"name\": \"Good\"}, 7, {\"id\": \"b\"}]}")
                                           << 1;
        QTest::newRow("an id twice") << QByteArray("{\"form\": 1, \"profiles\": [{\"id\": \"a\", \"name\": "
                                                   "\"One\"}, {\"id\": \"a\", \"name\": \"Two\"}]}")
                                     << 1;
    }
    void whatCannotBeReadIsKeptAside()
    {
        QFETCH(QByteArray, broken);
        QFETCH(int, readable);
        put(file(), broken);
        put(file() + QStringLiteral(".bak"), "an older one");
        ProfileStore store(file());
        const QString aside = file() + QStringLiteral(".bak2");
        QVERIFY2(store.problem().contains(QDir::toNativeSeparators(aside)), qPrintable(store.problem()));
        QCOMPARE(store.profiles().size(), 1 + readable);
        QVERIFY(store.add(shop()));
        QCOMPARE(content(aside), broken);
        QCOMPARE(content(file() + QStringLiteral(".bak")), QByteArray("an older one"));
        QCOMPARE(ProfileStore(file()).problem(), QString());
        QCOMPARE(ProfileStore(file()).profiles().size(), 2 + readable);
    }

    void whatIsInTheWayIsKeptAside()
    {
        // A folder cannot be read or copied as a file.
        QVERIFY(QDir().mkpath(file() + QStringLiteral("/inside")));
        ProfileStore store(file());
        QVERIFY(!store.problem().isEmpty());
        QVERIFY(store.add(shop()));
        QVERIFY(QDir(file() + QStringLiteral(".bak/inside")).exists());
        QCOMPARE(ProfileStore(file()).profiles().size(), 2);
    }

    void whatAnotherProgramHasWrittenIsKeptAside()
    {
        ProfileStore mine(file());
        ProfileStore theirs(file());
        QVERIFY(theirs.add(shop()));
        const QByteArray written = content(file());
        Profile profile = shop();
        profile.name = QStringLiteral("Mine");
        QVERIFY(mine.add(profile));
        QCOMPARE(content(file() + QStringLiteral(".bak")), written);
        QVERIFY(!mine.problem().isEmpty());
        QVERIFY(mine.remove(profile.id));
        QVERIFY(!QFile::exists(file() + QStringLiteral(".bak2")));
    }

    void saysWhyItCannotSave()
    {
        put(m_folder->filePath(QStringLiteral("taken")), "a file where a folder should be");
        ProfileStore store(m_folder->filePath(QStringLiteral("taken/profiles.json")));
        QSignalSpy changed(&store, &ProfileStore::changed);
        QString problem;
        QVERIFY(!store.add(shop(), &problem));
        QVERIFY2(problem.contains(QStringLiteral("profiles.json")), qPrintable(problem));
        QCOMPARE(store.profiles().size(), 1);
        QVERIFY(changed.isEmpty());
    }

    void handsOnWithoutKeys()
    {
        ProfileStore store(file());
        const Profile profile = shop();
        Profile other = shop();
        other.name = QStringLiteral("Not this one");
        QVERIFY(store.add(profile));
        QVERIFY(store.add(other));
        const QString exported = m_folder->filePath(QStringLiteral("for-you.json"));
        QVERIFY(store.exportTo(exported, {profile.id, Profile::emulatorId()}));
        const QByteArray bytes = content(exported);
        for (const char *key : {"ysc1_", "ysc2_", "siteKey", "serverKey"})
            QVERIFY2(!bytes.contains(key), bytes.constData());
        QVERIFY(!bytes.contains(secret().toUtf8()));

        const QStringList ids = store.importFrom(exported).value();
        QCOMPARE(ids.size(), 1);
        QVERIFY(ids.constFirst() != profile.id);
        const Profile imported = store.profile(ids.constFirst()).value();
        QCOMPARE(imported.name, QStringLiteral("Shop 2"));
        QVERIFY(imported.service == profile.service);
        QCOMPARE(imported.pageOrigin, profile.pageOrigin);
        QCOMPARE(imported.loadTimeout, profile.loadTimeout);
        QCOMPARE(imported.verifyTimeout, profile.verifyTimeout);
        QCOMPARE(imported.allowedHosts, profile.allowedHosts);
        const QStringList problems = imported.problems();
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.constFirst().contains(QStringLiteral("Both keys are missing")),
                 qPrintable(problems.constFirst()));
    }

    void doesNotHandOnAKeyInAName()
    {
        ProfileStore store(file());
        Profile profile = shop();
        profile.name = profile.siteKey;
        QVERIFY(store.add(profile));
        const QString exported = m_folder->filePath(QStringLiteral("for-you.json"));
        QString problem;
        QVERIFY(!store.exportTo(exported, {profile.id}, &problem));
        QVERIFY(!problem.isEmpty());
        QVERIFY(!QFile::exists(exported));
    }

    void takesNoKeysFromOthers()
    {
        const QString theirs = m_folder->filePath(QStringLiteral("theirs.json"));
        put(theirs,
            "{\"form\": 1, \"profiles\": [{\"name\": \"Theirs\", \"siteKey\": \"ysc1_theirs\"}, "
            "{\"name\": \"theirs\"}]}");
        ProfileStore store(file());
        const QStringList ids = store.importFrom(theirs).value();
        QCOMPARE(ids.size(), 2);
        QCOMPARE(store.profile(ids.at(0))->siteKey, QString());
        QCOMPARE(store.profile(ids.at(1))->name, QStringLiteral("theirs 2"));
    }

    void saysWhatCannotBeImported_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("profiles");
        QTest::newRow("none") << QByteArray("{\"form\": 1, \"profiles\": []}");
        QTest::newRow("newer") << QByteArray("{\"form\": 9, \"profiles\": [{\"name\": \"a\"}]}");
        QTest::newRow("damaged") << QByteArray("{\"form\": 1, \"profiles\": [{\"name\": \"a\"}, {}]}");
    }
    void saysWhatCannotBeImported()
    {
        QFETCH(QByteArray, json);
        const QString theirs = m_folder->filePath(QStringLiteral("theirs.json"));
        put(theirs, json);
        ProfileStore store(file());
        QString problem;
        QVERIFY(!store.importFrom(theirs, &problem));
        QVERIFY2(problem.contains(theirs), qPrintable(problem));
        QVERIFY(!store.importFrom(m_folder->filePath(QStringLiteral("nowhere")), &problem));
        QVERIFY2(problem.contains(QStringLiteral("nowhere")), qPrintable(problem));
        QCOMPARE(store.profiles().size(), 1);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("profiles.json")); }

    static QString secret()
    {
        return QStringLiteral("ysc2_%1").arg(QString(20, u'a') + QStringLiteral("-secret"));
    }

    static Profile shop()
    {
        Profile profile = Profile::create(QStringLiteral("Shop"));
        profile.service = SmartCaptchaService({QUrl(QStringLiteral("https://captcha.example")),
                                               QUrl(QStringLiteral("https://other.example/captcha"))});
        profile.siteKey = QStringLiteral("ysc1_%1").arg(QString(20, u'a'));
        profile.serverKey = SmartCaptchaServerKey(secret());
        profile.pageOrigin = QUrl(QStringLiteral("https://shop.example"));
        profile.loadTimeout = 20000;
        profile.verifyTimeout = 7000;
        profile.allowedHosts = QStringList{QStringLiteral("shop.example"), QStringLiteral("m.shop.example")};
        return profile;
    }

    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }

    static void put(const QString &name, const QByteArray &content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_profilestore)
#include "tst_profilestore.moc"
