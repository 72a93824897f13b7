// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

namespace SmartCaptcha::Internal {

/**
 * Connects the signals that session, controller, widget and item have in common: each has one line here.
 * `stateChanged` and `verified` are not among them, because every class emits those in its own way.
 */
template <class From, class To>
void relaySignals(const From *from, const To *to)
{
    QObject::connect(from, &From::ready, to, &To::ready);
    QObject::connect(from, &From::tokenChanged, to, &To::tokenChanged);
    QObject::connect(from, &From::challengeShown, to, &To::challengeShown);
    QObject::connect(from, &From::challengeHidden, to, &To::challengeHidden);
    QObject::connect(from, &From::tokenReceived, to, &To::tokenReceived);
    QObject::connect(from, &From::tokenExpired, to, &To::tokenExpired);
    QObject::connect(from, &From::cancelled, to, &To::cancelled);
    QObject::connect(from, &From::errorOccurred, to, &To::errorOccurred);
}

} // namespace SmartCaptcha::Internal
