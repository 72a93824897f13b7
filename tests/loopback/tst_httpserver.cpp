// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "loopback/httpserver.h"
#include "shared/rawclient.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkinterface.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;
using Delivery = HttpAnswer::Delivery;
using Client = RawClient;

namespace {

QByteArray get(const QByteArray &path, const QByteArray &more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
}

HttpAnswer text(const QByteArray &body)
{
    return HttpAnswer::of("text/plain", body);
}

} // namespace

class tst_HttpServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<HttpServer>(
            [this](const HttpRequest &request, const HttpReply &reply) {
                m_requests << request;
                if (m_handler)
                    m_handler(request, reply);
                else
                    reply.send(text(request.path.toUtf8()));
            },
            HttpServer::Limits{{}, 3});
        m_requests.clear();
        m_handler = {};
        QVERIFY(m_server->listen(0));
    }

    void cleanup() { m_server.reset(); }

    void listensOnLoopbackOnly()
    {
        const auto interfaces = QNetworkInterface::allAddresses();
        for (const QHostAddress &address : interfaces) {
            if (address == QHostAddress(QHostAddress::LocalHost))
                continue;
            QTcpSocket socket;
            socket.connectToHost(address, m_server->port());
            QVERIFY2(!socket.waitForConnected(1000), qPrintable(address.toString()));
        }
        Client client(m_server->port());
        client.say(get("/x"));
        QCOMPARE(client.heard("/x"),
                 QByteArray("HTTP/1.1 200 \r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n/x"));
        QCOMPARE(m_requests.first().peer, QHostAddress(QHostAddress::LocalHost));
    }

    void tellsWhyItCannotListen()
    {
        HttpServer other([](const HttpRequest &, const HttpReply &) {});
        QVERIFY(!other.listen(m_server->port()));
        QVERIFY(!other.errorString().isEmpty());
        QVERIFY(!other.isListening());
        QCOMPARE(other.port(), 0);
    }

    void answersInOrder()
    {
        m_handler = [](const HttpRequest &request, const HttpReply &reply) {
            HttpAnswer answer = text(request.path.toUtf8());
            answer.delay = request.path == QLatin1String("/1") ? 100ms : 0ms;
            reply.send(answer);
        };
        Client client(m_server->port());
        client.say(get("/1") + get("/2") + get("/3"));
        const QByteArray all = client.heard("/3");
        QVERIFY2(all.indexOf("/1") > 0 && all.indexOf("/1") < all.indexOf("/2"), all.constData());
        QCOMPARE(m_server->connectionCount(), 1);
    }

    void closesWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("close") << get("/x", "Connection: close\r\n");
        QTest::newRow("close among others") << get("/x", "Connection: TE, close\r\n");
        QTest::newRow("1.0") << QByteArray("GET /x HTTP/1.0\r\n\r\n");
    }

    void closesWhenAsked()
    {
        QFETCH(QByteArray, request);
        Client client(m_server->port());
        client.say(request);
        const QByteArray all = client.heard();
        QVERIFY2(all.endsWith("/x") && all.contains("Connection: close"), all.constData());
    }

    void hasNoBodyWhereThereIsNone()
    {
        m_handler = [](const HttpRequest &request, const HttpReply &reply) {
            HttpAnswer answer = text("body");
            if (request.method != "HEAD")
                answer.status = request.path.mid(1).toInt();
            if (answer.status == 204)
                answer.body.clear();
            reply.send(answer);
        };
        Client client(m_server->port());
        client.say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray head = client.heard("\r\n\r\n");
        QVERIFY2(head.contains("Content-Length: 4"), head.constData());
        client.say(get("/204"));
        const QByteArray nothing = client.heard("\r\n\r\n");
        QVERIFY2(nothing.startsWith("HTTP/1.1 204 ") && !nothing.contains("Content-Length"),
                 nothing.constData());
        client.say(get("/200"));
        QVERIFY(client.heard("body").startsWith("HTTP/1.1 200 "));
    }

    void refusesAndCloses()
    {
        Client client(m_server->port());
        // More than the buffers hold: the refusal comes before all of this is read.
        client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n");
        client.say(QByteArray(1024 * 1024, 'x'));
        const QByteArray all = client.heard("\r\n\r\n");
        QVERIFY2(all.startsWith("HTTP/1.1 413 ") && all.contains("Connection: close"), all.constData());
        QVERIFY(client.isClosed());
        QVERIFY(m_requests.isEmpty());
    }

    void letsClientsSendTheirBody()
    {
        Client client(m_server->port());
        client.say("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.heard("\r\n\r\n"), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.say("ab");
        QVERIFY(client.heard("/x").contains(" 200 "));
        QCOMPARE(m_requests.first().body, QByteArray("ab"));
    }

    void takesAsManyConnectionsAsAllowed()
    {
        Client first(m_server->port()), second(m_server->port()), third(m_server->port());
        for (Client *client : {&first, &second, &third}) {
            client->say(get("/x"));
            QVERIFY(client->heard("/x").endsWith("/x"));
        }
        Client fourth(m_server->port());
        fourth.say(get("/x"));
        QCOMPARE(fourth.heard(), QByteArray());
        third.abort();
        QVERIFY(QTest::qWaitFor([&] {
            Client fifth(m_server->port());
            fifth.say(get("/x"));
            return fifth.heard("/x").endsWith("/x");
        }));
    }

    // Whoever only holds connections, or asks for what there is not.
    void strangersKeepNobodyOut()
    {
        m_handler = [](const HttpRequest &request, const HttpReply &reply) {
            HttpAnswer answer = text("x");
            answer.keepAlive = request.path == QLatin1String("/x");
            reply.send(answer);
        };
        Client known(m_server->port());
        known.say(get("/x"));
        QVERIFY(known.heard("x").endsWith("x"));
        Client oldest(m_server->port());
        Client silent(m_server->port());
        silent.say("G");
        Client late(m_server->port());
        late.say(get("/x"));
        QVERIFY(late.heard("x").endsWith("x"));
        QVERIFY(QTest::qWaitFor([&] { return oldest.state() == QAbstractSocket::UnconnectedState; }));
        QCOMPARE(silent.state(), QAbstractSocket::ConnectedState);
        known.say(get("/x"));
        QVERIFY(known.heard("x").endsWith("x"));
    }

    void answersLater()
    {
        HttpReply kept;
        m_handler = [&kept](const HttpRequest &, const HttpReply &reply) { kept = reply; };
        Client client(m_server->port());
        client.say(get("/x"));
        QVERIFY(QTest::qWaitFor([&] { return kept.isWaiting(); }));
        bool gone = false;
        kept.whenGone([&gone] { gone = true; });
        const HttpReply copy = kept;
        kept.send(text("late"));
        QVERIFY(!copy.isWaiting());
        copy.send(text("again"));
        QVERIFY(client.heard("late").endsWith("\r\n\r\nlate"));
        client.abort();
        QTest::qWait(50); // nothing may happen
        QVERIFY(!gone);
        // An answer to an earlier request is no answer to the next.
        const HttpReply before = kept;
        Client next(m_server->port());
        next.say(get("/y") + get("/z"));
        QVERIFY(QTest::qWaitFor([&] { return kept.isWaiting(); }));
        const HttpReply y = kept;
        y.send(text("y"));
        QVERIFY(QTest::qWaitFor([&] { return kept.isWaiting(); }));
        y.send(text("wrong"));
        before.send(text("wrong"));
        kept.send(text("z"));
        const QByteArray all = next.heard("z");
        QVERIFY2(!all.contains("wrong"), all.constData());
    }

    void noticesThatTheClientHasGone()
    {
        HttpReply kept;
        m_handler = [&kept](const HttpRequest &, const HttpReply &reply) { kept = reply; };
        Client client(m_server->port());
        client.say(get("/x"));
        QVERIFY(QTest::qWaitFor([&] { return kept.isWaiting(); }));
        bool gone = false;
        kept.whenGone([&] {
            gone = true;
            m_server.reset();
        });
        client.abort();
        QVERIFY(QTest::qWaitFor([&] { return gone; }));
        QVERIFY(!kept.isWaiting());
        kept.send(text("late"));
    }

    void handlersMayCloseAndDelete_data()
    {
        QTest::addColumn<bool>("destroy");
        QTest::addColumn<bool>("answered");
        for (const bool destroy : {false, true}) {
            for (const bool answered : {false, true})
                QTest::addRow("%s, %s", destroy ? "delete" : "close", answered ? "answered" : "not answered")
                    << destroy << answered;
        }
    }

    void handlersMayCloseAndDelete()
    {
        QFETCH(bool, destroy);
        QFETCH(bool, answered);
        m_handler = [&](const HttpRequest &, const HttpReply &reply) {
            if (answered)
                reply.send(text("last"));
            if (destroy)
                m_server.reset();
            else
                m_server->close();
            reply.send(text("late"));
        };
        Client client(m_server->port());
        client.say(get("/1") + get("/2"));
        QVERIFY(client.isClosed());
        QCOMPARE(m_requests.size(), 1);
    }

    void deliversInEveryWay()
    {
        Delivery delivery = Delivery::Whole;
        m_handler = [&delivery](const HttpRequest &, const HttpReply &reply) {
            HttpAnswer answer = text("abcd");
            answer.delivery = delivery;
            reply.send(answer);
        };
        delivery = Delivery::Closed;
        Client closed(m_server->port());
        closed.say(get("/"));
        QCOMPARE(closed.heard(), QByteArray());
        delivery = Delivery::CutOff;
        Client cut(m_server->port());
        cut.say(get("/"));
        const QByteArray half = cut.heard();
        QVERIFY2(half.contains("Content-Length: 4") && half.endsWith("\r\n\r\nab"), half.constData());
        delivery = Delivery::Drip;
        Client dripping(m_server->port());
        dripping.say(get("/"));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(dripping.heard("abcd").contains("Content-Length: 4"));
        QVERIFY(timer.elapsed() >= 500);
        // The connection can be used again.
        delivery = Delivery::Whole;
        dripping.say(get("/"));
        QVERIFY(dripping.heard("abcd").contains(" 200 "));
        delivery = Delivery::Never;
        dripping.say(get("/"));
        QTest::qWait(100); // nothing may come
        QCOMPARE(dripping.bytesAvailable(), 0);
        QCOMPARE(dripping.state(), QAbstractSocket::ConnectedState);
        m_server->close();
        QVERIFY(dripping.isClosed());
    }

private:
    std::unique_ptr<HttpServer> m_server;
    QList<HttpRequest> m_requests;
    HttpServer::Handler m_handler;
};

QTEST_GUILESS_MAIN(tst_HttpServer)
#include "tst_httpserver.moc"
