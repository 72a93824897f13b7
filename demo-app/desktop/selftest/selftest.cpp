// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "selftest.h"

#include "demoservice.h"
#include "demowindow.h"
#include "person/person.h"
#include "plan.h"
#include "report.h"
#include "settingspanel.h"
#include "signinform.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qtimer.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qpushbutton.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>

namespace SelfTest {

namespace {

using State = SmartCaptcha::State;

// Far above what anything takes; a step that runs into it has failed.
constexpr int patience = 40000;

template <typename Enum>
QString lowerCamel(Enum value)
{
    QString name = QLatin1String(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
    name[0] = name.at(0).toLower();
    return name;
}

QString describe(const SmartCaptchaResult &result)
{
    QString text = lowerCamel(result.verdict())
        + (result.isAccepted() ? QLatin1String(" accepted") : QLatin1String(" not accepted"));
    if (result.error() != SmartCaptchaResult::Error::NoError)
        text += QLatin1String(": ") + lowerCamel(result.error());
    return text;
}

bool waitFor(const std::function<bool()> &condition, int milliseconds = patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(milliseconds))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

void pause(int milliseconds)
{
    waitFor([] { return false; }, milliseconds);
}

// Without a window manager nobody else gives the window the keyboard, at the start and after a popup has
// closed.
bool activate(QWidget *window)
{
    window->activateWindow();
    return waitFor([window] { return window->isActiveWindow(); }, 5000);
}

class Runner {
public:
    Runner(DemoWindow *window, DemoService *service, const QString &folder);

    StepReport run(const Step &step, const QString &language);
    [[nodiscard]] QString engine() const { return m_engine; }

private:
    void prepare(const Step &step);
    void noteEngine();
    bool act(Action action, const Step &step);
    bool press(bool byKeyboard, const Step &step);
    bool solve(bool wrongFirst);
    void takePicture(const QString &name);

    DemoWindow *const m_window;
    SmartCaptchaWidget *const m_captcha;
    SmartCaptchaEmulator *const m_emulator;
    const QString m_folder;
    // In a scope of its own, so that it outlives nothing of the window.
    QObject m_context;

    QString m_engine = QStringLiteral("unknown");
    QString m_outcome;
    std::optional<SmartCaptchaResult> m_result;
    bool m_challengeShown = false;
    QString m_problem;
};

Runner::Runner(DemoWindow *window, DemoService *service, const QString &folder)
    : m_window(window)
    , m_captcha(window->form()->captcha())
    , m_emulator(service->emulator())
    , m_folder(folder)
{
    QObject::connect(m_captcha, &SmartCaptchaWidget::tokenReceived, &m_context,
                     [this] { m_outcome = QStringLiteral("token"); });
    QObject::connect(m_captcha, &SmartCaptchaWidget::tokenExpired, &m_context,
                     [this] { m_outcome = QStringLiteral("expired"); });
    QObject::connect(m_captcha, &SmartCaptchaWidget::cancelled, &m_context,
                     [this] { m_outcome = QStringLiteral("cancelled"); });
    QObject::connect(m_captcha, &SmartCaptchaWidget::challengeShown, &m_context,
                     [this] { m_challengeShown = true; });
    QObject::connect(m_captcha, &SmartCaptchaWidget::errorOccurred, &m_context,
                     [this](const SmartCaptchaError &error) { m_outcome = lowerCamel(error.code()); });
    QObject::connect(window->verifier(), &SmartCaptchaVerifier::finished, &m_context,
                     [this](const SmartCaptchaResult &result) { m_result = result; });
}

// What the engine says of itself to the service.
void Runner::noteEngine()
{
    static const QRegularExpression name(QStringLiteral("QtWebEngine/\\S+|Chrome/\\S+"));
    const QList<SmartCaptchaEmulatorRequest> requests = m_emulator->requests(QStringLiteral("/captcha.js"));
    if (requests.isEmpty())
        return;
    const QString agent = QString::fromLatin1(requests.last().header("User-Agent"));
    QStringList found;
    for (auto it = name.globalMatch(agent); it.hasNext();)
        found << it.next().captured();
    m_engine = found.join(QLatin1Char(' '));
}

void Runner::prepare(const Step &step)
{
    m_window->setScheme(step.dark ? Appearance::Scheme::Dark : Appearance::Scheme::Light);
    m_window->setTimeouts(step.loadTimeout, step.challengeTimeout);
    m_window->verifier()->setTimeout(step.verifyTimeout);
    m_window->settings()->setStrict(step.strict);
    m_window->settings()->setMode(step.mode);
    m_window->settings()->setPageSource(step.pageSource);
    m_window->settings()->setPresentation(step.presentation);
    m_window->settings()->setTestMode(step.testMode);
    m_window->settings()->setScenario(step.scenario);
    // Each of these has loaded the captcha already; once more, with everything in place and nothing left
    // over.
    pause(50);
    m_outcome.clear();
    m_result.reset();
    m_challengeShown = false;
    m_problem.clear();
    m_emulator->clearRequests();
    m_window->clearLog();
    if (!activate(m_window))
        m_problem = QStringLiteral("The window did not become the active one");
    m_window->loadCaptcha();
}

bool Runner::press(bool byKeyboard, const Step &step)
{
    const bool invisible = step.mode == SmartCaptchaOptions::Mode::Invisible;
    if (!waitFor([&] { return m_captcha->state() == State::Ready || !m_outcome.isEmpty(); })
        || !m_outcome.isEmpty()) {
        m_problem = QStringLiteral("The captcha did not become ready");
        return false;
    }
    if (invisible) {
        Person::click(m_window->form()->signInButton(), m_window->form()->signInButton()->rect().center());
        return true;
    }
    // The frame with the button has loaded; it can be pressed when it has introduced itself to the service.
    // That is not to be seen from outside, so a press without an effect is repeated, as a person would.
    waitFor([this] { return !m_emulator->requests(QStringLiteral("/api/open")).isEmpty(); }, 5000);
    for (int attempt = 0; attempt < 4; ++attempt) {
        pause(200);
        if (byKeyboard) {
            // As Tab does from the field before it: to the first thing in the page that takes the focus.
            m_captcha->setFocus(Qt::TabFocusReason);
            pause(100);
            Person::press(Qt::Key_Space);
        } else {
            Person::click(m_captcha, QPoint(34, 42));
        }
        const auto noticed = [this] {
            return m_challengeShown || !m_outcome.isEmpty()
                || !m_emulator->requests(QStringLiteral("/api/check")).isEmpty();
        };
        if (waitFor(noticed, 4000))
            return true;
    }
    m_problem = QStringLiteral("Pressing the button had no effect");
    return false;
}

bool Runner::solve(bool wrongFirst)
{
    if (!waitFor([this] { return m_challengeShown && !m_emulator->pendingAnswer().isEmpty(); }, 15000)) {
        m_problem = QStringLiteral("No challenge was shown");
        return false;
    }
    // The challenge takes the keyboard focus when it is drawn.
    pause(600);
    if (wrongFirst) {
        const QString first = m_emulator->pendingAnswer();
        Person::type(QStringLiteral("1"));
        Person::press(Qt::Key_Return);
        if (!waitFor(
                [&] {
                    return !m_emulator->pendingAnswer().isEmpty() && m_emulator->pendingAnswer() != first;
                },
                15000)) {
            m_problem = QStringLiteral("A wrong answer did not lead to a new task");
            return false;
        }
        pause(400);
    }
    Person::type(m_emulator->pendingAnswer());
    Person::press(Qt::Key_Return);
    return true;
}

bool Runner::act(Action action, const Step &step)
{
    switch (action) {
    case Action::Press:
        return press(false, step);
    case Action::PressByKeyboard:
        return press(true, step);
    case Action::Solve:
        return solve(false);
    case Action::SolveAtSecondTry:
        return solve(true);
    case Action::CloseChallenge:
    case Action::Escape:
        if (!waitFor([this] { return m_challengeShown; }, 15000)) {
            m_problem = QStringLiteral("No challenge was shown");
            return false;
        }
        pause(600);
        takePicture(step.id + QLatin1String("-open"));
        if (action == Action::Escape) {
            Person::press(Qt::Key_Escape);
        } else {
            // The cross stands at the right end of the card's heading, before the text field in the tab
            // order.
            Person::press(Qt::Key_Backtab);
            pause(100);
            Person::press(Qt::Key_Space);
        }
        return true;
    case Action::AwaitExpiry:
        if (!waitFor([this] { return m_outcome == QLatin1String("expired"); }, 15000)) {
            m_problem = QStringLiteral("The token did not expire");
            return false;
        }
        return true;
    case Action::VerifyAgain: {
        if (!waitFor([this] { return m_result.has_value(); }, 15000)) {
            m_problem = QStringLiteral("The token was not verified the first time");
            return false;
        }
        m_result.reset();
        m_window->verifyAgain();
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
        m_problem = QStringLiteral("The picture %1 could not be written").arg(file);
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
            && waitFor([this] { return m_challengeShown || !m_outcome.isEmpty(); }, 15000)) {
            pause(300);
            takePicture(QStringLiteral("%1-%2-open").arg(step.id, language));
        }
    }
    if (going && !waitFor([this] { return !m_outcome.isEmpty(); }))
        m_problem = QStringLiteral("Nothing came of it");
    if (m_problem.isEmpty() && !step.verdict.isEmpty() && !waitFor([this] { return m_result.has_value(); }))
        m_problem = QStringLiteral("The token was not verified");
    report.milliseconds = timer.elapsed();
    noteEngine();
    report.outcome = m_outcome.isEmpty() ? QStringLiteral("none") : m_outcome;
    if (m_result)
        report.verdict = describe(*m_result);
    takePicture(QStringLiteral("%1-%2").arg(step.id, language));

    if (step.retry && m_problem.isEmpty()) {
        m_window->settings()->setScenario(QStringLiteral("human"));
        m_outcome.clear();
        m_emulator->clearRequests();
        if (press(false, step)
            && !waitFor([this] { return m_outcome == QLatin1String("token") && m_result.has_value(); }))
            m_problem = QStringLiteral("Trying again did not work: %1").arg(m_outcome);
    }
    report.problem = m_problem;
    return report;
}

} // namespace

bool run(DemoWindow *window, DemoService *service, const QString &folder, const QStringList &only)
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
    report.service = QStringLiteral("emulator ") + service->service().baseUrl().toString();
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
