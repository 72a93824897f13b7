// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What a captcha does while nobody does anything: how often the program and the engine's processes wake up,
// and what processor time they use, while the captcha waits to be pressed and while its token counts down;
// and the same with a bare view that shows the same page. All of them wait at the same time, in processes of
// their own.

#include "captchasite.h"
#include "figures.h"
#include "measuredprocess.h"

#include "hosts/hostwindow.h"
#include "shared/eventually.h"
#include "shared/procfs.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qmap.h>
#include <QtCore/qtextstream.h>
#include <QtWidgets/qapplication.h>

#include <memory>
#include <vector>

namespace {

/// What a process has done so far.
struct Work {
    Work &operator+=(const Work &other)
    {
        milliseconds += other.milliseconds;
        wakeUps += other.wakeUps;
        return *this;
    }

    double milliseconds = 0; ///< Of processor time.
    qint64 wakeUps = 0; ///< How often a thread has waited for something.
};

/// The threads of a process; @p onlyMain: the one that runs the event loop of the window.
QMap<qint64, Work> threadsOf(qint64 process, bool onlyMain)
{
    QMap<qint64, Work> threads;
    const QStringList all = onlyMain
        ? QStringList(QString::number(process))
        : QDir(QStringLiteral("/proc/%1/task").arg(process)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : all) {
        const QByteArray folder = "task/" + name.toLatin1() + '/';
        Work work;
        // Nanoseconds on a processor, nanoseconds of waiting for one, and how often.
        work.milliseconds =
            ProcFs::contentOf(process, (folder + "schedstat").constData()).split(' ').first().toDouble()
            / 1e6;
        const QByteArrayList lines = ProcFs::contentOf(process, (folder + "status").constData()).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                work.wakeUps = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
        threads.insert(name.toLongLong(), work);
    }
    return threads;
}

/// What these threads have done since @p before; what has ended meanwhile is not known.
Work since(const QMap<qint64, Work> &before, const QMap<qint64, Work> &now)
{
    Work sum;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        const Work was = before.value(it.key());
        sum += {it->milliseconds - was.milliseconds, it->wakeUps - was.wakeUps};
    }
    return sum;
}

/// One process that waits.
class Waiting {
public:
    Waiting(Host host, bool isBare, bool hasToken, const CaptchaSite &site)
        : m_process(QStringList{QStringLiteral("--child"), QString::number(int(host)),
                                QString::number(int(isBare)), QString::number(int(hasToken))}
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
        m_others = ProcFs::descendants(m_process.id());
        m_before = look();
    }
    void finish()
    {
        const Threads now = look();
        loop = since(m_before.loop, now.loop);
        program = since(m_before.program, now.program);
        engine = since(m_before.engine, now.engine);
        m_process.end();
    }

    Work loop; ///< The thread of the window.
    Work program; ///< All threads of the program.
    Work engine; ///< The other processes of the engine.

private:
    struct Threads {
        QMap<qint64, Work> loop;
        QMap<qint64, Work> program;
        QMap<qint64, Work> engine;
    };
    [[nodiscard]] Threads look() const
    {
        Threads threads{threadsOf(m_process.id(), true), threadsOf(m_process.id(), false), {}};
        for (const qint64 process : m_others)
            threads.engine.insert(threadsOf(process, false));
        return threads;
    }

    MeasuredProcess m_process;
    QList<qint64> m_others;
    Threads m_before;
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
int child(const QStringList &arguments)
{
    const auto host = Host(arguments.at(2).toInt());
    const bool isBare = arguments.at(3).toInt() != 0;
    const bool hasToken = arguments.at(4).toInt() != 0;
    const CaptchaSite site(arguments);
    const auto window = HostWindow::make(host);
    std::unique_ptr<ShownCaptcha> captcha;
    std::unique_ptr<BareView> bare;
    bool ready = false;
    if (isBare) {
        bare = window->addBareView(
            site.page([&](const QString &message) { ready = ready || message == QLatin1String("usable"); }));
    } else {
        captcha = window->addCaptcha(site.options());
        QObject::connect(captcha.get(), &ShownCaptcha::ready, captcha.get(), [&] { ready = true; });
    }
    if (!eventually([&] { return ready; }))
        qFatal("Nothing is ready");
    if (hasToken) {
        pressUntil(*window, [&] {
            return isBare ? !bare->token().isEmpty() : captcha->state() == SmartCaptcha::State::Solved;
        });
    }
    letPass(6000, "what follows has to end");
    MeasuredProcess::rest();
    return 0;
}

struct Result {
    const char *host;
    const char *what;
    const char *state;
    Figures loopWakeUps; ///< A second.
    Figures programWakeUps;
    Figures programTime; ///< Milliseconds.
    Figures engineWakeUps;
    Figures engineTime;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "--child") == 0) {
        SmartCaptcha::initializeQuick();
        QApplication application(argc, argv);
        return child(QCoreApplication::arguments());
    }
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("runs"), QStringLiteral("Measured runs (2)."), QStringLiteral("n"),
         QStringLiteral("2")},
        {QStringLiteral("seconds"), QStringLiteral("How long each is watched (20)."), QStringLiteral("n"),
         QStringLiteral("20")},
        {QStringLiteral("hosts"), QStringLiteral("What is measured (widget,WebEngine,WebView)."),
         QStringLiteral("list"), QStringLiteral("widget,WebEngine,WebView")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
    });
    parser.process(application);
    const int runs = parser.value(QStringLiteral("runs")).toInt();
    const int seconds = parser.value(QStringLiteral("seconds")).toInt();
    const QStringList wanted = parser.value(QStringLiteral("hosts")).split(QLatin1Char(','));

    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    const CaptchaSite site(emulator.siteKey(), emulator.url());

    std::vector<Result> results;
    for (int run = 0; run < runs; ++run) {
        std::vector<std::unique_ptr<Waiting>> all;
        std::vector<Result> rows;
        for (const auto &[host, name] :
             {std::pair(Host::Widget, "widget"), std::pair(Host::WebEngine, "WebEngine"),
              std::pair(Host::WebView, "WebView")}) {
            if (!wanted.contains(QLatin1String(name)))
                continue;
            for (const bool hasToken : {false, true}) {
                for (const bool isBare : {false, true}) {
                    all.push_back(std::make_unique<Waiting>(host, isBare, hasToken, site));
                    rows.push_back({name,
                                    isBare ? "bare" : "captcha",
                                    hasToken ? "token" : "ready",
                                    {},
                                    {},
                                    {},
                                    {},
                                    {}});
                }
            }
        }
        if (results.empty())
            results = rows;
        for (const auto &waiting : all)
            waiting->awaitRest();
        letPass(1000, "the last ones have to rest as well");
        for (const auto &waiting : all)
            waiting->begin();
        letPass(seconds * 1000, "this is what is measured");
        for (const auto &waiting : all)
            waiting->finish();
        for (size_t i = 0; i < all.size(); ++i) {
            results[i].loopWakeUps.add(static_cast<double>(all[i]->loop.wakeUps) / seconds);
            results[i].programWakeUps.add(static_cast<double>(all[i]->program.wakeUps) / seconds);
            results[i].programTime.add(all[i]->program.milliseconds);
            results[i].engineWakeUps.add(static_cast<double>(all[i]->engine.wakeUps) / seconds);
            results[i].engineTime.add(all[i]->engine.milliseconds);
        }
        emulator.clearRequests();
    }

    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonArray rows;
        for (const Result &result : results)
            rows << QJsonObject{{QStringLiteral("host"), QLatin1String(result.host)},
                                {QStringLiteral("what"), QLatin1String(result.what)},
                                {QStringLiteral("state"), QLatin1String(result.state)},
                                {QStringLiteral("seconds"), seconds},
                                {QStringLiteral("loopWakeUpsPerSecond"), result.loopWakeUps.toJson()},
                                {QStringLiteral("programWakeUpsPerSecond"), result.programWakeUps.toJson()},
                                {QStringLiteral("programMs"), result.programTime.toJson()},
                                {QStringLiteral("engineWakeUpsPerSecond"), result.engineWakeUps.toJson()},
                                {QStringLiteral("engineMs"), result.engineTime.toJson()}};
        out << QJsonDocument(rows).toJson();
        return 0;
    }
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out << "Idle for " << seconds << " s, medians of " << runs
        << " runs. Wake-ups a second, and processor time "
        << "in all:\n"
        << "                           event loop   program    ms     engine    ms\n";
    for (const Result &result : results) {
        out << qSetFieldWidth(11) << Qt::left << result.host << qSetFieldWidth(8) << result.state
            << result.what << Qt::right << qSetRealNumberPrecision(2) << qSetFieldWidth(10)
            << result.loopWakeUps.median() << result.programWakeUps.median() << qSetRealNumberPrecision(1)
            << qSetFieldWidth(8) << result.programTime.median() << qSetRealNumberPrecision(2)
            << qSetFieldWidth(10) << result.engineWakeUps.median() << qSetRealNumberPrecision(1)
            << qSetFieldWidth(8) << result.engineTime.median() << qSetFieldWidth(0) << '\n';
    }
    return 0;
}
