// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qurl.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaServicePrivate;

/**
 * Where the captcha service lives: an ordered list of base addresses.
 *
 * The service has moved twice since 2022, and each time clients with a fixed address stopped working. So an
 * address here can have successors: if an address cannot be reached at all (no such host, connection refused,
 * no route, a proxy that is not there), the widget's script and the verifier go on to the next one, and
 * remember for the lifetime of the process which one answered. Once an address answers, with whatever status,
 * no other is tried, because a token must not be sent twice.
 *
 * A value type: implicitly shared, cheap to copy, usable in any thread.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaService {
    Q_GADGET
    Q_PROPERTY(QList<QUrl> baseUrls READ baseUrls CONSTANT FINAL)
    Q_PROPERTY(QUrl scriptUrl READ scriptUrl FINAL)
    Q_PROPERTY(QUrl validateUrl READ validateUrl FINAL)
    Q_PROPERTY(QUrl webviewUrl READ webviewUrl FINAL)

public:
    /// The same as current().
    SmartCaptchaService();

    /**
     * A service at one address, for instance an emulator or a proxy of your own.
     *
     * @p baseUrl is the part before `/captcha.js` and `/validate`; a trailing slash does not matter, a query,
     * a fragment and user information are dropped. See isValid() for what is usable.
     */
    explicit SmartCaptchaService(const QUrl &baseUrl);

    /// A service with several addresses, the preferred one first. Duplicates are dropped.
    explicit SmartCaptchaService(const QList<QUrl> &baseUrls);

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaService(const SmartCaptchaService &other);
    SmartCaptchaService(SmartCaptchaService &&other) noexcept;
    SmartCaptchaService &operator=(const SmartCaptchaService &other);
    SmartCaptchaService &operator=(SmartCaptchaService &&other) noexcept;
    ~SmartCaptchaService();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaService &other) noexcept { d.swap(other.d); }

    /// `https://smartcaptcha.cloud.yandex.ru` (since December 2025), with the previous address as its
    /// successor.
    [[nodiscard]] static SmartCaptchaService current();

    /// `https://smartcaptcha.yandexcloud.net` alone, the address in the documentation until 2025.
    [[nodiscard]] static SmartCaptchaService yandexCloudNet();

    /// All base addresses in the order of preference, without a trailing slash.
    [[nodiscard]] QList<QUrl> baseUrls() const;

    /**
     * True when there is an address and each is usable: `https` with a host; `http` is allowed for a loopback
     * host only, because a token and a key must not travel in the clear.
     */
    [[nodiscard]] bool isValid() const;

    /// The address in use now: the first one, or the successor that answered last in this process.
    [[nodiscard]] QUrl baseUrl() const;

    /// All base addresses in the order to try them: baseUrl(), then the others in their order.
    [[nodiscard]] QList<QUrl> baseUrlsToTry() const;

    /**
     * For code that loads scriptUrl() or webviewUrl() itself: tells that @p baseUrl, one of baseUrls(), has
     * answered after those before it could not be reached. For the rest of the process, baseUrl() of every
     * equal service returns it, in any thread, and verifiers begin with it. An address that is not in
     * baseUrls() is ignored. The widget and the item do this by themselves.
     */
    void noteReachable(const QUrl &baseUrl) const;

    /// The widget's script, `/captcha.js`, at baseUrl(), without a query.
    [[nodiscard]] QUrl scriptUrl() const;

    /// The address for verifying tokens, `/validate`, at baseUrl().
    [[nodiscard]] QUrl validateUrl() const;

    /// The service's own page for mobile applications, `/webview`, at baseUrl(), without a query.
    [[nodiscard]] QUrl webviewUrl() const;

    /// Equal if baseUrls() are, in the same order, whichever of them is in use.
    ///@{
    friend bool operator==(const SmartCaptchaService &a, const SmartCaptchaService &b)
    {
        return a.baseUrls() == b.baseUrls();
    }
    friend bool operator!=(const SmartCaptchaService &a, const SmartCaptchaService &b) { return !(a == b); }
    ///@}

private:
    friend SMARTCAPTCHA_CORE_EXPORT size_t qHash(const SmartCaptchaService &service, size_t seed) noexcept;

    QSharedDataPointer<SmartCaptchaServicePrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaService)

/// Equal values have equal hashes within one run of the program.
SMARTCAPTCHA_CORE_EXPORT size_t qHash(const SmartCaptchaService &service, size_t seed = 0) noexcept;

/// Prints the base addresses.
/// @relates SmartCaptchaService
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaService &service);

Q_DECLARE_METATYPE(SmartCaptchaService)
