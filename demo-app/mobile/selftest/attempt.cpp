// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "attempt.h"

#include "patience.h"
#include "shared/captchapress.h"
#include "shared/enumword.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qregularexpression.h>
#include <QtCore/qstringlist.h>

namespace SelfTest {

namespace {

// Shorter than patience, for events that come quickly if they come at all.
constexpr int soon = 15000;

} // namespace

QString describe(const SmartCaptchaResult &result)
{
    QString text = wordFor(result.verdict())
        + (result.isAccepted() ? QLatin1String(" accepted") : QLatin1String(" not accepted"));
    if (result.error() != SmartCaptchaResult::Error::NoError)
        text += QLatin1String(": ") + wordFor(result.error());
    return text;
}

QString engineSeenBy(const SmartCaptchaEmulator &emulator)
{
    static const QRegularExpression name(QStringLiteral("QtWebEngine/\\S+|Chrome/\\S+"));
    const QList<SmartCaptchaEmulatorRequest> requests = emulator.requests(QStringLiteral("/captcha.js"));
    if (requests.isEmpty())
        return {};
    const QString agent = QString::fromLatin1(requests.last().header("User-Agent"));
    QStringList found;
    for (auto it = name.globalMatch(agent); it.hasNext();)
        found << it.next().captured();
    return found.join(QLatin1Char(' '));
}

Attempt::Attempt(SmartCaptchaEmulator *emulator, const Keyboard &keyboard)
    : m_emulator(emulator)
    , m_keyboard(keyboard)
{
}

void Attempt::begin()
{
    outcome.clear();
    result.reset();
    challengeShown = false;
    problem.clear();
    m_emulator->clearRequests();
}

bool Attempt::refuse(const QString &why)
{
    problem = why;
    return false;
}

bool Attempt::pressButton(const std::function<void()> &press)
{
    waitFor([this] { return !m_emulator->requests(QStringLiteral("/api/open")).isEmpty(); },
            CaptchaPress::OpensWithin);
    for (int attempt = 0; attempt < CaptchaPress::Repeats; ++attempt) {
        pause(200);
        press();
        const auto noticed = [this] {
            return challengeShown || !outcome.isEmpty()
                || !m_emulator->requests(QStringLiteral("/api/check")).isEmpty();
        };
        if (waitFor(noticed, CaptchaPress::Patience))
            return true;
    }
    return refuse(QStringLiteral("Pressing the button had no effect"));
}

bool Attempt::awaitChallenge()
{
    if (!waitFor([this] { return challengeShown && !m_emulator->pendingAnswer().isEmpty(); }, soon))
        return refuse(QStringLiteral("No challenge was shown"));
    // The challenge takes the keyboard focus once it has been drawn.
    pause(600);
    return true;
}

bool Attempt::solve(bool wrongFirst)
{
    if (!awaitChallenge())
        return false;
    if (wrongFirst) {
        const QString first = m_emulator->pendingAnswer();
        m_keyboard.type(QStringLiteral("1"));
        m_keyboard.press(Qt::Key_Return);
        const auto another = [&] {
            return !m_emulator->pendingAnswer().isEmpty() && m_emulator->pendingAnswer() != first;
        };
        if (!waitFor(another, soon))
            return refuse(QStringLiteral("A wrong answer did not lead to a new task"));
        pause(400);
    }
    m_keyboard.type(m_emulator->pendingAnswer());
    m_keyboard.press(Qt::Key_Return);
    return true;
}

void Attempt::closeCard()
{
    // The close button is at the right end of the card's heading, before the text field in the tab order.
    m_keyboard.press(Qt::Key_Backtab);
    pause(100);
    m_keyboard.press(Qt::Key_Space);
}

bool Attempt::await(const QString &wanted)
{
    if (!waitFor([&] { return outcome == wanted; }, soon))
        return refuse(QStringLiteral("The outcome %1 did not come").arg(wanted));
    return true;
}

bool Attempt::awaitEnd(bool verified)
{
    if (!waitFor([this] { return !outcome.isEmpty(); }))
        return refuse(QStringLiteral("Nothing came of it"));
    if (verified && !waitFor([this] { return result.has_value(); }))
        return refuse(QStringLiteral("The token was not verified"));
    return true;
}

} // namespace SelfTest
