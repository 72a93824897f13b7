// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/webhost.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>

#include <utility>

/// A web host without an engine: records what it is told, and sends the messages that a test requests. @p
/// Host is its base class.
template <class Host>
class ScriptedPage : public Host {
public:
    using CaptchaPage = SmartCaptcha::Internal::CaptchaPage;
    using Host::Host;
    using Host::setPaused;

    CaptchaPage::Transport transport() const override { return CaptchaPage::Transport::WindowMessage; }

    void load(const CaptchaPage &page) override
    {
        loaded = page;
        attempt = 0;
        expectation = Host::Expectation::Answer;
        ++loads;
    }

    void unload() override
    {
        loaded = {};
        ++unloads;
    }

    void runScript(const QString &script) override
    {
        static const QRegularExpression call(QStringLiteral("command\\((\\{.*\\})\\);$"));
        lastCommand = QJsonDocument::fromJson(call.match(script).captured(1).toUtf8()).object();
        commands << lastCommand.value(QLatin1String("type")).toString();
        attempt = lastCommand.value(QLatin1String("attempt")).toInt();
    }

    void expect(typename Host::Expectation newExpectation) override { expectation = newExpectation; }

    /// By default a host that cannot tell; after tellPresses() or press() one that can.
    bool takePress() override { return !m_tellsPresses || std::exchange(m_pressed, false); }
    void tellPresses() { m_tellsPresses = true; }
    void press() { m_pressed = m_tellsPresses = true; }

    /// A message from the loaded page, as the bridge would send it.
    QString message(const QString &type, QJsonObject fields = {}) const
    {
        fields.insert(QStringLiteral("nonce"), loaded.nonce());
        fields.insert(QStringLiteral("attempt"), attempt);
        fields.insert(QStringLiteral("type"), type);
        return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    }

    void say(const QString &type, const QJsonObject &fields = {})
    {
        Q_EMIT this->messageArrived(message(type, fields));
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
    int attempt = 0;
    int loads = 0;
    int unloads = 0;
    typename Host::Expectation expectation = Host::Expectation::Answer;
    QStringList commands;
    QJsonObject lastCommand;

private:
    bool m_tellsPresses = false;
    bool m_pressed = false;
};
