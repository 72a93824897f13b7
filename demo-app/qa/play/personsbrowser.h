// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

namespace Qa {

/// A person in front of a browser, to whom the captcha's page is opened. Actions are done one after the
/// other, while the caller goes on; isBusy() is false when all are done.
class PersonsBrowser {
    Q_DISABLE_COPY_MOVE(PersonsBrowser)

public:
    PersonsBrowser() = default;
    virtual ~PersonsBrowser() = default;

    /// Presses the captcha's button, with the mouse or with Tab and the space bar.
    virtual void press(bool byKeyboard) = 0;
    /// Types an answer to the challenge and sends it.
    virtual void answer(const QString &text) = 0;
    /// Presses the close button of the challenge.
    virtual void closeChallenge() = 0;
    virtual void pressEscape() = 0;
    /// Closes the tab with the page; the browser stays.
    virtual void closeTab() = 0;

    /// Drops what is still to be done.
    virtual void giveUp() = 0;

    [[nodiscard]] virtual bool isBusy() const = 0;
    /// Why the last action could not be done; empty if it could.
    [[nodiscard]] virtual QString problem() const = 0;
};

} // namespace Qa
