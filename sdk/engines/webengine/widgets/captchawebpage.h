// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "captcha/engine/pageguard.h"

#include <QtWebEngineCore/qwebenginepage.h>

QT_BEGIN_NAMESPACE
class QWebEngineLoadingInfo;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

/**
 * A web page that shows one captcha page and can do nothing else: it cannot navigate or open windows, and
 * gets no permissions and no files.
 *
 * Used for one load only, so that nothing is left of an earlier page.
 */
class CaptchaWebPage : public QWebEnginePage {
    Q_OBJECT

public:
    explicit CaptchaWebPage(QWebEngineProfile *profile, QObject *parent = nullptr);

    /// Starts the renderer process with an empty page.
    void warmUp();

    /// Shows @p page. To be called once.
    void show(const CaptchaPage &page);

    [[nodiscard]] bool takePress() { return m_guard.takePress(); }

    /// The person has just pressed something in the page.
    void noteInput(PageGuard::Input input);

Q_SIGNALS:
    /// From the event loop, at most once.
    void failed(SmartCaptcha::Internal::WebHost::Failure failure, const QString &details);

    void messageArrived(const QString &json);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &securityOrigin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &securityOrigin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &securityOrigin, const QString &message, const QString &defaultValue,
                          QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    void refuseEverything();
    void openChannel();
    void takeMessages();
    void addScript(const QString &name, quint32 world, const QString &source, bool inFrames = false);
    void loadingChanges(const QWebEngineLoadingInfo &info);

    PageGuard m_guard;
    bool m_shown = false;
};

} // namespace SmartCaptcha::Internal
