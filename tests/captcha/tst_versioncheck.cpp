// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcha/engine/versioncheck.h"

#include <SmartCaptcha/SmartCaptchaVersion>

#include <QtTest/qtest.h>

using SmartCaptcha::Internal::versionMismatch;

class tst_VersionCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameVersionFits() { QVERIFY(versionMismatch(QLatin1String(SMARTCAPTCHA_VERSION_STR)).isEmpty()); }

    void anotherOneIsNamed()
    {
        const QString problem = versionMismatch(QLatin1String("0.0.9"));
        QVERIFY2(problem.contains(QLatin1String("0.0.9")), qPrintable(problem));
        QVERIFY2(problem.contains(QLatin1String(SMARTCAPTCHA_VERSION_STR)), qPrintable(problem));
    }
};

QTEST_GUILESS_MAIN(tst_VersionCheck)
#include "tst_versioncheck.moc"
