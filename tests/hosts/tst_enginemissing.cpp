// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "anyhost.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

using Code = SmartCaptchaError::Code;
using State = SmartCaptcha::State;

/// When a file that Qt WebEngine needs to start is missing, the attempt fails, but the program continues.
class tst_enginemissing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(emulator.listen(), qPrintable(emulator.errorString()));
        options = SmartCaptchaOptions(emulator.siteKey());
        options.setService(emulator.service());
        options.setPageOrigin(emulator.pageOrigin());
        QVERIFY(empty.isValid());
    }

    void cleanup()
    {
        qunsetenv("QTWEBENGINEPROCESS_PATH");
        qunsetenv("QTWEBENGINE_RESOURCES_PATH");
    }

    void failsTheAttempt_data()
    {
        QTest::addColumn<Host>("host");
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("file");
        const QString process = empty.filePath(QStringLiteral("QtWebEngineProcess"));
        const QString resources = empty.filePath(QStringLiteral("qtwebengine_resources.pak"));
        for (const auto &[name, host] : {std::pair{"widget", Host::Widget},
                                         {"WebEngine", Host::WebEngine},
                                         {"WebView", Host::WebView}}) {
            QTest::addRow("%s, process", name)
                << host << QByteArray("QTWEBENGINEPROCESS_PATH") << process << process;
            QTest::addRow("%s, resources", name)
                << host << QByteArray("QTWEBENGINE_RESOURCES_PATH") << empty.path() << resources;
        }
    }

    void failsTheAttempt()
    {
        QFETCH(Host, host);
        QFETCH(QByteArray, variable);
        QFETCH(QString, value);
        QFETCH(QString, file);
        qputenv(variable.constData(), value.toLocal8Bit());
        onHost(host, options, [&file](auto &captcha) {
            EVENTUALLY_COMPARE(stateOf(captcha), State::Failed);
            QCOMPARE(captcha.error().code(), Code::WebEngineUnavailable);
            QVERIFY2(captcha.error().details().contains(file), qPrintable(captcha.error().details()));
        });
    }

    void looksAnewWhenItIsThere_data() { addHostRows(); }

    void looksAnewWhenItIsThere()
    {
        QFETCH(Host, host);
        qputenv("QTWEBENGINEPROCESS_PATH", empty.filePath(QStringLiteral("none")).toLocal8Bit());
        onHost(host, options, [](auto &captcha) {
            EVENTUALLY_COMPARE(stateOf(captcha), State::Failed);
            qunsetenv("QTWEBENGINEPROCESS_PATH");
            captcha.load();
            EVENTUALLY_COMPARE(stateOf(captcha), State::Ready);
        });
    }

private:
    SmartCaptchaEmulator emulator;
    SmartCaptchaOptions options;
    QTemporaryDir empty;
};

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    tst_enginemissing test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_enginemissing.moc"
