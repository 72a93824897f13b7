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
 * A page in Qt WebEngine, and a hand that reaches into the frames of other origins which it shows.
 *
 * The hand is a script of the test's own, in a world of its own, in every frame. It does what it is told by a
 * message from the page that shows the frame, and answers with a message.
 */
class BrowserPage {
public:
    BrowserPage();

    /// Leaves the page and forgets what it said, so that the next test begins with an empty one.
    void clear();

    [[nodiscard]] QWebEngineView &view() { return m_view; }
    [[nodiscard]] QWebEnginePage &page() { return m_page; }

    /// What the page has written to its console, errors included.
    [[nodiscard]] QStringList console() const { return m_page.console; }

    /// Shows @p html as a page of @p origin and waits until its scripts have run.
    [[nodiscard]] bool setHtml(const QString &html, const QUrl &origin);

    /// Goes to @p url and waits until its scripts have run.
    [[nodiscard]] bool load(const QUrl &url);

    /// The value of a JavaScript expression in the page. Waits for it; invalid when none comes.
    QVariant evaluate(const QString &expression);

    /// True as soon as the expression is true; false after half a minute.
    bool waitFor(const QString &expression);

    /// Does @p action again and again, a second apart, until the expression is true; false after half a
    /// minute.
    bool repeatUntil(const std::function<void()> &action, const QString &expression);

    /// Clicks the element @p selector in the frame @p frame, a selector too, as soon as it is there, shown
    /// and enabled. False after half a minute.
    bool click(const QString &frame, const QString &selector);

    /// Types @p text into the field @p selector of the frame @p frame.
    bool type(const QString &frame, const QString &selector, const QString &text);

    /// Presses a key, by its JavaScript name, in the frame @p frame.
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
    bool m_alive = true; // its renderer process
};
