// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "measuredprocess.h"

#include "shared/eventually.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qeventloop.h>
#include <QtCore/qsocketnotifier.h>
#include <QtWidgets/qapplication.h>

#include <cstdio>
#include <unistd.h>

namespace {

/// The first argument of such a process.
constexpr char mark[] = "--child";

} // namespace

bool MeasuredProcess::ran(int argc, char *argv[], void (*measured)(const QStringList &arguments))
{
    if (argc < 2 || qstrcmp(argv[1], mark) != 0)
        return false;
    SmartCaptcha::initializeQuick();
    const QApplication application(argc, argv);
    measured(QCoreApplication::arguments().mid(2));
    return true;
}

MeasuredProcess::MeasuredProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), QStringList{QLatin1String(mark)} + arguments);
    if (!m_process.waitForStarted())
        giveUp("could not be started");
}

MeasuredProcess::~MeasuredProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray MeasuredProcess::line()
{
    if (!eventually([this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; })
        || !m_process.canReadLine())
        giveUp("says nothing");
    return m_process.readLine().trimmed();
}

void MeasuredProcess::end()
{
    m_process.closeWriteChannel();
    if (!eventually([this] { return m_process.state() == QProcess::NotRunning; })
        || m_process.exitCode() != 0)
        giveUp("did not end well");
}

QByteArrayList MeasuredProcess::lines()
{
    m_process.closeWriteChannel();
    while (!eventually([this] { return m_process.state() == QProcess::NotRunning; })) {}
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        giveUp("did not end well");
    QByteArrayList lines;
    while (m_process.canReadLine())
        lines << m_process.readLine().trimmed();
    return lines;
}

void MeasuredProcess::say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

void MeasuredProcess::rest()
{
    QEventLoop loop;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
    say(rests);
    loop.exec();
}

void MeasuredProcess::giveUp(const char *why)
{
    qFatal("%s %s: %s", qPrintable(m_process.arguments().join(QLatin1Char(' '))), why,
           m_process.readAllStandardOutput().constData());
}
