// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"
#include "token/tokencard.h"
#include "token/tokendesk.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

namespace {

/// A card with its desk, and a captcha whose signals the test emits.
class Bench {
public:
    Bench()
        : desk(&card)
        , finished(&verifier, &SmartCaptchaVerifier::finished)
    {
        captcha.setAutoLoad(false);
        desk.setCaptcha(&captcha, &verifier);
    }

    void receiveToken(const char *token)
    {
        Q_EMIT captcha.tokenReceived(SmartCaptchaToken(QString::fromLatin1(token)));
    }

    SmartCaptchaWidget captcha;
    // Without a key it finishes at once and sends nothing.
    SmartCaptchaVerifier verifier;
    TokenCard card;
    TokenDesk desk;
    QSignalSpy finished;
};

} // namespace

class tst_TokenDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhenTheTokenHasExpired()
    {
        Bench bench;
        bench.receiveToken("first");
        Q_EMIT bench.card.expiryRequested();
        QVERIFY(bench.card.isWaiting());
        Q_EMIT bench.captcha.tokenExpired();
        EVENTUALLY_COMPARE(bench.finished.size(), 1);
        QVERIFY(!bench.card.isWaiting());
    }

    void anotherTokenIsNotWaitedFor()
    {
        Bench bench;
        bench.receiveToken("first");
        Q_EMIT bench.card.expiryRequested();
        bench.receiveToken("second");
        QVERIFY(!bench.card.isWaiting());
        Q_EMIT bench.captcha.tokenExpired();
        QVERIFY(!bench.finished.wait(200));
        // One press is enough to wait for the new token.
        Q_EMIT bench.card.expiryRequested();
        QVERIFY(bench.card.isWaiting());
    }

    void waitsNoMoreOnceItIsCleared()
    {
        Bench bench;
        bench.receiveToken("first");
        Q_EMIT bench.card.expiryRequested();
        bench.desk.clear();
        Q_EMIT bench.captcha.tokenExpired();
        QVERIFY(!bench.finished.wait(200));
    }

    void movesTheClockOfAnEmulatorInstead()
    {
        Bench bench;
        SmartCaptchaEmulator emulator;
        bench.desk.setEmulator(&emulator);
        bench.receiveToken("first");
        Q_EMIT bench.card.expiryRequested();
        QVERIFY(!bench.card.isWaiting());
        EVENTUALLY_COMPARE(bench.finished.size(), 1);
    }

    void theVerifierInUseIsAsked()
    {
        Bench bench;
        SmartCaptchaWidget another;
        another.setAutoLoad(false);
        SmartCaptchaVerifier verifier;
        QSignalSpy finished(&verifier, &SmartCaptchaVerifier::finished);
        bench.desk.setCaptcha(&another, &verifier);
        Q_EMIT another.tokenReceived(SmartCaptchaToken(QStringLiteral("first")));
        Q_EMIT bench.card.verifyAgainRequested();
        Q_EMIT bench.card.damagedRequested();
        EVENTUALLY_COMPARE(finished.size(), 2);
        QVERIFY(bench.finished.isEmpty());
    }
};

QTEST_MAIN(tst_TokenDesk)
#include "tst_tokendesk.moc"
