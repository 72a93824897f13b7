// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

// Preloaded into a program with an emulator, this writes down which keys and tokens it uses, to the file
// WITNESS_ISSUED, and, to the file WITNESS_TOLD, what others could learn from its windows: the titles, what a
// screen reader gets, and what is in the clipboard.

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>
#include <QtGui/qaccessible.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qwindow.h>

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>

namespace {

constexpr const char *listening = "_ZN20SmartCaptchaEmulator6listenEt";
// In milliseconds, between two looks.
constexpr int pause = 500;
// Nothing that is shorter is a key or a token, and it might be a word.
constexpr qsizetype shortest = 12;

/// A file of lines, none of which is in it twice.
class Notes {
public:
    explicit Notes(const char *variable)
        : m_file(qEnvironmentVariable(variable))
    {
        // Several programs may write to it.
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            qFatal("The file in %s cannot be written", variable);
    }

    void add(const QByteArray &line)
    {
        if (m_known.contains(line))
            return;
        m_known.insert(line);
        m_file.write(line + '\n');
    }

private:
    QFile m_file;
    QSet<QByteArray> m_known;
};

void issued(const QString &secret)
{
    static Notes notes("WITNESS_ISSUED");
    if (secret.size() < shortest)
        return;
    notes.add(secret.toUtf8());
    // As it is in an address.
    notes.add(secret.toUtf8().toPercentEncoding());
}

void told(const char *where, const QString &text)
{
    static Notes notes("WITNESS_TOLD");
    notes.add(QByteArray(where) + ": " + text.toUtf8().replace('\n', ' '));
}

// But for what the page says itself.
void listen(QAccessibleInterface *object)
{
    if (!object || object->role() == QAccessible::WebDocument)
        return;
    for (const auto kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        told("accessible", object->text(kind));
    for (int i = 0; i < object->childCount(); ++i)
        listen(object->child(i));
}

void look()
{
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (QWindow *window : windows) {
        told("title", window->title());
        if (window->isVisible())
            listen(window->accessibleRoot());
    }
    const QClipboard *clipboard = QGuiApplication::clipboard();
    told("clipboard", clipboard->text());
    if (clipboard->supportsSelection())
        told("selection", clipboard->text(QClipboard::Selection));
}

void begin()
{
    // It is for this program, and not for those that it starts.
    qunsetenv("LD_PRELOAD");
    auto *tick = new QTimer(QCoreApplication::instance());
    tick->setSingleShot(true);
    QObject::connect(tick, &QTimer::timeout, tick, [tick] {
        QElapsedTimer looking;
        looking.start();
        if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
            look();
        // With everything logged a look can take so long that the program would do nothing else.
        tick->start(std::max(pause, int(20 * looking.elapsed())));
    });
    tick->start(pause);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)

/// Takes the place of SmartCaptchaEmulator::listen().
extern "C" Q_DECL_EXPORT bool listenWitnessed(SmartCaptchaEmulator *emulator,
                                              quint16 port) __asm__("_ZN20SmartCaptchaEmulator6listenEt");

extern "C" bool listenWitnessed(SmartCaptchaEmulator *emulator, quint16 port)
{
    using Listen = bool (*)(SmartCaptchaEmulator *, quint16);
    static const auto real = reinterpret_cast<Listen>(dlsym(RTLD_NEXT, listening));
    constexpr const char *known = "witnessed";
    if (!emulator->property(known).toBool()) {
        emulator->setProperty(known, true);
        issued(emulator->serverKey().secretValue());
        QObject::connect(emulator, &SmartCaptchaEmulator::tokenIssued, emulator, issued);
        QObject::connect(emulator, &SmartCaptchaEmulator::requestReceived, emulator,
                         [](const SmartCaptchaEmulatorRequest &request) {
                             issued(request.value(QStringLiteral("secret")));
                             issued(request.value(QStringLiteral("token")));
                         });
    }
    return real(emulator, port);
}
