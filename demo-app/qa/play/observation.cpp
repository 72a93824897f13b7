// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "observation.h"

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
            add(Source::Captcha, wordFor(state), QStringLiteral("State ") + wordFor(state));
        if (state == State::Ready && m_result.outcome.isEmpty())
            m_result.outcome = QStringLiteral("ready");
    });
    connect(captcha, &SmartCaptchaWidget::challengeShown, this, [this] {
        add(Source::Captcha, QStringLiteral("challengeShown"), QStringLiteral("A challenge is shown"));
    });
    connect(captcha, &SmartCaptchaWidget::challengeHidden, this, [this] {
        add(Source::Captcha, QStringLiteral("challengeHidden"), QStringLiteral("The challenge is closed"));
    });
    connect(captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        m_token = token.value();
        // The captcha has a verifier, which asks about every token.
        verdictIsDue();
        ends(QStringLiteral("token"), QStringLiteral("tokenReceived"),
             QStringLiteral("A token of %1 characters").arg(token.value().size()));
    });
    connect(captcha, &SmartCaptchaWidget::tokenExpired, this, [this] {
        ends(QStringLiteral("expired"), QStringLiteral("tokenExpired"),
             QStringLiteral("The token has expired"));
    });
    connect(captcha, &SmartCaptchaWidget::cancelled, this, [this] {
        ends(QStringLiteral("cancelled"), QStringLiteral("cancelled"),
             QStringLiteral("The attempt was cancelled"));
    });
    connect(captcha, &SmartCaptchaWidget::errorOccurred, this, [this](const SmartCaptchaError &error) {
        m_result.error = wordFor(error.code());
        ends(QStringLiteral("failed"), QStringLiteral("failed"),
             QStringLiteral("Error %1: %2").arg(m_result.error, error.details()));
    });
}

void Observation::listenToEmulator()
{
    SmartCaptchaEmulator *const emulator = m_stage->emulator();
    connect(emulator, &SmartCaptchaEmulator::requestReceived, this,
            [this](const SmartCaptchaEmulatorRequest &request) {
                note(Source::Network,
                     QStringLiteral("%1 %2 \u2192 %3")
                         .arg(request.method(), request.path())
                         .arg(request.status()));
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
    add(Source::Verifier, QStringLiteral("verified"),
        QStringLiteral("Verdict %1, %2, %3, status %4, after %5 ms")
            .arg(m_result.verdict,
                 result.isAccepted() ? QStringLiteral("accepted") : QStringLiteral("not accepted"),
                 m_result.cause)
            .arg(result.httpStatus())
            .arg(result.elapsed()));
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
