// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaReply>
#include <SmartCaptcha/SmartCaptchaToken>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkcookie.h>
#include <QtNetwork/qnetworkcookiejar.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// What arrives at the service, byte by byte.
class tst_verifier_wire : public QObject {
    Q_OBJECT

private:
    static const SmartCaptchaServerKey key;

    static SmartCaptchaResult resultOf(SmartCaptchaReply *reply)
    {
        QSignalSpy spy(reply, &SmartCaptchaReply::finished);
        if (!spy.wait(30000))
            return {};
        return spy.at(0).at(0).value<SmartCaptchaResult>();
    }

private Q_SLOTS:
    void postsAForm_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("ip");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << "ysc2_key"
                               << "token"
                               << "192.0.2.1" << QByteArray("secret=ysc2_key&token=token&ip=192.0.2.1");
        QTest::newRow("no ip") << "ysc2_key"
                               << "token"
                               << "" << QByteArray("secret=ysc2_key&token=token");
        QTest::newRow("base64") << "ysc2_+/=&"
                                << "dD0x+/=&secret=x%2B"
                                << "2001:db8::1"
                                << QByteArray("secret=ysc2_%2B%2F%3D%26&token=dD0x%2B%2F%3D%26secret%3Dx%252B"
                                              "&ip=2001%3Adb8%3A%3A1");
        QTest::newRow("unicode")
            << QStringLiteral("ysc2_\u043a\u043b\u044e\u0447") << QStringLiteral("\u20ac \U0001f600\n") << ""
            << QByteArray("secret=ysc2_%D0%BA%D0%BB%D1%8E%D1%87&token=%E2%82%AC%20%F0%9F%98%80%0A");
    }

    void postsAForm()
    {
        QFETCH(QString, secret);
        QFETCH(QString, token);
        QFETCH(QString, ip);
        QFETCH(QByteArray, body);
        ScriptedServer server;
        server.start();
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(SmartCaptchaServerKey(secret));
        verifier.setService(SmartCaptchaService(server.url()));
        const SmartCaptchaResult result = resultOf(verifier.verify(token, ip));
        QCOMPARE(result.verdict(), Verdict::Human);
        QCOMPARE(result.host(), QStringLiteral("example.com"));

        QCOMPARE(server.requests().size(), 1);
        const ScriptedServer::Request &request = server.requests().first();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.target, QByteArray("/validate"));
        QCOMPARE(request.version, QByteArray("HTTP/1.1"));
        QCOMPARE(request.body, body);
        QCOMPARE(request.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(request.header("Content-Length"), QByteArray::number(body.size()));
        QCOMPARE(request.form().value(QStringLiteral("token")), token);
        QCOMPARE(request.form().value(QStringLiteral("secret")), secret);
    }
};

const SmartCaptchaServerKey tst_verifier_wire::key(QStringLiteral("ysc2_0123456789abcdefghij"));

QTEST_GUILESS_MAIN(tst_verifier_wire)
#include "tst_verifier_wire.moc"
