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

/// The version of the library that runs, which may be newer than the headers that the application was
/// compiled with: those are of SMARTCAPTCHA_VERSION_STR.
[[nodiscard]] SMARTCAPTCHA_CORE_EXPORT QVersionNumber version();

/**
 * Installs the SDK's own texts (error messages, buttons) in the language of @p locale in the running
 * application object, instead of those that an earlier call has installed. The SDK never installs a
 * translator by itself.
 *
 * English and Russian are included; any other language shows English.
 *
 * @param locale the wanted language; the default means the default locale of the application, QLocale().
 * @return true when the language is there; false when English is shown instead, or without an application
 * object. Call it from the GUI thread. Widgets are told by QEvent::LanguageChange as with any translator.
 */
SMARTCAPTCHA_CORE_EXPORT bool installTranslator(const QLocale &locale = {});

/**
 * The proxy by which a verifier with its own network access manager reaches @p url: the application's
 * (QNetworkProxy::setApplicationProxy(), QNetworkProxyFactory), else the environment's, else the system's.
 * For a look at a set-up, and for requests of the application's own that shall go the same way.
 *
 * The environment is read as curl reads it: `https_proxy`, `HTTPS_PROXY`, `http_proxy` (in lower case only),
 * `all_proxy`, `ALL_PROXY`, each `[scheme://][user[:password]@]host[:port]` with `http` (also without a
 * scheme), `socks5` or `socks5h` and the port 1080 when none is given; and `no_proxy` or `NO_PROXY`: `*`, or
 * names with everything below them, addresses and networks (`10.0.0.0/8`), each with a port if wanted. For
 * `https` an `http_proxy` is used, too, where nothing else is set. A loopback address has no proxy.
 *
 * @param problem gets what was not understood, in English and without names and passwords, or becomes empty.
 * With a problem nothing is to be sent, and the returned proxy leads nowhere.
 */
[[nodiscard]] SMARTCAPTCHA_CORE_EXPORT QNetworkProxy proxyFor(const QUrl &url, QString *problem = nullptr);

} // namespace SmartCaptcha
