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

/// A service to try, the keys for it, and what is special about it.
struct Profile {
    Q_DECLARE_TR_FUNCTIONS(Qa::Profile)

public:
    /// The longest time that a profile can give, in milliseconds.
    static constexpr int MaximumTimeout = 600000;

    /// Stays the same when everything else changes: a UUID without braces, or emulatorId().
    QString id;
    QString name;
    bool emulator = true; ///< The harness' own service; nothing below matters then.
    SmartCaptchaService service;
    QString siteKey;
    /// Never written to a file; see ProfileKeys.
    SmartCaptchaServerKey serverKey;
    /// A site that the site key allows. Without one the service's ready page is used.
    QUrl pageOrigin;

    /// Milliseconds; a scenario that gives more keeps it. 0 leaves it to the scenario.
    int loadTimeout = 0;
    int verifyTimeout = 0;
    /// The hosts whose tokens count, for scenarios that name none.
    QStringList allowedHosts;

    /// The id of the profile that everybody has.
    [[nodiscard]] static QString emulatorId();

    /// The profile that everybody has.
    [[nodiscard]] static Profile builtIn();

    /// A new one for the current service, with an id of its own and without keys.
    [[nodiscard]] static Profile create(const QString &name);

    /// Takes from @p running where it is and its keys. The times and hosts of a profile do not count there:
    /// everybody knows how fast it is.
    void useEmulator(const SmartCaptchaEmulator &running);

    /// Gives @p options the service, and more time to load where this profile does.
    void applyTo(SmartCaptchaOptions *options) const;
    /// Gives @p verifier the service with its key, more time where this profile does, and the hosts unless
    /// its policy names some.
    void applyTo(SmartCaptchaVerifier *verifier) const;

    /**
     * What stands in the way of a captcha that takes its page from @p page, or of its verdict: a sentence for
     * people each, in the language of the installed translator. Empty when all is well.
     */
    [[nodiscard]] QStringList
    problems(SmartCaptchaOptions::PageSource page = SmartCaptchaOptions::PageSource::Auto) const;

    friend bool operator==(const Profile &a, const Profile &b);
    friend bool operator!=(const Profile &a, const Profile &b) { return !(a == b); }
};

} // namespace Qa
