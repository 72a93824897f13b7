// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "answeredinwords.h"

#include <algorithm>

bool isAnsweredInWords(const QStringList &arguments)
{
    const auto options = {"--help", "--help-all", "-h", "--version", "-v"};
    return std::any_of(options.begin(), options.end(), [&arguments](const char *option) {
        return arguments.contains(QLatin1String(option));
    });
}

bool isAnsweredInWords(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return isAnsweredInWords(arguments);
}
