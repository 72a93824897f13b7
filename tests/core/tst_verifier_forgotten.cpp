// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtTest/qtest.h>

namespace {

int warnings = 0;

void count(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtWarningMsg && qstrcmp(context.category, "smartcaptcha.net") == 0
        && text.contains(QLatin1String("destroyed before it had its answer")))
        ++warnings;
}

} // namespace

/// A verifier that is destroyed too early: a local variable, as beginners use it.
class tst_verifier_forgotten : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server.start(); }

    void isSaidOnce()
    {
        const QtMessageHandler before = qInstallMessageHandler(count);
        {
            // Without an open request there is no warning.
            SmartCaptchaVerifier unused;
        }
        {
            SmartCaptchaVerifier done;
            pointAt(done, m_server.url());
            (void)resultOf(done.verify(QStringLiteral("a")));
        }
        QCOMPARE(warnings, 0);
        for (int i = 1; i <= 2; ++i) {
            SmartCaptchaVerifier local;
            pointAt(local, m_server.url());
            local.verify(QStringLiteral("b"));
        }
        qInstallMessageHandler(before);
        QCOMPARE(warnings, 1);
    }

private:
    ScriptedServer m_server;
};

QTEST_GUILESS_MAIN(tst_verifier_forgotten)
#include "tst_verifier_forgotten.moc"
