// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/widgets/widgetwebhost.h"

#include <QtCore/qpointer.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QWebEngineProfile;
class QWebEngineView;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

class CaptchaWebPage;

/**
 * The web host of the desktop: Qt WebEngine.
 *
 * Each load creates a new page with an off-the-record profile of its own; the view, which widgets keep,
 * stays.
 */
class WebEngineWidgetHost : public WidgetWebHost {
    Q_OBJECT

public:
    WebEngineWidgetHost();
    ~WebEngineWidgetHost() override;

    [[nodiscard]] CaptchaPage::Transport transport() const override;
    void load(const CaptchaPage &page) override;
    void unload() override;
    void runScript(const QString &script) override;
    [[nodiscard]] bool takePress() override;
    [[nodiscard]] QWidget *widget() const override;
    void warmUp() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void replacePage();
    void watch(QObject *object);
    void refuseDialog(QWidget *child);

    // Declared in this order, so that they would be deleted in the right order even without the destructor.
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<CaptchaWebPage> m_page;
    QPointer<QWebEngineView> m_view;
    bool m_used = false; // the page has shown something
    bool m_unloading = false; // and is about to be replaced
};

} // namespace SmartCaptcha::Internal
