// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "captcha/engine/webhost.h"

QT_BEGIN_NAMESPACE
class QJsonObject;
class QString;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// A page that nobody shows: what happens in it is said by SmartCaptchaScriptedEngine.
class SMARTCAPTCHA_CAPTCHA_EXPORT ScriptedPart {
public:
    virtual ~ScriptedPart();

    /// Sends a message as the page that was loaded last. False if none is loaded.
    virtual bool say(const QString &type, const QJsonObject &fields) = 0;

    /// Fails as an engine does. False if no page is loaded.
    virtual bool fail(WebHost::Failure failure) = 0;
};

/// The engine for tests of applications, which shows nothing. While it is in use, surfaces have no other.
namespace ScriptedEngine {

SMARTCAPTCHA_CAPTCHA_EXPORT void setInUse(bool inUse);
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT bool isInUse();

/// Whether a page may stay with @p host: it is of this engine if, and only if, this engine is in use.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT bool fits(const WebHost *host);

/// Remembers that @p host has the page of @p captcha, a widget or an item, if it is of this engine.
SMARTCAPTCHA_CAPTCHA_EXPORT void assign(WebHost *host, QObject *captcha);

/// What to speak to for the page of @p captcha; null if another engine has it, or none.
[[nodiscard]] SMARTCAPTCHA_CAPTCHA_EXPORT ScriptedPart *partOf(const QObject *captcha);

} // namespace ScriptedEngine

} // namespace SmartCaptcha::Internal
