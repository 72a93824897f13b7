// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

namespace SmartCaptcha::Internal {

/// A single-shot timer that can be paused, and goes on afterwards with what was left.
class PausableTimer : public QObject {
    Q_OBJECT

public:
    explicit PausableTimer(QObject *parent = nullptr);
    ~PausableTimer() override;

    /// Begins anew. While it is paused, the time begins to run when it goes on.
    void start(int milliseconds);
    void stop();

    /// True from start() to timeout() or stop(), however long it is paused in between.
    [[nodiscard]] bool isActive() const;

    void pause();

    /// Ends a pause. At least @p leastLeft milliseconds are left of a time that had begun before.
    void goOn(int leastLeft);

Q_SIGNALS:
    void timeout();

private:
    QTimer m_timer;
    bool m_paused = false;
    bool m_waits = false; // active, and paused
    bool m_interrupted = false; // by pause(), not started since
    int m_left = 0;
};

} // namespace SmartCaptcha::Internal
