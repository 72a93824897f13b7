// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>

namespace Qa {

/// The two keys of a captcha, and what can be said about them without asking the service.
class KeyPair {
    Q_DECLARE_TR_FUNCTIONS(Qa::KeyPair)

public:
    enum class State {
        NoKeys,
        SiteKeyIsSecret, ///< A server key is in the field for the public key.
        SiteKeyUnknown, ///< It does not begin with `ysc1_`.
        ServerKeyIsPublic, ///< The site key is in the field for the secret key.
        ServerKeyUnknown, ///< It does not begin with `ysc2_`, or has impossible characters.
        NoSiteKey,
        NoServerKey,
        CutOff, ///< One of them is too short to be whole.
        Apart, ///< They belong to different captchas.
        Together,
    };

    KeyPair(const QString &siteKey, const SmartCaptchaServerKey &serverKey);

    [[nodiscard]] State state() const { return m_state; }

    /// True when no key is wrong, although one may be missing.
    [[nodiscard]] bool isFine() const;

    /// True when the server key can be stored.
    [[nodiscard]] bool hasServerKey() const { return m_hasServerKey; }

    /// The state as a sentence for users, in the language of the installed translator. Does not contain the
    /// keys.
    [[nodiscard]] QString inWords() const;

    /// True when @p text contains what looks like a server key.
    [[nodiscard]] static bool holdsServerKey(const QString &text);

    /// @p text with the secret part of every server key removed.
    [[nodiscard]] static QString withoutServerKeys(const QString &text);

    /// True when @p text contains what looks like a key of either kind.
    [[nodiscard]] static bool holdsKey(const QString &text);

private:
    State m_state;
    bool m_hasServerKey;
};

} // namespace Qa
