// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickbench.h"

QuickBench::QuickBench()
{
    if (!m_emulator.listen())
        qFatal("%s", qPrintable(m_emulator.errorString()));
    m_site.start();
    m_site.setAction(ScriptedServer::answer(
        "<!DOCTYPE html><body><div id='captcha-container'></div><script>function begin() {"
        "const given = new URLSearchParams(location.search);"
        "const id = smartCaptcha.render('captcha-container', {sitekey: given.get('sitekey'),"
        " hl: given.get('hl'), webview: true});"
        "smartCaptcha.subscribe(id, 'success', t => NativeClient.onGetToken(t)); }</script><script src='"
            + m_emulator.service().scriptUrl().toEncoded() + "?render=onload&onload=begin'></script></body>",
        "200 OK", "Content-Type: text/html\r\n"));
}

SmartCaptchaView::Engine QuickBench::engine() const
{
    return qEnvironmentVariable("TEST_ENGINE") == QLatin1String("WebView")
        ? SmartCaptchaView::Engine::WebView
        : SmartCaptchaView::Engine::WebEngine;
}

bool QuickBench::begin(const QString &scenario)
{
    m_emulator.clearRequests();
    return m_emulator.setScenario(scenario);
}

QString QuickBench::header(const QString &path, const QString &name) const
{
    const QList<SmartCaptchaEmulatorRequest> requests = m_emulator.requests(path);
    return requests.isEmpty() ? QString() : QString::fromUtf8(requests.last().header(name.toUtf8()));
}

QString QuickBench::value(const QString &path, const QString &name) const
{
    const QList<SmartCaptchaEmulatorRequest> requests = m_emulator.requests(path);
    return requests.isEmpty() ? QString() : requests.last().value(name);
}

QUrl QuickBench::refusingUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort()));
}
