// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "appearance/appearance.h"
#include "demoservice.h"
#include "demowindow.h"
#include "language/language.h"
#include "selftest/selftest.h"
#include "settingspanel.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcommandlineparser.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qstylefactory.h>

#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void usage(const QString &problem)
{
    std::fprintf(stderr, "smartcaptcha-demo: %s\n", qPrintable(problem));
    std::exit(2);
}

Appearance::Scheme schemeFromName(const QString &name)
{
    if (name == QLatin1String("system"))
        return Appearance::Scheme::System;
    if (name == QLatin1String("light"))
        return Appearance::Scheme::Light;
    if (name == QLatin1String("dark"))
        return Appearance::Scheme::Dark;
    usage(QStringLiteral("--colors takes system, light or dark, not \"%1\"").arg(name));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("smartcaptcha-demo"));
    QApplication::setApplicationVersion(SmartCaptcha::version().toString());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    Appearance::initialize();

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Shows a captcha in a sign-in form, against an emulator of the service."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"),
        QStringLiteral("Drives the window by itself and writes pictures and summary.json to DIR."),
        QStringLiteral("DIR"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("Self-test: this step only; may be repeated."),
                                  QStringLiteral("ID"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("en or ru; the system's by default."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption colors(QStringLiteral("colors"), QStringLiteral("system, light or dark."),
                                    QStringLiteral("NAME"), QStringLiteral("system"));
    const QCommandLineOption scenario(QStringLiteral("scenario"),
                                      QStringLiteral("The emulator's scenario to begin with."),
                                      QStringLiteral("NAME"));
    const QCommandLineOption siteKey(
        QStringLiteral("site-key"),
        QStringLiteral("Uses the real service with this client key; the server key comes from "
                       "the environment variable SMARTCAPTCHA_SERVER_KEY."),
        QStringLiteral("KEY"));
    const QCommandLineOption serviceUrl(QStringLiteral("service"),
                                        QStringLiteral("The service's base address."), QStringLiteral("URL"));
    const QCommandLineOption pageOrigin(QStringLiteral("page-origin"),
                                        QStringLiteral("A site that the client key allows."),
                                        QStringLiteral("URL"));
    parser.addOptions({selfTest, only, language, colors, scenario, siteKey, serviceUrl, pageOrigin});
    if (!parser.parse(QApplication::arguments()))
        usage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        usage(QStringLiteral("unexpected argument \"%1\"").arg(parser.positionalArguments().first()));

    DemoService service;
    if (parser.isSet(siteKey)) {
        const SmartCaptchaServerKey key(qEnvironmentVariable("SMARTCAPTCHA_SERVER_KEY"));
        const SmartCaptchaService real = parser.isSet(serviceUrl)
            ? SmartCaptchaService(QUrl::fromUserInput(parser.value(serviceUrl)))
            : SmartCaptchaService::current();
        if (!real.isValid())
            usage(QStringLiteral("--service takes an https address"));
        if (key.isNull())
            usage(QStringLiteral(
                "with --site-key the variable SMARTCAPTCHA_SERVER_KEY has to hold the server key"));
        if (parser.isSet(selfTest) || parser.isSet(scenario))
            usage(QStringLiteral(
                "--self-test and --scenario need the emulator, so they do not go with --site-key"));
        service.useService(real, parser.value(siteKey), key, QUrl(parser.value(pageOrigin)));
    } else {
        if (parser.isSet(serviceUrl) || parser.isSet(pageOrigin))
            usage(QStringLiteral("--service and --page-origin go with --site-key"));
        QString problem;
        if (!service.useEmulator(&problem))
            usage(QStringLiteral("the emulator does not start: %1").arg(problem));
        if (parser.isSet(scenario) && !service.emulator()->setScenario(parser.value(scenario))) {
            usage(QStringLiteral("there is no scenario \"%1\"; there are %2")
                      .arg(parser.value(scenario),
                           SmartCaptchaEmulator::scenarioNames().join(QLatin1String(", "))));
        }
    }
    if (parser.isSet(language) && parser.value(language) != QLatin1String("en")
        && parser.value(language) != QLatin1String("ru")) {
        usage(QStringLiteral("--language takes en or ru, not \"%1\"").arg(parser.value(language)));
    }
    const QLocale locale(parser.isSet(language) ? QLocale(parser.value(language)) : QLocale::system());

    Language::install(locale, QStringLiteral("smartcaptcha_demo"));
    const Appearance::Scheme scheme = schemeFromName(parser.value(colors));
    Appearance::apply(scheme);
    DemoWindow window(&service);
    window.setLanguage(locale);
    window.setScheme(scheme);
    if (parser.isSet(scenario))
        window.settings()->setScenario(parser.value(scenario));
    window.show();

    if (parser.isSet(selfTest))
        return SelfTest::run(&window, &service, parser.value(selfTest), parser.values(only)) ? 0 : 1;
    return QApplication::exec();
}
