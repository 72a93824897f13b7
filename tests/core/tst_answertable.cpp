// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/documenttable.h"

#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaResult>

#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;
using Verdict = SmartCaptchaResult::Verdict;

/// The manual and two headers contain the table of answers, which must match the policies' behaviour.
class tst_answertable : public QObject {
    Q_OBJECT

private:
    static QList<Error> errorsIn(const QString &cell)
    {
        QList<Error> errors;
        const QStringList names = cell.split(QLatin1String(", "));
        for (const QString &name : names) {
            bool known = false;
            errors << Error(QMetaEnum::fromType<Error>().keyToValue(name.toLatin1().constData(), &known));
            if (!known)
                QTest::qFail(qPrintable(name), __FILE__, __LINE__);
        }
        return errors;
    }

    static void checkPolicies(const QList<Error> &errors, const QString &advice, const QString &strict)
    {
        for (const Error error : errors) {
            QCOMPARE(SmartCaptchaPolicy::serviceAdvice().isAccepted(error),
                     advice == QLatin1String("accepted"));
            QCOMPARE(SmartCaptchaPolicy::strict().isAccepted(error), strict == QLatin1String("accepted"));
        }
    }

    static void checkThatAllAreThere(const QList<Error> &errors)
    {
        const QMetaEnum all = QMetaEnum::fromType<Error>();
        for (int i = 0; i < all.keyCount(); ++i)
            QVERIFY2(errors.contains(Error(all.value(i))), all.key(i));
    }

private Q_SLOTS:
    void inTheManual()
    {
        const QList<QStringList> rows =
            tableIn(QStringLiteral(TEST_SOURCE "/docs/verifier.md"), QStringLiteral("answer"));
        QList<Error> seen;
        for (const QStringList &row : rows) {
            QCOMPARE(row.size(), 5);
            const QList<Error> errors = errorsIn(row.at(2));
            seen << errors;
            const QString verdict = row.at(1);
            if (errors != QList<Error>{Error::NoError})
                checkPolicies(errors, row.at(3), row.at(4));
            else
                QCOMPARE(row.at(3),
                         verdict == QLatin1String("Human") ? QStringLiteral("accepted")
                                                           : QStringLiteral("not"));
        }
        checkThatAllAreThere(seen);
    }

    void withTheResult()
    {
        QList<Error> seen;
        const QList<QStringList> rows =
            tableIn(QStringLiteral(TEST_SOURCE "/sdk/core/smartcaptcharesult.h"), QStringLiteral("answer"));
        const QList<QStringList> manual =
            tableIn(QStringLiteral(TEST_SOURCE "/docs/verifier.md"), QStringLiteral("answer"));
        for (const QStringList &row : rows) {
            const QList<Error> errors = errorsIn(row.at(2));
            seen << errors;
            // The manual must not give one error two verdicts.
            for (const QStringList &told : manual) {
                if (errors != QList<Error>{Error::NoError} && errorsIn(told.at(2)).contains(errors.first()))
                    QCOMPARE(row.at(1), told.at(1));
            }
        }
        checkThatAllAreThere(seen);
    }

    void withThePolicy()
    {
        QList<Error> seen{Error::NoError};
        const QList<QStringList> rows =
            tableIn(QStringLiteral(TEST_SOURCE "/sdk/core/smartcaptchapolicy.h"), QStringLiteral("cause"));
        for (const QStringList &row : rows) {
            const QList<Error> errors = errorsIn(row.at(0));
            seen << errors;
            checkPolicies(errors, row.at(1), row.at(2));
        }
        checkThatAllAreThere(seen);
    }
};

QTEST_GUILESS_MAIN(tst_answertable)
#include "tst_answertable.moc"
