// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaState>

#include <QtCore/qobject.h>

#include <cstdio>

/// The captcha service in this process. Prints the answers to the tasks, which a person would hear, and the
/// states of the captcha, line by line for screenreader.py.
class Solver : public QObject {
    Q_OBJECT
    Q_PROPERTY(SmartCaptchaOptions options READ options CONSTANT)

public:
    explicit Solver(const QString &scenario)
    {
        connect(&m_emulator, &SmartCaptchaEmulator::challengeCreated, this,
                [](const QString &, const QString &answer) { say("answer", answer); });
        if (!m_emulator.setScenario(scenario) || !m_emulator.listen())
            qFatal("No emulator with the scenario %s", qPrintable(scenario));
    }

    [[nodiscard]] SmartCaptchaOptions options() const
    {
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        options.setPageOrigin(m_emulator.pageOrigin());
        options.setLanguage(QStringLiteral("en"));
        return options;
    }

    /// @p changed is the signal for a change of the captcha's state.
    template <typename Captcha>
    void watch(Captcha *captcha, void (Captcha::*changed)(SmartCaptcha::State))
    {
        connect(captcha, changed, this,
                [](SmartCaptcha::State state) { say("state", QVariant::fromValue(state).toString()); });
    }

private:
    static void say(const char *what, const QString &value)
    {
        std::printf("%s %s\n", what, qPrintable(value));
        std::fflush(stdout);
    }

    SmartCaptchaEmulator m_emulator;
};
