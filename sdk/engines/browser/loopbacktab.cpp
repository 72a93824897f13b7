// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "loopbacktab.h"

#include "captcha/captchalog.h"
#include "captcha/page/pagemessage.h"
#include "foundation/randomtext.h"
#include "foundation/secureurl.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qurlquery.h>

#include <algorithm>
#include <utility>

namespace SmartCaptcha::Internal {

namespace {

// In milliseconds. Some browsers and proxies give up on a request after 30 seconds.
constexpr int pollLength = 25 * 1000;
// A page that is loaded again, or whose computer was asleep, comes back within this time.
constexpr int absenceTolerated = 2500;

constexpr qsizetype mostMessages = 64; // in one request
constexpr qsizetype mostCommands = 64;
constexpr qsizetype mostLoads = 64;

constexpr char cookieName[] = "smartcaptcha";

HttpServer::Limits limits()
{
    HttpServer::Limits limits;
    limits.connections = 16;
    limits.request.target = 1024;
    limits.request.head = 16 * 1024;
    limits.request.body = 64 * 1024;
    return limits;
}

// Takes equally long for all wrong values of the right length.
bool isSame(const QByteArray &given, const QByteArray &expected)
{
    if (expected.isEmpty() || given.size() != expected.size())
        return false;
    uchar difference = 0;
    for (qsizetype i = 0; i < given.size(); ++i)
        difference |= uchar(given.at(i)) ^ uchar(expected.at(i));
    return difference == 0;
}

void harden(HttpAnswer &answer)
{
    answer.headers << HeaderFields{{"Cache-Control", "no-store"},
                                   {"X-Content-Type-Options", "nosniff"},
                                   {"X-Frame-Options", "DENY"},
                                   {"Cross-Origin-Opener-Policy", "same-origin"},
                                   {"Cross-Origin-Resource-Policy", "same-origin"}};
}

// Says nothing about what there is, and ends the connection.
HttpAnswer refusal(int status = 404)
{
    HttpAnswer answer;
    answer.status = status;
    answer.keepAlive = false;
    harden(answer);
    return answer;
}

HttpAnswer json(const QJsonObject &object)
{
    HttpAnswer answer = HttpAnswer::json(object);
    harden(answer);
    return answer;
}

HttpAnswer json(const char *state)
{
    return json({{QStringLiteral("state"), QString::fromLatin1(state)}});
}

HttpAnswer html(const QString &text)
{
    HttpAnswer answer = HttpAnswer::of("text/html; charset=utf-8", text.toUtf8());
    answer.headers.emplaceBack("Content-Security-Policy", "frame-ancestors 'none'");
    harden(answer);
    return answer;
}

QByteArray cookieOf(const HttpRequest &request)
{
    const QList<QByteArray> cookies = request.header("cookie").split(';');
    for (const QByteArray &cookie : cookies) {
        const QByteArray pair = cookie.trimmed();
        if (pair.startsWith(QByteArray(cookieName) + '='))
            return pair.mid(qsizetype(sizeof cookieName));
    }
    return {};
}

bool hasType(const HttpRequest &request, const char *type)
{
    return request.header("content-type").split(';').first().trimmed().compare(type, Qt::CaseInsensitive)
        == 0;
}

} // namespace

LoopbackTab::LoopbackTab(Opener opener, QObject *parent)
    : BrowserTab(parent)
    , m_opener(std::move(opener))
{
    m_pollEnd.setSingleShot(true);
    m_pollEnd.setInterval(pollLength);
    connect(&m_pollEnd, &QTimer::timeout, this, &LoopbackTab::answerPoll);
    m_absence.setSingleShot(true);
    m_absence.setInterval(absenceTolerated);
    connect(&m_absence, &QTimer::timeout, this, [this] { note(Presence::Closed); });
}

LoopbackTab::~LoopbackTab()
{
    end(false);
}

bool LoopbackTab::begin(const CaptchaPage &page, QString *problem)
{
    end(false);
    m_server = std::make_unique<HttpServer>(
        [this](const HttpRequest &request, const HttpReply &reply) { answer(request, reply); }, limits());
    if (!m_server->listen(0)) {
        *problem = QStringLiteral("Cannot listen on 127.0.0.1: %1").arg(m_server->errorString());
        m_server.reset();
        return false;
    }
    m_page = page;
    m_secret = QString::fromLatin1(randomName());
    m_state = randomName();
    m_cookie.clear();
    m_mayMove = false;
    m_moveIsForLoad = false;
    m_pageId.clear();
    m_replaced.clear();
    m_commands = {};
    m_lastAttempt = 0;
    qCDebug(pageLog) << "Serving the captcha at 127.0.0.1, port" << m_server->port();
    note(Presence::Awaited);
    open();
    return true;
}

void LoopbackTab::end(bool passed)
{
    if (!m_server)
        return;
    const char *const state = passed ? "passed" : "over";
    m_report.reply.send(m_report.isForm ? html(CaptchaPage::noticePage(passed ? CaptchaPage::Notice::Passed
                                                                              : CaptchaPage::Notice::Over))
                                        : json(state));
    m_poll.send(json(state));
    m_report = {};
    m_poll = {};
    m_pollEnd.stop();
    m_absence.stop();
    m_server->finish();
    m_server.reset();
    note(Presence::None);
}

QUrl LoopbackTab::address() const
{
    if (!m_server)
        return {};
    QUrl url(QString::fromLatin1(origin()) + pathOf(""));
    if (!m_page.html().isEmpty())
        return url;
    // In the fragment, which browsers do not send to the site.
    QUrl site = m_page.url();
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("return"), QString::fromLatin1(origin()) + pathOf("token"));
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(m_state));
    site.setFragment(query.toString(QUrl::FullyEncoded));
    return site;
}

void LoopbackTab::allowAnotherBrowser()
{
    m_mayMove = true;
    m_moveIsForLoad = false;
}

void LoopbackTab::openAgain()
{
    if (!m_server)
        return;
    // It usually opens in the browser that has the page.
    m_moveIsForLoad = !m_mayMove;
    m_mayMove = true;
    m_replaced.clear();
    open();
}

// From the event loop: what starts the browser may run one of its own.
void LoopbackTab::open()
{
    m_started = true;
    const QPointer<LoopbackTab> guard(this);
    QMetaObject::invokeMethod(
        this,
        [this, guard, address = address()] {
            if (address != this->address())
                return;
            const bool started = m_opener(address);
            // The attempt may be over by now, and this object gone.
            if (started || !guard || address != this->address())
                return;
            qCWarning(pageLog) << "No browser could be started for the captcha";
            m_started = false;
            Q_EMIT presenceChanged();
        },
        Qt::QueuedConnection);
}

// From the event loop, because hosts never emit a signal in the middle of a call.
void LoopbackTab::note(Presence presence)
{
    if (m_presence == presence)
        return;
    m_presence = presence;
    QMetaObject::invokeMethod(this, &LoopbackTab::presenceChanged, Qt::QueuedConnection);
}

QByteArray LoopbackTab::origin() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_server->port());
}

QString LoopbackTab::pathOf(const char *name) const
{
    return QLatin1Char('/') + m_secret + QLatin1Char('/') + QLatin1String(name);
}

void LoopbackTab::answer(const HttpRequest &request, const HttpReply &reply)
{
    // Another name for this address is an attempt to get around the browser's same-origin policy (DNS
    // rebinding).
    if (request.header("host") != origin().mid(qsizetype(sizeof "http://") - 1)) {
        reply.send(refusal());
        return;
    }
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    const QByteArray path = request.path.toLatin1();
    const auto isAt = [&](const char *name) { return isSame(path, pathOf(name).toLatin1()); };
    if (isGet && isAt("") && !m_page.html().isEmpty())
        servePage(request, reply);
    else if (isPost && isAt("messages") && hasType(request, "application/json") && isOfPage(request))
        takeMessages(request, reply);
    else if (isGet && isAt("commands") && isOfPage(request))
        takePoll(request, reply);
    else if (isPost && isAt("token") && m_page.html().isEmpty()
             && hasType(request, "application/x-www-form-urlencoded"))
        takeToken(request, reply);
    else
        reply.send(refusal());
}

// True for requests of the page, in the browser that has it. Browsers say where a request comes from in
// fields that pages cannot set.
bool LoopbackTab::isOfPage(const HttpRequest &request) const
{
    const QByteArray from = request.header("origin");
    const QByteArray site = request.header("sec-fetch-site");
    return (from.isEmpty() || from == origin()) && (site.isEmpty() || site == "same-origin")
        && isSame(cookieOf(request), m_cookie);
}

void LoopbackTab::servePage(const HttpRequest &request, const HttpReply &reply)
{
    const QByteArray site = request.header("sec-fetch-site");
    const QByteArray target = request.header("sec-fetch-dest");
    // By the person, the program that started the browser, or the page itself: never in a frame or from
    // elsewhere.
    const bool isDirect = (site.isEmpty() || site == "none" || site == "same-origin")
        && (target.isEmpty() || target == "document") && request.header("origin").isEmpty();
    // The first browser that asks has the page.
    if (!isDirect) {
        reply.send(refusal());
        return;
    }
    if (!isSame(cookieOf(request), m_cookie)) {
        if (!m_cookie.isEmpty() && !m_mayMove) {
            HttpAnswer taken = html(CaptchaPage::noticePage(CaptchaPage::Notice::Taken));
            taken.status = 403;
            reply.send(taken);
            return;
        }
        m_cookie = randomName();
        m_mayMove = false;
    } else if (m_moveIsForLoad) {
        m_mayMove = false;
    }
    m_moveIsForLoad = false;
    m_started = true;
    HttpAnswer answer = html(m_page.html());
    answer.headers.emplaceBack("Set-Cookie",
                               QByteArray(cookieName) + '=' + m_cookie + "; Path=" + pathOf("").toLatin1()
                                   + "; HttpOnly; SameSite=Strict");
    // Unless another load of the page is there.
    if (!m_poll.isWaiting())
        m_absence.start();
    note(Presence::Open);
    reply.send(answer);
}

// True if the load of this name is the one that the application talks to. A new one takes over.
bool LoopbackTab::takePageId(const QString &id, const HttpReply &reply)
{
    if (id == m_pageId && !id.isEmpty())
        return true;
    if (id.isEmpty() || id.size() > 32 || m_replaced.contains(id)) {
        reply.send(json("replaced"));
        return false;
    }
    const bool again = !m_pageId.isEmpty();
    if (again)
        m_replaced << m_pageId;
    if (m_replaced.size() > mostLoads)
        m_replaced.removeFirst();
    m_pageId = id;
    m_pollEnd.stop();
    m_poll.send(json("replaced"));
    m_poll = {};
    if (!again)
        return true;
    // A slot may end the attempt, which answers the report.
    const auto before = std::exchange(m_report, {reply, false});
    const QPointer<LoopbackTab> guard(this);
    Q_EMIT reloaded();
    if (!guard || !reply.isWaiting())
        return false;
    m_report = before;
    return true;
}

void LoopbackTab::takePoll(const HttpRequest &request, const HttpReply &reply)
{
    const FormFields query = request.queryFields();
    if (!takePageId(formValue(query, QStringLiteral("page")), reply))
        return;
    answerPoll();
    m_absence.stop();
    note(Presence::Open);
    m_poll = reply;
    m_pollSeen = qBound(0, formValue(query, QStringLiteral("seen")).toInt(), int(m_commands.size()));
    m_poll.whenGone([this] { m_absence.start(); });
    if (m_pollSeen < m_commands.size())
        answerPoll();
    else
        m_pollEnd.start();
}

// With the commands that the page does not know yet, if there are any.
void LoopbackTab::answerPoll()
{
    m_pollEnd.stop();
    if (!m_poll.isWaiting())
        return;
    QJsonArray news;
    for (qsizetype i = m_pollSeen; i < m_commands.size(); ++i)
        news << m_commands.at(i);
    m_absence.start();
    m_poll.send(json({{QStringLiteral("state"), QStringLiteral("waiting")},
                      {QStringLiteral("seen"), int(m_commands.size())},
                      {QStringLiteral("commands"), news}}));
}

void LoopbackTab::sendCommand(const QJsonObject &command)
{
    if (!m_server)
        return;
    // The tab looks like the browser, not like the application.
    if (command.value(QLatin1String("type")) == QLatin1String("appearance"))
        return;
    m_lastAttempt = command.value(QLatin1String("attempt")).toInt();
    if (m_commands.size() < mostCommands)
        m_commands << command;
    answerPoll();
}

void LoopbackTab::takeMessages(const HttpRequest &request, const HttpReply &reply)
{
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    const QJsonArray messages = object.value(QLatin1String("messages")).toArray();
    if (messages.size() > mostMessages) {
        reply.send(refusal(413));
        return;
    }
    if (!takePageId(object.value(QLatin1String("page")).toString(), reply))
        return;
    // end() answers, if one of the messages ends the attempt. A slot may run an event loop, in which more
    // come.
    const auto before = std::exchange(m_report, {reply, false});
    const QPointer<LoopbackTab> guard(this);
    for (const auto message : messages) {
        if (guard && reply.isWaiting())
            Q_EMIT messageArrived(message.toString());
    }
    reply.send(json("waiting"));
    if (guard)
        m_report = before;
}

// The form of a page on the application's own site.
void LoopbackTab::takeToken(const HttpRequest &request, const HttpReply &reply)
{
    const FormFields form = request.bodyFields();
    const QByteArray from = request.header("origin");
    const bool isFromSite =
        from.isEmpty() || from == "null" || from == SecureUrl::origin(m_page.url()).toLatin1();
    if (!isFromSite || !isSame(formValue(form, QStringLiteral("state")).toLatin1(), m_state)) {
        reply.send(refusal());
        return;
    }
    const auto before = std::exchange(m_report, {reply, true});
    m_started = true;
    note(Presence::Open);
    const QPointer<LoopbackTab> guard(this);
    // The only message of such a page.
    const QJsonObject success{
        {QStringLiteral("nonce"), m_page.nonce()},
        {QStringLiteral("attempt"), m_lastAttempt},
        {QStringLiteral("type"), QStringLiteral("success")},
        {QStringLiteral("token"),
         formValue(form, QStringLiteral("token")).left(PageMessage::MaximumTokenLength + 1)}};
    Q_EMIT messageArrived(QString::fromUtf8(QJsonDocument(success).toJson(QJsonDocument::Compact)));
    reply.send(html(CaptchaPage::noticePage(CaptchaPage::Notice::Over)));
    if (guard)
        m_report = before;
}

} // namespace SmartCaptcha::Internal
