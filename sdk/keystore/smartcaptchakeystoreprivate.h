// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "backend/keybackend.h"
#include "smartcaptchakeystore.h"

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qpromise.h>
#include <QtCore/qtimer.h>

#include <deque>
#include <functional>
#include <memory>

namespace SmartCaptcha::Internal {

enum class KeyOperationKind : quint8 { Read, Write, Remove };

struct KeyOperation {
    KeyOperationKind kind;
    QString service;
    QString name;
    SmartCaptchaServerKey key;
    QPromise<SmartCaptchaKeyStoreResult> promise;
    QTimer *deadline = nullptr;
    KeyBackend::Id job = 0;
    bool running = false;
};

} // namespace SmartCaptcha::Internal

/// The inside of a SmartCaptchaKeyStore: a keychain, and the operations that wait for it.
class SmartCaptchaKeyStorePrivate {
    using KeyBackend = SmartCaptcha::Internal::KeyBackend;
    using KeyOperation = SmartCaptcha::Internal::KeyOperation;
    using Result = SmartCaptchaKeyStoreResult;

public:
    explicit SmartCaptchaKeyStorePrivate(std::unique_ptr<KeyBackend> keychain)
        : backend(std::move(keychain))
    {
    }

    QFuture<Result> add(SmartCaptcha::Internal::KeyOperationKind kind, const QString &name,
                        const SmartCaptchaServerKey &key = {});
    void startNext();
    void run(const std::shared_ptr<KeyOperation> &operation);
    void readBack(const std::shared_ptr<KeyOperation> &operation);
    void removeFound(const std::shared_ptr<KeyOperation> &operation);
    KeyBackend::Done whileRunning(const std::shared_ptr<KeyOperation> &operation,
                                  const std::function<void(KeyOperation &, const Result &)> &then);
    void endFirst(const Result &result);
    void timeOut(const KeyOperation *operation);

    SmartCaptchaKeyStore *q = nullptr;
    const std::unique_ptr<KeyBackend> backend;
    QString service = QStringLiteral("SmartCaptcha");
    int timeout = 10000;
    bool closing = false; // in the destructor
    /// The first one is running or about to run.
    std::deque<std::shared_ptr<KeyOperation>> queue;
};
