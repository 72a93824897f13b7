// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaServerKey>
#include <SmartCaptcha/SmartCaptchaService>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>

class SmartCaptchaEmulator;
class SmartCaptchaVerifier;

namespace Qa {

/// A service to test, with its keys and special settings.
struct Profile {
    Q_DECLARE_TR_FUNCTIONS(Qa::Profile)

public:
    /// The longest timeout of a profile, in milliseconds.
    static constexpr int MaximumTimeout = 600000;

    /// Never changes: a UUID without braces, or emulatorId().
    QString id;
    QString name;
    bool emulator = true; ///< The harness' own service; if true, nothing below matters.
    SmartCaptchaService service;
    QString siteKey;
    /// Never written to a file; see ProfileKeys.
    SmartCaptchaServerKey serverKey;
    /// A site that the site key allows. If empty, the service's hosted page is used.
    QUrl pageOrigin;

    /// In milliseconds; a scenario with a longer timeout keeps it. 0 leaves the timeout to the scenario.
    int loadTimeout = 0;
    int verifyTimeout = 0;
    /// The hosts whose tokens are accepted, for scenarios that name none.
    QStringList allowedHosts;

    /// The id of the built-in profile.
    [[nodiscard]] static QString emulatorId();

    /// The built-in profile, which uses the emulator.
    [[nodiscard]] static Profile builtIn();

    /// A new profile for the current service, with an id of its own and without keys.
    [[nodiscard]] static Profile create(const QString &name);

    /// Takes the address and the keys from @p running. Timeouts and hosts of a profile do not apply to the
    /// emulator, whose speed is known.
    void useEmulator(const SmartCaptchaEmulator &running);

    /// Sets site key, service and page origin in @p options, and a longer load timeout if this profile has
    /// one.
    void applyTo(SmartCaptchaOptions *options) const;
    /// Sets the service and its key in @p verifier, a longer timeout if this profile has one, and the allowed
    /// hosts unless the policy names some.
    void applyTo(SmartCaptchaVerifier *verifier) const;

    /**
     * What prevents a captcha that loads its page from @p page, or its verification: one sentence for users
     * each, in the language of the installed translator. Empty when nothing does.
     */
    [[nodiscard]] QStringList
    problems(SmartCaptchaOptions::PageSource page = SmartCaptchaOptions::PageSource::Auto) const;

    friend bool operator==(const Profile &a, const Profile &b);
    friend bool operator!=(const Profile &a, const Profile &b) { return !(a == b); }
};

} // namespace Qa
