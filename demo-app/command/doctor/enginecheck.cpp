// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "enginecheck.h"

#include "process/console.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtimer.h>

#include <algorithm>

namespace Doctor {

#ifdef SMARTCAPTCHA_WITH_QA

namespace {

QString lastLine(const QByteArray &errors)
{
    const QList<QByteArray> lines = errors.trimmed().split('\n');
    return Console::onOneLine(QString::fromLocal8Bit(lines.last())).left(300);
}

} // namespace

#endif

EngineCheck::EngineCheck()
{
    m_clock.start();
#ifdef SMARTCAPTCHA_WITH_QA
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // No window comes up, and whether there is a display is another question.
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process.setProcessEnvironment(environment);
    m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("show-one")});
#endif
}

EngineCheck::~EngineCheck()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Checks EngineCheck::checks(int deadline)
{
    const QString id = QStringLiteral("engine");
    const QString title = QStringLiteral("Web engine");
#ifndef SMARTCAPTCHA_WITH_QA
    Q_UNUSED(deadline)
    return {
        {id, title, State::Warning,
         QStringLiteral("not tried, because this program was built without the widgets, the emulator or Qt "
                        "WebEngine"),
         QStringLiteral("build the SDK with all its parts to have a captcha tried")}};
#else
    if (m_process.state() != QProcess::NotRunning) {
        QEventLoop loop;
        QObject::connect(&m_process, &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(int(std::max<qint64>(0, deadline - m_clock.elapsed())), &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (m_process.state() != QProcess::NotRunning)
        return {{id, title, State::Problem,
                 QStringLiteral("a captcha was not shown within %1 seconds").arg(deadline / 1000),
                 QStringLiteral("try again when the computer is less busy; try QT_QUICK_BACKEND=software")}};
    const QJsonObject answer = QJsonDocument::fromJson(m_process.readAllStandardOutput()).object();
    if (answer.isEmpty())
        return {
            {id, title, State::Problem,
             QStringLiteral("Qt WebEngine could not start: %1")
                 .arg(lastLine(m_process.readAllStandardError())),
             QStringLiteral("see Sandbox and Graphics; run smartcaptcha show-one to see all that it says")}};

    const auto text = [&answer](const char *name) { return answer.value(QLatin1String(name)).toString(); };
    Checks checks;
    const QString version = text("webEngine");
    if (!version.isEmpty())
        checks << Check{QStringLiteral("webEngine"), QStringLiteral("Qt WebEngine"), State::Ok, version, {}};
    if (answer.value(QLatin1String("shown")).toBool())
        checks << Check{
            id,
            title,
            State::Ok,
            QStringLiteral("the plugin was found, and a captcha was shown in %1 ms, without a window")
                .arg(answer.value(QLatin1String("elapsedMs")).toInt()),
            {}};
    else
        checks << Check{id, title, State::Problem,
                        QStringLiteral("no captcha was shown: %1").arg(Console::onOneLine(text("details"))),
                        QStringLiteral("install what is named here")};
    return checks;
#endif
}

} // namespace Doctor
