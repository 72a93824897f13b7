// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "keychain.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qfuturewatcher.h>

namespace Keychain {

SmartCaptchaKeyStoreResult ended(const QFuture<SmartCaptchaKeyStoreResult> &operation)
{
    QFutureWatcher<SmartCaptchaKeyStoreResult> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(operation);
    loop.exec();
    return watcher.result();
}

} // namespace Keychain
