// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <SmartCaptcha/SmartCaptchaResult>

#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstringlist.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaPolicyPrivate;

/**
 * Who may go on: what to do when the service gives no plain answer.
 *
 * A person that the service calls human is accepted and a robot is not, under every policy. The causes in
 * between are for the application to decide:
 *
 * | cause | serviceAdvice() | strict() |
 * |---|---|---|
 * | HttpStatus, BadReply, Timeout, Network, Tls | accepted | not |
 * | HostEmpty | accepted | not |
 * | HostNotAllowed | not | not |
 * | MissingServerKey, InvalidServerKey, InvalidRequest, TokenExpired, TokenReused, Canceled | never | never |
 *
 * A value type: implicitly shared, usable in any thread.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaPolicy {
    Q_GADGET
    Q_PROPERTY(QStringList allowedHosts READ allowedHosts WRITE setAllowedHosts FINAL)

public:
    /// The same as serviceAdvice().
    SmartCaptchaPolicy();
    SmartCaptchaPolicy(const SmartCaptchaPolicy &other);
    SmartCaptchaPolicy(SmartCaptchaPolicy &&other) noexcept;
    SmartCaptchaPolicy &operator=(const SmartCaptchaPolicy &other);
    SmartCaptchaPolicy &operator=(SmartCaptchaPolicy &&other) noexcept;
    ~SmartCaptchaPolicy();

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaPolicy &other) noexcept { d.swap(other.d); }

    /// Accepts when the service could not be asked, as its documentation advises: a fault of the service
    /// should not keep people out.
    [[nodiscard]] static SmartCaptchaPolicy serviceAdvice();

    /// Accepts only what the service has confirmed, for where a robot does more harm than a person turned
    /// away.
    [[nodiscard]] static SmartCaptchaPolicy strict();

    /**
     * Decides about one cause, whichever policy this began as.
     *
     * @return false, and nothing changes, for what is not open to decision: NoError (the verdict decides),
     * Canceled, and the faults that accepting would only hide: MissingServerKey, InvalidServerKey,
     * InvalidRequest, TokenExpired, TokenReused.
     */
    bool setAccepted(SmartCaptchaResult::Error error, bool accepted);

    /// True when a result with this cause is accepted. False for NoError, where the verdict decides.
    [[nodiscard]] bool isAccepted(SmartCaptchaResult::Error error) const;

    /// Whether @p result is accepted, by its verdict and its cause.
    [[nodiscard]] bool accepts(const SmartCaptchaResult &result) const;

    /// The sites that a captcha may have been passed on. Empty, the default: any.
    [[nodiscard]] QStringList allowedHosts() const;

    /**
     * Allows these sites only; needed where the check of the site is switched off in the captcha's settings.
     *
     * Names compare without regard to case, to the way an international name is written and to a final dot.
     * Ports are compared when both sides have one. `https://example.com/` counts as `example.com`. Subdomains
     * are not included. Entries without a host allow nothing. An answer without a host field does not show
     * that the site is an allowed one, and is HostNotAllowed when this list is set; an answer with an empty
     * host stays HostEmpty.
     */
    void setAllowedHosts(const QStringList &hosts);

    /// Whether @p host, as the service names it, is among allowedHosts(). True for every host when there are
    /// none.
    [[nodiscard]] bool isHostAllowed(const QString &host) const;

    friend bool operator==(const SmartCaptchaPolicy &a, const SmartCaptchaPolicy &b) { return a.equals(b); }
    friend bool operator!=(const SmartCaptchaPolicy &a, const SmartCaptchaPolicy &b) { return !a.equals(b); }

private:
    [[nodiscard]] bool equals(const SmartCaptchaPolicy &other) const;

    QSharedDataPointer<SmartCaptchaPolicyPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaPolicy)

/// Prints the causes that are accepted, and the allowed hosts.
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaPolicy &policy);

Q_DECLARE_METATYPE(SmartCaptchaPolicy)
