// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostcomponent.h"

#include <QtCore/qurl.h>
#include <QtQml/qqmlengine.h>

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
    *problem += QStringLiteral(" On Debian: apt-get install %1.").arg(debianPackages);
#else
    Q_UNUSED(debianPackages)
#endif
    return nullptr;
}

} // namespace SmartCaptcha::Internal
