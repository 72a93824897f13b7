// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "browserpage.h"
#include "eventually.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>
#include <QtWebEngineCore/qwebenginescript.h>
#include <QtWebEngineCore/qwebenginescriptcollection.h>

#include <memory>
#include <utility>

namespace {

constexpr int pause = 20;
constexpr QSize startSize(400, 520);

constexpr char hand[] = R"JS(
(() => {
    const done = { __hand: true };
    const act = (what) => {
        if (what.act === 'press') {
            document.activeElement.dispatchEvent(
                new KeyboardEvent('keydown', { key: what.key, bubbles: true, cancelable: true }));
            return '';
        }
        const element = document.querySelector(what.selector);
        if (what.act === 'read')
            return element ? (what.attribute ? element.getAttribute(what.attribute) || '' : element.textContent) : '';
        if (!element || element.disabled || element.offsetParent === null)
            throw new Error('not there');
        if (what.act === 'type')
            element.value = what.text;
        else
            element.click();
        return '';
    };
    window.addEventListener('message', (event) => {
        const order = event.data && event.data.__order;
        if (!order)
            return;
        let answer;
        try {
            answer = { text: act(order), ok: true };
        } catch (error) {
            answer = { text: String(error), ok: false };
        }
        event.source.postMessage({ __answer: order.number, answer }, '*');
    });
})();
)JS";

constexpr char ear[] = R"JS(
window.__answers = {};
window.addEventListener('message', (event) => {
    if (event.data && event.data.__answer)
        window.__answers[event.data.__answer] = event.data.answer;
});
)JS";

QString quoted(const QString &text)
{
    QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("t"), text}}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(5).chopped(1));
}

void insert(QWebEnginePage &page, const QString &source, quint32 world, bool subFrames)
{
    QWebEngineScript script;
    script.setSourceCode(source);
    script.setWorldId(world);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(subFrames);
    page.scripts().insert(script);
}

} // namespace

BrowserPage::BrowserPage()
    : m_page(&m_profile)
{
    insert(m_page, QString::fromUtf8(hand), QWebEngineScript::ApplicationWorld, true);
    insert(m_page, QString::fromUtf8(ear), QWebEngineScript::MainWorld, false);
    QObject::connect(&m_page, &QWebEnginePage::renderProcessTerminated, &m_page, [this] { m_alive = false; });
    m_view.setPage(&m_page);
    m_view.resize(startSize);
    m_view.show();
}

void BrowserPage::clear()
{
    static_cast<void>(setHtml(QStringLiteral("<!DOCTYPE html><title>-</title>"), QUrl()));
    m_page.console.clear();
    m_view.resize(startSize);
}

bool BrowserPage::setHtml(const QString &html, const QUrl &origin)
{
    m_alive = true;
    QSignalSpy finished(&m_page, &QWebEnginePage::loadFinished);
    m_page.setHtml(html, origin);
    return finished.wait(patience) && finished.constFirst().constFirst().toBool();
}

bool BrowserPage::load(const QUrl &url)
{
    m_alive = true;
    QSignalSpy finished(&m_page, &QWebEnginePage::loadFinished);
    m_page.load(url);
    return finished.wait(patience) && finished.constFirst().constFirst().toBool();
}

QVariant BrowserPage::evaluate(const QString &expression)
{
    // Shared, because after a crash of the renderer the callback may come late or never.
    auto result = std::make_shared<std::pair<bool, QVariant>>();
    m_page.runJavaScript(expression, QWebEngineScript::MainWorld, [result](const QVariant &value) {
        *result = {true, value};
    });
    if (!eventually([this, result] { return result->first || !m_alive; }) || !result->first)
        qWarning("No answer from the page to: %s", qPrintable(expression));
    return result->second;
}

bool BrowserPage::waitFor(const QString &expression)
{
    const QDeadlineTimer deadline(patience);
    while (!evaluate(QLatin1String("!!(") + expression + QLatin1Char(')')).toBool()) {
        if (deadline.hasExpired()) {
            qWarning("Never true: %s\nConsole:\n%s", qPrintable(expression),
                     qPrintable(m_page.console.join(QLatin1Char('\n'))));
            return false;
        }
        letPass(pause, "the page is asked again");
    }
    return true;
}

bool BrowserPage::repeatUntil(const std::function<void()> &action, const QString &expression)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        action();
        const QDeadlineTimer second(1000);
        do {
            if (evaluate(QLatin1String("!!(") + expression + QLatin1Char(')')).toBool())
                return true;
            letPass(pause, "the page is asked again");
        } while (!second.hasExpired());
    }
    qWarning("Never true: %s", qPrintable(expression));
    return false;
}

bool BrowserPage::click(const QString &frame, const QString &selector)
{
    return orderUntilDone(
        frame, {{QStringLiteral("act"), QStringLiteral("click")}, {QStringLiteral("selector"), selector}});
}

bool BrowserPage::type(const QString &frame, const QString &selector, const QString &text)
{
    return orderUntilDone(frame,
                          {{QStringLiteral("act"), QStringLiteral("type")},
                           {QStringLiteral("selector"), selector},
                           {QStringLiteral("text"), text}});
}

bool BrowserPage::press(const QString &frame, const QString &key)
{
    return orderUntilDone(frame,
                          {{QStringLiteral("act"), QStringLiteral("press")}, {QStringLiteral("key"), key}});
}

QString BrowserPage::read(const QString &frame, const QString &selector, const QString &attribute)
{
    const QString answer = order(frame,
                                 {{QStringLiteral("act"), QStringLiteral("read")},
                                  {QStringLiteral("selector"), selector},
                                  {QStringLiteral("attribute"), attribute}});
    return answer.startsWith(QLatin1Char('+')) ? answer.mid(1) : QString();
}

// Returns "+" and the text on success, "-" and the reason otherwise.
QString BrowserPage::order(const QString &frame, const QVariantMap &what)
{
    // A frame that is still loading loses messages. Reading can be repeated until there is an answer, but a
    // click cannot.
    const QVariantMap question{{QStringLiteral("act"), QStringLiteral("read")},
                               {QStringLiteral("selector"), QStringLiteral("html")},
                               {QStringLiteral("attribute"), QStringLiteral("lang")}};
    const QString presence = answerTo(frame, question, 1000);
    return presence.startsWith(QLatin1Char('+')) ? answerTo(frame, what, 10000) : presence;
}

QString BrowserPage::answerTo(const QString &frame, const QVariantMap &what, int milliseconds)
{
    QJsonObject order = QJsonObject::fromVariantMap(what);
    const QString number = QString::number(++m_lastOrder);
    order.insert(QStringLiteral("number"), m_lastOrder);
    const QString json = QString::fromUtf8(QJsonDocument(order).toJson(QJsonDocument::Compact));
    const bool sent =
        evaluate(QStringLiteral("(() => { const frame = document.querySelector(%1);"
                                "if (!frame || getComputedStyle(frame).visibility === 'hidden') return false;"
                                "frame.contentWindow.postMessage({ __order: %2 }, '*'); return true; })()")
                     .arg(quoted(frame), json))
            .toBool();
    if (!sent)
        return QStringLiteral("-no frame");
    const QDeadlineTimer deadline(milliseconds);
    const QString answer = QStringLiteral("(window.__answers[%1] || null)").arg(number);
    while (m_alive && !deadline.hasExpired()) {
        const QVariantMap map = evaluate(answer).toMap();
        if (!map.isEmpty()) {
            const bool ok = map.value(QStringLiteral("ok")).toBool();
            return (ok ? QLatin1Char('+') : QLatin1Char('-')) + map.value(QStringLiteral("text")).toString();
        }
        letPass(pause, "the page is asked again");
    }
    return QStringLiteral("-no answer");
}

bool BrowserPage::orderUntilDone(const QString &frame, const QVariantMap &what)
{
    const QDeadlineTimer deadline(patience);
    QString answer;
    do {
        answer = order(frame, what);
        if (answer.startsWith(QLatin1Char('+')))
            return true;
        letPass(pause, "the page is asked again");
    } while (m_alive && !deadline.hasExpired());
    qWarning("Failed in %s: %s\nConsole:\n%s", qPrintable(frame), qPrintable(answer),
             qPrintable(m_page.console.join(QLatin1Char('\n'))));
    return false;
}
