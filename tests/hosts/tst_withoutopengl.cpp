// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qset.h>
#include <QtGui/qopenglcontext.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using State = SmartCaptcha::State;

/// Without OpenGL the captcha is rendered in software.
class tst_withoutopengl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The environment must not request it.
        QVERIFY(!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"));
        const QOpenGLContext *const shared = QOpenGLContext::globalShareContext();
        if (shared && shared->isValid())
            QSKIP("There is OpenGL here");
    }

    void showsACaptcha()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY2(emulator.listen(), qPrintable(emulator.errorString()));
        SmartCaptchaOptions options(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        SmartCaptchaWidget captcha(options);
        captcha.show();
        EVENTUALLY_COMPARE(captcha.state(), State::Ready);
        // The page has been painted.
        const auto colors = [&captcha] {
            const QImage picture = captcha.grab().toImage();
            QSet<QRgb> found;
            for (int y = 0; y < picture.height(); y += 2) {
                for (int x = 0; x < picture.width(); x += 2)
                    found << picture.pixel(x, y);
            }
            return found.size();
        };
        EVENTUALLY(colors() > 4);
        QSignalSpy tokens(&captcha, &SmartCaptchaWidget::tokenReceived);
        captcha.execute();
        EVENTUALLY_COMPARE(tokens.size(), 1);
    }
};

QTEST_MAIN(tst_withoutopengl)
#include "tst_withoutopengl.moc"
