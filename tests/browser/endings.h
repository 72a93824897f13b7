// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/scriptedserver.h"
#include "webdriver/webdriverengine.h"

#include <SmartCaptcha/SmartCaptchaBrowserRequest>
#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qobject.h>

#include <memory>

/// The ways in which an attempt in a person's browser can end. Each has exactly one outcome.
class Endings : public QObject {
    Q_OBJECT

public:
    explicit Endings(const WebDriverEngine::Kind &kind);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void solved();
    void challengeSolved();
    void failedThenSolved();
    void tabClosedThenOpenedAgain();
    void pageReloaded();
    void openedTwice();
    void backButton();
    void applicationCancels();
    void applicationQuits();
    void browserNeverComes();
    void siteNotAllowed();
    void serviceFaults_data();
    void serviceFaults();
    void computerAsleep();
    void secondAttempt();
    void twoAtOnce();
    void invisible();
    void pageOfTheSite();

private:
    /// Shows the captcha of @p request in the current tab until it can be pressed.
    [[nodiscard]] bool open(SmartCaptchaBrowserRequest &request);
    [[nodiscard]] bool press();
    [[nodiscard]] bool solve();
    /// What the page says about the attempt: passed, over or replaced; empty as long as it goes on.
    [[nodiscard]] QString pageState();

    WebDriverEngine m_engine;
    SmartCaptchaEmulator m_emulator;
    std::unique_ptr<SmartCaptchaBrowserRequest> m_request;
    QStringList m_outcomes;
};
