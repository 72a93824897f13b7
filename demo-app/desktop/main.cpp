// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "form/formpage.h"
#include "form/formservice.h"
#include "form/settingspanel.h"
#include "harness/harnesswindow.h"
#include "look/outlinestyle.h"
#include "selftest.h"
#include "shared/appearance.h"
#include "shared/commandline.h"
#include "shared/language.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtWidgets/qapplication.h>

#include <memory>

namespace {

Appearance::Scheme schemeFromName(const QString &name)
{
    if (name == QLatin1String("system"))
        return Appearance::Scheme::System;
    if (name == QLatin1String("light"))
        return Appearance::Scheme::Light;
    if (name == QLatin1String("dark"))
        return Appearance::Scheme::Dark;
    if (name == QLatin1String("contrast"))
        return Appearance::Scheme::HighContrast;
    CommandLine::fail(QStringLiteral("--colors takes system, light, dark or contrast, not \"%1\"").arg(name));
}

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<QCoreApplication> application = CommandLine::isAnsweredInWords(argc, argv)
        ? std::make_unique<QCoreApplication>(argc, argv)
        : std::make_unique<QApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("smartcaptcha-demo"));
    QCoreApplication::setApplicationVersion(SmartCaptcha::version().toString());
    // On Wayland the icon and the name of a window come from this file.
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.smartcaptcha_qt.Demo"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Tries a captcha, by scenarios and by hand, against an emulator of the service."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"),
        QStringLiteral("Plays the scenarios by itself and writes pictures and summary.json to DIR."),
        QStringLiteral("DIR"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("Self-test: this scenario only; may be repeated."),
                                  QStringLiteral("ID"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      Language::codesInWords()
                                          + QStringLiteral("; that of the last time, or the system's."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption colors(
        QStringLiteral("colors"), QStringLiteral("system, light, dark or contrast."), QStringLiteral("NAME"));
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
    const QCommandLineOption run(QStringLiteral("run"),
                                 QStringLiteral("Begins with running all scenarios of the list."));
    parser.addOptions({run, selfTest, only, language, colors, scenario, siteKey, serviceUrl, pageOrigin});
    CommandLine::parse(&parser);
    QApplication::setStyle(new OutlineStyle);
    Appearance::initialize();

    FormService service;
    // A self-test starts with default settings, like a new user, and leaves no files behind.
    const QTemporaryDir fresh;
    const bool driven = parser.isSet(selfTest);
    const auto folder = [&](QStandardPaths::StandardLocation location) {
        return driven ? fresh.path() : QStandardPaths::writableLocation(location);
    };
    const QString config = folder(QStandardPaths::AppConfigLocation);
    if (parser.isSet(language) && !Language::codes().contains(parser.value(language))) {
        CommandLine::fail(QStringLiteral("--language takes %1, not \"%2\"")
                              .arg(Language::codesInWords(), parser.value(language)));
    }
    const QLocale locale =
        parser.isSet(language) ? QLocale(parser.value(language)) : HarnessWindow::storedLanguage(config);
    HarnessWindow::installLanguage(locale);
    HarnessWindow window(config, folder(QStandardPaths::AppLocalDataLocation), &service);
    window.setLanguage(locale);
    window.setScheme(parser.isSet(colors) ? schemeFromName(parser.value(colors))
                                          : HarnessWindow::storedScheme(config));

    QString problem;
    if (parser.isSet(siteKey)) {
        Qa::Profile profile;
        profile.name = QStringLiteral("--site-key");
        profile.emulator = false;
        profile.siteKey = parser.value(siteKey);
        profile.serverKey = SmartCaptchaServerKey(qEnvironmentVariable("SMARTCAPTCHA_SERVER_KEY"));
        profile.pageOrigin = QUrl(parser.value(pageOrigin));
        profile.service = parser.isSet(serviceUrl)
            ? SmartCaptchaService(QUrl::fromUserInput(parser.value(serviceUrl)))
            : SmartCaptchaService::current();
        if (!profile.service.isValid())
            CommandLine::fail(QStringLiteral("--service takes an https address"));
        if (profile.serverKey.isNull())
            CommandLine::fail(QStringLiteral(
                "with --site-key the variable SMARTCAPTCHA_SERVER_KEY has to hold the server key"));
        if (driven || parser.isSet(scenario))
            CommandLine::fail(QStringLiteral(
                "--self-test and --scenario need the emulator, so they do not go with --site-key"));
        if (!window.beginWith(profile, &problem))
            CommandLine::fail(problem);
    } else {
        if (parser.isSet(serviceUrl) || parser.isSet(pageOrigin))
            CommandLine::fail(QStringLiteral("--service and --page-origin go with --site-key"));
        if (parser.isSet(scenario) && !SmartCaptchaEmulator::scenarioFromName(parser.value(scenario))) {
            CommandLine::fail(QStringLiteral("there is no scenario \"%1\"; there are %2")
                                  .arg(parser.value(scenario),
                                       SmartCaptchaEmulator::scenarioNames().join(QLatin1String(", "))));
        }
        const bool begun = parser.isSet(scenario) ? window.beginWith(Qa::Profile::builtIn(), &problem)
                                                  : window.begin(&problem);
        if (!begun)
            CommandLine::fail(problem);
    }
    if (parser.isSet(scenario))
        window.formPage()->settings()->setScenario(parser.value(scenario));
    if (parser.isSet(scenario))
        window.showForm();
    window.show();

    if (parser.isSet(run)) {
        QMetaObject::invokeMethod(&window, &HarnessWindow::runAll, Qt::QueuedConnection);
    }
    if (driven)
        return SelfTest(&window, parser.value(selfTest)).run(parser.values(only)) ? 0 : 1;
    return QApplication::exec();
}
