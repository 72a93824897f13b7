// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/scriptedpage.h"

#include "engines/scripted/scriptedengine.h"
#include "widgets/hosting/hostplugin.h"

#include <QtWidgets/qlineedit.h>

#include <memory>

/// A scripted host whose page is a line edit.
class ScriptedWidgetHost : public ScriptedPage<SmartCaptcha::Internal::WidgetWebHost, QLineEdit> {
public:
    using WidgetEngine = SmartCaptcha::Internal::WidgetEngine;

    explicit ScriptedWidgetHost(WidgetEngine asked)
        : wanted(asked)
    {
        page()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        all() << this;
    }
    ~ScriptedWidgetHost() override { all().removeOne(this); }

    /// The existing hosts, in the order of their creation.
    static QList<ScriptedWidgetHost *> &all()
    {
        static QList<ScriptedWidgetHost *> hosts;
        return hosts;
    }

    /// Makes widgets use such hosts from now on.
    static void install()
    {
        SmartCaptcha::Internal::ScriptedEngine::setInUse(true);
        SmartCaptcha::Internal::HostPlugin::setScriptedFactory(
            [](WidgetEngine asked) { return std::make_unique<ScriptedWidgetHost>(asked); });
    }

    QWidget *widget() const override { return page(); }
    void warmUp() override { ++warmUps; }

    const WidgetEngine wanted;
    int warmUps = 0;
};
