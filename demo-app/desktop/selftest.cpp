// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "selftest.h"

#include "form/formpage.h"
#include "form/settingspanel.h"
#include "form/signinform.h"
#include "harness/harnesswindow.h"
#include "harness/scenariospage.h"
#include "play/stage.h"
#include "report/report.h"
#include "shared/language.h"
#include "shared/unattendedbrowser.h"

#include <QtCore/qdir.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qtimer.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qdialog.h>

#include <cstdio>

namespace {

// In milliseconds: what a page draws reaches the window a few frames later.
constexpr int drawn = 350;

bool refuse(const QString &problem)
{
    std::fprintf(stderr, "smartcaptcha-demo: %s\n", qPrintable(problem));
    return false;
}

} // namespace

SelfTest::SelfTest(HarnessWindow *window, const QString &folder)
    : m_window(window)
    , m_folder(folder)
{
    ScenariosPage *const page = window->scenariosPage();
    connect(page, &ScenariosPage::scenarioStarted, this, [this](const QString &id) { m_playing = id; });
    connect(page, &ScenariosPage::scenarioEnded, this, &SelfTest::record);
    connect(page->stage(), &Qa::Stage::prepared, this, [this, page] {
        connect(page->stage()->captcha(), &SmartCaptchaWidget::challengeShown, this, [this] {
            QTimer::singleShot(drawn, this, [this] {
                (void)takePicture(QStringLiteral("%1-%2-challenge.png").arg(m_playing, m_language));
            });
        });
    });
}

bool SelfTest::run(const QStringList &only)
{
    if (!QDir().mkpath(m_folder))
        return refuse(QStringLiteral("the folder %1 cannot be created").arg(m_folder));
    if (!choose(only))
        return false;
    const QStringList languages = Language::codes();
    for (const QString &language : languages)
        play(language);
    if (only.isEmpty()) {
        for (const QString &language : languages)
            showBrowser(language);
    }
    std::printf("%s\n",
                qPrintable(m_failed == 0
                               ? QStringLiteral("All %1 passed").arg(m_steps.size())
                               : QStringLiteral("%1 of %2 FAILED").arg(m_failed).arg(m_steps.size())));
    return writeSummary() && m_failed == 0;
}

bool SelfTest::choose(const QStringList &only)
{
    const qreal scale = m_window->devicePixelRatioF();
    QStringList unknown = only;
    for (const Qa::Scenario &scenario : m_window->scenariosPage()->model().scenarios()) {
        const bool wanted = only.isEmpty() || unknown.removeAll(scenario.id) > 0;
        const bool possible = scenario.canBePerformedBy(Qa::Performer::Emulator)
            && scenario.canBeShownAt(scale)
            && scenario.canBeShownIn(m_window->scenariosPage()->stage()->usualEngine());
        if (wanted && possible)
            m_scenarios << scenario.id;
        else if (wanted && !only.isEmpty())
            return refuse(
                QStringLiteral("the scenario \"%1\" does not run by itself on this screen").arg(scenario.id));
    }
    if (!unknown.isEmpty())
        return refuse(QStringLiteral("there is no scenario \"%1\"").arg(unknown.first()));
    if (m_scenarios.isEmpty())
        return refuse(QStringLiteral("no scenario runs by itself on this screen"));
    return true;
}

void SelfTest::play(const QString &language)
{
    m_language = language;
    m_window->setLanguage(QLocale(language));
    ScenariosPage *const page = m_window->scenariosPage();
    QEventLoop loop;
    connect(page, &ScenariosPage::runningChanged, &loop, [&loop, page] {
        if (page->running() == ScenariosPage::Running::Nobody)
            loop.quit();
    });
    const qsizetype before = m_steps.size();
    page->play(m_scenarios);
    loop.exec();
    const qsizetype missing = m_scenarios.size() - (m_steps.size() - before);
    if (missing > 0) {
        m_failed += int(missing);
        (void)refuse(QStringLiteral("of %1 scenarios there is no picture").arg(missing));
    }
}

void SelfTest::record(const Qa::ScenarioResult &result)
{
    const QString picture = QStringLiteral("%1-%2.png").arg(result.id, m_language);
    Qa::ScenarioResult written = result;
    written.events.clear();
    written.screenshot = picture;
    if (!takePicture(picture) && written.problem.isEmpty()) {
        written.status = Qa::Status::Failed;
        written.problem = QStringLiteral("The picture %1 could not be written").arg(picture);
    }
    if (written.status != Qa::Status::Passed)
        ++m_failed;
    QJsonObject step = Qa::Report::jsonOf(written);
    step.remove(QStringLiteral("events"));
    step.insert(QStringLiteral("language"), m_language);
    m_steps << step;
    std::printf("%s  %s\n", qPrintable(m_language), qPrintable(Qa::Report::lineFor(written)));
    std::fflush(stdout);
}

// What the form looks like while the captcha is in a browser that nobody looks at.
void SelfTest::showBrowser(const QString &language)
{
    const UnattendedBrowser browser;
    FormPage *const page = m_window->formPage();
    m_window->setLanguage(QLocale(language));
    m_window->showForm();
    page->settings()->setEngine(SmartCaptchaWidget::Engine::Browser);
    page->loadCaptcha();
    const auto shows = [&](const char *moment) {
        for (const auto &[name, scheme] :
             {std::pair{"light", Appearance::Scheme::Light}, std::pair{"dark", Appearance::Scheme::Dark}}) {
            m_window->setScheme(scheme);
            QEventLoop loop;
            QTimer::singleShot(drawn, &loop, &QEventLoop::quit);
            loop.exec();
            if (!takePicture(QStringLiteral("%1-%2-%3.png")
                                 .arg(QLatin1String(moment), QLatin1String(name), language))) {
                ++m_failed;
                (void)refuse(QStringLiteral("a picture could not be written"));
            }
        }
    };
    shows("browser");
    page->form()->captcha()->load();
    shows("browser-waiting");
}

bool SelfTest::takePicture(const QString &name)
{
    QPixmap picture = m_window->grab();
    if (QWidget *const popup = m_window->scenariosPage()->stage()->popup()) {
        QPainter painter(&picture);
        painter.drawPixmap(m_window->mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
    }
    return picture.save(QDir(m_folder).filePath(name));
}

bool SelfTest::writeSummary() const
{
    const Qa::Stage *const stage = m_window->scenariosPage()->stage();
    const QJsonObject summary{
        {QStringLiteral("engine"), stage->engine()},
        {QStringLiteral("service"), stage->profile().service.baseUrl().toString()},
        {QStringLiteral("passed"), m_failed == 0},
        {QStringLiteral("steps"), m_steps},
    };
    QSaveFile file(QDir(m_folder).filePath(QStringLiteral("summary.json")));
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(summary).toJson()) > 0 && file.commit())
        return true;
    return refuse(QStringLiteral("summary.json cannot be written: %1").arg(file.errorString()));
}
