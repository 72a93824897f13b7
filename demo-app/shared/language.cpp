// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "language.h"

#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qhash.h>
#include <QtCore/qlibraryinfo.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtranslator.h>

namespace Language {

namespace {

void exchange(QPointer<QTranslator> *current, const QLocale &locale, const QString &name,
              const QString &folder)
{
    delete *current;
    auto *translator = new QTranslator(QCoreApplication::instance());
    // The source texts are English; the English file contains only plural forms.
    if (translator->load(locale, name, QStringLiteral("_"), folder)
        || translator->load(name + QLatin1String("_en"), folder)) {
        *current = translator;
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

QStringList codes()
{
    return QStringLiteral(SMARTCAPTCHA_LANGUAGES).split(QLatin1Char(','));
}

QString codesInWords()
{
    return codes().join(QLatin1String(" or "));
}

QString codeFor(const QLocale &locale)
{
    const QString code = QLocale::languageToCode(locale.language());
    return codes().contains(code) ? code : codes().constFirst();
}

QString nameOf(const QString &code)
{
    const QLocale locale(code);
    // Its native name would be "American English".
    if (locale.language() == QLocale::English)
        return QLocale::languageToString(QLocale::English);
    QString name = locale.nativeLanguageName();
    name[0] = name.at(0).toUpper();
    return name;
}

void install(const QLocale &locale, const QStringList &translations)
{
    static QPointer<QTranslator> qt;
    static QHash<QString, QPointer<QTranslator>> demo;
    // First, because receivers of LanguageChange use the default locale.
    QLocale::setDefault(locale);
    exchange(&qt, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    for (const QString &name : translations)
        exchange(&demo[name], locale, name, QStringLiteral(":/smartcaptcha/i18n"));
    SmartCaptcha::installTranslator(locale);
}

} // namespace Language
