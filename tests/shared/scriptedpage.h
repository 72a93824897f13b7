// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/scripted/scriptedhost.h"

#include <QtCore/qstringlist.h>

#include <utility>

/// A host of the scripted engine for tests of the SDK: it records what it is told, and its page does nothing
/// by itself, not even become ready.
template <class Host = SmartCaptcha::Internal::WebHost, class Page = QObject>
class ScriptedPage : public SmartCaptcha::Internal::ScriptedHost<Host, Page> {
    using Base = SmartCaptcha::Internal::ScriptedHost<Host, Page>;

public:
    using CaptchaPage = SmartCaptcha::Internal::CaptchaPage;
    using Base::page;
    using Base::setPaused;

    void load(const CaptchaPage &next) override
    {
        Base::begin(next);
        loaded = next;
        expectation = Host::Expectation::Answer;
        ++loads;
    }

    void unload() override
    {
        Base::unload();
        loaded = {};
        ++unloads;
    }

    void sendCommand(const QJsonObject &command) override
    {
        Base::sendCommand(command);
        lastCommand = command;
        commands << command.value(QLatin1String("type")).toString();
    }

    void expect(typename Host::Expectation newExpectation) override { expectation = newExpectation; }

    /// By default a host that cannot tell; after tellPresses() or press() one that can.
    bool takePress() override { return !m_tellsPresses || std::exchange(m_pressed, false); }
    void tellPresses() { m_tellsPresses = true; }
    void press() { m_pressed = m_tellsPresses = true; }

    /// Says it without a page, too: such messages must be of no use.
    bool say(const QString &type, const QJsonObject &fields = {}) override
    {
        Q_EMIT this->messageArrived(Base::message(type, fields));
        return true;
    }
    void sayReady(bool controllable = true)
    {
        say(QStringLiteral("ready"), {{QStringLiteral("controllable"), controllable}});
    }
    void sayToken(const QString &token)
    {
        say(QStringLiteral("success"), {{QStringLiteral("token"), token}});
    }
    void sayChallenge(bool visible)
    {
        say(visible ? QStringLiteral("challengeVisible") : QStringLiteral("challengeHidden"));
    }
    void saySize(int width, int height, bool challenge)
    {
        say(QStringLiteral("size"),
            {{QStringLiteral("width"), width},
             {QStringLiteral("height"), height},
             {QStringLiteral("challenge"), challenge}});
    }

    CaptchaPage loaded;
    int loads = 0;
    int unloads = 0;
    typename Host::Expectation expectation = Host::Expectation::Answer;
    QStringList commands;
    QJsonObject lastCommand;

private:
    bool m_tellsPresses = false;
    bool m_pressed = false;
};
