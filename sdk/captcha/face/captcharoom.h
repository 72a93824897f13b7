// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <SmartCaptcha/smartcaptchacaptcha_export.h>

#include <SmartCaptcha/smartcaptchastate.h>

#include <QtCore/qsize.h>

namespace SmartCaptcha::Internal {

class CaptchaController;

/// How much room a captcha wants, and where its challenge goes, whoever shows it. In device-independent
/// pixels.
class SMARTCAPTCHA_CAPTCHA_EXPORT CaptchaRoom {
public:
    /// Where the page is.
    enum class Place {
        Form, ///< In the captcha's own place, as the button, or not to be seen.
        Inline, ///< There as well, with a challenge.
        Popup, ///< In a popup over the form.
    };

    /// Asks @p controller, which lives as long as this does.
    explicit CaptchaRoom(const CaptchaController &controller);

    [[nodiscard]] bool isInline() const { return m_place == Place::Inline; }

    /// Whoever has moved the page says so.
    void setPlace(Place place) { m_place = place; }

    /**
     * Has @p surface move the page to where it belongs in the state that there is, with one call at most of
     * openInline(), openPopup(), closeInline() or closePopup(), which may delete it. @p hasPage: there is
     * something to be moved; @p wantsPopup: a challenge goes into one.
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

    /// True when the button, or a challenge in its place, is to be seen in the form.
    [[nodiscard]] bool isPageInForm() const;

    /// True while there is nothing behind the status worth seeing.
    [[nodiscard]] bool isPageCovered() const;

    /// A new state may have begun, for which nothing has been measured yet.
    void noteState();

    /// The page has measured itself.
    void noteSize(const QSize &size, bool challenge);

    /// The size that the challenge would like; empty before it was measured.
    [[nodiscard]] QSize challenge() const { return m_challenge; }

    /// The same, with the least that a challenge gets.
    [[nodiscard]] QSize roomForChallenge() const;

    /// The size of the captcha in the form, when there is no challenge in it. A message has @p messageHeight.
    [[nodiscard]] QSizeF inForm(qreal messageHeight) const;

    /// True when the page has more to show than a place of @p height has room for.
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
