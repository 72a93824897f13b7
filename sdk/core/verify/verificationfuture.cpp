// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "verificationfuture.h"

#include "eventloopwatch.h"
#include "resultdata.h"

#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qfuturewatcher.h>
#include <QtCore/qpromise.h>

#include <memory>

namespace SmartCaptcha::Internal {

namespace {

SmartCaptchaResult canceledResult()
{
    ResultBuilder builder;
    builder->error = SmartCaptchaResult::Error::Canceled;
    return builder.result();
}

/// The promise behind a future. It finishes even if the reply is deleted before it has finished.
class PromisedResult {
public:
    PromisedResult() { m_promise.start(); }
    ~PromisedResult() { finish(canceledResult()); }
    Q_DISABLE_COPY_MOVE(PromisedResult)

    [[nodiscard]] QFuture<SmartCaptchaResult> future() const { return m_promise.future(); }

    void finish(const SmartCaptchaResult &result)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_promise.addResult(result);
        m_promise.finish();
    }

private:
    QPromise<SmartCaptchaResult> m_promise;
    bool m_finished = false;
};

} // namespace

QFuture<SmartCaptchaResult> verificationFuture(SmartCaptchaReply *reply)
{
    const auto promised = std::make_shared<PromisedResult>();
    QFuture<SmartCaptchaResult> future = promised->future();
    // The verifier is being destroyed: the promise finishes as canceled when this function returns.
    if (reply->isFinished())
        return future;
    QObject::connect(reply, &SmartCaptchaReply::finished, reply,
                     [promised](const SmartCaptchaResult &result) { promised->finish(result); });
    auto *watcher = new QFutureWatcher<SmartCaptchaResult>(reply);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, reply, &SmartCaptchaReply::abort);
    watcher->setFuture(future);
    watchEventLoop(reply);
    return future;
}

} // namespace SmartCaptcha::Internal
