// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// False if there certainly is no keychain: on Linux, if there is no session bus to reach one.
[[nodiscard]] bool keychainMayBePresent();

/// What can be known about the keychain besides QtKeychain's answer.
enum class KeychainState : quint8 {
    Absent, ///< None is running.
    Locked, ///< It is running and locked: it answers as if it were empty.
    Unknown, ///< Nothing more is known; it may be running.
};

/// Finds out the state and calls @p done with it from the event loop, unless @p context is destroyed before
/// that.
void findKeychainState(QObject *context, const std::function<void(KeychainState state)> &done);

} // namespace SmartCaptcha::Internal
