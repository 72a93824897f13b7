// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaperson.h"

#include "endpoint/emulatorstate.h"
#include "person/captchainaform.h"
#include "smartcaptchaemulator.h"

#include <QtCore/qobject.h>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;
using SmartCaptcha::State;

class SmartCaptchaPersonPrivate {
public:
    SmartCaptchaPersonPrivate(EmulatorState &emulatorState, QObject *object)
        : state(emulatorState)
        , captcha(object)
    {
        ++state.persons;
    }

    ~SmartCaptchaPersonPrivate()
    {
        --state.persons;
        state.wish.reset();
    }

    // Wishes it as soon as the challenge is open, and waits until its frame has taken the wish.
    bool wish(PersonsWish what)
    {
        if (!captcha.isUsable() || !captcha.await(State::Challenge, patience))
            return false;
        state.wish = what;
        const bool taken =
            captcha.await([this] { return !state.wish; }, QStringLiteral("ready for the person"), patience);
        state.wish.reset();
        return taken;
    }

    EmulatorState &state;
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
    if (!d->captcha.isUsable())
        return false;
    const State before = d->captcha.state();
    d->captcha.call("execute");
    // A new attempt begins.
    if ((before == State::Solved || before == State::Failed)
        && !d->captcha.await([this, before] { return d->captcha.state() != before; },
                             QStringLiteral("pressed"), d->patience))
        return false;
    return d->captcha.await(
        [this] { return d->captcha.state() == State::Challenge || d->captcha.state() == State::Solved; },
        QStringLiteral("Challenge or Solved"), d->patience);
}

bool SmartCaptchaPerson::solve()
{
    return d->wish(PersonsWish::Solve) && d->captcha.await(State::Solved, d->patience);
}

bool SmartCaptchaPerson::answerWrongly()
{
    const QString before = d->state.challenges.youngestAnswer();
    return d->wish(PersonsWish::AnswerWrongly)
        && d->captcha.await(
            [this, before] {
                return !d->state.challenges.youngestAnswer().isEmpty()
                    && d->state.challenges.youngestAnswer() != before;
            },
            QStringLiteral("asking again"), d->patience);
}

bool SmartCaptchaPerson::closeChallenge()
{
    return d->wish(PersonsWish::Close)
        && d->captcha.await([this] { return d->captcha.state() != State::Challenge; },
                            QStringLiteral("closed"), d->patience);
}

QString SmartCaptchaPerson::problem() const
{
    return d->captcha.problem();
}
