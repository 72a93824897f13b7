// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/SmartCaptchaOptions>
#include <SmartCaptcha/SmartCaptchaVerifier>
#include <SmartCaptcha/SmartCaptchaWidget>

#include <QtCore/qlist.h>
#include <QtCore/qlocale.h>
#include <QtCore/qmap.h>
#include <QtCore/qobjectdefs.h>
#include <QtCore/qsize.h>
#include <QtCore/qstringlist.h>

#include <optional>

/// The scenarios of the QA harness: what to set, what to do, and what must come of it. docs/qa.md describes
/// their files.
namespace Qa {

Q_NAMESPACE

/// A text in some of the languages of the harness; English is always there.
class LocalText {
public:
    LocalText() = default;
    explicit LocalText(const QString &english) { set(QStringLiteral("en"), english); }

    /// An empty @p text is none.
    void set(const QString &code, const QString &text)
    {
        if (!text.isEmpty())
            m_texts.insert(code, text);
    }

    /// In the language of @p locale, where there is one in it, else in English.
    [[nodiscard]] QString in(const QLocale &locale) const
    {
        return m_texts.value(QLocale::languageToCode(locale.language()), m_texts.value(QStringLiteral("en")));
    }

    /// In every language that it has.
    [[nodiscard]] QStringList all() const { return m_texts.values(); }

private:
    QMap<QString, QString> m_texts; // by the language's code
};

/// Who can carry a scenario out.
enum class Performer {
    Emulator, ///< The harness by itself, with the emulator.
    Service, ///< The harness by itself, with real keys.
    Person, ///< A person, by the instructions, with either.
};
Q_ENUM_NS(Performer)

/// Where the verifier's key comes from.
enum class KeyChoice {
    Own, ///< The profile's.
    None, ///< There is none.
    SiteKey, ///< The client key, in the wrong place.
    Other, ///< A well-formed one of somebody else.
};
Q_ENUM_NS(KeyChoice)

/// The colours of the window.
enum class Colors { System, Light, Dark };
Q_ENUM_NS(Colors)

/// What is set before a scenario begins.
struct Settings {
    /// Site key, service and page origin are the profile's; the rest is the scenario's.
    SmartCaptchaOptions options;
    QString emulatorScenario = QStringLiteral("human");
    SmartCaptchaWidget::ChallengePresentation presentation = SmartCaptchaWidget::ChallengePresentation::Popup;
    bool strict = false;
    QStringList allowedHosts;
    int verifyTimeout = 5000; ///< Milliseconds.
    SmartCaptchaVerifier::Method method = SmartCaptchaVerifier::Method::Post;
    bool reuseCheck = true;
    KeyChoice serverKey = KeyChoice::Own;
    QSize window{480, 640}; ///< Device-independent pixels.
    std::optional<qreal> scale; ///< Of the whole screen, for which a process may be needed; none for any.
    Colors colors = Colors::Light;
    bool ownNotice = false; ///< The application shows a notice about data processing of its own.
    bool deadProxy = false; ///< The application has a proxy that nobody listens at.
};

/// The things that a person, the application or the network does.
enum class StepKind {
    AwaitReady,
    Press, ///< The captcha's button, with the mouse.
    PressByKeyboard, ///< The same with Tab and the space bar.
    Execute, ///< What an application does with an invisible captcha.
    Solve, ///< Types the right answer and presses Enter.
    SolveAtSecondTry, ///< Types a wrong answer first.
    AwaitChallenge,
    CloseChallenge, ///< The cross in the page.
    Escape,
    Cancel, ///< The application's cancel().
    CloseWindow,
    AwaitToken,
    AwaitVerdict,
    AwaitExpiry,
    AwaitFailure,
    UseAgain, ///< Asks about the same token again.
    UseDamaged, ///< Asks about the token with a character changed.
    UseMadeUp, ///< Asks about a token that nobody issued.
    PassTime, ///< Moves the emulator's clock by `milliseconds`.
    SetEmulator, ///< Another scenario of the emulator, `text`.
    StopService, ///< The emulator goes off the network ...
    StartService, ///< ... and comes back at the same address.
    Retry, ///< The button in the error message.
    Reset,
    Load,
    SetLanguage, ///< The application's language becomes `text`.
    SetColors, ///< `text`: light or dark.
    Resize, ///< The window becomes `size`.
};
Q_ENUM_NS(StepKind)

struct Step {
    StepKind kind = StepKind::AwaitReady;
    QString text;
    int milliseconds = 0;
    QSize size;
};

/// What must come of it. What is empty is not looked at.
struct Expectation {
    /// In this order; others may come between.
    QStringList events;
    QStringList never;
    QString outcome; ///< ready, token, cancelled, expired, failed.
    QString error; ///< The code of the error, in lower camel case.
    QString verdict; ///< human, robot, undetermined.
    std::optional<bool> accepted;
    QString cause; ///< The verifier's error, in lower camel case; noError for none.
    int within = 30000; ///< Milliseconds for the whole scenario.
};

struct Scenario {
    QString id; ///< Lower-case words with hyphens, unique.
    LocalText title;
    LocalText about;
    QStringList tags;
    QList<Performer> performers;
    QList<LocalText> instructions; ///< For a person, in order.
    Settings settings;
    QList<Step> steps;
    Expectation expectation;
    QString file; ///< Where it was read from.
    int line = 0;

    [[nodiscard]] bool canBePerformedBy(Performer performer) const { return performers.contains(performer); }

    /// True when it may be shown on a screen at @p scale.
    [[nodiscard]] bool canBeShownAt(qreal scale) const
    {
        return !settings.scale || qAbs(*settings.scale - scale) < 0.01;
    }
};

} // namespace Qa
