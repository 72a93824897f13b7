// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaView>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtQml/qqmlcomponent.h>
#include <QtQuick/qquickitem.h>
#include <QtQuickWidgets/qquickwidget.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qtabwidget.h>

using Scenario = SmartCaptchaEmulator::Scenario;
using State = SmartCaptcha::State;

/// A QML form in a program with widgets.
class tst_quickwidget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString())); }

    void loadsWhenItIsSeen_data()
    {
        QTest::addColumn<SmartCaptchaView::Engine>("engine");
        QTest::newRow("WebEngine") << SmartCaptchaView::Engine::WebEngine;
        QTest::newRow("WebView") << SmartCaptchaView::Engine::WebView;
    }

    void loadsWhenItIsSeen()
    {
        QFETCH(SmartCaptchaView::Engine, engine);
        m_emulator.setScenario(Scenario::Human);
        QTabWidget window;
        window.addTab(new QWidget, QStringLiteral("Other"));
        auto *const quick = new QQuickWidget;
        quick->setResizeMode(QQuickWidget::SizeRootObjectToView);
        quick->setMinimumSize(420, 600);
        QQmlComponent component(quick->engine());
        component.setData("import QtQuick\nimport SmartCaptcha\n"
                          "Item { SmartCaptchaView { objectName: 'captcha'; x: 10; y: 10 } }\n",
                          {});
        quick->setContent({}, &component, component.create());
        window.addTab(quick, QStringLiteral("Form"));
        QVERIFY(quick->rootObject());
        auto *const captcha = quick->rootObject()->findChild<SmartCaptchaView *>(QStringLiteral("captcha"));
        QVERIFY(captcha);
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        options.setPageOrigin(m_emulator.pageOrigin());
        captcha->setEngine(engine);
        captcha->setOptions(options);
        QSignalSpy tokens(captcha, &SmartCaptchaView::tokenReceived);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        letPass(200, "it would have started by then, although out of sight");
        QCOMPARE(captcha->captchaState(), State::Idle);
        window.setCurrentWidget(quick);
        EVENTUALLY(captcha->captchaState() == State::Ready || captcha->captchaState() == State::Failed);
        QVERIFY2(captcha->captchaState() == State::Ready, qPrintable(captcha->error().details()));
        for (int i = 0; i < 30 && captcha->captchaState() == State::Ready; ++i) {
            QTest::mouseClick(quick, Qt::LeftButton, {}, {50, 60});
            (void)eventually([=] { return captcha->captchaState() != State::Ready; }, 1000);
        }
        EVENTUALLY_COMPARE(tokens.size(), 1);
    }

private:
    SmartCaptchaEmulator m_emulator;
};

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    tst_quickwidget test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_quickwidget.moc"
