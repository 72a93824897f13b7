// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qobject.h>

#include <memory>

class SmartCaptchaReplyPrivate;
class SmartCaptchaVerifier;
class SmartCaptchaVerifierPrivate;

/**
 * One request to verify a token, made by SmartCaptchaVerifier::verify().
 *
 * finished() is emitted exactly once, never before verify() has returned. The reply belongs to the verifier
 * and is deleted, with deleteLater(), after finished(). Deleting it earlier aborts the request. If the
 * verifier is destroyed first, its replies are deleted with it and never finish.
 *
 * Lives in the verifier's thread.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaReply : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool isFinished READ isFinished NOTIFY finished FINAL)
    Q_PROPERTY(SmartCaptchaResult result READ result NOTIFY finished FINAL)

public:
    /// Aborts the request if it is under way. The verifier still reports the result, but finished() of the
    /// reply is not emitted.
    ~SmartCaptchaReply() override;

    /// True from the moment that finished() is emitted.
    [[nodiscard]] bool isFinished() const;

    /// The result; before finished(), a result that is not accepted, with the error InvalidRequest.
    [[nodiscard]] SmartCaptchaResult result() const;

public Q_SLOTS:
    /**
     * Aborts the request: finished() follows from the event loop, with the error Canceled. A token that has
     * not been sent yet may be verified again; one that has been sent may be used up. Has no effect if the
     * result is already known.
     */
    void abort();

Q_SIGNALS:
    /// The request has finished.
    void finished(const SmartCaptchaResult &result);

private:
    friend class SmartCaptchaVerifierPrivate;
    SmartCaptchaReply(SmartCaptchaVerifier *verifier, quint64 id);
    Q_DISABLE_COPY_MOVE(SmartCaptchaReply)

    const std::unique_ptr<SmartCaptchaReplyPrivate> d;
};
