// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "core/verify/judgement.h"
#include "core/verify/resultdata.h"

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qmetaobject.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// Every row of the answer table with both policies, and the policies' own rules.
class tst_result : public QObject {
    Q_OBJECT

private:
    static QList<Error> allErrors()
    {
        QList<Error> errors;
        const QMetaEnum meta = QMetaEnum::fromType<Error>();
        for (int i = 0; i < meta.keyCount(); ++i)
            errors.append(Error(meta.value(i)));
        return errors;
    }

    static SmartCaptchaResult resultWith(Verdict verdict, Error error)
    {
        ResultBuilder builder;
        builder->verdict = verdict;
        builder->error = error;
        return builder.result();
    }

private Q_SLOTS:
    void answer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("underAdvice");
        QTest::addColumn<bool>("underStrict");

        const auto row = [](const char *name, const char *body, const QStringList &allowed, Verdict verdict,
                            Error error, bool advice, bool strict) {
            QTest::newRow(name) << QByteArray(body) << allowed << verdict << error << advice << strict;
        };
        const QStringList any;
        const QStringList shop{QStringLiteral("other.example"), QStringLiteral("Example.com")};

        row("human", R"({"status":"ok","message":"","host":"example.com"})", any, Verdict::Human,
            Error::NoError, true, true);
        row("human, port", R"({"status":"ok","message":"","host":"example.com:8080"})", any, Verdict::Human,
            Error::NoError, true, true);
        row("human, no host", R"({"status":"ok","message":""})", any, Verdict::Human, Error::NoError, true,
            true);
        row("human, host null", R"({"status":"ok","host":null})", any, Verdict::Human, Error::NoError, true,
            true);
        row("human, bare", R"({"status":"ok"})", any, Verdict::Human, Error::NoError, true, true);
        row("human, more fields",
            R"({"x":[{"status":"failed"}],"status":"ok","metadata":{"host":""},"host":"a.b"})", any,
            Verdict::Human, Error::NoError, true, true);
        row("human, message of another type", R"({"status":"ok","message":5,"host":"a.b"})", any,
            Verdict::Human, Error::NoError, true, true);
        row("human, message says failed", R"({"status":"ok","message":"failed","host":"a.b"})", any,
            Verdict::Human, Error::NoError, true, true);
        row("human, white space", " \r\n{ \"status\" : \"ok\" }\n", any, Verdict::Human, Error::NoError, true,
            true);

        row("host empty", R"({"status":"ok","message":"","host":""})", any, Verdict::Human, Error::HostEmpty,
            true, false);
        row("host empty, list", R"({"status":"ok","message":"","host":""})", shop, Verdict::Human,
            Error::HostEmpty, true, false);

        row("host allowed", R"({"status":"ok","host":"example.com"})", shop, Verdict::Human, Error::NoError,
            true, true);
        row("host allowed, port", R"({"status":"ok","host":"EXAMPLE.COM:8080"})", shop, Verdict::Human,
            Error::NoError, true, true);
        row("host not allowed", R"({"status":"ok","host":"evil.example"})", shop, Verdict::Human,
            Error::HostNotAllowed, false, false);
        row("subdomain not allowed", R"({"status":"ok","host":"a.example.com"})", shop, Verdict::Human,
            Error::HostNotAllowed, false, false);
        row("longer name not allowed", R"({"status":"ok","host":"example.com.evil"})", shop, Verdict::Human,
            Error::HostNotAllowed, false, false);
        row("user name trick", R"({"status":"ok","host":"example.com@evil.example"})", shop, Verdict::Human,
            Error::HostNotAllowed, false, false);
        row("user name trick 2", R"({"status":"ok","host":"evil.example@example.com"})", shop, Verdict::Human,
            Error::HostNotAllowed, false, false);
        row("no host, list", R"({"status":"ok"})", shop, Verdict::Human, Error::HostNotAllowed, false, false);

        row("robot", R"({"status":"failed","message":""})", any, Verdict::Robot, Error::NoError, false,
            false);
        row("robot, bare", R"({"status":"failed"})", any, Verdict::Robot, Error::NoError, false, false);
        row("robot, host", R"({"status":"failed","message":"","host":"example.com"})", shop, Verdict::Robot,
            Error::NoError, false, false);
        row("robot, odd fields", R"({"status":"failed","message":{},"host":[]})", any, Verdict::Robot,
            Error::NoError, false, false);
        row("expired", R"({"status":"failed","message":"Invalid or expired Token."})", any, Verdict::Robot,
            Error::NoError, false, false);
        row("expired, old words", R"({"status":"failed","message":"Token invalid or expired."})", any,
            Verdict::Robot, Error::NoError, false, false);
        row("no secret", R"({"status":"failed","message":"Authentication failed. Secret has not provided."})",
            any, Verdict::Robot, Error::NoError, false, false);
        row("message says ok", R"({"status":"failed","message":"ok"})", any, Verdict::Robot, Error::NoError,
            false, false);

        for (const char *bad : {"",
                                " ",
                                "ok",
                                "\"ok\"",
                                "null",
                                "true",
                                "[]",
                                R"(["status","ok"])",
                                "{}",
                                "{",
                                R"({"status":"ok")",
                                R"({"status":"ok"}x)",
                                R"({"status":"ok"}{})",
                                R"({"status":"OK"})",
                                R"({"status":"ok "})",
                                R"({"status":true})",
                                R"({"status":null})",
                                R"({"status":["ok"]})",
                                R"({"Status":"ok"})",
                                R"({"status":"error"})",
                                R"({"status":""})",
                                R"({'status':'ok'})",
                                R"({"status":"ok","host":5})",
                                R"({"status":"ok","host":["a"]})",
                                R"({"status":"ok","host":{}})",
                                R"({"status":"ok","host":false})",
                                "<html>{\"status\":\"ok\"}</html>",
                                "status=ok"}) {
            QTest::addRow("bad: %s", bad)
                << QByteArray(bad) << any << Verdict::Undetermined << Error::BadReply << true << false;
        }
        QTest::newRow("bad: not UTF-8") << QByteArray("{\"status\":\"\xff\"}") << any << Verdict::Undetermined
                                        << Error::BadReply << true << false;
        QTest::newRow("bad: deep") << QByteArray(5000, '[') << any << Verdict::Undetermined << Error::BadReply
                                   << true << false;
        QTest::newRow("bad: huge") << QByteArray(R"({"status":"ok"})") + QByteArray(64 * 1024, ' ') << any
                                   << Verdict::Undetermined << Error::BadReply << true << false;
    }

    void answer()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, allowed);
        QFETCH(Verdict, verdict);
        QFETCH(Error, error);
        QFETCH(bool, underAdvice);
        QFETCH(bool, underStrict);
        Outcome outcome;
        outcome.httpStatus = 200;
        outcome.body = body;
        outcome.elapsed = 7;
        for (const bool strict : {false, true}) {
            SmartCaptchaPolicy policy =
                strict ? SmartCaptchaPolicy::strict() : SmartCaptchaPolicy::serviceAdvice();
            policy.setAllowedHosts(allowed);
            const SmartCaptchaResult result = judged(outcome, policy);
            QCOMPARE(result.verdict(), verdict);
            QCOMPARE(result.error(), error);
            QCOMPARE(result.isAccepted(), strict ? underStrict : underAdvice);
            QCOMPARE(result.httpStatus(), 200);
            QCOMPARE(result.elapsed(), 7);
        }
    }

    void noAnswer_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("underAdvice");
        QTest::newRow("timeout") << Error::Timeout << true;
        QTest::newRow("network") << Error::Network << true;
        QTest::newRow("tls") << Error::Tls << true;
        QTest::newRow("status") << Error::HttpStatus << true;
        QTest::newRow("bad reply") << Error::BadReply << true;
        QTest::newRow("canceled") << Error::Canceled << false;
        QTest::newRow("no key") << Error::MissingServerKey << false;
        QTest::newRow("invalid") << Error::InvalidRequest << false;
        QTest::newRow("expired") << Error::TokenExpired << false;
        QTest::newRow("reused") << Error::TokenReused << false;
    }

    void noAnswer()
    {
        QFETCH(Error, error);
        QFETCH(bool, underAdvice);
        Outcome outcome;
        outcome.error = error;
        // Not evaluated, because the error came first.
        outcome.body = R"({"status":"ok"})";
        const SmartCaptchaResult advised = judged(outcome, SmartCaptchaPolicy::serviceAdvice());
        QCOMPARE(advised.verdict(), Verdict::Undetermined);
        QCOMPARE(advised.error(), error);
        QCOMPARE(advised.isAccepted(), underAdvice);
        QVERIFY(!judged(outcome, SmartCaptchaPolicy::strict()).isAccepted());
    }

    void hostIsKept()
    {
        Outcome outcome;
        outcome.body = R"({"status":"ok","message":"m","host":"Example.COM:8080"})";
        SmartCaptchaResult result = judged(outcome, {});
        QCOMPARE(result.host(), QStringLiteral("Example.COM:8080"));
        QCOMPARE(result.message(), QStringLiteral("m"));
        outcome.body = R"({"status":"ok","host":""})";
        result = judged(outcome, {});
        QVERIFY(result.host().isEmpty());
        QVERIFY(!result.host().isNull());
        outcome.body = R"({"status":"ok"})";
        QVERIFY(judged(outcome, {}).host().isNull());
    }

    void defaultResultIsNotAccepted()
    {
        const SmartCaptchaResult result;
        QCOMPARE(result.verdict(), Verdict::Undetermined);
        QCOMPARE(result.error(), Error::InvalidRequest);
        QVERIFY(!result.isAccepted());
    }

    void setAccepted()
    {
        QCOMPARE(SmartCaptchaPolicy(), SmartCaptchaPolicy::serviceAdvice());
        QVERIFY(SmartCaptchaPolicy() != SmartCaptchaPolicy::strict());
        const QList<Error> open{Error::Timeout,  Error::Network,   Error::Tls,           Error::HttpStatus,
                                Error::BadReply, Error::HostEmpty, Error::HostNotAllowed};
        for (const Error error : allErrors()) {
            for (SmartCaptchaPolicy policy :
                 {SmartCaptchaPolicy::serviceAdvice(), SmartCaptchaPolicy::strict()}) {
                const SmartCaptchaPolicy before = policy;
                for (const bool accepted : {true, false}) {
                    QCOMPARE(policy.setAccepted(error, accepted), open.contains(error));
                    QCOMPARE(policy.isAccepted(error), accepted && open.contains(error));
                    const Verdict verdict = error == Error::HostEmpty || error == Error::HostNotAllowed
                        ? Verdict::Human
                        : Verdict::Undetermined;
                    QCOMPARE(policy.accepts(resultWith(verdict, error)), accepted && open.contains(error));
                }
                if (!open.contains(error))
                    QCOMPARE(policy, before);
                // The service's own answer stands.
                QVERIFY(!policy.accepts(resultWith(Verdict::Robot, Error::NoError)));
                QVERIFY(policy.accepts(resultWith(Verdict::Human, Error::NoError)));
                QVERIFY(!policy.accepts(resultWith(Verdict::Robot, error)));
            }
        }
    }

    void allowedHosts_data()
    {
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << "example.com"
                              << "example.com" << true;
        QTest::newRow("case") << "Example.COM"
                              << "eXample.com" << true;
        QTest::newRow("port in the answer") << "example.com"
                                            << "example.com:8080" << true;
        QTest::newRow("port in the list") << "example.com:8080"
                                          << "example.com" << true;
        QTest::newRow("same ports") << "example.com:8080"
                                    << "example.com:8080" << true;
        QTest::newRow("other ports") << "example.com:8080"
                                     << "example.com:9090" << false;
        QTest::newRow("address") << "https://example.com/path?x"
                                 << "example.com:8080" << true;
        QTest::newRow("final dot") << "example.com."
                                   << "example.com" << true;
        QTest::newRow("white space") << " example.com\n"
                                     << "example.com" << true;
        QTest::newRow("international") << QStringLiteral("\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444")
                                       << "xn--e1afmkfd.xn--p1ai" << true;
        QTest::newRow("IPv4") << "127.0.0.1"
                              << "127.0.0.1:8080" << true;
        QTest::newRow("IPv6") << "[::1]"
                              << "[::1]:8080" << true;
        QTest::newRow("other") << "example.com"
                               << "example.org" << false;
        QTest::newRow("part") << "example.com"
                              << "ample.com" << false;
        QTest::newRow("subdomain") << "example.com"
                                   << "www.example.com" << false;
        QTest::newRow("empty answer") << "example.com"
                                      << "" << false;
        QTest::newRow("empty entry") << ""
                                     << "example.com" << false;
        QTest::newRow("both empty") << ""
                                    << "" << false;
        QTest::newRow("nonsense") << "exa mple"
                                  << "exa mple" << false;
        QTest::newRow("wildcard is no wildcard") << "*.example.com"
                                                 << "www.example.com" << false;
    }

    void allowedHosts()
    {
        QFETCH(QString, allowed);
        QFETCH(QString, host);
        QFETCH(bool, same);
        SmartCaptchaPolicy policy;
        QVERIFY(policy.isHostAllowed(host));
        policy.setAllowedHosts({QStringLiteral("first.example"), allowed});
        QCOMPARE(policy.isHostAllowed(host), same);
        QVERIFY(policy.isHostAllowed(QStringLiteral("first.example")));
        // Also for a result that another policy has judged.
        Outcome outcome;
        outcome.httpStatus = 200;
        outcome.body = QJsonDocument(QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                                                 {QStringLiteral("host"), host}})
                           .toJson();
        const SmartCaptchaResult result = judged(outcome, SmartCaptchaPolicy::serviceAdvice());
        QVERIFY(result.isAccepted());
        if (result.error() == Error::NoError) {
            QCOMPARE(policy.accepts(result), same);
            policy.setAccepted(Error::HostNotAllowed, true);
            QVERIFY(policy.accepts(result));
        }
    }

    void everyEndHasWordsForPeople()
    {
        QSet<QString> texts;
        for (const Error error : allErrors()) {
            const QString text =
                resultWith(error == Error::NoError ? Verdict::Robot : Verdict::Undetermined, error)
                    .userMessage();
            QVERIFY(!text.isEmpty());
            texts.insert(text);
        }
        QVERIFY(texts.size() >= 9);
        ResultBuilder builder;
        builder->accepted = true;
        QVERIFY(!texts.contains(builder.result().userMessage()));
    }

    void printsNoSecret()
    {
        ResultBuilder builder;
        builder->message = QStringLiteral("no ysc2_0123456789abcdefg here");
        QString text;
        QDebug(&text) << builder.result();
        QVERIFY2(!text.contains(QLatin1String("0123456789")), qPrintable(text));
        QVERIFY(text.contains(QLatin1String("not accepted")));
    }
};

QTEST_GUILESS_MAIN(tst_result)
#include "tst_result.moc"
