// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageendpoint.h"

#include <QtCore/qfile.h>

namespace SmartCaptcha::Internal {

namespace {

using Scenario = EmulatorState::Scenario;

constexpr char javascript[] = "text/javascript; charset=utf-8";

QByteArray asset(const char *name)
{
    QFile file(QLatin1String(":/smartcaptcha/emulator/") + QLatin1String(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

// The texts and the script are wrapped in one function, so that neither adds a name to the page's global
// scope.
HttpAnswer script(const EmulatorState &state)
{
    const QByteArray body =
        "(function () {\n'use strict';\n" + asset("texts.js") + asset("captcha.js") + "})();\n";
    HttpAnswer answer = HttpAnswer::of(javascript, body);
    switch (state.scenario) {
    case Scenario::ScriptMissing:
        answer = HttpAnswer::of("text/plain; charset=utf-8", "Not found\n");
        answer.status = 404;
        break;
    case Scenario::ScriptBroken:
        answer.body = "(function () { this is no JavaScript";
        break;
    case Scenario::ScriptSlow:
        answer.delay = state.delay;
        break;
    case Scenario::ScriptHanging:
        answer.delivery = HttpAnswer::Delivery::Never;
        break;
    default:
        break;
    }
    // The script is often loaded with crossorigin="anonymous", or by a page that requires such resources.
    answer.headers.emplaceBack("Access-Control-Allow-Origin", "*");
    answer.headers.emplaceBack("Cross-Origin-Resource-Policy", "cross-origin");
    return answer;
}

HttpAnswer frame(const EmulatorState &state, const char *name)
{
    HttpAnswer answer = HttpAnswer::of("text/html; charset=utf-8", asset(name));
    answer.headers.emplaceBack("Content-Security-Policy",
                               "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                               "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'");
    answer.headers.emplaceBack("Cross-Origin-Resource-Policy", "cross-origin");
    if (state.scenario == Scenario::FrameError) {
        answer.status = 500;
        answer.body = "<!DOCTYPE html><title>500</title><h1>Internal Server Error</h1>\n";
    }
    if (state.scenario == Scenario::FrameHanging)
        answer.delivery = HttpAnswer::Delivery::Never;
    return answer;
}

HttpAnswer demo(const EmulatorState &state)
{
    return HttpAnswer::of("text/html; charset=utf-8",
                          asset("demo.html").replace("SITE_KEY", state.siteKey.toUtf8().toPercentEncoding()));
}

} // namespace

std::optional<HttpAnswer> answerPage(const EmulatorState &state, const HttpRequest &request)
{
    const QString &path = request.path;
    if (path == QLatin1String("/captcha.js"))
        return script(state);
    if (path == QLatin1String("/checkbox"))
        return frame(state, "checkbox.html");
    if (path == QLatin1String("/advanced"))
        return frame(state, "advanced.html");
    if (path == QLatin1String("/webview"))
        return HttpAnswer::of("text/html; charset=utf-8", asset("webview.html"));
    if (path == QLatin1String("/demo") || path == QLatin1String("/"))
        return demo(state);
    for (const char *name : {"texts.js", "frame.js", "checkbox.js", "advanced.js"}) {
        if (path == QLatin1String("/static/") + QLatin1String(name))
            return HttpAnswer::of(javascript, asset(name));
    }
    if (path == QLatin1String("/static/frame.css"))
        return HttpAnswer::of("text/css; charset=utf-8", asset("frame.css"));
    return std::nullopt;
}

} // namespace SmartCaptcha::Internal
