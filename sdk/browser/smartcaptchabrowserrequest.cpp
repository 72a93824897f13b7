// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchabrowserrequest.h"

#include "captcha/session/captchasession.h"
#include "engines/browser/browserhost.h"
#include "systembrowser.h"

#include <QtCore/qfuturewatcher.h>
#include <QtCore/qpointer.h>
#include <QtCore/qpromise.h>

#include <utility>

using namespace SmartCaptcha::Internal;
using State = SmartCaptcha::State;

class SmartCaptchaBrowserRequestPrivate {
public:
    explicit SmartCaptchaBrowserRequestPrivate(SmartCaptchaBrowserRequest *request);

    void finish(const SmartCaptchaTokenResult &result);
    bool open(const QUrl &address);

    SmartCaptchaBrowserRequest *const q;
    BrowserHost<WebHost> host;
    CaptchaSession session;
    std::shared_ptr<QPromise<SmartCaptchaTokenResult>> promise; // of the attempt that is under way
    bool opensBrowser = true;
};

SmartCaptchaBrowserRequestPrivate::SmartCaptchaBrowserRequestPrivate(SmartCaptchaBrowserRequest *request)
    : q(request)
    , host([this](const QUrl &address) { return open(address); })
{
    session.setHost(&host);
    QObject::connect(&session, &CaptchaSession::stateChanged, q, &SmartCaptchaBrowserRequest::stateChanged);
    QObject::connect(&session, &CaptchaSession::tokenReceived, q, [this](const SmartCaptchaToken &token) {
        const QPointer<SmartCaptchaBrowserRequest> guard(q);
        finish(SmartCaptchaTokenResult(token));
        if (guard)
            Q_EMIT guard->tokenReceived(token);
    });
    QObject::connect(&session, &CaptchaSession::cancelled, q, [this] {
        const QPointer<SmartCaptchaBrowserRequest> guard(q);
        finish(SmartCaptchaTokenResult());
        if (guard)
            Q_EMIT guard->cancelled();
    });
    QObject::connect(&session, &CaptchaSession::errorOccurred, q, [this](const SmartCaptchaError &error) {
        const QPointer<SmartCaptchaBrowserRequest> guard(q);
        finish(SmartCaptchaTokenResult(error));
        if (guard)
            Q_EMIT guard->errorOccurred(error);
    });
}

// Continuations of the future may delete the request.
void SmartCaptchaBrowserRequestPrivate::finish(const SmartCaptchaTokenResult &result)
{
    if (const auto finished = std::exchange(promise, nullptr)) {
        finished->addResult(result);
        finished->finish();
    }
}

bool SmartCaptchaBrowserRequestPrivate::open(const QUrl &address)
{
    const QPointer<SmartCaptchaBrowserRequest> guard(q);
    const bool opens = opensBrowser;
    Q_EMIT q->started(address);
    // A slot may have ended the attempt.
    return guard && host.browserTab()->address() == address && (!opens || SystemBrowser::open(address));
}

SmartCaptchaBrowserRequest::SmartCaptchaBrowserRequest(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<SmartCaptchaBrowserRequestPrivate>(this))
{
}

SmartCaptchaBrowserRequest::SmartCaptchaBrowserRequest(const SmartCaptchaOptions &options, QObject *parent)
    : SmartCaptchaBrowserRequest(parent)
{
    setOptions(options);
}

SmartCaptchaBrowserRequest::~SmartCaptchaBrowserRequest()
{
    d->session.disconnect(this);
    d->session.setHost(nullptr);
    d->finish(SmartCaptchaTokenResult());
}

SmartCaptchaOptions SmartCaptchaBrowserRequest::options() const
{
    return d->session.options();
}

void SmartCaptchaBrowserRequest::setOptions(const SmartCaptchaOptions &options)
{
    if (options == d->session.options())
        return;
    d->session.setOptions(options);
    Q_EMIT optionsChanged(options);
}

bool SmartCaptchaBrowserRequest::opensBrowser() const
{
    return d->opensBrowser;
}

void SmartCaptchaBrowserRequest::setOpensBrowser(bool opens)
{
    if (std::exchange(d->opensBrowser, opens) != opens)
        Q_EMIT opensBrowserChanged(opens);
}

State SmartCaptchaBrowserRequest::state() const
{
    return d->session.state();
}

QUrl SmartCaptchaBrowserRequest::url() const
{
    return d->host.browserTab()->address();
}

QFuture<SmartCaptchaTokenResult> SmartCaptchaBrowserRequest::start()
{
    if (d->promise)
        return d->promise->future();
    d->promise = std::make_shared<QPromise<SmartCaptchaTokenResult>>();
    d->promise->start();
    QFuture<SmartCaptchaTokenResult> future = d->promise->future();
    auto *const watcher = new QFutureWatcher<SmartCaptchaTokenResult>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, &SmartCaptchaBrowserRequest::cancel);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    d->session.begin();
    return future;
}

void SmartCaptchaBrowserRequest::openAgain()
{
    d->host.browserTab()->openAgain();
}

void SmartCaptchaBrowserRequest::cancel()
{
    d->session.cancel();
}
