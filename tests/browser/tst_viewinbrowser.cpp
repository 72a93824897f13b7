// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "plainbrowser.h"
#include "quick/quickform.h"
#include "shared/exampleoptions.h"

#include <SmartCaptcha/SmartCaptchaView>

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using Engine = SmartCaptchaView::Engine;
using State = SmartCaptcha::State;

namespace {

class Form : public QuickForm {
public:
    explicit Form(Engine wanted = Engine::Browser)
        : tokens(captcha, &SmartCaptchaView::tokenReceived)
        , cancellations(captcha, &SmartCaptchaView::cancelled)
    {
        captcha->setEngine(wanted);
        captcha->setOptions(standard());
    }

    QQuickItem *button(const char *name)
    {
        QQuickItem *const found = named(name);
        return found && found->isVisible() ? found : nullptr;
    }

    QSignalSpy tokens;
    QSignalSpy cancellations;
};

} // namespace

/// The item while its captcha is in the person's browser.
class tst_ViewInBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_browser = std::make_unique<PlainBrowser>(); }
    void cleanup() { m_browser.reset(); }

    void opensOnlyWhenAsked()
    {
        Form form;
        QVERIFY(form.show());
        EVENTUALLY(form.retry());
        QCOMPARE(form.captcha->activeEngine(), Engine::Browser);
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        QVERIFY(m_browser->opened.isEmpty());
        QVERIFY(begin(form));
        QCOMPARE(form.captcha->captchaState(), State::Loading);
        QVERIFY(form.button("smartCaptchaThird"));
    }

    void passes()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        QCOMPARE(form.captcha->captchaState(), State::Ready);
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
        QVERIFY(!form.retry());
        QVERIFY(form.message());
    }

    void copiesOpensAndCancels()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(form.click(form.button("smartCaptchaSecond")));
        EVENTUALLY_COMPARE(QGuiApplication::clipboard()->text(), m_browser->opened.first().toString());
        letPass(600, "a second press at once is half of a double click");
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(m_browser->opened.size(), 2);
        QVERIFY(form.click(form.button("smartCaptchaThird")));
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->captchaState(), State::Idle);
        EVENTUALLY(!form.button("smartCaptchaThird"));
    }

    void aDoubleClickOpensItOnce()
    {
        Form form;
        QVERIFY(form.show());
        EVENTUALLY(form.retry());
        QVERIFY(form.click(form.retry()));
        QVERIFY(form.click(form.retry()));
        EVENTUALLY(!m_browser->opened.isEmpty());
        settle();
        QCOMPARE(m_browser->opened.size(), 1);
    }

    void saysWhatTheButtonDoesWithoutAutoLoad()
    {
        Form offered;
        QVERIFY(offered.show());
        EVENTUALLY(offered.retry());
        const QVariant expected = offered.retry()->property("text");
        Form form;
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        EVENTUALLY(form.retry());
        QCOMPARE(form.retry()->property("text"), expected);
        form.captcha->setEngine(Engine::WebEngine);
        EVENTUALLY(form.retry() && form.retry()->property("text") != expected);
    }

    // The window may well be behind the browser's, or minimised.
    void hiddenItGoesOn()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        m_browser->say(QStringLiteral("challengeVisible"));
        QCOMPARE(form.captcha->captchaState(), State::Challenge);
        form.window.hide();
        settle();
        QVERIFY(form.cancellations.isEmpty());
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
    }

    // Whole rounds, forwards and backwards.
    void tabGoesThroughTheButtons()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        form.before->forceActiveFocus();
        const QList<QQuickItem *> round{form.retry(), form.button("smartCaptchaSecond"),
                                        form.button("smartCaptchaThird"), form.after};
        for (QQuickItem *const next : round) {
            QTest::keyClick(&form.window, Qt::Key_Tab);
            QCOMPARE(form.window.activeFocusItem(), next);
        }
        const QList<QQuickItem *> back{round.at(2), round.at(1), round.at(0), form.before};
        for (QQuickItem *const next : back) {
            QTest::keyClick(&form.window, Qt::Key_Backtab);
            QCOMPARE(form.window.activeFocusItem(), next);
        }
    }

    void whatHasFailedGoesOnInTheBrowser()
    {
        // Nobody has called initializeQuick().
        Form form(Engine::WebEngine);
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->captchaState(), State::Failed);
        QVERIFY(form.click(form.retry()));
        EVENTUALLY_COMPARE(m_browser->opened.size(), 1);
        QCOMPARE(form.captcha->activeEngine(), Engine::Browser);
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
    }

private:
    bool begin(Form &form)
    {
        return eventually([&] { return form.retry(); }) && form.click(form.retry())
            && eventually([&] { return m_browser->opened.size() == 1; });
    }

    std::unique_ptr<PlainBrowser> m_browser;
};

QTEST_MAIN(tst_ViewInBrowser)
#include "tst_viewinbrowser.moc"
