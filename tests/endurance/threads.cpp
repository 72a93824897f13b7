// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "length.h"

#include "shared/awaitedresult.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <QtCore/qfuturewatcher.h>
#include <QtCore/qthread.h>
#include <QtTest/qtest.h>

#include <array>
#include <atomic>
#include <memory>
#include <vector>

using Error = SmartCaptchaResult::Error;

namespace {

/// What a server does, and the error that it must lead to.
struct Fault {
    ScriptedServer::Action action;
    Error error;
};

std::vector<Fault> faults()
{
    const QByteArray half = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{";
    return {
        {ScriptedServer::answer(), Error::NoError},
        {ScriptedServer::answer(), Error::NoError},
        {ScriptedServer::answer(), Error::NoError},
        {ScriptedServer::after(20, ScriptedServer::answer()), Error::NoError},
        {ScriptedServer::answer({}, "500 Oops"), Error::HttpStatus},
        {ScriptedServer::closeAtOnce(), Error::Network},
        {ScriptedServer::reset(), Error::Network},
        {ScriptedServer::rawThenClose(half), Error::Network},
        {ScriptedServer::hang(), Error::Timeout},
        {ScriptedServer::rawThenHang(half), Error::Timeout},
    };
}

/// One call of verify() or verifyAsync().
struct Call {
    bool hasFuture = false;
    bool isGivenUp = false; // by the application: its end may be an abort
    bool isDropped = false; // its reply or its verifier was deleted before its end
    int ends = 0;
};

/// Four verifiers that ask at the same time in the thread that this is moved to, while replies and verifiers
/// are deleted, also by the slots of their own signals.
class Asker : public QObject {
    Q_OBJECT

public:
    Asker(const QUrl &service, quint32 seed, int count)
        : m_service(service)
        , m_random(seed)
        , m_count(count)
    {
    }

    // All of these in its own thread.
    void start();
    [[nodiscard]] bool isDone() const { return m_asked == m_count && m_unanswered == 0; }
    /// Deletes the verifiers, and looks at what has become of the calls.
    void finish();

    /// How many calls have ended, for any thread.
    std::atomic_int ended = 0;
    std::atomic_int verifiers = 0;
    std::atomic_bool isFinished = false;
    /// To be read when it is finished.
    QStringList problems;

Q_SIGNALS:
    void done();

private:
    struct Place {
        std::unique_ptr<SmartCaptchaVerifier> verifier;
        std::vector<std::shared_ptr<Call>> calls; // of this verifier
        size_t finished = 0;
    };

    void replace(Place &place);
    void ask(Place &place);
    void askForReply(Place &place, const QString &token, Error error, const std::shared_ptr<Call> &call);
    void askForFuture(Place &place, const QString &token, Error error, const std::shared_ptr<Call> &call);
    void end(const std::shared_ptr<Call> &call, Error expected, Error error);
    void check(const Call &call);
    [[nodiscard]] bool happens(int percent) { return m_random.bounded(100) < percent; }

    const QUrl m_service;
    QRandomGenerator m_random;
    const int m_count;
    std::vector<Fault> m_faults = faults();
    std::array<Place, 4> m_places;
    std::vector<std::shared_ptr<Call>> m_calls;
    int m_asked = 0;
    int m_unanswered = 0; // verifiers' signals and futures that are still to come
};

void Asker::start()
{
    for (Place &place : m_places)
        replace(place);
}

void Asker::finish()
{
    for (Place &place : m_places)
        place.verifier.reset();
    for (const auto &call : m_calls)
        check(*call);
    isFinished = true;
}

// Deletes the verifier with the calls that it has under way.
void Asker::replace(Place &place)
{
    m_unanswered -= int(place.calls.size() - place.finished);
    for (const auto &call : place.calls)
        call->isDropped = call->isDropped || call->ends == 0;
    place.calls.clear();
    place.finished = 0;
    place.verifier = std::make_unique<SmartCaptchaVerifier>();
    ++verifiers;
    pointAt(*place.verifier, m_service);
    connect(place.verifier.get(), &SmartCaptchaVerifier::finished, this, [this, &place] {
        ++place.finished;
        --m_unanswered;
        if (happens(1))
            replace(place);
        else
            ask(place);
        if (isDone())
            Q_EMIT done();
    });
    for (int i = 0; i < 8; ++i)
        ask(place);
}

void Asker::ask(Place &place)
{
    if (m_asked == m_count)
        return;
    const auto fault = m_random.bounded(int(m_faults.size()));
    const Error error = m_faults.at(size_t(fault)).error;
    const QString token = QStringLiteral("%1-%2").arg(m_asked++).arg(fault);
    // Only what must end so may end so.
    place.verifier->setTimeout(error == Error::Timeout ? 100 : 120000);
    const auto call = std::make_shared<Call>();
    m_calls.push_back(call);
    place.calls.push_back(call);
    ++m_unanswered;
    if (happens(50))
        askForReply(place, token, error, call);
    else
        askForFuture(place, token, error, call);
}

void Asker::askForReply(Place &place, const QString &token, Error error, const std::shared_ptr<Call> &call)
{
    SmartCaptchaReply *const reply = place.verifier->verify(token);
    connect(reply, &SmartCaptchaReply::finished, this,
            [=](const SmartCaptchaResult &result) { end(call, error, result.error()); });
    if (happens(5)) {
        call->isGivenUp = true;
        QTimer::singleShot(m_random.bounded(20), reply, &SmartCaptchaReply::abort);
    } else if (happens(5)) {
        QTimer::singleShot(m_random.bounded(20), reply, [=] {
            call->isDropped = call->isDropped || call->ends == 0;
            delete reply;
        });
    }
}

void Asker::askForFuture(Place &place, const QString &token, Error error, const std::shared_ptr<Call> &call)
{
    call->hasFuture = true;
    ++m_unanswered;
    auto *const watcher = new QFutureWatcher<SmartCaptchaResult>(this);
    connect(watcher, &QFutureWatcher<SmartCaptchaResult>::finished, this, [=] {
        watcher->deleteLater();
        end(call, error, watcher->isCanceled() ? Error::Canceled : watcher->result().error());
        --m_unanswered;
        if (isDone())
            Q_EMIT done();
    });
    watcher->setFuture(place.verifier->verifyAsync(token));
    if (happens(5)) {
        call->isGivenUp = true;
        QTimer::singleShot(m_random.bounded(20), watcher, [watcher] { watcher->cancel(); });
    }
}

void Asker::end(const std::shared_ptr<Call> &call, Error expected, Error error)
{
    ++call->ends;
    ++ended;
    if (error != expected && !(error == Error::Canceled && (call->isGivenUp || call->isDropped)))
        problems << QStringLiteral("error %1 instead of %2").arg(int(error)).arg(int(expected));
}

void Asker::check(const Call &call)
{
    // A future always ends; a reply that is deleted before its end says nothing.
    const int expected = call.isDropped && !call.hasFuture ? 0 : 1;
    if (call.ends != expected)
        problems << QStringLiteral("a %1 has ended %2 times instead of %3")
                        .arg(QLatin1String(call.hasFuture ? "future" : "reply"))
                        .arg(call.ends)
                        .arg(expected);
}

} // namespace

/// Eight verifiers in two threads, whose connections die, and whose objects are deleted in the middle.
class tst_endurance_threads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCallEndsOnce();
};

void tst_endurance_threads::everyCallEndsOnce()
{
    QRandomGenerator random(seed());
    const std::vector<Fault> all = faults();
    ScriptedServer server;
    server.start();
    // What goes wrong is the last part of the token.
    server.setAction([&](QTcpSocket *socket, const ScriptedServer::Request &request) {
        const QString token = request.form().value(QStringLiteral("token"));
        all.at(token.section(QLatin1Char('-'), -1).toUInt()).action(socket, request);
        if (server.requests().size() > 1000)
            server.forgetRequests();
    });

    constexpr size_t threadCount = 2;
    const int calls = rounds(600) / int(threadCount);
    std::array<QThread, threadCount> threads;
    std::vector<std::unique_ptr<Asker>> askers;
    size_t done = 0;
    for (QThread &thread : threads) {
        askers.push_back(std::make_unique<Asker>(server.url(), random.generate(), calls));
        Asker *const asker = askers.back().get();
        connect(
            asker, &Asker::done, this, [&done] { ++done; }, Qt::QueuedConnection);
        asker->moveToThread(&thread);
        connect(&thread, &QThread::started, asker, &Asker::start);
        connect(&thread, &QThread::finished, asker, &Asker::finish, Qt::DirectConnection);
        thread.start();
    }
    const auto ended = [&] {
        int count = 0;
        for (const auto &asker : askers)
            count += asker->ended;
        return count;
    };
    // As long as it goes on, it may take its time.
    for (int before = -1; done < threadCount && before != ended();) {
        before = ended();
        (void)eventually([&] { return done == threadCount || ended() > before + 500; });
    }
    QStringList problems;
    int verifiers = 0;
    if (done < threadCount)
        problems << QStringLiteral("nothing ends any more");
    for (QThread &thread : threads) {
        thread.quit();
        QVERIFY(thread.wait(patience));
    }
    for (const auto &asker : askers) {
        QVERIFY(asker->isFinished);
        problems << asker->problems;
        verifiers += asker->verifiers;
    }
    std::printf("%d calls of %d verifiers, of which %d have ended with a result or as cancelled, over %d "
                "connections\n",
                calls * int(threadCount), verifiers, ended(), server.connectionCount());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.mid(0, 20).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(tst_endurance_threads)
#include "threads.moc"
