// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "effects.h"

#include "shared/procfs.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdiriterator.h>
#include <QtCore/qloggingcategory.h>
#include <QtCore/qmutex.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qurl.h>
#include <QtGui/qaccessible.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qwindow.h>

#include <algorithm>
#include <csignal>
#include <malloc.h>
#include <unistd.h>

namespace {

const QString mine = QStringLiteral("the person's own text");

// In bytes.
qint64 memoryInUse()
{
    const QByteArrayList pages = ProcFs::contentOf(QCoreApplication::applicationPid(), "statm").split(' ');
    return pages.value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

// On Linux a zygote forks them, and they keep its command line.
bool isRenderer(qint64 process)
{
    const auto is = [](qint64 one, const char *type) {
        return ProcFs::contentOf(one, "cmdline").contains(type);
    };
    return is(process, "--type=renderer")
        || (is(process, "--type=zygote") && is(ProcFs::parentOf(process), "--type=zygote"));
}

/// Every message that the program logs, on its way to the test's own log.
struct Log {
    static Log &the()
    {
        static Log log;
        return log;
    }

    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        const QByteArray text = message.toUtf8();
        // Only the SDK's own: others write several lines.
        static const QRegularExpression control(QStringLiteral("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"));
        const QByteArray category = context.category;
        const bool isControlled = category.startsWith("smartcaptcha.") && message.contains(control);
        const QMutexLocker locker(&the().mutex);
        for (const QByteArray &secret : std::as_const(the().secrets)) {
            if (text.contains(secret))
                the().leaks << QLatin1String("secret in the log: ") + QLatin1String(category);
        }
        if (isControlled)
            the().leaks << QLatin1String("control character in the log: ") + QLatin1String(category);
        if (type != QtDebugMsg && the().next)
            the().next(type, context, message);
    }

    QMutex mutex; // the engine logs from threads of its own
    QByteArrayList secrets;
    QStringList leaks;
    QtMessageHandler next = nullptr;
};

} // namespace

Effects::Effects(const QByteArrayList &secrets, const QString &folder)
    : m_folder(folder)
    , m_filesBefore(files())
    , m_secrets(secrets)
    , m_memoryBefore(memoryInUse())
{
    Log &log = Log::the();
    log.secrets = secrets;
    log.leaks.clear();
    log.next = qInstallMessageHandler(&Log::take);
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
    for (const char *scheme : {"https", "http", "mailto", "tel", "file"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "linkOpened");
    QGuiApplication::clipboard()->setText(mine);
    connect(&m_tick, &QTimer::timeout, this, &Effects::look);
    m_sinceTick.start();
    m_tick.start(10);
}

Effects::~Effects()
{
    for (const char *scheme : {"https", "http", "mailto", "tel", "file"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(Log::the().next);
}

void Effects::linkOpened(const QUrl &url)
{
    m_links << url.toString();
}

void Effects::look()
{
    m_longestStall = std::max(m_longestStall, m_sinceTick.restart());
    m_mostMemory = std::max(m_mostMemory, memoryInUse());
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (const QWindow *window : windows) {
        // The form's window, the SDK's own for a challenge, and those that the SDK keeps off the screen.
        const QString name = QLatin1String(window->metaObject()->className()) + QLatin1Char(' ')
            + window->objectName() + QLatin1Char(' ') + window->title();
        if (window->isVisible() && !m_windows.contains(name)) {
            m_windows << name;
            lookForSecrets(window->title(), "title of a window");
        }
    }
}

QStringList Effects::files() const
{
    QStringList found;
    if (m_folder.isEmpty())
        return found;
    QDirIterator all(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        found << all.next();
    return found;
}

// What a screen reader gets, but for what the page says itself.
void Effects::listen(QAccessibleInterface *object)
{
    if (!object || object->role() == QAccessible::WebDocument)
        return;
    for (const auto kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        const QString text = object->text(kind);
        lookForSecrets(text, "accessible text");
        m_hasListened = m_hasListened || (object->role() != QAccessible::Window && !text.isEmpty());
    }
    for (int i = 0; i < object->childCount(); ++i)
        listen(object->child(i));
}

void Effects::lookForSecrets(const QString &text, const char *where)
{
    for (const QByteArray &secret : std::as_const(m_secrets)) {
        if (text.contains(QString::fromUtf8(secret)))
            m_told << QStringLiteral("secret in the %1").arg(QLatin1String(where));
    }
}

qint64 Effects::takenMemory() const
{
    // What is free already, but kept by the allocator for later.
    malloc_trim(0);
    return (memoryInUse() - m_memoryBefore) / 1024 / 1024;
}

QStringList Effects::seen(int memory)
{
    if (!m_secrets.isEmpty()) {
        const QWindowList windows = QGuiApplication::topLevelWindows();
        for (const QWindow *window : windows)
            listen(window->accessibleRoot());
        if (!m_hasListened)
            m_told << QStringLiteral("a form without a word for a screen reader");
    }
    QStringList effects = m_told;
    for (const QString &link : m_links)
        effects << QStringLiteral("opened %1 outside").arg(link);
    for (const QString &window : m_windows) {
        if (!window.contains(QLatin1String("QWidgetClassWindow"))
            && !window.startsWith(QLatin1String("QQuickWindow "))
            && !window.contains(QLatin1String("smartCaptcha")))
            effects << QStringLiteral("window: %1").arg(window);
        else if (window.contains(QLatin1String("Dialog")) && !window.contains(QLatin1String("smartCaptcha")))
            effects << QStringLiteral("dialog: %1").arg(window);
    }
    effects << Log::the().leaks;
    const QStringList filesNow = files();
    for (const QString &file : filesNow) {
        if (!m_filesBefore.contains(file))
            effects << QStringLiteral("file: %1").arg(file);
    }
    if (QGuiApplication::clipboard()->text() != mine)
        effects << QStringLiteral("clipboard: %1").arg(QGuiApplication::clipboard()->text());
    if (m_longestStall > 2000)
        effects << QStringLiteral("the event loop stood still for %1 ms").arg(m_longestStall);
    const qint64 most = (m_mostMemory - m_memoryBefore) / 1024 / 1024;
    if (most > memory)
        effects << QStringLiteral("%1 MB of memory").arg(most);
    return effects;
}

QList<qint64> Effects::renderers()
{
    QList<qint64> found = ProcFs::descendants();
    found.removeIf([](qint64 process) { return !isRenderer(process); });
    return found;
}

void Effects::signalRenderers(int number)
{
    const QList<qint64> processes = renderers();
    for (const qint64 process : processes)
        ::kill(pid_t(process), number);
}

qint64 Effects::processorTime(const QList<qint64> &processes)
{
    qint64 ticks = 0;
    for (const qint64 process : processes) {
        const QByteArrayList stat = ProcFs::statOf(process);
        ticks += stat.value(11).toLongLong() + stat.value(12).toLongLong();
    }
    return ticks * 1000 / sysconf(_SC_CLK_TCK);
}
