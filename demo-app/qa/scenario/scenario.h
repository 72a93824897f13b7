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

/// The scenarios of the QA harness: settings, steps and expected result. docs/qa.md describes the file
/// format.
namespace Qa {

Q_NAMESPACE

/// A text in some of the harness' languages, always including English.
class LocalText {
public:
    LocalText() = default;
    explicit LocalText(const QString &english) { set(QStringLiteral("en"), english); }

    /// Ignores an empty @p text.
    void set(const QString &code, const QString &text)
    {
        if (!text.isEmpty())
            m_texts.insert(code, text);
    }

    /// The text in the language of @p locale if there is one, else in English.
    [[nodiscard]] QString in(const QLocale &locale) const
    {
        return m_texts.value(QLocale::languageToCode(locale.language()), m_texts.value(QStringLiteral("en")));
    }

    /// The text in every language that it has.
    [[nodiscard]] QStringList all() const { return m_texts.values(); }

private:
    QMap<QString, QString> m_texts; // by the language's code
};

/// Who can play a scenario.
enum class Performer {
    Emulator, ///< The harness by itself, with the emulator.
    Service, ///< The harness by itself, with real keys.
    Person, ///< A person who follows the instructions, with either.
};
Q_ENUM_NS(Performer)

/// Where the verifier's key comes from.
enum class KeyChoice {
    Own, ///< The profile's.
    None, ///< There is none.
    SiteKey, ///< The client key, in the wrong place.
    Other, ///< A well-formed key of another captcha.
};
Q_ENUM_NS(KeyChoice)

/// The colours of the window.
enum class Colors { System, Light, Dark };
Q_ENUM_NS(Colors)

/// What is set up before a scenario starts.
struct Settings {
    /// The profile provides site key, service and page origin; the scenario the rest.
    SmartCaptchaOptions options;
    /// The only engine that it is about; none for any.
    std::optional<SmartCaptchaWidget::Engine> engine;
    QString emulatorScenario = QStringLiteral("human");
    SmartCaptchaWidget::ChallengePresentation presentation = SmartCaptchaWidget::ChallengePresentation::Popup;
    bool strict = false;
    QStringList allowedHosts;
    int verifyTimeout = 5000; ///< Milliseconds.
    SmartCaptchaVerifier::Method method = SmartCaptchaVerifier::Method::Post;
    bool reuseCheck = true;
    KeyChoice serverKey = KeyChoice::Own;
    QSize window{480, 640}; ///< Device-independent pixels.
    std::optional<qreal>
        scale; ///< The scale of the whole screen, which may need a separate process; none for any scale.
    Colors colors = Colors::Light;
    bool ownNotice = false; ///< The application shows its own data processing notice.
    bool deadProxy = false; ///< The application uses a proxy that nothing listens on.
};

/// Actions of the person, the application or the network.
enum class StepKind {
    AwaitReady,
    Press, ///< The captcha's button, with the mouse.
    PressByKeyboard, ///< The same with Tab and the space bar.
    Execute, ///< As an application does with an invisible captcha.
    Solve, ///< Types the right answer and presses Enter.
    SolveAtSecondTry, ///< Types a wrong answer first.
    AwaitChallenge,
    CloseChallenge, ///< The close button in the page.
    Escape,
    CloseTab, ///< In the browser, the tab with the page.
    OpenAgain, ///< The button beside the captcha while the check is in the browser.
    GiveUp, ///< Cancel, beside it.
    Cancel, ///< The application's cancel().
    CloseWindow,
    AwaitToken,
    AwaitVerdict,
    AwaitExpiry,
    AwaitFailure,
    UseAgain, ///< Verifies the same token again.
    UseDamaged, ///< Verifies the token with a character changed.
    UseMadeUp, ///< Verifies a token that nobody issued.
    PassTime, ///< Moves the emulator's clock by `milliseconds`.
    SetEmulator, ///< Switches to another scenario of the emulator, `text`.
    StopService, ///< The emulator goes off the network ...
    StartService, ///< ... and comes back at the same address.
    Retry, ///< The button in the error message.
    Reset,
    Load,
    SetLanguage, ///< The application's language becomes `text`.
    SetColors, ///< `text`: light or dark.
    Resize, ///< Resizes the window to `size`.
};
Q_ENUM_NS(StepKind)

struct Step {
    StepKind kind = StepKind::AwaitReady;
    QString text;
    int milliseconds = 0;
    QSize size;
};

/// The expected result. Empty members are not checked.
struct Expectation {
    /// In this order; other events may happen in between.
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

    [[nodiscard]] bool canBeShownIn(SmartCaptchaWidget::Engine engine) const
    {
        return settings.engine.value_or(engine) == engine;
    }

    /// True when it may be shown on a screen at @p scale.
    [[nodiscard]] bool canBeShownAt(qreal scale) const
    {
        return !settings.scale || qAbs(*settings.scale - scale) < 0.01;
    }
};

} // namespace Qa
