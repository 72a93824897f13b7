// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcoreapplication.h>

namespace Fuzz {

/// Creates the application object, which timers and sockets need, with the first input. Nothing is logged:
/// most inputs are wrong.
inline void ensureApplication()
{
    static const bool once = [] {
        static int argc = 1;
        static char name[] = "fuzz";
        static char *argv[] = {name, nullptr};
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        // Never destroyed: with libFuzzer, main() is not ours.
        static const auto *const application = new QCoreApplication(argc, argv);
        return application != nullptr;
    }();
    Q_UNUSED(once)
}

} // namespace Fuzz
