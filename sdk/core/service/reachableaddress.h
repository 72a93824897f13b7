// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qurl.h>

/**
 * Which of a service's addresses answered last, kept for the life of the process and shared by the widget's
 * script and the verifier. Thread-safe.
 */
namespace SmartCaptcha::Internal::ReachableAddress {

/// The index in @p baseUrls to begin with: 0 until remember() names another.
[[nodiscard]] qsizetype indexFor(const QList<QUrl> &baseUrls);

/// The addresses of @p baseUrls in the order to try them: the one at indexFor() first, then the others in
/// their order.
[[nodiscard]] QList<QUrl> inOrder(const QList<QUrl> &baseUrls);

/// Remembers that @p baseUrl, one of @p baseUrls, answered after those before it could not be reached.
void remember(const QList<QUrl> &baseUrls, const QUrl &baseUrl);

/// Back to the first address everywhere. For tests.
void forgetAll();

} // namespace SmartCaptcha::Internal::ReachableAddress
