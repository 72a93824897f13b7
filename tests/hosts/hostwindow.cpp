// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostwindow.h"

#include <QtWebEngineCore/qwebenginepage.h>
#include <QtWebEngineCore/qwebengineprofile.h>
#include <QtWebEngineCore/qwebenginescript.h>
#include <QtWebEngineCore/qwebenginescriptcollection.h>
#include <QtWebEngineWidgets/qwebengineview.h>
#include <QtWidgets/qwidget.h>

namespace {

constexpr QSize windowSize(480, 760);

QRect placeOf(int row)
{
    constexpr QSize size(320, 100);
    return QRect(QPoint(0, row * size.height()), size);
}

template <class Captcha>
class CaptchaOf : public ShownCaptcha {
public:
    explicit CaptchaOf(std::unique_ptr<Captcha> captcha)
        : m_captcha(std::move(captcha))
    {
        connect(m_captcha.get(), &Captcha::ready, this, &ShownCaptcha::ready);
        connect(m_captcha.get(), &Captcha::challengeShown, this, &ShownCaptcha::challengeShown);
        connect(m_captcha.get(), &Captcha::tokenReceived, this, &ShownCaptcha::tokenReceived);
        connect(m_captcha.get(), &Captcha::errorOccurred, this, &ShownCaptcha::errorOccurred);
    }

    SmartCaptcha::State state() const override { return stateOf(*m_captcha); }
    void preload() override { m_captcha->preload(); }
    void load() override { m_captcha->load(); }
    void execute() override { m_captcha->execute(); }
    void reset() override { m_captcha->reset(); }

private:
    const std::unique_ptr<Captcha> m_captcha;
};

/// A page that says what is written to its console.
class TalkingPage : public QWebEnginePage {
public:
    TalkingPage(QWebEngineProfile *profile, const BareView::Page &page)
        : QWebEnginePage(profile)
        , m_console(page.console)
    {
        if (page.script.isEmpty())
            return;
        QWebEngineScript script;
        script.setInjectionPoint(QWebEngineScript::DocumentCreation);
        script.setWorldId(QWebEngineScript::MainWorld);
        script.setSourceCode(page.script);
        scripts().insert(script);
    }

protected:
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message, int,
                                  const QString &) override
    {
        if (m_console)
            m_console(message);
    }

private:
    const std::function<void(const QString &)> m_console;
};

class BareWidget : public BareView {
public:
    BareWidget(QWidget *parent, const QRect &place, QWebEngineProfile *shared, const Page &page)
        : m_profile(shared ? nullptr : std::make_unique<QWebEngineProfile>())
        , m_answered(page.answered)
        , m_page(shared ? shared : m_profile.get(), page)
        , m_view(parent)
    {
        m_view.setPage(&m_page);
        m_view.setGeometry(place);
        m_view.load(page.url);
        m_view.show();
    }

    void run(const QString &script) override { m_page.runJavaScript(script); }
    QString ask(const QString &expression) override
    {
        m_page.runJavaScript(expression, [this](const QVariant &answer) {
            m_answer = answer.toString();
            if (m_answered)
                m_answered(m_answer);
        });
        return m_answer;
    }

private:
    const std::unique_ptr<QWebEngineProfile> m_profile;
    // A page that ends answers what is still open.
    const std::function<void(const QString &)> m_answered;
    QString m_answer;
    TalkingPage m_page;
    QWebEngineView m_view;
};

class WidgetWindow : public HostWindow {
public:
    WidgetWindow()
    {
        m_window.resize(windowSize);
        m_window.show();
    }

    std::unique_ptr<ShownCaptcha> addCaptcha(const SmartCaptchaOptions &options, int row) override
    {
        auto captcha = std::make_unique<SmartCaptchaWidget>(options, &m_window);
        captcha->setEngine(SmartCaptchaWidget::Engine::WebEngine);
        captcha->setGeometry(placeOf(row));
        captcha->show();
        return std::make_unique<CaptchaOf<SmartCaptchaWidget>>(std::move(captcha));
    }

    std::unique_ptr<BareView> addBareView(const BareView::Page &page, int row) override
    {
        if (page.sharesProfile && !m_profile)
            m_profile = std::make_unique<QWebEngineProfile>();
        return std::make_unique<BareWidget>(&m_window, placeOf(row),
                                            page.sharesProfile ? m_profile.get() : nullptr, page);
    }

    QWindow *window() const override { return m_window.windowHandle(); }

private:
    std::unique_ptr<QWebEngineProfile> m_profile;
    QWidget m_window;
};

class BareItem : public QObject, public BareView {
    Q_OBJECT

public:
    BareItem(std::unique_ptr<QObject> profile, std::unique_ptr<QObject> item, const Page &page)
        : m_console(page.console)
        , m_answered(page.answered)
        , m_profile(std::move(profile))
        , m_item(std::move(item))
    {
        connect(m_item.get(), SIGNAL(said(QString)), this, SLOT(hear(QString)));
        connect(m_item.get(), SIGNAL(answered(QString)), this, SLOT(takeAnswer(QString)));
        m_item->setProperty("url", page.url);
    }

    void run(const QString &script) override
    {
        QMetaObject::invokeMethod(m_item.get(), "runJavaScript", Q_ARG(QString, script));
    }
    QString ask(const QString &expression) override
    {
        QMetaObject::invokeMethod(m_item.get(), "ask", Q_ARG(QString, expression));
        return m_answer;
    }

private Q_SLOTS:
    void hear(const QString &message)
    {
        if (m_console)
            m_console(message);
    }
    void takeAnswer(const QString &answer)
    {
        m_answer = answer;
        if (m_answered)
            m_answered(answer);
    }

private:
    const std::function<void(const QString &)> m_console;
    const std::function<void(const QString &)> m_answered;
    QString m_answer;
    const std::unique_ptr<QObject> m_profile;
    // Declared after what it uses, because it must not outlive that.
    const std::unique_ptr<QObject> m_item;
};

class ItemWindow : public HostWindow {
public:
    explicit ItemWindow(SmartCaptchaView::Engine engine)
        : m_hostEngine(engine)
    {
        m_window.resize(windowSize);
        m_window.show();
    }

    std::unique_ptr<ShownCaptcha> addCaptcha(const SmartCaptchaOptions &options, int row) override
    {
        const QRect place = placeOf(row);
        std::unique_ptr<SmartCaptchaView> captcha(qobject_cast<SmartCaptchaView *>(
            make("import SmartCaptcha\nSmartCaptchaView {}",
                 {{QStringLiteral("engine"), QVariant::fromValue(m_hostEngine)},
                  {QStringLiteral("options"), QVariant::fromValue(options)},
                  {QStringLiteral("y"), place.y()},
                  {QStringLiteral("width"), place.width()},
                  {QStringLiteral("height"), place.height()},
                  {QStringLiteral("parent"), QVariant::fromValue(m_window.contentItem())}})
                .release()));
        return std::make_unique<CaptchaOf<SmartCaptchaView>>(std::move(captcha));
    }

    std::unique_ptr<BareView> addBareView(const BareView::Page &page, int row) override
    {
        const QRect place = placeOf(row);
        const bool isWebView = m_hostEngine == SmartCaptchaView::Engine::WebView;
        const QByteArray profile = "import QtWebEngine\nWebEngineProfile { offTheRecord: true }";
        if (page.sharesProfile && !m_profile)
            m_profile = make(profile, {});
        auto own = page.sharesProfile ? nullptr : make(profile, {});
        QObject *const used = page.sharesProfile ? m_profile.get() : own.get();
        // On the desktop Qt WebView is made of a WebEngineView, which it hides.
        auto item = make(QByteArray("import QtQuick\nimport QtWebEngine\n")
                             + (isWebView ? "import QtWebView\nWebView {" : "WebEngineView {") + R"(
    id: view
    required property var bareProfile
    required property string script
    signal said(string message)
    signal answered(string answer)
    function ask(expression: string): void {
        runJavaScript(expression, found => view.answered(found ?? ''));
    }
    function engine(): var {
        for (let i = 0; i < view.children.length; ++i) {
            if (String(view.children[i]).startsWith('QQuickWebEngineView'))
                return view.children[i];
        }
        return view;
    }
    Component.onCompleted: {
        const shows = view.engine();
        shows.profile = view.bareProfile;
        shows.javaScriptConsoleMessage.connect((level, message) => view.said(message));
        if (view.script === '')
            return;
        const script = WebEngine.script();
        script.injectionPoint = 2; // DocumentCreation
        script.worldId = 0; // MainWorld
        script.sourceCode = view.script;
        shows.userScripts.insert(script);
    }
})",
                         {{QStringLiteral("bareProfile"), QVariant::fromValue(used)},
                          {QStringLiteral("script"), page.script},
                          {QStringLiteral("y"), place.y()},
                          {QStringLiteral("width"), place.width()},
                          {QStringLiteral("height"), place.height()},
                          {QStringLiteral("parent"), QVariant::fromValue(m_window.contentItem())}});
        return std::make_unique<BareItem>(std::move(own), std::move(item), page);
    }

    QWindow *window() const override { return const_cast<QQuickWindow *>(&m_window); }

private:
    std::unique_ptr<QObject> make(const QByteArray &qml, const QVariantMap &properties)
    {
        QQmlComponent component(&m_engine);
        component.setData(qml, {});
        std::unique_ptr<QObject> made(component.createWithInitialProperties(properties));
        if (!made)
            qFatal("%s", qPrintable(component.errorString()));
        return made;
    }

    const SmartCaptchaView::Engine m_hostEngine;
    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_profile;
    QQuickWindow m_window;
};

} // namespace

std::unique_ptr<HostWindow> HostWindow::make(Host host)
{
    using Engine = SmartCaptchaView::Engine;
    switch (host) {
    case Host::Widget:
        return std::make_unique<WidgetWindow>();
    case Host::WebEngine:
        return std::make_unique<ItemWindow>(Engine::WebEngine);
    case Host::WebView:
        break;
    }
    return std::make_unique<ItemWindow>(Engine::WebView);
}

void HostWindow::press()
{
    constexpr QPoint checkBox(40, 50);
    QTest::mouseClick(window(), Qt::LeftButton, {}, checkBox);
}

#include "hostwindow.moc"
