// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchakeystore_export.h>

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qshareddata.h>
#include <QtCore/qstring.h>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

class SmartCaptchaKeyStoreResultPrivate;

/**
 * The result of one operation of a SmartCaptchaKeyStore: a status for programs, the key when one was read,
 * details for logs, a message for people.
 *
 * A value type: implicitly shared, usable in any thread. It prints without its key.
 */
class SMARTCAPTCHA_KEYSTORE_EXPORT SmartCaptchaKeyStoreResult {
    Q_GADGET
    Q_DECLARE_TR_FUNCTIONS(SmartCaptchaKeyStoreResult)
    Q_PROPERTY(SmartCaptchaKeyStoreResult::Status status READ status CONSTANT FINAL)
    Q_PROPERTY(bool ok READ isOk CONSTANT FINAL)
    Q_PROPERTY(SmartCaptchaServerKey key READ key CONSTANT FINAL)
    Q_PROPERTY(QString details READ details CONSTANT FINAL)
    Q_PROPERTY(QString userMessage READ userMessage CONSTANT FINAL)

public:
    /// How an operation ended.
    enum class Status : quint8 {
        Ok, ///< Done: the key was read, stored and read back, or removed.
        NotFound, ///< There is no key of that name.
        Denied, ///< The keychain is locked, or a person or the system refused access.
        Unavailable, ///< No keychain can be used: none is running, or it has not answered an earlier
                     ///< operation yet.
        Timeout, ///< No answer within SmartCaptchaKeyStore::timeout().
        Failed, ///< Anything else; details() says what.
    };
    Q_ENUM(Status)

    /// Failed, without a key: nothing has been done.
    SmartCaptchaKeyStoreResult();

    /// @p details is English for logs; it must not contain a key.
    explicit SmartCaptchaKeyStoreResult(Status status, const QString &details = {});

    /// Ok, with the key that was read.
    explicit SmartCaptchaKeyStoreResult(const SmartCaptchaServerKey &key);

    /// Copying costs no more than counting a reference. A value that was moved from may only be assigned to
    /// or destroyed.
    ///@{
    SmartCaptchaKeyStoreResult(const SmartCaptchaKeyStoreResult &other);
    SmartCaptchaKeyStoreResult(SmartCaptchaKeyStoreResult &&other) noexcept;
    SmartCaptchaKeyStoreResult &operator=(const SmartCaptchaKeyStoreResult &other);
    SmartCaptchaKeyStoreResult &operator=(SmartCaptchaKeyStoreResult &&other) noexcept;
    ~SmartCaptchaKeyStoreResult();
    ///@}

    /// Exchanges the two values; fast, and never fails.
    void swap(SmartCaptchaKeyStoreResult &other) noexcept { d.swap(other.d); }

    /// The status, for comparisons.
    [[nodiscard]] Status status() const;

    /// True when status() is Ok.
    [[nodiscard]] bool isOk() const;

    /// The key that SmartCaptchaKeyStore::read() found; null in every other case.
    [[nodiscard]] SmartCaptchaServerKey key() const;

    /// What exactly happened, in English, for logs and developers; empty for Ok. Free of keys.
    [[nodiscard]] QString details() const;

    /// What to tell a person, in the language of the installed translator
    /// (SmartCaptcha::installTranslator()). Empty for Ok.
    [[nodiscard]] QString userMessage() const;

    /// Equal in status, key and details.
    ///@{
    friend SMARTCAPTCHA_KEYSTORE_EXPORT bool operator==(const SmartCaptchaKeyStoreResult &a,
                                                        const SmartCaptchaKeyStoreResult &b);
    friend bool operator!=(const SmartCaptchaKeyStoreResult &a, const SmartCaptchaKeyStoreResult &b)
    {
        return !(a == b);
    }
    ///@}

private:
    QSharedDataPointer<SmartCaptchaKeyStoreResultPrivate> d;
};

Q_DECLARE_SHARED(SmartCaptchaKeyStoreResult)

/// Prints the status and the details.
/// @relates SmartCaptchaKeyStoreResult
SMARTCAPTCHA_KEYSTORE_EXPORT QDebug operator<<(QDebug debug, const SmartCaptchaKeyStoreResult &result);

Q_DECLARE_METATYPE(SmartCaptchaKeyStoreResult)
