// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "showonecommand.h"

#include "process/console.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qlibrary.h>

namespace {

/// The version of the engine that was loaded, without linking it; empty when there is none.
QString engineVersion()
{
    constexpr int majorVersion = 6;
    QLibrary library(QStringLiteral("Qt6WebEngineCore"), majorVersion);
    const auto call = [&library](const char *itanium, const char *microsoft) {
        using Function = const char *(*)();
        auto function = reinterpret_cast<Function>(library.resolve(itanium));
        if (!function)
            function = reinterpret_cast<Function>(library.resolve(microsoft));
        return function ? QString::fromLatin1(function()) : QString();
    };
    const QString version = call("_Z17qWebEngineVersionv", "?qWebEngineVersion@@YAPEBDXZ");
    const QString chromium = call("_Z25qWebEngineChromiumVersionv", "?qWebEngineChromiumVersion@@YAPEBDXZ");
    return version.isEmpty() ? QString() : QStringLiteral("%1 (Chromium %2)").arg(version, chromium);
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

bool ShowOneCommand::showsWidgets() const
{
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

    const QJsonObject answer{
        {QStringLiteral("shown"), shown},
        {QStringLiteral("elapsedMs"), clock.elapsed()},
        {QStringLiteral("details"), details},
        {QStringLiteral("webEngine"), engineVersion()},
    };
    Console::print(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
    return shown ? Success : Failure;
}
