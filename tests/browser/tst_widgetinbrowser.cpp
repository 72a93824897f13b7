// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "plainbrowser.h"
#include "shared/exampleoptions.h"
#include "widgets/hosting/hostplugin.h"

#include <SmartCaptcha/SmartCaptchaDialog>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qtemporarydir.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

#include <functional>

using namespace SmartCaptcha::Internal;
using Engine = SmartCaptchaWidget::Engine;
using State = SmartCaptcha::State;

namespace {

/// A form with a field before and after the captcha.
struct Form {
    explicit Form(Engine engine = Engine::Browser)
        : captcha(new SmartCaptchaWidget(standard()))
        , tokens(captcha, &SmartCaptchaWidget::tokenReceived)
        , cancellations(captcha, &SmartCaptchaWidget::cancelled)
    {
        captcha->setEngine(engine);
        auto *const column = new QVBoxLayout(&window);
        column->addWidget(&before);
        column->addWidget(captcha);
        column->addWidget(&after);
    }

    bool show()
    {
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window)
            && eventually([&] { return visible("smartCaptchaRetry"); });
    }

    QPushButton *visible(const char *name) const
    {
        auto *const button = captcha ? captcha->findChild<QPushButton *>(QString::fromLatin1(name)) : nullptr;
        return button && button->isVisible() ? button : nullptr;
    }

    QString text() const
    {
        const auto *const label = captcha->findChild<QLabel *>(QStringLiteral("smartCaptchaMessage"));
        return label && label->isVisible() ? label->text() : QString();
    }

    bool click(const char *name) const
    {
        QPushButton *const button = visible(name);
        if (!button)
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    QWidget window;
    QLineEdit before;
    QPointer<SmartCaptchaWidget> captcha;
    QLineEdit after;
    QSignalSpy tokens;
    QSignalSpy cancellations;
};

} // namespace

/// The widget and the dialog while their captcha is in the person's browser.
class tst_WidgetInBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_browser = std::make_unique<PlainBrowser>(); }
    void cleanup() { m_browser.reset(); }

    void opensOnlyWhenAsked()
    {
        Form form;
        QVERIFY(form.show());
        EVENTUALLY_COMPARE(form.captcha->activeEngine(), Engine::Browser);
        QCOMPARE(form.captcha->state(), State::Idle);
        QVERIFY(m_browser->opened.isEmpty());
        QVERIFY(!form.text().isEmpty());
        QVERIFY(!form.visible("smartCaptchaSecond"));
        QVERIFY(form.click("smartCaptchaRetry"));
        EVENTUALLY_COMPARE(m_browser->opened.size(), 1);
        QCOMPARE(form.captcha->state(), State::Loading);
        QVERIFY(form.visible("smartCaptchaThird"));
    }

    void passes()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(m_browser->load());
        QCOMPARE(m_browser->sayReady(), QStringLiteral("waiting"));
        QCOMPARE(form.captcha->state(), State::Ready);
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
        QCOMPARE(form.captcha->state(), State::Solved);
        QVERIFY(!form.text().isEmpty());
        QVERIFY(!form.visible("smartCaptchaRetry"));
        // A new attempt only when somebody asks for it.
        form.captcha->reset();
        QCOMPARE(form.captcha->state(), State::Idle);
        QVERIFY(form.visible("smartCaptchaRetry"));
        settle();
        QCOMPARE(m_browser->opened.size(), 1);
        QVERIFY(form.cancellations.isEmpty());
    }

    void resetEndsTheAttempt()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        form.captcha->reset();
        QCOMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->state(), State::Idle);
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QString());
        QVERIFY(form.tokens.isEmpty());
    }

    void checksInInvisibleMode()
    {
        Form form;
        form.captcha->setOptions(invisible());
        form.window.show();
        settle();
        QVERIFY(m_browser->opened.isEmpty());
        QCOMPARE(form.captcha->height(), 0);
        form.captcha->execute();
        EVENTUALLY_COMPARE(m_browser->opened.size(), 1);
        EVENTUALLY(form.visible("smartCaptchaThird"));
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        QCOMPARE(form.captcha->state(), State::Checking);
        QCOMPARE(
            m_browser->say(QStringLiteral("success"), {{QStringLiteral("token"), QStringLiteral("abc")}}, 1),
            QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
    }

    void copiesTheAddress()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        const QString before = form.text();
        QVERIFY(form.click("smartCaptchaSecond"));
        EVENTUALLY_COMPARE(QGuiApplication::clipboard()->text(), m_browser->opened.first().toString());
        QVERIFY(form.text() != before);
    }

    void opensAgain()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        letPass(600, "a second press at once is half of a double click");
        QVERIFY(form.click("smartCaptchaRetry"));
        EVENTUALLY_COMPARE(m_browser->opened.size(), 2);
        QCOMPARE(m_browser->opened.last(), m_browser->opened.first());
        QCOMPARE(form.captcha->state(), State::Loading);
    }

    // The button to open the page gives way to the one to open it again.
    void aDoubleClickOpensItOnce()
    {
        Form form;
        QVERIFY(form.show());
        QPushButton *const button = form.visible("smartCaptchaRetry");
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseDClick(button, Qt::LeftButton);
        EVENTUALLY(!m_browser->opened.isEmpty());
        settle();
        QCOMPARE(m_browser->opened.size(), 1);
    }

    void saysWhatTheButtonDoesWithoutAutoLoad()
    {
        Form form;
        const QString expected = [&] {
            Form other;
            return other.show() ? other.text() : QString();
        }();
        QVERIFY(!expected.isEmpty());
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        QCOMPARE(form.text(), expected);
        form.captcha->setEngine(Engine::WebEngine);
        QVERIFY(form.text() != expected);
        form.captcha->setEngine(Engine::Browser);
        QCOMPARE(form.text(), expected);
        QVERIFY(form.click("smartCaptchaRetry"));
        EVENTUALLY_COMPARE(m_browser->opened.size(), 1);
    }

    void isCancelled_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Esc") << true;
    }

    void isCancelled()
    {
        QFETCH(bool, byKey);
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        if (byKey) {
            form.captcha->setFocus();
            QTest::keyClick(form.window.focusWidget(), Qt::Key_Escape);
        } else {
            QVERIFY(form.click("smartCaptchaThird"));
        }
        EVENTUALLY_COMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->state(), State::Idle);
        QVERIFY(form.visible("smartCaptchaRetry"));
        QVERIFY(!form.visible("smartCaptchaThird"));
    }

    void noticesThatTheTabWasClosed()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        const QString waiting = form.text();
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        m_browser->leave();
        EVENTUALLY(form.text() != waiting);
        QCOMPARE(form.captcha->state(), State::Ready);
        QVERIFY(form.cancellations.isEmpty());
        QVERIFY(m_browser->load());
        EVENTUALLY_COMPARE(form.text(), waiting);
    }

    // Whole rounds, forwards and backwards.
    void tabGoesThroughTheButtons()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        form.before.setFocus();
        const QList<QWidget *> round{form.visible("smartCaptchaRetry"), form.visible("smartCaptchaSecond"),
                                     form.visible("smartCaptchaThird"), &form.after};
        for (QWidget *const next : round) {
            QTest::keyClick(form.window.focusWidget(), Qt::Key_Tab);
            QCOMPARE(form.window.focusWidget(), next);
        }
        const QList<QWidget *> back{round.at(2), round.at(1), round.at(0), &form.before};
        for (QWidget *const next : back) {
            QTest::keyClick(form.window.focusWidget(), Qt::Key_Backtab);
            QCOMPARE(form.window.focusWidget(), next);
        }
        letPass(600, "a second press at once is half of a double click");
        QTest::keyClick(&form.before, Qt::Key_Tab);
        QTest::keyClick(form.window.focusWidget(), Qt::Key_Space);
        EVENTUALLY_COMPARE(m_browser->opened.size(), 2);
    }

    void hiddenItGoesOn()
    {
        Form form;
        QVERIFY(form.show());
        QVERIFY(begin(form));
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        m_browser->say(QStringLiteral("challengeVisible"));
        QCOMPARE(form.captcha->state(), State::Challenge);
        form.captcha->hide();
        settle();
        QVERIFY(form.cancellations.isEmpty());
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
        QCOMPARE(form.tokens.size(), 1);
    }

    void takesTheBrowserWithoutAPlugin()
    {
        const QTemporaryDir empty;
        qputenv(HostPlugin::PathVariable, QFile::encodeName(empty.path()));
        {
            Form form(Engine::Auto);
            QVERIFY(form.show());
            EVENTUALLY_COMPARE(form.captcha->activeEngine(), Engine::Browser);
            QCOMPARE(form.captcha->state(), State::Idle);
            QVERIFY(begin(form));
        }
        {
            // What has failed can go on in the browser.
            Form form(Engine::WebEngine);
            QVERIFY(form.show());
            EVENTUALLY_COMPARE(form.captcha->state(), State::Failed);
            QVERIFY(form.click("smartCaptchaRetry"));
            EVENTUALLY_COMPARE(form.captcha->state(), State::Loading);
            QCOMPARE(form.captcha->activeEngine(), Engine::Browser);
            EVENTUALLY_COMPARE(m_browser->opened.size(), 2);
            QCOMPARE(form.captcha->engine(), Engine::WebEngine);
        }
        {
            // A page that was made for an embedded engine has no use in the browser.
            Form form(Engine::Auto);
            SmartCaptchaOptions options = standard();
            options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
            options.setPageUrl(QUrl(QStringLiteral("https://shop.example/captcha.html")));
            form.captcha->setOptions(options);
            form.window.show();
            EVENTUALLY_COMPARE(form.captcha->state(), State::Failed);
            QCOMPARE(form.captcha->error().code(), SmartCaptchaError::Code::WebEngineUnavailable);
            QCOMPARE(m_browser->opened.size(), 2);
        }
        qunsetenv(HostPlugin::PathVariable);
    }

    void anotherEngineEndsTheAttempt()
    {
        Form form;
        QSignalSpy changes(form.captcha, &SmartCaptchaWidget::engineChanged);
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        QVERIFY(begin(form));
        for (int i = 0; i < 2; ++i)
            form.captcha->setEngine(Engine::WebEngine);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(form.cancellations.size(), 1);
        QCOMPARE(form.captcha->state(), State::Idle);
        QCOMPARE(form.captcha->activeEngine(), Engine::Auto);
    }

    void deletedInEverySlot_data()
    {
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("ready") << QByteArray(SIGNAL(ready()));
        QTest::newRow("token") << QByteArray(SIGNAL(tokenReceived(SmartCaptchaToken)));
        QTest::newRow("state") << QByteArray(SIGNAL(stateChanged(SmartCaptcha::State)));
        QTest::newRow("engine") << QByteArray(SIGNAL(activeEngineChanged(SmartCaptchaWidget::Engine)));
        QTest::newRow("cancelled") << QByteArray(SIGNAL(cancelled()));
    }

    void deletedInEverySlot()
    {
        QFETCH(QByteArray, signal);
        Form form;
        m_victim = form.captcha;
        connect(form.captcha, signal.constData(), this, SLOT(deleteVictim()));
        form.window.show();
        const QList<std::function<void()>> steps{
            [&] {
                (void)eventually(
                    [&] { return !form.captcha || form.captcha->activeEngine() == Engine::Browser; });
            },
            [&] { form.captcha->load(); },
            [&] {
                QVERIFY(eventually([&] { return !form.captcha || !m_browser->opened.isEmpty(); }));
                QVERIFY(!form.captcha || m_browser->load());
            },
            [&] { m_browser->sayReady(); },
            [&] {
                if (signal.contains("cancelled"))
                    form.captcha->cancel();
                else
                    m_browser->sayToken(QStringLiteral("abc"));
            }};
        for (const auto &step : steps) {
            if (form.captcha)
                step();
        }
        EVENTUALLY(!form.captcha);
    }

    void dialogOpensTheBrowser()
    {
        QWidget parent;
        parent.show();
        SmartCaptchaDialog dialog(standard(), &parent);
        dialog.captcha()->setEngine(Engine::Browser);
        dialog.open();
        EVENTUALLY_COMPARE(m_browser->opened.size(), 1);
        QVERIFY(m_browser->load());
        m_browser->sayReady();
        QCOMPARE(m_browser->sayToken(QStringLiteral("abc")), QStringLiteral("passed"));
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.token().value(), QStringLiteral("abc"));
    }

    void dialogWaitsInInvisibleMode()
    {
        SmartCaptchaDialog dialog(invisible());
        dialog.captcha()->setEngine(Engine::Browser);
        dialog.open();
        EVENTUALLY_COMPARE(m_browser->opened.size(), 1);
        const auto *const third =
            dialog.captcha()->findChild<QPushButton *>(QStringLiteral("smartCaptchaThird"));
        QVERIFY(third && third->isVisible());
        dialog.reject();
        QCOMPARE(dialog.captcha()->state(), State::Idle);
    }

private:
    bool begin(Form &form)
    {
        const qsizetype before = m_browser->opened.size();
        return eventually([&] { return form.visible("smartCaptchaRetry"); })
            && form.click("smartCaptchaRetry")
            && eventually([&] { return m_browser->opened.size() == before + 1; });
    }

    Q_SLOT void deleteVictim() { delete m_victim; }

    std::unique_ptr<PlainBrowser> m_browser;
    QPointer<SmartCaptchaWidget> m_victim;
};

QTEST_MAIN(tst_WidgetInBrowser)
#include "tst_widgetinbrowser.moc"
