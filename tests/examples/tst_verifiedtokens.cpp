// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "verifiedtokens.h"

#include <QtTest/qtest.h>

/// What examples/backend-qt remembers of tokens.
class tst_VerifiedTokens : public QObject {
    Q_OBJECT

    const QString m_a = QStringLiteral("a");
    const QString m_b = QStringLiteral("b");
    const QString m_c = QStringLiteral("c");

private Q_SLOTS:
    void eachIsTakenOnce()
    {
        VerifiedTokens tokens;
        QVERIFY(!tokens.take(m_a));
        tokens.remember(m_a);
        tokens.remember(m_a);
        tokens.remember(m_b);
        QVERIFY(tokens.take(m_a));
        QVERIFY(!tokens.take(m_a));
        QVERIFY(tokens.take(m_b));
        tokens.remember(m_a);
        QVERIFY(tokens.take(m_a));
    }

    void theyAreForgottenInTime()
    {
        VerifiedTokens tokens(std::chrono::milliseconds(0));
        tokens.remember(m_a);
        QVERIFY(!tokens.take(m_a));
    }

    void theOldestGiveWay()
    {
        VerifiedTokens tokens(std::chrono::minutes(5), 2);
        for (const QString &token : {m_a, m_b, m_c, m_a})
            tokens.remember(token);
        QVERIFY(tokens.take(m_a));
        QVERIFY(!tokens.take(m_b));
        QVERIFY(tokens.take(m_c));
    }

    void aNewerEntryOutlivesAnOlderOne()
    {
        VerifiedTokens tokens(std::chrono::minutes(5), 2);
        tokens.remember(m_a);
        QVERIFY(tokens.take(m_a));
        tokens.remember(m_a);
        tokens.remember(m_b);
        QVERIFY(tokens.take(m_a));
    }
};

QTEST_GUILESS_MAIN(tst_VerifiedTokens)
#include "tst_verifiedtokens.moc"
