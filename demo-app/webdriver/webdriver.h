// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "drivertransport.h"

#include <QtCore/qurl.h>

#include <initializer_list>
#include <memory>
#include <optional>

/**
 * A session with a browser in the words of the WebDriver protocol (https://www.w3.org/TR/webdriver2/),
 * limited to what the tests need. Each call waits for its answer while the event loop runs, so that servers
 * in the same thread keep working; problem() says what went wrong.
 */
class WebDriver {
public:
    explicit WebDriver(std::unique_ptr<DriverTransport> transport);

    /// Why the last call failed.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Whether the other side answers and can start a session.
    [[nodiscard]] bool isReady() { return m_transport->isReady(); }

    /// Starts a browser with these capabilities.
    [[nodiscard]] bool begin(const QJsonObject &capabilities);

    /// Ends the browser, if there is one.
    void end() { m_transport->end(); }

    /// A capability that the browser reports.
    [[nodiscard]] QString capability(const QString &name) const;

    /// Opens @p url and waits until it has loaded.
    [[nodiscard]] bool open(const QUrl &url);

    /// Goes back in the history, as with the browser's button, and waits until that page has loaded.
    [[nodiscard]] bool goBack();

    /// Opens another tab, which further calls refer to. Returns the name of the tab before; empty on failure.
    [[nodiscard]] QString openTab();

    /// Makes further calls refer to the tab called @p name.
    [[nodiscard]] bool goToTab(const QString &name);

    /// Closes the tab that calls refer to.
    [[nodiscard]] bool closeTab();

    /// The return value of @p script, the body of a function.
    [[nodiscard]] std::optional<QJsonValue> execute(const QString &script);

    /// Makes further calls refer to the frame @p selector inside the current one.
    [[nodiscard]] bool enterFrame(const QString &selector);

    /// Makes further calls refer to the page itself.
    [[nodiscard]] bool leaveFrames();

    /// Clicks an element with the pointer, at its visible position.
    [[nodiscard]] bool click(const QString &selector);

    /// Types text into an element with the keyboard.
    [[nodiscard]] bool type(const QString &selector, const QString &text);

    /// A key, as the protocol has it.
    enum Key : ushort { Space = 0x20, Tab = 0xe004, Escape = 0xe00c };

    /// Presses and releases keys one after the other, wherever the focus is.
    [[nodiscard]] bool strike(std::initializer_list<Key> keys);

private:
    std::optional<QJsonValue> call(const DriverCommand &command, const QJsonObject &parameters = {});
    /// A reference to the element; nothing if there is no such element.
    std::optional<QJsonObject> element(const QString &selector);
    bool actOn(const QString &selector, const DriverCommand &action, QJsonObject parameters = {});

    const std::unique_ptr<DriverTransport> m_transport;
    QJsonObject m_capabilities;
    QString m_problem;
};
