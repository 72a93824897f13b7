// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tokenstore.h"

#include <QtCore/qlist.h>

#include <optional>

namespace SmartCaptcha::Internal {

/// A task: digits to be read from a picture or counted from sounds.
struct Challenge {
    QString id;
    QString answer;
    TokenSubject subject; ///< Who gets the token.
};

/// The challenges that are open. Each accepts one answer, right or wrong. A page that goes away leaves its
/// challenge open.
class ChallengeStore {
public:
    /// How many stay open; when there are more, the oldest is dropped.
    static constexpr qsizetype Capacity = 1000;

    [[nodiscard]] Challenge create(const TokenSubject &subject);

    [[nodiscard]] std::optional<Challenge> find(const QString &id) const;

    /// Closes the challenge and returns it.
    std::optional<Challenge> take(const QString &id);

    /// The newest open challenge; an empty one if there is none.
    [[nodiscard]] Challenge youngest() const;

private:
    QList<Challenge> m_open;
};

} // namespace SmartCaptcha::Internal
