// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

#include <memory>

/// Turns SIGINT and SIGTERM, on Windows Ctrl+C and the closing of the console, into a signal of Qt while it
/// lives. There can be one at a time.
class Termination : public QObject {
    Q_OBJECT

public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;

Q_SIGNALS:
    /// Somebody wants the program to end.
    void requested();

private:
    Q_DISABLE_COPY_MOVE(Termination)

    class Platform;
    const std::unique_ptr<Platform> m_platform;
};
