// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "performance.h"

#include "damagedtoken.h"
#include "judge/eventtext.h"
#include "observation.h"
#include "person.h"
#include "scenario/vocabulary.h"
#include "script.h"
#include "shared/captchapress.h"
#include "stage.h"

#include <SmartCaptcha/SmartCaptchaEmulatorRequest>
#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qtimer.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qpushbutton.h>

#include <algorithm>

namespace Qa {

using State = SmartCaptcha::State;

namespace {

// Milliseconds that a captcha may take to become ready, and to fail, unless the profile gives more time.
constexpr int readyWithin = 25000;
constexpr int failsWithin = 30000;

// Milliseconds until the emulator listens at its port again.
constexpr int listensWithin = 3000;

// A controlled browser waits for half a minute for what it has to act on, and then tells why it could not.
constexpr int browserObeysWithin = 40000;

// Milliseconds until a newly drawn page takes the keyboard focus.
constexpr int drawn = 500;

// Milliseconds until the program knows that a tab has been closed: the browser tells it in the background.
constexpr int tabIsGone = 700;

} // namespace

Performance::Performance(const Scenario &scenario, Stage *stage, Observation *seen, Script *script,
                         int moreToLoad)
    : m_scenario(scenario)
    , m_stage(stage)
    , m_seen(seen)
    , m_script(script)
    , m_moreToLoad(moreToLoad)
{
}

void Performance::addBeginning()
{
    // The scenario before may have stopped it.
    awaitService();
    const QList<Step> &steps = m_scenario.steps;
    const bool untouched = !steps.isEmpty() && std::all_of(steps.begin(), steps.end(), [](const Step &step) {
        return step.kind == StepKind::UseMadeUp;
    });
    const bool saysWhen =
        !steps.isEmpty() && (steps.first().kind == StepKind::Load || steps.first().kind == StepKind::Execute);
    if (!untouched && !saysWhen)
        m_script->act([this] { m_stage->captcha()->load(); });
}

void Performance::addSteps()
{
    for (int i = 0; i < m_scenario.steps.size(); ++i) {
        m_script->setStep(i);
        add(m_scenario.steps.at(i));
    }
    m_script->setStep(-1);
}

void Performance::add(const Step &step)
{
    SmartCaptchaWidget *const captcha = m_stage->captcha();
    const auto inState = [captcha](State state) {
        return [captcha, state] { return captcha->state() == state; };
    };
    switch (step.kind) {
    case StepKind::AwaitReady:
        awaitReady();
        break;
    case StepKind::Press:
        addPress(false);
        break;
    case StepKind::PressByKeyboard:
        addPress(true);
        break;
    case StepKind::Execute:
        addExecute();
        break;
    case StepKind::Solve:
        addSolving(false);
        break;
    case StepKind::SolveAtSecondTry:
        addSolving(true);
        break;
    case StepKind::AwaitChallenge:
        m_script->wait(inState(State::Challenge), tr("No challenge was shown"));
        m_script->pause(drawn);
        break;
    case StepKind::CloseChallenge:
        addCross();
        break;
    case StepKind::Escape:
        addEscape();
        break;
    case StepKind::CloseTab:
        addInBrowser(tr("Closes the tab"), [](PersonsBrowser &browser) { browser.closeTab(); });
        // A person is not faster than that.
        m_script->pause(tabIsGone);
        // A press waits until the widget has opened, and that of this tab does not count for another.
        m_script->act([this] { forgetRequests(); });
        break;
    case StepKind::OpenAgain:
        addButton(0, tr("Presses the button to open the page again"));
        break;
    case StepKind::GiveUp:
        addButton(2, tr("Presses the button to cancel"));
        m_script->wait(inState(State::Idle), tr("The check goes on"));
        break;
    case StepKind::Cancel:
        m_script->act([captcha] { captcha->cancel(); });
        break;
    case StepKind::CloseWindow:
        addClosedWindow();
        break;
    case StepKind::AwaitToken:
        awaitToken();
        break;
    case StepKind::AwaitVerdict:
        m_script->wait(
            [this] { return m_seen->verdicts() > 0 && m_seen->verdicts() >= m_seen->verdictsDue(); },
            tr("No verdict was received"), m_stage->verifier()->timeout() + 15000);
        break;
    case StepKind::AwaitExpiry:
        m_script->wait([this] { return m_seen->result().happened(QStringLiteral("tokenExpired")); },
                       tr("The token did not expire"));
        break;
    case StepKind::AwaitFailure:
        m_script->wait(inState(State::Failed), tr("There was no error"), failsWithin + m_moreToLoad);
        break;
    case StepKind::UseAgain:
        awaitToken();
        m_script->act([this] { ask(m_seen->token()); });
        break;
    case StepKind::UseDamaged:
        awaitToken();
        m_script->act([this] { ask(damaged(m_seen->token())); });
        break;
    case StepKind::UseMadeUp:
        m_script->act([this] { ask(QStringLiteral("a-token-that-nobody-has-issued")); });
        break;
    case StepKind::PassTime:
        m_script->act([this, time = step.milliseconds] {
            if (m_stage->emulator())
                m_stage->emulator()->advanceClock(std::chrono::milliseconds(time));
        });
        break;
    case StepKind::SetEmulator:
        m_script->act([this, name = step.text] {
            if (m_stage->emulator())
                m_stage->emulator()->setScenario(name);
        });
        break;
    case StepKind::StopService:
        m_script->act([this] {
            m_seen->note(Source::Harness, EventText::serviceReachable(false));
            (void)m_stage->setServiceReachable(false);
        });
        break;
    case StepKind::StartService:
        awaitService();
        m_script->act([this] { m_seen->note(Source::Harness, EventText::serviceReachable(true)); });
        break;
    case StepKind::Retry:
        addRetry();
        break;
    case StepKind::Reset:
        m_script->act([this, captcha] {
            m_seen->forgetToken();
            m_seen->forgetOutcome();
            captcha->reset();
        });
        break;
    case StepKind::Load:
        m_script->act([this, captcha] {
            m_seen->forgetToken();
            captcha->load();
        });
        break;
    case StepKind::SetLanguage:
        addLanguage(step.text);
        break;
    case StepKind::SetColors:
        m_script->act(
            [this, colors = Vocabulary::words<Colors>().value(step.text)] { m_stage->setColors(colors); });
        m_script->pause(drawn);
        break;
    case StepKind::Resize:
        m_script->act([this, size = step.size] { m_stage->setSize(size); });
        m_script->pause(drawn);
        break;
    }
}

void Performance::awaitService()
{
    m_script->wait([this] { return m_stage->setServiceReachable(true); },
                   tr("The emulator could not be started again at its port"), listensWithin);
}

void Performance::awaitReady()
{
    m_script->wait(
        [this] {
            const State state = m_stage->captcha()->state();
            // In a browser, a person opens the page for each attempt.
            if (m_stage->browser() && state == State::Idle && m_stage->statusButton(0))
                press(m_stage->statusButton(0));
            return state == State::Ready;
        },
        tr("The captcha did not become ready"), readyWithin + m_moreToLoad);
}

void Performance::awaitToken()
{
    m_script->wait([this] { return !m_seen->token().isEmpty(); }, tr("No token was received"));
}

void Performance::addExecute()
{
    m_script->act([this] {
        m_seen->forgetToken();
        m_stage->captcha()->execute();
    });
}

void Performance::addPress(bool byKeyboard)
{
    awaitReady();
    if (m_scenario.settings.options.mode() == SmartCaptchaOptions::Mode::Invisible) {
        addExecute();
        return;
    }
    m_script->wait(
        [this] {
            const SmartCaptchaEmulator *const emulator = m_stage->emulator();
            return !emulator || !emulator->requests(QStringLiteral("/api/open")).isEmpty();
        },
        {}, CaptchaPress::OpensWithin);
    m_script->pause(150);
    if (m_stage->browser()) {
        m_script->act([this] {
            m_seen->forgetToken();
            m_checksBefore = checks();
        });
        addInBrowser(byKeyboard ? tr("Presses the space bar") : tr("Clicks the button"),
                     [byKeyboard](PersonsBrowser &browser) { browser.press(byKeyboard); });
        m_script->wait([this] { return isPressNoticed(); }, tr("Pressing the button had no effect"));
        return;
    }
    m_script->act([this, byKeyboard] {
        m_presses = 0;
        m_checksBefore = checks();
        pressButton(byKeyboard);
    });
    m_script->wait(
        [this, byKeyboard] {
            if (isPressNoticed())
                return true;
            if (m_script->waited() > CaptchaPress::Patience * m_presses && m_presses < CaptchaPress::Repeats)
                pressButton(byKeyboard);
            return false;
        },
        tr("Pressing the button had no effect"), CaptchaPress::Patience * (CaptchaPress::Repeats + 2));
}

void Performance::pressButton(bool byKeyboard)
{
    m_seen->forgetToken();
    ++m_presses;
    m_seen->note(Source::Person, byKeyboard ? tr("Presses the space bar") : tr("Clicks the button"));
    if (!byKeyboard) {
        Person::click(m_stage->captcha(), CaptchaPress::Checkbox);
        return;
    }
    // Moves the focus to the first control in the page; done again if the page was not ready the first time.
    if (m_stage->fieldBefore()->hasFocus()) {
        press(Qt::Key_Tab);
    } else {
        m_stage->window()->activateWindow();
        m_stage->captcha()->setFocus(Qt::TabFocusReason);
    }
    QTimer::singleShot(100, m_seen, [this] { press(Qt::Key_Space); });
}

bool Performance::isPressNoticed() const
{
    return m_stage->captcha()->state() != State::Ready || !m_stage->emulator() || checks() > m_checksBefore;
}

qsizetype Performance::checks() const
{
    return m_stage->emulator() ? m_stage->emulator()->requests(QStringLiteral("/api/check")).size() : 0;
}

void Performance::addSolving(bool wrongFirst)
{
    m_script->wait(
        [this] { return m_stage->captcha()->state() == State::Challenge && !m_seen->answer().isEmpty(); },
        tr("No challenge was shown"));
    m_script->pause(drawn);
    if (wrongFirst) {
        addAnswer([this] {
            (void)m_seen->takeAnswer();
            return QStringLiteral("1");
        });
        m_script->wait([this] { return !m_seen->answer().isEmpty(); },
                       tr("A wrong answer did not lead to a new task"));
        m_script->pause(drawn);
    }
    addAnswer([this] { return m_seen->takeAnswer(); });
}

void Performance::addAnswer(const std::function<QString()> &answer)
{
    if (m_stage->browser()) {
        addInBrowser(tr("Types an answer and sends it"),
                     [answer](PersonsBrowser &browser) { browser.answer(answer()); });
        return;
    }
    addKeyboard();
    m_script->act([this, answer] { typeAnswer(answer()); });
}

void Performance::typeAnswer(const QString &answer)
{
    m_seen->note(Source::Person, tr("Types an answer and presses Enter"));
    Person::typeIn([this] { return keyTarget(); }, answer);
    press(Qt::Key_Return);
}

void Performance::addCross()
{
    if (m_stage->browser()) {
        addInBrowser(tr("Closes the challenge with its cross"),
                     [](PersonsBrowser &browser) { browser.closeChallenge(); });
        return;
    }
    // The close button is at the right end of the card's heading, before the text field in the tab order.
    addKeyboard();
    m_script->act([this] { press(Qt::Key_Backtab); });
    m_script->pause(100);
    m_script->act([this] {
        m_seen->note(Source::Person, tr("Closes the challenge with its cross"));
        press(Qt::Key_Space);
    });
}

void Performance::addEscape()
{
    if (m_stage->browser()) {
        addInBrowser(tr("Presses Esc"), [](PersonsBrowser &browser) { browser.pressEscape(); });
        return;
    }
    addKeyboard();
    m_script->act([this] {
        m_seen->note(Source::Person, tr("Presses Esc"));
        press(Qt::Key_Escape);
    });
}

void Performance::addClosedWindow()
{
    m_script->act([this] {
        // A window around the stage does not belong to the scenario.
        QWidget *window = m_stage->popup();
        if (!window && m_stage->isWindow())
            window = m_stage;
        m_seen->note(Source::Person, window ? tr("Closes the window") : tr("There is no window to close"));
        if (window)
            window->close();
    });
}

// Something that a person does in the browser.
void Performance::addInBrowser(const QString &note, const std::function<void(PersonsBrowser &)> &action)
{
    m_script->act([this, note, action] {
        m_seen->note(Source::Person, note);
        if (PersonsBrowser *const browser = m_stage->browser())
            action(*browser);
    });
    m_script->wait([this] { return m_stage->browser() && !m_stage->browser()->isBusy(); },
                   tr("The browser does not respond"), browserObeysWithin);
    m_script->act([this] {
        const QString problem = m_stage->browser()->problem();
        if (!problem.isEmpty())
            m_seen->note(Source::Harness, problem);
    });
}

void Performance::addButton(int place, const QString &note)
{
    m_script->wait([this, place] { return m_stage->statusButton(place) != nullptr; },
                   tr("The button is not there"));
    m_script->act([this, place, note] {
        m_seen->note(Source::Person, note);
        press(m_stage->statusButton(place));
    });
}

void Performance::addRetry()
{
    m_script->wait([this] { return m_stage->retryButton() != nullptr; }, tr("There is no retry button"));
    m_script->act([this] {
        m_seen->note(Source::Person, tr("Presses the button to try again"));
        m_seen->forgetOutcome();
        forgetRequests();
        press(m_stage->retryButton());
    });
    m_script->wait([this] { return m_stage->captcha()->state() != State::Failed; },
                   tr("The retry button had no effect"));
}

void Performance::addLanguage(const QString &language)
{
    m_script->act([this, language] { m_stage->setLanguage(QLocale(language)); });
    m_script->wait([this] { return m_stage->captcha()->state() == State::Loading; },
                   tr("The captcha did not load in the new language"));
    m_script->act([this] { forgetRequests(); });
}

// Call before sending keys: the focus may be elsewhere, because a tester has clicked something.
void Performance::addKeyboard()
{
    m_script->act([this] {
        if (keyTarget())
            return;
        m_seen->note(Source::Harness, tr("The keyboard was elsewhere; it is brought back"));
        m_stage->takeKeyboard();
    });
    m_script->wait([this] { return keyTarget() != nullptr; },
                   tr("The captcha does not get the keyboard focus"));
}

// The widget that keys may go to: never one outside the stage that happens to have the focus, such as the
// tester's note.
QWidget *Performance::keyTarget() const
{
    QWidget *const focus = QApplication::focusWidget();
    return m_stage->holds(focus) ? focus : nullptr;
}

void Performance::press(QPushButton *button)
{
    Person::click(button, button->rect().center());
}

void Performance::press(Qt::Key key)
{
    Person::pressIn([this] { return keyTarget(); }, key);
}

void Performance::ask(const QString &token)
{
    m_seen->verdictIsDue();
    m_stage->verifier()->verify(token);
}

void Performance::forgetRequests()
{
    if (m_stage->emulator())
        m_stage->emulator()->clearRequests();
}

} // namespace Qa
