// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "enginecheck.h"

#include "chromiumrelease.h"
#include "process/console.h"
#include "shared/oneline.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qlocale.h>
#include <QtCore/qtimer.h>

#include <algorithm>

namespace Doctor {

#ifdef SMARTCAPTCHA_WITH_QA

namespace {

constexpr int daysOfYear = 365;
// Scripts of web sites may use what all browsers have had for 30 months (web.dev/baseline, "widely
// available"). Half a year more is for Qt to catch up.
constexpr int oldYears = 3;

/// The last lines of what an engine wrote to standard error before it failed to start, joined into one line.
QString words(const QByteArray &errors)
{
    QStringList lines;
    const QList<QByteArray> all = errors.trimmed().split('\n');
    for (const QByteArray &line : all) {
        const QString text = onOneLine(QString::fromLocal8Bit(line)).simplified();
        if (!text.isEmpty())
            lines << text;
    }
    constexpr qsizetype last = 8;
    constexpr qsizetype most = 1000;
    return lines.mid(qMax(qsizetype(0), lines.size() - last)).join(QLatin1String(" ")).left(most);
}

QString ending(const QProcess &process)
{
    if (process.exitStatus() == QProcess::CrashExit)
        return QStringLiteral("it crashed");
    return QStringLiteral("it ended with status %1").arg(process.exitCode());
}

Check engineFile(const QJsonObject &files, const char *name, const QString &what, const QString &advice)
{
    const QString path = files.value(QLatin1String(name)).toString();
    const QString id = QStringLiteral("engine.") + QLatin1String(name);
    const QString title = QStringLiteral("Engine file");
    if (!path.isEmpty())
        return {id, title, State::Ok, QStringLiteral("%1: %2").arg(what, path), {}};
    return {id, title, State::Warning, QStringLiteral("%1: none is in use").arg(what), advice};
}

qint64 yearsSince(const QDate &released)
{
    return released.daysTo(QDate::currentDate()) / daysOfYear;
}

Check chromium(const QString &version, const QString &patches)
{
    const QString id = QStringLiteral("chromium");
    const QString title = QStringLiteral("Chromium");
    QString text = version;
    if (!patches.isEmpty())
        text += QStringLiteral(", with security fixes up to %1").arg(patches);
    int major = version.section(QLatin1Char('.'), 0, 0).toInt();
    const QDate released = chromiumRelease(major);
    if (!released.isValid())
        return {id, title, State::Ok, text, {}};
    const qint64 years = yearsSince(released);
    text += QStringLiteral("; of %1").arg(QLocale::c().toString(released, QStringLiteral("MMMM yyyy")));
    if (years < oldYears)
        return {id, title, State::Ok, text, {}};
    while (yearsSince(chromiumRelease(major)) >= oldYears)
        ++major;
    return {
        id, title, State::Warning, text + QStringLiteral(", %1 years old").arg(years),
        QStringLiteral("some services turn away browsers this old. A newer Qt has a newer one; "
                       "SmartCaptchaOptions::setMinimumChromium(%1) has Engine::Auto take the person's own "
                       "browser instead, and Engine::Browser always does")
            .arg(major)};
}

Check screenReader(const QString &control)
{
    const QString id = QStringLiteral("screenReader");
    const QString title = QStringLiteral("Screen reader");
    if (!control.isEmpty())
        return {id, title, State::Ok, QStringLiteral("it would find the captcha: %1").arg(control), {}};
    return {id, title, State::Warning, QStringLiteral("it would find nothing in the captcha's page"),
            QStringLiteral("see docs/accessibility.md")};
}

} // namespace

#endif

EngineCheck::EngineCheck(bool hasDisplay)
{
    m_clock.start();
#ifdef SMARTCAPTCHA_WITH_QA
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString platform = QStringLiteral("QT_QPA_PLATFORM");
    if (!hasDisplay)
        environment.insert(platform, QStringLiteral("offscreen"));
    else if (!environment.contains(platform))
        // Set but empty: Qt then chooses the platform itself, and this program does not switch to
        // "offscreen".
        environment.insert(platform, QString());
    m_process.setProcessEnvironment(environment);
    m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("show-one")});
#else
    Q_UNUSED(hasDisplay)
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
        return {{id, title, State::Problem,
                 QStringLiteral("Qt WebEngine could not start (%1): %2")
                     .arg(ending(m_process), words(m_process.readAllStandardError())),
                 QStringLiteral("see Sandbox and Graphics; smartcaptcha show-one prints its full output")}};

    const auto text = [&answer](const char *name) { return answer.value(QLatin1String(name)).toString(); };
    m_hasShown = answer.value(QLatin1String("shown")).toBool();
    Checks checks;
    const QString version = text("webEngine");
    if (!version.isEmpty()) {
        checks << Check{QStringLiteral("webEngine"), QStringLiteral("Qt WebEngine"), State::Ok, version, {}};
        checks << chromium(text("chromium"), text("chromiumPatches"));
    }
    if (!m_hasShown) {
        checks << Check{id, title, State::Problem,
                        QStringLiteral("no captcha was shown: %1").arg(onOneLine(text("details"))),
                        QStringLiteral("install what is missing")};
        return checks;
    }
    const QJsonObject files = answer.value(QLatin1String("files")).toObject();
    if (!files.isEmpty()) {
        const QString reinstall = QStringLiteral("reinstall Qt WebEngine");
        checks << engineFile(files, "plugin", QStringLiteral("the SDK's plugin"), {})
               << engineFile(files, "process", QStringLiteral("its process"), reinstall)
               << engineFile(files, "resources", QStringLiteral("its resources"), reinstall)
               << engineFile(files, "locale", QStringLiteral("its texts"),
                             QStringLiteral("the engine's own messages are empty; install its locales "
                                            "(qtwebengine_locales among Qt's translations)"));
    }
    checks << Check{
        id,
        title,
        State::Ok,
        QStringLiteral("a captcha was shown in %1 ms, on Qt's platform %2")
            .arg(QString::number(answer.value(QLatin1String("elapsedMs")).toInt()), text("platform")),
        {}};
    checks << screenReader(text("screenReader"));
    return checks;
#endif
}

} // namespace Doctor
