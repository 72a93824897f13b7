// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/exampleoptions.h"
#include "shared/loadedlibraries.h"

#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qregularexpression.h>
#include <QtNetwork/qsslsocket.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstackedwidget.h>

/// What most runs of most programs pay: they have a captcha, and do not show it.
class tst_unshowncaptcha : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsNothing()
    {
        QStackedWidget form;
        form.addWidget(new QLineEdit);
        form.addWidget(new QPushButton);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        const QStringList before = settledLibraries();
        QVERIFY(!before.isEmpty());

        auto *captcha = new SmartCaptchaWidget;
        auto *verifier = new SmartCaptchaVerifier(captcha);
        verifier->setBackendUrl(QUrl(QStringLiteral("https://shop.example/api/captcha")));
        verifier->setTimeout(10000);
        verifier->setExtraHeader("X-Shop", "1");
        captcha->setVerifier(verifier);
        captcha->setOptions(standard());
        form.addWidget(captcha);
        form.adjustSize();
        QCoreApplication::processEvents();
        QCOMPARE(loadedLibraries(), before);
        QCOMPARE(before.filter(QRegularExpression(QStringLiteral("/lib[^/]*WebEngine[^/]*$"))),
                 QStringList());
        QCOMPARE(before.filter(QRegularExpression(QStringLiteral("/libQt6Qml[^/]*$"))), QStringList());

        // What is missing comes with the first need for it.
        QVERIFY(!verifier->sslConfiguration().isNull());
        if (!QSslSocket::supportsSsl())
            QSKIP("There is no TLS");
        QVERIFY(loadedLibraries() != before);
    }
};

QTEST_MAIN(tst_unshowncaptcha)
#include "tst_unshowncaptcha.moc"
