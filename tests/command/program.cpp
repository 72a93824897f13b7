// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"
#include "shared/eventually.h"

#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

} // namespace

QJsonObject Program::Outcome::json() const
{
    if (output.count('\n') != 1 || !output.endsWith('\n'))
        return {};
    return QJsonDocument::fromJson(output).object();
}

Program::Program()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QStringList variables = m_environment.keys();
    for (const QString &variable : variables) {
        if (variable.endsWith(QLatin1String("_proxy"), Qt::CaseInsensitive)
            || variable == QLatin1String("DBUS_SESSION_BUS_ADDRESS")
            || variable == QLatin1String("XDG_RUNTIME_DIR") || variable == QLatin1String("DISPLAY")
            || variable == QLatin1String("SMARTCAPTCHA_SERVER_KEY")
            || variable == QLatin1String("QT_LOGGING_RULES"))
            m_environment.remove(variable);
    }
    // The program must not need a window.
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("there-is-none"));
}

void Program::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void Program::unsetVariable(const QString &name)
{
    m_environment.remove(name);
}

void Program::keepSession()
{
    const QProcessEnvironment session = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"}) {
        const QString name = QString::fromLatin1(variable);
        if (session.contains(name))
            m_environment.insert(name, session.value(name));
    }
}

void Program::setFolder(const QString &path)
{
    m_process.setWorkingDirectory(path);
}

void Program::setInputFile(const QString &path)
{
    m_process.setStandardInputFile(path);
}

void Program::setOutputFile(const QString &path)
{
    m_process.setStandardOutputFile(path);
}

#ifdef Q_OS_UNIX
void Program::setOutputDescriptor(int descriptor)
{
    m_process.setChildProcessModifier([descriptor] {
        if (descriptor < 0)
            close(STDOUT_FILENO);
        else
            dup2(descriptor, STDOUT_FILENO);
    });
}
#endif

void Program::preload(const QString &library)
{
    setVariable(QStringLiteral("LD_PRELOAD"), library);
    // The address sanitizer insists on being loaded first, unless told otherwise.
    setVariable(QStringLiteral("ASAN_OPTIONS"),
                qEnvironmentVariable("ASAN_OPTIONS") + QStringLiteral(":verify_asan_link_order=0"));
}

QByteArray Program::readErrors()
{
    return m_process.readAllStandardError();
}

void Program::runThrough(const QStringList &words)
{
    m_through = words;
}

void Program::begin(const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    QStringList words = m_through + QStringList{QStringLiteral(SMARTCAPTCHA_PROGRAM)} + arguments;
    const QString first = words.takeFirst();
    m_process.start(first, words);
}

Program::Outcome Program::run(const QStringList &arguments, const QByteArray &input)
{
    begin(arguments);
    m_process.write(input);
    m_process.closeWriteChannel();
    return end();
}

QByteArray Program::nextLine()
{
    const bool ready = eventually(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; }, patience);
    if (!ready)
        qWarning("the program did not write a line");
    return m_process.readLine();
}

void Program::start(const QStringList &arguments)
{
    begin(arguments);
    m_firstLine = nextLine();
}

Program::Outcome Program::end()
{
    // With the event loop running, unlike in QProcess::waitForFinished().
    if (!eventually([this] { return m_process.state() == QProcess::NotRunning; }, patience)) {
        m_process.kill();
        m_process.waitForFinished();
        qWarning("the program did not end");
    }
    Outcome outcome;
    outcome.status = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    outcome.output = m_process.readAllStandardOutput();
    outcome.errors = m_process.readAllStandardError();
    return outcome;
}
