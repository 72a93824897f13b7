// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/// False when there surely is no keychain at all: on Linux, when there is no session bus to reach one by.
[[nodiscard]] bool keychainMayBePresent();

/// What can be known about the keychain besides the answer that QtKeychain gives.
enum class KeychainState : quint8 {
    Absent, ///< None is running.
    Locked, ///< It is running and locked: it answers as if it were empty.
    Unknown, ///< It is running; more is not known.
};

/// Finds out the state, and calls @p done with it from the event loop as long as @p context lives.
void findKeychainState(QObject *context, const std::function<void(KeychainState state)> &done);

} // namespace SmartCaptcha::Internal
