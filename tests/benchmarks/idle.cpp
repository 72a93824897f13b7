// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a captcha does while nobody does anything: how often the program and the engine's processes wake up,
// and what processor time they use, while the captcha waits to be pressed and while its token counts down;
// and the same with a bare view that shows the same page. All of them wait at the same time, in processes of
// their own.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "hostsoption.h"
#include "measuredprocess.h"
#include "processortime.h"
#include "usableview.h"

#include "shared/procfs.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <array>

namespace {

/// What something has used so far, by the id of the thread or the process.
using Used = QMap<qint64, double>;

/// What all of them have used since @p before; what has ended meanwhile is not known.
double usedSince(const Used &before, const Used &now)
{
    double sum = 0;
    for (auto it = now.cbegin(); it != now.cend(); ++it)
        sum += *it - before.value(it.key());
    return sum;
}

/// How often each thread of the process has waited for something.
Used wakeUps(qint64 process)
{
    Used found;
    const QStringList threads =
        QDir(QStringLiteral("/proc/%1/task").arg(process)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        const QByteArray file = "task/" + thread.toLatin1() + "/status";
        const QByteArrayList lines = ProcFs::contentOf(process, file.constData()).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                found.insert(thread.toLongLong(), line.mid(line.indexOf(':') + 1).trimmed().toDouble());
        }
    }
    return found;
}

/// What is looked at, in this order.
struct Quantity {
    const char *what;
    const char *unit;
    /// How much more than a bare view is no difference: one wake-up of ours a second, and what nobody
    /// notices.
    double most;
};
constexpr Quantity quantities[] = {
    {"wake-ups of the event loop, %1", "/s", 1},
    {"wake-ups of all threads and of the engine, %1", "/s", 1},
    {"processor time of all, %1", "%", 0.1},
};
constexpr auto quantityCount = qsizetype(std::size(quantities));

/// One process that waits.
class Waiting {
public:
    Waiting(Host host, bool isBare, bool hasToken, const CaptchaSite &site)
        : m_process(QStringList{QString::number(int(host)), QString::number(int(isBare)),
                                QString::number(int(hasToken))}
                    + site.arguments())
    {
    }

    void awaitRest()
    {
        if (m_process.line() != MeasuredProcess::rests)
            qFatal("It says something else");
    }
    void begin()
    {
        m_processes = ProcFs::descendants(m_process.id()) << m_process.id();
        m_clock.start();
        (void)next();
    }
    /// The quantities since the last call, or since begin().
    [[nodiscard]] std::array<double, quantityCount> next()
    {
        Used wakes;
        Used times;
        for (const qint64 process : std::as_const(m_processes)) {
            wakes.insert(wakeUps(process));
            if (const double time = processorTime(process); time > 0)
                times.insert(process, time);
        }
        const double seconds = double(m_clock.restart()) / 1000;
        // The thread that runs the event loop has the number of the process.
        const qint64 loop = m_process.id();
        const double ofLoop = wakes.value(loop) - m_wakes.value(loop);
        const double ofAll = usedSince(m_wakes, wakes);
        const double milliseconds = usedSince(m_times, times);
        m_wakes = wakes;
        m_times = times;
        return {ofLoop / seconds, ofAll / seconds, milliseconds / 1000 / seconds * 100};
    }
    void end() { m_process.end(); }

private:
    MeasuredProcess m_process;
    QList<qint64> m_processes;
    QElapsedTimer m_clock;
    Used m_wakes;
    Used m_times;
};

void pressUntil(HostWindow &window, const std::function<bool()> &isSolved)
{
    // The engine drops input for a page that has not been drawn.
    for (int times = 0; times < 60; ++times) {
        if (eventually(isSolved, 500))
            return;
        window.press();
    }
    qFatal("There is no token");
}

// idle --child HOST BARE TOKEN ...
void child(const QStringList &arguments)
{
    const auto host = Host(arguments.at(0).toInt());
    const bool isBare = arguments.at(1).toInt() != 0;
    const bool hasToken = arguments.at(2).toInt() != 0;
    const CaptchaSite site(arguments);
    const auto window = HostWindow::make(host);
    UsableView view(*window, site, isBare);
    if (hasToken)
        pressUntil(*window, [&] { return view.hasToken(); });
    letPass(6000, "what follows has to end");
    MeasuredProcess::rest();
}

/// The lines of a host and a state, one for each quantity.
QList<Comparison> linesOf(const QString &host, bool hasToken)
{
    QList<Comparison> lines;
    for (const Quantity &quantity : quantities) {
        Comparison line;
        line.row = 10;
        line.what = QString::fromLatin1(quantity.what)
                        .arg(host
                             + (hasToken ? QLatin1String(", its token counts down")
                                         : QLatin1String(", waits to be pressed")));
        line.unit = QLatin1String(quantity.unit);
        line.ours = QStringLiteral("captcha");
        line.baseline = QStringLiteral("bare view");
        line.goal = {{QStringLiteral("difference"), quantity.most}};
        lines.append(line);
    }
    return lines;
}

} // namespace

int main(int argc, char *argv[])
{
    if (MeasuredProcess::ran(argc, argv, child))
        return 0;
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options("How often all are watched", 20,
                                   {numberOption("seconds", "How long each time", 2), hostsOption()});
    const int runs = options.runs();
    const int seconds = options.number("seconds");

    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    const CaptchaSite site(emulator.siteKey(), emulator.url());

    QList<Comparison> lines;
    // Of each host and state a captcha and a bare view.
    std::vector<std::unique_ptr<Waiting>> all;
    const auto hosts = chosenHosts(options);
    for (const auto &[host, name] : hosts) {
        for (const bool hasToken : {false, true}) {
            lines += linesOf(name, hasToken);
            for (const bool isBare : {false, true})
                all.push_back(std::make_unique<Waiting>(host, isBare, hasToken, site));
        }
    }
    for (const auto &waiting : all)
        waiting->awaitRest();
    letPass(1000, "the last ones have to rest as well");
    for (const auto &waiting : all)
        waiting->begin();
    for (int run = 0; run < runs; ++run) {
        letPass(seconds * 1000, "this is what is measured");
        for (size_t i = 0; i < all.size(); ++i) {
            const auto values = all[i]->next();
            for (qsizetype k = 0; k < quantityCount; ++k) {
                Comparison &line = lines[qsizetype(i / 2) * quantityCount + k];
                line.series[i % 2 == 0 ? line.ours : line.baseline].add(values[size_t(k)]);
            }
        }
    }
    for (const auto &waiting : all)
        waiting->end();
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        if (hosts.at(i).first != Host::WebView)
            continue;
        // Such a page is asked for its token again and again: the sooner one hears of it, the more that
        // costs. The rest is the engine's.
        Comparison asking = lines.at(2 * i * quantityCount + quantityCount - 1);
        asking.row = 5;
        asking.goal = {{QStringLiteral("difference"), 1}};
        lines.append(asking);
    }
    print(lines, options.wantsJson());
    return 0;
}
