// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "core/clock/clock.h"

#include <SmartCaptcha/SmartCaptchaToken>

#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;

class tst_token : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nullTokenIsExpired()
    {
        const SmartCaptchaToken token;
        QVERIFY(token.isNull());
        QVERIFY(token.isExpired());
        QCOMPARE(token.remaining(), 0);
        QVERIFY(!token.receivedAt().isValid());
        QVERIFY(SmartCaptchaToken(QString()).isNull());
    }

    void livesFiveMinutes()
    {
        const SmartCaptchaToken token(QStringLiteral("dD0x"));
        QVERIFY(!token.isNull());
        QVERIFY(token.remaining() > SmartCaptchaToken::Lifetime - 5000);
        Clock::advance(SmartCaptchaToken::Lifetime - 60000);
        QVERIFY(!token.isExpired());
        QVERIFY(token.remaining() <= 60000);
        Clock::advance(60000);
        QVERIFY(token.isExpired());
        QCOMPARE(token.remaining(), 0);
    }

    void equalByValue()
    {
        const SmartCaptchaToken first(QStringLiteral("same"));
        Clock::advance(1000);
        QCOMPARE(SmartCaptchaToken(QStringLiteral("same")), first);
        QVERIFY(SmartCaptchaToken(QStringLiteral("other")) != first);
    }

    void printsWithoutItsValue()
    {
        QString text;
        QDebug(&text) << SmartCaptchaToken(QStringLiteral("secret-token"));
        QVERIFY2(!text.contains(QLatin1String("secret")), qPrintable(text));
        QVERIFY(text.contains(QLatin1String("12 characters")));
    }
};

QTEST_GUILESS_MAIN(tst_token)
#include "tst_token.moc"
