// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/language.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qtranslator.h>
#include <QtTest/qtest.h>

/// The plural forms of the demo's texts: two in English, three in Russian.
class tst_plurals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("en 1") << "en" << 1 << "1 character";
        QTest::newRow("en 2") << "en" << 2 << "2 characters";
        QTest::newRow("en 21") << "en" << 21 << "21 characters";
        QTest::newRow("ru 1") << "ru" << 1 << QStringLiteral("1 символ");
        QTest::newRow("ru 2") << "ru" << 2 << QStringLiteral("2 символа");
        QTest::newRow("ru 5") << "ru" << 5 << QStringLiteral("5 символов");
        QTest::newRow("ru 11") << "ru" << 11 << QStringLiteral("11 символов");
        QTest::newRow("ru 21") << "ru" << 21 << QStringLiteral("21 символ");
        QTest::newRow("ru 22") << "ru" << 22 << QStringLiteral("22 символа");
        QTest::newRow("ru 25") << "ru" << 25 << QStringLiteral("25 символов");
        QTest::newRow("ru 396") << "ru" << 396 << QStringLiteral("396 символов");
    }
    void forms()
    {
        QFETCH(QString, language);
        QFETCH(int, number);
        QFETCH(QString, text);
        QTranslator translator;
        QVERIFY(
            translator.load(QStringLiteral("smartcaptcha_demo_") + language, QStringLiteral(TRANSLATIONS)));
        QCOMPARE(translator.translate("TokenCard", "%n character(s)", nullptr, number)
                     .replace(QLatin1String("%n"), QString::number(number)),
                 text);
    }

    void areThereInEveryLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << QLocale::c();
        for (const char *name : {"en", "en_GB", "de_DE", "ja"})
            QTest::newRow(name) << QLocale(QString::fromLatin1(name));
    }

    /// Languages without a translation fall back to English, and English plurals come from a translation
    /// file, too.
    void areThereInEveryLocale()
    {
        QFETCH(QLocale, locale);
        Language::install(locale, {QStringLiteral("smartcaptcha_demo"), QStringLiteral("smartcaptcha_qa")});
        QCOMPARE(QCoreApplication::translate("TokenCard", "%n character(s)", nullptr, 1),
                 QStringLiteral("1 character"));
        QCOMPARE(QCoreApplication::translate("TokenCard", "%n character(s)", nullptr, 102),
                 QStringLiteral("102 characters"));
    }
};

QTEST_GUILESS_MAIN(tst_plurals)
#include "tst_plurals.moc"
