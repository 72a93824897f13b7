// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "footprint.h"
#include "length.h"

#include "browser/plainbrowser.h"
#include "shared/exampleoptions.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>

using State = SmartCaptcha::State;

/// Very many captchas in the person's browser, one after the other. The browser is no program of its own.
class tst_endurance_browser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeft();

private:
    void showCaptcha();
};

void tst_endurance_browser::showCaptcha()
{
    PlainBrowser browser;
    QWidget form;
    auto *const captcha = new SmartCaptchaWidget(standard());
    captcha->setEngine(SmartCaptchaWidget::Engine::Browser);
    (new QVBoxLayout(&form))->addWidget(captcha);
    const QSignalSpy tokens(captcha, &SmartCaptchaWidget::tokenReceived);
    const QSignalSpy errors(captcha, &SmartCaptchaWidget::errorOccurred);
    form.show();
    QPushButton *button = nullptr;
    EVENTUALLY((button = captcha->findChild<QPushButton *>(QStringLiteral("smartCaptchaRetry")))
               && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EVENTUALLY(!browser.opened.isEmpty());
    QVERIFY(browser.load());
    QCOMPARE(browser.sayReady(), QStringLiteral("waiting"));
    QCOMPARE(browser.sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
    QCOMPARE(captcha->state(), State::Solved);
    captcha->reset();
    QCOMPARE(captcha->state(), State::Idle);
    QCOMPARE(tokens.size(), 1);
    QVERIFY(errors.isEmpty());
}

void tst_endurance_browser::nothingIsLeft()
{
    const int count = rounds(3);
    const int first = qMax(1, count / 6);
    Footprint early;
    for (int number = 1; number <= count; ++number) {
        showCaptcha();
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("number %1").arg(number)));
        if (number == first)
            early = Footprint::atRest();
    }
    const Footprint late = Footprint::atRest();
    std::printf("%8s %15s %15s %12s\n", "shown", "memory/KiB", "heap/KiB", "descriptors");
    for (const auto &[shown, footprint] : {std::pair(first, early), std::pair(count, late)}) {
        std::printf("%8d %15lld %15lld %12d\n", shown, footprint.memory, footprint.heap,
                    footprint.descriptors);
    }
    std::fflush(stdout);
    QCOMPARE(late.processes, early.processes);
    if (count < 6000)
        return; // too few for figures: what is kept for later grows for some hundreds
    QVERIFY(late.descriptors <= early.descriptors);
    QVERIFY(late.heap <= early.heap + early.heap / 50);
    // The allocator's pieces are not always the same.
    QVERIFY(late.memory <= early.memory + 256);
}

QTEST_MAIN(tst_endurance_browser)

#include "browser.moc"
