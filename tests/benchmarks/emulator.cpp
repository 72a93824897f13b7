// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// How many requests the emulator answers in a second, as a program of its own, and nginx with the same files
// and a constant verdict. The load comes from wrk.

#include "benchmarkoptions.h"
#include "comparison.h"
#include "localnginx.h"
#include "processortime.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qurlquery.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>

namespace {

constexpr int warmUps = 2;
constexpr int connections = 16;

struct Request {
    QByteArray method;
    QByteArray path;
    QByteArray type; ///< Of the body.
    QByteArray body;
};

/// `smartcaptcha emulate`, as long as this object lives.
class EmulatorProgram {
public:
    EmulatorProgram()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // Where the other scenarios would take a token once only, so that most answers would be refusals.
        m_process.start(QStringLiteral(BENCHMARK_COMMAND),
                        {QStringLiteral("emulate"), QStringLiteral("--scenario"),
                         QStringLiteral("restricted"), QStringLiteral("--tokens"), QStringLiteral("1")});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(10000))
                qFatal("The emulator does not start");
        }
        m_started = QJsonDocument::fromJson(m_process.readLine()).object();
    }

    ~EmulatorProgram()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    Q_DISABLE_COPY_MOVE(EmulatorProgram)

    [[nodiscard]] QString value(const char *name) const
    {
        return m_started.value(QLatin1String(name)).toString();
    }
    [[nodiscard]] QString token() const
    {
        return m_started.value(QLatin1String("tokens")).toArray().at(0).toString();
    }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QProcess m_process;
    QJsonObject m_started;
};

QList<Request> verification(const EmulatorProgram &emulator)
{
    QUrlQuery form;
    form.addQueryItem(QStringLiteral("secret"), emulator.value("serverKey"));
    form.addQueryItem(QStringLiteral("token"),
                      QString::fromLatin1(QUrl::toPercentEncoding(emulator.token())));
    form.addQueryItem(QStringLiteral("ip"), QStringLiteral("203.0.113.5"));
    return {{"POST", "/validate", "application/x-www-form-urlencoded",
             form.toString(QUrl::FullyEncoded).toLatin1()}};
}

/// What a browser asks for to show the widget.
QList<Request> pageLoad(const EmulatorProgram &emulator)
{
    const QByteArray question =
        QJsonDocument(QJsonObject{{QStringLiteral("sitekey"), emulator.value("siteKey")},
                                  {QStringLiteral("origin"), emulator.value("pageOrigin")}})
            .toJson(QJsonDocument::Compact);
    QList<Request> requests;
    for (const char *path :
         {"/demo", "/captcha.js", "/checkbox", "/advanced", "/static/frame.css", "/static/texts.js",
          "/static/frame.js", "/static/checkbox.js", "/static/frame.css", "/static/texts.js",
          "/static/frame.js", "/static/advanced.js"})
        requests.append({"GET", path, {}, {}});
    requests.append({"POST", "/api/open", "application/json", question});
    return requests;
}

/// Puts what @p url answers to the requests into files of the same names.
void save(const QList<Request> &requests, const QString &url, const QString &folder)
{
    QNetworkAccessManager manager;
    for (const Request &request : requests) {
        if (request.method != "GET")
            continue;
        const QString path = QString::fromLatin1(request.path);
        QNetworkReply *reply = manager.get(QNetworkRequest(QUrl(url + path)));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() != QNetworkReply::NoError)
            qFatal("%s: %s", request.path.constData(), qPrintable(reply->errorString()));
        QFile file(folder + path);
        QDir().mkpath(QFileInfo(file).path());
        if (!file.open(QIODevice::WriteOnly) || file.write(reply->readAll()) < 0)
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        reply->deleteLater();
    }
}

/// A script with which wrk asks for all of them in turn.
QByteArray script(const QList<Request> &requests)
{
    QByteArray lua = "local all = {}\nlocal last = 0\nfunction init()\n";
    for (const Request &request : requests) {
        lua += "all[#all + 1] = wrk.format(\"" + request.method + "\", \"" + request.path + "\"";
        if (!request.body.isEmpty())
            lua += ", {[\"Content-Type\"] = \"" + request.type + "\"}, [[" + request.body + "]]";
        lua += ")\n";
    }
    lua += "end\nfunction request()\nlast = last % #all + 1\nreturn all[last]\nend\n";
    return lua;
}

struct Server {
    QString name;
    QUrl url;
    qint64 process = 0;
    Figures rate; ///< Of what the script asks for, in a second.
    Figures time; ///< Processor time of each request, in microseconds.
};

void load(Server &server, const QString &script, double inOne)
{
    const double before = processorTime(server.process);
    QProcess wrk;
    wrk.start(QStringLiteral("wrk"),
              {QStringLiteral("-t1"), QStringLiteral("-c%1").arg(connections), QStringLiteral("-d1s"),
               QStringLiteral("-s"), script, server.url.toString()});
    if (!wrk.waitForStarted() || !wrk.waitForFinished(30000) || wrk.exitCode() != 0)
        qFatal("wrk is missing or failed; on Debian: apt-get install wrk");
    const double after = processorTime(server.process);
    const QString output = QString::fromUtf8(wrk.readAll());
    static const QRegularExpression total(QStringLiteral("(\\d+) requests in"));
    static const QRegularExpression rate(QStringLiteral("Requests/sec: +([0-9.]+)"));
    if (output.contains(QLatin1String("Non-2xx")) || output.contains(QLatin1String("Socket errors")))
        qFatal("%s: some requests failed:\n%s", qPrintable(server.name), qPrintable(output));
    server.rate.add(rate.match(output).captured(1).toDouble() / inOne);
    server.time.add((after - before) * 1000 / total.match(output).captured(1).toDouble());
}

QList<Comparison> measure(QList<Server> servers, const QList<Request> &requests, const QString &folder,
                          const char *what, int runs)
{
    QFile file(folder + QLatin1String("/load.lua"));
    if (!file.open(QIODevice::WriteOnly) || file.write(script(requests)) < 0)
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.close();
    for (int run = -warmUps; run < runs; ++run) {
        for (Server &server : servers) {
            if (run == 0)
                server.rate = server.time = {};
            load(server, file.fileName(), static_cast<double>(requests.size()));
        }
    }
    Comparison rate;
    rate.row = 13;
    rate.what = QLatin1String(what);
    rate.unit = QStringLiteral("/s");
    rate.ours = servers.first().name;
    rate.baseline = servers.last().name;
    rate.higherIsBetter = true;
    Comparison time = rate;
    time.what = QStringLiteral("processor time of a request, %1").arg(QLatin1String(what));
    time.unit = QStringLiteral("us");
    time.higherIsBetter = false;
    for (const Server &server : std::as_const(servers)) {
        rate.series.insert(server.name, server.rate);
        time.series.insert(server.name, server.time);
    }
    return {rate, time};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const BenchmarkOptions options("Measured runs of each", 20);
    const int runs = options.runs();

    const EmulatorProgram emulator;
    const QTemporaryDir files;
    const QTemporaryDir scripts;
    const QList<Request> page = pageLoad(emulator);
    save(page, emulator.value("url"), files.path());
    // nginx may run as another user.
    QFile::setPermissions(files.path(),
                          QFile::permissions(files.path()) | QFile::ReadOther | QFile::ExeOther);
    const LocalNginx nginx(files.path());
    const QList<Server> servers{
        {QStringLiteral("emulator"), QUrl(emulator.value("url")), emulator.processId(), {}, {}},
        {QStringLiteral("nginx"), nginx.url(), nginx.processId(), {}, {}}};
    print(measure(servers, verification(emulator), scripts.path(), "verifications", runs)
              + measure(servers, page, scripts.path(), "page loads of 13 requests", runs),
          options.wantsJson());
    return 0;
}
