// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "loopback/requestparser.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

namespace {

constexpr RequestParser::Limits small{200, 400, 6, 64};

/// Everything that a parser made of some bytes.
struct Reading {
    QList<HttpRequest> requests;
    int refusal = 0;
    bool isInRequest = false;

    [[nodiscard]] QByteArray inWords() const
    {
        QByteArray words;
        for (const HttpRequest &request : requests) {
            words += request.method + ' ' + request.path.toUtf8() + '?' + request.query + '\n';
            for (const auto &[name, value] : request.headers)
                words += name + '=' + value + '\n';
            words += request.body + (request.keepAlive ? "\n+\n" : "\n-\n");
        }
        return words + QByteArray::number(refusal) + (isInRequest ? " in" : " between");
    }
};

/// Reads @p bytes, @p step of them at a time.
Reading readingOf(const QByteArray &bytes, qsizetype step, const RequestParser::Limits &limits = small)
{
    RequestParser parser(limits);
    Reading reading;
    for (qsizetype from = 0; from < bytes.size(); from += step) {
        parser.add(bytes.mid(from, step));
        while (auto request = parser.next())
            reading.requests << *request;
    }
    reading.refusal = parser.refusal();
    reading.isInRequest = parser.refusal() == 0 && parser.isInRequest();
    return reading;
}

QByteArray get(const QByteArray &more)
{
    return "GET / HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
}

} // namespace

class tst_RequestParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARequest()
    {
        const Reading reading =
            readingOf("POST /a%20b?c=%20d&e HTTP/1.1\r\nHost: 127.0.0.1:1\r\nX-Y:  z \t\r\n"
                      "Content-Length: 5\r\n\r\nhello",
                      1);
        QCOMPARE(reading.refusal, 0);
        QVERIFY(!reading.isInRequest);
        QCOMPARE(reading.requests.size(), 1);
        const HttpRequest &request = reading.requests.first();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QStringLiteral("/a b"));
        QCOMPARE(request.query, QByteArray("c=%20d&e"));
        QCOMPARE(request.header("x-y"), QByteArray("z"));
        QCOMPARE(request.body, QByteArray("hello"));
        QVERIFY(request.keepAlive);
    }

    void readsOneAfterAnother()
    {
        const Reading reading =
            readingOf(get({})
                          + "POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n"
                            "\r\nGET /c HTTP/1.0\r\n\r\nGET /d",
                      1);
        QCOMPARE(reading.requests.size(), 3);
        QCOMPARE(reading.requests.at(1).body, QByteArray("abc0123456789"));
        QCOMPARE(reading.requests.at(2).path, QStringLiteral("/c"));
        QVERIFY(!reading.requests.at(2).keepAlive);
        QVERIFY(reading.isInRequest);
    }

    // A target with a host says nothing about the next request.
    void forgetsTheHostOfATarget()
    {
        const Reading reading = readingOf("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"
                                          "GET / HTTP/1.1\r\nHost: b\r\n\r\n",
                                          1);
        QCOMPARE(reading.refusal, 0);
        QCOMPARE(reading.requests.size(), 2);
    }

    void takesWhatClientsSend_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("path");
        QTest::newRow("for a proxy") << QByteArray("GET http://a/b?c HTTP/1.1\r\nHost: a\r\n\r\n")
                                     << QStringLiteral("/b");
        QTest::newRow("for a proxy, no path")
            << QByteArray("GET https://a HTTP/1.1\r\nHost: a\r\n\r\n") << QStringLiteral("/");
        QTest::newRow("all options") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")
                                     << QStringLiteral("*");
        QTest::newRow("no host, as 1.0 allows")
            << QByteArray("GET / HTTP/1.0\r\n\r\n") << QStringLiteral("/");
        QTest::newRow("empty lines before") << QByteArray("\r\n\r\n") + get({}) << QStringLiteral("/");
        QTest::newRow("length 0") << get("Content-Length: 0\r\n") << QStringLiteral("/");
        QTest::newRow("empty field") << get("X:\r\n") << QStringLiteral("/");
        QTest::newRow("bytes beyond ASCII") << get("X: \xd0\xb9\r\n") << QStringLiteral("/");
        QTest::newRow("encoded slash")
            << QByteArray("GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n") << QStringLiteral("/a/b");
    }

    void takesWhatClientsSend()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, path);
        const Reading reading = readingOf(bytes, bytes.size());
        QCOMPARE(reading.refusal, 0);
        QCOMPARE(reading.requests.size(), 1);
        QCOMPARE(reading.requests.first().path, path);
        QVERIFY(!reading.isInRequest);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto line = [](const QByteArray &text) { return text + "\r\nHost: a\r\n\r\n"; };
        QTest::newRow("no request") << line("hello") << 400;
        QTest::newRow("two blanks") << line("GET  / HTTP/1.1") << 400;
        QTest::newRow("blank at the end") << line("GET / HTTP/1.1 ") << 400;
        QTest::newRow("blank in the address") << line("GET /a b HTTP/1.1") << 400;
        QTest::newRow("relative address") << line("GET a HTTP/1.1") << 400;
        QTest::newRow("asterisk") << line("GET * HTTP/1.1") << 400;
        QTest::newRow("other scheme") << line("GET ftp://a/ HTTP/1.1") << 400;
        QTest::newRow("raw bytes in the address") << line("GET /\xd0\xb9 HTTP/1.1") << 400;
        QTest::newRow("null byte") << line(QByteArray("GET /\0 HTTP/1.1", 15)) << 400;
        QTest::newRow("tab") << line("GET\t/\tHTTP/1.1") << 400;
        QTest::newRow("method") << line("G(T / HTTP/1.1") << 400;
        QTest::newRow("long method") << line("ABCDEFGHIJKLMNOPQ / HTTP/1.1") << 400;
        QTest::newRow("HTTP/2") << line("GET / HTTP/2.0") << 505;
        QTest::newRow("HTTP/0.9") << line("GET / HTTP/0.9") << 505;
        QTest::newRow("no version") << line("GET / FTP/1.1") << 400;
        QTest::newRow("lower case") << line("GET / http/1.1") << 400;
        QTest::newRow("long address") << line("GET /" + QByteArray(200, 'a') + " HTTP/1.1") << 414;
        QTest::newRow("endless address") << "GET /" + QByteArray(500, 'a') << 414;
        QTest::newRow("many fields") << get(QByteArray("X: y\r\n").repeated(6)) << 431;
        QTest::newRow("long field") << get("X: " + QByteArray(400, 'y') + "\r\n") << 431;
        QTest::newRow("endless field") << "GET / HTTP/1.1\r\nX: " + QByteArray(500, 'y') << 431;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << get("Host: b\r\n") << 400;
        QTest::newRow("blank before the colon") << get("X : y\r\n") << 400;
        QTest::newRow("folded") << get("X: y\r\n z\r\n") << 400;
        QTest::newRow("no colon") << get("X\r\n") << 400;
        QTest::newRow("no name") << get(": x\r\n") << 400;
        QTest::newRow("line feed in a value") << get("X: a\nY: b\r\n") << 400;
        QTest::newRow("line feed after a value") << get("X: a\n\r\n") << 400;
        QTest::newRow("carriage return in a value") << get("X: a\rY: b\r\n") << 400;
        QTest::newRow("null byte in a value") << get(QByteArray("X: a\0\r\n", 7)) << 400;
        QTest::newRow("two lengths") << get("Content-Length: 1\r\nContent-Length: 1\r\n") << 400;
        QTest::newRow("list of lengths") << get("Content-Length: 1, 1\r\n") << 400;
        QTest::newRow("length with a sign") << get("Content-Length: +1\r\n") << 400;
        QTest::newRow("negative length") << get("Content-Length: -1\r\n") << 400;
        QTest::newRow("hexadecimal length") << get("Content-Length: 0x1\r\n") << 400;
        QTest::newRow("empty length") << get("Content-Length:\r\n") << 400;
        QTest::newRow("length beyond all numbers") << get("Content-Length: 99999999999999999999\r\n") << 400;
        QTest::newRow("long body") << get("Content-Length: 65\r\n") << 413;
        QTest::newRow("length and chunks")
            << get("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << 400;
        QTest::newRow("two codings") << get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")
                                     << 400;
        QTest::newRow("unknown coding") << get("Transfer-Encoding: gzip, chunked\r\n") << 501;
        QTest::newRow("chunks in 1.0")
            << QByteArray("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
        const QByteArray chunked = get("Transfer-Encoding: chunked\r\n");
        QTest::newRow("chunk without a size") << chunked + "\r\n" << 400;
        QTest::newRow("chunk with a sign") << chunked + "-1\r\n" << 400;
        QTest::newRow("chunk with 0x") << chunked + "0x1\r\n" << 400;
        QTest::newRow("chunk size with a line feed") << chunked + "1\n\r\na\r\n0\r\n\r\n" << 400;
        QTest::newRow("chunk size with a vertical tab") << chunked + "\v1\r\na\r\n0\r\n\r\n" << 400;
        QTest::newRow("extension with a line feed") << chunked + "1;a\nb\r\na\r\n0\r\n\r\n" << 400;
        QTest::newRow("trailer that is no field") << chunked + "0\r\nfoo\r\n\r\n" << 400;
        QTest::newRow("trailer with a line feed") << chunked + "0\r\na: b\nc\r\n\r\n" << 400;
        QTest::newRow("another host in the target")
            << QByteArray("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("endless chunk line") << chunked + QByteArray(100, '0') << 400;
        QTest::newRow("chunk without an end") << chunked + "1\r\nabc\r\n" << 400;
        QTest::newRow("large chunk") << chunked + "41\r\n" << 413;
        QTest::newRow("huge chunk") << chunked + "ffffffffffffffff\r\n" << 400;
        QTest::newRow("chunks beyond the limit") << chunked + "30\r\n" + QByteArray(48, 'a') + "\r\n20\r\n"
                                                 << 413;
        QTest::newRow("endless trailer") << chunked + "0\r\n" + QByteArray("X: y\r\n").repeated(100) << 431;
        QTest::newRow("expectation") << get("Expect: wonders\r\n") << 417;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const qsizetype step : {bytes.size(), qsizetype(1)}) {
            const Reading reading = readingOf(bytes, step);
            QCOMPARE(reading.refusal, status);
        }
    }

    void staysRefusing()
    {
        RequestParser parser(small);
        parser.add("nonsense\r\n\r\n");
        QVERIFY(!parser.next());
        QCOMPARE(parser.refusal(), 400);
        parser.add(get({}));
        QVERIFY(!parser.next());
        QCOMPARE(parser.refusal(), 400);
    }

    void knowsWhoWaits()
    {
        RequestParser parser(small);
        parser.add("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n");
        QVERIFY(!parser.next());
        QVERIFY(parser.takeExpectation());
        QVERIFY(!parser.takeExpectation());
        parser.add("ab");
        QVERIFY(parser.next());
        QVERIFY(!parser.takeExpectation());
        // Nothing to send, or sent already.
        parser.add(get("Expect: 100-continue\r\n"));
        QVERIFY(parser.next());
        QVERIFY(!parser.takeExpectation());
        parser.add("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\na");
        QVERIFY(!parser.next());
        QVERIFY(!parser.takeExpectation());
    }

    // Whatever comes, and in whatever pieces, it is read in one way, and within the limits.
    void readsMutationsAlikeInAnyPieces()
    {
        const QList<QByteArray> seeds{
            get({}),
            get("Content-Length: 3\r\n") + "abc" + get({}),
            get("Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET http://a/b HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        };
        const QList<QByteArray> pieces{"\r\n",
                                       "\r",
                                       "\n",
                                       " ",
                                       ":",
                                       "0",
                                       "a",
                                       "ffff",
                                       "HTTP/1.1",
                                       "GET ",
                                       "Content-Length: ",
                                       "Transfer-Encoding: chunked\r\n",
                                       "\r\n\r\n",
                                       "Host: b\r\n",
                                       QByteArray(1, '\0'),
                                       "\xff",
                                       ";",
                                       "%",
                                       QByteArray(300, 'z')};
        QRandomGenerator random(20260101);
        int refused = 0;
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes =
                seeds.at(random.bounded(seeds.size())) + seeds.at(random.bounded(seeds.size()));
            for (int change = random.bounded(1, 5); change > 0; --change) {
                const qsizetype at = random.bounded(bytes.size());
                switch (random.bounded(4)) {
                case 0:
                    bytes.insert(at, pieces.at(random.bounded(pieces.size())));
                    break;
                case 1:
                    bytes.remove(at, random.bounded(1, 8));
                    break;
                case 2:
                    bytes[at] = char(random.bounded(256));
                    break;
                default:
                    bytes.insert(at, bytes.mid(random.bounded(bytes.size()), random.bounded(1, 40)));
                    break;
                }
                if (bytes.isEmpty())
                    bytes = "x";
            }
            const Reading whole = readingOf(bytes, bytes.size());
            const Reading slow = readingOf(bytes, random.bounded(1, 8));
            QVERIFY2(
                whole.inWords() == slow.inWords(),
                (bytes.toPercentEncoding() + "\n" + whole.inWords() + "\n" + slow.inWords()).constData());
            for (const HttpRequest &request : whole.requests) {
                QVERIFY(request.body.size() <= small.body);
                QVERIFY(request.headers.size() <= small.fields);
                QVERIFY(!request.method.isEmpty() && !request.path.isEmpty());
            }
            refused += whole.refusal != 0 ? 1 : 0;
        }
        // The mutations are neither all nonsense nor all harmless.
        QVERIFY2(refused > 4000 && refused < 19000, qPrintable(QString::number(refused)));
    }
};

QTEST_GUILESS_MAIN(tst_RequestParser)
#include "tst_requestparser.moc"
