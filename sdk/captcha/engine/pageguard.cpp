// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageguard.h"

#include "captcha/captchalog.h"
#include "captcha/page/pagemessage.h"
#include "foundation/redaction.h"
#include "foundation/secureurl.h"
#include "foundation/unreachable.h"

#include <SmartCaptcha/SmartCaptcha>

#include <QtNetwork/qnetworkproxy.h>

#include <algorithm>
#include <utility>

namespace SmartCaptcha::Internal {

namespace {

// Milliseconds. A script can fake a click on a link, but not the input event before it.
constexpr qint64 inputCountsFor = 1000;

// Milliseconds, more than Chromium calls recent. Until then a reported press is one that arrived as input.
constexpr qint64 inputExplainsFor = 5500;

bool saysCertificate(int error)
{
    return error <= -200 && error > -300;
}

} // namespace

PageGuard::PageGuard(QObject *parent)
    : QObject(parent)
{
}

PageGuard::~PageGuard() = default;

void PageGuard::begin(const CaptchaPage &page)
{
    Q_ASSERT(!m_begun);
    m_begun = true;
    m_url = page.url();
    m_frameOrigins = page.frameOrigins();
    m_ownHtml = !page.html().isEmpty();
}

QStringList PageGuard::proxyCredentials(const QUrl &url, const QString &proxyHost)
{
    const QNetworkProxy proxy = SmartCaptcha::proxyFor(url);
    const bool isAsked =
        proxy.hostName() == proxyHost || proxyHost.startsWith(proxy.hostName() + QLatin1Char(':'));
    if (m_triedProxyCredentials || proxy.type() == QNetworkProxy::NoProxy || proxy.user().isEmpty()
        || !isAsked)
        return {};
    m_triedProxyCredentials = true;
    return {proxy.user(), proxy.password()};
}

void PageGuard::documentArrived()
{
    m_documentThere = true;
}

std::optional<PageGuard::Input> PageGuard::inputOf(QEvent::Type type)
{
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
    case QEvent::KeyPress:
        return Input::Press;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
        return Input::Release;
    default:
        return std::nullopt;
    }
}

void PageGuard::inputArrived(Input input)
{
    if (input == Input::Press)
        m_mayFollow = m_pressed = m_everPressed = true;
    m_sinceInput.start();
}

void PageGuard::activationReported(Activation activation, qint64 before)
{
    const bool explained =
        m_sinceInput.isValid() && m_sinceInput.elapsed() < inputExplainsFor + qMax<qint64>(0, before);
    if ((activation == Activation::Recent && !explained)
        || (activation == Activation::Earlier && !m_everPressed))
        inputArrived(Input::Press);
}

void PageGuard::messagesTaken(const QVariantList &messages)
{
    for (const QVariant &taken : messages) {
        const QVariantMap fields = taken.toMap();
        const QString json = fields.value(QStringLiteral("json")).toString();
        if (json.size() > PageMessage::MaximumLength) {
            qCDebug(pageLog) << "Dropped a message of" << json.size() << "characters";
            continue;
        }
        const auto activation = Activation(fields.value(QStringLiteral("activation")).toInt());
        const qint64 before = fields.value(QStringLiteral("activeBefore")).toLongLong();
        // Not from within the engine's callback: whoever hears of it may delete the page.
        QMetaObject::invokeMethod(
            this,
            [this, json, activation, before] {
                activationReported(activation, before);
                Q_EMIT messageArrived(json);
            },
            Qt::QueuedConnection);
    }
}

bool PageGuard::takePress()
{
    return std::exchange(m_pressed, false);
}

bool PageGuard::isOfPage(const QUrl &url) const
{
    const QString origin = SecureUrl::origin(url);
    return std::any_of(m_frameOrigins.begin(), m_frameOrigins.end(),
                       [&origin](const QUrl &allowed) { return SecureUrl::origin(allowed) == origin; });
}

bool PageGuard::mayNavigate(const QUrl &url, int navigation, bool mainFrame)
{
    const QString scheme = url.scheme();
    if (!mainFrame) {
        if (scheme == QLatin1String("about") || isOfPage(url))
            return true;
    } else if (!m_begun) {
        return url == QUrl(QStringLiteral("about:blank"));
    } else if (!m_navigated && navigation == int(Navigation::Typed)) {
        // The engine may write the address differently, so only the origins are compared.
        m_navigated =
            m_ownHtml ? scheme == QLatin1String("data") : SecureUrl::origin(url) == SecureUrl::origin(m_url);
        if (m_navigated)
            return true;
    } else if (navigation == int(Navigation::Redirect) && !m_ownHtml && !m_documentThere) {
        if (isOfPage(url))
            return true;
        fail(WebHost::Failure::Load,
             QStringLiteral("%1 redirects to %2").arg(SecureUrl::origin(m_url), SecureUrl::origin(url)));
    }
    if (navigation == int(Navigation::LinkClicked))
        followOutside(url);
    qCDebug(pageLog).noquote() << "Refused to navigate to" << redacted(url.toString())
                               << "with navigation type" << navigation
                               << (mainFrame ? "in the page" : "in a frame");
    return false;
}

void PageGuard::windowRequested(const QUrl &url, bool byPerson)
{
    if (byPerson)
        followOutside(url);
}

void PageGuard::followOutside(const QUrl &url)
{
    if (url.scheme() != QLatin1String("https") || !m_mayFollow || m_sinceInput.elapsed() > inputCountsFor)
        return;
    m_mayFollow = false;
    QMetaObject::invokeMethod(
        this, [this, url] { Q_EMIT linkClicked(url); }, Qt::QueuedConnection);
}

void PageGuard::loadFailed(int chromiumError, const QString &reason)
{
    const QString details = QStringLiteral("The page at %1 did not load: %2 (%3)")
                                .arg(SecureUrl::origin(m_url),
                                     reason.isEmpty() ? QStringLiteral("no reason given") : redacted(reason))
                                .arg(chromiumError);
    if (saysCertificate(chromiumError))
        fail(WebHost::Failure::Certificate, details);
    else
        fail(Unreachable::isSaidByChromium(chromiumError) ? WebHost::Failure::Unreachable
                                                          : WebHost::Failure::Load,
             details);
}

void PageGuard::certificateRefused(const QUrl &url, const QString &reason)
{
    const QString origin = SecureUrl::origin(url);
    const QString details = QStringLiteral("The certificate of %1 is not trusted: %2").arg(origin, reason);
    qCWarning(pageLog).noquote() << details;
    if (isOfPage(url) || origin == SecureUrl::origin(m_url))
        fail(WebHost::Failure::Certificate, details);
}

void PageGuard::processEnded(const QString &status, int exitCode)
{
    fail(WebHost::Failure::RenderProcessGone,
         QStringLiteral("The renderer process ended: %1, exit code %2").arg(status).arg(exitCode));
}

void PageGuard::consoleSaid(const QString &message, int line, const QString &source)
{
    if (message == CaptchaPage::documentRefusal())
        fail(WebHost::Failure::Load, message);
    qCDebug(pageLog).noquote() << "Console:" << redacted(message) << '(' << redacted(source) << line << ')';
}

void PageGuard::fail(WebHost::Failure failure, const QString &details)
{
    if (m_failed || !m_begun)
        return;
    m_failed = true;
    // Slots may delete the page, and engines crash when that happens inside one of their own calls.
    QMetaObject::invokeMethod(
        this, [this, failure, details] { Q_EMIT failed(failure, details); }, Qt::QueuedConnection);
}

} // namespace SmartCaptcha::Internal
