// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "observation.h"

#include "judge/eventtext.h"
#include "scenario/vocabulary.h"
#include "stage.h"

#include <SmartCaptcha/SmartCaptchaEmulatorRequest>
#include <SmartCaptcha/SmartCaptchaResult>

namespace Qa {

using Vocabulary::wordFor;
using State = SmartCaptcha::State;

Observation::Observation(const QString &id, Stage *stage, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
{
    m_result.id = id;
}

void Observation::begin()
{
    m_result.began = QDateTime::currentDateTime();
    m_clock.start();
    listenToCaptcha();
    connect(m_stage->verifier(), &SmartCaptchaVerifier::finished, this, &Observation::verdictArrives);
    if (m_stage->emulator())
        listenToEmulator();
}

void Observation::end()
{
    m_stage->captcha()->disconnect(this);
    m_stage->verifier()->disconnect(this);
    if (m_stage->emulator())
        m_stage->emulator()->disconnect(this);
    m_result.milliseconds = m_clock.elapsed();
}

void Observation::listenToCaptcha()
{
    SmartCaptchaWidget *const captcha = m_stage->captcha();
    connect(captcha, &SmartCaptchaWidget::stateChanged, this, [this](State state) {
        if (state == State::Loading || state == State::Checking || state == State::Ready)
            add(Source::Captcha, wordFor(state), EventText::state(state));
        if (state == State::Ready && m_result.outcome.isEmpty())
            m_result.outcome = QStringLiteral("ready");
    });
    connect(captcha, &SmartCaptchaWidget::challengeShown, this,
            [this] { add(Source::Captcha, QStringLiteral("challengeShown"), EventText::challengeShown()); });
    connect(captcha, &SmartCaptchaWidget::challengeHidden, this, [this] {
        add(Source::Captcha, QStringLiteral("challengeHidden"), EventText::challengeHidden());
    });
    connect(captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        m_token = token.value();
        // The captcha has a verifier, which asks about every token.
        verdictIsDue();
        ends(QStringLiteral("token"), QStringLiteral("tokenReceived"), EventText::tokenReceived(token));
    });
    connect(captcha, &SmartCaptchaWidget::tokenExpired, this, [this] {
        ends(QStringLiteral("expired"), QStringLiteral("tokenExpired"), EventText::tokenExpired());
    });
    connect(captcha, &SmartCaptchaWidget::cancelled, this, [this] {
        ends(QStringLiteral("cancelled"), QStringLiteral("cancelled"), EventText::cancelled());
    });
    connect(captcha, &SmartCaptchaWidget::errorOccurred, this, [this](const SmartCaptchaError &error) {
        m_result.error = wordFor(error.code());
        ends(QStringLiteral("failed"), QStringLiteral("failed"), EventText::failed(error));
    });
}

void Observation::listenToEmulator()
{
    SmartCaptchaEmulator *const emulator = m_stage->emulator();
    connect(emulator, &SmartCaptchaEmulator::requestReceived, this,
            [this](const SmartCaptchaEmulatorRequest &request) {
                note(Source::Network, EventText::request(request));
            });
    connect(emulator, &SmartCaptchaEmulator::challengeCreated, this,
            [this](const QString &, const QString &answer) { m_answer = answer; });
}

void Observation::verdictArrives(const SmartCaptchaResult &result)
{
    ++m_verdicts;
    m_result.verdict = wordFor(result.verdict());
    m_result.accepted = result.isAccepted();
    m_result.cause = wordFor(result.error());
    add(Source::Verifier, QStringLiteral("verified"), EventText::verified(result));
}

void Observation::forgetOutcome()
{
    m_result.outcome.clear();
    m_result.error.clear();
}

void Observation::ends(const QString &outcome, const QString &event, const QString &text)
{
    m_result.outcome = outcome;
    add(Source::Captcha, event, text);
}

void Observation::add(Source source, const QString &name, const QString &text)
{
    const TimelineEvent event{m_clock.elapsed(), source, name, text};
    m_result.events << event;
    Q_EMIT eventHappened(event);
}

} // namespace Qa
