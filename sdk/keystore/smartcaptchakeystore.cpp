// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchakeystore.h"

#include "backend/keychainbackend.h"
#include "foundation/milliseconds.h"
#include "smartcaptchakeystoreprivate.h"

#include <algorithm>
#include <utility>

using namespace SmartCaptcha::Internal;
using Result = SmartCaptchaKeyStoreResult;

namespace {

constexpr int maximumTimeout = 600000;

void finish(KeyOperation &operation, const Result &result)
{
    // Deleted later, because this may be called by its own signal.
    operation.deadline->stop();
    operation.deadline->deleteLater();
    operation.promise.addResult(result);
    operation.promise.finish();
}

Result endOfStore()
{
    return Result(Result::Status::Failed, QStringLiteral("the key store was destroyed"));
}

} // namespace

QFuture<Result> SmartCaptchaKeyStorePrivate::add(KeyOperationKind kind, const QString &name,
                                                 const SmartCaptchaServerKey &key)
{
    auto operation = std::make_shared<KeyOperation>();
    operation->promise.start();
    QFuture<Result> future = operation->promise.future();
    if (closing) {
        operation->promise.addResult(endOfStore());
        operation->promise.finish();
        return future;
    }
    operation->kind = kind;
    operation->service = service;
    operation->name = name;
    operation->key = key;
    operation->deadline = new QTimer(q);
    operation->deadline->setSingleShot(true);
    QObject::connect(operation->deadline, &QTimer::timeout, q,
                     [this, waiting = operation.get()] { timeOut(waiting); });
    operation->deadline->start(timeout);
    queue.push_back(std::move(operation));
    // Started later, so that nothing finishes inside the call.
    if (queue.size() == 1)
        QTimer::singleShot(0, q, [this] { startNext(); });
    return future;
}

void SmartCaptchaKeyStorePrivate::startNext()
{
    if (queue.empty() || queue.front()->running)
        return;
    const std::shared_ptr<KeyOperation> operation = queue.front();
    operation->running = true;
    if (operation->name.isEmpty()) {
        endFirst(Result(Result::Status::Failed, QStringLiteral("the name of the key is empty")));
    } else if (operation->kind == KeyOperationKind::Write && operation->key.isNull()) {
        endFirst(Result(Result::Status::Failed, QStringLiteral("there is no key to store")));
    } else if (backend->isBlocked()) {
        endFirst(Result(Result::Status::Unavailable,
                        QStringLiteral("the keychain has not answered an earlier operation yet")));
    } else {
        run(operation);
    }
}

// A late answer to an operation that has timed out must not be taken for the answer to the next one.
KeyBackend::Done
SmartCaptchaKeyStorePrivate::whileRunning(const std::shared_ptr<KeyOperation> &operation,
                                          const std::function<void(KeyOperation &, const Result &)> &then)
{
    const std::weak_ptr<KeyOperation> waiting = operation;
    return [this, waiting, then](const Result &result) {
        const std::shared_ptr<KeyOperation> running = waiting.lock();
        if (running && !queue.empty() && queue.front() == running)
            then(*running, result);
    };
}

void SmartCaptchaKeyStorePrivate::run(const std::shared_ptr<KeyOperation> &operation)
{
    switch (operation->kind) {
    case KeyOperationKind::Read:
        operation->job = backend->read(
            operation->service, operation->name,
            whileRunning(operation, [this](KeyOperation &, const Result &result) {
                const bool empty = result.isOk() && result.key().isNull();
                endFirst(empty ? Result(Result::Status::NotFound, QStringLiteral("the entry is empty"))
                               : result);
            }));
        break;
    case KeyOperationKind::Write:
        operation->job = backend->write(operation->service, operation->name, operation->key,
                                        whileRunning(operation, [this](KeyOperation &, const Result &result) {
                                            if (result.isOk())
                                                readBack(queue.front());
                                            else
                                                endFirst(result);
                                        }));
        break;
    case KeyOperationKind::Remove:
        // Some keychains report success for removing what was not there.
        operation->job = backend->read(operation->service, operation->name,
                                       whileRunning(operation, [this](KeyOperation &, const Result &result) {
                                           if (result.isOk())
                                               removeFound(queue.front());
                                           else
                                               endFirst(result);
                                       }));
        break;
    }
}

void SmartCaptchaKeyStorePrivate::readBack(const std::shared_ptr<KeyOperation> &operation)
{
    const auto compare = [this](const KeyOperation &written, const Result &result) {
        if (result.isOk() && result.key() == written.key) {
            endFirst(Result(Result::Status::Ok));
            return;
        }
        const QString found = result.isOk() ? QStringLiteral("something else") : result.details();
        endFirst(Result(Result::Status::Failed,
                        QStringLiteral("the keychain said that it stored the key, but reading it back gave: ")
                            + found));
    };
    operation->job = backend->read(operation->service, operation->name, whileRunning(operation, compare));
}

void SmartCaptchaKeyStorePrivate::removeFound(const std::shared_ptr<KeyOperation> &operation)
{
    operation->job = backend->remove(
        operation->service, operation->name,
        whileRunning(operation, [this](KeyOperation &, const Result &result) { endFirst(result); }));
}

void SmartCaptchaKeyStorePrivate::endFirst(const Result &result)
{
    const std::shared_ptr<KeyOperation> operation = queue.front();
    queue.pop_front();
    QTimer::singleShot(0, q, [this] { startNext(); });
    // Last: a continuation may destroy the store.
    finish(*operation, result);
}

void SmartCaptchaKeyStorePrivate::timeOut(const KeyOperation *operation)
{
    const auto found = std::find_if(queue.begin(), queue.end(),
                                    [operation](const auto &entry) { return entry.get() == operation; });
    if (found == queue.end())
        return;
    const std::shared_ptr<KeyOperation> late = *found;
    queue.erase(found);
    if (late->running)
        backend->abandon(late->job);
    QTimer::singleShot(0, q, [this] { startNext(); });
    const QString cause = backend->causeOfSilence();
    QString details = QStringLiteral("the keychain did not answer in time");
    if (!cause.isEmpty())
        details += QStringLiteral("; ") + cause;
    finish(*late, Result(Result::Status::Timeout, details));
}

SmartCaptchaKeyStore::SmartCaptchaKeyStore(QObject *parent)
    : SmartCaptchaKeyStore(std::make_unique<SmartCaptchaKeyStorePrivate>(std::make_unique<KeychainBackend>()),
                           parent)
{
}

SmartCaptchaKeyStore::SmartCaptchaKeyStore(std::unique_ptr<SmartCaptchaKeyStorePrivate> data, QObject *parent)
    : QObject(parent)
    , d(std::move(data))
{
    d->q = this;
}

SmartCaptchaKeyStore::~SmartCaptchaKeyStore()
{
    d->closing = true;
    const auto unfinished = std::exchange(d->queue, {});
    for (const auto &operation : unfinished) {
        if (operation->running)
            d->backend->abandon(operation->job);
        finish(*operation, endOfStore());
    }
}

QString SmartCaptchaKeyStore::service() const
{
    return d->service;
}

void SmartCaptchaKeyStore::setService(const QString &service)
{
    if (d->service == service)
        return;
    d->service = service;
    Q_EMIT serviceChanged(service);
}

int SmartCaptchaKeyStore::timeout() const
{
    return d->timeout;
}

std::chrono::milliseconds SmartCaptchaKeyStore::timeoutAsDuration() const
{
    return std::chrono::milliseconds(d->timeout);
}

void SmartCaptchaKeyStore::setTimeout(std::chrono::milliseconds timeout)
{
    setTimeout(wholeMilliseconds(timeout));
}

void SmartCaptchaKeyStore::setTimeout(int milliseconds)
{
    const int bounded = std::clamp(milliseconds, 1, maximumTimeout);
    if (d->timeout == bounded)
        return;
    d->timeout = bounded;
    Q_EMIT timeoutChanged(d->timeout);
}

QFuture<SmartCaptchaKeyStoreResult> SmartCaptchaKeyStore::read(const QString &name)
{
    return d->add(KeyOperationKind::Read, name);
}

QFuture<SmartCaptchaKeyStoreResult> SmartCaptchaKeyStore::write(const QString &name,
                                                                const SmartCaptchaServerKey &key)
{
    return d->add(KeyOperationKind::Write, name, key);
}

QFuture<SmartCaptchaKeyStoreResult> SmartCaptchaKeyStore::remove(const QString &name)
{
    return d->add(KeyOperationKind::Remove, name);
}
