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
 * The server keys of profiles: in the system's keychain, and in memory as soon as they are known. Where there
 * is no keychain they are in memory only, and whyNotKept() says so. No file has them.
 *
 * The keychain answers later, with keyChanged(), and problem() when it did not do what it should.
 */
class ProfileKeys : public QObject {
    Q_OBJECT

public:
    /// With the system's keychain, when the program is built with it.
    explicit ProfileKeys(QObject *parent = nullptr);
    /// With @p keychain, which stays the caller's and has to live longer; null for memory alone.
    ProfileKeys(SmartCaptchaKeyStore *keychain, QObject *parent);
    ~ProfileKeys() override;

    /// Asks the keychain for the keys of all profiles of @p store, now and later, and removes from it those
    /// of profiles that are removed.
    void follow(ProfileStore *store);

    /// Asks the keychain for the key of the profile @p id, unless it was asked before and has answered.
    void load(const QString &id);

    /// True when the keychain has not done what it should for the profile @p id, and may do so by now.
    [[nodiscard]] bool canAskAgain(const QString &id) const;

    /// Asks the keychain once more for the key of the profile @p id, or to keep the one that there is.
    void askAgain(const QString &id);

    /// Null when there is none, or the keychain has not answered yet.
    [[nodiscard]] SmartCaptchaServerKey key(const QString &id) const;

    /// The profile with its key.
    [[nodiscard]] Profile withKey(const Profile &profile) const;

    /// Keeps @p key for the profile @p id; a null key is removed. key() is the new one at once.
    void setKey(const QString &id, const SmartCaptchaServerKey &key);

    /// Removes the key of the profile @p id, also from the keychain.
    void remove(const QString &id);

    /// True when the keychain has the key that key() gives.
    [[nodiscard]] bool isKept(const QString &id) const;

    /// True while the keychain owes an answer about the profile @p id.
    [[nodiscard]] bool isBusy(const QString &id) const;

    /// Why the keychain does not keep a key for the profile @p id, for people, in the language of the
    /// installed translator. Empty when it does, or would.
    [[nodiscard]] QString whyNotKept(const QString &id) const;

Q_SIGNALS:
    /// key(), isKept(), isBusy() or whyNotKept() of the profile @p id is another one.
    void keyChanged(const QString &id);
    /// What the keychain has not done for the profile @p id, for people.
    void problem(const QString &id, const QString &text);

private:
    struct Entry {
        SmartCaptchaServerKey key;
        bool kept = false;
        bool asked = false;
        int pending = 0; ///< Operations that have not ended.
        int changes = 0; ///< An answer to a question from before the last one is out of date.
        std::function<QString()> why; ///< Asked anew each time, for the language of the moment.
    };

    void loadAll();
    void write(const QString &id);
    void erase(const QString &id, bool wasKept);

    SmartCaptchaKeyStore *m_keychain;
    ProfileStore *m_store = nullptr;
    QHash<QString, Entry> m_entries;
};

} // namespace Qa
