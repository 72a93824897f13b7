// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "showonecommand.h"

#include "doctor/enginefiles.h"
#include "process/console.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qlibrary.h>
#include <QtCore/qtimer.h>
#include <QtGui/qaccessible.h>
#include <QtGui/qguiapplication.h>

namespace {

// How long, in milliseconds, the page may take to appear in the accessibility tree, and how often to look.
constexpr int accessibilityDeadline = 3000;
constexpr int accessibilityInterval = 50;

/// The versions of the loaded engine, found without linking it; empty when none is loaded.
class EngineVersions {
public:
    EngineVersions()
        : m_library(QStringLiteral("Qt6WebEngineCore"), 6)
    {
    }

    [[nodiscard]] QString engine() { return call("_Z17qWebEngineVersionv", "?qWebEngineVersion@@YAPEBDXZ"); }
    [[nodiscard]] QString chromium()
    {
        return call("_Z25qWebEngineChromiumVersionv", "?qWebEngineChromiumVersion@@YAPEBDXZ");
    }
    [[nodiscard]] QString chromiumPatches()
    {
        return call("_Z38qWebEngineChromiumSecurityPatchVersionv",
                    "?qWebEngineChromiumSecurityPatchVersion@@YAPEBDXZ");
    }

private:
    QString call(const char *itanium, const char *microsoft)
    {
        using Function = const char *(*)();
        auto function = reinterpret_cast<Function>(m_library.resolve(itanium));
        if (!function)
            function = reinterpret_cast<Function>(m_library.resolve(microsoft));
        return function ? QString::fromLatin1(function()) : QString();
    }

    QLibrary m_library;
};

/// The accessible name of the check box below @p object; empty when there is none.
QString checkBoxName(QAccessibleInterface *object)
{
    if (!object)
        return {};
    if (object->role() == QAccessible::CheckBox)
        return object->text(QAccessible::Name);
    for (int i = 0; i < object->childCount(); ++i) {
        const QString name = checkBoxName(object->child(i));
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

QString ShowOneCommand::name() const
{
    return QStringLiteral("show-one");
}

QString ShowOneCommand::summary() const
{
    return {};
}

bool ShowOneCommand::showsWidgets(const QStringList &arguments) const
{
    Q_UNUSED(arguments)
    return true;
}

int ShowOneCommand::run(const QStringList &arguments)
{
    if (!arguments.isEmpty()) {
        Console::fail(QStringLiteral("show-one: it takes no arguments"));
        return WrongUsage;
    }
    SmartCaptchaEmulator emulator;
    if (!emulator.listen()) {
        Console::fail(QStringLiteral("show-one: the emulator cannot listen: %1").arg(emulator.errorString()));
        return WrongUsage;
    }
    SmartCaptchaOptions options(emulator.siteKey());
    options.setService(emulator.service());
    options.setPageOrigin(emulator.url());
    SmartCaptchaWidget widget;
    widget.setEngine(SmartCaptchaWidget::Engine::WebEngine);
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.setOptions(options);
    bool shown = false;
    QString details;
    QEventLoop loop;
    QObject::connect(&widget, &SmartCaptchaWidget::ready, &loop, [&] {
        shown = true;
        loop.quit();
    });
    QObject::connect(&widget, &SmartCaptchaWidget::errorOccurred, &loop, [&](const SmartCaptchaError &error) {
        details = error.details();
        loop.quit();
    });
    QElapsedTimer clock;
    clock.start();
    QMetaObject::invokeMethod(
        &loop,
        [&widget] {
            widget.show();
            widget.load();
        },
        Qt::QueuedConnection);
    loop.exec();
    const qint64 elapsed = clock.elapsed();
    // Simulates the start of a screen reader. The engine notices the change only while it is loaded.
    QAccessible::setActive(true);
    QString checkBox;
    while (shown && checkBox.isEmpty() && clock.elapsed() < elapsed + accessibilityDeadline) {
        QTimer::singleShot(accessibilityInterval, &loop, &QEventLoop::quit);
        loop.exec();
        checkBox = checkBoxName(QAccessible::queryAccessibleInterface(&widget));
    }

    EngineVersions versions;
    const QJsonObject answer{
        {QStringLiteral("shown"), shown},
        {QStringLiteral("elapsedMs"), elapsed},
        {QStringLiteral("details"), details},
        {QStringLiteral("platform"), QGuiApplication::platformName()},
        {QStringLiteral("webEngine"), versions.engine()},
        {QStringLiteral("chromium"), versions.chromium()},
        {QStringLiteral("chromiumPatches"), versions.chromiumPatches()},
        {QStringLiteral("files"), Doctor::engineFilesInUse()},
        {QStringLiteral("screenReader"), checkBox},
    };
    Console::print(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
    return shown ? Success : Failure;
}
