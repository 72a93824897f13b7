// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

#include <functional>

/// A web view of Qt without the SDK, in a HostWindow.
class BareView {
public:
    /// What one shows.
    struct Page {
        QUrl url;
        /// Runs in the page before the page's own scripts.
        QString script = {};
        /// Hears what the page writes to its console.
        std::function<void(const QString &)> console = {};
        /// Hears what ask() was answered.
        std::function<void(const QString &)> answered = {};
        /// The profile is that of the window, and not one of the view's own, as the SDK has it.
        bool sharesProfile = false;
    };

    virtual ~BareView() = default;

    virtual void run(const QString &script) = 0;
    /// What @p expression was in the page when it was asked for the last time, and asks once more; empty
    /// until there is an answer.
    [[nodiscard]] virtual QString ask(const QString &expression) = 0;

    /// The token that a page with a captcha has got; empty until then.
    [[nodiscard]] QString token()
    {
        return ask(QStringLiteral("(document.querySelector('input[name=smart-token]') || {}).value || ''"));
    }
};
