// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostilesite.h"

#include <QtNetwork/qnetworkdatagram.h>
#include <algorithm>

namespace {

const QByteArray prelude = R"(
'use strict';
const subs = {};
const doneAt = new URL('/done', location).href; // before the page changes its base
function done() { fetch(doneAt, {cache: 'no-store'}); }
let begun = function () {};
let executed = function () {};
window.smartCaptcha = {
    render() { return 1; },
    subscribe(id, event, handler) {
        subs[event] = handler;
        if (Object.keys(subs).length === 6)
            setTimeout(() => begun(), 0);
    },
    execute() { executed(); }, reset() {}
};
// The person's presses.
addEventListener('pointerdown', done, true);
// Where the SDK's script comes late, the widget is rendered once more.
const rendering = setInterval(() => {
    if (subs.success)
        clearInterval(rendering);
    else
        window.smartCaptcha.render();
}, 50);
)";

} // namespace

HostileSite::HostileSite()
{
    here.start();
    elsewhere.start();
    elsewhere.setAction(ScriptedServer::answer("<html>elsewhere</html>", "200 OK",
                                               "Content-Type: text/html\r\n"
                                               "Access-Control-Allow-Origin: *\r\n"));
    if (!m_udp.bind(QHostAddress::LocalHost))
        qFatal("No UDP port can be had");
    QObject::connect(&m_udp, &QUdpSocket::readyRead, &m_udp, [this] {
        while (m_udp.hasPendingDatagrams())
            m_notes << "UDP " + QByteArray::number(m_udp.receiveDatagram().data().size());
    });
    here.setAction([this](QTcpSocket *socket, const ScriptedServer::Request &request) {
        const QByteArray path = request.target.split('?').first();
        const auto answer = m_answers.constFind(path);
        if (answer != m_answers.cend()) {
            (*answer)(socket, request);
        } else if (path == "/done" || path == "/frame") {
            ScriptedServer::answer("<!DOCTYPE html>", "200 OK", "Content-Type: text/html\r\n")(socket,
                                                                                               request);
        } else {
            ScriptedServer::answer("", "404 Not Found")(socket, request);
        }
    });
    forget();
}

void HostileSite::setPage(const QByteArray &script, const QByteArray &markup)
{
    add("/page", "text/html; charset=utf-8",
        "<!DOCTYPE html><html><body style='margin: 0'><div id='captcha-container'></div>"
        "<iframe src='/frame' width='300' height='100' style='border: 0; pointer-events: none'></iframe>"
            + markup + "<script>" + prelude + script + "</script></body></html>");
}

void HostileSite::add(const QByteArray &path, const QByteArray &type, const QByteArray &content)
{
    respond(path, ScriptedServer::answer(filledIn(content), "200 OK", "Content-Type: " + type + "\r\n"));
}

void HostileSite::respond(const QByteArray &path, const ScriptedServer::Action &action)
{
    m_answers.insert(path, action);
}

void HostileSite::forget()
{
    m_answers.clear();
    m_notes.clear();
    here.forgetRequests();
    elsewhere.forgetRequests();
}

QUrl HostileSite::pageUrl() const
{
    return here.url(QStringLiteral("/page"));
}

int HostileSite::done() const
{
    return count("/done");
}

int HostileSite::loads() const
{
    return count("/page");
}

QByteArrayList HostileSite::arrived()
{
    QByteArrayList all = m_notes;
    for (const ScriptedServer::Request &request : elsewhere.requests())
        all << request.method + ' ' + request.target;
    return all;
}

int HostileSite::count(const QByteArray &target) const
{
    return int(std::count_if(here.requests().cbegin(), here.requests().cend(), [&](const auto &request) {
        return request.target.split('?').first() == target;
    }));
}

QByteArray HostileSite::filledIn(QByteArray text) const
{
    return text.replace("ELSEWHERE", elsewhere.url().toEncoded())
        .replace("HERE", here.url().toEncoded())
        .replace("UDP", "127.0.0.1:" + QByteArray::number(m_udp.localPort()));
}
