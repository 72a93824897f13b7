// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchadialog.h"

#include "widgets/surface/statuspanel.h"
#include "widgets/surface/windowposition.h"

#include <QtCore/qfuturewatcher.h>
#include <QtCore/qpointer.h>
#include <QtCore/qpromise.h>
#include <QtGui/qevent.h>
#include <QtGui/qshortcut.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qpushbutton.h>

using namespace SmartCaptcha::Internal;
using Mode = SmartCaptchaOptions::Mode;
using State = SmartCaptcha::State;

class SmartCaptchaDialogPrivate {
public:
    void begin();
    void showProgress();
    void retranslate();

    SmartCaptchaDialog *q = nullptr;
    SmartCaptchaWidget *captcha = nullptr;
    StatusPanel *progress = nullptr;
    QDialogButtonBox *buttons = nullptr;
    SmartCaptchaToken token;
};

void SmartCaptchaDialogPrivate::begin()
{
    if (q->isVisible())
        captcha->begin();
}

// An invisible captcha shows nothing while it works, but a window must show something.
void SmartCaptchaDialogPrivate::showProgress()
{
    const State state = captcha->state();
    const bool busy = captcha->options().mode() == Mode::Invisible
        && captcha->activeEngine() != SmartCaptchaWidget::Engine::Browser
        && (state == State::Loading || state == State::Ready || state == State::Checking);
    progress->setVisible(busy);
    if (busy)
        progress->showProgress(SmartCaptchaDialog::tr("One moment, please\u2026"));
}

void SmartCaptchaDialogPrivate::retranslate()
{
    q->setWindowTitle(SmartCaptchaDialog::tr("Confirm that you are not a robot"));
    buttons->button(QDialogButtonBox::Cancel)->setText(SmartCaptchaDialog::tr("Cancel"));
    showProgress();
}

SmartCaptchaDialog::SmartCaptchaDialog(QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<SmartCaptchaDialogPrivate>())
{
    d->q = this;
    d->captcha = new SmartCaptchaWidget;
    d->captcha->setChallengePresentation(SmartCaptchaWidget::ChallengePresentation::Inline);
    d->progress = new StatusPanel;
    d->progress->setMinimumWidth(d->captcha->sizeHint().width());
    d->buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    d->buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(d->captcha);
    column->addWidget(d->progress);
    column->addWidget(d->buttons);
    // The dialog is always as large as the captcha needs at the moment.
    column->setSizeConstraint(QLayout::SetFixedSize);

    connect(d->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // A web view accepts every key press, so the dialog would not get this one.
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QDialog::reject);
    connect(d->captcha, &SmartCaptchaWidget::optionsChanged, this,
            [this](const SmartCaptchaOptions &options) {
                d->showProgress();
                Q_EMIT optionsChanged(options);
            });
    connect(d->captcha, &SmartCaptchaWidget::engineChanged, this, &SmartCaptchaDialog::engineChanged);
    connect(d->captcha, &SmartCaptchaWidget::activeEngineChanged, this,
            &SmartCaptchaDialog::activeEngineChanged);
    connect(d->captcha, &SmartCaptchaWidget::stateChanged, this, [this] { d->showProgress(); });
    connect(d->captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        if (!isVisible())
            return;
        d->token = token;
        const QPointer<SmartCaptchaDialog> guard(this);
        Q_EMIT tokenChanged(token);
        if (guard)
            accept();
    });
    connect(d->captcha, &SmartCaptchaWidget::cancelled, this, [this] {
        // An invisible captcha would leave nothing to see.
        if (isVisible() && d->captcha->options().mode() == Mode::Invisible)
            reject();
    });
    d->retranslate();
}

SmartCaptchaDialog::SmartCaptchaDialog(const SmartCaptchaOptions &options, QWidget *parent)
    : SmartCaptchaDialog(parent)
{
    d->captcha->setOptions(options);
}

SmartCaptchaDialog::~SmartCaptchaDialog()
{
    d->captcha->disconnect(this);
}

SmartCaptchaOptions SmartCaptchaDialog::options() const
{
    return d->captcha->options();
}

void SmartCaptchaDialog::setOptions(const SmartCaptchaOptions &options)
{
    d->captcha->setOptions(options);
}

SmartCaptchaToken SmartCaptchaDialog::token() const
{
    return d->token;
}

SmartCaptchaWidget::Engine SmartCaptchaDialog::engine() const
{
    return d->captcha->engine();
}

void SmartCaptchaDialog::setEngine(SmartCaptchaWidget::Engine engine)
{
    d->captcha->setEngine(engine);
}

SmartCaptchaWidget::Engine SmartCaptchaDialog::activeEngine() const
{
    return d->captcha->activeEngine();
}

SmartCaptchaWidget *SmartCaptchaDialog::captcha() const
{
    return d->captcha;
}

QFuture<SmartCaptchaTokenResult> SmartCaptchaDialog::requestToken(QWidget *parent,
                                                                  const SmartCaptchaOptions &options)
{
    auto *dialog = new SmartCaptchaDialog(options, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto promise = std::make_shared<QPromise<SmartCaptchaTokenResult>>();
    promise->start();
    QFuture<SmartCaptchaTokenResult> future = promise->future();
    const auto finish = [promise](const SmartCaptchaTokenResult &result) {
        // A dialog that is closed gets here again when it is destroyed; one that is destroyed with its parent
        // only then.
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    connect(dialog, &QDialog::finished, dialog, [dialog, finish](int result) {
        if (result == QDialog::Accepted)
            finish(SmartCaptchaTokenResult(dialog->token()));
        else
            finish(SmartCaptchaTokenResult(dialog->captcha()->error()));
    });
    connect(dialog, &QObject::destroyed, [finish] { finish(SmartCaptchaTokenResult()); });
    auto *watcher = new QFutureWatcher<SmartCaptchaTokenResult>(dialog);
    connect(watcher, &QFutureWatcherBase::canceled, dialog, &QDialog::reject);
    watcher->setFuture(future);
    dialog->open();
    return future;
}

void SmartCaptchaDialog::done(int result)
{
    const QPointer<SmartCaptchaDialog> guard(this);
    QDialog::done(result);
    // Nobody can solve it any more.
    if (guard && !isVisible())
        d->captcha->cancel();
}

void SmartCaptchaDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    QDialog::changeEvent(event);
}

void SmartCaptchaDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    WindowPosition::keepOnScreen(this);
}

void SmartCaptchaDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    if (!d->token.isNull()) {
        d->token = {};
        Q_EMIT tokenChanged(d->token);
    }
    // After the window has been painted: loading the engine takes a moment.
    QMetaObject::invokeMethod(
        this, [this] { d->begin(); }, Qt::QueuedConnection);
}
