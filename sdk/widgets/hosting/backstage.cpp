// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "backstage.h"

#include "captcha/page/captchasize.h"

#include <QtWidgets/qwidget.h>

namespace SmartCaptcha::Internal {

Backstage::Backstage() = default;
Backstage::~Backstage() = default;

void Backstage::take(QWidget *page)
{
    if (!m_window) {
        m_window = std::make_unique<QWidget>(nullptr, Qt::Tool);
        m_window->setAttribute(Qt::WA_DontShowOnScreen);
        m_window->setAttribute(Qt::WA_ShowWithoutActivating);
        // It must not keep the application running.
        m_window->setAttribute(Qt::WA_QuitOnClose, false);
        m_window->setFocusPolicy(Qt::NoFocus);
        m_window->resize(CaptchaSize::MinimumChallenge);
    }
    if (page->parentWidget() != m_window.get())
        page->setParent(m_window.get());
    page->setGeometry(m_window->rect());
    page->show();
    m_window->show();
}

} // namespace SmartCaptcha::Internal
