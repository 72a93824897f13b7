// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>

namespace Qa {

/// The two keys of a captcha, and what can be told of them without asking the service.
class KeyPair {
    Q_DECLARE_TR_FUNCTIONS(Qa::KeyPair)

public:
    enum class State {
        NoKeys,
        SiteKeyIsSecret, ///< A server key stands where the public one belongs.
        SiteKeyUnknown, ///< It does not begin with `ysc1_`.
        ServerKeyIsPublic, ///< The site key stands where the secret one belongs.
        ServerKeyUnknown, ///< It does not begin with `ysc2_`, or has impossible characters.
        NoSiteKey,
        NoServerKey,
        CutOff, ///< One of them is too short to be whole.
        Apart, ///< Of two captchas.
        Together,
    };

    KeyPair(const QString &siteKey, const SmartCaptchaServerKey &serverKey);

    [[nodiscard]] State state() const { return m_state; }

    /// True when there is nothing wrong with what is there, though it may not be complete.
    [[nodiscard]] bool isFine() const;

    /// True when the server key is one that can be kept.
    [[nodiscard]] bool hasServerKey() const { return m_hasServerKey; }

    /// The state in a sentence for people, in the language of the installed translator. Without the keys.
    [[nodiscard]] QString inWords() const;

    /// True when @p text has, somewhere, what looks like a server key.
    [[nodiscard]] static bool holdsServerKey(const QString &text);

    /// @p text with the secret part of each server key in it left out.
    [[nodiscard]] static QString withoutServerKeys(const QString &text);

    /// True when @p text has, somewhere, what looks like a key of either kind.
    [[nodiscard]] static bool holdsKey(const QString &text);

private:
    State m_state;
    bool m_hasServerKey;
};

} // namespace Qa
