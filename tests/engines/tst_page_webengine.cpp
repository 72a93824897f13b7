// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "pageinengine.h"
#include "shared/browserpage.h"

#include <QtTest/qtest.h>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>
#include <QtWidgets/qapplication.h>

namespace {

/// Qt WebEngine with runJavaScript() as the only connection to the page: no web channel, as in the web view
/// of a phone.
class WebEngine : public Engine {
public:
    QString name() const override { return QStringLiteral("webengine"); }
    QString missing() const override { return {}; }
    QString start() override { return {}; }

    QString version() const override
    {
        return QStringLiteral("Qt WebEngine %1, Chromium %2")
            .arg(QLatin1String(qWebEngineVersion()), QLatin1String(qWebEngineChromiumVersion()));
    }

    bool open(const QUrl &url) override { return m_page.load(url); }
    QVariant evaluate(const QString &expression) override { return m_page.evaluate(expression); }

    bool run(const QString &script) override
    {
        m_page.evaluate(script);
        return true;
    }

    bool click(const QString &frame, const QString &element) override { return m_page.click(frame, element); }

    bool type(const QString &frame, const QString &element, const QString &text) override
    {
        return m_page.type(frame, element, text);
    }

private:
    BrowserPage m_page;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    PageInEngine test(std::make_unique<WebEngine>());
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
