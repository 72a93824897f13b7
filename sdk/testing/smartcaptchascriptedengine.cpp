// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "smartcaptchascriptedengine.h"

#include "captcha/engine/webhost.h"
#include "engines/scripted/scriptedengine.h"
#include "person/captchainaform.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>

using namespace SmartCaptcha::Internal;
using namespace std::chrono_literals;
using SmartCaptcha::State;

namespace {

constexpr std::chrono::milliseconds patience = 5s;

} // namespace

class SmartCaptchaScriptedEnginePrivate {
public:
    // A page in which something can happen.
    ScriptedPart *pageOf(CaptchaInAForm &captcha)
    {
        if (!captcha.isUsable())
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
        // load() leaves Failed at once.
        if (!captcha.await(usable, QStringLiteral("ready"), patience))
            return nullptr;
        ScriptedPart *const part = ScriptedEngine::partOf(captcha.object());
        if (!part)
            captcha.fail(QStringLiteral("The captcha loaded its page before there was a scripted engine."));
        return part;
    }

    bool say(QObject *object, const QString &type, const QJsonObject &fields, State expected)
    {
        CaptchaInAForm captcha(object);
        ScriptedPart *const page = pageOf(captcha);
        const bool done = page && page->say(type, fields) && captcha.await(expected, patience);
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
    return d->say(captcha, QStringLiteral("success"), {{QStringLiteral("token"), token}}, State::Solved);
}

bool SmartCaptchaScriptedEngine::showChallenge(QObject *captcha)
{
    return d->say(captcha, QStringLiteral("challengeVisible"), {}, State::Challenge);
}

bool SmartCaptchaScriptedEngine::closeChallenge(QObject *captcha)
{
    CaptchaInAForm form(captcha);
    if (form.isUsable() && form.state() != State::Challenge)
        form.fail(QStringLiteral("No challenge is open."));
    if (!form.problem().isEmpty()) {
        d->problem = form.problem();
        return false;
    }
    return d->say(captcha, QStringLiteral("challengeHidden"), {}, State::Ready);
}

bool SmartCaptchaScriptedEngine::expireToken(QObject *captcha)
{
    return d->say(captcha, QStringLiteral("tokenExpired"), {}, State::Expired);
}

bool SmartCaptchaScriptedEngine::fail(QObject *captcha, SmartCaptchaError::Code code)
{
    using Code = SmartCaptchaError::Code;
    CaptchaInAForm form(captcha);
    ScriptedPart *const page = d->pageOf(form);
    bool said = false;
    if (page) {
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
    const bool done = said && form.await(State::Failed, patience);
    d->problem = form.problem();
    return done;
}

QString SmartCaptchaScriptedEngine::problem() const
{
    return d->problem;
}
