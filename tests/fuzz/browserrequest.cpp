// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What browsers, and others on this computer, send to the engine for the person's browser. The first byte
// says whether the page is the SDK's own or one of the application's site. After it, these bytes have a
// meaning:
//   00 another connection   1e the rest arrives later
//   01 the secret part of the address   02 the cookie   03 the host with its port   04 the state that a page
//   of the site brings back 05 the application sends a command   06 it lets another browser take the page

#include "application.h"
#include "rule.h"
#include "wirelesssocket.h"

#include "captcha/page/captchapage.h"
#include "captcha/page/pagemessage.h"
#include "engines/browser/loopbacktab.h"
#include "loopback/requestparser.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qjsonobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qurlquery.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

using namespace SmartCaptcha::Internal;
using Fuzz::rule;

namespace {

class ReachableTab : public LoopbackTab {
public:
    ReachableTab()
        : LoopbackTab([](const QUrl &) { return true; })
    {
    }

    using LoopbackTab::server;
};

CaptchaPage page(bool ofSite)
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_example"));
    if (ofSite) {
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(QUrl(QStringLiteral("https://shop.example/captcha")));
    }
    return CaptchaPage::make(options, {}, CaptchaPage::Transport::Browser, options.service().baseUrlsToTry());
}

// The limits of the engine.
RequestParser::Limits limits()
{
    RequestParser::Limits limits;
    limits.target = 1024;
    limits.head = 16 * 1024;
    limits.body = 64 * 1024;
    return limits;
}

/// A connection, and what was said on it.
struct Connection {
    QPointer<WirelessSocket> socket; // owned by the server
    QByteArray received;
    RequestParser parser{limits()};
    QList<HttpRequest> requests;
};

// More than the engine serves at a time.
constexpr size_t mostConnections = 24;

class Visit {
public:
    explicit Visit(bool ofSite)
        : m_ofSite(ofSite)
    {
        static const CaptchaPage own = page(false);
        static const CaptchaPage site = page(true);
        QString problem;
        rule(m_tab.begin(ofSite ? site : own, &problem), "the tab can be served");
        QUrl address = m_tab.address();
        if (ofSite) {
            const QUrlQuery query(address.fragment());
            m_state = query.queryItemValue(QStringLiteral("state")).toLatin1();
            address = QUrl(query.queryItemValue(QStringLiteral("return"), QUrl::FullyDecoded));
        }
        m_host = "127.0.0.1:" + QByteArray::number(address.port());
        m_secret = address.path().section(QLatin1Char('/'), 1, 1).toLatin1();
        rule(m_secret.size() == 32, "the address has a secret part");
        QObject::connect(&m_tab, &LoopbackTab::messageArrived, &m_tab, [this](const QString &json) {
            ++m_messages;
            m_longest = qMax(m_longest, json.size());
        });
        connectAgain();
    }

    void hear(const QByteArray &input)
    {
        for (const char c : input) {
            switch (c) {
            case '\x00':
                say();
                connectAgain();
                break;
            case '\x1e':
                say();
                break;
            case '\x01':
                m_knowsSecret = true;
                m_pending += m_secret;
                break;
            case '\x02':
                // As a browser would have it by now.
                say();
                m_pending += m_cookies.isEmpty() ? QByteArray("0") : m_cookies.constLast();
                break;
            case '\x03':
                m_pending += m_host;
                break;
            case '\x04':
                m_knowsState = true;
                m_pending += m_state;
                break;
            case '\x05':
                say();
                m_tab.sendCommand(
                    {{QStringLiteral("type"), QStringLiteral("execute")}, {QStringLiteral("attempt"), 1}});
                listen();
                break;
            case '\x06':
                say();
                m_tab.allowAnotherBrowser();
                ++m_moves;
                break;
            default:
                m_pending += c;
                break;
            }
        }
        say();
        if (!m_knowsSecret) {
            rule(m_tab.presence() == BrowserTab::Presence::Awaited, "without the secret nobody is there");
            rule(m_messages == 0, "without the secret there are no messages");
        }
        m_tab.end(false);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private:
    void connectAgain()
    {
        if (m_connections.size() == mostConnections)
            return;
        m_connections.push_back(std::make_unique<Connection>());
        Connection &connection = *m_connections.back();
        connection.socket = new WirelessSocket(&connection.received);
        m_tab.server()->serve(connection.socket);
    }

    // Sends what is pending, and checks what comes of it.
    void say()
    {
        if (m_pending.isEmpty())
            return;
        const QByteArray bytes = std::exchange(m_pending, {});
        Connection &connection = *m_connections.back();
        connection.parser.add(bytes);
        while (const std::optional<HttpRequest> request = connection.parser.next())
            connection.requests << *request;
        const int before = m_messages;
        if (connection.socket)
            connection.socket->arrive(bytes);
        listen();
        if (m_messages == before)
            return;
        const auto &requests = connection.requests;
        rule(std::any_of(requests.cbegin(), requests.cend(), [this](const auto &r) { return mayReport(r); }),
             "a message comes from the page alone");
        rule(m_messages - before <= 64 * requests.size(), "a request has a bounded number of messages");
        rule(m_longest <= 64 * 1024, "a message is bounded");
    }

    void listen()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const auto &connection : m_connections)
            check(*connection);
    }

    void check(Connection &connection)
    {
        const QByteArray received = std::exchange(connection.received, {});
        if (received.isEmpty())
            return;
        rule(received.startsWith("HTTP/1.1 "), "an answer is one of HTTP");
        rule(!received.contains("Access-Control-"), "no other site may read an answer");
        rule(m_knowsSecret || !received.contains("HTTP/1.1 200"), "without the secret nothing is served");
        rule(!received.contains("HTTP/1.1 200") || received.contains("Cache-Control: no-store"),
             "nothing is kept by the browser");
        const qsizetype cookie = received.indexOf("Set-Cookie: smartcaptcha=");
        if (cookie < 0)
            return;
        const auto &requests = connection.requests;
        rule(std::any_of(requests.cbegin(), requests.cend(), [this](const auto &r) { return mayLoad(r); }),
             "the page is served to the person's browser alone");
        const qsizetype value = cookie + qsizetype(sizeof "Set-Cookie: smartcaptcha=") - 1;
        const QByteArray given = received.mid(value, received.indexOf(';', value) - value);
        rule(given.size() >= 32, "a cookie cannot be guessed");
        if (!m_cookies.contains(given))
            m_cookies << given;
        rule(m_cookies.size() <= 1 + m_moves, "the page stays in one browser");
    }

    [[nodiscard]] bool mayLoad(const HttpRequest &request) const
    {
        const QByteArray site = request.header("sec-fetch-site");
        return !m_ofSite && request.method == "GET" && request.header("host") == m_host
            && request.path.toUtf8() == '/' + m_secret + '/' && request.header("origin").isEmpty()
            && (site.isEmpty() || site == "none" || site == "same-origin");
    }

    [[nodiscard]] bool mayReport(const HttpRequest &request) const
    {
        if (request.method != "POST" || request.header("host") != m_host)
            return false;
        const QByteArray origin = request.header("origin");
        if (m_ofSite) {
            return m_knowsState && request.path.toUtf8() == '/' + m_secret + "/token"
                && (origin.isEmpty() || origin == "null" || origin == "https://shop.example")
                && formValue(request.bodyFields(), QStringLiteral("state")).toUtf8() == m_state;
        }
        const QByteArray site = request.header("sec-fetch-site");
        const QByteArray cookies = request.header("cookie");
        return request.path.toUtf8() == '/' + m_secret + "/messages"
            && (origin.isEmpty() || origin == "http://" + m_host) && (site.isEmpty() || site == "same-origin")
            && std::any_of(m_cookies.cbegin(), m_cookies.cend(), [&cookies](const QByteArray &one) {
                   return cookies.contains("smartcaptcha=" + one);
               });
    }

    const bool m_ofSite;
    // Before the tab, whose end writes to it.
    std::vector<std::unique_ptr<Connection>> m_connections;
    ReachableTab m_tab;
    QByteArray m_host;
    QByteArray m_secret;
    QByteArray m_state;
    QList<QByteArray> m_cookies; // in the order in which they were given
    QByteArray m_pending;
    int m_messages = 0;
    qsizetype m_longest = 0;
    int m_moves = 0;
    bool m_knowsSecret = false;
    bool m_knowsState = false;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Fuzz::ensureApplication();
    Visit visit(data[0] % 2 == 1);
    visit.hear(QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)));
    return 0;
}
