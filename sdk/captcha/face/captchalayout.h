// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qsize.h>

namespace SmartCaptcha::Internal {

class CaptchaController;

/// The size of a captcha, and where its challenge goes: into the form or a popup. The same for the widget and
/// the item. Sizes are in device-independent pixels.
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaLayout {
public:
    /// Where the page is.
    enum class Place {
        Form, ///< In the widget or item: the button, or nothing visible.
        Inline, ///< In the widget or item, with an open challenge.
        Popup, ///< In a popup over the form.
    };

    /// @p controller is not owned and must outlive this.
    explicit CaptchaLayout(const CaptchaController &controller);

    [[nodiscard]] bool isInline() const { return m_place == Place::Inline; }

    /// To be called by the surface before it moves the page: slots that hear of the move must see the new
    /// place.
    void setPlace(Place place) { m_place = place; }

    /**
     * Moves the page to where it belongs in the current state: calls at most one of openInline(),
     * openPopup(), closeInline() and closePopup() of @p surface, which may delete the surface. @p hasPage:
     * there is a page to move; @p wantsPopup: a challenge opens in a popup.
     */
    template <class Surface>
    void moveChallenge(Surface *surface, bool hasPage, bool wantsPopup) const
    {
        const bool open = isChallengeOpen();
        if (open && m_place == Place::Form && hasPage) {
            if (wantsPopup)
                surface->openPopup();
            else
                surface->openInline();
        } else if (!open && m_place == Place::Popup) {
            surface->closePopup();
        } else if (!open && m_place == Place::Inline) {
            surface->closeInline();
        }
    }

    /// True when the form shows the button, or a challenge in its place.
    [[nodiscard]] bool isPageInForm() const;

    /// True when the status panel covers the page's place.
    [[nodiscard]] bool isPageCovered() const;

    /// To be called when the state may have changed: forgets what was measured for an earlier page.
    void noteState();

    /// The page has reported its size.
    void noteSize(const QSize &size, bool challenge);

    /// The size that the page reported for its challenge; empty before that.
    [[nodiscard]] QSize wantedChallengeSize() const { return m_challenge; }

    /// The same, but never smaller than CaptchaSize::MinimumChallenge.
    [[nodiscard]] QSize challengeSize() const;

    /// The size in the form without a challenge. @p messageHeight is the height of a status message.
    [[nodiscard]] QSizeF formSize(qreal messageHeight) const;

    /// True when the page needs more than @p height.
    [[nodiscard]] bool isScrollable(qreal height) const;

private:
    [[nodiscard]] bool isChallengeOpen() const;

    const CaptchaController &m_controller;
    State m_state = State::Idle;
    Place m_place = Place::Form;
    QSize m_challenge;
    int m_buttonHeight;
};

} // namespace SmartCaptcha::Internal
