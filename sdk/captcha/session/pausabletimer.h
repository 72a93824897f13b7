// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

namespace SmartCaptcha::Internal {

/// A single-shot timer that can be paused, and then continues with the time that was left.
class PausableTimer : public QObject {
    Q_OBJECT

public:
    explicit PausableTimer(QObject *parent = nullptr);
    ~PausableTimer() override;

    /// Restarts. While paused, the time starts to run when the pause ends.
    void start(int milliseconds);
    void stop();

    /// True from start() until timeout() or stop(), also while paused.
    [[nodiscard]] bool isActive() const;

    void pause();

    /// Ends a pause. A time that had begun before the pause has at least @p leastLeft milliseconds left.
    void goOn(int leastLeft);

Q_SIGNALS:
    void timeout();

private:
    QTimer m_timer;
    bool m_paused = false;
    bool m_waits = false; // active and paused
    bool m_interrupted = false; // paused while active, and not restarted since
    int m_left = 0;
};

} // namespace SmartCaptcha::Internal
