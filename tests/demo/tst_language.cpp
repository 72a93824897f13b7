// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/datanotice.h"
#include "shared/language.h"

#include <QtTest/qtest.h>

class tst_language : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void englishIsFirst()
    {
        QCOMPARE(Language::codes().constFirst(), QStringLiteral("en"));
        QVERIFY(Language::codes().contains(QStringLiteral("ru")));
        QVERIFY(Language::codesInWords().startsWith(QStringLiteral("en or ")));
    }

    void findsTheCodeOfALocale()
    {
        QCOMPARE(Language::codeFor(QLocale(QStringLiteral("ru_KZ"))), QStringLiteral("ru"));
        QCOMPARE(Language::codeFor(QLocale(QStringLiteral("en_AU"))), QStringLiteral("en"));
        QCOMPARE(Language::codeFor(QLocale(QStringLiteral("ja_JP"))), QStringLiteral("en"));
        QCOMPARE(Language::codeFor(QLocale::c()), QStringLiteral("en"));
    }

    void namesLanguagesInThemselves()
    {
        QCOMPARE(Language::nameOf(QStringLiteral("en")), QStringLiteral("English"));
        QCOMPARE(Language::nameOf(QStringLiteral("ru")),
                 QStringLiteral("\u0420\u0443\u0441\u0441\u043a\u0438\u0439"));
    }

    void theDataNoticeHasTheReadersDomain()
    {
        QCOMPARE(dataNoticeFor(QStringLiteral("ru")).host(), QStringLiteral("yandex.ru"));
        QCOMPARE(dataNoticeFor(QStringLiteral("en")).host(), QStringLiteral("yandex.com"));
    }
};

QTEST_GUILESS_MAIN(tst_language)
#include "tst_language.moc"
