// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile/profile.h"
#include "profile/profilekeys.h"

/// A profile while it is edited. Nothing of it is saved yet.
struct ProfileDraft {
    /// Its server key is the one that was entered here; null when none was.
    Qa::Profile profile;
    bool forgetsKey = false; ///< The key that there was is to be removed.

    /// The key that the profile will have.
    [[nodiscard]] SmartCaptchaServerKey keyToBe(const Qa::ProfileKeys &keys) const
    {
        if (!profile.serverKey.isNull() || forgetsKey)
            return profile.serverKey;
        return keys.key(profile.id);
    }
};
