// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "play/personsbrowser.h"
#include "webdriver/webdriverengine.h"

#include <QtCore/qmutex.h>
#include <QtCore/qobject.h>
#include <QtCore/qqueue.h>
#include <QtCore/qthread.h>
#include <QtCore/qurl.h>

#include <atomic>
#include <functional>
#include <memory>

/// A browser under WebDriver as the system's: it opens what the program opens with QDesktopServices. It is
/// controlled from a thread of its own, because each step waits for the browser.
class DrivenBrowser : public QObject, public Qa::PersonsBrowser {
    Q_OBJECT

public:
    DrivenBrowser();
    ~DrivenBrowser() override;

    /// Starts the browser, which takes a few seconds. Returns the error, or an empty string.
    [[nodiscard]] QString start(const WebDriverEngine::Kind &kind);

    void press(bool byKeyboard) override;
    void answer(const QString &text) override;
    void closeChallenge() override;
    void pressEscape() override;
    void closeTab() override;
    void giveUp() override { ++m_generation; }
    [[nodiscard]] bool isBusy() const override { return m_pending > 0; }
    [[nodiscard]] QString problem() const override;

public Q_SLOTS:
    void open(const QUrl &address);

private:
    using Action = std::function<bool(WebDriverEngine &)>;
    struct Task {
        QString problem; // if it fails
        Action action;
        int generation;
    };

    void perform(const QString &problem, const Action &action);
    // The rest runs in the thread.
    void performAll();
    void end();
    // Closes the tab with the page, if there is one.
    [[nodiscard]] bool leave(WebDriverEngine &engine);

    QThread m_thread;
    QObject m_worker; // lives in the thread, as the engine does
    std::unique_ptr<WebDriverEngine> m_engine;
    QQueue<Task> m_tasks; // the first one is being performed
    QString m_firstTab; // the one beside the page's, so that closing that one does not end the browser
    std::atomic<int> m_pending = 0;
    std::atomic<int> m_generation = 0; // of the tasks that are wanted
    std::atomic<bool> m_ending = false;
    mutable QMutex m_mutex; // protects m_problem
    QString m_problem;
};
