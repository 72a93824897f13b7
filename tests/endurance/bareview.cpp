// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "bareview.h"

#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineWidgets/qwebengineview.h>

namespace {

const char *const question = "(document.querySelector('input[name=smart-token]') || {}).value || ''";

/// With a profile for each view, as the SDK has it.
class BareWidget : public BareView {
public:
    explicit BareWidget(const QUrl &url)
        : m_page(&m_profile)
    {
        m_view.setPage(&m_page);
        m_view.resize(480, 760);
        m_view.load(url);
        m_view.show();
    }

    QWindow *window() const override { return m_view.windowHandle(); }
    QString token() override
    {
        m_page.runJavaScript(QLatin1String(question),
                             [this](const QVariant &answer) { m_token = answer.toString(); });
        return m_token;
    }

private:
    QString m_token; // a page that ends answers what is still open
    QWebEngineProfile m_profile;
    QWebEnginePage m_page;
    QWebEngineView m_view;
};

/// The same as an item.
class BareItem : public BareView {
public:
    BareItem(const QByteArray &module, const QByteArray &type, const QByteArray &profile, const QUrl &url)
    {
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick\nimport " + module + "\n" + type
                              + " {\n"
                                "  property string token\n"
                                "  anchors.fill: parent\n"
                              + profile
                              + "\n"
                                "  function look(question: string): void {\n"
                                "    runJavaScript(question, answer => token = answer ?? '')\n"
                                "  }\n"
                                "}\n",
                          {});
        m_item.reset(qobject_cast<QQuickItem *>(component.create()));
        if (!m_item)
            qFatal("%s", qPrintable(component.errorString()));
        m_item->setParentItem(m_window.contentItem());
        m_item->setProperty("url", url);
        m_window.resize(480, 760);
        m_window.show();
    }

    QWindow *window() const override { return const_cast<QQuickWindow *>(&m_window); }
    QString token() override
    {
        QMetaObject::invokeMethod(m_item.get(), "look", Q_ARG(QString, QLatin1String(question)));
        return m_item->property("token").toString();
    }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_item;
};

} // namespace

std::unique_ptr<BareView> BareView::make(Host kind, const QUrl &page)
{
    switch (kind) {
    case Host::Widget:
        return std::make_unique<BareWidget>(page);
    case Host::WebEngine:
        return std::make_unique<BareItem>("QtWebEngine", "WebEngineView",
                                          "  profile: WebEngineProfile { offTheRecord: true }", page);
    case Host::WebView:
        break;
    }
    // On the desktop Qt WebView is made of a WebEngineView, which can have a profile of its own, too.
    return std::make_unique<BareItem>(
        "QtWebEngine\nimport QtWebView", "WebView",
        "  property WebEngineProfile own: WebEngineProfile { offTheRecord: true }\n"
        "  Component.onCompleted: {\n"
        "    for (let i = 0; i < children.length; ++i) {\n"
        "      if (String(children[i]).startsWith('QQuickWebEngineView'))\n"
        "        children[i].profile = own\n"
        "    }\n"
        "  }",
        page);
}
