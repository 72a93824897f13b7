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

/// The status bar of the harness' window: the service, its server key, what the session has come to, and how
/// far a run has got.
class HarnessStatus : public QObject {
    Q_OBJECT

public:
    /// Where the server key is.
    enum class Key { NotNeeded, Awaited, Missing, InKeychain, InMemory };

    explicit HarnessStatus(QStatusBar *bar);

    /// @p address is where the service really is, which is the emulator's own affair.
    void showService(const Qa::Profile &profile, const QString &address);
    /// @p problem says why it is not in the keychain.
    void showKey(Key key, const QString &problem);
    /// What came of how many of the @p scenarios.
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
