// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchaemulator.h"

#include "endpoint/emulatorstate.h"
#include "endpoint/endpoints.h"
#include "endpoint/widgetendpoint.h"
#include "foundation/keyform.h"
#include "foundation/randomtext.h"
#include "loopback/httpserver.h"
#include "scenario/scenariotable.h"
#include "smartcaptchaemulatorrequestprivate.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qloggingcategory.h>
#include <QtNetwork/qsslconfiguration.h>
#include <QtNetwork/qsslsocket.h>

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(logTesting, "smartcaptcha.testing", QtWarningMsg)

constexpr qsizetype restLength = 20;

QString randomKeyPart(qsizetype length)
{
    return QString::fromLatin1(
        randomText(length, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"));
}

const ScenarioEntry *entryOf(const QString &name)
{
    for (const ScenarioEntry &entry : scenarioTable()) {
        if (name == QLatin1String(entry.name))
            return &entry;
    }
    return nullptr;
}

QUrl withPath(QUrl url, const QString &path)
{
    if (!url.isEmpty())
        url.setPath(path);
    return url;
}

} // namespace

class SmartCaptchaEmulatorPrivate {
public:
    explicit SmartCaptchaEmulatorPrivate(SmartCaptchaEmulator *emulator)
        : q(emulator)
        , server([this](const HttpRequest &request, const HttpReply &reply) { reply.send(answer(request)); })
    {
        state.tokenIssued = [this](const QString &token) { Q_EMIT q->tokenIssued(token); };
        state.challengeCreated = [this](const Challenge &challenge) {
            Q_EMIT q->challengeCreated(challenge.id, challenge.answer);
        };
        state.allowedSites = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                              QStringLiteral("example.com")};
        setKeys({}, {});
    }

    void setKeys(const QString &siteKey, const SmartCaptchaServerKey &serverKey)
    {
        // A generated half takes the part that is common to both halves from the other one.
        const auto commonOf = [](const QString &half, QLatin1String prefix) {
            return half.startsWith(prefix) ? half.mid(prefix.size(), KeyForm::pairLength) : QString();
        };
        QString common = commonOf(siteKey, KeyForm::clientPrefix);
        if (common.isEmpty())
            common = commonOf(serverKey.secretValue(), KeyForm::serverPrefix);
        if (common.isEmpty())
            common = randomKeyPart(KeyForm::pairLength);
        state.siteKey =
            siteKey.isEmpty() ? KeyForm::clientPrefix + common + randomKeyPart(restLength) : siteKey;
        state.serverKey = serverKey.isNull()
            ? SmartCaptchaServerKey(KeyForm::serverPrefix + common + randomKeyPart(restLength))
            : serverKey;
    }

    HttpAnswer answer(const HttpRequest &request)
    {
        HttpAnswer answer = answerRequest(state, request);
        if (request.path != QLatin1String("/api/clock") && request.path != QLatin1String("/api/person"))
            record(request, answer);
        return answer;
    }

    void record(const HttpRequest &request, const HttpAnswer &answer)
    {
        auto *data = new SmartCaptchaEmulatorRequestPrivate;
        data->method = QString::fromLatin1(request.method);
        data->path = request.path;
        data->query = request.queryFields();
        data->headers = request.headers;
        data->body = request.body;
        data->form = request.bodyFields();
        data->status = answer.visibleStatus();
        data->receivedAt = QDateTime::currentDateTimeUtc();
        const SmartCaptchaEmulatorRequest entry(data);
        qCDebug(logTesting) << entry;
        if (requests.size() >= SmartCaptchaEmulator::MaximumRequests)
            requests.removeFirst();
        requests.append(entry);
        Q_EMIT q->requestReceived(entry);
    }

    QUrl urlOf(const QString &host) const
    {
        if (!server.isListening())
            return {};
        QUrl url;
        url.setScheme(tls ? QStringLiteral("https") : QStringLiteral("http"));
        url.setHost(host);
        url.setPort(server.port());
        return url;
    }

    SmartCaptchaEmulator *q;
    EmulatorState state;
    QList<SmartCaptchaEmulatorRequest> requests;
    std::optional<QSslConfiguration> configuration;
    bool tls = false;
    QString errorString;
    // The last member, so that no request arrives while the others are being destroyed.
    HttpServer server;
};

SmartCaptchaEmulator::SmartCaptchaEmulator(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<SmartCaptchaEmulatorPrivate>(this))
{
}

SmartCaptchaEmulator::~SmartCaptchaEmulator() = default;

bool SmartCaptchaEmulator::listen(quint16 port)
{
    if (isListening()) {
        d->errorString = QStringLiteral("The emulator is already listening, on port %1.").arg(this->port());
        return false;
    }
    if (d->configuration && !QSslSocket::supportsSsl()) {
        d->errorString = QStringLiteral("HTTPS is not possible: Qt found no TLS backend.");
        return false;
    }
    if (!d->server.listen(port, d->configuration)) {
        d->errorString =
            QStringLiteral("Cannot listen on 127.0.0.1:%1: %2").arg(port).arg(d->server.errorString());
        return false;
    }
    d->errorString.clear();
    d->tls = d->configuration.has_value();
    qCDebug(logTesting) << "listening at" << url().toString();
    Q_EMIT listeningChanged(true);
    return true;
}

void SmartCaptchaEmulator::close()
{
    if (!isListening())
        return;
    d->server.close();
    Q_EMIT listeningChanged(false);
}

bool SmartCaptchaEmulator::isListening() const
{
    return d->server.isListening();
}

quint16 SmartCaptchaEmulator::port() const
{
    return d->server.port();
}

QString SmartCaptchaEmulator::errorString() const
{
    return d->errorString;
}

void SmartCaptchaEmulator::setSslConfiguration(const QSslConfiguration &configuration)
{
    d->configuration = configuration;
}

QUrl SmartCaptchaEmulator::url() const
{
    return d->urlOf(QStringLiteral("127.0.0.1"));
}

SmartCaptchaService SmartCaptchaEmulator::service() const
{
    return SmartCaptchaService(url());
}

QUrl SmartCaptchaEmulator::pageOrigin() const
{
    return d->urlOf(QStringLiteral("localhost"));
}

QUrl SmartCaptchaEmulator::backendUrl() const
{
    return withPath(url(), QStringLiteral("/backend/verify"));
}

QString SmartCaptchaEmulator::siteKey() const
{
    return d->state.siteKey;
}

SmartCaptchaServerKey SmartCaptchaEmulator::serverKey() const
{
    return d->state.serverKey;
}

void SmartCaptchaEmulator::setKeys(const QString &siteKey, const SmartCaptchaServerKey &serverKey)
{
    // As the options and the server key do, or the half that is generated would contain the blanks.
    d->setKeys(siteKey.trimmed(), serverKey);
}

QStringList SmartCaptchaEmulator::allowedSites() const
{
    return d->state.allowedSites;
}

void SmartCaptchaEmulator::setAllowedSites(const QStringList &hosts)
{
    d->state.allowedSites = hosts;
}

SmartCaptchaEmulator::Scenario SmartCaptchaEmulator::scenario() const
{
    return d->state.scenario;
}

void SmartCaptchaEmulator::setScenario(SmartCaptchaEmulator::Scenario scenario)
{
    if (d->state.scenario == scenario)
        return;
    d->state.scenario = scenario;
    Q_EMIT scenarioChanged(scenario);
}

bool SmartCaptchaEmulator::setScenario(const QString &name)
{
    const ScenarioEntry *entry = entryOf(name);
    if (entry)
        setScenario(entry->scenario);
    return entry != nullptr;
}

QStringList SmartCaptchaEmulator::scenarioNames()
{
    QStringList names;
    for (const ScenarioEntry &entry : scenarioTable())
        names.append(QLatin1String(entry.name));
    return names;
}

QString SmartCaptchaEmulator::scenarioDescription(const QString &name)
{
    const ScenarioEntry *entry = entryOf(name);
    return entry ? QLatin1String(entry->description) : QString();
}

std::optional<SmartCaptchaEmulator::Scenario> SmartCaptchaEmulator::scenarioFromName(const QString &name)
{
    const ScenarioEntry *entry = entryOf(name);
    return entry ? std::optional(entry->scenario) : std::nullopt;
}

QString SmartCaptchaEmulator::scenarioName(Scenario scenario)
{
    for (const ScenarioEntry &entry : scenarioTable()) {
        if (entry.scenario == scenario)
            return QLatin1String(entry.name);
    }
    return {};
}

std::chrono::milliseconds SmartCaptchaEmulator::delay() const
{
    return d->state.delay;
}

void SmartCaptchaEmulator::setDelay(std::chrono::milliseconds delay)
{
    d->state.delay = std::clamp<std::chrono::milliseconds>(delay, 0ms, 1h);
}

QString SmartCaptchaEmulator::issueToken(const QString &host)
{
    const TokenSubject subject{d->state.siteKey, host, QStringLiteral("127.0.0.1"), {}};
    return SmartCaptcha::Internal::issueToken(d->state, subject, TokenStore::Lifetime);
}

QString SmartCaptchaEmulator::pendingAnswer() const
{
    return d->state.challenges.youngest().answer;
}

void SmartCaptchaEmulator::advanceClock(std::chrono::milliseconds time)
{
    d->state.clock.advance(std::clamp<std::chrono::milliseconds>(time, 0ms, 366 * 24h).count());
}

QDateTime SmartCaptchaEmulator::currentTime() const
{
    return QDateTime::fromMSecsSinceEpoch(d->state.clock.now()).toUTC();
}

EmulatorState &SmartCaptchaEmulator::state()
{
    return d->state;
}

QList<SmartCaptchaEmulatorRequest> SmartCaptchaEmulator::requests() const
{
    return d->requests;
}

QList<SmartCaptchaEmulatorRequest> SmartCaptchaEmulator::requests(const QString &path) const
{
    QList<SmartCaptchaEmulatorRequest> result;
    std::copy_if(d->requests.cbegin(), d->requests.cend(), std::back_inserter(result),
                 [&path](const SmartCaptchaEmulatorRequest &request) { return request.path() == path; });
    return result;
}

void SmartCaptchaEmulator::clearRequests()
{
    d->requests.clear();
}

int SmartCaptchaEmulator::connectionCount() const
{
    return d->server.connectionCount();
}
