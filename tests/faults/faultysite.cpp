// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "faultysite.h"

#include <QtCore/qpointer.h>

#include <algorithm>
#include <utility>

namespace {

QByteArray pathOf(const ScriptedServer::Request &request)
{
    return request.target.split('?').first();
}

// The certificates are of an authority that only the verifier is told of.
std::unique_ptr<ScriptedServer> insecure(const char *certificate)
{
    auto server = std::make_unique<ScriptedServer>();
    const QString file = QLatin1String(TEST_CERTIFICATES "/") + QLatin1String(certificate);
    server->startTls(file + QLatin1String(".pem"), file + QLatin1String(".key"));
    return server;
}

} // namespace

FaultySite::FaultySite()
{
    if (!emulator.listen())
        qFatal("No emulator: %s", qPrintable(emulator.errorString()));
    m_elsewhere.start();
    m_elsewhere.setAction(
        ScriptedServer::answer("<!DOCTYPE html>elsewhere", "200 OK", "Content-Type: text/html\r\n"));
    m_relay.start();
    m_port = m_relay.serverPort();
    m_relay.setAction([this](QTcpSocket *socket, const ScriptedServer::Request &request) {
        if (pathOf(request) != m_held)
            relay(socket, request);
        else
            m_waiting << [this, socket = QPointer<QTcpSocket>(socket), request] {
                if (socket)
                    relay(socket, request);
            };
    });
}

void FaultySite::relay(QTcpSocket *socket, const ScriptedServer::Request &request)
{
    const QByteArray path = pathOf(request);
    // A frame that is somewhere else.
    if (path == m_moved && (path == "/checkbox" || path == "/advanced")) {
        ScriptedServer::answer(
            {}, "302 Found", "Location: " + m_address.toEncoded() + request.target + "\r\n")(socket, request);
        return;
    }
    QByteArray target = request.target;
    if (path == "/page")
        target.replace(0, path.size(), "/webview");
    QByteArray bytes = request.method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\n";
    for (const auto &[name, value] : request.headers) {
        if (name.compare("Connection", Qt::CaseInsensitive) != 0)
            bytes += name + ": " + value + "\r\n";
    }
    bytes += "\r\n" + request.body;

    auto *onward = new QTcpSocket(socket);
    QObject::connect(onward, &QTcpSocket::connected, onward, [onward, bytes] { onward->write(bytes); });
    QObject::connect(onward, &QTcpSocket::disconnected, socket,
                     [onward, socket, request, trouble = m_troubles.value(path)] {
                         const QByteArray answer = onward->readAll();
                         if (trouble) {
                             trouble(socket, request, answer);
                         } else {
                             socket->write(answer);
                             socket->disconnectFromHost();
                         }
                     });
    onward->connectToHost(QHostAddress::LocalHost, emulator.port());
}

void FaultySite::holdAnswer(const QByteArray &path)
{
    trouble(path, [this](QTcpSocket *socket, const ScriptedServer::Request &, const QByteArray &answer) {
        m_waiting << [socket = QPointer<QTcpSocket>(socket), answer] {
            if (socket) {
                socket->write(answer);
                socket->disconnectFromHost();
            }
        };
    });
}

void FaultySite::dropConnections()
{
    m_held.clear();
    m_waiting.clear();
    const auto sockets = m_relay.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void FaultySite::release()
{
    m_held.clear();
    for (const auto &request : std::exchange(m_waiting, {}))
        request();
}

void FaultySite::moveTo(Address address, const QByteArray &path)
{
    m_moved = path;
    switch (address) {
    case Address::Good:
        m_moved.clear();
        return;
    case Address::NoSuchHost:
        m_address = QUrl(QStringLiteral("https://smartcaptcha.invalid"));
        return;
    case Address::Refused:
        m_address = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ScriptedServer::refusingPort()));
        return;
    case Address::Expired:
        m_insecure = insecure("expired");
        break;
    case Address::SelfSigned:
        m_insecure = insecure("selfsigned");
        break;
    case Address::WrongHost:
        m_insecure = insecure("wronghost");
        break;
    case Address::OldTls:
        m_insecure = insecure("server");
        m_insecure->keepToOldTls();
        break;
    }
    m_address = m_insecure->url();
}

void FaultySite::heal()
{
    m_troubles.clear();
    m_moved.clear();
    m_insecure.reset();
    emulator.setScenario(SmartCaptchaEmulator::Scenario::Human);
    if (!m_relay.isListening() && !m_relay.listen(QHostAddress::LocalHost, m_port))
        qFatal("The port is taken: %s", qPrintable(m_relay.errorString()));
    release();
}

QUrl FaultySite::at(const QByteArray &path) const
{
    return path == m_moved ? m_address : m_relay.url();
}

SmartCaptchaOptions FaultySite::options(bool customPage) const
{
    SmartCaptchaOptions options(emulator.siteKey());
    QList<QUrl> service{at("/captcha.js")};
    // Else the SDK would keep the frames from going there.
    if (m_moved == "/checkbox" || m_moved == "/advanced")
        service << m_address;
    options.setService(SmartCaptchaService(service));
    if (customPage) {
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        QUrl page = at("/page");
        page.setPath(QStringLiteral("/page"));
        options.setPageUrl(page);
    } else {
        QUrl origin = m_relay.url();
        origin.setHost(QStringLiteral("localhost"));
        options.setPageOrigin(origin);
    }
    return options;
}

QUrl FaultySite::backendUrl() const
{
    QUrl url = at("/backend/verify");
    url.setPath(QStringLiteral("/backend/verify"));
    return url;
}

int FaultySite::asked(const QByteArray &path) const
{
    return int(
        std::count_if(m_relay.requests().cbegin(), m_relay.requests().cend(),
                      [&path](const ScriptedServer::Request &request) { return pathOf(request) == path; }));
}

QByteArrayList FaultySite::arrivedElsewhere() const
{
    QByteArrayList targets;
    for (const ScriptedServer::Request &request : m_elsewhere.requests())
        targets << request.target;
    return targets;
}
