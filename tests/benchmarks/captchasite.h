// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "hosts/bareview.h"

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaService>

#include <QtCore/qstringlist.h>
#include <QtCore/qurlquery.h>

/// A page with a captcha, as one process gives it to another: the ready page of an emulator.
class CaptchaSite {
public:
    CaptchaSite(const QString &siteKey, const QUrl &service)
        : m_siteKey(siteKey)
        , m_service(service)
    {
    }

    /// From arguments(), the last ones of @p arguments.
    explicit CaptchaSite(const QStringList &arguments)
        : CaptchaSite(arguments.value(arguments.size() - 2), QUrl(arguments.last()))
    {
    }

    [[nodiscard]] QStringList arguments() const { return {m_siteKey, m_service.toString()}; }

    [[nodiscard]] SmartCaptchaOptions options() const
    {
        SmartCaptchaOptions options(m_siteKey);
        options.setService(SmartCaptchaService(m_service));
        options.setLanguage(QStringLiteral("en"));
        return options;
    }

    /// The page that a captcha with these options shows, and that says "usable" in its console when its
    /// button can be pressed: when it has been drawn.
    [[nodiscard]] BareView::Page page(const std::function<void(const QString &)> &console = {}) const
    {
        QUrl url = SmartCaptchaService(m_service).webviewUrl();
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("sitekey"), m_siteKey);
        query.addQueryItem(QStringLiteral("hl"), QStringLiteral("en"));
        query.addQueryItem(QStringLiteral("theme"), QStringLiteral("light"));
        url.setQuery(query);
        // The page makes the frame of the button visible then.
        const QString look = QStringLiteral(
            "new MutationObserver((changes, observer) => { for (const frame of"
            " document.querySelectorAll('iframe')) { if (getComputedStyle(frame).visibility === 'visible') {"
            " observer.disconnect(); requestAnimationFrame(() => requestAnimationFrame("
            "() => console.log('usable'))); return; } } })"
            ".observe(document, {subtree: true, attributes: true, attributeFilter: ['style']});");
        return {url, look, console};
    }

private:
    QString m_siteKey;
    QUrl m_service;
};
