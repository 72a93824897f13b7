// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaServerKey>

#include <QtCore/qfile.h>
#include <QtCore/qscopeguard.h>
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
        // Neither key is in memory as it is, but for the objects.
        const QString dropped = encrypted(QStringLiteral("ysc2_dropped-5e1f0c9d7b"));
        const QString kept = encrypted(QStringLiteral("ysc2_kept-5e1f0c9d7b3a8"));
        const SmartCaptchaServerKey there = keyOf(kept);
        {
            SmartCaptchaServerKey key = keyOf(dropped);
            const SmartCaptchaServerKey copy = key;
            QVERIFY(key == copy);
            key = there;
            QVERIFY(isInMemory(dropped));
        }
        QVERIFY(isInMemory(kept));
        QVERIFY(!isInMemory(dropped));
    }

private:
    static constexpr ushort pad = 0x5a;

    static QString encrypted(QString text)
    {
        for (QChar &character : text)
            character = QChar(ushort(character.unicode() ^ pad));
        return text;
    }

    // Wipes what it has used.
    static SmartCaptchaServerKey keyOf(const QString &key)
    {
        QString plain = QLatin1Char(' ') + encrypted(key) + QLatin1Char('\n');
        const SmartCaptchaServerKey made(plain);
        plain.fill(QLatin1Char('x'));
        return made;
    }

    // Looks through everything that this process can write to.
    static bool isInMemory(const QString &key)
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return false;
        QByteArray block;
        const auto wipe = qScopeGuard([&block] { block.fill('\0'); });
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QByteArrayList fields = line.split(' ');
            const QByteArrayList range = fields.first().split('-');
            if (range.size() != 2 || !fields.value(1).startsWith("rw"))
                continue;
            const qint64 from = range.first().toLongLong(nullptr, 16);
            const qint64 length = range.last().toLongLong(nullptr, 16) - from;
            // The sanitizers' shadow memory is huge.
            if (length > 256 * 1024 * 1024 || !memory.seek(from))
                continue;
            block.fill('\0');
            block = memory.read(length);
            const auto *const text = reinterpret_cast<const ushort *>(block.constData());
            const qsizetype size = block.size() / 2;
            for (qsizetype at = 0; at + key.size() <= size; ++at) {
                qsizetype same = 0;
                while (same < key.size() && (text[at + same] ^ pad) == key.at(same).unicode())
                    ++same;
                if (same == key.size())
                    return true;
            }
        }
        return false;
    }
#endif
};

QTEST_GUILESS_MAIN(tst_serverkey)
#include "tst_serverkey.moc"
