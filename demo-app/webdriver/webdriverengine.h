// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "driverprocess.h"
#include "engine.h"
#include "webdriver.h"

#include <functional>
#include <memory>

/// An engine controlled from outside, with real clicks and keys.
class WebDriverEngine : public Engine {
public:
    /// What is needed to start a browser.
    struct Kind {
        QString name;
        QString engine; ///< Readable name.
        /// The driver, preceded by any programs that it must run in. All of them must be installed.
        QStringList command;
        QString debianPackages; ///< The packages that contain them.
        QJsonObject capabilities;
        QByteArray settings; ///< For Firefox, which is controlled without a driver: its profile's user.js.
    };

    explicit WebDriverEngine(const Kind &kind)
        : m_kind(kind)
    {
    }
    ~WebDriverEngine() override;

    [[nodiscard]] QString name() const override { return m_kind.name; }
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] QString start() override;
    [[nodiscard]] QString version() const override;
    [[nodiscard]] bool open(const QUrl &url) override;
    [[nodiscard]] QVariant evaluate(const QString &expression) override;
    bool run(const QString &script) override;
    [[nodiscard]] bool click(const QString &frame, const QString &element) override;
    [[nodiscard]] bool type(const QString &frame, const QString &element, const QString &text) override;

    /// Waits for frames end early when this returns false.
    void setWanted(std::function<bool()> isWanted) { m_isWanted = std::move(isWanted); }

    /// Stops the browser, as when the computer is asleep, or has it go on.
    void setAsleep(bool asleep) { m_process.setAsleep(asleep); }

    /// What only a whole browser has: tabs and a history. Null before start().
    [[nodiscard]] WebDriver *driver() const { return m_driver.get(); }

private:
    /// Starts the browser or its driver; null on failure.
    std::unique_ptr<DriverTransport> startProcess();
    bool inFrame(const QString &frame, const std::function<bool()> &action);

    const Kind m_kind;
    DriverProcess m_process;
    std::unique_ptr<WebDriver> m_driver;
    std::function<bool()> m_isWanted;
};
