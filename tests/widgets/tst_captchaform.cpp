// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// A real captcha among other widgets. Keys are sent to the window, as by the system, not to a widget.

#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaWidget>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtGui/qwindow.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

#include <chrono>

using Presentation = SmartCaptchaWidget::ChallengePresentation;
using Scenario = SmartCaptchaEmulator::Scenario;
using State = SmartCaptcha::State;

namespace {

// The position of the button in the emulator's page, as in the service's.
constexpr QPoint button(40, 50);

/// A dialog with a field before the captcha, and a field and the default button after it.
class Form {
public:
    explicit Form(const SmartCaptchaEmulator &emulator)
        : before(new QLineEdit)
        , captcha(new SmartCaptchaWidget)
        , after(new QLineEdit)
        , ok(new QPushButton(QStringLiteral("&OK")))
        , tokens(captcha, &SmartCaptchaWidget::tokenReceived)
        , cancellations(captcha, &SmartCaptchaWidget::cancelled)
        , errors(captcha, &SmartCaptchaWidget::errorOccurred)
    {
        options = SmartCaptchaOptions(emulator.siteKey());
        options.setService(emulator.service());
        options.setLanguage(QStringLiteral("en"));
        options.setPageOrigin(emulator.pageOrigin());
        column = new QVBoxLayout(&window);
        column->addWidget(before);
        column->addWidget(captcha);
        column->addWidget(after);
        column->addWidget(ok);
        ok->setDefault(true);
        QObject::connect(ok, &QPushButton::clicked, &window, &QDialog::accept);
    }

    bool show()
    {
        captcha->setOptions(options);
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window, patience);
    }

    bool waitFor(State state)
    {
        return eventually([=] { return captcha->state() == state; }, patience);
    }

    /// The engine's widget that gets the input, wherever the page is shown.
    QWidget *input() const
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (widget->inherits("QWebEngineView") && widget->isVisible()
                && (captcha->isAncestorOf(widget) || (popup() && popup()->isAncestorOf(widget))))
                return widget->focusProxy();
        }
        return nullptr;
    }

    QDialog *popup() const
    {
        return captcha->window()->findChild<QDialog *>(QStringLiteral("smartCaptchaPopup"));
    }

    /// Presses the captcha's button with the mouse until the state changes.
    bool clickButton()
    {
        for (int i = 0; i < 30 && captcha->state() == State::Ready; ++i) {
            if (input())
                QTest::mouseClick(input(), Qt::LeftButton, {}, button);
            (void)eventually([this] { return captcha->state() != State::Ready; }, 1000);
        }
        return captcha->state() != State::Ready;
    }

    /// Which part of the form has the focus.
    QString stop() const
    {
        const QWidget *const focus = QApplication::focusWidget();
        if (!focus)
            return QStringLiteral("nothing");
        if (focus == before)
            return QStringLiteral("before");
        if (focus == after)
            return QStringLiteral("after");
        if (focus == ok)
            return QStringLiteral("ok");
        if (focus == captcha || captcha->isAncestorOf(focus))
            return QStringLiteral("captcha");
        if (focus->inherits("QPushButton"))
            return QStringLiteral("button");
        return focus->inherits("QQuickWidget") ? QStringLiteral("captcha") : QStringLiteral("other");
    }

    /// The first parts of the form that get the focus when it is moved this many times.
    QStringList walk(Qt::Key key, int moves)
    {
        QStringList way;
        QString last = stop();
        const auto note = [&] {
            // In between, the focus may be on no widget at all.
            if (const QString now = stop(); now != last && now != QLatin1String("nothing"))
                way << (last = now);
        };
        const auto watching = QObject::connect(qApp, &QApplication::focusChanged, &window, note);
        // Inside the page, Tab moves between controls asynchronously.
        for (int i = 0; i < 20 * moves && way.size() < moves; ++i) {
            const qsizetype known = way.size();
            if (!eventually([] { return QApplication::focusWindow(); }, patience))
                break;
            QTest::keyClick(QApplication::focusWindow(), key,
                            key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            (void)eventually([&] { return way.size() > known; }, 400);
        }
        QObject::disconnect(watching);
        return way.mid(0, moves);
    }

    /// The focus changes of two rounds with Tab or Shift+Tab if they differ from these stops; empty
    /// otherwise.
    QString roundsAreWrong(const QStringList &stops, QWidget *first)
    {
        first->setFocus(Qt::OtherFocusReason);
        QStringList expected;
        for (qsizetype i = 1; i <= 2 * stops.size(); ++i)
            expected << stops[i % stops.size()];
        QStringList way = walk(Qt::Key_Tab, int(expected.size()));
        if (way != expected)
            return QStringLiteral("forwards: ") + way.join(QLatin1String(", "));
        first->setFocus(Qt::OtherFocusReason);
        expected.clear();
        for (qsizetype i = 2 * stops.size() - 1; i >= 0; --i)
            expected << stops[i % stops.size()];
        way = walk(Qt::Key_Backtab, int(expected.size()));
        return way == expected ? QString() : QStringLiteral("backwards: ") + way.join(QLatin1String(", "));
    }

    QDialog window;
    SmartCaptchaOptions options;
    QVBoxLayout *column = nullptr;
    QLineEdit *const before;
    SmartCaptchaWidget *const captcha;
    QLineEdit *const after;
    QPushButton *const ok;
    QSignalSpy tokens;
    QSignalSpy cancellations;
    QSignalSpy errors;
};

} // namespace

class tst_captchaform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
    }

    void init() { m_emulator.setScenario(Scenario::Human); }

    // The engine's first page may make Qt recreate the native window.
    void theFirstPageLeavesTheFocusWhereItIs()
    {
        Form form(m_emulator);
        form.captcha->setAutoLoad(false);
        QVERIFY(form.show());
        form.before->setFocus();
        QTest::keyClicks(form.before, QStringLiteral("before"));
        form.captcha->load();
        QVERIFY(form.waitFor(State::Ready));
        EVENTUALLY(form.window.isActiveWindow());
        QCOMPARE(QApplication::focusWidget(), form.before);
        QVERIFY(QApplication::focusWindow());
        // Keys from the keyboard would go here.
        QTest::keyClick(QApplication::focusWindow(), Qt::Key_X);
        QCOMPARE(form.before->text(), QStringLiteral("beforex"));
    }

    void tabComesByOncePerRound_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"nothing to show yet", "button to load", "loading", "ready", "failed",
                                 "challenge over", "page replaced", "removed and added again"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void tabComesByOncePerRound()
    {
        QFETCH(QString, what);
        const QStringList all{QStringLiteral("before"), QStringLiteral("captcha"), QStringLiteral("after"),
                              QStringLiteral("ok")};
        QStringList stops = all;
        Form form(m_emulator);
        if (what == QLatin1String("nothing to show yet")) {
            form.options = {};
            stops.removeAt(1);
        } else if (what == QLatin1String("button to load")) {
            form.captcha->setAutoLoad(false);
        } else if (what == QLatin1String("loading")) {
            m_emulator.setScenario(Scenario::ScriptHanging);
        } else if (what == QLatin1String("failed")) {
            m_emulator.setScenario(Scenario::ScriptMissing);
        } else if (what == QLatin1String("challenge over")) {
            m_emulator.setScenario(Scenario::Challenge);
        }
        QVERIFY(form.show());
        if (what == QLatin1String("loading")) {
            QVERIFY(form.waitFor(State::Loading));
            EVENTUALLY(form.input());
        } else if (what == QLatin1String("failed")) {
            QVERIFY(form.waitFor(State::Failed));
        } else if (stops == all && form.captcha->isAutoLoad()) {
            QVERIFY(form.waitFor(State::Ready));
        }
        if (what == QLatin1String("challenge over")) {
            QVERIFY(form.clickButton());
            QVERIFY(form.waitFor(State::Challenge));
            EVENTUALLY_COMPARE(QApplication::activeWindow(), form.popup());
            form.captcha->cancel();
            EVENTUALLY(!form.popup());
            QVERIFY(QTest::qWaitForWindowActive(&form.window, patience));
        } else if (what == QLatin1String("page replaced")) {
            form.captcha->load();
            QVERIFY(form.waitFor(State::Loading));
            QVERIFY(form.waitFor(State::Ready));
        } else if (what == QLatin1String("removed and added again")) {
            form.captcha->setParent(nullptr);
            form.column->insertWidget(1, form.captcha);
            QWidget::setTabOrder(form.before, form.captcha);
            form.captcha->show();
            QVERIFY(form.input());
        }
        const QString wrong = form.roundsAreWrong(stops, form.before);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void tabOrderOfTheApplicationHolds_data()
    {
        QTest::addColumn<bool>("loaded");
        QTest::newRow("set before the page is there") << false;
        QTest::newRow("set when it is there") << true;
    }

    void tabOrderOfTheApplicationHolds()
    {
        QFETCH(bool, loaded);
        Form form(m_emulator);
        const auto order = [&] { QWidget::setTabOrder(form.after, form.captcha); };
        if (!loaded)
            order();
        QVERIFY(form.show());
        QVERIFY(form.waitFor(State::Ready));
        if (loaded)
            order();
        const QString wrong = form.roundsAreWrong({QStringLiteral("before"), QStringLiteral("after"),
                                                   QStringLiteral("captcha"), QStringLiteral("ok")},
                                                  form.before);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void tabGoesRoundInThePageWhereNothingElseIs()
    {
        Form form(m_emulator);
        form.before->hide();
        form.after->hide();
        form.ok->hide();
        QVERIFY(form.show());
        QVERIFY(form.waitFor(State::Ready));
        form.captcha->setFocus();
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWindow(), Qt::Key_Tab);
            letPass(100, "the page may pass the focus on");
            QCOMPARE(QApplication::focusWidget(), form.input());
        }
    }

private:
    SmartCaptchaEmulator m_emulator;
};

QTEST_MAIN(tst_captchaform)
#include "tst_captchaform.moc"
