// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "anyhost.h"
#include "browser/plainbrowser.h"
#include "widgets/hosting/hostplugin.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qdir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

using Code = SmartCaptchaError::Code;
using State = SmartCaptcha::State;

namespace {

constexpr int noneIsThatNew = 9999;

/// Shows a captcha with @p options and the engine Auto, or WebEngine if it is @p chosen, and calls @p check
/// with it: a SmartCaptchaWidget or a SmartCaptchaView.
template <class Check>
void show(bool inQuick, const SmartCaptchaOptions &options, bool chosen, const Check &check)
{
    if (inQuick) {
        QuickForm form;
        if (chosen)
            form.captcha->setEngine(SmartCaptchaView::Engine::WebEngine);
        form.captcha->setOptions(options);
        QVERIFY(form.show());
        check(*form.captcha);
    } else {
        SmartCaptchaWidget captcha(options);
        if (chosen)
            captcha.setEngine(SmartCaptchaWidget::Engine::WebEngine);
        captcha.show();
        check(captcha);
    }
}

/// Whether it shows, or would show, in the person's browser.
template <class Captcha>
bool isInBrowser(const Captcha &captcha)
{
    return captcha.activeEngine() == Captcha::Engine::Browser;
}

template <class Captcha>
bool isInWebEngine(const Captcha &captcha)
{
    return captcha.activeEngine() == Captcha::Engine::WebEngine;
}

/// Qt WebEngine starts processes together with itself.
bool hasProcesses()
{
    const QString tasks = QStringLiteral("/proc/self/task/");
    const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile children(tasks + thread + QStringLiteral("/children"));
        if (children.open(QIODevice::ReadOnly) && !children.readAll().isEmpty())
            return true;
    }
    return false;
}

} // namespace

/// The version of Chromium that decides which engine Auto takes.
class tst_minimumchromium : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
        m_options = SmartCaptchaOptions(m_emulator.siteKey());
        m_options.setService(m_emulator.service());
        m_options.setPageOrigin(m_emulator.pageOrigin());
        using namespace SmartCaptcha::Internal;
        QString problem;
        const WidgetWebHostFactory *const plugin = HostPlugin::find(HostPlugin::folders(), &problem);
        QVERIFY2(plugin, qPrintable(problem));
        m_chromium = plugin->chromium();
        QVERIFY2(m_chromium > 90 && m_chromium < noneIsThatNew, qPrintable(QString::number(m_chromium)));
    }

    // First, while no other test has started the engine.
    void anEngineThatIsTooOldIsNotStarted_data() { addRows(); }

    void anEngineThatIsTooOldIsNotStarted()
    {
        QFETCH(bool, inQuick);
        PlainBrowser browser;
        m_options.setMinimumChromium(noneIsThatNew);
        show(inQuick, m_options, false, [&browser](auto &captcha) {
            EVENTUALLY(isInBrowser(captcha));
            QCOMPARE(stateOf(captcha), State::Idle);
            captcha.load();
            EVENTUALLY_COMPARE(browser.opened.size(), 1);
            QVERIFY(browser.load());
            browser.sayReady();
            QCOMPARE(browser.sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
            QCOMPARE(stateOf(captcha), State::Solved);
        });
        QVERIFY(!hasProcesses());
    }

    void aCustomPageFailsAndSaysWhy_data() { addRows(); }

    // It does not open in a browser by itself, and the old engine is not good enough for it either.
    void aCustomPageFailsAndSaysWhy()
    {
        QFETCH(bool, inQuick);
        PlainBrowser browser;
        SmartCaptchaOptions options = m_options;
        options.setMinimumChromium(m_chromium + 1);
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(m_emulator.url());
        show(inQuick, options, false, [this](auto &captcha) {
            captcha.load();
            EVENTUALLY_COMPARE(stateOf(captcha), State::Failed);
            QCOMPARE(captcha.error().code(), Code::WebEngineUnavailable);
            for (const int version : {m_chromium, m_chromium + 1})
                QVERIFY2(captcha.error().details().contains(QString::number(version)),
                         qPrintable(captcha.error().details()));
        });
        QVERIFY(browser.opened.isEmpty());
        QVERIFY(!hasProcesses());
    }

    void anEngineThatIsGoodEnoughIsTaken_data()
    {
        QTest::addColumn<bool>("inQuick");
        QTest::addColumn<bool>("chosen");
        QTest::addColumn<int>("minimum");
        for (const auto &[name, inQuick] : {std::pair{"widget", false}, {"item", true}}) {
            QTest::addRow("%s, any", name) << inQuick << false << 0;
            QTest::addRow("%s, the same", name) << inQuick << false << m_chromium;
            QTest::addRow("%s, chosen", name) << inQuick << true << noneIsThatNew;
        }
    }

    void anEngineThatIsGoodEnoughIsTaken()
    {
        QFETCH(bool, inQuick);
        QFETCH(bool, chosen);
        QFETCH(int, minimum);
        m_options.setMinimumChromium(minimum);
        show(inQuick, m_options, chosen, [](auto &captcha) {
            EVENTUALLY_COMPARE(stateOf(captcha), State::Ready);
            QVERIFY(isInWebEngine(captcha));
        });
        QVERIFY(hasProcesses());
    }

    void countsFromTheNextLoad_data() { addRows(); }

    void countsFromTheNextLoad()
    {
        QFETCH(bool, inQuick);
        PlainBrowser browser;
        m_options.setMinimumChromium(0);
        show(inQuick, m_options, false, [this, &browser](auto &captcha) {
            using Captcha = std::remove_reference_t<decltype(captcha)>;
            const QSignalSpy cancellations(&captcha, &Captcha::cancelled);
            EVENTUALLY_COMPARE(stateOf(captcha), State::Ready);
            m_options.setMinimumChromium(m_chromium + 1);
            captcha.setOptions(m_options);
            settle();
            QCOMPARE(stateOf(captcha), State::Ready);
            QVERIFY(isInWebEngine(captcha));
            captcha.load();
            EVENTUALLY_COMPARE(browser.opened.size(), 1);
            QVERIFY(isInBrowser(captcha));
            m_options.setMinimumChromium(0);
            captcha.setOptions(m_options);
            settle();
            QVERIFY(isInBrowser(captcha));
            captcha.load();
            EVENTUALLY_COMPARE(stateOf(captcha), State::Ready);
            QVERIFY(isInWebEngine(captcha));
            QVERIFY(cancellations.isEmpty());
        });
    }

private:
    static void addRows()
    {
        QTest::addColumn<bool>("inQuick");
        QTest::newRow("widget") << false;
        QTest::newRow("item") << true;
    }

    SmartCaptchaEmulator m_emulator;
    SmartCaptchaOptions m_options;
    int m_chromium = 0;
};

int main(int argc, char *argv[])
{
    SmartCaptcha::initializeQuick();
    QApplication app(argc, argv);
    tst_minimumchromium test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_minimumchromium.moc"
