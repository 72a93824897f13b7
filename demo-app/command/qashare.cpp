// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "qashare.h"

#include "play/batch.h"
#include "report/report.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtimer.h>

#include <cstdio>

namespace {

constexpr const char *variable = "SMARTCAPTCHA_QA_SHARE";

// Milliseconds that a process may take to end.
constexpr int patience = 10000;

Qa::ScenarioResult lost(const Qa::Scenario &scenario)
{
    Qa::ScenarioResult result;
    result.id = scenario.id;
    result.status = Qa::Status::Failed;
    result.problem = QStringLiteral("its process ended before there was a result");
    return result;
}

} // namespace

QaShare::QaShare(const QList<Qa::Scenario> &scenarios, QObject *parent)
    : QObject(parent)
    , m_scenarios(scenarios)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::started, this, [this] {
        // Before, it may have had the signal handlers of this process.
        if (m_stopped)
            m_process.terminate();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &QaShare::readResults);
    connect(&m_process, &QProcess::finished, this, &QaShare::end);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // After a crash there is finished() as well.
        if (error == QProcess::FailedToStart)
            end();
    });
}

void QaShare::start(const QStringList &arguments, const SmartCaptchaServerKey &key)
{
    if (m_stopped) {
        end();
        return;
    }
    QStringList all = QStringList{QStringLiteral("qa")} + arguments;
    for (const Qa::Scenario &scenario : m_scenarios)
        all << QStringLiteral("--only") << scenario.id;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(variable), QStringLiteral("1"));
    environment.remove(QStringLiteral("SMARTCAPTCHA_SERVER_KEY"));
    if (m_factor != 1) {
        // The environment's factor multiplies the screen's own scale.
        const qreal given = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"),
                           QString::number((given > 0 ? given : 1) * m_factor));
    }
    m_process.setProcessEnvironment(environment);
    QTimer::singleShot(int(m_scenarios.size()) * 60000 + 60000, &m_process, &QProcess::kill);
    // QProcess shares it until it is written, and makes no copy that cannot be wiped.
    m_key = key.secretValue().toUtf8();
    m_process.start(QCoreApplication::applicationFilePath(), all);
    m_process.write(m_key);
    m_process.closeWriteChannel();
}

void QaShare::stop()
{
    m_stopped = true;
    m_process.terminate();
    QTimer::singleShot(patience, &m_process, &QProcess::kill);
}

void QaShare::readResults()
{
    while (m_process.canReadLine()) {
        const QJsonObject result = QJsonDocument::fromJson(m_process.readLine()).object();
        if (!result.isEmpty())
            take(Qa::Report::resultOf(result));
    }
}

void QaShare::end()
{
    m_key.fill('\0');
    for (const Qa::Scenario &scenario : m_scenarios) {
        if (!m_results.contains(scenario.id))
            take(m_stopped ? Qa::Batch::untried(scenario) : lost(scenario));
    }
    Q_EMIT finished();
}

void QaShare::take(const Qa::ScenarioResult &result)
{
    const bool isFirst = !m_results.contains(result.id);
    m_results.insert(result.id, result);
    if (isFirst)
        Q_EMIT scenarioFinished(result);
}

bool QaShare::isInOne()
{
    return qEnvironmentVariableIsSet(variable);
}

SmartCaptchaServerKey QaShare::receiveKey()
{
    constexpr int standardInput = 0;
    constexpr qint64 enough = 65536;
    QFile input;
    // Neither a buffer of the file nor one that grows, which would leave copies of the key.
    if (!input.open(standardInput, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    QByteArray bytes = input.read(enough);
    QString text = QString::fromUtf8(bytes);
    const SmartCaptchaServerKey key(text);
    bytes.fill('\0');
    text.fill(u'\0');
    return key;
}

bool QaShare::handOver(const Qa::ScenarioResult &result)
{
    // Unlike lines for people, in UTF-8 on every system.
    const QByteArray line = QJsonDocument(Qa::Report::jsonOf(result)).toJson(QJsonDocument::Compact) + '\n';
    return std::fwrite(line.constData(), 1, size_t(line.size()), stdout) == size_t(line.size())
        && std::fflush(stdout) == 0;
}
