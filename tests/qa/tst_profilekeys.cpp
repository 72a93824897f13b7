// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keystore/memorykeybackend.h"
#include "profile/profilekeys.h"
#include "profile/profilestore.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaKeyStore>

#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Qa::Profile;
using Qa::ProfileKeys;
using Qa::ProfileStore;
using Result = SmartCaptchaKeyStoreResult;

namespace {

class MemoryKeyStore : public SmartCaptchaKeyStore {
public:
    explicit MemoryKeyStore(std::shared_ptr<MemoryKeychain> keychain)
        : SmartCaptchaKeyStore(std::make_unique<SmartCaptchaKeyStorePrivate>(
                                   std::make_unique<MemoryKeyBackend>(std::move(keychain))),
                               nullptr)
    {
    }
};

SmartCaptchaServerKey keyOf(const QString &name)
{
    return SmartCaptchaServerKey(QStringLiteral("ysc2_%1").arg(name));
}

} // namespace

/// The keys of profiles in a keychain that the test controls.
class tst_profilekeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keychain = std::make_shared<MemoryKeychain>();
        m_store = std::make_unique<MemoryKeyStore>(m_keychain);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void keepsAndFindsAgain()
    {
        {
            ProfileKeys keys(m_store.get(), nullptr);
            QSignalSpy changed(&keys, &ProfileKeys::keyChanged);
            QSignalSpy problem(&keys, &ProfileKeys::problem);
            keys.setKey(m_id, keyOf(QStringLiteral("one")));
            QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("one")));
            QVERIFY(!keys.isKept(m_id));
            QVERIFY(keys.isBusy(m_id));
            EVENTUALLY(keys.isKept(m_id));
            QVERIFY(!keys.isBusy(m_id));
            QCOMPARE(keys.whyNotKept(m_id), QString());
            QCOMPARE(changed.size(), 2);
            QVERIFY(problem.isEmpty());
            QCOMPARE(m_keychain->entries.value(path()), keyOf(QStringLiteral("one")));
        }
        ProfileKeys keys(m_store.get(), nullptr);
        QVERIFY(keys.key(m_id).isNull());
        keys.load(m_id);
        EVENTUALLY(keys.isKept(m_id));
        QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("one")));
        Profile profile = Profile::create(QStringLiteral("Shop"));
        profile.id = m_id;
        QCOMPARE(keys.withKey(profile).serverKey, keyOf(QStringLiteral("one")));
        // After a successful answer the keychain is not asked again.
        const qsizetype asked = m_keychain->begun.size();
        keys.load(m_id);
        QVERIFY(!keys.isBusy(m_id));
        QCOMPARE(m_keychain->begun.size(), asked);
    }

    void removes()
    {
        m_keychain->entries.insert(path(), keyOf(QStringLiteral("one")));
        ProfileKeys keys(m_store.get(), nullptr);
        keys.load(m_id);
        EVENTUALLY(keys.isKept(m_id));
        keys.setKey(m_id, {});
        QVERIFY(keys.key(m_id).isNull());
        QVERIFY(!keys.isKept(m_id));
        EVENTUALLY(!keys.isBusy(m_id));
        QVERIFY(m_keychain->entries.isEmpty());
    }

    void theLastOneCounts()
    {
        m_keychain->entries.insert(path(), keyOf(QStringLiteral("old")));
        ProfileKeys keys(m_store.get(), nullptr);
        keys.load(m_id);
        keys.setKey(m_id, keyOf(QStringLiteral("one")));
        keys.setKey(m_id, keyOf(QStringLiteral("two")));
        EVENTUALLY(!keys.isBusy(m_id));
        QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("two")));
        QVERIFY(keys.isKept(m_id));
        QCOMPARE(m_keychain->entries.value(path()), keyOf(QStringLiteral("two")));
    }

    void withoutAKeychain_data()
    {
        QTest::addColumn<Result::Status>("status");
        QTest::newRow("denied") << Result::Status::Denied;
        QTest::newRow("unavailable") << Result::Status::Unavailable;
        QTest::newRow("failed") << Result::Status::Failed;
    }
    void withoutAKeychain()
    {
        QFETCH(Result::Status, status);
        m_keychain->refusal = Result(status, QStringLiteral("told to"));
        ProfileKeys keys(m_store.get(), nullptr);
        QSignalSpy problem(&keys, &ProfileKeys::problem);
        keys.load(m_id);
        EVENTUALLY_COMPARE(problem.size(), 1);
        QVERIFY(!keys.whyNotKept(m_id).isEmpty());
        keys.setKey(m_id, keyOf(QStringLiteral("one")));
        EVENTUALLY_COMPARE(problem.size(), 2);
        QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("one")));
        QVERIFY(!keys.isKept(m_id));
        QCOMPARE(keys.whyNotKept(m_id), Result(status).userMessage());
        QVERIFY(!problem.constLast().at(1).toString().contains(QStringLiteral("one")));

        // It may have been unlocked in the meantime.
        m_keychain->refusal = Result(Result::Status::Ok);
        QVERIFY(keys.canAskAgain(m_id));
        keys.askAgain(m_id);
        QVERIFY(keys.isBusy(m_id));
        QVERIFY(!keys.canAskAgain(m_id));
        EVENTUALLY(keys.isKept(m_id));
        QCOMPARE(m_keychain->entries.value(path()), keyOf(QStringLiteral("one")));
        QCOMPARE(keys.whyNotKept(m_id), QString());
        QVERIFY(!keys.canAskAgain(m_id));
    }

    void aSilentKeychain()
    {
        m_store->setTimeout(30);
        m_keychain->silent = true;
        ProfileKeys keys(m_store.get(), nullptr);
        keys.setKey(m_id, keyOf(QStringLiteral("one")));
        EVENTUALLY(!keys.isBusy(m_id));
        QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("one")));
        QCOMPARE(keys.whyNotKept(m_id), Result(Result::Status::Timeout).userMessage());
    }

    void asksAgainAfterARefusal()
    {
        m_keychain->entries.insert(path(), keyOf(QStringLiteral("one")));
        m_keychain->refusal = Result(Result::Status::Denied);
        ProfileKeys keys(m_store.get(), nullptr);
        keys.load(m_id);
        EVENTUALLY(!keys.whyNotKept(m_id).isEmpty());
        m_keychain->refusal = Result(Result::Status::Ok);
        keys.askAgain(m_id);
        EVENTUALLY(keys.isKept(m_id));
        QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("one")));
        QCOMPARE(keys.whyNotKept(m_id), QString());
    }

    void saysWhenAKeyStays()
    {
        m_keychain->entries.insert(path(), keyOf(QStringLiteral("one")));
        ProfileKeys keys(m_store.get(), nullptr);
        keys.load(m_id);
        EVENTUALLY(keys.isKept(m_id));
        m_keychain->refusal = Result(Result::Status::Denied);
        QSignalSpy problem(&keys, &ProfileKeys::problem);
        keys.remove(m_id);
        EVENTUALLY_COMPARE(problem.size(), 1);
        QVERIFY(keys.key(m_id).isNull());
        // If there never was a keychain, nothing is reported.
        m_keychain->refusal = Result(Result::Status::Unavailable);
        keys.remove(QStringLiteral("another"));
        EVENTUALLY(!keys.isBusy(QStringLiteral("another")));
        QCOMPARE(problem.size(), 1);
    }

    void inMemoryOnly()
    {
        ProfileKeys keys(nullptr, nullptr);
        keys.load(m_id);
        keys.setKey(m_id, keyOf(QStringLiteral("one")));
        QCOMPARE(keys.key(m_id), keyOf(QStringLiteral("one")));
        QVERIFY(!keys.isKept(m_id));
        QVERIFY(!keys.isBusy(m_id));
        QVERIFY(!keys.whyNotKept(m_id).isEmpty());
        keys.remove(m_id);
        QVERIFY(keys.key(m_id).isNull());
    }

    void followsTheProfiles()
    {
        ProfileStore profiles(m_folder->filePath(QStringLiteral("profiles.json")));
        const QString first = profiles.add(Profile::create(QStringLiteral("First"))).value();
        const Profile second = Profile::create(QStringLiteral("Second"));
        const auto in = [](const QString &id) { return QStringLiteral("SmartCaptcha/") + id; };
        m_keychain->entries.insert(in(first), keyOf(QStringLiteral("one")));
        m_keychain->entries.insert(in(second.id), keyOf(QStringLiteral("two")));
        ProfileKeys keys(m_store.get(), nullptr);
        keys.follow(&profiles);
        EVENTUALLY_COMPARE(keys.key(first), keyOf(QStringLiteral("one")));
        QVERIFY(profiles.add(second));
        EVENTUALLY_COMPARE(keys.key(second.id), keyOf(QStringLiteral("two")));
        QVERIFY(profiles.remove(first));
        EVENTUALLY(!keys.isBusy(first));
        QCOMPARE(m_keychain->entries.keys(), QStringList{in(second.id)});
        // The keychain is never asked for the emulator's key.
        for (const QString &operation : std::as_const(m_keychain->begun))
            QVERIFY2(!operation.contains(Profile::emulatorId()), qPrintable(operation));
    }

private:
    [[nodiscard]] QString path() const { return QStringLiteral("SmartCaptcha/") + m_id; }

    const QString m_id = QStringLiteral("3f0c2c1e-5b2b-4d0a-9f0e-000000000001");
    std::shared_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<MemoryKeyStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_profilekeys)
#include "tst_profilekeys.moc"
