// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/scriptedpage.h"

#include "captcha/engine/browsertab.h"
#include "captcha/page/pagemessage.h"
#include "captcha/session/captchasession.h"
#include "core/clock/clock.h"
#include "core/service/reachableaddress.h"
#include "shared/eventually.h"

#include <SmartCaptcha/SmartCaptchaOptions>

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qpointer.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

using namespace SmartCaptcha;
using namespace SmartCaptcha::Internal;
using Code = SmartCaptchaError::Code;

namespace {

SmartCaptchaOptions ownPage()
{
    SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
    options.setPageOrigin(QUrl(QStringLiteral("https://shop.example")));
    return options;
}

// A session with its host, and a record of its signals.
struct Stage {
    explicit Stage(const SmartCaptchaOptions &options = ownPage(), CaptchaSession::Graces graces = {5})
        : session(std::make_unique<CaptchaSession>(graces, nullptr))
        , states(session.get(), &CaptchaSession::stateChanged)
        , tokens(session.get(), &CaptchaSession::tokenReceived)
        , expirations(session.get(), &CaptchaSession::tokenExpired)
        , cancellations(session.get(), &CaptchaSession::cancelled)
        , errors(session.get(), &CaptchaSession::errorOccurred)
        , shown(session.get(), &CaptchaSession::challengeShown)
        , hidden(session.get(), &CaptchaSession::challengeHidden)
    {
        session->setOptions(options);
        session->setHost(&host);
    }

    qsizetype outcomes() const { return tokens.size() + cancellations.size() + errors.size(); }
    Code lastError() const
    {
        return errors.isEmpty() ? Code::NoError : errors.last().first().value<SmartCaptchaError>().code();
    }

    void makeReady()
    {
        session->load();
        host.sayReady();
    }

    ScriptedPage<> host;
    std::unique_ptr<CaptchaSession> session;
    QSignalSpy states;
    QSignalSpy tokens;
    QSignalSpy expirations;
    QSignalSpy cancellations;
    QSignalSpy errors;
    QSignalSpy shown;
    QSignalSpy hidden;
};

// A host whose page is in a tab of the person's own browser.
class HostInBrowser : public ScriptedPage<> {
public:
    BrowserTab *browserTab() const override { return &m_tab; }
    void notePassed() override { ++passes; }

    // It has got no command yet.
    void reload()
    {
        begin(loaded);
        Q_EMIT reloaded();
    }

    int passes = 0;

private:
    class Tab : public BrowserTab {
    public:
        Presence presence() const override { return Presence::Open; }
        QUrl address() const override { return {}; }
        bool isBrowserStarted() const override { return true; }
        void openAgain() override {}
        void allowAnotherBrowser() override {}
    };
    mutable Tab m_tab;
};

} // namespace

class tst_session : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ReachableAddress::forgetAll(); }

    void aPageBeginsNothingByItself_data()
    {
        QTest::addColumn<SmartCaptchaOptions::Mode>("mode");
        QTest::addColumn<bool>("controllable");
        for (const bool controllable : {true, false}) {
            const char *const kind = controllable ? "controllable" : "not controllable";
            QTest::addRow("standard, %s", kind) << SmartCaptchaOptions::Mode::Standard << controllable;
            QTest::addRow("invisible, %s", kind) << SmartCaptchaOptions::Mode::Invisible << controllable;
        }
    }

    void aPageBeginsNothingByItself()
    {
        QFETCH(SmartCaptchaOptions::Mode, mode);
        QFETCH(bool, controllable);
        SmartCaptchaOptions options = ownPage();
        options.setMode(mode);
        Stage stage(options);
        stage.host.tellPresses();
        stage.session->load();
        stage.host.sayToken(QStringLiteral("before-it-was-ready"));
        stage.host.sayChallenge(true);
        QCOMPARE(stage.session->state(), State::Loading);
        stage.host.sayReady(controllable);
        stage.host.sayChallenge(true);
        stage.host.sayChallenge(false);
        stage.host.sayToken(QStringLiteral("nobody-pressed"));
        QCOMPARE(stage.session->state(), State::Ready);
        QCOMPARE(stage.shown.size(), 0);
        QCOMPARE(stage.outcomes(), 0);
        // The page tells of a challenge once, so it has to forget this one.
        QCOMPARE(stage.host.commands.contains(QStringLiteral("reset")), controllable);
    }

    void aPressIsForOneAttempt()
    {
        Stage stage;
        stage.makeReady();
        stage.host.press();
        stage.host.sayChallenge(true);
        QCOMPARE(stage.session->state(), State::Challenge);
        stage.host.press(); // in the challenge
        stage.host.sayToken(QStringLiteral("token-1"));
        QCOMPARE(stage.session->state(), State::Solved);
        stage.host.sayToken(QStringLiteral("token-2"));
        QCOMPARE(stage.session->token().value(), QStringLiteral("token-1"));
        stage.host.say(QStringLiteral("tokenExpired"));
        stage.host.sayToken(QStringLiteral("token-3"));
        QCOMPARE(stage.session->state(), State::Expired);
        stage.host.press();
        stage.host.sayToken(QStringLiteral("token-4"));
        QCOMPARE(stage.session->token().value(), QStringLiteral("token-4"));
        QCOMPARE(stage.tokens.size(), 2);
    }

    void aCheckThatWasAskedForNeedsNoPress()
    {
        SmartCaptchaOptions options = ownPage();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        Stage stage(options);
        stage.host.tellPresses();
        stage.session->execute();
        stage.host.sayReady();
        stage.host.sayChallenge(true);
        QCOMPARE(stage.session->state(), State::Challenge);
        stage.host.sayToken(QStringLiteral("token-1"));
        QCOMPARE(stage.tokens.size(), 1);
        // A page that begins by itself does so while it loads, so it is loaded once more.
        stage.session->reset();
        stage.host.sayReady(false);
        const int loads = stage.host.loads;
        stage.session->execute();
        QCOMPARE(stage.host.loads, loads + 1);
        stage.host.sayChallenge(true);
        QCOMPARE(stage.session->state(), State::Challenge);
    }

    void standardWithoutChallenge()
    {
        Stage stage;
        QCOMPARE(stage.session->state(), State::Idle);
        stage.makeReady();
        QCOMPARE(stage.session->state(), State::Ready);
        stage.host.sayToken(QStringLiteral("token-1"));
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.session->token().value(), QStringLiteral("token-1"));
        QCOMPARE(stage.outcomes(), 1);
        QCOMPARE(stage.states.size(), 3);
    }

    void standardWithChallenge()
    {
        Stage stage;
        stage.makeReady();
        stage.host.say(QStringLiteral("challengeVisible"));
        QCOMPARE(stage.session->state(), State::Challenge);
        QCOMPARE(stage.shown.size(), 1);
        stage.host.sayToken(QStringLiteral("token-1"));
        stage.host.say(QStringLiteral("challengeHidden"));
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.hidden.size(), 1);
        settle();
        QCOMPARE(stage.outcomes(), 1);
    }

    void tokenInTheGraceAfterHiding()
    {
        Stage stage(ownPage(), {10000});
        stage.makeReady();
        stage.host.say(QStringLiteral("challengeVisible"));
        stage.host.say(QStringLiteral("challengeHidden"));
        QCOMPARE(stage.hidden.size(), 1);
        stage.host.sayToken(QStringLiteral("late"));
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.hidden.size(), 1);
        QCOMPARE(stage.outcomes(), 1);
    }

    void closedChallengeIsCancelled()
    {
        Stage stage;
        stage.makeReady();
        stage.host.say(QStringLiteral("challengeVisible"));
        stage.host.say(QStringLiteral("challengeHidden"));
        EVENTUALLY_COMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.session->state(), State::Ready);
        QCOMPARE(stage.states.at(stage.states.size() - 2).first().value<State>(), State::Cancelled);
        QCOMPARE(stage.host.commands.last(), QStringLiteral("reset"));
        // This token belongs to the next attempt, so it counts.
        stage.host.sayToken(QStringLiteral("second"));
        QCOMPARE(stage.tokens.size(), 1);
    }

    void shownAndHiddenComeInPairs()
    {
        Stage stage;
        stage.makeReady();
        stage.host.say(QStringLiteral("challengeVisible"));
        stage.host.say(QStringLiteral("challengeHidden"));
        EVENTUALLY_COMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.hidden.size(), 1);
        // A failure also closes the challenge.
        stage.host.say(QStringLiteral("challengeVisible"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.host.say(QStringLiteral("networkError"));
        QCOMPARE(stage.shown.size(), 2);
        QCOMPARE(stage.hidden.size(), 2);
    }

    void answerToACancelledCheckIsDropped()
    {
        SmartCaptchaOptions options = ownPage();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        Stage stage(options);
        stage.makeReady();
        stage.session->execute();
        stage.session->cancel();
        // The page has been reset, but the service still answers the cancelled check.
        stage.host.sayToken(QStringLiteral("late"));
        stage.host.say(QStringLiteral("challengeVisible"));
        QCOMPARE(stage.session->state(), State::Ready);
        QCOMPARE(stage.outcomes(), 1);
        QCOMPARE(stage.shown.size(), 0);
        stage.session->execute();
        stage.host.sayToken(QStringLiteral("wanted"));
        QCOMPARE(stage.session->token().value(), QStringLiteral("wanted"));
    }

    void rendererLostInASlotOfCancelled()
    {
        Stage stage;
        stage.makeReady();
        QObject::connect(stage.session.get(), &CaptchaSession::cancelled, stage.session.get(),
                         [&] { Q_EMIT stage.host.failed(WebHost::Failure::RenderProcessGone, QString()); });
        stage.session->execute();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.session->cancel();
        // cancel() had already made the session ready for another attempt, which then failed.
        QCOMPARE(stage.session->state(), State::Failed);
        QCOMPARE(stage.outcomes(), 2);
        stage.session->execute();
        QCOMPARE(stage.host.loads, 2);
    }

    void executeAfterTheHostWasExchangedLoads()
    {
        Stage stage;
        ScriptedPage<> other;
        stage.makeReady();
        stage.session->setHost(&other);
        QCOMPARE(stage.session->state(), State::Idle);
        QCOMPARE(stage.cancellations.size(), 1);
        stage.session->execute();
        QCOMPARE(other.loads, 1);
        other.sayReady();
        QCOMPARE(other.commands, QStringList{QStringLiteral("execute")});
        stage.session->setHost(nullptr);
    }

    void themeThatChangedWhileLoading()
    {
        Stage stage;
        stage.session->load();
        stage.session->setAppearance({true, QStringLiteral("#202020")});
        stage.host.commands.clear();
        stage.host.sayReady();
        QCOMPARE(stage.host.commands, QStringList{QStringLiteral("appearance")});
    }

    void taskAfterTaskIsOneChallenge()
    {
        Stage stage(ownPage(), {10000});
        stage.makeReady();
        stage.host.say(QStringLiteral("challengeVisible"));
        stage.host.say(QStringLiteral("challengeHidden"));
        stage.host.say(QStringLiteral("challengeVisible"));
        QCOMPARE(stage.session->state(), State::Challenge);
        QCOMPARE(stage.outcomes(), 0);
    }

    void executeBeforeLoading()
    {
        SmartCaptchaOptions options = ownPage();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        Stage stage(options);
        stage.session->execute();
        QCOMPARE(stage.session->state(), State::Loading);
        QVERIFY(stage.host.commands.isEmpty());
        stage.host.sayReady();
        QCOMPARE(stage.session->state(), State::Checking);
        QCOMPARE(stage.host.commands, QStringList{QStringLiteral("execute")});
        stage.session->execute();
        QCOMPARE(stage.host.commands.size(), 1);
        stage.host.sayToken(QStringLiteral("t"));
        QCOMPARE(stage.outcomes(), 1);
        // Again, without reloading the page.
        stage.session->execute();
        QCOMPARE(stage.session->state(), State::Checking);
        QVERIFY(stage.session->token().isNull());
        QCOMPARE(stage.host.loads, 1);
        stage.host.sayToken(QStringLiteral("u"));
        QCOMPARE(stage.tokens.size(), 2);
    }

    void messageFromBeforeTheCommandIsDropped()
    {
        Stage stage;
        stage.makeReady();
        const QString late = stage.host.message(QStringLiteral("success"),
                                                {{QStringLiteral("token"), QStringLiteral("late")}});
        stage.session->execute();
        Q_EMIT stage.host.messageArrived(late);
        QCOMPARE(stage.session->state(), State::Checking);
        QCOMPARE(stage.outcomes(), 0);
    }

    void messageOfAnEarlierPageIsDropped()
    {
        Stage stage;
        stage.makeReady();
        const QString late = stage.host.message(QStringLiteral("success"),
                                                {{QStringLiteral("token"), QStringLiteral("late")}});
        stage.session->load();
        stage.host.sayReady();
        Q_EMIT stage.host.messageArrived(late);
        QCOMPARE(stage.session->state(), State::Ready);
        QCOMPARE(stage.outcomes(), 0);
    }

    void resetWhileCheckingIsCancelled()
    {
        Stage stage;
        stage.makeReady();
        stage.session->execute();
        stage.session->reset();
        QCOMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.session->state(), State::Ready);
        stage.session->reset();
        QCOMPARE(stage.outcomes(), 1);
    }

    void expiresOnItsOwnClock()
    {
        Stage stage;
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        Clock::advance(SmartCaptchaToken::Lifetime);
        EVENTUALLY_COMPARE(stage.expirations.size(), 1);
        QCOMPARE(stage.session->state(), State::Expired);
        QVERIFY(stage.session->token().isNull());
        QCOMPARE(stage.host.commands, QStringList{QStringLiteral("reset")});
        // The user starts again at once.
        stage.host.sayToken(QStringLiteral("u"));
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.tokens.size(), 2);
    }

    // The page ends with its attempt, and none loads before somebody asks for it.
    void inTheBrowserAPageIsForOneAttempt()
    {
        HostInBrowser host;
        CaptchaSession session;
        session.setOptions(ownPage());
        session.setHost(&host);
        QSignalSpy expirations(&session, &CaptchaSession::tokenExpired);
        QSignalSpy cancellations(&session, &CaptchaSession::cancelled);
        session.load();
        host.sayReady();
        host.sayToken(QStringLiteral("t"));
        QCOMPARE(session.state(), State::Solved);
        QCOMPARE(host.passes, 1);
        QCOMPARE(host.unloads, 1);
        Clock::advance(SmartCaptchaToken::Lifetime);
        EVENTUALLY_COMPARE(expirations.size(), 1);
        QCOMPARE(session.state(), State::Expired);
        settle();
        QCOMPARE(host.loads, 1);
        session.begin();
        QCOMPARE(host.loads, 2);
        host.sayReady();
        session.reset();
        QCOMPARE(cancellations.size(), 1);
        QCOMPARE(session.state(), State::Idle);
        session.load();
        host.sayReady();
        session.cancel();
        QCOMPARE(cancellations.size(), 2);
        QCOMPARE(session.state(), State::Idle);
        settle();
        QCOMPARE(host.loads, 3);
        QVERIFY(host.commands.isEmpty());
        QCOMPARE(host.passes, 1);
    }

    void inTheBrowserAnInvisibleCheckBeginsAnewWhenItHasExpired()
    {
        HostInBrowser host;
        CaptchaSession session;
        SmartCaptchaOptions options = ownPage();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        session.setOptions(options);
        session.setHost(&host);
        session.execute();
        host.sayReady();
        host.sayToken(QStringLiteral("t"));
        Clock::advance(SmartCaptchaToken::Lifetime);
        EVENTUALLY_COMPARE(session.state(), State::Expired);
        session.begin();
        QCOMPARE(host.loads, 2);
        host.sayReady();
        QCOMPARE(session.state(), State::Checking);
        QCOMPARE(host.commands.size(), 2);
    }

    void aPageThatIsReloadedStartsOver_data()
    {
        QTest::addColumn<bool>("isStandard");
        QTest::newRow("standard") << true;
        QTest::newRow("invisible") << false;
    }

    // By the person, in their browser.
    void aPageThatIsReloadedStartsOver()
    {
        QFETCH(bool, isStandard);
        HostInBrowser host;
        CaptchaSession session;
        SmartCaptchaOptions options = ownPage();
        options.setMode(isStandard ? SmartCaptchaOptions::Mode::Standard
                                   : SmartCaptchaOptions::Mode::Invisible);
        session.setOptions(options);
        session.setHost(&host);
        QSignalSpy hidings(&session, &CaptchaSession::challengeHidden);
        QSignalSpy cancellations(&session, &CaptchaSession::cancelled);
        QSignalSpy tokens(&session, &CaptchaSession::tokenReceived);
        if (isStandard)
            session.load();
        else
            session.execute();
        Q_EMIT host.reloaded(); // before it was ready
        QCOMPARE(session.state(), State::Loading);
        host.sayReady();
        host.say(QStringLiteral("challengeVisible"));
        QCOMPARE(session.state(), State::Challenge);
        Q_EMIT host.reloaded();
        QCOMPARE(hidings.size(), 1);
        QCOMPARE(session.state(), isStandard ? State::Loading : State::Checking);
        host.sayReady();
        QCOMPARE(session.state(), isStandard ? State::Ready : State::Checking);
        // It gets the commands again without help.
        QCOMPARE(host.commands.size(), isStandard ? 0 : 1);
        host.say(QStringLiteral("challengeVisible"));
        QCOMPARE(session.state(), State::Challenge);
        host.sayToken(QStringLiteral("t"));
        QCOMPARE(tokens.size(), 1);
        QVERIFY(cancellations.isEmpty());
        Q_EMIT host.reloaded();
        QCOMPARE(session.state(), State::Solved);
    }

    void endsWhenThePageIsFasterThanAnyPerson_data()
    {
        QTest::addColumn<QStringList>("messages");
        QTest::newRow("tokens") << QStringList{QStringLiteral("success")};
        QTest::newRow("expirations") << QStringList{QStringLiteral("success"),
                                                    QStringLiteral("tokenExpired")};
        QTest::newRow("challenges") << QStringList{QStringLiteral("challengeVisible"),
                                                   QStringLiteral("challengeHidden")};
    }

    void endsWhenThePageIsFasterThanAnyPerson()
    {
        QFETCH(QStringList, messages);
        Stage stage;
        stage.session->load();
        stage.host.sayReady();
        for (int i = 0; i < 300; ++i) {
            for (const QString &type : messages)
                stage.host.say(type, {{QStringLiteral("token"), QStringLiteral("token-%1").arg(i)}});
        }
        QCOMPARE(stage.lastError(), Code::ProtocolError);
        QVERIFY2(stage.tokens.size() <= 20, qPrintable(QString::number(stage.tokens.size())));
        QVERIFY(stage.shown.size() <= 20);
        QCOMPARE(stage.session->state(), State::Failed);
    }

    // Tokens may be shorter than everything that looks like one.
    void tellsNoTokenInAnError()
    {
        Stage stage;
        stage.session->load();
        stage.host.sayReady();
        stage.host.sayToken(QStringLiteral("short-token"));
        stage.session->reset();
        stage.host.sayReady();
        stage.host.say(QStringLiteral("javascriptError"),
                       {{QStringLiteral("message"), QStringLiteral("of short-token")}});
        QCOMPARE(stage.errors.size(), 1);
        const QString details = stage.errors.first().first().value<SmartCaptchaError>().details();
        QVERIFY2(details.startsWith(QLatin1String("of ")) && !details.contains(QLatin1String("short")),
                 qPrintable(details));
    }

    void aPageThatIsReloadedHasItsTime_data()
    {
        QTest::addColumn<bool>("isReady");
        QTest::newRow("loading") << false;
        QTest::newRow("checking") << true;
    }

    void aPageThatIsReloadedHasItsTime()
    {
        QFETCH(bool, isReady);
        HostInBrowser host;
        CaptchaSession session;
        SmartCaptchaOptions options = ownPage();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        options.setLoadTimeout(1000);
        session.setOptions(options);
        session.setHost(&host);
        QSignalSpy errors(&session, &CaptchaSession::errorOccurred);
        session.execute();
        if (isReady)
            host.sayReady();
        QElapsedTimer time;
        time.start();
        letPass(600, "part of the deadline");
        Q_EMIT host.reloaded();
        EVENTUALLY_COMPARE(errors.size(), 1);
        QVERIFY2(time.elapsed() > 1500, qPrintable(QString::number(time.elapsed())));
    }

    void aPageThatIsReloadedMayFail()
    {
        HostInBrowser host;
        CaptchaSession session;
        SmartCaptchaOptions options = ownPage();
        options.setMode(SmartCaptchaOptions::Mode::Invisible);
        session.setOptions(options);
        session.setHost(&host);
        QSignalSpy errors(&session, &CaptchaSession::errorOccurred);
        session.execute();
        host.sayReady();
        host.reload();
        host.say(QStringLiteral("networkError"));
        QCOMPARE(errors.size(), 1);
    }

    void expiresWhenThePageSaysSo_data()
    {
        QTest::addColumn<bool>("byEvent");
        QTest::newRow("event") << true;
        QTest::newRow("empty token") << false;
    }
    void expiresWhenThePageSaysSo()
    {
        QFETCH(bool, byEvent);
        Stage stage;
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        if (byEvent)
            stage.host.say(QStringLiteral("tokenExpired"));
        else
            stage.host.sayToken(QString());
        QCOMPARE(stage.session->state(), State::Expired);
        QCOMPARE(stage.expirations.size(), 1);
        QCOMPARE(stage.outcomes(), 1);
    }

    void failures_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<bool>("whileLoading");
        QTest::addColumn<Code>("code");
        const QJsonObject none;
        QTest::newRow("script") << QStringLiteral("scriptFailed") << none << true << Code::LoadFailed;
        QTest::newRow("network, loading")
            << QStringLiteral("networkError") << none << true << Code::NetworkError;
        QTest::newRow("network") << QStringLiteral("networkError") << none << false << Code::NetworkError;
        QTest::newRow("javascript") << QStringLiteral("javascriptError") << none << false
                                    << Code::JavascriptError;
        QTest::newRow("empty token") << QStringLiteral("success")
                                     << QJsonObject{{QStringLiteral("token"), QString()}} << false
                                     << Code::ProtocolError;
        QTest::newRow("long token") << QStringLiteral("success")
                                    << QJsonObject{{QStringLiteral("token"),
                                                    QString(PageMessage::MaximumTokenLength + 1,
                                                            QLatin1Char('t'))}}
                                    << false << Code::ProtocolError;
    }
    void failures()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, fields);
        QFETCH(bool, whileLoading);
        QFETCH(Code, code);
        Stage stage;
        stage.session->load();
        if (!whileLoading)
            stage.host.sayReady();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.host.say(type, fields);
        QCOMPARE(stage.session->state(), State::Failed);
        QCOMPARE(stage.lastError(), code);
        QCOMPARE(stage.session->error().code(), code);
        QCOMPARE(stage.outcomes(), 1);
        stage.session->reset();
        QCOMPARE(stage.session->state(), State::Loading);
        QCOMPARE(stage.host.loads, 2);
        QCOMPARE(stage.session->error().code(), Code::NoError);
    }

    void hostFailures_data()
    {
        QTest::addColumn<WebHost::Failure>("failure");
        QTest::addColumn<Code>("code");
        QTest::newRow("unreachable") << WebHost::Failure::Unreachable << Code::LoadFailed;
        QTest::newRow("load") << WebHost::Failure::Load << Code::LoadFailed;
        QTest::newRow("certificate") << WebHost::Failure::Certificate << Code::CertificateError;
        QTest::newRow("renderer") << WebHost::Failure::RenderProcessGone << Code::RenderProcessGone;
        QTest::newRow("engine") << WebHost::Failure::Unavailable << Code::WebEngineUnavailable;
    }
    void hostFailures()
    {
        QFETCH(WebHost::Failure, failure);
        QFETCH(Code, code);
        Stage stage;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.session->load();
        Q_EMIT stage.host.failed(failure, QStringLiteral("because"));
        QCOMPARE(stage.lastError(), code);
        QCOMPARE(stage.session->error().details(), QStringLiteral("because"));
        QCOMPARE(stage.outcomes(), 1);
        Q_EMIT stage.host.failed(failure, QStringLiteral("again"));
        QCOMPARE(stage.outcomes(), 1);
    }

    void rendererLostAfterSolvingKeepsTheToken()
    {
        Stage stage;
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        Q_EMIT stage.host.failed(WebHost::Failure::RenderProcessGone, QString());
        QCOMPARE(stage.session->state(), State::Solved);
        QVERIFY(!stage.session->token().isNull());
        stage.session->reset();
        QCOMPARE(stage.host.loads, 2);
    }

    void readyPageGoesOnToTheNextAddress()
    {
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        const QList<QUrl> addresses{QUrl(QStringLiteral("https://one.example")),
                                    QUrl(QStringLiteral("https://two.example"))};
        options.setService(SmartCaptchaService(addresses));
        Stage stage(options);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Not reachable")));
        stage.session->load();
        QCOMPARE(stage.host.loaded.url().host(), QStringLiteral("one.example"));
        Q_EMIT stage.host.failed(WebHost::Failure::Unreachable, QString());
        QCOMPARE(stage.host.loaded.url().host(), QStringLiteral("two.example"));
        QCOMPARE(stage.session->state(), State::Loading);
        stage.host.sayReady();
        QCOMPARE(stage.outcomes(), 0);
        // Remembered for the lifetime of the process.
        QCOMPARE(options.service().webviewUrl().host(), QStringLiteral("two.example"));
        // An address whose page answered is not abandoned for the next one.
        stage.session->load();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        Q_EMIT stage.host.failed(WebHost::Failure::Load, QString());
        QCOMPARE(stage.lastError(), Code::LoadFailed);
    }

    void scriptAddressIsRemembered()
    {
        SmartCaptchaOptions options = ownPage();
        options.setService(SmartCaptchaService(
            {QUrl(QStringLiteral("https://one.example")), QUrl(QStringLiteral("https://two.example"))}));
        Stage stage(options);
        stage.session->load();
        stage.host.say(QStringLiteral("scriptLoaded"), {{QStringLiteral("address"), 1}});
        QCOMPARE(options.service().scriptUrl().host(), QStringLiteral("two.example"));
        stage.host.say(QStringLiteral("scriptLoaded"), {{QStringLiteral("address"), 99}});
        QCOMPARE(options.service().scriptUrl().host(), QStringLiteral("two.example"));

        // The numbers refer to the order of addresses when the page was made, whatever was learned since.
        ReachableAddress::forgetAll();
        Stage first(options);
        first.session->load();
        stage.session->load();
        first.host.say(QStringLiteral("scriptLoaded"), {{QStringLiteral("address"), 1}});
        stage.host.say(QStringLiteral("scriptLoaded"), {{QStringLiteral("address"), 1}});
        QCOMPARE(options.service().scriptUrl().host(), QStringLiteral("two.example"));

        // Also when another session learns of an address between loading and the message.
        ReachableAddress::forgetAll();
        stage.session->load();
        QCOMPARE(stage.host.loaded.addresses(), options.service().baseUrls());
        options.service().noteReachable(QUrl(QStringLiteral("https://two.example")));
        stage.host.say(QStringLiteral("scriptLoaded"), {{QStringLiteral("address"), 0}});
        QCOMPARE(options.service().scriptUrl().host(), QStringLiteral("one.example"));
    }

    void aPageOfTheApplicationsOwnTeachesNoAddress()
    {
        SmartCaptchaOptions options = ownPage();
        options.setService(SmartCaptchaService(
            {QUrl(QStringLiteral("https://one.example")), QUrl(QStringLiteral("https://two.example"))}));
        options.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        options.setPageUrl(QUrl(QStringLiteral("https://shop.example/captcha")));
        Stage stage(options);
        stage.session->load();
        stage.host.say(QStringLiteral("scriptLoaded"), {{QStringLiteral("address"), 1}});
        QCOMPARE(options.service().scriptUrl().host(), QStringLiteral("one.example"));
    }

    void messagesWithoutEndEndTheAttempt()
    {
        Stage stage(ownPage());
        stage.session->load();
        stage.host.say(QStringLiteral("ready"), {{QStringLiteral("controllable"), true}});
        QCOMPARE(stage.session->state(), State::Ready);
        const auto resize = [&](int times) {
            for (int number = 0; number < times; ++number)
                stage.host.say(
                    QStringLiteral("size"),
                    {{QStringLiteral("width"), 300}, {QStringLiteral("height"), 100 + number % 7}});
        };
        resize(500); // an animation
        QCOMPARE(stage.session->state(), State::Ready);
        resize(2000);
        QCOMPARE(stage.session->state(), State::Failed);
        QCOMPARE(stage.lastError(), Code::ProtocolError);
    }

    void deadlines_data()
    {
        QTest::addColumn<int>("where");
        QTest::addColumn<Code>("code");
        QTest::newRow("loading") << 0 << Code::LoadTimeout;
        QTest::newRow("checking") << 1 << Code::ChallengeTimeout;
        QTest::newRow("challenge") << 2 << Code::ChallengeTimeout;
    }
    void deadlines()
    {
        QFETCH(int, where);
        QFETCH(Code, code);
        SmartCaptchaOptions options = ownPage();
        options.setLoadTimeout(where == 2 ? 60000 : 30);
        options.setChallengeTimeout(30);
        Stage stage(options);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.session->load();
        if (where > 0)
            stage.host.sayReady();
        if (where == 1)
            stage.session->execute();
        if (where == 2)
            stage.host.say(QStringLiteral("challengeVisible"));
        EVENTUALLY_COMPARE(stage.errors.size(), 1);
        QCOMPARE(stage.lastError(), code);
        QCOMPARE(stage.session->state(), State::Failed);
        if (where == 0)
            QVERIFY(stage.session->error().details().contains(QLatin1String("https://shop.example")));
    }

    void silenceMayMeanASiteThatIsNotAllowed_data()
    {
        QTest::addColumn<SmartCaptchaOptions>("options");
        QTest::addColumn<bool>("checking");
        QTest::addColumn<QString>("site");
        SmartCaptchaOptions own = ownPage();
        own.setPageOrigin(QUrl(QStringLiteral("https://shop.example:8443")));
        SmartCaptchaOptions ready = own;
        ready.setPageSource(SmartCaptchaOptions::PageSource::ServicePage);
        SmartCaptchaOptions custom = own;
        custom.setPageSource(SmartCaptchaOptions::PageSource::CustomPage);
        custom.setPageUrl(QUrl(QStringLiteral("https://forms.example/captcha")));
        for (const bool checking : {false, true}) {
            const char *when = checking ? "checking" : "loading";
            QTest::addRow("own page, %s", when) << own << checking << QStringLiteral("shop.example");
            QTest::addRow("service page, %s", when)
                << ready << checking << ready.service().webviewUrl().host();
            QTest::addRow("custom page, %s", when) << custom << checking << QStringLiteral("forms.example");
        }
    }

    // The service does not report a site that is not allowed, so the error's details name the site, and the
    // hosts to use for tests.
    void silenceMayMeanASiteThatIsNotAllowed()
    {
        QFETCH(SmartCaptchaOptions, options);
        QFETCH(bool, checking);
        QFETCH(QString, site);
        options.setLoadTimeout(30);
        Stage stage(options);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.session->load();
        if (checking) {
            stage.host.sayReady();
            stage.session->execute();
        }
        EVENTUALLY_COMPARE(stage.errors.size(), 1);
        const SmartCaptchaError error = stage.session->error();
        QCOMPARE(error.code(), checking ? Code::ChallengeTimeout : Code::LoadTimeout);
        const QString part = QStringLiteral("must have \"%1\" among its hosts").arg(site);
        QVERIFY2(error.details().contains(part), qPrintable(error.details()));
        QVERIFY2(error.details().contains(QLatin1String("localhost or 127.0.0.1")),
                 qPrintable(error.details()));
        for (const QString &word : {site, QStringLiteral("localhost"), QStringLiteral("host")})
            QVERIFY2(!error.userMessage().contains(word), qPrintable(error.userMessage()));
    }

    void deadlinesWaitWhileTheHostIsPaused_data() { deadlines_data(); }
    void deadlinesWaitWhileTheHostIsPaused()
    {
        QFETCH(int, where);
        QFETCH(Code, code);
        SmartCaptchaOptions options = ownPage();
        options.setLoadTimeout(where == 2 ? 60000 : 50);
        options.setChallengeTimeout(50);
        Stage stage(options, {5, 1000});
        stage.session->load();
        if (where > 0)
            stage.host.sayReady();
        if (where == 1)
            stage.session->execute();
        if (where == 2)
            stage.host.sayChallenge(true);
        const State state = stage.session->state();
        stage.host.setPaused(true);
        letPass(200, "the deadline would have passed");
        QCOMPARE(stage.session->state(), state);
        // Now there is a little time for what happened during the pause to arrive, and no more.
        stage.host.setPaused(false);
        QElapsedTimer sinceResumed;
        sinceResumed.start();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        EVENTUALLY_COMPARE(stage.errors.size(), 1);
        QCOMPARE(stage.lastError(), code);
        // Coarse timers may fire up to five percent early.
        QVERIFY2(sinceResumed.elapsed() >= 900, qPrintable(QString::number(sinceResumed.elapsed())));
    }

    void deadlinesBegunInAPause()
    {
        SmartCaptchaOptions options = ownPage();
        options.setLoadTimeout(30);
        options.setChallengeTimeout(30);
        Stage stage(options, {5, 100000});
        stage.host.setPaused(true);
        stage.session->load();
        letPass(100, "the deadline would have passed");
        QCOMPARE(stage.session->state(), State::Loading);
        // Messages that were already on their way.
        stage.host.sayReady();
        stage.host.sayChallenge(true);
        letPass(100, "the deadline would have passed");
        QCOMPARE(stage.session->state(), State::Challenge);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        // The deadline started during the pause, so no time is added to it.
        stage.host.setPaused(false);
        EVENTUALLY_COMPARE(stage.lastError(), Code::ChallengeTimeout);
    }

    void aDeadlineGoesOnWithWhatWasLeft()
    {
        Stage stage(ownPage(), {5, 10});
        stage.session->load();
        stage.host.setPaused(true);
        stage.host.setPaused(false);
        letPass(200, "the deadline would have passed");
        QCOMPARE(stage.session->state(), State::Loading);
    }

    void solvedInAPause()
    {
        SmartCaptchaOptions options = ownPage();
        options.setChallengeTimeout(30);
        Stage stage(options);
        stage.makeReady();
        stage.host.sayChallenge(true);
        // The challenge has closed, and the token has not arrived yet.
        stage.host.sayChallenge(false);
        stage.host.setPaused(true);
        letPass(100, "the deadline would have passed");
        QCOMPARE(stage.session->state(), State::Challenge);
        stage.host.setPaused(false);
        letPass(100, "the deadline would have passed");
        QCOMPARE(stage.outcomes(), 0);
        stage.host.sayToken(QStringLiteral("t"));
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.outcomes(), 1);
    }

    void aTokenGrowsOldInAPause()
    {
        Stage stage;
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        stage.host.setPaused(true);
        Clock::advance(SmartCaptchaToken::Lifetime);
        // At once, not at the next tick.
        stage.host.setPaused(false);
        QCOMPARE(stage.expirations.size(), 1);
        QCOMPARE(stage.session->state(), State::Expired);
        // A token that is still valid stays.
        stage.host.sayToken(QStringLiteral("u"));
        stage.host.setPaused(true);
        stage.host.setPaused(false);
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.expirations.size(), 1);
    }

    void losingAPausedHost_data()
    {
        QTest::addColumn<bool>("exchanged");
        QTest::newRow("exchanged") << true;
        QTest::newRow("destroyed") << false;
    }
    void losingAPausedHost()
    {
        QFETCH(bool, exchanged);
        SmartCaptchaOptions options = ownPage();
        options.setLoadTimeout(30);
        Stage stage(options, {5, 10});
        auto paused = std::make_unique<ScriptedPage<>>();
        paused->setPaused(true);
        stage.session->setHost(paused.get());
        stage.session->load();
        letPass(100, "the deadline would have passed");
        QCOMPARE(stage.session->state(), State::Loading);
        if (exchanged) {
            stage.session->setHost(&stage.host);
            QCOMPARE(stage.cancellations.size(), 1);
            stage.session->load();
        } else {
            paused.reset();
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        EVENTUALLY_COMPARE(stage.lastError(), Code::LoadTimeout);
        stage.session->setHost(&stage.host);
    }

    void readyWaitsAsLongAsThePersonLikes()
    {
        SmartCaptchaOptions options = ownPage();
        options.setLoadTimeout(10);
        options.setChallengeTimeout(10);
        Stage stage(options);
        stage.makeReady();
        letPass(60, "the deadlines would have passed");
        QCOMPARE(stage.session->state(), State::Ready);
        QCOMPARE(stage.outcomes(), 0);
    }

    void badOptionsFailAfterTheCallReturned()
    {
        Stage stage{SmartCaptchaOptions()};
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.session->execute();
        QCOMPARE(stage.errors.size(), 0);
        EVENTUALLY_COMPARE(stage.errors.size(), 1);
        QCOMPARE(stage.lastError(), Code::InvalidOptions);
        QVERIFY(stage.session->error().details().contains(QLatin1String("no site key")));
        QCOMPARE(stage.host.loads, 0);
        QCOMPARE(stage.outcomes(), 1);
    }

    void cancelInEveryState()
    {
        Stage stage;
        stage.session->cancel();
        QCOMPARE(stage.outcomes(), 0);
        stage.session->load();
        stage.session->cancel();
        QCOMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.session->state(), State::Idle);
        stage.makeReady();
        stage.session->cancel();
        QCOMPARE(stage.cancellations.size(), 2);
        QCOMPARE(stage.session->state(), State::Ready);
        stage.session->execute();
        stage.session->cancel();
        QCOMPARE(stage.cancellations.size(), 3);
        stage.host.sayToken(QStringLiteral("t"));
        stage.session->cancel();
        QCOMPARE(stage.cancellations.size(), 3);
        QCOMPARE(stage.session->state(), State::Solved);
    }

    void pageThatCannotBeCommandedIsLoadedAnew()
    {
        Stage stage(SmartCaptchaOptions(QStringLiteral("ysc1_test")));
        stage.session->load();
        stage.host.sayReady(false);
        stage.host.sayToken(QStringLiteral("t"));
        stage.session->execute();
        QCOMPARE(stage.host.loads, 2);
        QCOMPARE(stage.session->state(), State::Loading);
    }

    void appearanceReachesThePage()
    {
        Stage stage;
        stage.makeReady();
        stage.session->setAppearance({true, QStringLiteral("#202020")});
        QCOMPARE(stage.host.lastCommand.value(QLatin1String("theme")).toString(), QStringLiteral("dark"));
        QCOMPARE(stage.host.lastCommand.value(QLatin1String("background")).toString(),
                 QStringLiteral("#202020"));
        // Changing the appearance does not start a new attempt.
        stage.host.sayToken(QStringLiteral("t"));
        QCOMPARE(stage.tokens.size(), 1);
    }

    void theHostKnowsWhatIsExpected()
    {
        using Expectation = WebHost::Expectation;
        Stage stage;
        stage.session->load();
        QCOMPARE(stage.host.expectation, Expectation::Answer);
        stage.host.sayReady();
        QCOMPARE(stage.host.expectation, Expectation::Press);
        stage.session->execute();
        QCOMPARE(stage.host.expectation, Expectation::Answer);
        stage.host.sayChallenge(true);
        QCOMPARE(stage.host.expectation, Expectation::Answer);
        stage.host.sayToken(QStringLiteral("t"));
        QCOMPARE(stage.host.expectation, Expectation::Nothing);
        Clock::advance(SmartCaptchaToken::Lifetime);
        EVENTUALLY_COMPARE(stage.session->state(), State::Expired);
        QCOMPARE(stage.host.expectation, Expectation::Press);
        stage.host.sayToken(QStringLiteral("u"));
        QCOMPARE(stage.host.expectation, Expectation::Nothing);
        stage.session->reset();
        QCOMPARE(stage.host.expectation, Expectation::Press);
        stage.host.sayToken(QStringLiteral("v"));
        stage.session->load();
        QCOMPARE(stage.host.expectation, Expectation::Answer);
        stage.session->unload();
        QCOMPARE(stage.host.expectation, Expectation::Nothing);
    }

    void losingTheHost()
    {
        auto host = std::make_unique<ScriptedPage<>>();
        CaptchaSession session;
        QSignalSpy errors(&session, &CaptchaSession::errorOccurred);
        session.setOptions(ownPage());
        session.setHost(host.get());
        session.load();
        host->sayReady();
        host.reset();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        session.execute();
        QCOMPARE(session.state(), State::Loading);
        EVENTUALLY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().first().value<SmartCaptchaError>().code(), Code::WebEngineUnavailable);
    }

    // A slot of each signal in turn deletes the session.
    void deletedInASlot_data()
    {
        QTest::addColumn<int>("signal");
        for (int i = 0; i < 7; ++i)
            QTest::addRow("%d", i) << i;
    }
    void deletedInASlot()
    {
        QFETCH(int, signal);
        Stage stage;
        CaptchaSession *session = stage.session.get();
        const QPointer<CaptchaSession> alive(session);
        const auto drop = [&stage] { stage.session.reset(); };
        switch (signal) {
        case 0:
            QObject::connect(session, &CaptchaSession::stateChanged, session, drop);
            break;
        case 1:
            QObject::connect(session, &CaptchaSession::ready, session, drop);
            break;
        case 2:
            QObject::connect(session, &CaptchaSession::challengeShown, session, drop);
            break;
        case 3:
            QObject::connect(session, &CaptchaSession::challengeHidden, session, drop);
            break;
        case 4:
            QObject::connect(session, &CaptchaSession::tokenReceived, session, drop);
            break;
        case 5:
            QObject::connect(session, &CaptchaSession::tokenExpired, session, drop);
            break;
        case 6:
            QObject::connect(session, &CaptchaSession::cancelled, session, drop);
            break;
        }
        session->load();
        if (alive)
            stage.host.sayReady();
        if (alive)
            stage.host.say(QStringLiteral("challengeVisible"));
        if (alive)
            stage.host.sayToken(QStringLiteral("t"));
        if (alive)
            stage.host.say(QStringLiteral("tokenExpired"));
        if (alive)
            session->execute();
        if (alive)
            session->cancel();
        QVERIFY(!alive);
    }

    void resetInASlotOfEachOutcome()
    {
        Stage stage;
        int resets = 0;
        QObject::connect(stage.session.get(), &CaptchaSession::tokenReceived, stage.session.get(), [&] {
            ++resets;
            stage.session->reset();
        });
        QObject::connect(stage.session.get(), &CaptchaSession::cancelled, stage.session.get(), [&] {
            ++resets;
            stage.session->execute();
        });
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        QCOMPARE(stage.session->state(), State::Ready);
        stage.session->execute();
        stage.session->cancel();
        QCOMPARE(stage.session->state(), State::Checking);
        QCOMPARE(resets, 2);
        QCOMPARE(stage.outcomes(), 2);
    }

    void slotsOfReadyAreObeyed_data()
    {
        QTest::addColumn<bool>("inReady");
        QTest::addColumn<int>("call");
        const char *const calls[] = {"cancel", "reset", "load"};
        for (int call = 0; call < 3; ++call) {
            QTest::addRow("stateChanged, %s", calls[call]) << false << call;
            QTest::addRow("ready, %s", calls[call]) << true << call;
        }
    }
    void slotsOfReadyAreObeyed()
    {
        QFETCH(bool, inReady);
        QFETCH(int, call);
        Stage stage;
        bool called = false;
        const auto slot = [&] {
            if (called || stage.session->state() != State::Ready)
                return;
            called = true;
            if (call == 0)
                stage.session->cancel();
            else if (call == 1)
                stage.session->reset();
            else
                stage.session->load();
        };
        if (inReady)
            QObject::connect(stage.session.get(), &CaptchaSession::ready, stage.session.get(), slot);
        else
            QObject::connect(stage.session.get(), &CaptchaSession::stateChanged, stage.session.get(), slot);
        stage.session->execute();
        stage.host.sayReady();
        QVERIFY(called);
        if (call == 2) {
            // The attempt now waits for the new page.
            QCOMPARE(stage.session->state(), State::Loading);
            QCOMPARE(stage.outcomes(), 0);
            QVERIFY(!stage.host.commands.contains(QLatin1String("execute")));
            stage.host.sayReady();
            QCOMPARE(stage.session->state(), State::Checking);
            QCOMPARE(stage.host.commands.last(), QStringLiteral("execute"));
            stage.host.sayToken(QStringLiteral("t"));
            QCOMPARE(stage.tokens.size(), 1);
            QCOMPARE(stage.outcomes(), 1);
            return;
        }
        QCOMPARE(stage.session->state(), State::Ready);
        QCOMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.outcomes(), 1);
        QVERIFY(!stage.host.commands.contains(QLatin1String("execute")));
    }

    void executeEndsWithThePageThatItWaitsFor_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("unload") << 0;
        QTest::newRow("exchanged host") << 1;
        QTest::newRow("no host") << 2;
    }
    void executeEndsWithThePageThatItWaitsFor()
    {
        QFETCH(int, how);
        ScriptedPage<> other;
        Stage stage;
        stage.session->execute();
        if (how == 0)
            stage.session->unload();
        else
            stage.session->setHost(how == 1 ? &other : nullptr);
        QCOMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.outcomes(), 1);
        QCOMPARE(stage.session->state(), State::Idle);
        stage.session->setHost(&stage.host);
        stage.makeReady();
        QCOMPARE(stage.session->state(), State::Ready);
        QVERIFY(stage.host.commands.isEmpty());
    }

    void whatNobodyAskedForIsDroppedWithoutAWord()
    {
        Stage stage;
        stage.session->offer();
        stage.host.sayReady();
        stage.session->unload();
        QCOMPARE(stage.outcomes(), 0);
        // This time an attempt was requested before unloading.
        stage.session->offer();
        stage.session->load();
        stage.session->unload();
        QCOMPARE(stage.cancellations.size(), 1);
        // An explicit cancel() is reported all the same.
        stage.session->offer();
        stage.session->cancel();
        QCOMPARE(stage.cancellations.size(), 2);
    }

    void pressedAfterExpiryItMayFail_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<Code>("code");
        QTest::newRow("network") << QStringLiteral("networkError") << Code::NetworkError;
        QTest::newRow("script") << QStringLiteral("javascriptError") << Code::JavascriptError;
    }
    void pressedAfterExpiryItMayFail()
    {
        QFETCH(QString, type);
        QFETCH(Code, code);
        Stage stage;
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        stage.host.say(QStringLiteral("tokenExpired"));
        QCOMPARE(stage.session->state(), State::Expired);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        stage.host.say(type);
        QCOMPARE(stage.session->state(), State::Failed);
        QCOMPARE(stage.lastError(), code);
        QCOMPARE(stage.outcomes(), 2);
    }

    void rendererLostWithATokenComesBackAtItsEnd()
    {
        Stage stage;
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("t"));
        Q_EMIT stage.host.failed(WebHost::Failure::RenderProcessGone, QString());
        QCOMPARE(stage.session->token().value(), QStringLiteral("t"));
        QCOMPARE(stage.host.loads, 1);
        Clock::advance(SmartCaptchaToken::Lifetime);
        EVENTUALLY_COMPARE(stage.expirations.size(), 1);
        QCOMPARE(stage.states.at(stage.states.size() - 2).first().value<State>(), State::Expired);
        QCOMPARE(stage.session->state(), State::Loading);
        QCOMPARE(stage.host.loads, 2);
        stage.host.sayReady();
        QCOMPARE(stage.session->state(), State::Ready);
        stage.host.sayToken(QStringLiteral("u"));
        QCOMPARE(stage.tokens.size(), 2);
        // If it crashes again right away, the attempt has failed.
        Q_EMIT stage.host.failed(WebHost::Failure::RenderProcessGone, QString());
        stage.host.setPaused(true);
        Clock::advance(SmartCaptchaToken::Lifetime);
        stage.host.setPaused(false);
        QCOMPARE(stage.session->state(), State::Loading);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("The captcha failed")));
        Q_EMIT stage.host.failed(WebHost::Failure::RenderProcessGone, QString());
        QCOMPARE(stage.session->state(), State::Failed);
        QCOMPARE(stage.lastError(), Code::RenderProcessGone);
        QCOMPARE(stage.host.loads, 3);
    }

    void pageThatCannotBeCommandedIsNeverReset_data()
    {
        QTest::addColumn<SmartCaptchaOptions::Mode>("mode");
        QTest::addColumn<int>("how");
        QTest::addColumn<State>("state");
        using Mode = SmartCaptchaOptions::Mode;
        QTest::newRow("cancel") << Mode::Standard << 0 << State::Loading;
        QTest::newRow("expiry") << Mode::Standard << 1 << State::Loading;
        QTest::newRow("reset") << Mode::Standard << 2 << State::Loading;
        // After a reload, such a page would start a check by itself.
        QTest::newRow("cancel, invisible") << Mode::Invisible << 0 << State::Idle;
        QTest::newRow("expiry, invisible") << Mode::Invisible << 1 << State::Expired;
        QTest::newRow("reset, invisible") << Mode::Invisible << 2 << State::Loading;
    }
    void pageThatCannotBeCommandedIsNeverReset()
    {
        QFETCH(SmartCaptchaOptions::Mode, mode);
        QFETCH(int, how);
        QFETCH(State, state);
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        options.setMode(mode);
        Stage stage(options);
        stage.session->load();
        stage.host.sayReady(false);
        if (how == 1) {
            stage.host.sayToken(QStringLiteral("t"));
            stage.host.say(QStringLiteral("tokenExpired"));
            QCOMPARE(stage.expirations.size(), 1);
        } else {
            stage.host.sayChallenge(true);
            if (how == 0)
                stage.session->cancel();
            else
                stage.session->reset();
            QCOMPARE(stage.cancellations.size(), 1);
        }
        QCOMPARE(stage.session->state(), state);
        QCOMPARE(stage.host.loads, state == State::Loading ? 2 : 1);
        QVERIFY(stage.host.commands.isEmpty());
        QCOMPARE(stage.outcomes(), 1);
        stage.session->execute();
        stage.host.sayReady(false);
        QCOMPARE(stage.session->state(), State::Checking);
    }

    void aNewerTokenReplacesTheOld()
    {
        Stage stage;
        QSignalSpy changes(stage.session.get(), &CaptchaSession::tokenChanged);
        stage.makeReady();
        stage.host.sayToken(QStringLiteral("old"));
        QCOMPARE(changes.size(), 1);
        stage.host.setPaused(true);
        Clock::advance(SmartCaptchaToken::Lifetime / 2);
        const qsizetype states = stage.states.size();
        stage.host.sayToken(QStringLiteral("new"));
        QCOMPARE(stage.session->token().value(), QStringLiteral("new"));
        QCOMPARE(stage.tokens.size(), 2);
        QCOMPARE(stage.tokens.last().first().value<SmartCaptchaToken>().value(), QStringLiteral("new"));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(stage.states.size(), states);
        // The same token again is ignored, and so is an invalid one.
        stage.host.sayToken(QStringLiteral("new"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Ignored a newer token")));
        stage.host.sayToken(QString(PageMessage::MaximumTokenLength + 1, QLatin1Char('t')));
        QCOMPARE(stage.outcomes(), 2);
        QCOMPARE(stage.session->token().value(), QStringLiteral("new"));
        // The new token has a lifetime of its own.
        Clock::advance(SmartCaptchaToken::Lifetime / 2 + 1);
        stage.host.setPaused(false);
        QCOMPARE(stage.session->state(), State::Solved);
        stage.host.setPaused(true);
        Clock::advance(SmartCaptchaToken::Lifetime / 2);
        stage.host.setPaused(false);
        QCOMPARE(stage.session->state(), State::Expired);
        QCOMPARE(changes.size(), 3);
        QVERIFY(stage.session->token().isNull());
    }

    void aTokenOfAnEarlierAttemptReplacesNone()
    {
        Stage stage;
        stage.makeReady();
        const QString late = stage.host.message(QStringLiteral("success"),
                                                {{QStringLiteral("token"), QStringLiteral("late")}});
        stage.session->execute();
        stage.host.sayToken(QStringLiteral("t"));
        Q_EMIT stage.host.messageArrived(late);
        QCOMPARE(stage.session->token().value(), QStringLiteral("t"));
        QCOMPARE(stage.tokens.size(), 1);
    }

    // Like a message box in a slot, during which the user goes on in the page.
    void eventLoopInASlotOfTheCancellation_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("stateChanged") << 0;
        QTest::newRow("challengeHidden") << 1;
        QTest::newRow("cancelled") << 2;
    }
    void eventLoopInASlotOfTheCancellation()
    {
        QFETCH(int, signal);
        Stage stage;
        stage.makeReady();
        QStringList order;
        const auto box = [&] {
            stage.host.sayChallenge(true);
            stage.host.sayToken(QStringLiteral("meanwhile"));
        };
        CaptchaSession *const session = stage.session.get();
        QObject::connect(session, &CaptchaSession::stateChanged, session, [&](State state) {
            order << QStringLiteral("state %1").arg(int(state));
            if (signal == 0 && state == State::Cancelled)
                box();
        });
        bool once = false;
        QObject::connect(session, &CaptchaSession::challengeHidden, session, [&] {
            order << QStringLiteral("hidden");
            if (signal == 1 && !once) {
                once = true;
                box();
            }
        });
        QObject::connect(session, &CaptchaSession::cancelled, session, [&] {
            order << QStringLiteral("cancelled");
            if (signal == 2)
                box();
        });
        QObject::connect(session, &CaptchaSession::challengeShown, session,
                         [&] { order << QStringLiteral("shown"); });
        QObject::connect(session, &CaptchaSession::tokenReceived, session,
                         [&] { order << QStringLiteral("token"); });
        stage.host.sayChallenge(true);
        stage.session->cancel();
        QCOMPARE(stage.session->state(), State::Solved);
        QCOMPARE(stage.session->token().value(), QStringLiteral("meanwhile"));
        QCOMPARE(order,
                 (QStringList{QStringLiteral("state 4"), QStringLiteral("shown"), QStringLiteral("state 8"),
                              QStringLiteral("hidden"), QStringLiteral("cancelled"),
                              QStringLiteral("state 2"), QStringLiteral("state 4"), QStringLiteral("shown"),
                              QStringLiteral("state 5"), QStringLiteral("hidden"), QStringLiteral("token")}));
    }

    void cancellingInItsOwnSlotIsNoSecondTime_data()
    {
        QTest::addColumn<bool>("controllable");
        QTest::newRow("controllable") << true;
        QTest::newRow("not controllable") << false;
    }
    void cancellingInItsOwnSlotIsNoSecondTime()
    {
        QFETCH(bool, controllable);
        Stage stage;
        QObject::connect(stage.session.get(), &CaptchaSession::cancelled, stage.session.get(),
                         [&] { stage.session->cancel(); });
        stage.session->load();
        stage.host.sayReady(controllable);
        stage.host.sayChallenge(true);
        stage.session->cancel();
        QCOMPARE(stage.cancellations.size(), 1);
        QCOMPARE(stage.session->state(), controllable ? State::Ready : State::Loading);
    }
};

QTEST_GUILESS_MAIN(tst_session)
#include "tst_session.moc"
