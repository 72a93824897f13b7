// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchascriptedengine.h"

#include "captcha/engine/webhost.h"
#include "engines/scripted/scriptedengine.h"
#include "person/captchainaform.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>

#include <functional>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;
using SmartCaptcha::State;

namespace {

constexpr std::chrono::milliseconds patience = 5s;

QString pageGone()
{
    return QStringLiteral("The captcha has no page any more.");
}

} // namespace

class SmartCaptchaScriptedEnginePrivate {
public:
    // A page in which something can happen.
    ScriptedPart *pageOf(CaptchaInAForm &captcha)
    {
        if (!captcha.begin())
            return nullptr;
        const State state = captcha.state();
        if (state == State::Idle || state == State::Failed)
            captcha.call("load");
        const auto usable = [&captcha] {
            switch (captcha.state()) {
            case State::Ready:
            case State::Checking:
            case State::Challenge:
            case State::Solved:
            case State::Expired:
                return true;
            default:
                return false;
            }
        };
        if (!captcha.await(usable, QStringLiteral("ready"), patience))
            return nullptr;
        ScriptedPart *const part = ScriptedEngine::partOf(captcha.object());
        if (!part)
            captcha.fail(QStringLiteral("The captcha loaded its page before there was a scripted engine."));
        return part;
    }

    bool say(CaptchaInAForm &captcha, const QString &type, const QJsonObject &fields,
             const std::function<bool()> &reached, const QString &what)
    {
        ScriptedPart *const page = pageOf(captcha);
        bool done = page && (page->say(type, fields) || captcha.fail(pageGone()));
        done = done && captcha.await(reached, what, patience);
        problem = captcha.problem();
        return done;
    }

    QString problem;
};

SmartCaptchaScriptedEngine::SmartCaptchaScriptedEngine()
    : d(std::make_unique<SmartCaptchaScriptedEnginePrivate>())
{
    ScriptedEngine::setInUse(true);
}

SmartCaptchaScriptedEngine::~SmartCaptchaScriptedEngine()
{
    ScriptedEngine::setInUse(false);
}

bool SmartCaptchaScriptedEngine::giveToken(QObject *captcha, const QString &token)
{
    CaptchaInAForm form(captcha);
    if (token.isEmpty() || (form.begin() && form.token() == token)) {
        d->problem = token.isEmpty() ? QStringLiteral("An empty token is none.")
                                     : QStringLiteral("The captcha has this token already.");
        return false;
    }
    return d->say(
        form, QStringLiteral("success"), {{QStringLiteral("token"), token}},
        [&form, &token] { return form.tokens().contains(token); }, QStringLiteral("Solved"));
}

bool SmartCaptchaScriptedEngine::showChallenge(QObject *captcha)
{
    CaptchaInAForm form(captcha);
    return d->say(
        form, QStringLiteral("challengeVisible"), {}, [&form] { return form.wasIn(State::Challenge); },
        QStringLiteral("Challenge"));
}

bool SmartCaptchaScriptedEngine::closeChallenge(QObject *captcha)
{
    CaptchaInAForm form(captcha);
    if (form.begin() && form.state() != State::Challenge) {
        d->problem = QStringLiteral("No challenge is open.");
        return false;
    }
    return d->say(
        form, QStringLiteral("challengeHidden"), {}, [&form] { return form.wasCancelled(); },
        QStringLiteral("Cancelled"));
}

bool SmartCaptchaScriptedEngine::expireToken(QObject *captcha)
{
    CaptchaInAForm form(captcha);
    return d->say(
        form, QStringLiteral("tokenExpired"), {}, [&form] { return form.wasIn(State::Expired); },
        QStringLiteral("Expired"));
}

bool SmartCaptchaScriptedEngine::fail(QObject *captcha, SmartCaptchaError::Code code)
{
    using Code = SmartCaptchaError::Code;
    CaptchaInAForm form(captcha);
    ScriptedPart *const page = d->pageOf(form);
    bool said = false;
    if (page && form.state() == State::Solved) {
        form.fail(QStringLiteral("The captcha has a token, and keeps it whatever happens to its page."));
    } else if (page) {
        switch (code) {
        case Code::LoadFailed:
            said = page->fail(WebHost::Failure::Load);
            break;
        case Code::CertificateError:
            said = page->fail(WebHost::Failure::Certificate);
            break;
        case Code::RenderProcessGone:
            said = page->fail(WebHost::Failure::RenderProcessGone);
            break;
        case Code::WebEngineUnavailable:
            said = page->fail(WebHost::Failure::Unavailable);
            break;
        case Code::NetworkError:
            said = page->say(QStringLiteral("networkError"), {});
            break;
        case Code::JavascriptError:
            said = page->say(QStringLiteral("javascriptError"), {});
            break;
        default:
            form.fail(QStringLiteral("A page cannot fail with this error."));
            break;
        }
    }
    if (!said && form.problem().isEmpty())
        form.fail(pageGone());
    const bool done =
        said && form.await([&form] { return form.wasIn(State::Failed); }, QStringLiteral("Failed"), patience);
    d->problem = form.problem();
    return done;
}

QString SmartCaptchaScriptedEngine::problem() const
{
    return d->problem;
}
