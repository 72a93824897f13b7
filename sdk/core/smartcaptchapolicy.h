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
 * Decides who may go on when the service gives no clear answer.
 *
 * Under every policy, a robot is not accepted, and a person whom the service calls human is, on a site that
 * is allowed. The application decides about the causes in between:
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

    /// Copying costs no more than counting a reference, until a copy is changed. A value that was moved from
    /// may only be assigned to or destroyed.
    ///@{
    SmartCaptchaPolicy(const SmartCaptchaPolicy &other);
    SmartCaptchaPolicy(SmartCaptchaPolicy &&other) noexcept;
    SmartCaptchaPolicy &operator=(const SmartCaptchaPolicy &other);
    SmartCaptchaPolicy &operator=(SmartCaptchaPolicy &&other) noexcept;
    ~SmartCaptchaPolicy();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaPolicy &other) noexcept { d.swap(other.d); }

    /// Accepts if the service could not be asked, as its documentation advises: a fault of the service should
    /// not keep people out.
    [[nodiscard]] static SmartCaptchaPolicy serviceAdvice();

    /// Accepts only what the service has confirmed. For cases where a robot that gets in does more harm than
    /// a person who is turned away.
    [[nodiscard]] static SmartCaptchaPolicy strict();

    /**
     * Sets whether results with this cause are accepted.
     *
     * @return false, without changing anything, for causes that cannot be accepted: NoError (the verdict
     * decides), Canceled, and faults that accepting would only hide: MissingServerKey, InvalidServerKey,
     * InvalidRequest, TokenExpired, TokenReused.
     */
    bool setAccepted(SmartCaptchaResult::Error error, bool accepted);

    /// True when a result with this cause is accepted. False for NoError, where the verdict decides.
    [[nodiscard]] bool isAccepted(SmartCaptchaResult::Error error) const;

    /// Whether @p result is accepted, by its verdict, its cause and its site. A person who has passed on a
    /// site that is not among allowedHosts() is HostNotAllowed, and a result that another policy has called
    /// so stays that.
    [[nodiscard]] bool accepts(const SmartCaptchaResult &result) const;

    /// The sites on which a captcha may have been passed. Empty, the default, means any.
    [[nodiscard]] QStringList allowedHosts() const;

    /**
     * Allows these sites only; needed if the site check is switched off in the captcha's settings.
     *
     * Names are compared without regard to case, the notation of international names, and a final dot. Ports
     * are compared if both sides have one. `https://example.com/` counts as `example.com`. Subdomains are not
     * included. Entries without a host allow nothing. An answer without a host field does not prove that the
     * site is allowed, so it is HostNotAllowed if this list is set; an answer with an empty host stays
     * HostEmpty.
     */
    void setAllowedHosts(const QStringList &hosts);

    /// Whether @p host, as the service names it, is among allowedHosts(). True for every host if that is
    /// empty.
    [[nodiscard]] bool isHostAllowed(const QString &host) const;

    /// Equal if they accept the same causes, and allowedHosts() has the same entries in the same order.
    ///@{
    friend bool operator==(const SmartCaptchaPolicy &a, const SmartCaptchaPolicy &b) { return a.equals(b); }
    friend bool operator!=(const SmartCaptchaPolicy &a, const SmartCaptchaPolicy &b) { return !a.equals(b); }
    ///@}

private:
    [[nodiscard]] bool equals(const SmartCaptchaPolicy &other) const;

    QSharedDataPointer<SmartCaptchaPolicyPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaPolicy)

/// Prints the causes that are accepted, and the allowed hosts.
/// @relates SmartCaptchaPolicy
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaPolicy &policy);

Q_DECLARE_METATYPE(SmartCaptchaPolicy)
