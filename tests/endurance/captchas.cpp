// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "footprint.h"
#include "length.h"

#include "attacks/effects.h"
#include "attacks/scene.h"
#include "hosts/hostwindow.h"
#include "shared/eventually.h"
#include "shared/scriptedserver.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qprocess.h>
#include <QtTest/qtest.h>
#include <QtWidgets/qapplication.h>

#include <cstdlib>
#include <vector>

using State = SmartCaptcha::State;

namespace {

// The first ones, after which everything has been loaded that is loaded once.
int firstOf(int count)
{
    return qMax(1, count / 6);
}

// So many of the first and of the last are looked at: what an engine keeps for later comes and goes.
int lookedAt(int count)
{
    return qMin(10, firstOf(count));
}

/// What the process that shows one kind of view many times tells.
struct Account {
    /// By how much the memory grew, in KiB.
    [[nodiscard]] qint64 growth() const { return late.memory - early.memory; }
    [[nodiscard]] double each() const { return double(growth()) / qMax(1, views); }

    Footprint early;
    Footprint late;
    int views = 0; // between the two
    QString problem;
};

// In the check box of the page.
constexpr QPoint button(40, 50);

[[noreturn]] void giveUp(int number, const char *what, const Scene *scene = nullptr)
{
    QString state;
    if (scene)
        QDebug(&state) << scene->state() << scene->errors;
    std::printf("number %d %s %s\n", number, what, qPrintable(state));
    std::fflush(stdout);
    std::_Exit(1);
}

void print(const Footprint &footprint)
{
    std::printf("%lld %lld %d %d\n", footprint.heap, footprint.memory, footprint.descriptors,
                footprint.processes);
    std::fflush(stdout);
}

// Presses every so many @p milliseconds until there is a token: the engine drops input for a page that has
// not been drawn.
template <class Press, class IsSolved>
bool solve(int milliseconds, const Press &press, const IsSolved &isSolved)
{
    for (int times = 0; times < 180; ++times) {
        press();
        if (eventually(isSolved, milliseconds))
            return true;
    }
    return false;
}

void showCaptcha(int number, Host host, const SmartCaptchaOptions &options)
{
    const auto scene = Scene::make(host, options);
    if (!scene->show() || !eventually([&] { return scene->state() == State::Ready; }))
        giveUp(number, "does not become ready", scene.get());
    if (!solve(
            1000, [&] { scene->press(button); }, [&] { return scene->state() == State::Solved; }))
        giveUp(number, "is not solved", scene.get());
    scene->reset();
    if (!eventually([&] { return scene->state() == State::Ready; }))
        giveUp(number, "does not become ready again", scene.get());
    if (scene->tokens != 1 || !scene->errors.isEmpty())
        giveUp(number, "has another outcome", scene.get());
}

void showBare(int number, Host kind, const QUrl &page)
{
    const auto window = HostWindow::make(kind);
    const auto view = window->addBareView({page});
    // Nothing tells when it can be pressed.
    if (!solve(
            250, [&] { window->press(); }, [&] { return !view->token().isEmpty(); }))
        giveUp(number, "has no token");
}

// captchas --show KIND captcha|bare COUNT PAGE SITE-KEY SERVICE
int show(const QStringList &arguments)
{
    const auto host = Host(arguments.at(2).toInt());
    const bool isBare = arguments.at(3) == QLatin1String("bare");
    const int count = arguments.at(4).toInt();
    const QUrl page(arguments.at(5));
    SmartCaptchaOptions options(arguments.at(6));
    options.setService(SmartCaptchaService(QUrl(arguments.at(7))));
    options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
    options.setPageUrl(page);
    options.setLoadTimeout(patience);
    std::vector<Footprint> footprints;
    for (int number = 1; number <= count; ++number) {
        if (isBare)
            showBare(number, host, page);
        else
            showCaptcha(number, host, options);
        if (!eventually([] { return Effects::renderers().isEmpty(); }))
            giveUp(number, "has left a process behind");
        for (const int last : {firstOf(count), count}) {
            if (number <= last - lookedAt(count) || number > last)
                continue;
            footprints.push_back(Footprint::atRest());
            if (number == last)
                print(Footprint::leastOf(footprints, footprints.size() - size_t(lookedAt(count)),
                                         footprints.size()));
        }
    }
    return 0;
}

} // namespace

/// Very many captchas in one program, one after the other, and as many bare web views with the same page.
class tst_endurance_captchas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsLeft_data() { addHostRows(); }
    void nothingIsLeft();

private:
    [[nodiscard]] Account accountOf(Host host, const char *what, int count);

    SmartCaptchaEmulator m_emulator;
    ScriptedServer m_site;
};

void tst_endurance_captchas::initTestCase()
{
    QVERIFY2(m_emulator.listen(), qPrintable(m_emulator.errorString()));
    m_site.start();
    m_site.setAction(ScriptedServer::answer(
        "<!DOCTYPE html><body style='margin: 0'><span style='position: absolute; font-size: "
        "1px'>.</span><div id='captcha-container' class='smart-captcha' data-sitekey='"
            + m_emulator.siteKey().toLatin1() + "'></div><script src='" + m_emulator.url().toEncoded()
            + "/captcha.js' defer></script></body>",
        "200 OK", "Content-Type: text/html\r\n"));
    std::printf("%-22s %8s %15s %15s %12s %15s %15s %11s %11s\n", "", "shown", "memory/KiB", "memory/KiB",
                "KiB each", "heap/KiB", "heap/KiB", "processes", "descriptors");
}

Account tst_endurance_captchas::accountOf(Host host, const char *what, int count)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--show"), QString::number(int(host)), QLatin1String(what),
                   QString::number(count), m_site.url(QStringLiteral("/login")).toString(),
                   m_emulator.siteKey(), m_emulator.url().toString()});
    // A process gives up by itself.
    while (!eventually([&] { return process.state() == QProcess::NotRunning; })) {}
    QList<QByteArrayList> lines;
    const QByteArrayList output = process.readAllStandardOutput().trimmed().split('\n');
    for (const QByteArray &line : output)
        lines << line.split(' ');
    Account account;
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || lines.size() != 2) {
        account.problem =
            QStringLiteral("exit code %1: %2").arg(process.exitCode()).arg(QString::fromUtf8(output.last()));
        return account;
    }
    for (auto [footprint, line] :
         {std::pair(&account.early, lines.first()), std::pair(&account.late, lines.last())}) {
        footprint->heap = line.value(0).toLongLong();
        footprint->memory = line.value(1).toLongLong();
        footprint->descriptors = line.value(2).toInt();
        footprint->processes = line.value(3).toInt();
    }
    account.views = count - firstOf(count);
    std::printf("%-10s %-11s %3d, %3d %15lld %15lld %12.1f %15lld %15lld %5d, %4d %5d, %4d\n",
                QTest::currentDataTag(), what, firstOf(count), count, account.early.memory,
                account.late.memory, account.each(), account.early.heap, account.late.heap,
                account.early.processes, account.late.processes, account.early.descriptors,
                account.late.descriptors);
    std::fflush(stdout);
    return account;
}

void tst_endurance_captchas::nothingIsLeft()
{
    QFETCH(Host, host);
    const int count = rounds(3);
    const Account captcha = accountOf(host, "captcha", count);
    QVERIFY2(captcha.problem.isEmpty(), qPrintable(captcha.problem));
    const Account bare = accountOf(host, "bare", count);
    QVERIFY2(bare.problem.isEmpty(), qPrintable(bare.problem));
    QCOMPARE(captcha.late.processes, captcha.early.processes);
    if (count < 300)
        return; // too few for figures
    QVERIFY(captcha.late.descriptors <= captcha.early.descriptors);
    // From the 50th to the 300th, in percent of what there was after the 50th captcha.
    const auto growth = [&](const Account &account) {
        return 100.0 * double(account.growth()) / double(captcha.early.memory);
    };
    QVERIFY2(growth(captcha) - growth(bare) <= 2,
             qPrintable(QStringLiteral("%1 %, bare views %2 %").arg(growth(captcha)).arg(growth(bare))));
}

int main(int argc, char *argv[])
{
    if (argc == 8 && qstrcmp(argv[1], "--show") == 0) {
        SmartCaptcha::initializeQuick();
        QApplication app(argc, argv);
        return show(QCoreApplication::arguments());
    }
    QCoreApplication app(argc, argv);
    tst_endurance_captchas test;
    return QTest::qExec(&test, argc, argv);
}

#include "captchas.moc"
