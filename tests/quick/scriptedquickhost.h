// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shared/scriptedpage.h"

#include "engines/scripted/scriptedengine.h"
#include "host/quickhosts.h"

#include <QtQuick/qquickitem.h>

#include <memory>

/// A scripted host whose page is an empty item that accepts the focus.
class ScriptedQuickHost : public ScriptedPage<SmartCaptcha::Internal::QuickWebHost, QQuickItem> {
public:
    using QuickEngine = SmartCaptcha::Internal::QuickEngine;

    explicit ScriptedQuickHost(QuickEngine asked)
        : wanted(asked)
    {
        page()->setActiveFocusOnTab(true);
        all() << this;
    }
    ~ScriptedQuickHost() override { all().removeOne(this); }

    /// The existing hosts, in the order of their creation.
    static QList<ScriptedQuickHost *> &all()
    {
        static QList<ScriptedQuickHost *> hosts;
        return hosts;
    }

    /// Makes views use such hosts from now on.
    static void install()
    {
        SmartCaptcha::Internal::ScriptedEngine::setInUse(true);
        SmartCaptcha::Internal::QuickHosts::setScriptedFactory(
            [](QuickEngine asked) { return std::make_unique<ScriptedQuickHost>(asked); });
    }

    QQuickItem *item() const override { return page(); }
    QuickEngine engine() const override
    {
        return wanted == QuickEngine::Auto ? QuickEngine::WebEngine : wanted;
    }
    void warmUp() override { ++warmUps; }

    const QuickEngine wanted;
    int warmUps = 0;
};
