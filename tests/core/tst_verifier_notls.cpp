// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/awaitedresult.h"
#include "shared/scriptedserver.h"

#include <QtCore/qcoreapplication.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>

using Error = SmartCaptchaResult::Error;

/// A Qt deployed without its TLS plugins.
class tst_verifier_notls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysSo()
    {
        if (QSslSocket::supportsSsl())
            QSKIP("The TLS plugins of this Qt cannot be hidden.");
        SmartCaptchaVerifier verifier;
        verifier.setServerKey(testKey());
        verifier.setTimeout(60000);
        verifier.preconnect();
        for (int i = 0; i < 2; ++i) {
            const SmartCaptchaResult result = resultOf(verifier.verify(QStringLiteral("token")));
            QCOMPARE(result.error(), Error::Tls);
            QVERIFY2(result.details().contains(QLatin1String("no TLS")), qPrintable(result.details()));
        }
        verifier.setBackendUrl(QUrl(QStringLiteral("https://example.com/captcha")));
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::Tls);

        // Loopback works without TLS.
        ScriptedServer server;
        server.start();
        verifier.setBackendUrl(server.url());
        QCOMPARE(resultOf(verifier.verify(QStringLiteral("token"))).error(), Error::NoError);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication::setLibraryPaths({});
    QCoreApplication application(argc, argv);
    QCoreApplication::setLibraryPaths({});
    tst_verifier_notls test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_verifier_notls.moc"
