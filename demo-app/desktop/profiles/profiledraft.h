// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile/profile.h"
#include "profile/profilekeys.h"

/// A profile that is being edited and is not saved yet.
struct ProfileDraft {
    /// Its server key is the one that was entered here; null if none was.
    Qa::Profile profile;
    bool forgetsKey = false; ///< The stored key is to be removed.

    /// The key that the profile will have after saving.
    [[nodiscard]] SmartCaptchaServerKey keyToBe(const Qa::ProfileKeys &keys) const
    {
        if (!profile.serverKey.isNull() || forgetsKey)
            return profile.serverKey;
        return keys.key(profile.id);
    }
};
