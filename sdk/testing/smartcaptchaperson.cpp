// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaperson.h"

#include "endpoint/emulatorstate.h"
#include "person/captchainaform.h"
#include "smartcaptchaemulator.h"

#include <QtCore/qobject.h>

#include <algorithm>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;
using SmartCaptcha::State;

class SmartCaptchaPersonPrivate {
public:
    SmartCaptchaPersonPrivate(EmulatorState &emulatorState, QObject *object)
        : state(emulatorState)
        , captcha(object, [this] { findChallenge(); })
    {
        state.players << &player;
    }

    ~SmartCaptchaPersonPrivate() { state.players.removeOne(&player); }

    // The one that has just opened is the youngest in which nobody else plays: the emulator does not know in
    // which captcha it is.
    void findChallenge()
    {
        const QList<Challenge> &open = state.challenges.open();
        const auto free = std::find_if(open.crbegin(), open.crend(), [this](const Challenge &challenge) {
            return std::none_of(state.players.cbegin(), state.players.cend(),
                                [this, &challenge](const Player *other) {
                                    return other != &player && other->series == challenge.series;
                                });
        });
        player.series = free == open.crend() ? QString() : free->series;
    }

    // What is open of the challenge now: each answer, right or wrong, ends one, and the next may take its
    // place.
    QString challenge() const
    {
        for (const Challenge &open : state.challenges.open()) {
            if (open.series == player.series)
                return open.id;
        }
        return {};
    }

    // Wishes it as soon as the challenge is open, and waits until its frame has taken the wish.
    bool wish(Player::Wish what)
    {
        if (!captcha.begin()
            || !captcha.await([this] { return captcha.state() == State::Challenge; },
                              QStringLiteral("Challenge"), patience))
            return false;
        before = challenge();
        player.wish = what;
        const bool taken =
            captcha.await([this] { return !player.wish; }, QStringLiteral("ready for the person"), patience);
        player.wish.reset();
        return taken;
    }

    QString before; // the challenge that got the last wish
    EmulatorState &state;
    Player player;
    CaptchaInAForm captcha;
    std::chrono::milliseconds patience = 30s;
};

SmartCaptchaPerson::SmartCaptchaPerson(SmartCaptchaEmulator &emulator, QObject *captcha)
    : d(std::make_unique<SmartCaptchaPersonPrivate>(emulator.state(), captcha))
{
}

SmartCaptchaPerson::~SmartCaptchaPerson() = default;

std::chrono::milliseconds SmartCaptchaPerson::patience() const
{
    return d->patience;
}

void SmartCaptchaPerson::setPatience(std::chrono::milliseconds patience)
{
    d->patience = patience;
}

bool SmartCaptchaPerson::press()
{
    CaptchaInAForm &captcha = d->captcha;
    if (!captcha.begin())
        return false;
    // A challenge that is open already, or a token that is there, is not what this leads to.
    const State before = captcha.state();
    if (before == State::Challenge)
        return captcha.fail(QStringLiteral("A challenge is open already."));
    captcha.call("execute");
    const auto reached = [&captcha, before] {
        return captcha.wasIn(State::Challenge) || !captcha.tokens().isEmpty()
            || (before != State::Solved && captcha.wasIn(State::Solved));
    };
    return captcha.await(reached, QStringLiteral("Challenge or Solved"), d->patience);
}

bool SmartCaptchaPerson::solve()
{
    return d->wish(Player::Wish::Solve)
        && d->captcha.await([this] { return !d->captcha.tokens().isEmpty(); }, QStringLiteral("Solved"),
                            d->patience);
}

bool SmartCaptchaPerson::answerWrongly()
{
    return d->wish(Player::Wish::AnswerWrongly)
        && d->captcha.await(
            [this] {
                const QString id = d->challenge();
                return !id.isEmpty() && id != d->before;
            },
            QStringLiteral("asking again"), d->patience);
}

bool SmartCaptchaPerson::closeChallenge()
{
    return d->wish(Player::Wish::Close)
        && d->captcha.await([this] { return d->captcha.wasCancelled(); }, QStringLiteral("closed"),
                            d->patience);
}

QString SmartCaptchaPerson::problem() const
{
    return d->captcha.problem();
}
