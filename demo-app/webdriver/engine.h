// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>

/// A browser engine with one page, and access to the page's frames. Frames and elements are given as CSS
/// selectors. Functions that wait do so for at most half a minute.
class Engine {
    Q_DISABLE_COPY_MOVE(Engine)

public:
    Engine() = default;
    virtual ~Engine() = default;

    /// The name of the engine in the list of results.
    [[nodiscard]] virtual QString name() const = 0;

    /// Why the engine is not available on this computer; empty if it is.
    [[nodiscard]] virtual QString missing() const = 0;

    /// Starts the engine. Returns the error, or an empty string.
    [[nodiscard]] virtual QString start() = 0;

    /// The engine's own name and version, once it has started.
    [[nodiscard]] virtual QString version() const = 0;

    /// Opens @p url and waits until it has loaded.
    [[nodiscard]] virtual bool open(const QUrl &url) = 0;

    /// The value of a JavaScript expression in the page; invalid if there is none.
    [[nodiscard]] virtual QVariant evaluate(const QString &expression) = 0;

    /// Runs a script, any number of statements, in the page.
    virtual bool run(const QString &script) = 0;

    /// Clicks @p element in @p frame as soon as possible.
    [[nodiscard]] virtual bool click(const QString &frame, const QString &element) = 0;

    /// Types @p text into @p element in @p frame as soon as possible.
    [[nodiscard]] virtual bool type(const QString &frame, const QString &element, const QString &text) = 0;
};
