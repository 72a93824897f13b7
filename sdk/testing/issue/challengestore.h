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
    QString series; ///< The same for all that replaced each other in one frame: the id of the first.
};

/// The challenges that are open. Each accepts one answer, right or wrong. A page that goes away leaves its
/// challenge open.
class ChallengeStore {
public:
    /// How many stay open; when there are more, the oldest is dropped.
    static constexpr qsizetype Capacity = 1000;

    /// @p series is that of the challenge which the new one replaces.
    [[nodiscard]] Challenge create(const TokenSubject &subject, const QString &series = {});

    [[nodiscard]] std::optional<Challenge> find(const QString &id) const;

    /// Closes the challenge and returns it.
    std::optional<Challenge> take(const QString &id);

    /// The newest open challenge; an empty one if there is none.
    [[nodiscard]] Challenge youngest() const;

    /// All that are open, the newest last.
    [[nodiscard]] const QList<Challenge> &open() const { return m_open; }

private:
    QList<Challenge> m_open;
};

} // namespace SmartCaptcha::Internal
