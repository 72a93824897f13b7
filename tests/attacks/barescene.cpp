// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "barescene.h"

#include <QtCore/qurl.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qtest.h>
#include <QtWebEngineCore/qwebenginedownloadrequest.h>
#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineWidgets/qwebengineview.h>
#include <QtWidgets/qwidget.h>

namespace {

/// Only show(), window() and inWindow() do anything.
class BareScene : public Scene {
public:
    void setVisible(bool) override {}
    SmartCaptcha::State state() const override { return SmartCaptcha::State::Ready; }
    void execute() override {}
    void reload() override {}
    void reset() override {}
    void setInline() override {}
    void setOptions(const SmartCaptchaOptions &) override {}
    bool pressRetry() override { return false; }
    void moveElsewhere() override {}
    void hideCaptcha() override {}
    void coverCaptcha() override {}
    void deleteCaptcha() override {}
    bool isThere() const override { return true; }
    bool hasPopup() const override { return false; }
    QWindow *windowOfCaptcha() const override { return window(); }
    QString textOfField() const override { return {}; }
};

class BareWidget : public BareScene {
public:
    BareWidget(const QUrl &page, const QString &folder)
        : m_page(&m_profile)
        , m_view(&m_form)
    {
        connect(&m_profile, &QWebEngineProfile::downloadRequested, this,
                [this, folder](QWebEngineDownloadRequest *request) {
                    ++m_downloads;
                    connect(request, &QWebEngineDownloadRequest::isFinishedChanged, this,
                            [this] { --m_downloads; });
                    request->setDownloadDirectory(folder);
                    request->accept();
                });
        m_form.resize(480, 760);
        m_view.setGeometry(10, 50, 460, 400);
        m_view.setPage(&m_page);
        m_view.load(page);
    }

    /// Waits for downloads: Qt WebEngine may crash at the end of a program whose profile went before these.
    ~BareWidget() override
    {
        if (!QTest::qWaitFor([this] { return m_downloads == 0; }, 10000))
            qWarning("A download has not finished.");
    }

    bool show() override
    {
        m_form.show();
        m_form.activateWindow();
        return QTest::qWaitForWindowActive(&m_form);
    }
    QWindow *window() const override { return m_form.windowHandle(); }
    QPoint inWindow(const QPoint &inCaptcha) const override { return m_view.mapTo(&m_form, inCaptcha); }

private:
    int m_downloads = 0;
    QWebEngineProfile m_profile;
    QWebEnginePage m_page;
    QWidget m_form;
    QWebEngineView m_view;
};

class BareQuick : public BareScene {
public:
    BareQuick(const char *qml, const QUrl &page)
    {
        QQmlComponent component(&m_engine);
        component.setData(qml, {});
        m_view.reset(qobject_cast<QQuickItem *>(component.create()));
        if (!m_view)
            qFatal("%s", qPrintable(component.errorString()));
        m_window.resize(480, 760);
        m_view->setParentItem(m_window.contentItem());
        m_view->setPosition({10, 50});
        m_view->setSize({460, 400});
        m_view->setProperty("url", page);
    }

    bool show() override
    {
        m_window.show();
        m_window.requestActivate();
        return QTest::qWaitForWindowActive(&m_window);
    }
    QWindow *window() const override { return const_cast<QQuickWindow *>(&m_window); }
    QPoint inWindow(const QPoint &inCaptcha) const override
    {
        return m_view->mapToScene(inCaptcha).toPoint();
    }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_view;
};

} // namespace

std::unique_ptr<Scene> bareScene(Host host, const QUrl &page, const QString &folder)
{
    switch (host) {
    case Host::Widget:
        return std::make_unique<BareWidget>(page, folder);
    case Host::WebEngine:
        return std::make_unique<BareQuick>("import QtWebEngine\nWebEngineView {}", page);
    case Host::WebView:
        break;
    }
    return std::make_unique<BareQuick>("import QtWebView\nWebView {}", page);
}
