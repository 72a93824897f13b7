// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcha/page/pagemessage.h"
#include "foundation/redaction.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;
using Type = PageMessage::Type;

namespace {

const QString nonce = QStringLiteral("0123456789abcdef");

// JSON with apostrophes instead of quotation marks, for readability.
QString json(const char *text)
{
    return QString::fromUtf8(text).replace(QLatin1Char('\''), QLatin1Char('"'));
}

QString with(const char *rest)
{
    return QStringLiteral("{\"nonce\":\"0123456789abcdef\",\"attempt\":2,") + json(rest) + QLatin1Char('}');
}

} // namespace

class tst_pagemessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<Type>("type");
        QTest::newRow("scriptLoaded") << with("'type':'scriptLoaded','address':1") << Type::ScriptLoaded;
        QTest::newRow("scriptFailed") << with("'type':'scriptFailed','message':'m'") << Type::ScriptFailed;
        QTest::newRow("ready") << with("'type':'ready','controllable':true") << Type::Ready;
        QTest::newRow("challengeVisible") << with("'type':'challengeVisible'") << Type::ChallengeVisible;
        QTest::newRow("challengeHidden") << with("'type':'challengeHidden'") << Type::ChallengeHidden;
        QTest::newRow("success") << with("'type':'success','token':'t'") << Type::Success;
        QTest::newRow("tokenExpired") << with("'type':'tokenExpired'") << Type::TokenExpired;
        QTest::newRow("networkError") << with("'type':'networkError'") << Type::NetworkError;
        QTest::newRow("javascriptError")
            << with("'type':'javascriptError','message':'m'") << Type::JavascriptError;
        QTest::newRow("size") << with("'type':'size','width':300,'height':100") << Type::Size;
        QTest::newRow("more fields") << with("'type':'ready','new':{'a':[1]}") << Type::Ready;
    }
    void understands()
    {
        QFETCH(QString, json);
        QFETCH(Type, type);
        const auto message = PageMessage::parse(json, nonce);
        QVERIFY(message);
        QCOMPARE(message->type, type);
        QCOMPARE(message->attempt, 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("empty") << QString();
        QTest::newRow("no JSON") << QStringLiteral("hello");
        QTest::newRow("array") << QStringLiteral("[]");
        QTest::newRow("no nonce") << json("{'type':'ready'}");
        QTest::newRow("other nonce") << json("{'type':'ready','nonce':'fedcba'}");
        QTest::newRow("nonce of another type") << json("{'type':'ready','nonce':0}");
        QTest::newRow("unknown type") << with("'type':'solve'");
        QTest::newRow("type of another type") << with("'type':['success']");
        QTest::newRow("token no string") << with("'type':'success','token':5");
        QTest::newRow("no token") << with("'type':'success'");
        QTest::newRow("too long") << with("'type':'ready','x':'").chopped(1)
                + QString(PageMessage::MaximumLength, QLatin1Char('x')) + QLatin1String("\"}");
        QTest::newRow("deep") << QString(5000, QLatin1Char('[')) + QString(5000, QLatin1Char(']'));
    }
    void refuses()
    {
        QFETCH(QString, json);
        QString problem;
        QVERIFY(!PageMessage::parse(json, nonce, &problem));
        QVERIFY(!problem.isEmpty());
    }

    void nothingIsAcceptedWithoutAPage()
    {
        QVERIFY(!PageMessage::parse(json("{'type':'ready','nonce':''}"), QString()));
        QVERIFY(!PageMessage::parse(json("{'type':'ready'}"), QString()));
    }

    void sizesAreBounded()
    {
        const auto huge = PageMessage::parse(with("'type':'size','width':1e9,'height':-5"), nonce);
        QVERIFY(huge);
        QVERIFY(huge->size.width() <= 4000);
        QCOMPARE(huge->size.height(), 0);
    }

    void descriptionsAreFitForALog()
    {
        const auto message = PageMessage::parse(
            with("'type':'javascriptError','message':'x\\ny "
                 "ysc2_secretsecret','filename':'https://a.example/s.js?token=abc','line':3,'column':4"),
            nonce);
        QVERIFY(message);
        QVERIFY(!message->description.contains(QLatin1String("secretsecret")));
        QVERIFY(!message->description.contains(QLatin1String("abc")));
        QVERIFY(!message->description.contains(QLatin1Char('\n')));
        QVERIFY(message->description.contains(QLatin1String("https://a.example/s.js")));
    }

    void redaction_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "A plain text: 1 + 1 = 2"
                               << "A plain text: 1 + 1 = 2";
        QTest::newRow("server key") << "key ysc2_Ab-9 end" << QStringLiteral("key ysc2_\u2026 end");
        QTest::newRow("token") << QString(QLatin1String("t ") + QString(60, QLatin1Char('A'))
                                          + QLatin1String("== e"))
                               << QStringLiteral("t \u2026 e");
        QTest::newRow("query") << "at https://a.example/x?token=1#f now"
                               << QStringLiteral("at https://a.example/x?\u2026 now");
        // Halves of surrogate pairs: sent by a page, or left by the cut of a long text.
        QTest::newRow("half of a pair")
            << QString(QStringLiteral("a") + QChar(0xd800) + QLatin1String("b ysc2_Ab-9\nend"))
            << QStringLiteral("a b ysc2_\u2026 end");
        QTest::newRow("other half") << QString(QStringLiteral("ysc2_Ab-9 ") + QChar(0xdc00))
                                    << QStringLiteral("ysc2_\u2026  ");
        QTest::newRow("whole pair") << QStringLiteral("\U0001F600 ysc2_Ab-9")
                                    << QStringLiteral("\U0001F600 ysc2_\u2026");
        const QString wide = QStringLiteral("\U0001F600").repeated(2000);
        QTest::newRow("pair that is cut before")
            << QString(QStringLiteral("ysc2_Ab-9 x") + wide)
            << QString(QStringLiteral("ysc2_\u2026 x") + wide.left(292) + QStringLiteral("\u2026"));
        QTest::newRow("pair that is cut afterwards")
            << QString(QStringLiteral("ysc2_Ab-9 xy") + wide)
            << QString(QStringLiteral("ysc2_\u2026 xy") + wide.left(290) + QStringLiteral(" \u2026"));
        // What a terminal or a viewer of logs would obey.
        for (const char16_t character : {u'\u0007', u'\u001b', u'\u0085', u'\u009b', u'\u200e', u'\u2028',
                                         u'\u202e', u'\u2066', u'\ufeff'}) {
            QTest::addRow("U+%04X", uint(character))
                << QLatin1String("a") + QChar(character) + QLatin1String("b") << QStringLiteral("a b");
        }
    }
    void redaction()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redacted(text), expected);
    }

    void redactsTokensThatItKnows()
    {
        QCOMPARE(redacted(QStringLiteral("the token tk-17 here")), QStringLiteral("the token tk-17 here"));
        rememberToken(QStringLiteral("tk-17"));
        QCOMPARE(redacted(QStringLiteral("the token tk-17 here")), QStringLiteral("the token \u2026 here"));
        rememberToken({});
        QCOMPARE(redacted(QStringLiteral("a banana")), QStringLiteral("a banana"));
    }

    // A short one could be part of any word.
    void redactsShortTokens_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one letter") << QStringLiteral("q") << QStringLiteral("token=q, quay, q")
                                    << QStringLiteral("token=\u2026, quay, \u2026");
        QTest::newRow("a digit") << QStringLiteral("7") << QStringLiteral("7 of 17 (7)")
                                 << QStringLiteral("\u2026 of 17 (\u2026)");
        QTest::newRow("three") << QStringLiteral("zq7") << QStringLiteral("zq7zq7 'zq7' zq77 azq7")
                               << QStringLiteral("zq7zq7 '\u2026' zq77 azq7");
        QTest::newRow("four") << QStringLiteral("zq78") << QStringLiteral("azq78zq789")
                              << QStringLiteral("a\u20269");
        QTest::newRow("no letters") << QStringLiteral("\u00a7$") << QStringLiteral("a \u00a7$ b\u00a7$")
                                    << QStringLiteral("a \u2026 b\u00a7$");
    }
    void redactsShortTokens()
    {
        QFETCH(QString, token);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        rememberToken(token);
        QCOMPARE(redacted(text), expected);
        forgetTokens();
        QCOMPARE(redacted(text), text);
    }

    // A page makes up tokens. They keep nothing else from being found, and nothing keeps them from it.
    void tokensHideNothingElse_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString opaque(40, QLatin1Char('A'));
        const QString half(QChar(0xd83d));
        const auto row = [](const char *name, const QString &token, const QString &text,
                            const QString &expected) { QTest::newRow(name) << token << text << expected; };
        row("slash", QStringLiteral("/"), QStringLiteral("https://h/?secret"),
            QStringLiteral("https:\u2026/h/?\u2026"));
        row("beginning of an address", QStringLiteral("://host"), QStringLiteral("https://host/?secret"),
            QStringLiteral("https\u2026/?\u2026"));
        row("beginning of a key", QStringLiteral("ysc2"), QStringLiteral("key ysc2_Ab-9 end"),
            QStringLiteral("key \u2026_\u2026 end"));
        row("beginning of what is opaque", QStringLiteral("dD0y"), QStringLiteral("t dD0y") + opaque.mid(2),
            QStringLiteral("t \u2026"));
        row("half of a pair", half, QStringLiteral("\U0001F600\n!"), QStringLiteral("\u2026  !"));
        row("in a query", QStringLiteral("abc def"), QStringLiteral("https://h/?t=abc def end"),
            QStringLiteral("https://h/?\u2026 end"));
        row("in a path", QStringLiteral("tk-18"), QStringLiteral("https://h/tk-18/x?y"),
            QStringLiteral("https://h/\u2026/x?\u2026"));
        row("like a key", QStringLiteral("ysc2_Ab.cd"), QStringLiteral("a ysc2_Ab.cd b"),
            QStringLiteral("a \u2026 b"));
        row("in parts", opaque + QStringLiteral(".cd"), QStringLiteral("a %1.cd b").arg(opaque),
            QStringLiteral("a \u2026 b"));
        row("with half of a pair", QStringLiteral("tk%1 9").arg(half), QStringLiteral("a tk%1 9 b").arg(half),
            QStringLiteral("a \u2026 b"));
        row("with a control character", QStringLiteral("tk\n20"), QStringLiteral("a tk\n20 b"),
            QStringLiteral("a \u2026 b"));
    }
    void tokensHideNothingElse()
    {
        QFETCH(QString, token);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        rememberToken(token);
        const QString result = redacted(text);
        forgetTokens();
        QCOMPARE(result, expected);
    }

    void madeUpTokensHaveNoneForgotten()
    {
        rememberToken(QStringLiteral("taken-17"));
        for (int i = 0; i < 100; ++i)
            rememberToken(QStringLiteral("made-up-%1").arg(i), TokenUse::Ignored);
        QCOMPARE(redacted(QStringLiteral("taken-17 made-up-99")), QStringLiteral("\u2026 \u2026"));
    }

    void redactionCutsLongTexts()
    {
        QVERIFY(redacted(QString(100000, QLatin1Char(' ')) + QLatin1String("x")).size() <= 301);
    }

    // Any input must give a result, never a crash.
    void randomInput()
    {
        QRandomGenerator random(20261121);
        const QString good = with("'type':'success','token':'abc','width':5");
        for (int i = 0; i < 20000; ++i) {
            QString text = good;
            const int changes = 1 + int(random.bounded(6));
            for (int j = 0; j < changes; ++j) {
                const int at = int(random.bounded(quint32(text.size())));
                if (random.bounded(3) == 0)
                    text.remove(at, 1 + int(random.bounded(4)));
                else
                    text.insert(at, QChar(ushort(random.bounded(0xffff))));
                if (text.isEmpty())
                    break;
            }
            const auto message = PageMessage::parse(text, nonce);
            if (message)
                QVERIFY(message->token.size() <= text.size());
        }
    }

private:
    // For the rows that follow.
    static void forgetTokens()
    {
        for (int i = 0; i < 16; ++i)
            rememberToken(QStringLiteral("another token %1").arg(i));
    }
};

QTEST_GUILESS_MAIN(tst_pagemessage)
#include "tst_pagemessage.moc"
