// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickform.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtGui/qdesktopservices.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Engine = SmartCaptchaView::Engine;
using Scenario = SmartCaptchaEmulator::Scenario;
using State = SmartCaptcha::State;

/// What differs for pages in Qt WebView, compared to Qt WebEngine, and how their messages arrive.
class tst_webviewpage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_emulator.listen());
        m_site.start();
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openUrl");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    void leaving_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("by location.href") << int(Qt::Key_L);
        QTest::newRow("by a link") << int(Qt::Key_K);
    }

    void leaving()
    {
        QFETCH(int, key);
        m_opened.clear();
        m_emulator.setScenario(Scenario::Human);
        m_site.setAction(ScriptedServer::answer(
            "<!DOCTYPE html><body><div id='captcha-container'></div>"
            "<a id='link' href='https://elsewhere.invalid/K'>Terms</a><script>"
            "addEventListener('keydown', e => {"
            "  if (e.key === 'l') location.href = 'https://elsewhere.invalid/L';"
            "  if (e.key === 'k') document.getElementById('link').click(); });"
            "function begin() {"
            "const given = new URLSearchParams(location.search);"
            "const id = smartCaptcha.render('captcha-container', {sitekey: given.get('sitekey'), webview: "
            "true});"
            "smartCaptcha.subscribe(id, 'success', t => NativeClient.onGetToken(t)); }</script><script src='"
                + m_emulator.service().scriptUrl().toEncoded()
                + "?render=onload&onload=begin'></script></body>",
            "200 OK", "Content-Type: text/html\r\n"));
        SmartCaptchaOptions options = exampleOptions();
        options.setPageUrl(m_site.url(QStringLiteral("/captcha")));
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        QuickForm form;
        QVERIFY(start(form, options));
        QQuickItem *const page = form.named("smartCaptchaPage");
        const QString expected = QStringLiteral("https://elsewhere.invalid/") + QLatin1Char(char(key));
        for (int i = 0; i < 30 && m_opened.isEmpty(); ++i) {
            QTest::keyClick(form.focusOn(page), Qt::Key(key));
            (void)eventually([this] { return !m_opened.isEmpty(); }, 1000);
        }
        QVERIFY(m_opened.contains(expected));
        letPass(500, "stopping the view also stops anything that the page loads at this moment");
        // The page is still there.
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        QVERIFY(press(form));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Solved);
    }

    void inTheBackgroundInTheMiddleOfAChallenge_data()
    {
        QTest::addColumn<Qt::ApplicationState>("state");
        QTest::newRow("suspended") << Qt::ApplicationSuspended;
        QTest::newRow("hidden") << Qt::ApplicationHidden;
    }

    void inTheBackgroundInTheMiddleOfAChallenge()
    {
        QFETCH(Qt::ApplicationState, state);
        m_emulator.setScenario(Scenario::Challenge);
        QuickForm form;
        QVERIFY(start(form, exampleOptions()));
        QVERIFY(press(form));
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Challenge);
        EVENTUALLY(!m_emulator.pendingAnswer().isEmpty());
        QSignalSpy tokens(form.captcha, &SmartCaptchaView::tokenReceived);
        QSignalSpy issued(&m_emulator, &SmartCaptchaEmulator::tokenIssued);
        Q_EMIT qGuiApp->applicationStateChanged(state);
        // The page gets its token while the application is in the background.
        for (int i = 0; i < 30 && issued.isEmpty(); ++i) {
            QTest::keyClick(&form.window, Qt::Key_A, Qt::ControlModifier);
            for (const QChar digit : m_emulator.pendingAnswer())
                QTest::keyClick(&form.window, digit.toLatin1());
            QTest::keyClick(&form.window, Qt::Key_Return);
            (void)eventually([&] { return !issued.isEmpty(); }, 2000);
        }
        QVERIFY(!issued.isEmpty());
        letPass(500, "nothing must arrive in the background");
        QVERIFY(tokens.isEmpty());
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Solved);
        QCOMPARE(form.captcha->token().value(), issued.last().first().toString());
    }

    void openUrl(const QUrl &url) { m_opened << url.toString(); }

private:
    SmartCaptchaOptions exampleOptions() const
    {
        SmartCaptchaOptions options(m_emulator.siteKey());
        options.setService(m_emulator.service());
        options.setPageOrigin(m_emulator.pageOrigin());
        return options;
    }

    static bool start(QuickForm &form, const SmartCaptchaOptions &options)
    {
        form.captcha->setEngine(Engine::WebView);
        form.captcha->setOptions(options);
        return form.show()
            && eventually([&form] { return form.captcha->captchaState() == State::Ready; }, patience);
    }

    static bool press(QuickForm &form)
    {
        for (int i = 0; i < 30 && form.captcha->captchaState() == State::Ready; ++i) {
            form.click(form.captcha, {40, 50});
            (void)eventually([&form] { return form.captcha->captchaState() != State::Ready; }, 1000);
        }
        return form.captcha->captchaState() != State::Ready;
    }

    SmartCaptchaEmulator m_emulator;
    ScriptedServer m_site;
    QStringList m_opened;
};

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    tst_webviewpage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_webviewpage.moc"
