// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/page/captchapage.h"
#include "captcha/page/pagemessage.h"
#include "shared/scriptedserver.h"
#include "webdriver/engine.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>

#include <functional>
#include <memory>
#include <optional>

/**
 * Tests the SDK's own page and its message queue in an engine.
 *
 * A server in the test delivers the page, at the origin in the options, where a web view would load it; the
 * emulator is the service. At the end, one line is printed for each message and command.
 */
class PageInEngine : public QObject {
    Q_OBJECT

public:
    explicit PageInEngine(std::unique_ptr<Engine> engine);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void message_data();
    void message();
    void command_data();
    void command();
    void queue();
    void frames_data();
    void frames();
    void showing_data();
    void showing();
    void lateBridge();

private:
    using Message = SmartCaptcha::Internal::PageMessage;
    using Type = Message::Type;
    using Condition = std::function<bool(const Message &)>;

    /// Options for a captcha of the emulator in a page of m_site.
    [[nodiscard]] SmartCaptchaOptions options() const;
    /// @p script runs in the page before the bridge.
    bool open(const SmartCaptchaOptions &options, const QString &script = {});
    /// Options for a captcha of m_service, which makes a frame with this answer in it. @p script runs before
    /// the service's, which calls its prepare(), if there is one, with the frame.
    [[nodiscard]] SmartCaptchaOptions serve(const QByteArray &frame, const QByteArray &status,
                                            const QByteArray &script = {});
    bool press();
    bool solve();

    /// Takes the messages from the page's queue. False if they violate the protocol.
    bool drain();
    /// The first message of this type since the page was opened that fulfils @p condition.
    std::optional<Message> waitFor(Type type, const Condition &condition = {});
    bool command(QJsonObject command, int attempt);
    bool isHuman(const QString &token);

    const std::unique_ptr<Engine> m_engine;
    SmartCaptchaEmulator m_emulator;
    ScriptedServer m_site;
    ScriptedServer m_service; // instead of the emulator, whose frames would send too many messages
    SmartCaptcha::Internal::CaptchaPage m_page;
    QList<Message> m_messages;
    QStringList m_results;
};
