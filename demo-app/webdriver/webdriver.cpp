// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webdriver.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkreply.h>

#include <memory>

namespace {

// The key that the protocol uses for references to elements.
const QString elementKey = QStringLiteral("element-6066-11e4-a52e-4f735466cecf");

// Starting a browser takes the longest.
constexpr int patience = 120000;

} // namespace

WebDriver::WebDriver(const QUrl &address)
    : m_address(address)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

bool WebDriver::isReady()
{
    const std::optional<QJsonValue> status = call("GET", QStringLiteral("/status"));
    return status && status->toObject().value(QLatin1String("ready")).toBool();
}

bool WebDriver::begin(const QJsonObject &capabilities)
{
    const QJsonObject wanted{{QStringLiteral("alwaysMatch"), capabilities}};
    const std::optional<QJsonValue> answer =
        call("POST", QStringLiteral("/session"), {{QStringLiteral("capabilities"), wanted}});
    if (!answer)
        return false;
    m_session = QStringLiteral("/session/") + answer->toObject().value(QLatin1String("sessionId")).toString();
    m_capabilities = answer->toObject().value(QLatin1String("capabilities")).toObject();
    return true;
}

void WebDriver::end()
{
    if (!m_session.isEmpty())
        call("DELETE", m_session);
    m_session.clear();
}

QString WebDriver::capability(const QString &name) const
{
    return m_capabilities.value(name).toString();
}

bool WebDriver::open(const QUrl &url)
{
    return call("POST", m_session + QStringLiteral("/url"), {{QStringLiteral("url"), url.toString()}})
        .has_value();
}

bool WebDriver::goBack()
{
    return call("POST", m_session + QStringLiteral("/back")).has_value();
}

QString WebDriver::openTab()
{
    const std::optional<QJsonValue> before = call("GET", m_session + QStringLiteral("/window"));
    const std::optional<QJsonValue> opened = call("POST", m_session + QStringLiteral("/window/new"),
                                                  {{QStringLiteral("type"), QStringLiteral("tab")}});
    if (!before || !opened || !goToTab(opened->toObject().value(QLatin1String("handle")).toString()))
        return {};
    return before->toString();
}

bool WebDriver::goToTab(const QString &name)
{
    return call("POST", m_session + QStringLiteral("/window"), {{QStringLiteral("handle"), name}})
        .has_value();
}

bool WebDriver::closeTab()
{
    return call("DELETE", m_session + QStringLiteral("/window")).has_value();
}

std::optional<QJsonValue> WebDriver::execute(const QString &script)
{
    return call("POST", m_session + QStringLiteral("/execute/sync"),
                {{QStringLiteral("script"), script}, {QStringLiteral("args"), QJsonArray()}});
}

bool WebDriver::enterFrame(const QString &selector)
{
    const std::optional<QJsonObject> frame = element(selector);
    return frame
        && call("POST", m_session + QStringLiteral("/frame"), {{QStringLiteral("id"), *frame}}).has_value();
}

bool WebDriver::leaveFrames()
{
    return call("POST", m_session + QStringLiteral("/frame"), {{QStringLiteral("id"), QJsonValue::Null}})
        .has_value();
}

bool WebDriver::click(const QString &selector)
{
    return actOn(selector, QStringLiteral("click"), {});
}

bool WebDriver::type(const QString &selector, const QString &text)
{
    return actOn(selector, QStringLiteral("value"), {{QStringLiteral("text"), text}});
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
    return call("POST", m_session + QStringLiteral("/actions"),
                {{QStringLiteral("actions"), QJsonArray{keyboard}}})
        .has_value();
}

bool WebDriver::actOn(const QString &selector, const QString &action, const QJsonObject &body)
{
    const std::optional<QJsonObject> target = element(selector);
    return target
        && call("POST",
                QStringLiteral("%1/element/%2/%3")
                    .arg(m_session, target->value(elementKey).toString(), action),
                body)
               .has_value();
}

std::optional<QJsonObject> WebDriver::element(const QString &selector)
{
    const std::optional<QJsonValue> answer = call(
        "POST", m_session + QStringLiteral("/element"),
        {{QStringLiteral("using"), QStringLiteral("css selector")}, {QStringLiteral("value"), selector}});
    if (!answer)
        return std::nullopt;
    return answer->toObject();
}

std::optional<QJsonValue> WebDriver::call(const QByteArray &method, const QString &path,
                                          const QJsonObject &body)
{
    QUrl url = m_address;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setTransferTimeout(patience);
    QByteArray json;
    if (method == "POST")
        json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, json));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();

    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    const QJsonValue value = answer.value(QLatin1String("value"));
    if (reply->error() == QNetworkReply::NoError)
        return value;
    const QString said = value.toObject().value(QLatin1String("message")).toString();
    m_problem =
        QStringLiteral("%1: %2").arg(path.section(u'/', 3), said.isEmpty() ? reply->errorString() : said);
    return std::nullopt;
}
