// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "webdriverengine.h"

#include "httptransport.h"
#include "marionette.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qfile.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtimer.h>

namespace {

// In milliseconds.
constexpr int patience = 30000;
constexpr int pause = 50; // before the driver is asked again

// While the event loop runs, so that servers in the same thread keep working.
void wait()
{
    QEventLoop loop;
    QTimer::singleShot(pause, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

WebDriverEngine::~WebDriverEngine()
{
    if (m_driver)
        m_driver->end();
}

QString WebDriverEngine::missing() const
{
    for (const QString &part : m_kind.command) {
        if (!part.startsWith(u'-') && QStandardPaths::findExecutable(part).isEmpty())
            return QStringLiteral("%1 is not installed (on Debian: apt-get install %2)")
                .arg(part, m_kind.debianPackages);
    }
    return {};
}

QString WebDriverEngine::start()
{
    std::unique_ptr<DriverTransport> transport = startProcess();
    if (!transport)
        return QStringLiteral("%1 does not start").arg(m_kind.command.join(u' '));
    m_driver = std::make_unique<WebDriver>(std::move(transport));
    const QDeadlineTimer deadline(patience);
    while (!m_driver->isReady()) {
        if (!m_process.isRunning() || deadline.hasExpired())
            return QStringLiteral("The driver is not ready: ") + m_process.output();
        wait();
    }
    if (!m_driver->begin(m_kind.capabilities))
        return QStringLiteral("%1\n%2").arg(m_driver->problem(), m_process.output());
    return {};
}

std::unique_ptr<DriverTransport> WebDriverEngine::startProcess()
{
    if (m_kind.settings.isEmpty()) {
        if (!m_process.start(m_kind.command + QStringList{QStringLiteral("--port=%1").arg(m_process.port())}))
            return nullptr;
        return std::make_unique<HttpTransport>(m_process.port());
    }
    QFile file(m_process.home() + QStringLiteral("/user.js"));
    if (!file.open(QIODevice::WriteOnly))
        return nullptr;
    file.write(m_kind.settings + "user_pref(\"marionette.port\", " + QByteArray::number(m_process.port())
               + ");\n");
    file.close();
    if (!m_process.start(m_kind.command + QStringList{QStringLiteral("--profile"), m_process.home()}))
        return nullptr;
    return std::make_unique<Marionette>(m_process.port());
}

QString WebDriverEngine::version() const
{
    return QStringLiteral("%1 %2, %3")
        .arg(m_driver->capability(QStringLiteral("browserName")),
             m_driver->capability(QStringLiteral("browserVersion")), m_kind.engine);
}

bool WebDriverEngine::open(const QUrl &url)
{
    if (m_driver->open(url))
        return true;
    qWarning("%s", qPrintable(m_driver->problem()));
    return false;
}

QVariant WebDriverEngine::evaluate(const QString &expression)
{
    const std::optional<QJsonValue> value = m_driver->execute(QLatin1String("return ") + expression);
    if (value)
        return value->toVariant();
    qWarning("%s", qPrintable(m_driver->problem()));
    return {};
}

bool WebDriverEngine::run(const QString &script)
{
    if (m_driver->execute(script))
        return true;
    qWarning("%s", qPrintable(m_driver->problem()));
    return false;
}

bool WebDriverEngine::click(const QString &frame, const QString &element)
{
    // The click may remove the frame before the driver has its answer.
    static const QRegularExpression gone(QStringLiteral("detached|no such window|no such frame|not found"));
    return inFrame(frame, [&] {
        return m_driver->click(element)
            || (m_driver->problem().contains(gone)
                && !m_driver->problem().contains(QLatin1String("no such element")));
    });
}

bool WebDriverEngine::type(const QString &frame, const QString &element, const QString &text)
{
    // Clicks first, like a user: WebKit does not let scripts move the focus into a frame of another origin.
    return inFrame(frame, [&] { return m_driver->click(element) && m_driver->type(element, text); });
}

// Frames appear, load and become visible at their own pace; until then no action is possible.
bool WebDriverEngine::inFrame(const QString &frame, const std::function<bool()> &action)
{
    const QDeadlineTimer deadline(patience);
    do {
        const bool done = m_driver->enterFrame(frame) && action();
        const QString problem = m_driver->problem();
        if (!m_driver->leaveFrames())
            break;
        if (done)
            return true;
        if (m_isWanted && !m_isWanted())
            return false;
        if (deadline.hasExpired()) {
            qWarning("Failed in %s: %s", qPrintable(frame), qPrintable(problem));
            return false;
        }
        wait();
    } while (true);
    qWarning("%s", qPrintable(m_driver->problem()));
    return false;
}
