// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptcha.h"

#include "core/service/proxyinforce.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtranslator.h>

namespace SmartCaptcha {

QVersionNumber version()
{
    return QVersionNumber::fromString(QLatin1String(SMARTCAPTCHA_VERSION_STR));
}

bool installTranslator(const QLocale &locale)
{
    QCoreApplication *application = QCoreApplication::instance();
    if (!application)
        return false;

    static QPointer<QTranslator> installed;
    delete installed;

    const QString folder = QStringLiteral(":/smartcaptcha/i18n");
    const bool english = locale.language() == QLocale::English || locale.language() == QLocale::C;
    auto *translator = new QTranslator(application);
    const bool found = translator->load(locale, QStringLiteral("smartcaptcha"), QStringLiteral("_"), folder);
    // The texts in the sources are English; the file for English only adds plural forms, if there are any.
    if (found || translator->load(QStringLiteral("smartcaptcha_en"), folder)) {
        installed = translator;
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
    return found || english;
}

QNetworkProxy proxyFor(const QUrl &url, QString *problem)
{
    const Internal::ProxyInForce inForce = Internal::ProxyInForce::forUrl(url);
    if (problem)
        *problem = inForce.problem;
    return inForce.proxy;
}

} // namespace SmartCaptcha
