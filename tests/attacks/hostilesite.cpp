// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostilesite.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/qstandardpaths.h>
#include <QtNetwork/qnetworkdatagram.h>
#include <QtNetwork/qsslsocket.h>

#include <algorithm>

namespace {

const QByteArray prelude = R"(
'use strict';
const subs = {};
const doneAt = new URL('/done', location).href; // before the page changes its base
function done() { fetch(doneAt, {cache: 'no-store'}); }
// Tells the test that the attack itself has been carried out. The page waits until the test knows, so that this
// works right before an endless loop as well.
const Report = XMLHttpRequest;
const site = location.origin;
const told = {};
function report(what) {
    if (told[what])
        return;
    told[what] = true;
    const request = new Report();
    request.open('GET', site + '/' + what, false);
    request.send();
}
function ran() { report('ran'); }
// For what the page may not be able to change.
function dare(action) { try { action(); } catch (problem) {} }
// An attack that does not run as it is written proves nothing.
function mistake(problem) {
    if (/is not (a function|a constructor|defined)|Cannot (read|set) prop/.test(problem))
        fetch('/mistake?' + encodeURIComponent(problem));
}
addEventListener('error', event => mistake(event.message));
addEventListener('unhandledrejection', event => mistake(event.reason));
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
    secure.askForCertificate();
    secure.startTls(QStringLiteral(TEST_CERTIFICATES "/server.pem"),
                    QStringLiteral(TEST_CERTIFICATES "/server.key"));
    const auto act = [this](QTcpSocket *socket, const ScriptedServer::Request &request) {
        if (const auto *tls = qobject_cast<QSslSocket *>(socket); tls && !tls->peerCertificate().isNull())
            note("the person's certificate");
        const QByteArray path = request.target.split('?').first();
        const auto answer = m_answers.constFind(path);
        if (answer != m_answers.cend()) {
            (*answer)(socket, request);
        } else if (path == "/backend") {
            ScriptedServer::answer()(socket, request);
        } else if (path == "/done" || path == "/mistake" || path == "/frame" || path == "/ran"
                   || path == "/threw" || path == "/tampered") {
            ScriptedServer::answer("<!DOCTYPE html>", "200 OK", "Content-Type: text/html\r\n")(socket,
                                                                                               request);
        } else {
            ScriptedServer::answer("", "404 Not Found")(socket, request);
        }
    };
    here.setAction(act);
    secure.setAction(act);
    forget();
}

bool HostileSite::prepareEngine(const QString &home)
{
    const QString store = home + QStringLiteral("/.pki/nssdb");
    const QString person = home + QStringLiteral("/person.p12");
    const QString password = QStringLiteral("password");
    const auto run = [](const QString &program, const QStringList &arguments) {
        return !QStandardPaths::findExecutable(program).isEmpty()
            && QProcess::execute(program, arguments) == 0;
    };
    qputenv("HOME", QFile::encodeName(home));
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS",
            qgetenv("QTWEBENGINE_CHROMIUM_FLAGS")
                + " --host-resolver-rules=\"MAP elsewhere.test 127.0.0.1\"");
    return QDir().mkpath(store)
        && run(QStringLiteral("certutil"),
               {QStringLiteral("-N"), QStringLiteral("--empty-password"), QStringLiteral("-d"), store})
        && run(QStringLiteral("certutil"),
               {QStringLiteral("-A"), QStringLiteral("-a"), QStringLiteral("-d"), store, QStringLiteral("-t"),
                QStringLiteral("CT,C,C"), QStringLiteral("-n"), QStringLiteral("authority"),
                QStringLiteral("-i"), QStringLiteral(TEST_CERTIFICATES "/ca.pem")})
        && run(QStringLiteral("openssl"),
               {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"),
                QStringLiteral(TEST_CERTIFICATES "/server.pem"), QStringLiteral("-inkey"),
                QStringLiteral(TEST_CERTIFICATES "/server.key"), QStringLiteral("-passout"),
                QStringLiteral("pass:") + password, QStringLiteral("-out"), person})
        && run(QStringLiteral("pk12util"),
               {QStringLiteral("-d"), store, QStringLiteral("-i"), person, QStringLiteral("-W"), password});
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
    secure.forgetRequests();
    elsewhere.forgetRequests();
}

QUrl HostileSite::pageUrl(bool byTls) const
{
    return (byTls ? secure : here).url(QStringLiteral("/page"));
}

int HostileSite::done() const
{
    return requested("/done");
}

QByteArrayList HostileSite::mistakes() const
{
    QByteArrayList all;
    for (const ScriptedServer::Request &request : here.requests() + secure.requests()) {
        if (request.target.startsWith("/mistake?"))
            all << QByteArray::fromPercentEncoding(request.target.mid(9));
    }
    return all;
}

int HostileSite::loads() const
{
    return requested("/page");
}

QByteArrayList HostileSite::arrived()
{
    QByteArrayList all = m_notes;
    for (const ScriptedServer::Request &request : elsewhere.requests())
        all << request.method + ' ' + request.target;
    return all;
}

int HostileSite::requested(const QByteArray &path) const
{
    const QList<ScriptedServer::Request> all = here.requests() + secure.requests();
    return int(std::count_if(all.cbegin(), all.cend(),
                             [&](const auto &request) { return request.target.split('?').first() == path; }));
}

QByteArray HostileSite::filledIn(QByteArray text) const
{
    return text.replace("ELSEWHERE", elsewhere.url().toEncoded())
        .replace("PLAIN", "http://elsewhere.test:" + QByteArray::number(elsewhere.serverPort()))
        .replace("HERE", here.url().toEncoded())
        .replace("UDP", "127.0.0.1:" + QByteArray::number(m_udp.localPort()));
}
