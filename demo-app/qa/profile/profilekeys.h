// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>

#include <functional>

class SmartCaptchaKeyStore;

namespace Qa {

class ProfileStore;

/**
 * The server keys of profiles: stored in the system's keychain, and held in memory once they are known.
 * Without a keychain they are in memory only, and whyNotKept() says so. They are never written to a file.
 *
 * The keychain answers asynchronously, with keyChanged(), and problem() if an operation failed.
 */
class ProfileKeys : public QObject {
    Q_OBJECT

public:
    /// Uses the system's keychain, if the program was built with it.
    explicit ProfileKeys(QObject *parent = nullptr);
    /// Uses @p keychain, which is not owned and must outlive this object; null for memory only.
    ProfileKeys(SmartCaptchaKeyStore *keychain, QObject *parent);
    ~ProfileKeys() override;

    /// Asks the keychain for the keys of all profiles in @p store, now and later, and removes the keys of
    /// removed profiles from it.
    void follow(ProfileStore *store);

    /// Asks the keychain for the key of the profile @p id, unless a request is pending or has succeeded.
    void load(const QString &id);

    /// True when a keychain operation for the profile @p id failed, and may succeed if tried again.
    [[nodiscard]] bool canAskAgain(const QString &id) const;

    /// Asks the keychain again for the key of the profile @p id, or to store the existing one.
    void askAgain(const QString &id);

    /// Null when there is none, or the keychain has not answered yet.
    [[nodiscard]] SmartCaptchaServerKey key(const QString &id) const;

    /// @p profile with its key.
    [[nodiscard]] Profile withKey(const Profile &profile) const;

    /// Stores @p key for the profile @p id; a null key is removed. key() returns the new key at once.
    void setKey(const QString &id, const SmartCaptchaServerKey &key);

    /// Removes the key of the profile @p id, also from the keychain.
    void remove(const QString &id);

    /// True when the keychain has stored the key that key() returns.
    [[nodiscard]] bool isKept(const QString &id) const;

    /// True while a keychain operation for the profile @p id is pending.
    [[nodiscard]] bool isBusy(const QString &id) const;

    /// Why the keychain does not store a key for the profile @p id, for users, in the language of the
    /// installed translator. Empty when it does, or would.
    [[nodiscard]] QString whyNotKept(const QString &id) const;

Q_SIGNALS:
    /// key(), isKept(), isBusy() or whyNotKept() of the profile @p id has changed.
    void keyChanged(const QString &id);
    /// A keychain operation for the profile @p id failed; @p text is for users.
    void problem(const QString &id, const QString &text);

private:
    struct Entry {
        SmartCaptchaServerKey key;
        bool kept = false;
        bool asked = false;
        int pending = 0; ///< Unfinished operations.
        int changes = 0; ///< Lets an answer to an outdated request be recognized.
        std::function<QString()> why; ///< Called anew each time, for the current language.
    };

    void loadAll();
    void write(const QString &id);
    void erase(const QString &id, bool wasKept);

    SmartCaptchaKeyStore *m_keychain;
    ProfileStore *m_store = nullptr;
    QHash<QString, Entry> m_entries;
};

} // namespace Qa
