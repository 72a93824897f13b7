// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/ownmemory.h"

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qvariant.h>
#include <QtTest/qtest.h>

#include <type_traits>

class tst_serverkey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nullKey()
    {
        QVERIFY(SmartCaptchaServerKey().isNull());
        QVERIFY(SmartCaptchaServerKey(QStringLiteral(" \n")).isNull());
        QVERIFY(!SmartCaptchaServerKey().hasKnownForm());
        QCOMPARE(SmartCaptchaServerKey().redacted(), QStringLiteral("(none)"));
    }

    void dropsWhiteSpaceAround()
    {
        const SmartCaptchaServerKey key(QStringLiteral("\t ysc2_secret\r\n"));
        QCOMPARE(key.secretValue(), QStringLiteral("ysc2_secret"));
        QCOMPARE(key, SmartCaptchaServerKey(QStringLiteral("ysc2_secret")));
        QVERIFY(key != SmartCaptchaServerKey(QStringLiteral("ysc2_other")));
    }

    void neverPrintsItself_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("printed");
        QTest::newRow("usual") << "ysc2_topsecret" << QStringLiteral("ysc2_\u2026");
        QTest::newRow("another form") << "topsecret" << QStringLiteral("\u2026");
    }

    void neverPrintsItself()
    {
        QFETCH(QString, key);
        QFETCH(QString, printed);
        const SmartCaptchaServerKey serverKey(key);
        QCOMPARE(serverKey.redacted(), printed);
        QString text;
        QDebug(&text) << serverKey << QVariant::fromValue(serverKey)
                      << QList<SmartCaptchaServerKey>{serverKey};
        QVERIFY2(!text.contains(QLatin1String("topsecret")), qPrintable(text));
        QVERIFY(text.contains(printed));
        QVERIFY(!QVariant::fromValue(serverKey).toString().contains(QLatin1String("topsecret")));
    }

    void isNoString()
    {
        QVERIFY((!std::is_convertible_v<QString, SmartCaptchaServerKey>));
        QVERIFY((!std::is_convertible_v<SmartCaptchaServerKey, QString>));
        QVERIFY(!QVariant::fromValue(SmartCaptchaServerKey(QStringLiteral("ysc2_x"))).canConvert<QString>());
    }

    void pairs_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("pair");
        const QString half = QStringLiteral("0123456789abcdefghij");
        QTest::newRow("pair") << QStringLiteral("ysc2_") + half + QStringLiteral("SERVER")
                              << QStringLiteral("ysc1_") + half + QStringLiteral("client") << true;
        QTest::newRow("twenty characters alone")
            << QStringLiteral("ysc2_") + half << QStringLiteral("ysc1_") + half << true;
        QTest::newRow("another") << QStringLiteral("ysc2_") + half << QStringLiteral("ysc1_x") + half
                                 << false;
        QTest::newRow("short") << "ysc2_0123"
                               << "ysc1_0123" << false;
        QTest::newRow("two servers") << QStringLiteral("ysc2_") + half << QStringLiteral("ysc2_") + half
                                     << false;
        QTest::newRow("no prefix") << half << half << false;
        QTest::newRow("empty") << ""
                               << "" << false;
    }

    void pairs()
    {
        QFETCH(QString, server);
        QFETCH(QString, client);
        QFETCH(bool, pair);
        QCOMPARE(SmartCaptchaServerKey(server).belongsTo(client), pair);
    }

#ifdef Q_OS_LINUX
    void isWipedFromMemory()
    {
#ifdef TEST_MEMORY_IS_HUGE
        QSKIP("The thread sanitizer has so much memory of its own that this takes minutes");
#endif
        const HiddenSecret dropped(QStringLiteral("ysc2_"));
        const HiddenSecret kept(QStringLiteral("ysc2_"));
        const SmartCaptchaServerKey there = keyOf(kept);
        {
            SmartCaptchaServerKey key = keyOf(dropped);
            const SmartCaptchaServerKey copy = key;
            QVERIFY(key == copy);
            key = there;
            QCOMPARE(dropped.places().size(), 1);
        }
        QCOMPARE(kept.places().size(), 1);
        QCOMPARE(dropped.places().join(QLatin1Char('\n')), QString());
    }

private:
    static SmartCaptchaServerKey keyOf(const HiddenSecret &secret)
    {
        SmartCaptchaServerKey key;
        secret.use([&key](const QString &plain) { key = SmartCaptchaServerKey(plain); });
        return key;
    }
#endif
};

QTEST_GUILESS_MAIN(tst_serverkey)
#include "tst_serverkey.moc"
