// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captchasite.h"

#include "hosts/hostwindow.h"
#include "shared/eventually.h"

#include <QtCore/qelapsedtimer.h>

/// A captcha, or a bare view with the same page, whose button can be pressed.
class UsableView {
    Q_DISABLE_COPY_MOVE(UsableView)

public:
    /// Returns when it can be used. What goes wrong ends the program.
    UsableView(HostWindow &window, const CaptchaSite &site, bool isBare, int row = 0,
               bool sharesProfile = false)
    {
        QElapsedTimer timer;
        timer.start();
        const auto usable = [this, timer] {
            if (m_took == 0)
                m_took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        };
        if (isBare) {
            BareView::Page page = site.page([usable](const QString &message) {
                if (message == QLatin1String("usable"))
                    usable();
            });
            page.sharesProfile = sharesProfile;
            m_bare = window.addBareView(page, row);
        } else {
            m_captcha = window.addCaptcha(site.options(), row);
            QObject::connect(m_captcha.get(), &ShownCaptcha::ready, m_captcha.get(), usable);
        }
        if (!eventually([this] { return m_took > 0; }))
            qFatal("Nothing is ready");
    }

    /// Milliseconds from the moment before it was made.
    [[nodiscard]] double took() const { return m_took; }

    [[nodiscard]] bool hasToken() const
    {
        return m_bare ? !m_bare->token().isEmpty() : m_captcha->state() == SmartCaptcha::State::Solved;
    }

private:
    double m_took = 0;
    std::unique_ptr<ShownCaptcha> m_captcha;
    std::unique_ptr<BareView> m_bare;
};
