// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickform.h"
#include "shared/eventually.h"
#include "shared/exampleoptions.h"

#include <QtTest/qtest.h>

using Engine = SmartCaptchaView::Engine;
using State = SmartCaptcha::State;

/// A program that does not call SmartCaptcha::initializeQuick().
class tst_quickuninitialized : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theErrorNamesTheFunction_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::newRow("any") << Engine::Auto;
        QTest::newRow("Qt WebEngine") << Engine::WebEngine;
        QTest::newRow("Qt WebView") << Engine::WebView;
    }

    void theErrorNamesTheFunction()
    {
        QFETCH(Engine, engine);
        QVERIFY(!QCoreApplication::testAttribute(Qt::AA_ShareOpenGLContexts));
        QuickForm form;
        form.captcha->setEngine(engine);
        form.captcha->setOptions(standard());
        form.captcha->preload();
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Failed);
        QCOMPARE(form.captcha->error().code(), SmartCaptchaError::Code::WebEngineUnavailable);
        QVERIFY(form.captcha->error().details().contains(QLatin1String("SmartCaptcha::initializeQuick()")));
        QCOMPARE(form.captcha->activeEngine(), Engine::Auto);
        QVERIFY(form.message());
    }
};

QTEST_MAIN(tst_quickuninitialized)
#include "tst_quickuninitialized.moc"
