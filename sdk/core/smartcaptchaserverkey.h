// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacore_export.h>

#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaServerKeyPrivate;

/**
 * The secret half of a captcha's pair of keys, `ysc2_...`.
 *
 * It belongs on a server or in a tester's keychain, never in a shipped application: whoever has it can verify
 * tokens at its owner's expense. It is a type of its own, so that it cannot be passed where the public client
 * key is expected, and it prints as `ysc2_…`, never in full. It cannot be compared with or converted to a
 * string implicitly.
 *
 * A value type: implicitly shared, usable in any thread.
 */
class SMARTCAPTCHA_CORE_EXPORT SmartCaptchaServerKey {
    Q_GADGET

public:
    /// No key; isNull() is true.
    SmartCaptchaServerKey();

    /// @p key as the console shows it; white space around it, as clipboards and files add it, is dropped.
    explicit SmartCaptchaServerKey(const QString &key);

    /// The key is in memory once, however many copies there are; for when it is wiped see secretValue(). A
    /// value that was moved from may only be assigned to or destroyed.
    ///@{
    SmartCaptchaServerKey(const SmartCaptchaServerKey &other);
    SmartCaptchaServerKey(SmartCaptchaServerKey &&other) noexcept;
    SmartCaptchaServerKey &operator=(const SmartCaptchaServerKey &other);
    SmartCaptchaServerKey &operator=(SmartCaptchaServerKey &&other) noexcept;
    ~SmartCaptchaServerKey();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaServerKey &other) noexcept { d.swap(other.d); }

    /// True when there is no key at all.
    [[nodiscard]] bool isNull() const;

    /// True if the key starts with `ysc2_`. Keys of another form may exist, and the verifier sends them, too.
    [[nodiscard]] bool hasKnownForm() const;

    /// Says in English, without the key, why this cannot be a server key: it is a client key, or it contains
    /// characters that no key has. Empty if nothing is wrong with it, and for a null key.
    [[nodiscard]] QString problem() const;

    /**
     * True when @p siteKey is the public half of this key: the twenty characters after `ysc1_` and `ysc2_`
     * are the same in a pair (the service's documentation, "Keys"). False when either has another form.
     */
    [[nodiscard]] bool belongsTo(const QString &siteKey) const;

    /// The whole key. There is no other way to get it, so that a search for this name finds every place that
    /// handles the secret. The key itself is wiped from memory with the last copy of this object, unless a
    /// string that this has returned still exists then.
    [[nodiscard]] QString secretValue() const;

    /// For logs and labels: `ysc2_…`, `(none)` without a key and `…` for a key of another form.
    [[nodiscard]] QString redacted() const;

    /// Equal if secretValue() is. The time that it takes depends on how much of the keys is the same.
    ///@{
    friend bool operator==(const SmartCaptchaServerKey &a, const SmartCaptchaServerKey &b)
    {
        return a.secretValue() == b.secretValue();
    }
    friend bool operator!=(const SmartCaptchaServerKey &a, const SmartCaptchaServerKey &b)
    {
        return !(a == b);
    }
    ///@}

private:
    friend SMARTCAPTCHA_CORE_EXPORT size_t qHash(const SmartCaptchaServerKey &key, size_t seed) noexcept;

    QSharedDataPointer<SmartCaptchaServerKeyPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaServerKey)

/// Equal values have equal hashes within one run of the program.
SMARTCAPTCHA_CORE_EXPORT size_t qHash(const SmartCaptchaServerKey &key, size_t seed = 0) noexcept;

/// Prints redacted().
/// @relates SmartCaptchaServerKey
SMARTCAPTCHA_CORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaServerKey &key);

Q_DECLARE_METATYPE(SmartCaptchaServerKey)
