// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/hosting/hostplugin.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qregularexpression.h>
#include <QtWidgets/qlineedit.h>

#include <memory>

/// A web host without an engine, whose page is a line edit: it remembers what it was told and says what a
/// test makes it say.
class ScriptedWidgetHost : public SmartCaptcha::Internal::WidgetWebHost {
    Q_OBJECT

public:
    using CaptchaPage = SmartCaptcha::Internal::CaptchaPage;

    ScriptedWidgetHost()
        : page(new QLineEdit)
    {
        page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        all() << this;
    }
    ~ScriptedWidgetHost() override
    {
        all().removeOne(this);
        delete page;
    }

    /// The hosts that are alive, in the order in which they were made.
    static QList<ScriptedWidgetHost *> &all()
    {
        static QList<ScriptedWidgetHost *> hosts;
        return hosts;
    }

    /// Widgets get such hosts from now on.
    static void install()
    {
        SmartCaptcha::Internal::HostPlugin::setFactory([] { return std::make_unique<ScriptedWidgetHost>(); });
    }

    CaptchaPage::Transport transport() const override { return CaptchaPage::Transport::WindowMessage; }
    QWidget *widget() const override { return page; }
    void warmUp() override { ++warmUps; }

    void load(const CaptchaPage &newPage) override
    {
        loaded = newPage;
        attempt = 0;
        ++loads;
    }

    void unload() override { loaded = {}; }

    void runScript(const QString &script) override
    {
        static const QRegularExpression call(QStringLiteral("command\\((\\{.*\\})\\);$"));
        lastCommand = QJsonDocument::fromJson(call.match(script).captured(1).toUtf8()).object();
        commands << lastCommand.value(QLatin1String("type")).toString();
        attempt = lastCommand.value(QLatin1String("attempt")).toInt();
    }

    /// Sends a message of the page that is loaded, as the bridge would.
    void say(const QString &type, QJsonObject fields = {})
    {
        fields.insert(QStringLiteral("nonce"), loaded.nonce());
        fields.insert(QStringLiteral("attempt"), attempt);
        fields.insert(QStringLiteral("type"), type);
        Q_EMIT messageArrived(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
    }
    void sayReady() { say(QStringLiteral("ready"), {{QStringLiteral("controllable"), true}}); }
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

    QPointer<QLineEdit> page;
    CaptchaPage loaded;
    int attempt = 0;
    int loads = 0;
    int warmUps = 0;
    QStringList commands;
    QJsonObject lastCommand;
};
