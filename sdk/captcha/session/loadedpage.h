// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"
#include "captcha/page/captchapage.h"
#include "captcha/page/pagemessage.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qlist.h>
#include <QtCore/qpointer.h>

#include <optional>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * A session's side of its page: loads it into the host, sends it commands, and tells its messages from those
 * of an earlier page or check. Knows the options, language and appearance that the page was loaded with, but
 * no state of the session.
 */
class LoadedPage {
public:
    /// @p host is not owned; nullptr for none. A page in an earlier host is unloaded.
    void setHost(WebHost *host);
    [[nodiscard]] WebHost *host() const { return m_host; }

    /// Takes over @p options for the next load(). Messages of the page before no longer count.
    void prepare(const SmartCaptchaOptions &options);
    /// Loads the page into the host, which must be there. The options must have no problems.
    void load();
    /// Loads the service's ready page from its next address. False when none is left.
    [[nodiscard]] bool loadFromNextAddress();

    /// Messages of the page no longer count.
    void forget();
    /// forget(), and empties the host.
    void unload();

    /// How often prepare() was called.
    [[nodiscard]] int loadCount() const { return m_loadCount; }
    /// The options of the last prepare().
    [[nodiscard]] const SmartCaptchaOptions &options() const { return m_options; }
    /// True when the options leave the language to the application, and it has changed since prepare().
    [[nodiscard]] bool isLanguageOutdated() const;
    /// Where the page comes from, for logs.
    [[nodiscard]] QString origin() const;
    /// Why the service may not answer this page, in English.
    [[nodiscard]] QString refusalHint() const;

    /// The message in @p json. Nothing, and a log entry, when it is malformed or not of this page.
    [[nodiscard]] std::optional<PageMessage> read(const QString &json) const;
    /// False for messages sent before the page got the last rewind() or execute(). One that is loaded once
    /// more gets its commands when it is ready.
    [[nodiscard]] bool isCurrent(const PageMessage &message) const
    {
        return message.attempt == m_command || (!m_ready && message.attempt < m_command);
    }

    /// The page has said that it is ready.
    void becomeReady(bool controllable);
    /// True from then on, as long as the page is known to be whole.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// A message has come that only a ready page can send.
    void setReady() { m_ready = true; }
    /// The same page is loaded once more, and will become ready again.
    void setUnready() { m_ready = false; }
    void setControllable(bool controllable) { m_controllable = controllable; }
    [[nodiscard]] bool isControllable() const { return m_controllable; }
    /// The page has fetched its script from the address with this number.
    void noteReachable(int address);

    /// Brings the page back to where it was when it became ready. False when it has to be loaded anew
    /// instead.
    [[nodiscard]] bool rewind();
    /// Starts a check.
    void execute();
    /// Now, and for pages to come.
    void setAppearance(const PageAppearance &appearance);

private:
    void loadFrom(const QList<QUrl> &addresses);
    [[nodiscard]] bool isServicePage() const;
    void sendCommand(const QString &type, QJsonObject fields);
    void sendAppearance();

    QPointer<WebHost> m_host;
    SmartCaptchaOptions m_options;
    QString m_language;
    PageAppearance m_appearance;
    PageAppearance m_loadedAppearance;
    CaptchaPage m_page;
    QString m_nonce; // of m_page; empty when its messages do not count
    QList<QUrl> m_untried; // more addresses of the service's ready page
    int m_command = 0; // the number of the last rewind() or execute()
    int m_loadCount = 0;
    bool m_ready = false;
    bool m_controllable = false;
};

} // namespace SmartCaptcha::Internal
