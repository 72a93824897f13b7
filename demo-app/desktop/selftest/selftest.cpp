// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "selftest.h"

#include "demoservice.h"
#include "formpage.h"
#include "harness/harnesswindow.h"
#include "person/person.h"
#include "plan.h"
#include "selftest/attempt.h"
#include "selftest/patience.h"
#include "selftest/report.h"
#include "settingspanel.h"
#include "signinform.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qpushbutton.h>

#include <algorithm>
#include <cstdio>

namespace SelfTest {

namespace {

using State = SmartCaptcha::State;

// Without a window manager nobody else gives the window the keyboard, at the start and after a popup has
// closed.
bool activate(QWidget *window)
{
    window->activateWindow();
    return waitFor([window] { return window->isActiveWindow(); }, 5000);
}

class Runner {
public:
    Runner(HarnessWindow *window, DemoService *service, const QString &folder);

    StepReport run(const Step &step, const QString &language);
    [[nodiscard]] QString engine() const { return m_engine; }

private:
    void prepare(const Step &step);
    bool act(Action action, const Step &step);
    bool press(bool byKeyboard, const Step &step);
    void takePicture(const QString &name);

    HarnessWindow *const m_window;
    FormPage *const m_page;
    SmartCaptchaWidget *const m_captcha;
    SmartCaptchaEmulator *const m_emulator;
    const QString m_folder;
    // In a scope of its own, so that it outlives nothing of the window.
    QObject m_context;

    QString m_engine = QStringLiteral("unknown");
    Attempt m_attempt;
};

Runner::Runner(HarnessWindow *window, DemoService *service, const QString &folder)
    : m_window(window)
    , m_page(window->formPage())
    , m_captcha(m_page->form()->captcha())
    , m_emulator(service->emulator())
    , m_folder(folder)
    , m_attempt(m_emulator, {Person::type, Person::press})
{
    QObject::connect(m_captcha, &SmartCaptchaWidget::tokenReceived, &m_context,
                     [this] { m_attempt.outcome = QStringLiteral("token"); });
    QObject::connect(m_captcha, &SmartCaptchaWidget::tokenExpired, &m_context,
                     [this] { m_attempt.outcome = QStringLiteral("expired"); });
    QObject::connect(m_captcha, &SmartCaptchaWidget::cancelled, &m_context,
                     [this] { m_attempt.outcome = QStringLiteral("cancelled"); });
    QObject::connect(m_captcha, &SmartCaptchaWidget::challengeShown, &m_context,
                     [this] { m_attempt.challengeShown = true; });
    QObject::connect(
        m_captcha, &SmartCaptchaWidget::errorOccurred, &m_context,
        [this](const SmartCaptchaError &error) { m_attempt.outcome = lowerCamel(error.code()); });
    QObject::connect(m_page->verifier(), &SmartCaptchaVerifier::finished, &m_context,
                     [this](const SmartCaptchaResult &result) { m_attempt.result = result; });
}

void Runner::prepare(const Step &step)
{
    m_window->setScheme(step.dark ? Appearance::Scheme::Dark : Appearance::Scheme::Light);
    m_page->setTimeouts(step.loadTimeout, step.challengeTimeout);
    m_page->verifier()->setTimeout(step.verifyTimeout);
    m_page->settings()->setStrict(step.strict);
    m_page->settings()->setMode(step.mode);
    m_page->settings()->setPageSource(step.pageSource);
    m_page->settings()->setPresentation(step.presentation);
    m_page->settings()->setTestMode(step.testMode);
    m_page->settings()->setScenario(step.scenario);
    // Each of these has loaded the captcha already; once more, with everything in place and nothing left
    // over.
    pause(50);
    m_attempt.begin();
    m_page->clearLog();
    if (!activate(m_window))
        m_attempt.problem = QStringLiteral("The window did not become the active one");
    m_page->loadCaptcha();
}

bool Runner::press(bool byKeyboard, const Step &step)
{
    const bool invisible = step.mode == SmartCaptchaOptions::Mode::Invisible;
    if (!waitFor([&] { return m_captcha->state() == State::Ready || !m_attempt.outcome.isEmpty(); })
        || !m_attempt.outcome.isEmpty()) {
        m_attempt.problem = QStringLiteral("The captcha did not become ready");
        return false;
    }
    if (invisible) {
        Person::click(m_page->form()->signInButton(), m_page->form()->signInButton()->rect().center());
        return true;
    }
    return m_attempt.pressButton([this, byKeyboard] {
        if (byKeyboard) {
            // As Tab does from the field before it: to the first thing in the page that takes the focus.
            m_captcha->setFocus(Qt::TabFocusReason);
            pause(100);
            Person::press(Qt::Key_Space);
        } else {
            Person::click(m_captcha, QPoint(34, 42));
        }
    });
}

bool Runner::act(Action action, const Step &step)
{
    switch (action) {
    case Action::Press:
        return press(false, step);
    case Action::PressByKeyboard:
        return press(true, step);
    case Action::Solve:
        return m_attempt.solve();
    case Action::SolveAtSecondTry:
        return m_attempt.solve(true);
    case Action::CloseChallenge:
    case Action::Escape:
        if (!m_attempt.awaitChallenge())
            return false;
        takePicture(step.id + QLatin1String("-open"));
        if (action == Action::Escape)
            Person::press(Qt::Key_Escape);
        else
            m_attempt.closeCard();
        return true;
    case Action::AwaitExpiry:
        return m_attempt.await(QStringLiteral("expired"));
    case Action::VerifyAgain: {
        if (!waitFor([this] { return m_attempt.result.has_value(); }, 15000)) {
            m_attempt.problem = QStringLiteral("The token was not verified the first time");
            return false;
        }
        m_attempt.result.reset();
        m_page->verifyAgain();
        return true;
    }
    }
    return false;
}

void Runner::takePicture(const QString &name)
{
    // What the page has drawn last reaches the window a frame later.
    pause(250);
    QPixmap picture = m_window->grab();
    if (QWidget *popup = QApplication::activeModalWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(m_window->mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
    }
    const QString file = QDir(m_folder).filePath(name + QLatin1String(".png"));
    if (!picture.save(file))
        m_attempt.problem = QStringLiteral("The picture %1 could not be written").arg(file);
}

StepReport Runner::run(const Step &step, const QString &language)
{
    StepReport report;
    report.id = step.id;
    report.language = language;
    report.expectedOutcome = step.outcome;
    report.expectedVerdict = step.verdict;
    report.screenshot = QStringLiteral("%1-%2.png").arg(step.id, language);

    QElapsedTimer timer;
    prepare(step);
    timer.start();
    bool going = true;
    for (const Action action : step.actions) {
        going = act(action, step);
        if (!going)
            break;
        const bool solving = action == Action::Press || action == Action::PressByKeyboard;
        const bool challenge =
            step.actions.contains(Action::Solve) || step.actions.contains(Action::SolveAtSecondTry);
        if (solving && challenge
            && waitFor([this] { return m_attempt.challengeShown || !m_attempt.outcome.isEmpty(); }, 15000)) {
            pause(300);
            takePicture(QStringLiteral("%1-%2-open").arg(step.id, language));
        }
    }
    if (going && m_attempt.problem.isEmpty())
        m_attempt.awaitEnd(!step.verdict.isEmpty());
    report.milliseconds = timer.elapsed();
    if (const QString engine = engineSeenBy(*m_emulator); !engine.isEmpty())
        m_engine = engine;
    report.outcome = m_attempt.outcome.isEmpty() ? QStringLiteral("none") : m_attempt.outcome;
    if (m_attempt.result)
        report.verdict = describe(*m_attempt.result);
    takePicture(QStringLiteral("%1-%2").arg(step.id, language));

    if (step.retry && m_attempt.problem.isEmpty()) {
        m_page->settings()->setScenario(QStringLiteral("human"));
        m_attempt.outcome.clear();
        m_emulator->clearRequests();
        if (press(false, step) && !waitFor([this] {
                return m_attempt.outcome == QLatin1String("token") && m_attempt.result.has_value();
            }))
            m_attempt.problem = QStringLiteral("Trying again did not work: %1").arg(m_attempt.outcome);
    }
    report.problem = m_attempt.problem;
    return report;
}

} // namespace

bool run(HarnessWindow *window, DemoService *service, const QString &folder, const QStringList &only)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "smartcaptcha-demo: the folder %s cannot be made\n", qPrintable(folder));
        return false;
    }
    QList<Step> steps = plan();
    for (const QString &id : only) {
        if (std::none_of(steps.cbegin(), steps.cend(), [&](const Step &s) { return s.id == id; })) {
            std::fprintf(stderr, "smartcaptcha-demo: there is no step \"%s\"\n", qPrintable(id));
            return false;
        }
    }
    if (!only.isEmpty())
        steps.removeIf([&](const Step &s) { return !only.contains(s.id); });

    if (!activate(window)) {
        std::fprintf(
            stderr,
            "smartcaptcha-demo: the window does not become the active one, so no key can be pressed in it\n");
        return false;
    }

    Runner runner(window, service, folder);
    Report report;
    report.service = QStringLiteral("emulator ") + service->profile().service.baseUrl().toString();
    printHeading();
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
        window->setLanguage(QLocale(language));
        for (const Step &step : steps) {
            report.steps << runner.run(step, language);
            printStep(report.steps.last());
        }
    }
    report.engine = runner.engine();
    printTotal(report);
    QString problem;
    if (!report.write(folder, &problem)) {
        std::fprintf(stderr, "smartcaptcha-demo: summary.json cannot be written: %s\n", qPrintable(problem));
        return false;
    }
    return report.passed();
}

} // namespace SelfTest
