// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>
#include <QtCore/qvariant.h>
#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineWidgets/qwebengineview.h>

#include <functional>

/**
 * A page in Qt WebEngine, with access to its frames of other origins.
 *
 * A script of the test runs in a separate world in every frame. It carries out orders that arrive as messages
 * from the parent page, and answers with messages.
 */
class BrowserPage {
public:
    BrowserPage();

    /// Unloads the page and forgets its console output, so that the next test starts with an empty page.
    void clear();

    [[nodiscard]] QWebEngineView &view() { return m_view; }
    [[nodiscard]] QWebEnginePage &page() { return m_page; }

    /// The page's console output, including errors.
    [[nodiscard]] QStringList console() const { return m_page.console; }

    /// Shows @p html as a page of @p origin and waits until it has loaded.
    [[nodiscard]] bool setHtml(const QString &html, const QUrl &origin);

    /// Opens @p url and waits until it has loaded.
    [[nodiscard]] bool load(const QUrl &url);

    /// The value of a JavaScript expression in the page. Waits for it; invalid if there is no answer.
    QVariant evaluate(const QString &expression);

    /// Waits until the expression is true; false after half a minute.
    bool waitFor(const QString &expression);

    /// Repeats @p action every second until the expression is true; false after half a minute.
    bool repeatUntil(const std::function<void()> &action, const QString &expression);

    /// Clicks the element @p selector in the frame @p frame, also a selector, as soon as it exists, is
    /// visible and enabled. False after half a minute.
    bool click(const QString &frame, const QString &selector);

    /// Types @p text into the field @p selector of the frame @p frame.
    bool type(const QString &frame, const QString &selector, const QString &text);

    /// Presses a key, given by its JavaScript name, in the frame @p frame.
    bool press(const QString &frame, const QString &key);

    /// The text, or the attribute @p attribute, of an element in a frame; empty if it is not there.
    QString read(const QString &frame, const QString &selector, const QString &attribute = QString());

private:
    class Page : public QWebEnginePage {
    public:
        using QWebEnginePage::QWebEnginePage;
        QStringList console;

    protected:
        void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message, int line,
                                      const QString &source) override
        {
            console.append(QStringLiteral("%1:%2: %3").arg(source).arg(line).arg(message));
        }
    };

    QString order(const QString &frame, const QVariantMap &what);
    QString answerTo(const QString &frame, const QVariantMap &what, int milliseconds);
    bool orderUntilDone(const QString &frame, const QVariantMap &what);

    QWebEngineProfile m_profile;
    Page m_page;
    QWebEngineView m_view;
    int m_lastOrder = 0;
    bool m_alive = true; // whether its renderer process is running
};
