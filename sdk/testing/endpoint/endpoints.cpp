// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "endpoints.h"

#include "pageendpoint.h"
#include "validateendpoint.h"
#include "widgetendpoint.h"

namespace SmartCaptcha::Internal {

namespace {

HttpAnswer preflight()
{
    HttpAnswer answer;
    answer.status = 204;
    answer.headers = {{"Access-Control-Allow-Origin", "*"},
                      {"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
                      {"Access-Control-Allow-Headers", "Content-Type"},
                      {"Access-Control-Allow-Private-Network", "true"}};
    return answer;
}

HttpAnswer route(EmulatorState &state, const HttpRequest &request)
{
    if (request.method == "OPTIONS")
        return preflight();
    if (request.path == QLatin1String("/validate"))
        return answerValidate(state, request);
    if (request.path == QLatin1String("/backend/verify"))
        return answerBackend(state, request);
    if (request.path == QLatin1String("/redirected"))
        return answerRedirected();
    if (request.path.startsWith(QLatin1String("/api/")))
        return answerWidget(state, request);
    if (const std::optional<HttpAnswer> page = answerPage(state, request))
        return *page;
    HttpAnswer answer;
    answer.status = 404;
    return answer;
}

} // namespace

HttpAnswer answerRequest(EmulatorState &state, const HttpRequest &request)
{
    HttpAnswer answer = route(state, request);
    answer.headers.emplaceBack("Cache-Control", "no-store");
    return answer;
}

} // namespace SmartCaptcha::Internal
