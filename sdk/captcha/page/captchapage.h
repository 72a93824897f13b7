// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <QtCore/qlist.h>
#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

class SmartCaptchaOptions;

namespace SmartCaptcha::Internal {

/// How the application around the page looks, in words that a page understands.
struct PageAppearance {
    bool dark = false; ///< Dark colours, where the options leave it to the application.
    QString background = QStringLiteral("#ffffff"); ///< `#rrggbb`.

    friend bool operator==(const PageAppearance &a, const PageAppearance &b)
    {
        return a.dark == b.dark && a.background == b.background;
    }
    friend bool operator!=(const PageAppearance &a, const PageAppearance &b) { return !(a == b); }
};

/**
 * A page that shows the captcha, made from the options: what a web host loads, without knowing what it is.
 *
 * The messages that the page sends, and the commands that it takes, are in docs/pages.md.
 */
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaPage {
public:
    /// How the page gets its messages out.
    enum class Transport {
        WindowMessage, ///< `window.postMessage`; the host relays from a script world of its own.
        Queue, ///< An array in the page, drained by a script, for engines without a channel.
    };

    CaptchaPage() = default;

    /**
     * The page for @p options, which must have no problems. Each page has a nonce of its own.
     *
     * @p addresses are the service's base addresses in the order to try them, at least one: the ready page is
     * taken from the first, and the others go through them for their script.
     */
    [[nodiscard]] static CaptchaPage make(const SmartCaptchaOptions &options,
                                          const PageAppearance &appearance, Transport transport,
                                          const QList<QUrl> &addresses);

    /// What the page was made with: the address that a message means by its number.
    [[nodiscard]] QList<QUrl> addresses() const { return m_addresses; }

    /// In each message of this page, so that what an earlier page sent late is told apart.
    [[nodiscard]] QString nonce() const { return m_nonce; }

    /// The address to navigate to; or, where there is html(), the address that it is loaded under.
    [[nodiscard]] QUrl url() const { return m_url; }

    /// The page's own text. Empty when the page is to be fetched from url().
    [[nodiscard]] QString html() const { return m_html; }

    /// To be run in the main frame, in the page's own script world, before the page's scripts. Empty with
    /// html().
    [[nodiscard]] QString documentScript() const { return m_documentScript; }

    /// The origins that frames of the page may be loaded from.
    [[nodiscard]] QList<QUrl> frameOrigins() const { return m_frameOrigins; }

    /// The script that gives the page a command, an object with `type` and whatever belongs to it.
    [[nodiscard]] static QString commandScript(const QJsonObject &command);

    /// The script that takes the messages out of the page's queue: one expression, whose value is always a
    /// string. It is the JSON text of an array of messages, the oldest first, as PageMessage::parse takes
    /// them; empty when the page has no queue, because the bridge is not in it.
    [[nodiscard]] static QString drainScript();

    /**
     * The relay of the WindowMessage transport, to be run in a script world of the host's own when a document
     * begins. It expects Qt's web channel there and passes the messages to the object `port` of the channel,
     * a MessagePort; its first one is empty and says that there is a document.
     */
    [[nodiscard]] static QString relayScript();

    /// `light` or `dark`: the options' theme, or where they leave it open, the application's.
    [[nodiscard]] static QString themeName(const SmartCaptchaOptions &options,
                                           const PageAppearance &appearance);

private:
    QList<QUrl> m_addresses;
    QString m_nonce;
    QUrl m_url;
    QString m_html;
    QString m_documentScript;
    QList<QUrl> m_frameOrigins;
};

} // namespace SmartCaptcha::Internal
