// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qmetaobject.h>
#include <QtCore/qregularexpression.h>
#include <QtTest/qtest.h>

using Code = SmartCaptchaError::Code;

class tst_error : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsWords()
    {
        const QMetaEnum codes = QMetaEnum::fromType<Code>();
        static const QRegularExpression cyrillic(QStringLiteral("[\u0430-\u044f]"));
        for (int i = 0; i < codes.keyCount(); ++i) {
            const SmartCaptchaError error(Code(codes.value(i)), QStringLiteral("d"));
            QVERIFY(SmartCaptcha::installTranslator(QLocale(QLocale::English)));
            const QString english = error.userMessage();
            QVERIFY(SmartCaptcha::installTranslator(QLocale(QLocale::Russian)));
            const QString russian = error.userMessage();
            QCOMPARE(english.isEmpty(), error.code() == Code::NoError);
            QVERIFY2(!english.contains(cyrillic), qPrintable(english));
            if (error.code() != Code::NoError)
                QVERIFY2(russian.contains(cyrillic), qPrintable(russian));
        }
        SmartCaptcha::installTranslator(QLocale(QLocale::English));
    }

    void anUnknownLanguageIsEnglish()
    {
        SmartCaptcha::installTranslator(QLocale(QLocale::Russian));
        QVERIFY(!SmartCaptcha::installTranslator(QLocale(QLocale::Japanese)));
        QVERIFY(
            SmartCaptchaError(Code::ChallengeTimeout).userMessage().startsWith(QLatin1String("Time is up")));
    }

    void retryableOnlyWhereItMayHelp()
    {
        QVERIFY(!SmartCaptchaError().isRetryable());
        QVERIFY(!SmartCaptchaError(Code::InvalidOptions).isRetryable());
        QVERIFY(!SmartCaptchaError(Code::WebEngineUnavailable).isRetryable());
        QVERIFY(SmartCaptchaError(Code::NetworkError).isRetryable());
        QVERIFY(SmartCaptchaError(Code::RenderProcessGone).isRetryable());
    }

    void value()
    {
        const SmartCaptchaError error(Code::LoadFailed, QStringLiteral("why"));
        QCOMPARE(error, SmartCaptchaError(Code::LoadFailed, QStringLiteral("why")));
        QVERIFY(error != SmartCaptchaError(Code::LoadFailed));
        QString text;
        QDebug(&text) << error;
        QVERIFY(text.contains(QLatin1String("LoadFailed")) && text.contains(QLatin1String("why")));
    }

    void version() { QCOMPARE(SmartCaptcha::version(), QVersionNumber(0, 1, 0)); }
};

QTEST_GUILESS_MAIN(tst_error)
#include "tst_error.moc"
