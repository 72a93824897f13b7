// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "qashare.h"

#include "process/console.h"
#include "report/report.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtimer.h>

namespace {

constexpr const char *variable = "SMARTCAPTCHA_QA_SHARE";

QString reportIn(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("report.json"));
}

} // namespace

QaShare::QaShare(const QList<Qa::Scenario> &scenarios, QObject *parent)
    : QObject(parent)
    , m_scenarios(scenarios)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine())
            Console::print(QString::fromUtf8(m_process.readLine().chopped(1)));
    });
    connect(&m_process, &QProcess::finished, this, &QaShare::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // After a crash there is finished() as well.
        if (error == QProcess::FailedToStart)
            Q_EMIT finished();
    });
}

bool QaShare::isInOne()
{
    return qEnvironmentVariableIsSet(variable);
}

void QaShare::start(const QStringList &arguments)
{
    QStringList all{QStringLiteral("qa"), QStringLiteral("--json"), reportIn(m_folder)};
    all << arguments;
    for (const Qa::Scenario &scenario : m_scenarios)
        all << QStringLiteral("--only") << scenario.id;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(variable), QStringLiteral("1"));
    if (m_factor != 1) {
        // The environment's factor multiplies the screen's own scale.
        const qreal given = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"),
                           QString::number((given > 0 ? given : 1) * m_factor));
    }
    m_process.setProcessEnvironment(environment);
    QTimer::singleShot(int(m_scenarios.size()) * 60000 + 60000, &m_process, &QProcess::kill);
    m_process.start(QCoreApplication::applicationFilePath(), all);
}

QList<Qa::ScenarioResult> QaShare::results() const
{
    QFile file(reportIn(m_folder));
    QList<Qa::ScenarioResult> results;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonArray array =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("results")).toArray();
        for (const QJsonValue &value : array)
            results << Qa::Report::resultOf(value.toObject());
    }
    return results;
}
