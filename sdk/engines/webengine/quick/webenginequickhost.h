// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/quick/quickwebhost.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QQmlComponent;
class QQmlEngine;
class QQmlWebChannel;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

class PageGuard;
class PageInput;

/**
 * The web host of the desktop in Qt Quick: Qt WebEngine.
 *
 * Each load creates a new page with an off-the-record profile of its own; the item around it stays.
 */
class WebEngineQuickHost : public QuickWebHost {
    Q_OBJECT

public:
    /// Loads Qt WebEngine. Returns null, with the reason in @p problem, if it cannot be used.
    [[nodiscard]] static std::unique_ptr<WebEngineQuickHost> make(QQmlEngine *engine, QString *problem);

    /// The major version of its Chromium; 0 if it cannot be loaded or does not tell. Loads Qt WebEngine, but
    /// does not start it.
    [[nodiscard]] static int chromium(QQmlEngine *engine);

    ~WebEngineQuickHost() override;

    [[nodiscard]] CaptchaPage::Transport transport() const override;
    void load(const CaptchaPage &page) override;
    void unload() override;
    void runScript(const QString &script) override;
    [[nodiscard]] bool takePress() override;
    [[nodiscard]] QQuickItem *item() const override;
    [[nodiscard]] QuickEngine engine() const override;
    void warmUp() override;

private:
    WebEngineQuickHost(std::unique_ptr<QQmlComponent> profile, std::unique_ptr<QQmlComponent> page);
    void makePage(const CaptchaPage *page);
    void dropPage();

    const std::unique_ptr<QQmlComponent> m_profileComponent;
    const std::unique_ptr<QQmlComponent> m_pageComponent;
    std::unique_ptr<QQuickItem> m_item;
    std::unique_ptr<PageInput> m_input;
    std::unique_ptr<QObject> m_profile;
    std::unique_ptr<QQmlWebChannel> m_channel;
    std::unique_ptr<PageGuard> m_guard;
    // Declared after what it uses, because it must not outlive that.
    std::unique_ptr<QObject> m_page;
    bool m_used = false; // the page has shown something
};

} // namespace SmartCaptcha::Internal
