// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include "smartcaptchaservice.h"

#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaOptionsPrivate;

/**
 * The settings of a captcha: which site it is for, how it looks, where its page comes from, how long it may
 * take.
 *
 * Only the site key is required. Check problems() before showing a captcha with options that somebody typed
 * in; a widget with unusable options fails with SmartCaptchaError::Code::InvalidOptions and the same
 * sentences.
 *
 * A value type: implicitly shared, usable in any thread.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaOptions {
    Q_GADGET
    Q_PROPERTY(QString siteKey READ siteKey WRITE setSiteKey FINAL)
    Q_PROPERTY(Mode mode READ mode WRITE setMode FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage FINAL)
    Q_PROPERTY(Theme theme READ theme WRITE setTheme FINAL)
    Q_PROPERTY(bool testMode READ isTestMode WRITE setTestMode FINAL)
    Q_PROPERTY(ShieldPosition shieldPosition READ shieldPosition WRITE setShieldPosition FINAL)
    Q_PROPERTY(bool shieldHidden READ isShieldHidden WRITE setShieldHidden FINAL)
    Q_PROPERTY(QVariantMap metadata READ metadata WRITE setMetadata FINAL)
    Q_PROPERTY(SmartCaptchaService service READ service WRITE setService FINAL)
    Q_PROPERTY(QUrl pageOrigin READ pageOrigin WRITE setPageOrigin FINAL)
    Q_PROPERTY(PageSource pageSource READ pageSource WRITE setPageSource FINAL)
    Q_PROPERTY(QUrl pageUrl READ pageUrl WRITE setPageUrl FINAL)
    Q_PROPERTY(int loadTimeout READ loadTimeout WRITE setLoadTimeout FINAL)
    Q_PROPERTY(int challengeTimeout READ challengeTimeout WRITE setChallengeTimeout FINAL)
    Q_PROPERTY(int minimumChromium READ minimumChromium WRITE setMinimumChromium FINAL)

public:
    /// How the captcha appears.
    enum class Mode {
        Standard, ///< An "I'm not a robot" button that the person presses.
        Invisible, ///< Nothing is visible until the service asks for a challenge; started by execute().
    };
    Q_ENUM(Mode)

    /// The colours of the captcha. Dark needs the "dynamic colour scheme" setting of the captcha in the
    /// service's console.
    enum class Theme {
        Auto, ///< Like the application around it, which usually follows the system.
        Light, ///< Always light.
        Dark, ///< Always dark.
    };
    Q_ENUM(Theme)

    /// Where the notice about data processing is shown in Invisible mode.
    enum class ShieldPosition {
        TopLeft, ///< In the upper corner on the left.
        CenterLeft, ///< On the left, half-way down.
        BottomLeft, ///< In the lower corner on the left.
        TopRight, ///< In the upper corner on the right.
        CenterRight, ///< On the right, half-way down.
        BottomRight, ///< In the lower corner on the right; the service's default.
    };
    Q_ENUM(ShieldPosition)

    /// Which page shows the captcha.
    enum class PageSource {
        Auto, ///< OwnPage if there is a page origin, else ServicePage.
        OwnPage, ///< The SDK's page with pageOrigin() as its address. Reports every event of the widget.
        ServicePage, ///< The service's ready page, `/webview`. Needs a site key only; see docs/pages.md for
                     ///< its limits.
        CustomPage, ///< The application's own page at pageUrl().
    };
    Q_ENUM(PageSource)

    /// The default of loadTimeout(), in milliseconds.
    static constexpr int DefaultLoadTimeout = 15000;
    /// The default of challengeTimeout(), in milliseconds.
    static constexpr int DefaultChallengeTimeout = 120000;
    /// The maximum number of characters in all keys and values of metadata() together.
    static constexpr int MaximumMetadataLength = 512;

    /// Default options. The site key is still missing.
    SmartCaptchaOptions();

    /// Default options, except for the site key.
    explicit SmartCaptchaOptions(const QString &siteKey);

    /// Copying costs no more than counting a reference, until a copy is changed. A value that was moved from
    /// may only be assigned to or destroyed.
    ///@{
    SmartCaptchaOptions(const SmartCaptchaOptions &other);
    SmartCaptchaOptions(SmartCaptchaOptions &&other) noexcept;
    SmartCaptchaOptions &operator=(const SmartCaptchaOptions &other);
    SmartCaptchaOptions &operator=(SmartCaptchaOptions &&other) noexcept;
    ~SmartCaptchaOptions();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaOptions &other) noexcept { d.swap(other.d); }

    /// The client key of the captcha, `ysc1_...`. Required. White space around it is dropped.
    ///@{
    [[nodiscard]] QString siteKey() const;
    void setSiteKey(const QString &siteKey);
    ///@}

    /// Standard (the default) or Invisible.
    ///@{
    [[nodiscard]] Mode mode() const;
    void setMode(Mode mode);
    ///@}

    /**
     * The language of the widget and its tasks: `ru`, `en`, `be`, `kk`, `tt`, `uk`, `uz` or `tr`. Empty, the
     * default, means the language of QLocale() if the service has it, else English.
     */
    ///@{
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    ///@}

    /// The languages that the service has ("Connecting the widget", parameter `hl`).
    [[nodiscard]] static QStringList supportedLanguages();

    /// The language of the page: language(), or what an empty one stands for. Never empty.
    [[nodiscard]] QString effectiveLanguage() const;

    /// Auto (the default), Light or Dark.
    ///@{
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    ///@}

    /// When true, everybody gets a challenge. For development only; off by default.
    ///@{
    [[nodiscard]] bool isTestMode() const;
    void setTestMode(bool testMode);
    ///@}

    /// BottomRight by default. Invisible mode only.
    ///@{
    [[nodiscard]] ShieldPosition shieldPosition() const;
    void setShieldPosition(ShieldPosition position);
    ///@}

    /// When true, the notice about data processing is hidden, and the application must show one of its own.
    ///@{
    [[nodiscard]] bool isShieldHidden() const;
    void setShieldHidden(bool hidden);
    ///@}

    /**
     * Data for the captcha's display rules; values are strings, numbers or booleans. Numbers and booleans
     * become strings (`3`, `true`), because the rules compare strings and the service's documentation shows
     * nothing else ("Challenge options", metadata). All keys and values together have at most
     * MaximumMetadataLength characters.
     */
    ///@{
    [[nodiscard]] QVariantMap metadata() const;
    void setMetadata(const QVariantMap &metadata);
    ///@}

    /// The service to use; SmartCaptchaService::current() by default.
    ///@{
    [[nodiscard]] SmartCaptchaService service() const;
    void setService(const SmartCaptchaService &service);
    ///@}

    /**
     * The site that the captcha belongs to, for instance `https://shop.example`. It must be in the captcha's
     * list of allowed sites, because the widget runs as if in a page of that site; nothing is requested from
     * it. Path, query and fragment are ignored; there must be no user information. Empty by default.
     */
    ///@{
    [[nodiscard]] QUrl pageOrigin() const;
    void setPageOrigin(const QUrl &origin);
    ///@}

    /// Auto by default.
    ///@{
    [[nodiscard]] PageSource pageSource() const;
    void setPageSource(PageSource source);
    ///@}

    /// pageSource() with Auto resolved.
    [[nodiscard]] PageSource effectivePageSource() const;

    /**
     * The application's own page for CustomPage. It works like the service's ready page: it reports through
     * `window.NativeClient` and gets the same query parameters (`sitekey`, `hl`, `invisible`, ...), unless
     * its address already sets them. `https`, or `http` to a loopback host; without user information.
     */
    ///@{
    [[nodiscard]] QUrl pageUrl() const;
    void setPageUrl(const QUrl &url);
    ///@}

    /// How long the page may take to become ready, and the service to answer a check, in milliseconds, above
    /// 0; DefaultLoadTimeout by default. On phones the time that the application spends in the background
    /// does not count.
    ///@{
    [[nodiscard]] int loadTimeout() const;
    [[nodiscard]] std::chrono::milliseconds loadTimeoutAsDuration() const;
    void setLoadTimeout(int milliseconds);
    void setLoadTimeout(std::chrono::milliseconds timeout);
    ///@}

    /// How long a person may take for a challenge, in milliseconds, above 0; DefaultChallengeTimeout by
    /// default. On phones the time that the application spends in the background does not count.
    ///@{
    [[nodiscard]] int challengeTimeout() const;
    [[nodiscard]] std::chrono::milliseconds challengeTimeoutAsDuration() const;
    void setChallengeTimeout(int milliseconds);
    void setChallengeTimeout(std::chrono::milliseconds timeout);
    ///@}

    /**
     * The major version of Chromium, for instance 120, from which Qt WebEngine is good enough for
     * Engine::Auto of a widget or item. With an older one the captcha opens in the person's own browser, as
     * if Qt WebEngine were missing; a custom page, which cannot open there by itself, fails with
     * SmartCaptchaError::Code::WebEngineUnavailable.
     *
     * 0, the default, means any: the service names no minimum. Not negative. An engine that the application
     * has chosen itself is used in any case. So is Qt WebView where there is no Qt WebEngine, because it does
     * not tell its version before it has started; docs/browser.md tells more.
     */
    ///@{
    [[nodiscard]] int minimumChromium() const;
    void setMinimumChromium(int major);
    ///@}

    /// What makes the options unusable, one sentence for each problem, in English for developers; empty if
    /// they are fine.
    [[nodiscard]] QStringList problems() const;

    /// Equal in every property.
    ///@{
    friend SMARTCAPTCHA_CORE_EXPORT bool operator==(const SmartCaptchaOptions &a,
                                                    const SmartCaptchaOptions &b);
    friend bool operator!=(const SmartCaptchaOptions &a, const SmartCaptchaOptions &b) { return !(a == b); }
    ///@}

private:
    QSharedDataPointer<SmartCaptchaOptionsPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaOptions)

/// Prints the site key and what differs from the default, without anything that could be a secret.
/// @relates SmartCaptchaOptions
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaOptions &options);

Q_DECLARE_METATYPE(SmartCaptchaOptions)
