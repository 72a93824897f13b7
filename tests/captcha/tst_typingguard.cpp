// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcha/face/typingguard.h"
#include "shared/eventually.h"

#include <QtGui/qevent.h>
#include <QtTest/qtest.h>

#include <memory>

using SmartCaptcha::Internal::TypingGuard;

namespace {

/// A window that counts the keys that it gets.
class Window : public QObject {
public:
    /// Presses a key and releases it; true if the window has got both.
    bool gets()
    {
        const int before = m_keys;
        QKeyEvent press(QEvent::KeyPress, Qt::Key_A, {});
        QCoreApplication::sendEvent(this, &press);
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_A, {});
        QCoreApplication::sendEvent(this, &release);
        return m_keys == before + 2;
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)
            ++m_keys;
        return QObject::event(event);
    }

private:
    int m_keys = 0;
};

void pause()
{
    letPass(int(TypingGuard::Pause) + 100, "the person has to pause");
}

} // namespace

/// A key, and the moment of it, between a form and a challenge.
class tst_typingguard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChallengeGetsKeysAfterAPause_data()
    {
        QTest::addColumn<bool>("inTheForm");
        QTest::newRow("in the form's window") << true;
        QTest::newRow("in a window of its own") << false;
    }

    void aChallengeGetsKeysAfterAPause()
    {
        QFETCH(bool, inTheForm);
        Window form;
        Window popup;
        Window &challenge = inTheForm ? form : popup;
        TypingGuard guard([] { return false; });
        guard.watch(&form);
        QVERIFY(form.gets());
        QVERIFY(guard.isTyping());
        guard.protect(&challenge);
        for (int key = 0; key < 3; ++key)
            QVERIFY(!challenge.gets());
        pause();
        QVERIFY(!guard.isTyping());
        QVERIFY(challenge.gets());
        QVERIFY(challenge.gets());
    }

    void withoutTypingItGetsThemAtOnce()
    {
        Window form;
        Window popup;
        TypingGuard guard([] { return false; });
        guard.watch(&form);
        guard.protect(&popup);
        QVERIFY(popup.gets());
        QVERIFY(form.gets());
        pause();
        guard.protect(&popup);
        QVERIFY(popup.gets());
    }

    void keysForTheCaptchaAreNotTyping()
    {
        Window form;
        bool inCaptcha = true;
        TypingGuard guard([&] { return inCaptcha; });
        guard.watch(&form);
        QVERIFY(form.gets()); // Space on the check box
        QVERIFY(!guard.isTyping());
        guard.protect(&form);
        QVERIFY(form.gets());
        guard.release();
        inCaptcha = false;
        QVERIFY(form.gets());
        QVERIFY(guard.isTyping());
        inCaptcha = true; // as when a challenge takes the focus
        guard.protect(&form);
        QVERIFY(!form.gets());
    }

    void aChallengeThatHasClosedKeepsNoKeys()
    {
        Window form;
        TypingGuard guard([] { return false; });
        guard.watch(&form);
        QVERIFY(form.gets());
        guard.protect(&form);
        QVERIFY(!form.gets());
        guard.release();
        QVERIFY(form.gets());
    }

    void whatWaitsForAPause()
    {
        Window form;
        TypingGuard guard([] { return false; });
        guard.watch(&form);
        int times = 0;
        guard.whenPaused([&] { ++times; });
        QCOMPARE(times, 1);
        QVERIFY(form.gets());
        guard.whenPaused([&] { ++times; });
        QCOMPARE(times, 1);
        EVENTUALLY_COMPARE(times, 2);
        QVERIFY(form.gets());
        guard.whenPaused([&] { ++times; });
        guard.release();
        pause();
        QCOMPARE(times, 2);
    }

    void anotherWindowIsWatchedInstead()
    {
        Window form;
        Window another;
        TypingGuard guard([] { return false; });
        guard.watch(&form);
        guard.watch(&another);
        QVERIFY(form.gets());
        QVERIFY(!guard.isTyping());
        QVERIFY(another.gets());
        QVERIFY(guard.isTyping());
    }

    void theWindowsMayGoFirst()
    {
        auto form = std::make_unique<Window>();
        auto popup = std::make_unique<Window>();
        TypingGuard guard([] { return false; });
        guard.watch(form.get());
        QVERIFY(form->gets());
        guard.protect(popup.get());
        popup.reset();
        form.reset();
        Window next;
        guard.watch(&next);
        QVERIFY(next.gets());
    }
};

QTEST_MAIN(tst_typingguard)
#include "tst_typingguard.moc"
