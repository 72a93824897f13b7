// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pythonasker.h"

namespace {

const QString python = QStringLiteral("python3");

} // namespace

PythonAsker::PythonAsker(const QUrl &validateUrl)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(python,
                    {QStringLiteral(BENCHMARK_SOURCES "/ask_with_requests.py"), validateUrl.toString(),
                     QStringLiteral(TEST_CERTIFICATES "/ca.pem")});
}

PythonAsker::~PythonAsker()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(5000);
}

bool PythonAsker::isAvailable()
{
    return QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import requests")}) == 0;
}

void PythonAsker::ask(int total, int inFlight)
{
    m_process.write(QByteArray::number(total) + ' ' + QByteArray::number(inFlight) + '\n');
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(120000))
            qFatal("Python does not answer");
    }
    m_processorTime = m_process.readLine().toDouble();
}
