// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchawidgets_export.h>

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaTokenResult>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qfuture.h>
#include <QtWidgets/qdialog.h>

#include <memory>

class SmartCaptchaDialogPrivate;

/**
 * A captcha in a window of its own, for programs that have no form to put it into.
 *
 * It starts when it is shown, and is accepted as soon as there is a token. In Invisible mode the check starts
 * by itself, and the person sees a progress indicator until the service asks for a challenge. After an error
 * the dialog shows the message and a button to try again; closing the dialog rejects it.
 *
 * Use it in the GUI thread, like any dialog, with open() or exec(); or with requestToken(), which does
 * everything in one call.
 */
class SMARTCAPTCHA_WIDGETS_EXPORT SmartCaptchaDialog : public QDialog {
    Q_OBJECT
    Q_PROPERTY(SmartCaptchaOptions options READ options WRITE setOptions NOTIFY optionsChanged FINAL)
    Q_PROPERTY(SmartCaptchaToken token READ token NOTIFY tokenChanged FINAL)
    Q_PROPERTY(SmartCaptchaWidget::Engine engine READ engine WRITE setEngine NOTIFY engineChanged FINAL)
    Q_PROPERTY(SmartCaptchaWidget::Engine activeEngine READ activeEngine NOTIFY activeEngineChanged FINAL)

public:
    /// A dialog without options, which must be set before it is shown.
    explicit SmartCaptchaDialog(QWidget *parent = nullptr);

    /// The same as the other constructor followed by setOptions().
    explicit SmartCaptchaDialog(const SmartCaptchaOptions &options, QWidget *parent = nullptr);

    /// Drops the captcha. An attempt that is under way ends without a signal; a future of requestToken() that
    /// waits for it gets Cancelled.
    ~SmartCaptchaDialog() override;

    /// What the captcha shows. A change takes effect when the dialog is shown next.
    ///@{
    [[nodiscard]] SmartCaptchaOptions options() const;
    void setOptions(const SmartCaptchaOptions &options);
    ///@}

    /// The token with which the dialog was accepted; null before that, and again once the dialog is shown
    /// again.
    [[nodiscard]] SmartCaptchaToken token() const;

    /// Which engine shows the page; see SmartCaptchaWidget::setEngine().
    ///@{
    [[nodiscard]] SmartCaptchaWidget::Engine engine() const;
    void setEngine(SmartCaptchaWidget::Engine engine);
    ///@}

    /// The engine that shows the page; Auto before the first page, and when there is no engine.
    [[nodiscard]] SmartCaptchaWidget::Engine activeEngine() const;

    /// The captcha in the dialog, for instance to set a verifier or to connect to its signals. Owned by the
    /// dialog. The dialog closes as soon as there is a token, and so before SmartCaptchaWidget::verified():
    /// accepted() does not mean that the service has confirmed the token, and nobody can try again in it.
    [[nodiscard]] SmartCaptchaWidget *captcha() const;

    /**
     * Opens a dialog over @p parent, and deletes it when there is a token or the person has closed it.
     *
     * The future finishes with exactly one result: the token; or Failed, with the error that the dialog
     * showed, if the person closed it instead of trying again; otherwise Cancelled, also if @p parent is
     * destroyed. Hiding the dialog does not close it. Cancelling the future closes it and leaves the future
     * without a result. In a chain made with then(), cancel the first future: cancelling a later one does not
     * cancel those before it.
     */
    [[nodiscard]] static QFuture<SmartCaptchaTokenResult> requestToken(QWidget *parent,
                                                                       const SmartCaptchaOptions &options);

Q_SIGNALS:
    /// options() has changed, here or in captcha().
    void optionsChanged(const SmartCaptchaOptions &options);

    /// Emitted when the value has changed; see SmartCaptchaWidget.
    ///@{
    void engineChanged(SmartCaptchaWidget::Engine engine);
    void activeEngineChanged(SmartCaptchaWidget::Engine engine);
    ///@}

    /// token() has changed: to the token, before accepted(), or to a null one, when the dialog is shown
    /// again.
    void tokenChanged(const SmartCaptchaToken &token);

public Q_SLOTS:
    /// Closes the dialog, as accept() and reject() do, and cancels an attempt that is under way.
    void done(int result) override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    const std::unique_ptr<SmartCaptchaDialogPrivate> d;
};
