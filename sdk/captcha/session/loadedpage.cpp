// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "loadedpage.h"

#include "captcha/captchalog.h"
#include "foundation/secureurl.h"

#include <QtCore/qjsonobject.h>

namespace SmartCaptcha::Internal {

void LoadedPage::setHost(WebHost *host)
{
    if (m_host)
        m_host->unload();
    forget();
    m_host = host;
}

void LoadedPage::prepare(const SmartCaptchaOptions &options)
{
    m_options = options;
    m_language = options.effectiveLanguage();
    m_untried.clear();
    forget();
    ++m_loadCount;
}

void LoadedPage::load()
{
    const QList<QUrl> addresses = m_options.service().baseUrlsToTry();
    // The ready page itself comes from these addresses; other pages try them for their script.
    if (isServicePage())
        m_untried = addresses.mid(1);
    loadFrom(addresses);
}

bool LoadedPage::loadFromNextAddress()
{
    if (m_untried.isEmpty())
        return false;
    qCWarning(sessionLog).noquote() << "Not reachable:" << origin() << "- going on to"
                                    << SecureUrl::origin(m_untried.first());
    // The page's frames may still come from any of them.
    QList<QUrl> addresses = m_page.addresses();
    addresses.move(addresses.indexOf(m_untried.takeFirst()), 0);
    loadFrom(addresses);
    return true;
}

void LoadedPage::loadFrom(const QList<QUrl> &addresses)
{
    m_command = 0;
    m_loadedAppearance = m_appearance;
    m_page = CaptchaPage::make(m_options, m_appearance, m_host->transport(), addresses);
    m_nonce = m_page.nonce();
    m_host->load(m_page);
}

void LoadedPage::forget()
{
    m_ready = false;
    m_controllable = false;
    m_nonce.clear();
}

void LoadedPage::unload()
{
    forget();
    if (m_host)
        m_host->unload();
}

bool LoadedPage::isServicePage() const
{
    // In a person's browser the SDK's own page takes its place.
    return m_options.effectivePageSource() == SmartCaptchaOptions::PageSource::ServicePage
        && !(m_host && m_host->browserTab());
}

bool LoadedPage::isLanguageOutdated() const
{
    return m_loadCount > 0 && m_options.language().isEmpty() && m_options.effectiveLanguage() != m_language;
}

QString LoadedPage::origin() const
{
    return SecureUrl::origin(m_page.url());
}

// The service tells a page on a site that the key is not for nothing at all; some versions show a line of
// text.
QString LoadedPage::refusalHint() const
{
    QString hint = QStringLiteral(
        "If the service can be reached, the captcha of this site key must have \"%1\" among its hosts");
    // In a person's browser, the page is of this computer already.
    hint += m_host && m_host->browserTab()
        ? QStringLiteral(".")
        : QStringLiteral("; for tests, add localhost or 127.0.0.1 to them and use a page of that host.");
    return hint.arg(QUrl(origin()).host());
}

std::optional<PageMessage> LoadedPage::read(const QString &json) const
{
    QString problem;
    std::optional<PageMessage> message = PageMessage::parse(json, m_nonce, &problem);
    if (!message)
        qCDebug(sessionLog).noquote() << "Dropped a message:" << problem;
    return message;
}

void LoadedPage::becomeReady(bool controllable)
{
    m_ready = true;
    m_controllable = controllable;
    if (isServicePage())
        noteReachable(0);
    // A command that was sent while the page loaded may not have reached it.
    if (m_appearance != m_loadedAppearance)
        sendAppearance();
}

// The number means an address of this page, whichever order the process prefers by now. A page of the
// application's own could say anything, and would be believed after it has gone.
void LoadedPage::noteReachable(int address)
{
    if (m_options.pageSource() == SmartCaptchaOptions::PageSource::CustomPage)
        return;
    m_options.service().noteReachable(m_page.addresses().value(address));
}

bool LoadedPage::rewind()
{
    if (!m_ready || !m_controllable)
        return false;
    ++m_command;
    sendCommand(QStringLiteral("reset"), {});
    return true;
}

void LoadedPage::execute()
{
    ++m_command;
    sendCommand(QStringLiteral("execute"), {});
}

void LoadedPage::setAppearance(const PageAppearance &appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    sendAppearance();
}

void LoadedPage::sendAppearance()
{
    sendCommand(QStringLiteral("appearance"),
                {{QStringLiteral("theme"), CaptchaPage::themeName(m_options, m_appearance)},
                 {QStringLiteral("background"), m_appearance.background}});
}

void LoadedPage::sendCommand(const QString &type, QJsonObject fields)
{
    if (!m_host || m_nonce.isEmpty())
        return;
    fields.insert(QStringLiteral("type"), type);
    fields.insert(QStringLiteral("attempt"), m_command);
    m_host->sendCommand(fields);
}

} // namespace SmartCaptcha::Internal
