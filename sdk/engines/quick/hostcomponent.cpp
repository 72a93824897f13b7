// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostcomponent.h"

#include "captcha/engine/missinglibrary.h"

#include <QtCore/qfile.h>
#include <QtCore/qurl.h>
#include <QtQml/qqmlengine.h>

#include <algorithm>

namespace SmartCaptcha::Internal {

std::unique_ptr<QQmlComponent> hostComponent(QQmlEngine *engine, const QString &file,
                                             const QString &engineModule, const QString &debianPackages,
                                             QString *problem)
{
    if (!engine) {
        *problem = QStringLiteral("The SmartCaptchaView was not made by a QML engine.");
        return nullptr;
    }
    auto component = std::make_unique<QQmlComponent>(
        engine, QUrl(QStringLiteral("qrc" SMARTCAPTCHA_QUICK_MODULE_PATH "/") + file),
        QQmlComponent::PreferSynchronous);
    if (component->isReady())
        return component;
    QStringList reasons;
    const QList<QQmlError> errors = component->errors();
    for (const QQmlError &error : errors)
        reasons << error.description();
    *problem = QStringLiteral("The QML module %1 cannot be used: %2.")
                   .arg(engineModule, reasons.join(QLatin1String("; ")));
#ifdef Q_OS_LINUX
    const QStringList folders = engine->importPathList();
    const bool isInstalled = std::any_of(folders.cbegin(), folders.cend(), [&](const QString &folder) {
        return QFile::exists(folder + QLatin1Char('/') + engineModule + QLatin1String("/qmldir"));
    });
    const QString packages = isInstalled ? missingPackage(reasons.join(QLatin1Char(' '))) : debianPackages;
    if (!packages.isEmpty())
        *problem += QStringLiteral(" On Debian: apt-get install %1.").arg(packages);
#else
    Q_UNUSED(debianPackages)
#endif
    return nullptr;
}

} // namespace SmartCaptcha::Internal
