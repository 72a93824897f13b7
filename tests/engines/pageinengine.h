// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/page/captchapage.h"
#include "captcha/page/pagemessage.h"
#include "engine.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>

#include <functional>
#include <memory>
#include <optional>

/**
 * The tests of the SDK's own page and its queue, in an engine.
 *
 * A server of the test gives the page, as a web view would that loads it under the options' origin; the
 * emulator is the service. At the end there is a line for each message and command.
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

private:
    using Message = SmartCaptcha::Internal::PageMessage;
    using Type = Message::Type;
    using Condition = std::function<bool(const Message &)>;

    /// Options for a captcha of the emulator's on a page of m_site's.
    [[nodiscard]] SmartCaptchaOptions options() const;
    bool open(const SmartCaptchaOptions &options);
    bool press();
    bool solve();

    /// Takes what is in the page's queue. False when it is not what the protocol says.
    bool drain();
    /// The first message of this type, since the page was opened, for which @p condition
    /// holds.
    std::optional<Message> waitFor(Type type, const Condition &condition = {});
    bool command(QJsonObject command, int attempt);
    bool isHuman(const QString &token);

    const std::unique_ptr<Engine> m_engine;
    SmartCaptchaEmulator m_emulator;
    ScriptedServer m_site;
    ScriptedServer m_service; // in the emulator's place, where its frames would say too much
    SmartCaptcha::Internal::CaptchaPage m_page;
    QList<Message> m_messages;
    QStringList m_results;
};
