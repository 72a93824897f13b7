// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "selftest.h"

#include "attempt.h"
#include "captcharecord.h"
#include "demoservice.h"
#include "demosettings.h"
#include "patience.h"
#include "person.h"
#include "plan.h"
#include "report.h"
#include "screen.h"
#include "screenmargins.h"
#include "shared/captchapress.h"
#include "shared/enumword.h"
#include "shared/unattendedbrowser.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaView>

#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtGui/qkeysequence.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>

#include <algorithm>
#include <cstdio>

namespace SelfTest {

namespace {

using Engine = SmartCaptchaView::Engine;
using State = SmartCaptcha::State;

// The margins of an iPhone: top and bottom, or left and right in landscape.
const QMargins notch(0, 47, 0, 34);
const QMargins notchTurned(47, 0, 47, 21);

class Runner {
public:
    Runner(const Application &application, const QString &folder);

    StepReport run(const Step &step);
    [[nodiscard]] QString engine() const { return m_engine; }

private:
    void prepare(const Step &step);
    bool act(const Action &action);
    bool tap(const QString &name);
    bool pressCaptcha(const QString &from);
    bool retry();
    bool awaitReady();
    [[nodiscard]] bool refuse(const QString &why);
    [[nodiscard]] SmartCaptchaView *captcha() const;
    void takePicture(const QString &name);

    const Application m_app;
    QQuickWindow *const m_window;
    SmartCaptchaEmulator *const m_emulator;
    const QString m_folder;
    // The context of the connections, so that they end with this object.
    QObject m_context;
    QString m_engine = QStringLiteral("unknown");
    Attempt m_attempt;
};

Runner::Runner(const Application &application, const QString &folder)
    : m_app(application)
    , m_window(application.window)
    , m_emulator(application.service->emulator())
    , m_folder(folder)
    , m_attempt(m_emulator,
                {[this](const QString &text) { Person::type(m_window, text); },
                 [this](Qt::Key key) { Person::press(m_window, key); }})
{
    const CaptchaRecord *record = application.record;
    QObject::connect(record, &CaptchaRecord::challengeShown, &m_context,
                     [this] { m_attempt.challengeShown = true; });
    QObject::connect(record, &CaptchaRecord::changed, &m_context, [this, record] {
        switch (record->outcome()) {
        case CaptchaRecord::Outcome::None:
            m_attempt.outcome.clear();
            break;
        case CaptchaRecord::Outcome::Failed:
            m_attempt.outcome = wordFor(record->error().code());
            break;
        default:
            m_attempt.outcome = wordFor(record->outcome());
        }
        m_attempt.result.reset();
        if (record->isVerified())
            m_attempt.result = record->result();
    });
}

bool Runner::refuse(const QString &why)
{
    m_attempt.problem = why;
    return false;
}

// The captcha on the screen, or the one in a popup over it.
SmartCaptchaView *Runner::captcha() const
{
    SmartCaptchaView *found = nullptr;
    std::function<void(QQuickItem *)> look = [&](QQuickItem *item) {
        if (!item->isVisible())
            return;
        if (auto *view = qobject_cast<SmartCaptchaView *>(item))
            found = view;
        for (QQuickItem *child : item->childItems())
            look(child);
    };
    look(m_window->contentItem());
    return found;
}

void Runner::prepare(const Step &step)
{
    m_emulator->setScenario(step.scenario);
    m_app.settings->setSource(DemoSettings::Source::BuiltIn);
    m_app.settings->setSiteKey(QString());
    m_app.settings->setLanguage(step.language);
    m_app.settings->setTheme(step.dark ? DemoSettings::Theme::Dark : DemoSettings::Theme::Light);
    m_app.settings->setTextSize(step.textSize);
    m_app.settings->setEngine(step.engine);
    ScreenMargins::simulate(!step.safeArea                               ? QMargins()
                                : step.size.width() < step.size.height() ? notch
                                                                         : notchTurned);
    m_window->resize(step.size);
    // A screen must also come out right when it is created at this size, not only when the window is resized
    // later.
    waitFor([&] { return m_window->contentItem()->size() == QSizeF(step.size); }, 2000);
    QMetaObject::invokeMethod(m_window, "startOver", Q_ARG(QString, QStringLiteral("SignInPage")));
    m_app.record->clear();
    m_attempt.begin();
    m_window->requestActivate();
    if (!waitFor([this] { return m_window->isActive(); }, 5000))
        m_attempt.problem = QStringLiteral("The window did not become active");
    else if (!Screen::item(m_window, QStringLiteral("signInPage")))
        m_attempt.problem = QStringLiteral("The first screen is not there");
}

bool Runner::tap(const QString &name)
{
    QQuickItem *item = nullptr;
    if (!waitFor(
            [&] {
                item = Screen::item(m_window, name);
                return item && item->isEnabled();
            },
            10000))
        return refuse(QStringLiteral("There is no enabled item \"%1\" to press").arg(name));
    // A new or rotated screen needs a while for its layout; tapping waits until the item stops moving.
    QPointF before(-1, -1);
    const auto isStill = [&] {
        Screen::scrollTo(item);
        const QPointF place = item->mapToScene(item->boundingRect().center());
        const bool still = place == before;
        before = place;
        return still && QRectF(QPointF(), m_window->size()).contains(place);
    };
    waitFor(
        [&] {
            pause(60);
            return isStill();
        },
        5000);
    Person::tap(item);
    return true;
}

bool Runner::awaitReady()
{
    const auto isReady = [this] {
        // A captcha in a native web view exists only while it is in view.
        if (QQuickItem *place = Screen::item(m_window, QStringLiteral("captchaPlace")))
            Screen::scrollTo(place);
        return captcha() && captcha()->captchaState() == State::Ready;
    };
    if (waitFor(isReady))
        return true;
    return refuse(QStringLiteral("The captcha did not become ready"));
}

bool Runner::pressCaptcha(const QString &from)
{
    if (!awaitReady())
        return false;
    QQuickItem *const view = captcha();
    Screen::scrollTo(view);
    return m_attempt.pressButton([&] {
        if (from.isEmpty()) {
            Person::tap(view, CaptchaPress::Checkbox);
        } else if (QQuickItem *before = Screen::item(m_window, from)) {
            before->forceActiveFocus(Qt::TabFocusReason);
            Person::press(m_window, Qt::Key_Tab);
            pause(100);
            Person::press(m_window, Qt::Key_Space);
        }
    });
}

bool Runner::retry()
{
    QQuickItem *button = nullptr;
    if (!waitFor([&] { return (button = Screen::item(m_window, QStringLiteral("smartCaptchaRetry"))); },
                 5000))
        return refuse(QStringLiteral("Nothing offers to try again"));
    m_emulator->setScenario(QStringLiteral("human"));
    m_app.record->clear();
    m_attempt.begin();
    Screen::scrollTo(button);
    pause(50);
    Person::tap(button);
    return true;
}

bool Runner::act(const Action &action)
{
    switch (action.kind) {
    case Action::Tap:
        return tap(action.target);
    case Action::TapOutside:
        Person::tap(m_window->contentItem(), QPointF(m_window->width() / 2, 10));
        return true;
    case Action::Type:
        if (!tap(action.target))
            return false;
        Person::type(m_window, action.text);
        return true;
    case Action::Choose: {
        QQuickItem *box = Screen::item(m_window, action.target);
        if (!box)
            return refuse(QStringLiteral("There is no \"%1\"").arg(action.target));
        box->forceActiveFocus(Qt::TabFocusReason);
        for (int i = action.text.toInt(); i > 0; --i)
            Person::press(m_window, Qt::Key_Down);
        return true;
    }
    case Action::Press:
        Person::press(m_window, Qt::Key(QKeySequence(action.text)[0].key()));
        return true;
    case Action::PressCaptcha:
        return pressCaptcha({});
    case Action::PressCaptchaByKeyboard:
        return pressCaptcha(action.target);
    case Action::AwaitReady:
        return awaitReady();
    case Action::AwaitChallenge:
        return m_attempt.awaitChallenge();
    case Action::Solve:
        return m_attempt.solve();
    case Action::SolveAtSecondTry:
        return m_attempt.solve(true);
    case Action::CloseCard:
        m_attempt.closeCard();
        return true;
    case Action::AwaitEnd:
        if (!m_attempt.awaitEnd(false))
            return false;
        return m_attempt.outcome != QLatin1String("token") || m_attempt.awaitEnd(true);
    case Action::AwaitExpiry:
        return m_attempt.await(QStringLiteral("expired"));
    case Action::AwaitScreen:
        if (waitFor([&] { return Screen::item(m_window, action.target); }, 10000))
            return true;
        return refuse(QStringLiteral("\"%1\" was not shown").arg(action.target));
    case Action::Retry:
        return retry();
    case Action::UseBrowser:
        m_app.settings->setEngine(Engine::Browser);
        return true;
    case Action::Scenario:
        m_emulator->setScenario(action.text);
        m_app.record->clear();
        m_attempt.begin();
        return true;
    }
    return false;
}

void Runner::takePicture(const QString &name)
{
    // What a page draws reaches the window a few frames later.
    pause(captcha() ? 600 : 250);
    const QString file = QDir(m_folder).filePath(name);
    if (!m_window->grabWindow().save(file))
        m_attempt.problem = QStringLiteral("The picture %1 could not be written").arg(file);
}

StepReport Runner::run(const Step &step)
{
    StepReport report;
    report.id = step.id;
    report.language = step.language;
    report.expectedOutcome = step.outcome;
    report.expectedVerdict = step.verdict;
    report.screenshot = QStringLiteral("%1-%2.png").arg(step.id, step.language);

    QElapsedTimer timer;
    prepare(step);
    timer.start();
    const bool going = m_attempt.problem.isEmpty()
        && std::all_of(step.actions.cbegin(), step.actions.cend(),
                       [this](const Action &a) { return act(a); });
    report.milliseconds = timer.elapsed();
    if (const QString engine = engineSeenBy(*m_emulator); !engine.isEmpty())
        m_engine = engine;
    takePicture(report.screenshot);

    if (step.outcome == QLatin1String("shown")) {
        report.outcome = going ? QStringLiteral("shown") : QStringLiteral("none");
        if (const QStringList faults = Screen::faults(m_window); going && !faults.isEmpty())
            m_attempt.problem = faults.join(QLatin1String("; "));
    } else {
        report.outcome = m_attempt.outcome.isEmpty() ? QStringLiteral("none") : m_attempt.outcome;
        if (m_attempt.result)
            report.verdict = describe(*m_attempt.result);
        const SmartCaptchaView *const view = captcha();
        if (view && view->activeEngine() != Engine::Auto && view->activeEngine() != step.engine)
            m_attempt.problem = QStringLiteral("It was not shown by the chosen engine");
    }
    report.problem = m_attempt.problem;
    return report;
}

} // namespace

bool run(const Application &application, const QString &folder, const QStringList &only)
{
    const auto complain = [](const QString &problem) {
        std::fprintf(stderr, "smartcaptcha-mobile-demo: %s\n", qPrintable(problem));
        return false;
    };
    if (!QDir().mkpath(folder))
        return complain(QStringLiteral("the folder %1 cannot be made").arg(folder));
    QList<Step> steps = plan();
    for (const QString &id : only) {
        if (std::none_of(steps.cbegin(), steps.cend(), [&](const Step &s) { return s.id == id; }))
            return complain(QStringLiteral("there is no step \"%1\"").arg(id));
    }
    if (!only.isEmpty())
        steps.removeIf([&](const Step &s) { return !only.contains(s.id); });

    const UnattendedBrowser browser;
    Runner runner(application, folder);
    Report report;
    report.service = QStringLiteral("emulator ") + application.service->service().baseUrl().toString();
    printHeading();
    for (const Step &step : steps) {
        report.steps << runner.run(step);
        printStep(report.steps.last());
    }
    report.engine = runner.engine();
    printTotal(report);
    QString problem;
    if (!report.write(folder, &problem))
        return complain(QStringLiteral("summary.json cannot be written: %1").arg(problem));
    return report.passed();
}

} // namespace SelfTest
