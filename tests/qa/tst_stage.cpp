// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "play/stage.h"

#include <QtNetwork/qtcpserver.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlineedit.h>

using namespace Qa;

/// How a stage applies a profile and a scenario, before anything is loaded.
class tst_stage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProfileFillsIn()
    {
        Profile profile = Profile::create(QStringLiteral("Shop"));
        profile.service = SmartCaptchaService(QUrl(QStringLiteral("https://captcha.example")));
        profile.siteKey = QStringLiteral("ysc1_%1").arg(QString(20, u'a'));
        profile.serverKey = SmartCaptchaServerKey(QStringLiteral("ysc2_%1").arg(QString(20, u'a')));
        profile.pageOrigin = QUrl(QStringLiteral("https://shop.example"));
        profile.loadTimeout = 20000;
        profile.verifyTimeout = 7000;
        profile.allowedHosts = QStringList{QStringLiteral("shop.example")};
        Stage stage;
        QString problem;
        QVERIFY(stage.setProfile(profile, &problem));
        QVERIFY(!stage.emulator());

        Scenario scenario;
        stage.prepare(scenario);
        QCOMPARE(stage.captcha()->options().siteKey(), profile.siteKey);
        QCOMPARE(stage.captcha()->options().pageOrigin(), profile.pageOrigin);
        QVERIFY(stage.captcha()->options().service() == profile.service);
        QVERIFY(stage.verifier()->service() == profile.service);
        QCOMPARE(stage.captcha()->options().loadTimeout(), 20000);
        QCOMPARE(stage.verifier()->timeout(), 7000);
        QCOMPARE(stage.verifier()->policy().allowedHosts(), profile.allowedHosts);

        scenario.settings.options.setLoadTimeout(30000);
        scenario.settings.verifyTimeout = 9000;
        scenario.settings.allowedHosts = QStringList{QStringLiteral("other.example")};
        stage.prepare(scenario);
        QCOMPARE(stage.captcha()->options().loadTimeout(), 30000);
        QCOMPARE(stage.verifier()->timeout(), 9000);
        QCOMPARE(stage.verifier()->policy().allowedHosts(), scenario.settings.allowedHosts);
    }

    void theEmulatorIsAsTheScenariosKnowIt()
    {
        Profile profile = Profile::builtIn();
        profile.loadTimeout = 20000;
        profile.verifyTimeout = 7000;
        profile.allowedHosts = QStringList{QStringLiteral("shop.example")};
        Stage stage;
        QString problem;
        QVERIFY2(stage.setProfile(profile, &problem), qPrintable(problem));
        QVERIFY(stage.emulator());
        Scenario scenario;
        scenario.settings.options.setLoadTimeout(1000);
        scenario.settings.verifyTimeout = 500;
        stage.prepare(scenario);
        QCOMPARE(stage.captcha()->options().loadTimeout(), 1000);
        QCOMPARE(stage.verifier()->timeout(), 500);
        QCOMPARE(stage.verifier()->policy().allowedHosts(), QStringList());
    }

    void theEmulatorComesBackAtItsAddress()
    {
        Stage stage;
        QString problem;
        QVERIFY2(stage.setProfile({}, &problem), qPrintable(problem));
        const quint16 port = stage.emulator()->port();
        // Else a connection could have it when it is wanted back.
        QVERIFY2(port < 32768, qPrintable(QString::number(port)));
        QVERIFY(stage.setServiceReachable(false));
        QVERIFY(!stage.emulator()->isListening());
        {
            QTcpServer other;
            QVERIFY2(other.listen(QHostAddress::LocalHost, port), qPrintable(other.errorString()));
            QVERIFY(!stage.setServiceReachable(true));
        }
        QVERIFY(stage.setServiceReachable(true));
        QCOMPARE(stage.emulator()->port(), port);
    }

    void aWindowAroundItIsNotItsOwn()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *stage = new Stage;
        auto *note = new QLineEdit;
        row->addWidget(stage);
        row->addWidget(note);
        stage->prepare({});
        window.show();

        QVERIFY(stage->holds(stage->fieldBefore()));
        QVERIFY(stage->holds(stage->captcha()));
        QVERIFY(!stage->holds(note));
        QVERIFY(!stage->holds(&window));
        QVERIFY(!stage->holds(nullptr));

        // Tab moves from the field into the captcha, not past it.
        const QWidget *next = stage->fieldBefore()->nextInFocusChain();
        while (next != stage->captcha() && !(next->focusPolicy() & Qt::TabFocus))
            next = next->nextInFocusChain();
        QCOMPARE(next, static_cast<const QWidget *>(stage->captcha()));

        // Another dialog is not part of the picture, and gets no keys.
        QDialog other(&window);
        other.setObjectName(QStringLiteral("smartCaptchaPopup"));
        other.setModal(true);
        other.resize(stage->size() * 2);
        other.show();
        QVERIFY(!stage->popup());
        QVERIFY(!stage->holds(&other));
        QCOMPARE(stage->picture().deviceIndependentSize().toSize(), stage->size());
    }
};

QTEST_MAIN(tst_stage)
#include "tst_stage.moc"
