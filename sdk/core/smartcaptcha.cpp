// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptcha.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtranslator.h>

namespace SmartCaptcha {

QVersionNumber version()
{
    return QVersionNumber::fromString(QLatin1String(SMARTCAPTCHA_VERSION));
}

bool installTranslator(const QLocale &locale)
{
    QCoreApplication *application = QCoreApplication::instance();
    if (!application)
        return false;

    static QPointer<QTranslator> installed;
    auto *translator = new QTranslator(application);
    const QString folder = QStringLiteral(":/smartcaptcha/i18n");
    // The source texts are English; its file holds the plural forms.
    if (!translator->load(locale, QStringLiteral("smartcaptcha"), QStringLiteral("_"), folder)
        && !translator->load(QStringLiteral("smartcaptcha_en"), folder)) {
        delete translator;
        return false;
    }
    QTranslator *previous = installed;
    installed = translator;
    // The old one goes first, so that its absence is part of the same language change.
    delete previous;
    return QCoreApplication::installTranslator(translator);
}

} // namespace SmartCaptcha
