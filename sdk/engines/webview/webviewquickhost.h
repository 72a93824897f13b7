// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/quick/quickwebhost.h"
#include "engines/quick/seenwindow.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qlist.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QQmlComponent;
class QQmlEngine;
QT_END_NAMESPACE

namespace SmartCaptcha::Internal {

class PageGuard;
class PageInput;

/**
 * The web host of Android and iOS: Qt WebView, which shows the system's own web view.
 *
 * There is no channel from the page, so it is polled: often while something happens, rarely while nothing
 * does or once changes of its title have been seen to tell of messages, not at all if nothing can come, and
 * at once when its title changes, when it is shown again and when the application comes back to the
 * foreground. A custom URL scheme would be faster, but would hand the token to whatever application claims
 * the scheme.
 */
class WebViewQuickHost : public QuickWebHost {
    Q_OBJECT

public:
    /// Null, with the reason in @p problem, when Qt WebView cannot be used.
    [[nodiscard]] static std::unique_ptr<WebViewQuickHost> make(QQmlEngine *engine, QString *problem);

    /// How long after the last sign of life a page is polled less often, in milliseconds.
    static constexpr int CalmAfter = 30000;

    /// How long a page that is there may leave all questions unanswered, in milliseconds. Then its process
    /// has ended, or hangs.
    static constexpr int SilentAtMost = 15000;

    /// @p component creates items with the functions and signals of CaptchaWebViewPage.qml.
    explicit WebViewQuickHost(std::unique_ptr<QQmlComponent> component, int calmAfter = CalmAfter,
                              int silentAtMost = SilentAtMost);
    ~WebViewQuickHost() override;

    [[nodiscard]] CaptchaPage::Transport transport() const override;
    void load(const CaptchaPage &page) override;
    void unload() override;
    void runScript(const QString &script) override;
    void expect(Expectation expectation) override;
    [[nodiscard]] bool takePress() override;
    [[nodiscard]] QQuickItem *item() const override;
    [[nodiscard]] QuickEngine engine() const override;
    void warmUp() override;

private Q_SLOTS:
    void takeMessages(int page, const QString &messages);
    void loadStarts(const QUrl &url);
    void loadSucceeds(const QUrl &url);
    void loadFails(const QUrl &url, const QString &reason);
    void hearActivation(int page, int activation);
    void drain();
    void titleChanges();

private:
    void ask(const QString &script);
    void bringBridge();
    void followHint();
    void askInTime();
    void dropView();
    [[nodiscard]] bool hasEngineView() const;
    void somethingHappens();
    void pace();
    void lookWhetherSeen();
    void watchWindow();
    void applicationStateChanges(Qt::ApplicationState state);
    void openOutside(const QUrl &url);
    [[nodiscard]] bool isOwnAddress(const QUrl &url) const;
    [[nodiscard]] bool isOfEarlierLoad(const QUrl &url) const;

    const std::unique_ptr<QQmlComponent> m_component;
    std::unique_ptr<QQuickItem> m_item;
    std::unique_ptr<PageGuard> m_guard;
    std::unique_ptr<QObject> m_view;
    std::unique_ptr<PageInput> m_input;
    const int m_silentAtMost;
    QTimer m_drain;
    QTimer m_calm;
    QTimer m_rest; // after an answer
    QUrl m_url;
    QString m_nonce;
    QString m_documentScript;
    int m_page = 0; // counts the loads
    bool m_loaded = false;
    bool m_broken = false; // it has failed
    QElapsedTimer m_unanswered; // since the first question that has not been answered
    int m_polls = 0; // in a row, without an answer
    bool m_hinted = false; // a title has changed that has not been followed yet
    bool m_titleChanged = false; // and what there was to ask for has not been answered yet
    bool m_isTold = false; // a changed title told of this page's last message
    int m_hintsWhileLoading = 0; // title changes
    int m_bridges = 0; // brought because the page had none
    bool m_settled = false; // the page has sent a message or arrived: navigations now lead away from it
    bool m_arrived = false; // its load has been reported as done
    int m_links = 0; // opened for this page
    QElapsedTimer m_sinceLink;
    Expectation m_expectation = Expectation::Nothing;
    bool m_seen = false; // by a person, who could press something
    SeenWindow m_window;
    bool m_underWay = false; // a navigation has begun, and its end has not been reported
    QList<QUrl> m_overtaken; // addresses of earlier loads whose end may still be reported
};

} // namespace SmartCaptcha::Internal
