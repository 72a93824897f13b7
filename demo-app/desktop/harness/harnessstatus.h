// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QStatusBar;
QT_END_NAMESPACE

namespace Qa {
struct Profile;
class Session;
} // namespace Qa

/// The status bar of the harness window: the service, its server key, the results of the session, and the
/// progress of a run.
class HarnessStatus : public QObject {
    Q_OBJECT

public:
    /// Where the server key is.
    enum class Key { NotNeeded, Awaited, Missing, InKeychain, InMemory };

    explicit HarnessStatus(QStatusBar *bar);

    /// @p address is the actual address of the service; the emulator chooses its own.
    void showService(const Qa::Profile &profile, const QString &address);
    /// @p problem says why the key is not in the keychain.
    void showKey(Key key, const QString &problem);
    /// How many of the @p scenarios have which result.
    void showCounts(const Qa::Session &session, qsizetype scenarios);

    void setProgressShown(bool shown);
    void showProgress(int number, int of);

    void retranslate();

private:
    QLabel *const m_service;
    QLabel *const m_key;
    QLabel *const m_counts;
    QProgressBar *const m_progress;
};
