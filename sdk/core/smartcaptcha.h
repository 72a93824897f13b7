// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>
#include <SmartCaptcha/smartcaptchaversion.h>

#include <QtCore/qlocale.h>
#include <QtCore/qurl.h>
#include <QtCore/qversionnumber.h>
#include <QtNetwork/qnetworkproxy.h>

/// What belongs to the SDK as a whole.
namespace SmartCaptcha {

/// The version of the library that is running. It may be newer than the headers with which the application
/// was compiled, whose version is SMARTCAPTCHA_VERSION_STR.
[[nodiscard]] SMARTCAPTCHA_CORE_EXPORT QVersionNumber version();

/**
 * Installs a translator for the SDK's own texts (error messages, buttons) in the language of @p locale, in
 * place of the one that an earlier call has installed. The SDK never installs a translator by itself.
 *
 * English and Russian are included; any other language shows English.
 *
 * @param locale the language; by default that of the application's default locale, QLocale().
 * @return true if the language is available; false if English is shown instead, or if there is no application
 * object. Call it from the GUI thread. Widgets get a QEvent::LanguageChange, as with any translator.
 */
SMARTCAPTCHA_CORE_EXPORT bool installTranslator(const QLocale &locale = {});

/**
 * The proxy through which a verifier with its own network access manager reaches @p url: the application's
 * (QNetworkProxy::setApplicationProxy(), QNetworkProxyFactory), else the environment's, else the system's.
 * Use it to inspect a set-up, and for requests of the application's own that should take the same way.
 *
 * The environment is read as curl reads it: `https_proxy`, `HTTPS_PROXY`, `http_proxy` (in lower case only),
 * `all_proxy`, `ALL_PROXY`, each `[scheme://][user[:password]@]host[:port]` where the scheme is `http` (the
 * default), `socks5` or `socks5h` and the default port is 1080; and `no_proxy` or `NO_PROXY`: `*`, or host
 * names (which cover their subdomains), addresses and networks (`10.0.0.0/8`), each optionally with a port.
 * For `https`, `http_proxy` is used as well if nothing else is set. A loopback address has no proxy.
 *
 * @param url what is to be reached; its scheme, host and port matter, its path does not.
 * @param problem is set to what was not understood, in English and without user names and passwords, or to an
 * empty string. If there is a problem, do not send anything; the returned proxy leads nowhere.
 *
 * Thread-safe.
 */
[[nodiscard]] SMARTCAPTCHA_CORE_EXPORT QNetworkProxy proxyFor(const QUrl &url, QString *problem = nullptr);

} // namespace SmartCaptcha
