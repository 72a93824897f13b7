// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// What memory a second captcha takes on the screen, and what is left when all are closed; with bare views
// that share a profile. What many captchas leave behind, one after the other, which endurance_captchas finds
// out.

#include "captchasite.h"
#include "figures.h"
#include "measuredprocess.h"

#include "attacks/effects.h"
#include "endurance/footprint.h"
#include "hosts/hostwindow.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qtextstream.h>
#include <QtWidgets/qapplication.h>

#include <memory>
#include <vector>

namespace {

/// A captcha or a bare view.
class Shown {
public:
    Shown(HostWindow &window, int row, bool isBare, const CaptchaSite &site)
    {
        bool ready = false;
        if (isBare) {
            BareView::Page page = site.page(
                [&](const QString &message) { ready = ready || message == QLatin1String("usable"); });
            page.sharesProfile = true;
            m_bare = window.addBareView(page, row);
        } else {
            m_captcha = window.addCaptcha(site.options(), row);
            QObject::connect(m_captcha.get(), &ShownCaptcha::ready, m_captcha.get(), [&] { ready = true; });
        }
        if (!eventually([&] { return ready; }))
            qFatal("Nothing is ready");
        if (m_captcha)
            m_captcha->disconnect();
        letPass(4000, "what follows has to end");
    }

private:
    std::unique_ptr<ShownCaptcha> m_captcha;
    std::unique_ptr<BareView> m_bare;
};

Footprint afterAll()
{
    if (!eventually([] { return Effects::renderers().isEmpty(); }))
        qFatal("A process is left behind");
    letPass(1000, "what has been closed has to end");
    return Footprint::atRest();
}

// memory --child HOST BARE ...
int child(const QStringList &arguments)
{
    const auto host = Host(arguments.at(2).toInt());
    const bool isBare = arguments.at(3).toInt() != 0;
    const CaptchaSite site(arguments);
    const auto window = HostWindow::make(host);
    // What is loaded once is there after these two.
    {
        const Shown first(*window, 0, isBare, site);
        const Shown second(*window, 1, isBare, site);
    }
    const Footprint before = afterAll();
    Footprint with;
    Footprint withTwo;
    {
        const Shown first(*window, 0, isBare, site);
        with = Footprint::atRest();
        const Shown second(*window, 1, isBare, site);
        withTwo = Footprint::atRest();
    }
    const Footprint after = afterAll();
    for (const auto &[from, to] :
         {std::pair(before, with), std::pair(with, withTwo), std::pair(before, after)})
        MeasuredProcess::say(QByteArray::number(to.memory - from.memory) + ' '
                             + QByteArray::number(to.heap - from.heap));
    std::fflush(stdout);
    std::_Exit(0);
}

struct Result {
    const char *host;
    const char *what;
    // In KiB.
    Figures first;
    Figures second;
    Figures secondHeap; ///< Of the program itself.
    Figures left;
};

void measure(Result &result, Host host, bool isBare, const CaptchaSite &site, bool counts)
{
    MeasuredProcess process(
        QStringList{QStringLiteral("--child"), QString::number(int(host)), QString::number(int(isBare))}
        + site.arguments());
    const QByteArrayList lines = process.lines();
    if (!counts)
        return;
    const auto number = [&](qsizetype line, qsizetype field) {
        return lines.value(line).split(' ').value(field).toDouble();
    };
    result.first.add(number(0, 0));
    result.second.add(number(1, 0));
    result.secondHeap.add(number(1, 1));
    result.left.add(number(2, 0));
}

struct Growth {
    QString host;
    QString what;
    int views = 0;
    double memory = 0; // KiB each
    double heap = 0;
};

/// What endurance_captchas says, whose table has a line for each.
QList<Growth> growths(const QString &host, int rounds)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ENDURANCE_ROUNDS"), QString::number(rounds));
    environment.insert(QStringLiteral("QTEST_FUNCTION_TIMEOUT"), QStringLiteral("7200000"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BENCHMARK_CAPTCHAS), {QLatin1String("nothingIsLeft:") + host});
    process.waitForFinished(-1);
    QList<Growth> all;
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        // Which, what, the first and the last number, memory after both, memory each, heap after both.
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.first() != host.toLatin1() || fields.size() < 9)
            continue;
        Growth growth{host, QString::fromLatin1(fields.at(1))};
        growth.views = fields.at(3).toInt() - fields.at(2).chopped(1).toInt();
        growth.memory = (fields.at(5).toDouble() - fields.at(4).toDouble()) / growth.views;
        growth.heap = (fields.at(8).toDouble() - fields.at(7).toDouble()) / growth.views;
        all << growth;
    }
    if (all.size() != 2)
        qFatal("%s did not end well", BENCHMARK_CAPTCHAS);
    return all;
}

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
        {QStringLiteral("runs"), QStringLiteral("Measured runs of each (3)."), QStringLiteral("n"),
         QStringLiteral("3")},
        {QStringLiteral("rounds"),
         QStringLiteral("Captchas one after the other (0, which leaves them out: 300 take minutes)."),
         QStringLiteral("n"), QStringLiteral("0")},
        {QStringLiteral("hosts"), QStringLiteral("What is measured (widget,WebEngine,WebView)."),
         QStringLiteral("list"), QStringLiteral("widget,WebEngine,WebView")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
    });
    parser.process(application);
    const int runs = parser.value(QStringLiteral("runs")).toInt();
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();
    const QStringList wanted = parser.value(QStringLiteral("hosts")).split(QLatin1Char(','));

    SmartCaptchaEmulator emulator;
    if (!emulator.listen())
        qFatal("%s", qPrintable(emulator.errorString()));
    const CaptchaSite site(emulator.siteKey(), emulator.url());
    std::vector<Result> results;
    QList<Growth> growth;
    for (const auto &[host, name] :
         {std::pair(Host::Widget, "widget"), std::pair(Host::WebEngine, "WebEngine"),
          std::pair(Host::WebView, "WebView")}) {
        if (!wanted.contains(QLatin1String(name)))
            continue;
        Result captcha{name, "captcha", {}, {}, {}, {}};
        Result bare{name, "bare", {}, {}, {}, {}};
        for (int run = 0; run < runs; ++run) {
            for (const bool isBare : {run % 2 == 0, run % 2 != 0})
                measure(isBare ? bare : captcha, host, isBare, site, true);
        }
        results.push_back(captcha);
        results.push_back(bare);
        if (rounds > 0)
            growth << growths(QLatin1String(name), rounds);
    }

    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonArray rows;
        for (const Result &result : results)
            rows << QJsonObject{{QStringLiteral("host"), QLatin1String(result.host)},
                                {QStringLiteral("what"), QLatin1String(result.what)},
                                {QStringLiteral("firstKiB"), result.first.toJson()},
                                {QStringLiteral("secondKiB"), result.second.toJson()},
                                {QStringLiteral("secondHeapKiB"), result.secondHeap.toJson()},
                                {QStringLiteral("leftKiB"), result.left.toJson()}};
        QJsonArray many;
        for (const Growth &one : std::as_const(growth))
            many << QJsonObject{{QStringLiteral("host"), one.host},
                                {QStringLiteral("what"), one.what},
                                {QStringLiteral("views"), one.views},
                                {QStringLiteral("memoryKiBEach"), one.memory},
                                {QStringLiteral("heapKiBEach"), one.heap}};
        out << QJsonDocument(
                   QJsonObject{{QStringLiteral("shown"), rows}, {QStringLiteral("oneAfterTheOther"), many}})
                   .toJson();
        return 0;
    }
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(2);
    out << "Memory in MiB, medians of " << runs << " runs:\n"
        << "                      first    second  its heap  left after all\n";
    for (const Result &result : results) {
        out << qSetFieldWidth(11) << Qt::left << result.host << qSetFieldWidth(8) << result.what << Qt::right
            << qSetFieldWidth(10) << result.first.median() / 1024 << result.second.median() / 1024
            << result.secondHeap.median() / 1024 << result.left.median() / 1024 << qSetFieldWidth(0) << '\n';
    }
    for (const Growth &one : std::as_const(growth))
        out << one.host << ' ' << one.what << ": " << one.memory << " KiB each, of them " << one.heap
            << " KiB heap, over " << one.views << " views one after the other\n";
    return 0;
}
