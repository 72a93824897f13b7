// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webdriver.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qthread.h>

namespace {

// In milliseconds.
constexpr int patience = 30000;

// The key that the protocol uses for references to elements.
constexpr QLatin1String elementKey("element-6066-11e4-a52e-4f735466cecf");

constexpr DriverCommand navigate{"POST", "/url", "WebDriver:Navigate"};
constexpr DriverCommand getWindow{"GET", "/window", "WebDriver:GetWindowHandle"};
constexpr DriverCommand newWindow{"POST", "/window/new", "WebDriver:NewWindow"};
constexpr DriverCommand switchToWindow{"POST", "/window", "WebDriver:SwitchToWindow"};
constexpr DriverCommand closeWindow{"DELETE", "/window", "WebDriver:CloseWindow"};
constexpr DriverCommand executeScript{"POST", "/execute/sync", "WebDriver:ExecuteScript"};
constexpr DriverCommand switchToFrame{"POST", "/frame", "WebDriver:SwitchToFrame"};
constexpr DriverCommand findElement{"POST", "/element", "WebDriver:FindElement"};
constexpr DriverCommand clickElement{"POST", "/element/{id}/click", "WebDriver:ElementClick"};
constexpr DriverCommand performActions{"POST", "/actions", "WebDriver:PerformActions"};
constexpr DriverCommand sendKeys{"POST", "/element/{id}/value", "WebDriver:ElementSendKeys"};

} // namespace

WebDriver::WebDriver(std::unique_ptr<DriverTransport> transport)
    : m_transport(std::move(transport))
{
}

bool WebDriver::begin(const QJsonObject &capabilities)
{
    const DriverTransport::Answer answer = m_transport->begin(capabilities);
    m_problem = answer.problem;
    m_capabilities = answer.value.toObject().value(QLatin1String("capabilities")).toObject();
    return m_problem.isEmpty();
}

QString WebDriver::capability(const QString &name) const
{
    return m_capabilities.value(name).toString();
}

bool WebDriver::open(const QUrl &url)
{
    return call(navigate, {{QStringLiteral("url"), url.toString()}}).has_value();
}

bool WebDriver::goBack()
{
    // By a script: WebKit's driver may wait for ever for the end of the load that its own command begins.
    if (!execute(QStringLiteral("window.wasLeft = true; setTimeout(() => history.back())")))
        return false;
    const QString isThere = QStringLiteral("return !window.wasLeft && document.readyState === 'complete'");
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        const std::optional<QJsonValue> answer = execute(isThere);
        if (answer && answer->toBool())
            return true;
        QThread::msleep(20);
    }
    m_problem = QStringLiteral("The page before this one does not load");
    return false;
}

QString WebDriver::openTab()
{
    const std::optional<QJsonValue> before = call(getWindow);
    const std::optional<QJsonValue> opened =
        call(newWindow, {{QStringLiteral("type"), QStringLiteral("tab")}});
    if (!before || !opened || !goToTab(opened->toObject().value(QLatin1String("handle")).toString()))
        return {};
    return before->toString();
}

bool WebDriver::goToTab(const QString &name)
{
    return call(switchToWindow, {{QStringLiteral("handle"), name}}).has_value();
}

bool WebDriver::closeTab()
{
    return call(closeWindow).has_value();
}

std::optional<QJsonValue> WebDriver::execute(const QString &script)
{
    return call(executeScript, {{QStringLiteral("script"), script}, {QStringLiteral("args"), QJsonArray()}});
}

bool WebDriver::enterFrame(const QString &selector)
{
    const std::optional<QJsonObject> frame = element(selector);
    return frame && call(switchToFrame, {{QStringLiteral("id"), *frame}}).has_value();
}

bool WebDriver::leaveFrames()
{
    return call(switchToFrame, {{QStringLiteral("id"), QJsonValue::Null}}).has_value();
}

bool WebDriver::click(const QString &selector)
{
    return actOn(selector, clickElement);
}

bool WebDriver::type(const QString &selector, const QString &text)
{
    return actOn(selector, sendKeys, {{QStringLiteral("text"), text}});
}

bool WebDriver::strike(std::initializer_list<Key> keys)
{
    QJsonArray events;
    for (const Key key : keys) {
        for (const char *type : {"keyDown", "keyUp"})
            events << QJsonObject{{QStringLiteral("type"), QString::fromLatin1(type)},
                                  {QStringLiteral("value"), QString(QChar(key))}};
    }
    const QJsonObject keyboard{{QStringLiteral("type"), QStringLiteral("key")},
                               {QStringLiteral("id"), QStringLiteral("keyboard")},
                               {QStringLiteral("actions"), events}};
    return call(performActions, {{QStringLiteral("actions"), QJsonArray{keyboard}}}).has_value();
}

bool WebDriver::actOn(const QString &selector, const DriverCommand &action, QJsonObject parameters)
{
    const std::optional<QJsonObject> target = element(selector);
    if (!target)
        return false;
    parameters.insert(QStringLiteral("id"), target->value(elementKey));
    return call(action, parameters).has_value();
}

std::optional<QJsonObject> WebDriver::element(const QString &selector)
{
    const std::optional<QJsonValue> answer = call(
        findElement,
        {{QStringLiteral("using"), QStringLiteral("css selector")}, {QStringLiteral("value"), selector}});
    if (!answer)
        return std::nullopt;
    return answer->toObject();
}

std::optional<QJsonValue> WebDriver::call(const DriverCommand &command, const QJsonObject &parameters)
{
    const DriverTransport::Answer answer = m_transport->send(command, parameters);
    if (answer.problem.isEmpty())
        return answer.value;
    m_problem = answer.problem;
    return std::nullopt;
}
