// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"

#include <QtCore/qthread.h>
#include <QtTest/qtest.h>

#include <atomic>
#include <memory>
#include <thread>

namespace {

/// The thread sanitizer keeps notes of the last four accesses to each eight bytes. Nothing else is in these.
using Number = qint64;

std::atomic_int reports = 0;
/// What a Numbered has said last.
std::atomic_int said = 0;

class Numbered : public QObject {
public:
    using QObject::QObject;

    Number number = 0;

    /// Says its number plus one, by an event.
    void sayNext()
    {
        QMetaObject::invokeMethod(
            this, [this] { said.store(int(++number)); }, Qt::QueuedConnection);
    }

protected:
    bool event(QEvent *event) override
    {
        // The events that are on their way move along.
        if (event->type() == QEvent::ThreadChange)
            number += 10;
        return QObject::event(event);
    }
};

} // namespace

extern "C" {

/// Called by the sanitizer for each report.
Q_DECL_EXPORT void __tsan_on_report(void *)
{
    reports.fetch_add(1);
}

/// Its reports are what this test is about.
Q_DECL_EXPORT const char *__tsan_default_options()
{
    return "exitcode=0";
}
}

/**
 * What handover.cpp tells the thread sanitizer is enough for events and objects that go from thread to
 * thread, and hides no race.
 */
class tst_handover : public QObject {
    Q_OBJECT

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_there;

private Q_SLOTS:
    void init()
    {
        reports = 0;
        m_there = std::make_unique<QObject>();
        m_there->moveToThread(&m_thread);
        m_thread.start();
    }

    void cleanup()
    {
        m_thread.quit();
        QVERIFY(m_thread.wait());
        m_there.reset();
    }

    void anEvent()
    {
        for (int i = 0; i < 100; ++i) {
            Number number = i;
            bool done = false;
            QMetaObject::invokeMethod(
                m_there.get(),
                [&] {
                    ++number;
                    QMetaObject::invokeMethod(
                        this, [&done] { done = true; }, Qt::QueuedConnection);
                },
                Qt::QueuedConnection);
            EVENTUALLY(done);
            QCOMPARE(number, Number(i + 1));
        }
        QCOMPARE(reports, 0);
    }

    void anObjectThatIsMoved()
    {
        for (int i = 0; i < 100; ++i) {
            said.store(0);
            auto *object = new Numbered;
            new QObject(object);
            object->sayNext();
            object->moveToThread(&m_thread);
            EVENTUALLY_COMPARE(said.load(), 11);
            object->deleteLater();
        }
        QCOMPARE(reports, 0);
    }

    void whatTheSenderDoesAfterwards()
    {
        Number number = 0;
        bool done = false;
        QMetaObject::invokeMethod(
            m_there.get(),
            [&] {
                ++number;
                QMetaObject::invokeMethod(
                    this, [&done] { done = true; }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        ++number;
        EVENTUALLY(done);
        QVERIFY(reports > 0);
    }

    void whatTheFormerThreadDoesAfterwards()
    {
        said.store(0);
        auto *object = new Numbered;
        new QObject(object);
        object->moveToThread(&m_thread);
        object->sayNext();
        object->number = 5;
        EVENTUALLY(said.load() > 0);
        object->deleteLater();
        QVERIFY(reports > 0);
    }

    void whatAThirdThreadDoes()
    {
        Number number = 0;
        bool done = false;
        bool written = false;
        std::thread third([&] {
            number = 1;
            // Not std::atomic: without optimization, all its orders are the strictest.
            __atomic_store_n(&written, true, __ATOMIC_RELAXED);
        });
        EVENTUALLY(__atomic_load_n(&written, __ATOMIC_RELAXED));
        QMetaObject::invokeMethod(
            m_there.get(),
            [&] {
                ++number;
                QMetaObject::invokeMethod(
                    this, [&done] { done = true; }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        EVENTUALLY(done);
        third.join();
        QVERIFY(reports > 0);
    }
};

QTEST_GUILESS_MAIN(tst_handover)
#include "tst_handover.moc"
