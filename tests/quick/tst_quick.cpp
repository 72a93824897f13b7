// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "quickbench.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qlocale.h>
#include <QtQml/qqmlcontext.h>
#include <QtQml/qqmlengine.h>
#include <QtQuickTest/quicktest.h>

#include <memory>

/// Runs the files in the folder qml, which access a QuickBench as `bench`.
class Setup : public QObject {
    Q_OBJECT

public:
    Setup() { SmartCaptcha::initializeQuick(); }

public Q_SLOTS:
    void applicationAvailable()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        m_bench = std::make_unique<QuickBench>();
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->rootContext()->setContextProperty(QStringLiteral("bench"), m_bench.get());
    }
    void cleanupTestCase() { m_bench.reset(); }

private:
    std::unique_ptr<QuickBench> m_bench;
};

QUICK_TEST_MAIN_WITH_SETUP(tst_quick, Setup)
#include "tst_quick.moc"
