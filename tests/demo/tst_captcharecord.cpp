// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "mobile/captcharecord.h"

#include <QtTest/qtest.h>

class tst_captcharecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsBelongToTheirToken()
    {
        CaptchaRecord record(nullptr);
        const SmartCaptchaToken first(QStringLiteral("first"));
        const SmartCaptchaToken second(QStringLiteral("second"));
        record.noteToken(first);
        record.noteToken(second);
        record.noteResult({}, first);
        QVERIFY(!record.isVerified());
        record.noteResult({}, second);
        QVERIFY(record.isVerified());
    }

    void afterClearThereIsNoResult()
    {
        CaptchaRecord record(nullptr);
        const SmartCaptchaToken token(QStringLiteral("token"));
        record.noteToken(token);
        record.clear();
        record.noteResult({}, token);
        record.noteResult({}, {});
        QVERIFY(!record.isVerified());
    }
};

QTEST_GUILESS_MAIN(tst_captcharecord)
#include "tst_captcharecord.moc"
