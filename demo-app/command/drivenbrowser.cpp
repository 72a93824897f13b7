// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "drivenbrowser.h"

#include <QtGui/qdesktopservices.h>

#include <utility>

namespace {

constexpr QLatin1String checkbox("[data-testid=smartcaptcha-checkbox]");
constexpr QLatin1String challenge("[data-testid=smartcaptcha-challenge] iframe");

} // namespace

DrivenBrowser::DrivenBrowser()
{
    m_thread.setObjectName(QStringLiteral("browser"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open");
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
}

DrivenBrowser::~DrivenBrowser()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    m_ending = true;
    DrivenBrowser::giveUp();
    QMetaObject::invokeMethod(&m_worker, [this] {
        if (m_tasks.isEmpty())
            end();
    });
    m_thread.wait();
}

void DrivenBrowser::end()
{
    m_engine.reset();
    m_thread.quit();
}

QString DrivenBrowser::start(const WebDriverEngine::Kind &kind)
{
    QString problem;
    QMetaObject::invokeMethod(
        &m_worker,
        [&] {
            m_engine = std::make_unique<WebDriverEngine>(kind);
            problem = m_engine->missing();
            if (problem.isEmpty())
                problem = m_engine->start();
        },
        Qt::BlockingQueuedConnection);
    return problem;
}

void DrivenBrowser::perform(const QString &problem, const Action &action)
{
    ++m_pending;
    QMetaObject::invokeMethod(&m_worker, [this, task = Task{problem, action, m_generation}] {
        m_tasks.enqueue(task);
        // Each step runs an event loop, in which the next task may arrive.
        if (m_tasks.size() == 1)
            performAll();
    });
}

void DrivenBrowser::performAll()
{
    while (!m_tasks.isEmpty()) {
        const Task task = m_tasks.head();
        const auto isWanted = [this, &task] { return task.generation == m_generation; };
        if (isWanted()) {
            m_engine->setWanted(isWanted);
            const bool done = task.action(*m_engine);
            const QMutexLocker lock(&m_mutex);
            m_problem =
                done ? QString() : QStringLiteral("%1: %2").arg(task.problem, m_engine->driver()->problem());
        }
        m_tasks.dequeue();
        --m_pending;
    }
    if (m_ending)
        end();
}

void DrivenBrowser::open(const QUrl &address)
{
    perform(QStringLiteral("The page cannot be opened"), [this, address](WebDriverEngine &engine) {
        if (!leave(engine))
            return false;
        m_firstTab = engine.driver()->openTab();
        return !m_firstTab.isEmpty() && engine.open(address);
    });
}

bool DrivenBrowser::leave(WebDriverEngine &engine)
{
    const QString first = std::exchange(m_firstTab, {});
    return first.isEmpty() || (engine.driver()->closeTab() && engine.driver()->goToTab(first));
}

void DrivenBrowser::press(bool byKeyboard)
{
    perform(QStringLiteral("The button cannot be pressed"), [byKeyboard](WebDriverEngine &engine) {
        if (byKeyboard)
            return engine.driver()->strike({WebDriver::Tab, WebDriver::Space});
        return engine.click(checkbox, QStringLiteral("#js-button:enabled"));
    });
}

void DrivenBrowser::answer(const QString &text)
{
    perform(QStringLiteral("The answer cannot be typed"), [text](WebDriverEngine &engine) {
        return engine.type(challenge, QStringLiteral("input[name=rep]"), text)
            && engine.click(challenge, QStringLiteral("[data-testid=submit]"));
    });
}

void DrivenBrowser::closeChallenge()
{
    perform(QStringLiteral("The challenge cannot be closed"), [](WebDriverEngine &engine) {
        return engine.click(challenge, QStringLiteral("[data-testid=close]"));
    });
}

void DrivenBrowser::pressEscape()
{
    perform(QStringLiteral("The key cannot be pressed"),
            [](WebDriverEngine &engine) { return engine.driver()->strike({WebDriver::Escape}); });
}

void DrivenBrowser::closeTab()
{
    perform(QStringLiteral("The tab cannot be closed"),
            [this](WebDriverEngine &engine) { return leave(engine); });
}

QString DrivenBrowser::problem() const
{
    const QMutexLocker lock(&m_mutex);
    return m_problem;
}
