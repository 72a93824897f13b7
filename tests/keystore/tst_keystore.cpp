// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "memorykeybackend.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaKeyStore>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qdiriterator.h>
#include <QtCore/qfile.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>
#include <utility>

using Result = SmartCaptchaKeyStoreResult;
using Status = Result::Status;
using Future = QFuture<Result>;

namespace {

class StoreInMemory : public SmartCaptchaKeyStore {
public:
    explicit StoreInMemory(const std::shared_ptr<MemoryKeychain> &keychain)
        : SmartCaptchaKeyStore(
            std::make_unique<SmartCaptchaKeyStorePrivate>(std::make_unique<MemoryKeyBackend>(keychain)),
            nullptr)
    {
    }
};

SmartCaptchaServerKey someKey()
{
    return SmartCaptchaServerKey(QStringLiteral("ysc2_abcdefghijklmnopqr"));
}

} // namespace

class tst_keystore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        keychain = std::make_shared<MemoryKeychain>();
        store = std::make_unique<StoreInMemory>(keychain);
    }

    void cleanup()
    {
        store.reset();
        SmartCaptcha::installTranslator(QLocale(QLocale::English));
    }

    void storesReadsAndRemoves()
    {
        compare(store->read(name), Status::NotFound);
        compare(store->write(name, someKey()), Status::Ok);
        const Result read = compare(store->read(name), Status::Ok);
        QCOMPARE(read.key(), someKey());
        QVERIFY(read.details().isEmpty());
        compare(store->remove(name), Status::Ok);
        compare(store->read(name), Status::NotFound);
        compare(store->remove(name), Status::NotFound);
    }

    void finishesAfterTheCallReturned()
    {
        const Future future = store->read(name);
        QVERIFY(!future.isFinished());
        QVERIFY(keychain->begun.isEmpty());
        compare(future, Status::NotFound);
    }

    void keepsTheOrderOfTheCalls()
    {
        (void)store->write(name, someKey());
        const Future read = store->read(name);
        (void)store->remove(name);
        const Future readAgain = store->read(name);
        compare(readAgain, Status::NotFound);
        QCOMPARE(read.result().key(), someKey());
        const QStringList expected{
            QStringLiteral("write SmartCaptcha/shop"),  QStringLiteral("read SmartCaptcha/shop"),
            QStringLiteral("read SmartCaptcha/shop"),   QStringLiteral("read SmartCaptcha/shop"),
            QStringLiteral("remove SmartCaptcha/shop"), QStringLiteral("read SmartCaptcha/shop")};
        QCOMPARE(keychain->begun, expected);
    }

    void servicesAreApart()
    {
        QSignalSpy changed(store.get(), &SmartCaptchaKeyStore::serviceChanged);
        compare(store->write(name, someKey()), Status::Ok);
        const Future before = store->read(name);
        store->setService(QStringLiteral("Shop"));
        store->setService(QStringLiteral("Shop"));
        QCOMPARE(changed.count(), 1);
        compare(store->read(name), Status::NotFound);
        // A call uses the service that was set when it was made.
        QCOMPARE(before.result().status(), Status::Ok);
    }

    void looksAtWhatItWrote()
    {
        keychain->forgetful = true;
        const Result result = compare(store->write(name, someKey()), Status::Failed);
        QVERIFY2(result.details().contains(QLatin1String("no such entry")), qPrintable(result.details()));
        keychain->entries.insert(QStringLiteral("SmartCaptcha/shop"),
                                 SmartCaptchaServerKey(QStringLiteral("ysc2_old")));
        compare(store->write(name, someKey()), Status::Failed);
    }

    void refusesWhatMakesNoSense()
    {
        compare(store->read({}), Status::Failed);
        compare(store->remove({}), Status::Failed);
        compare(store->write({}, someKey()), Status::Failed);
        compare(store->write(name, {}), Status::Failed);
        QVERIFY(keychain->begun.isEmpty());
        keychain->entries.insert(QStringLiteral("SmartCaptcha/shop"), {});
        compare(store->read(name), Status::NotFound);
    }

    void passesOnWhatTheKeychainSays_data()
    {
        QTest::addColumn<Status>("status");
        QTest::newRow("denied") << Status::Denied;
        QTest::newRow("unavailable") << Status::Unavailable;
        QTest::newRow("failed") << Status::Failed;
    }

    void passesOnWhatTheKeychainSays()
    {
        QFETCH(Status, status);
        keychain->refusal = Result(status, QStringLiteral("because"));
        for (const Future &future : {store->read(name), store->write(name, someKey()), store->remove(name)})
            QCOMPARE(compare(future, status).details(), QStringLiteral("because"));
    }

    void silenceEndsWithATimeoutAndBlocks()
    {
        keychain->silent = true;
        store->setTimeout(1);
        const Result late = compare(store->read(name), Status::Timeout);
        QVERIFY2(late.details().contains(QLatin1String("told to be silent")), qPrintable(late.details()));

        // Further operations would only wait behind the silent one.
        keychain->silent = false;
        store->setTimeout(600000);
        compare(store->read(name), Status::Unavailable);
        QCOMPARE(keychain->begun.size(), 1);

        keychain->answerAll();
        compare(store->read(name), Status::NotFound);
    }

    void aLateAnswerIsNotTakenForAnother()
    {
        keychain->entries.insert(QStringLiteral("SmartCaptcha/shop"), someKey());
        keychain->silent = true;
        store->setTimeout(1);
        compare(store->read(name), Status::Timeout);
        const auto late = std::exchange(keychain->unanswered, {});
        keychain->abandoned.clear();
        store->setTimeout(600000);
        const Future next = store->read(QStringLiteral("other"));
        EVENTUALLY_COMPARE(keychain->unanswered.size(), 1);
        late.first().second();
        QVERIFY(!next.isFinished());
        keychain->answerAll();
        compare(next, Status::NotFound);
    }

    void aWriteEndsAfterItWasReadBack()
    {
        store->setTimeout(600000);
        keychain->silent = true;
        const Future write = store->write(name, someKey());
        EVENTUALLY_COMPARE(keychain->unanswered.size(), 1);
        keychain->answerAll();
        EVENTUALLY_COMPARE(keychain->begun.size(), 2);
        QVERIFY(!write.isFinished());
        keychain->answerAll();
        compare(write, Status::Ok);
    }

    void waitingOperationsEndToo()
    {
        keychain->silent = true;
        store->setTimeout(1);
        const Future first = store->read(name);
        store->setTimeout(600000);
        const Future second = store->write(name, someKey());
        const Future third = store->remove(name);
        compare(first, Status::Timeout);
        compare(second, Status::Unavailable);
        compare(third, Status::Unavailable);
        QCOMPARE(keychain->begun.size(), 1);
    }

    void destroyedWhileWaiting()
    {
        keychain->silent = true;
        const Future running = store->read(name);
        const Future waiting = store->read(name);
        EVENTUALLY_COMPARE(keychain->unanswered.size(), 1);
        store.reset();
        QCOMPARE(running.result().status(), Status::Failed);
        QCOMPARE(waiting.result().status(), Status::Failed);
        QCOMPARE(keychain->abandoned.size(), 1);
    }

    void destroyedWhileAContinuationAsksAgain()
    {
        keychain->silent = true;
        QList<Status> ends;
        SmartCaptchaKeyStore *const asked = store.release();
        asked->read(name).then([&](const Result &first) {
            ends << first.status();
            asked->read(name).then([&](const Result &second) { ends << second.status(); });
        });
        EVENTUALLY_COMPARE(keychain->unanswered.size(), 1);
        delete asked;
        QCOMPARE(ends, QList<Status>({Status::Failed, Status::Failed}));
    }

    void destroyedByAContinuation()
    {
        bool called = false;
        store->read(name).then([&](const Result &) {
            store.reset();
            called = true;
        });
        EVENTUALLY(called);
        QVERIFY(!store);
    }

    void timeoutStaysInItsRange()
    {
        QSignalSpy changed(store.get(), &SmartCaptchaKeyStore::timeoutChanged);
        QCOMPARE(store->timeout(), 10000);
        store->setTimeout(0);
        QCOMPARE(store->timeout(), 1);
        store->setTimeout(700000);
        QCOMPARE(store->timeout(), 600000);
        QCOMPARE(changed.count(), 2);
    }

    void printsWithoutTheKey()
    {
        QString text;
        QDebug(&text) << Result(someKey());
        QVERIFY2(text.contains(QLatin1String("Ok")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("ysc2_abc")), qPrintable(text));
    }

    void tellsPeopleInTheirLanguage()
    {
        QVERIFY(SmartCaptcha::installTranslator(QLocale(QLocale::English)));
        QStringList english;
        QStringList russian;
        const auto statuses = {Status::NotFound, Status::Denied, Status::Unavailable, Status::Timeout,
                               Status::Failed};
        for (const Status status : statuses)
            english << Result(status).userMessage();
        QVERIFY(SmartCaptcha::installTranslator(QLocale(QLocale::Russian)));
        for (const Status status : statuses)
            russian << Result(status).userMessage();
        QCOMPARE(QSet<QString>(english.cbegin(), english.cend()).size(), english.size());
        for (qsizetype i = 0; i < english.size(); ++i) {
            QVERIFY(!english.at(i).isEmpty());
            QVERIFY2(english.at(i) != russian.at(i), qPrintable(english.at(i)));
        }
        QVERIFY(Result(Status::Ok).userMessage().isEmpty());
    }

    // With the fallback, QtKeychain would write plain text to a settings file.
    void nothingAsksForTheInsecureFallback()
    {
        QDirIterator files(QStringLiteral(SMARTCAPTCHA_SOURCE_DIR "/sdk/keystore"),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        int calls = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            calls += int(text.count("setInsecureFallback(false)"));
            QCOMPARE(text.count("setInsecureFallback("), text.count("setInsecureFallback(false)"));
        }
        QCOMPARE(calls, 1);
    }

private:
    static Result compare(const Future &future, Status status)
    {
        [&] { EVENTUALLY(future.isFinished()); }();
        if (!future.isFinished() || future.resultCount() != 1)
            return {};
        const Result result = future.result();
        [&] { QCOMPARE(result.status(), status); }();
        return result;
    }

    const QString name = QStringLiteral("shop");
    std::shared_ptr<MemoryKeychain> keychain;
    std::unique_ptr<StoreInMemory> store;
};

QTEST_GUILESS_MAIN(tst_keystore)
#include "tst_keystore.moc"
