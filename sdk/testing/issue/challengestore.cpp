// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "challengestore.h"

#include "foundation/randomtext.h"

#include <QtCore/quuid.h>

namespace SmartCaptcha::Internal {

namespace {

constexpr qsizetype digitCount = 5;

// Without 0 and 1: neither can be heard as a number of beeps, and 1 looks like 7.
constexpr char digits[] = "23456789";

} // namespace

Challenge ChallengeStore::create(const TokenSubject &subject, const QString &series)
{
    const QString id = QUuid::createUuid().toString(QUuid::Id128);
    Challenge challenge{id, QString::fromLatin1(randomText(digitCount, digits)), subject,
                        series.isEmpty() ? id : series};
    if (m_open.size() >= Capacity)
        m_open.removeFirst();
    m_open.append(challenge);
    return challenge;
}

std::optional<Challenge> ChallengeStore::find(const QString &id) const
{
    for (const Challenge &challenge : m_open) {
        if (challenge.id == id)
            return challenge;
    }
    return std::nullopt;
}

std::optional<Challenge> ChallengeStore::take(const QString &id)
{
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        if (m_open.at(i).id == id)
            return m_open.takeAt(i);
    }
    return std::nullopt;
}

Challenge ChallengeStore::youngest() const
{
    return m_open.isEmpty() ? Challenge() : m_open.constLast();
}

} // namespace SmartCaptcha::Internal
