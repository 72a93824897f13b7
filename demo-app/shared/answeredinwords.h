// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

/// True when @p arguments ask for the help or the version of a program, which need no display.
[[nodiscard]] bool isAnsweredInWords(const QStringList &arguments);

/// The same for what main() is given, before there is an application object.
[[nodiscard]] bool isAnsweredInWords(int argc, char **argv);
