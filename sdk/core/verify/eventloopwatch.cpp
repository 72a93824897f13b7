// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "eventloopwatch.h"

#ifndef QT_NO_DEBUG

#include "networklog.h"

#include <QtCore/qmutex.h>
#include <QtCore/qthread.h>
#include <QtCore/qtimer.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

namespace SmartCaptcha::Internal {

namespace {

using SteadyClock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// How often an event loop shows that it is running, and how long it may be blocked.
constexpr auto beat = 500ms;
constexpr auto patience = 5s;

/// When an event loop was last seen running. It exists as long as somebody waits for a future.
using Pulse = std::atomic<SteadyClock::time_point>;

class Watch : public QThread {
public:
    Watch()
    {
        setObjectName(QStringLiteral("SmartCaptcha: event loops"));
        start(IdlePriority);
    }
    ~Watch() override
    {
        requestInterruption();
        wait();
        // The thread sanitizer does not see how wait() is told, but it sees a mutex.
        const QMutexLocker lock(&m_mutex);
    }

    void add(const std::shared_ptr<Pulse> &pulse)
    {
        const QMutexLocker lock(&m_mutex);
        m_pulses.push_back(pulse);
    }

protected:
    void run() override
    {
        while (!isInterruptionRequested()) {
            msleep(100);
            if (!oneStandsStill())
                continue;
            qCWarning(networkLog,
                      "A future of SmartCaptchaVerifier::verifyAsync() is open, and the event loop of the "
                      "verifier's thread has been blocked for seconds. If that thread waits for the future, "
                      "with waitForFinished() or result(), it waits forever: the result comes from the "
                      "event loop. Use then() or a QFutureWatcher, or wait in another thread.");
            return;
        }
    }

private:
    [[nodiscard]] bool oneStandsStill()
    {
        const QMutexLocker lock(&m_mutex);
        bool found = false;
        m_pulses.erase(std::remove_if(m_pulses.begin(), m_pulses.end(),
                                      [&](const std::weak_ptr<Pulse> &weak) {
                                          const auto pulse = weak.lock();
                                          found = found
                                              || (pulse && SteadyClock::now() - pulse->load() > patience);
                                          return !pulse;
                                      }),
                       m_pulses.end());
        return found;
    }

    QMutex m_mutex;
    std::vector<std::weak_ptr<Pulse>> m_pulses;
};

} // namespace

void watchEventLoop(QObject *waiting)
{
    static Watch watch;
    const auto pulse = std::make_shared<Pulse>(SteadyClock::now());
    auto *timer = new QTimer(waiting);
    QObject::connect(timer, &QTimer::timeout, timer, [pulse] { *pulse = SteadyClock::now(); });
    timer->start(beat);
    watch.add(pulse);
}

} // namespace SmartCaptcha::Internal

#endif
