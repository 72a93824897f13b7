// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include "pagemessage.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qlist.h>
#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

class SmartCaptchaOptions;

namespace SmartCaptcha::Internal {

/// How the application around the page looks, as far as the page needs to know.
struct PageAppearance {
    bool dark = false; ///< Whether to use dark colours, if the options leave that to the application.
    QString background = QStringLiteral("#ffffff"); ///< `#rrggbb`.

    friend bool operator==(const PageAppearance &a, const PageAppearance &b)
    {
        return a.dark == b.dark && a.background == b.background;
    }
    friend bool operator!=(const PageAppearance &a, const PageAppearance &b) { return !(a == b); }
};

/**
 * A page that shows the captcha, made from the options. A web host loads it without knowing what it is.
 *
 * docs/pages.md describes the messages that the page sends and the commands that it takes.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaPage {
    Q_DECLARE_TR_FUNCTIONS(SmartCaptcha::Internal::CaptchaPage)

public:
    /// How the page delivers its messages.
    enum class Transport {
        WindowMessage, ///< `window.postMessage`; the host relays them from an isolated script world.
        Queue, ///< An array in the page, drained by a script, for engines without a channel.
        Browser, ///< Requests to whoever serves the page: `messages` and `commands`, relative to its address.
    };

    CaptchaPage() = default;

    /**
     * The page for @p options, which must have no problems. Each page has a nonce of its own.
     *
     * @p addresses are the service's base addresses in the order to try them, at least one. The ready page is
     * loaded from the first; the SDK's own page tries them in turn for the widget's script.
     *
     * For Transport::Browser, which can add no script to a page, the ready page is replaced by the SDK's own,
     * and a custom page has to hand over its token by itself.
     */
    [[nodiscard]] static CaptchaPage make(const SmartCaptchaOptions &options,
                                          const PageAppearance &appearance, Transport transport,
                                          const QList<QUrl> &addresses);

    /// The addresses that the page was made with; a message refers to one of them by its index.
    [[nodiscard]] QList<QUrl> addresses() const { return m_addresses; }

    /// Each message of this page contains it, so that late messages of an earlier page are recognised.
    [[nodiscard]] QString nonce() const { return m_nonce; }

    /// The address to navigate to or, if there is html(), the address under which that is loaded.
    [[nodiscard]] QUrl url() const { return m_url; }

    /// The page's HTML. Empty if the page is to be loaded from url().
    [[nodiscard]] QString html() const { return m_html; }

    /// A script to be run in the main frame, in the page's main world, before the page's scripts. Empty with
    /// html().
    [[nodiscard]] QString documentScript() const { return m_documentScript; }

    /// The origins that frames of the page may be loaded from.
    [[nodiscard]] QList<QUrl> frameOrigins() const { return m_frameOrigins; }

    /// What the person reads in their browser instead of a captcha.
    enum class Notice {
        Passed,
        Over, ///< The attempt has ended in another way.
        Taken, ///< Another browser has the page.
    };

    /// A whole page, without scripts, that says this. Translated.
    [[nodiscard]] static QString noticePage(Notice notice);

    /// A script that gives the page a command, an object with `type` and its arguments.
    [[nodiscard]] static QString commandScript(const QJsonObject &command);

    /// How many messages drainScript() takes at most; the others wait for the next time.
    static constexpr int MaximumDrained = 64;
    /// And how long its answer is at most, in characters.
    static constexpr qsizetype MaximumDrainedLength = MaximumDrained * 4 * PageMessage::MaximumLength;

    /// A script that takes the messages out of the page's queue: one expression, whose value is always a
    /// string. This is the JSON text of an array, oldest message first, each as PageMessage::parse() takes
    /// it; or empty if the page has no queue, because the bridge is not in it.
    [[nodiscard]] static QString drainScript();

    /**
     * The relay of the WindowMessage transport, to be injected into an isolated script world when a document
     * is created. It expects Qt's web channel there with an object `notifier`, a MessageNotifier, and keeps
     * the messages until the host takes them.
     */
    [[nodiscard]] static QString relayScript();

    /// A script for the relay's world that takes the messages from it: one expression, whose value is a list
    /// for PageGuard::messagesTaken().
    [[nodiscard]] static QString takeMessagesScript();

    /**
     * To be injected into every frame of a page when its document is created, before all other scripts: takes
     * WebRTC, the clipboard and the schemes of the program itself from it. One for the page's main world, and
     * one that is @p isolated, for an isolated world.
     */
    [[nodiscard]] static QString confinementScript(bool isolated);

    /// What that script says in the console when it has stopped a page that it cannot confine. English.
    [[nodiscard]] static QString documentRefusal();

    /// `light` or `dark`: the options' theme or, if they leave it open, the application's.
    [[nodiscard]] static QString themeName(const SmartCaptchaOptions &options,
                                           const PageAppearance &appearance);

private:
    [[nodiscard]] static QString title();
    [[nodiscard]] static QString reason();
    [[nodiscard]] static QString textOf(Notice notice);
    [[nodiscard]] static QString languageOfTexts();

    QList<QUrl> m_addresses;
    QString m_nonce;
    QUrl m_url;
    QString m_html;
    QString m_documentScript;
    QList<QUrl> m_frameOrigins;
};

} // namespace SmartCaptcha::Internal
