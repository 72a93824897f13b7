// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "../quick/quickform.h"

#include <SmartCaptcha/SmartCaptchaWidget>

#include <utility>

/// The kinds of hosts.
enum class Host { Widget, WebEngine, WebView };
Q_DECLARE_METATYPE(Host)

/// All of them, with their names.
inline constexpr std::pair<Host, const char *> namedHosts[] = {
    {Host::Widget, "widget"}, {Host::WebEngine, "WebEngine"}, {Host::WebView, "WebView"}};

/// Adds a row for every host, with the only column "host".
inline void addHostRows()
{
    QTest::addColumn<Host>("host");
    for (const auto &[host, name] : namedHosts)
        QTest::newRow(name) << host;
}

inline SmartCaptcha::State stateOf(const SmartCaptchaWidget &captcha)
{
    return captcha.state();
}

/// The item's property has another name, because every item already has `state`.
inline SmartCaptcha::State stateOf(const SmartCaptchaView &captcha)
{
    return captcha.captchaState();
}

/// Shows a captcha with @p options in @p host, which loads it, and calls @p check with it: a
/// SmartCaptchaWidget or a SmartCaptchaView.
template <class Check>
void onHost(Host host, const SmartCaptchaOptions &options, const Check &check)
{
    if (host == Host::Widget) {
        SmartCaptchaWidget captcha(options);
        captcha.setEngine(SmartCaptchaWidget::Engine::WebEngine);
        captcha.show();
        check(captcha);
        return;
    }
    using Engine = SmartCaptchaView::Engine;
    QuickForm form;
    form.captcha->setEngine(host == Host::WebEngine ? Engine::WebEngine : Engine::WebView);
    form.captcha->setOptions(options);
    QVERIFY(form.show());
    check(*form.captcha);
}
