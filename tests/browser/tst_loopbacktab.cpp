// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "engines/browser/loopbacktab.h"
#include "shared/eventually.h"
#include "shared/rawclient.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qurlquery.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace SmartCaptcha::Internal;
using Presence = BrowserTab::Presence;

namespace {

/// An answer in parts.
struct Answer {
    int status = 0;
    QByteArray head;
    QByteArray body;
    bool closed = false;

    [[nodiscard]] QString state() const
    {
        return QJsonDocument::fromJson(body).object().value(QLatin1String("state")).toString();
    }
};

} // namespace

/// What the tab serves, and to whom: other pages and other people's programs can reach its port as well.
class tst_LoopbackTab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        m_canOpen = true;
        m_tab = std::make_unique<LoopbackTab>([this](const QUrl &address) {
            m_opened << address;
            return m_canOpen;
        });
        m_messages = std::make_unique<QSignalSpy>(m_tab.get(), &LoopbackTab::messageArrived);
        begin(SmartCaptchaOptions(QStringLiteral("ysc1_example")));
    }

    void cleanup() { m_tab.reset(); }

    void servesThePage()
    {
        QVERIFY(QTest::qWaitFor([&] { return m_opened.size() == 1; }));
        QCOMPARE(m_opened.first(), m_tab->address());
        QCOMPARE(m_tab->presence(), Presence::Awaited);
        const QRegularExpression form(QStringLiteral("^http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{32}/$"));
        QVERIFY2(form.match(m_tab->address().toString()).hasMatch(), qPrintable(m_tab->address().toString()));
        const Answer page = openPage();
        QCOMPARE(page.status, 200);
        QCOMPARE(page.body, m_page.html().toUtf8());
        QCOMPARE(m_tab->presence(), Presence::Open);
        for (const char *field :
             {"Cache-Control: no-store", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY",
              "frame-ancestors 'none'", "HttpOnly; SameSite=Strict"})
            QVERIFY2(page.head.contains(field), field);
        QVERIFY(!page.head.contains("Access-Control"));
    }

    void carriesMessagesAndCommands()
    {
        openPage();
        RawClient poll(port());
        poll.say(request("GET", "commands?page=a&seen=0", cookie()));
        m_tab->sendCommand(
            {{QStringLiteral("type"), QStringLiteral("execute")}, {QStringLiteral("attempt"), 1}});
        const Answer news = answerOf(poll);
        QCOMPARE(news.status, 200);
        QVERIFY2(news.body.contains("execute") && news.body.contains("\"seen\":1"), news.body.constData());
        QCOMPARE(post("a", {QStringLiteral("one"), QStringLiteral("two")}).state(),
                 QStringLiteral("waiting"));
        QCOMPARE(m_messages->size(), 2);
        QCOMPARE(m_messages->at(1).first().toString(), QStringLiteral("two"));
        // A page that is loaded again gets the commands again.
        QVERIFY(get("commands?page=b&seen=0").body.contains("execute"));
    }

    void endsWithTheAttempt_data()
    {
        QTest::addColumn<bool>("passed");
        QTest::newRow("passed") << true;
        QTest::newRow("over") << false;
    }

    void endsWithTheAttempt()
    {
        QFETCH(bool, passed);
        openPage();
        RawClient poll(port());
        poll.say(request("GET", "commands?page=a&seen=0", cookie()));
        connect(m_tab.get(), &LoopbackTab::messageArrived, m_tab.get(), [&] { m_tab->end(passed); });
        const QString expected = passed ? QStringLiteral("passed") : QStringLiteral("over");
        const quint16 served = port();
        QCOMPARE(post("a", {QStringLiteral("one"), QStringLiteral("two")}).state(), expected);
        QCOMPARE(m_messages->size(), 1);
        QCOMPARE(answerOf(poll).state(), expected);
        QCOMPARE(m_tab->presence(), Presence::None);
        QVERIFY(m_tab->address().isEmpty());
        const RawClient late(served);
        QCOMPARE(late.state(), QAbstractSocket::UnconnectedState);
    }

    void isDestroyedInASlot()
    {
        openPage();
        connect(m_tab.get(), &LoopbackTab::messageArrived, this, [this] {
            m_tab->end(true);
            m_tab.reset();
        });
        QCOMPARE(post("a", {QStringLiteral("one"), QStringLiteral("two")}).state(), QStringLiteral("passed"));
        QVERIFY(!m_tab);
    }

    void theLastLoadCounts()
    {
        openPage();
        RawClient poll(port());
        poll.say(request("GET", "commands?page=a&seen=0", cookie()));
        QCOMPARE(post("b", {QStringLiteral("new")}).state(), QStringLiteral("waiting"));
        QCOMPARE(answerOf(poll).state(), QStringLiteral("replaced"));
        QCOMPARE(post("a", {QStringLiteral("old")}).state(), QStringLiteral("replaced"));
        QCOMPARE(get("commands?page=a&seen=0").state(), QStringLiteral("replaced"));
        QCOMPARE(m_messages->size(), 1);
    }

    void tellsThatThePageWasLoadedAgain()
    {
        const QSignalSpy reloads(m_tab.get(), &LoopbackTab::reloaded);
        openPage();
        QCOMPARE(post("a", {QStringLiteral("one")}).state(), QStringLiteral("waiting"));
        QVERIFY(reloads.isEmpty());
        QCOMPARE(post("b", {QStringLiteral("two")}).state(), QStringLiteral("waiting"));
        QCOMPARE(reloads.size(), 1);
        QCOMPARE(m_messages->size(), 2);
        QCOMPARE(post("a", {QStringLiteral("three")}).state(), QStringLiteral("replaced"));
        QCOMPARE(reloads.size(), 1);
        QCOMPARE(m_messages->size(), 2);
    }

    void endsWhenThePageIsLoadedAgain_data()
    {
        QTest::addColumn<bool>("destroys");
        QTest::newRow("ended") << false;
        QTest::newRow("destroyed") << true;
    }

    // By a slot.
    void endsWhenThePageIsLoadedAgain()
    {
        QFETCH(bool, destroys);
        openPage();
        QCOMPARE(post("a", {QStringLiteral("one")}).state(), QStringLiteral("waiting"));
        connect(m_tab.get(), &LoopbackTab::reloaded, this, [this, destroys] {
            m_tab->end(false);
            if (destroys)
                m_tab.reset();
        });
        QCOMPARE(post("b", {QStringLiteral("two")}).state(), QStringLiteral("over"));
        QCOMPARE(m_messages->size(), 1);
    }

    void noticesThatThePageIsClosed()
    {
        openPage();
        auto poll = std::make_unique<RawClient>(port());
        poll->say(request("GET", "commands?page=a&seen=0", cookie()));
        QVERIFY(QTest::qWaitFor([&] { return poll->bytesToWrite() == 0; }));
        QTest::qWait(100); // for the request to arrive; it has no answer
        poll.reset();
        QCOMPARE(m_tab->presence(), Presence::Open);
        QVERIFY(QTest::qWaitFor([&] { return m_tab->presence() == Presence::Closed; }));
        // It may come back.
        RawClient again(port());
        again.say(request("GET", "commands?page=a&seen=0", cookie()));
        QVERIFY(QTest::qWaitFor([&] { return m_tab->presence() == Presence::Open; }));
    }

    void tellsThatThereIsNoBrowser()
    {
        m_canOpen = false;
        QVERIFY(QTest::qWaitFor([&] { return !m_tab->isBrowserStarted(); }));
        m_canOpen = true;
        m_tab->openAgain();
        QVERIFY(m_tab->isBrowserStarted());
    }

    void anotherBrowserAfterOpenAgain()
    {
        openPage();
        const QByteArray first = m_cookie;
        const Answer taken = openPage(false);
        QCOMPARE(taken.status, 403);
        QVERIFY2(taken.body.contains("Another browser"), taken.body.constData());
        m_tab->openAgain();
        // The first keeps it until another one asks.
        QCOMPARE(post("a", {QStringLiteral("one")}).status, 200);
        QCOMPARE(openPage(false).status, 200);
        QCOMPARE(openPage(false).status, 403);
        QVERIFY(m_cookie != first);
        // The first browser has lost it.
        const QByteArray second = std::exchange(m_cookie, first);
        QCOMPARE(get("commands?page=a&seen=0").status, 404);
        m_cookie = second;
        QCOMPARE(post("b", {QStringLiteral("one")}).status, 200);
    }

    void keepsThePageIfItsBrowserOpensItAgain()
    {
        openPage();
        m_tab->openAgain();
        QCOMPARE(openPage(true).status, 200);
        QCOMPARE(openPage(false).status, 403);
        // A copied address is for another browser, whenever that comes.
        m_tab->allowAnotherBrowser();
        QCOMPARE(openPage(true).status, 200);
        QCOMPARE(openPage(false).status, 200);
    }

    void staysWhileTheSourceIsLookedAt()
    {
        openPage();
        RawClient poll(port());
        poll.say(request("GET", "commands?page=a&seen=0", cookie()));
        QCOMPARE(post("a", {QStringLiteral("one")}).status, 200);
        openPage(true);
        letPass(3500, "longer than a page may be away");
        QCOMPARE(m_tab->presence(), Presence::Open);
    }

    void isLoadedAsOftenAsThePersonLikes()
    {
        openPage();
        for (int i = 0; i < 100; ++i)
            QCOMPARE(post(QString::number(i), {QStringLiteral("one")}).state(), QStringLiteral("waiting"));
        QCOMPARE(m_messages->size(), 100);
    }

    // Each of these is a good request but for one thing.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("withCookie");
        const QByteArray json = "Content-Type: application/json\r\n";
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &path,
                            const QByteArray &fields, bool withCookie = true) {
            QTest::newRow(name) << method << path << fields << withCookie;
        };
        row("no secret", "GET", "/", {});
        row("wrong secret", "GET", "/0123456789abcdef0123456789abcdef/", {});
        row("secret in capitals", "GET", "CAPITALS", {});
        row("secret and more", "GET", "x", {});
        row("secret without a slash", "GET", "SHORT", {});
        row("favicon", "GET", "/favicon.ico", {});
        row("another host name (DNS rebinding)", "GET", "", "HOST evil.example");
        row("localhost", "GET", "", "HOST localhost:PORT");
        row("no port", "GET", "", "HOST 127.0.0.1");
        row("page in a frame", "GET", "", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: iframe\r\n");
        row("page as a script", "GET", "", "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Dest: script\r\n");
        row("page by a link elsewhere", "GET", "",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\n");
        row("page by another port", "GET", "", "Sec-Fetch-Site: same-site\r\nSec-Fetch-Dest: document\r\n");
        row("page by fetch from elsewhere", "GET", "", "Origin: https://evil.example\r\n");
        row("page by POST", "POST", "", json);
        row("preflight", "OPTIONS", "messages",
            "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n");
        row("messages by GET", "GET", "messages", {});
        row("messages without a cookie", "POST", "messages", json, false);
        row("messages from elsewhere", "POST", "messages", json + "Origin: https://evil.example\r\n");
        row("messages from another port", "POST", "messages", json + "Origin: http://127.0.0.1:1\r\n");
        row("messages from nowhere", "POST", "messages", json + "Origin: null\r\n");
        row("messages of another site", "POST", "messages", json + "Sec-Fetch-Site: cross-site\r\n");
        row("messages as a form", "POST", "messages", "Content-Type: application/x-www-form-urlencoded\r\n");
        row("messages as text", "POST", "messages", "Content-Type: text/plain\r\n");
        row("messages without a type", "POST", "messages", {});
        row("commands by POST", "POST", "commands?page=a&seen=0", json);
        row("commands without a cookie", "GET", "commands?page=a&seen=0", {}, false);
        row("commands from elsewhere", "GET", "commands?page=a&seen=0", "Origin: https://evil.example\r\n");
        row("commands of another site", "GET", "commands?page=a&seen=0", "Sec-Fetch-Site: same-site\r\n");
        row("a form that nobody expects", "POST", "token",
            "Content-Type: application/x-www-form-urlencoded\r\n");
        row("another method", "DELETE", "", {});
    }

    void refuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, fields);
        QFETCH(bool, withCookie);
        openPage();
        QByteArray host = "127.0.0.1:" + QByteArray::number(port());
        if (fields.startsWith("HOST ")) {
            host = fields.mid(5).replace("PORT", QByteArray::number(port()));
            fields.clear();
        }
        const QByteArray secret = m_tab->address().path().toLatin1();
        if (path == "CAPITALS")
            path = secret.toUpper();
        else if (path == "SHORT")
            path = secret.chopped(1);
        else if (!path.startsWith('/'))
            path = secret + path;
        const QByteArray body =
            method == "POST" ? QByteArray("{\"page\":\"a\",\"messages\":[\"forged\"]}") : QByteArray();
        RawClient client(port());
        client.say(method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields
                   + (withCookie ? "Cookie: " + m_cookie + "\r\n" : QByteArray())
                   + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const QByteArray all = client.heard();
        QVERIFY2(all.startsWith("HTTP/1.1 404 "), all.constData());
        QVERIFY2(!all.contains("Access-Control"), all.constData());
        QVERIFY(client.isClosed());
        QVERIFY(m_messages->isEmpty());
    }

    void isBounded_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("large") << QByteArray(70 * 1024, ' ');
        QTest::newRow("many") << "{\"page\":\"a\",\"messages\":[" + QByteArray("\"x\",").repeated(99)
                + "\"x\"]}";
    }

    void isBounded()
    {
        QFETCH(QByteArray, body);
        openPage();
        QCOMPARE(post(body).status, 413);
        QVERIFY(m_messages->isEmpty());
    }

    void ignoresWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no text") << QByteArray("\xff\xfe");
        QTest::newRow("no page") << QByteArray("{\"messages\":[\"x\"]}");
        QTest::newRow("long page") << "{\"page\":\"" + QByteArray(33, 'a') + "\",\"messages\":[\"x\"]}";
    }

    void ignoresWhatMakesNoSense()
    {
        QFETCH(QByteArray, body);
        openPage();
        const Answer answer = post(body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.state(), QStringLiteral("replaced"));
        QVERIFY(m_messages->isEmpty());
    }

    // A page on the application's own site brings its token back with a form.
    void takesTheTokenOfASite_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::newRow("good") << QByteArray("https://shop.example");
        QTest::newRow("no referrer") << QByteArray("null");
    }

    void takesTheTokenOfASite()
    {
        QFETCH(QByteArray, origin);
        beginOnSite();
        const QByteArray all = bringToken(origin, "STATE", "application/x-www-form-urlencoded");
        QVERIFY2(all.startsWith("HTTP/1.1 200 "), all.constData());
        QCOMPARE(m_messages->size(), 1);
        QVERIFY2(all.contains("data-state=\"passed\"") && !all.contains("abc"), all.constData());
    }

    // Each of these is a good one but for one thing.
    void refusesTheTokenOfASite_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("type");
        const QByteArray shop = "https://shop.example";
        const QByteArray form = "application/x-www-form-urlencoded";
        QTest::newRow("another site") << QByteArray("https://evil.example") << QByteArray("STATE") << form;
        QTest::newRow("the same site without TLS")
            << QByteArray("http://shop.example") << QByteArray("STATE") << form;
        QTest::newRow("wrong state") << shop << QByteArray(32, 'a') << form;
        QTest::newRow("no state") << shop << QByteArray() << form;
        QTest::newRow("another type") << shop << QByteArray("STATE") << QByteArray("text/plain");
    }

    void refusesTheTokenOfASite()
    {
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, type);
        beginOnSite();
        const QByteArray all = bringToken(origin, state, type);
        QVERIFY2(all.startsWith("HTTP/1.1 404 "), all.constData());
        QVERIFY(m_messages->isEmpty());
    }

private:
    void begin(const SmartCaptchaOptions &options)
    {
        m_cookie.clear();
        m_page = CaptchaPage::make(options, {}, CaptchaPage::Transport::Browser,
                                   {QUrl(QStringLiteral("https://captcha.example"))});
        QString problem;
        QVERIFY2(m_tab->begin(m_page, &problem), qPrintable(problem));
    }

    void beginOnSite()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_example"));
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(QUrl(QStringLiteral("https://shop.example/captcha.html")));
        begin(options);
        QCOMPARE(m_tab->address().host(), QStringLiteral("shop.example"));
        QVERIFY(m_tab->address().query().contains(QLatin1String("sitekey=ysc1_example")));
        QVERIFY(m_tab->address().fragment().contains(QLatin1String("127.0.0.1")));
    }

    // What the form of the site gets for an answer; "STATE" is the right one.
    QByteArray bringToken(const QByteArray &origin, QByteArray state, const QByteArray &type)
    {
        const QUrl address = m_tab->address();
        const QUrlQuery hand(address.fragment());
        const QUrl back(hand.queryItemValue(QStringLiteral("return"), QUrl::FullyDecoded));
        if (state == "STATE")
            state = hand.queryItemValue(QStringLiteral("state")).toLatin1();
        connect(m_tab.get(), &LoopbackTab::messageArrived, m_tab.get(), [this](const QString &json) {
            if (json.contains(QLatin1String("success")))
                m_tab->end(true);
        });
        RawClient client(quint16(back.port()));
        const QByteArray body = "token=abc&state=" + state;
        client.say("POST " + back.path().toLatin1() + " HTTP/1.1\r\nHost: " + back.authority().toLatin1()
                   + "\r\nOrigin: " + origin + "\r\nContent-Type: " + type
                   + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return client.heard();
    }

    [[nodiscard]] quint16 port() const { return quint16(m_tab->address().port()); }
    [[nodiscard]] QByteArray cookie() const { return "Cookie: " + m_cookie + "\r\n"; }

    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &path,
                                     const QByteArray &fields = {}, const QByteArray &body = {}) const
    {
        return method + ' ' + m_tab->address().path().toLatin1() + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n" + fields
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    static Answer answerOf(RawClient &client)
    {
        QByteArray all;
        qsizetype end = -1;
        qsizetype length = 0;
        const bool good = QTest::qWaitFor([&] {
            all += client.readAll();
            end = all.indexOf("\r\n\r\n");
            if (end < 0)
                return false;
            const qsizetype at = all.indexOf("Content-Length: ");
            length = all.mid(at + 16, all.indexOf("\r\n", at) - at - 16).toInt();
            return all.size() >= end + 4 + length;
        });
        Answer answer;
        if (!good)
            return answer;
        answer.status = all.mid(9, 3).toInt();
        answer.head = all.left(end);
        answer.body = all.mid(end + 4);
        return answer;
    }

    // Like a browser: keeps the cookie.
    Answer openPage(bool withCookie = true)
    {
        RawClient client(port());
        client.say(request("GET", "", withCookie && !m_cookie.isEmpty() ? cookie() : QByteArray()));
        const Answer answer = answerOf(client);
        static const QRegularExpression field(QStringLiteral("Set-Cookie: ([^;]+);"));
        const QString found = field.match(QString::fromLatin1(answer.head)).captured(1);
        if (!found.isEmpty())
            m_cookie = found.toLatin1();
        return answer;
    }

    Answer get(const QByteArray &path)
    {
        RawClient client(port());
        client.say(request("GET", path, cookie()));
        return answerOf(client);
    }

    Answer post(const QByteArray &json)
    {
        RawClient client(port());
        client.say(request("POST", "messages", cookie() + "Content-Type: application/json\r\n", json));
        return answerOf(client);
    }
    Answer post(const QString &page, const QStringList &messages)
    {
        const QJsonObject body{{QStringLiteral("page"), page},
                               {QStringLiteral("messages"), QJsonArray::fromStringList(messages)}};
        return post(QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    Answer post(const char *page, const QStringList &messages)
    {
        return post(QString::fromLatin1(page), messages);
    }

    std::unique_ptr<LoopbackTab> m_tab;
    std::unique_ptr<QSignalSpy> m_messages;
    CaptchaPage m_page;
    QByteArray m_cookie;
    QList<QUrl> m_opened;
    bool m_canOpen = true;
};

QTEST_GUILESS_MAIN(tst_LoopbackTab)
#include "tst_loopbacktab.moc"
