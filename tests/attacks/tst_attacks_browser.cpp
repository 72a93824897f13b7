// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "browser/plainbrowser.h"
#include "effects.h"
#include "shared/exampleoptions.h"
#include "shared/rawclient.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

using State = SmartCaptcha::State;

namespace {

/// A form whose captcha opens in the person's browser.
class Form : public QWidget {
public:
    Form()
        : captcha(new SmartCaptchaWidget(standard()))
        , tokens(captcha, &SmartCaptchaWidget::tokenReceived)
        , errors(captcha, &SmartCaptchaWidget::errorOccurred)
    {
        captcha->setEngine(SmartCaptchaWidget::Engine::Browser);
        auto *column = new QVBoxLayout(this);
        column->addWidget(&field);
        column->addWidget(captcha);
    }

    bool open()
    {
        show();
        activateWindow();
        field.setFocus();
        QPushButton *button = nullptr;
        if (!QTest::qWaitForWindowActive(this) || !eventually([&] {
                button = captcha->findChild<QPushButton *>(QStringLiteral("smartCaptchaRetry"));
                return button && button->isVisible();
            }))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return eventually([&] { return !browser.opened.isEmpty(); });
    }

    bool load() { return browser.load() && browser.sayReady() == QLatin1String("waiting"); }

    [[nodiscard]] QUrl address() const { return browser.opened.last(); }
    [[nodiscard]] quint16 port() const { return quint16(address().port()); }
    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &path,
                                     const QByteArray &fields = {}, const QByteArray &body = {}) const
    {
        return method + ' ' + path + " HTTP/1.1\r\nHost: " + address().authority().toLatin1() + "\r\n"
            + fields
            + (body.isEmpty() ? QByteArray() : "Content-Length: " + QByteArray::number(body.size()) + "\r\n")
            + "\r\n" + body;
    }

    QLineEdit field;
    SmartCaptchaWidget *const captcha;
    QSignalSpy tokens;
    QSignalSpy errors;
    PlainBrowser browser;
};

struct Attack {
    QByteArray name;
    std::function<void(Form &)> carryOut;
    /// It comes before the person's browser, while the page is nobody's, so that a good request would
    /// succeed.
    bool isFirst = false;
    /// What the attacker, who has the person's own tab, can bring about at most.
    int tokens = 0;
    std::optional<SmartCaptchaError::Code> error = {};
};

/// The system keeps only a few dozen waiting for the program, which is this one.
void acceptConnections()
{
    QCoreApplication::processEvents();
}

/// Says @p bytes on many connections, which stay open until the end of the attack.
Attack connections(const char *what, int number, const QByteArray &bytes)
{
    return {what, [=](Form &form) {
                std::vector<std::unique_ptr<RawClient>> clients;
                for (int i = 0; i < number; ++i) {
                    clients.push_back(std::make_unique<RawClient>(form.port()));
                    QCOMPARE(clients.back()->state(), RawClient::ConnectedState);
                    acceptConnections();
                    if (!bytes.isEmpty())
                        clients.back()->say(bytes);
                }
                letPass(1000, "the connections have to have an effect");
            }};
}

/// Says @p start, and then @p more again and again, as long as the other side takes it; 64 MB at most.
Attack stream(const char *what, const std::function<QByteArray(const Form &)> &start, const QByteArray &more)
{
    return {what, [=](Form &form) {
                RawClient client(form.port());
                client.say(start(form));
                for (int sent = 0; sent < 64 * 1024 * 1024 && client.state() == RawClient::ConnectedState;
                     sent += int(more.size())) {
                    client.say(more);
                    (void)eventually([&] {
                        return client.bytesToWrite() < 1024 * 1024
                            || client.state() != RawClient::ConnectedState;
                    });
                }
                QVERIFY(client.isClosed());
            }};
}

/// Sends each of these on a connection of its own, and gets nothing for it but an error.
Attack refused(const char *what, bool isFirst, const std::function<QByteArrayList(const Form &)> &requests)
{
    return {what,
            [=](Form &form) {
                const QByteArrayList all = requests(form);
                for (const QByteArray &one : all) {
                    RawClient client(form.port());
                    client.say(one);
                    const QByteArray answer = client.heard();
                    // Some connections are closed without an answer, others stay open after it.
                    QVERIFY2(answer.isEmpty() || answer.contains("HTTP/1.1 4"), answer.constData());
                    QVERIFY2(!answer.contains("HTTP/1.1 2"), answer.constData());
                    QVERIFY2(!answer.contains("Access-Control"), answer.constData());
                }
            },
            isFirst};
}

QByteArray path(const Form &form, const char *below = "")
{
    return form.address().path().toLatin1() + below;
}

QList<Attack> fromElsewhere()
{
    QList<Attack> attacks;
    attacks << connections("a hundred silent connections", 100, {});
    attacks << connections("three hundred connections with half a request", 300, "GET / HT");
    attacks << connections("a hundred handshakes for TLS", 100,
                           QByteArray::fromHex("16030100c8010000c40303") + QByteArray(193, '\0'));
    attacks << connections("a hundred greetings of HTTP/2", 100, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    attacks << stream(
        "a line without end", [](const Form &) { return QByteArray("GET /"); }, QByteArray(64 * 1024, 'x'));
    attacks << stream(
        "header fields without end",
        [](const Form &form) {
            return "GET / HTTP/1.1\r\nHost: " + form.address().authority().toLatin1() + "\r\n";
        },
        QByteArray("X: y\r\n").repeated(10000));
    attacks << stream(
        "a body of 10 GB",
        [](const Form &form) {
            return form.request("POST", path(form, "messages"),
                                "Content-Type: application/json\r\n"
                                "Content-Length: 10000000000\r\n");
        },
        QByteArray(64 * 1024, ' '));
    attacks << stream(
        "chunks without end",
        [](const Form &form) {
            return form.request("POST", path(form, "messages"),
                                "Content-Type: application/json\r\n"
                                "Transfer-Encoding: chunked\r\n");
        },
        "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n");
    attacks << stream(
        "requests without waiting for answers",
        [](const Form &form) { return form.request("GET", "/0123456789abcdef/"); },
        QByteArray("GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").repeated(1000));
    attacks << Attack{
        "a thousand guesses at the address", [](Form &form) {
            for (int i = 0; i < 1000; ++i) {
                RawClient client(form.port());
                client.say(form.request("GET", '/' + QByteArray::number(i).rightJustified(32, '0') + '/'));
                QVERIFY(client.heard().startsWith("HTTP/1.1 404 "));
            }
        }};
    attacks << Attack{"five hundred connections that are reset", [](Form &form) {
                          for (int i = 0; i < 500; ++i) {
                              RawClient client(form.port());
                              QCOMPARE(client.state(), RawClient::ConnectedState);
                              client.say("POST ");
                              client.abort();
                              acceptConnections();
                          }
                      }};
    attacks << refused("whoever knows the address only", false, [](const Form &form) {
        const QByteArray json = "Content-Type: application/json\r\n";
        const QByteArray message = "{\"page\":\"a\",\"messages\":[\"{\\\"type\\\":\\\"success\\\"}\"]}";
        return QByteArrayList{
            form.request("GET", path(form)),
            form.request("POST", path(form, "messages"), json, message),
            form.request("POST", path(form, "messages"), json + "Cookie: smartcaptcha=guess\r\n", message),
            form.request("POST", path(form, "messages"), json + "Origin: https://evil.example\r\n", message),
            form.request("GET", path(form, "commands?page=a&seen=0")),
            form.request("POST", path(form, "token"), "Content-Type: application/x-www-form-urlencoded\r\n",
                         "token=abc"),
            form.request("OPTIONS", path(form, "messages"), "Origin: https://evil.example\r\n"),
        };
    });
    attacks << refused("other names of this computer", true, [](const Form &form) {
        QByteArrayList requests;
        for (const char *host : {"evil.example", "localhost", "[::1]", "127.0.0.2", "127.1", "2130706433",
                                 "127.0.0.1.evil.example", "127.0.0.1:1", ""})
            requests << QByteArray("GET ") + path(form) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        return requests;
    });
    attacks << refused("requests that two servers read differently", true, [](const Form &form) {
        const QByteArray both = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n";
        return QByteArrayList{
            form.request("POST", path(form, "messages"), both, {}) + "0\r\n\r\n",
            form.request("POST", path(form, "messages"), "Content-Length: 4\r\nContent-Length: 5\r\n")
                + "12345",
            form.request("POST", path(form, "messages"), "Content-Length: +4\r\n") + "1234",
            form.request("POST", path(form, "messages"), "Content-Length : 4\r\n") + "1234",
            form.request("GET", path(form), " folded: x\r\n"),
            form.request("GET", path(form, "../../etc/passwd")),
            form.request("GET", path(form, "%2e%2e/")),
            form.request("CONNECT", "evil.example:443"),
            form.request("GET", "http://evil.example/"),
        };
    });
    return attacks;
}

/// The script of the page in the person's own tab is the attacker's.
QList<Attack> fromTheTab()
{
    using Code = SmartCaptchaError::Code;
    const auto repeated = [](const char *what, int times, const QString &type, const QJsonObject &fields,
                             std::optional<Code> error = {}) {
        return Attack{.name = what,
                      .carryOut =
                          [=](Form &form) {
                              for (int i = 0; i < times && form.errors.isEmpty(); ++i) {
                                  const QString state = form.browser.say(type, fields);
                                  QVERIFY2(!state.isEmpty() && state != QLatin1String("no answer"),
                                           qPrintable(state));
                              }
                          },
                      .error = error};
    };
    // Each of these has to arrive, and to have no effect.
    const auto unheard = [](const char *what,
                            const std::function<QJsonArray(const Form &, QJsonObject)> &messages) {
        return Attack{.name = what, .carryOut = [=](Form &form) {
                          const QJsonObject good{{QStringLiteral("nonce"), form.browser.nonce()},
                                                 {QStringLiteral("attempt"), 0},
                                                 {QStringLiteral("type"), QStringLiteral("success")},
                                                 {QStringLiteral("token"), QStringLiteral("forged")}};
                          const QJsonArray all = messages(form, good);
                          QVERIFY(!all.isEmpty());
                          for (const auto message : all)
                              QCOMPARE(form.browser.sayAsIs(message), QStringLiteral("waiting"));
                      }};
    };
    const auto text = [](const QJsonObject &message) {
        return QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
    };
    // @p good with each of these in the place of @p field.
    const auto each = [=](const char *what, const QString &field, const QJsonArray &values) {
        return unheard(what, [=](const Form &, const QJsonObject &good) {
            QJsonArray all;
            for (const auto value : values) {
                QJsonObject message = good;
                message.insert(field, value);
                all << text(message);
            }
            return all;
        });
    };
    QList<Attack> attacks;
    attacks << each("tokens with another nonce", QStringLiteral("nonce"),
                    {QString(), QStringLiteral("x"), 1, QJsonValue(), QString(32, QLatin1Char('0'))});
    attacks << each("tokens of attempts that there are not", QStringLiteral("attempt"), {2147483647, 1, -1});
    attacks << each("types that there are not", QStringLiteral("type"),
                    {QStringLiteral("Success"), QStringLiteral("SUCCESS"), QStringLiteral("success "),
                     QStringLiteral("__proto__"), 1, QJsonValue(), QJsonArray{QStringLiteral("success")}});
    attacks << each("tokens that are no texts", QStringLiteral("token"),
                    {1, QJsonValue(), QJsonObject(), QJsonArray{QStringLiteral("x")}, true});
    attacks << unheard("text that is not JSON", [](const Form &, const QJsonObject &) {
        return QJsonArray{
            QString(),         QStringLiteral("{"),    QStringLiteral("[]"),    QStringLiteral("null"),
            QString(QChar(0)), QString(QChar(0xd800)), QStringLiteral("\"x\""), QStringLiteral("1e999")};
    });
    attacks << unheard("deep JSON", [](const Form &, const QJsonObject &) {
        return QJsonArray{QStringLiteral("{\"a\":").repeated(2000) + QLatin1Char('1')
                              + QStringLiteral("}").repeated(2000),
                          QStringLiteral("[").repeated(16000)};
    });
    attacks << unheard("messages that are no texts", [=](const Form &, const QJsonObject &good) {
        return QJsonArray{good, QJsonArray{text(good)}, 1, true, QJsonValue()};
    });
    attacks << unheard("sizes that there are not", [=](const Form &form, const QJsonObject &) {
        QJsonArray all;
        for (const QJsonValue &size : {QJsonValue(-1), QJsonValue(1e9), QJsonValue(1e308),
                                       QJsonValue(QStringLiteral("100")), QJsonValue(), QJsonValue(4001)})
            all << text({{QStringLiteral("nonce"), form.browser.nonce()},
                         {QStringLiteral("attempt"), 0},
                         {QStringLiteral("type"), QStringLiteral("size")},
                         {QStringLiteral("width"), size},
                         {QStringLiteral("height"), size}});
        return all;
    });
    attacks << repeated("ready again and again", 300, QStringLiteral("ready"),
                        {{QStringLiteral("controllable"), true}});
    attacks << Attack{.name = "tokens again and again",
                      .carryOut =
                          [](Form &form) {
                              for (int i = 0; i < 20; ++i)
                                  (void)form.browser.sayToken(QStringLiteral("short-secret%1").arg(i));
                          },
                      .tokens = 1};
    attacks << repeated("a token without an end", 3, QStringLiteral("success"),
                        {{QStringLiteral("token"), QString(20000, QLatin1Char('x'))}});
    attacks << repeated("challenges again and again", 300, QStringLiteral("challengeVisible"), {},
                        Code::ProtocolError);
    attacks << repeated("sizes again and again", 300, QStringLiteral("size"),
                        {{QStringLiteral("width"), 1000000}, {QStringLiteral("height"), 1000000}});
    attacks << repeated("messages that nobody knows", 300, QStringLiteral("evil"), {});
    attacks << repeated("errors again and again", 300, QStringLiteral("javascriptError"),
                        {{QStringLiteral("message"), QStringLiteral("short-secret\n\u202e")}},
                        Code::JavascriptError);
    attacks << repeated("expiries again and again", 300, QStringLiteral("tokenExpired"), {},
                        Code::ProtocolError);
    attacks << Attack{"the page again and again", [](Form &form) {
                          for (int i = 0; i < 50; ++i)
                              QVERIFY(form.browser.load());
                          QCOMPARE(form.browser.sayReady(), QStringLiteral("waiting"));
                      }};
    return attacks;
}

} // namespace

Q_DECLARE_METATYPE(Attack)

/// The engine for the person's browser, attacked through its port and by its page. What an attack does is
/// seen from outside; after an attack from elsewhere the person passes as if nothing had been.
class tst_attacks_browser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listens_data() { addRows(fromElsewhere()); }
    void listens() { carryOut(); }
    void trustsItsPage_data() { addRows(fromTheTab()); }
    void trustsItsPage() { carryOut(); }

private:
    static void addRows(const QList<Attack> &attacks)
    {
        QTest::addColumn<Attack>("attack");
        for (const Attack &attack : attacks)
            QTest::addRow("browser: %s", attack.name.constData()) << attack;
    }

    static void carryOut()
    {
        QFETCH(Attack, attack);
        Form form;
        QVERIFY(form.open());
        QVERIFY(attack.isFirst || form.load());
        Effects effects({"short-secret"});
        attack.carryOut(form);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!attack.isFirst || form.load());
        QTest::keyClicks(&form.field, QStringLiteral("abc"));
        letPass(200, "an effect that must not come");
        const QStringList seen = effects.seen();
        QVERIFY2(seen.isEmpty(), qPrintable(seen.join(QLatin1String("; "))));
        QCOMPARE(form.tokens.size(), attack.tokens);
        QCOMPARE(form.errors.size(), attack.error ? 1 : 0);
        if (attack.error)
            QCOMPARE(form.errors.first().first().value<SmartCaptchaError>().code(), *attack.error);
        QCOMPARE(form.field.text(), QStringLiteral("abc"));
        if (attack.tokens > 0 || attack.error)
            return;
        QCOMPARE(form.browser.sayToken(QStringLiteral("short-secret")), QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
    }
};

QTEST_MAIN(tst_attacks_browser)
#include "tst_attacks_browser.moc"
