// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "anyhost.h"
#include "bareview.h"

#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaToken>

#include <QtCore/qobject.h>

#include <memory>

/// A captcha in a HostWindow. It goes when this is destroyed.
class ShownCaptcha : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] virtual SmartCaptcha::State state() const = 0;
    virtual void preload() = 0;
    virtual void load() = 0;
    virtual void execute() = 0;
    virtual void reset() = 0;

Q_SIGNALS:
    void ready();
    void challengeShown();
    void tokenReceived(const SmartCaptchaToken &token);
    void errorOccurred(const SmartCaptchaError &error);
};

/// A window of one kind of host, to which captchas and bare views can be added; it does not load Qt WebEngine
/// by itself.
class HostWindow {
    Q_DISABLE_COPY_MOVE(HostWindow)

public:
    /// Shows it.
    [[nodiscard]] static std::unique_ptr<HostWindow> make(Host host);
    virtual ~HostWindow() = default;

    /// Each has the size of a captcha, and is in the given row. It has to be destroyed before the window.
    [[nodiscard]] virtual std::unique_ptr<ShownCaptcha> addCaptcha(const SmartCaptchaOptions &options,
                                                                   int row = 0) = 0;
    [[nodiscard]] virtual std::unique_ptr<BareView> addBareView(const BareView::Page &page, int row = 0) = 0;

    [[nodiscard]] virtual QWindow *window() const = 0;
    /// Presses the left mouse button over the check box in the first row.
    void press();

protected:
    HostWindow() = default;
};
