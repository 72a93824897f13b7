// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>

#include <memory>

/// Turns SIGINT and SIGTERM (on Windows Ctrl+C and closing the console) into a Qt signal during its lifetime.
/// Only one may exist at a time.
class Termination : public QObject {
    Q_OBJECT

public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;

Q_SIGNALS:
    /// The program has been asked to end.
    void requested();

private:
    Q_DISABLE_COPY_MOVE(Termination)

    class Platform;
    const std::unique_ptr<Platform> m_platform;
};
