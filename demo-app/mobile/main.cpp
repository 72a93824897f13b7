// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcharecord.h"
#include "demoservice.h"
#include "demosettings.h"
#include "screenmargins.h"
#include "shared/appearance.h"
#include "shared/commandline.h"
#include "shared/language.h"
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
#include "selftest/selftest.h"
#endif

#include <SmartCaptcha/smartcaptcha.h>
#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qcommandlineparser.h>
#include <QtGui/qfontinfo.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlapplicationengine.h>
#include <QtQuick/qquickwindow.h>

#include <cstdio>
#include <memory>

namespace {

// Parses "47,0,34,0": top, left, bottom and right margins of a phone.
QMargins marginsFrom(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    QList<int> numbers;
    for (const QString &part : parts) {
        bool isNumber = false;
        numbers << part.trimmed().toInt(&isNumber);
        if (!isNumber || numbers.last() < 0)
            numbers.clear();
    }
    if (numbers.size() != 4)
        CommandLine::fail(
            QStringLiteral("--safe-area takes four numbers, top,left,bottom,right, not \"%1\"").arg(text));
    return QMargins(numbers.at(1), numbers.at(0), numbers.at(3), numbers.at(2));
}

} // namespace

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick(); // before the application object
    const std::unique_ptr<QCoreApplication> application = CommandLine::isAnsweredInWords(argc, argv)
        ? std::make_unique<QCoreApplication>(argc, argv)
        : std::make_unique<QGuiApplication>(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("SmartCaptcha for Qt"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("smartcaptcha-qt.example"));
    QCoreApplication::setApplicationName(QStringLiteral("smartcaptcha-mobile-demo"));
    QCoreApplication::setApplicationVersion(SmartCaptcha::version().toString());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("An application for phones with a captcha at sign-in, registration and more."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption language(QStringLiteral("language"),
                                      Language::codesInWords()
                                          + QStringLiteral("; by default the one chosen last."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption safeArea(
        QStringLiteral("safe-area"),
        QStringLiteral("Keeps clear of the edges of the window as on a phone: top,left,bottom,right."),
        QStringLiteral("PIXELS"));
    parser.addOptions({language, safeArea});
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"),
        QStringLiteral("Drives the window by itself and writes pictures and summary.json to DIR."),
        QStringLiteral("DIR"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("Self-test: this step only; may be repeated."),
                                  QStringLiteral("ID"));
    parser.addOptions({selfTest, only});
#endif
    CommandLine::parse(&parser);
    Appearance::initialize();
    if (parser.isSet(safeArea))
        ScreenMargins::simulate(marginsFrom(parser.value(safeArea)));

#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    const bool remember = !parser.isSet(selfTest);
#else
    const bool remember = true;
#endif
    const QFont systemFont = QGuiApplication::font();
    DemoSettings settings(remember, QFontInfo(systemFont).pixelSize());
    if (parser.isSet(language)) {
        if (!Language::codes().contains(parser.value(language))) {
            CommandLine::fail(QStringLiteral("--language takes %1, not \"%2\"")
                                  .arg(Language::codesInWords(), parser.value(language)));
        }
        settings.setLanguage(parser.value(language));
    }
    DemoService service(&settings);
    CaptchaRecord record(nullptr);
    QQmlApplicationEngine engine;

    const auto followLanguage = [&] {
        Language::install(QLocale(settings.language()), {QStringLiteral("smartcaptcha_mobile")});
        engine.retranslate();
        service.retranslate();
    };
    const auto followTheme = [&] { Appearance::apply(settings.scheme()); };
    // For texts outside the controls of the window, such as those of the module SmartCaptcha.
    const auto followTextSize = [&] {
        QFont font = systemFont;
        font.setPixelSize(qRound(settings.fontSize()));
        QGuiApplication::setFont(font);
    };
    QObject::connect(&settings, &DemoSettings::languageChanged, &engine, followLanguage);
    QObject::connect(&settings, &DemoSettings::themeChanged, &engine, followTheme);
    QObject::connect(&settings, &DemoSettings::textSizeChanged, &engine, followTextSize);
    followLanguage();
    followTheme();
    followTextSize();

    engine.load(QUrl(QStringLiteral("qrc:" SMARTCAPTCHA_DEMO_MODULE_PATH "/Main.qml")));
    auto *const window = engine.rootObjects().isEmpty()
        ? nullptr
        : qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    if (!window) {
        std::fprintf(stderr, "smartcaptcha-mobile-demo: the window cannot be made; see above\n");
        return 1;
    }
#ifdef SMARTCAPTCHA_DEMO_HAS_EMULATOR
    if (parser.isSet(selfTest)) {
        return SelfTest::run({window, &settings, &service, &record}, parser.value(selfTest),
                             parser.values(only))
            ? 0
            : 1;
    }
#endif
    return QGuiApplication::exec();
}
