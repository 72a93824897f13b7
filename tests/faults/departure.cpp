// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "departure.h"

#include "attacks/effects.h"
#include "attacks/scene.h"
#include "faultysite.h"
#include "shared/eventually.h"
#include "shared/procfs.h"

#include <SmartCaptcha/SmartCaptchaResult>
#include <SmartCaptcha/SmartCaptchaVerifier>

#include <QtCore/qprocess.h>

#include <algorithm>
#include <cstdio>

using State = SmartCaptcha::State;

namespace {

int giveUp(const char *what)
{
    std::printf("%s\n", what);
    return 1;
}

// Whatever is heard counts, as the application has not asked for an end of the attempt.
int heardBy(const Scene &scene)
{
    return scene.tokens + scene.expiries + scene.cancellations + int(scene.errors.size());
}

// Prints what the test looks for, runs until the application has quit, and prints what was heard meanwhile.
template <class Heard>
int quit(const Heard &heard)
{
    const QList<qint64> pages = Effects::renderers();
    for (const qint64 page : pages)
        std::printf("page %lld\n", page);
    std::printf("quits\n");
    std::fflush(stdout);
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    const int status = QCoreApplication::exec();
    std::printf("heard %d\n", heard());
    std::fflush(stdout);
    return status;
}

int quitWithCaptcha(Host host, bool keepsIt)
{
    FaultySite site;
    site.emulator.setScenario(SmartCaptchaEmulator::Scenario::Challenge);
    auto scene = Scene::make(host, site.options(false));
    if (!scene->show() || !eventually([&] { return scene->state() == State::Ready; }))
        return giveUp("does not become ready");
    scene->execute();
    if (!eventually([&] { return scene->state() == State::Challenge; }))
        return giveUp("there is no challenge");
    const int status = quit([&] { return heardBy(*scene); });
    if (keepsIt)
        (void)scene.release();
    return status;
}

int quitWithVerifier(bool keepsIt)
{
    FaultySite site;
    site.holdAnswer("/validate");
    auto verifier = std::make_unique<SmartCaptchaVerifier>();
    int results = 0;
    QObject::connect(verifier.get(), &SmartCaptchaVerifier::finished, [&results] { ++results; });
    verifier->setService(SmartCaptchaService(site.validateBase()));
    verifier->setServerKey(site.emulator.serverKey());
    verifier->verify(site.emulator.issueToken());
    if (!eventually([&] { return site.isHolding(); }))
        return giveUp("nothing is asked");
    const int status = quit([&] { return results; });
    if (keepsIt)
        (void)verifier.release();
    return status;
}

} // namespace

int Departure::depart(const QString &what, bool keepsIt)
{
    if (what == QLatin1String("verifier"))
        return quitWithVerifier(keepsIt);
    return quitWithCaptcha(what == QLatin1String("widget")          ? Host::Widget
                               : what == QLatin1String("WebEngine") ? Host::WebEngine
                                                                    : Host::WebView,
                           keepsIt);
}

QString Departure::problemOf(const QString &what, bool keepsIt)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--depart"), what, QLatin1String(keepsIt ? "kept" : "destroyed")});
    QByteArray output;
    const auto hasEnded = [&] { return program.state() == QProcess::NotRunning; };
    // Until it quits it gives up by itself, each step for its own; then it has to end.
    (void)eventually(
        [&] {
            output += program.readAllStandardOutput();
            return hasEnded() || output.contains("quits\n");
        },
        4 * patience);
    if (!eventually(hasEnded)) {
        program.kill();
        (void)eventually(hasEnded);
        return QStringLiteral("it does not end after: %1").arg(QString::fromUtf8(output));
    }
    output += program.readAllStandardOutput();
    const QByteArrayList lines = output.trimmed().split('\n');
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        return QStringLiteral("%1 %2: %3")
            .arg(QLatin1String(program.exitStatus() == QProcess::NormalExit ? "exit code" : "signal"))
            .arg(program.exitCode())
            .arg(QString::fromUtf8(lines.constLast()));
    if (lines.constLast() != "heard 0")
        return QStringLiteral("it has %1").arg(QString::fromUtf8(lines.constLast()));
    if ((lines.size() > 2) == (what == QLatin1String("verifier")))
        return QStringLiteral("%1 processes for pages").arg(lines.size() - 2);
    const auto isLeft = [](const QByteArray &line) {
        return line.startsWith("page ") && !ProcFs::contentOf(line.mid(5).toLongLong(), "cmdline").isEmpty();
    };
    if (!eventually([&] { return std::none_of(lines.begin(), lines.end(), isLeft); }))
        return QStringLiteral("a process is left");
    return {};
}
