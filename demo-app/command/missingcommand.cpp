// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "missingcommand.h"

#include "process/console.h"

MissingCommand::MissingCommand(const QString &name, const QString &library, const QString &package)
    : m_name(name)
    , m_library(library)
    , m_package(package)
{
}

QString MissingCommand::name() const
{
    return m_name;
}

QString MissingCommand::summary() const
{
    return QStringLiteral("(not in this build: %1 is missing)").arg(m_library);
}

int MissingCommand::run(const QStringList &arguments)
{
    Q_UNUSED(arguments)
    Console::fail(QStringLiteral("%1 is not in this build, because %2 was left out; it needs %3")
                      .arg(m_name, m_library, m_package));
    return WrongUsage;
}
