// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"
#include "shared/exampleoptions.h"
#include "smartcaptchaview.h"

#include <SmartCaptcha/smartcaptchaquick.h>

#include <QtCore/qdir.h>
#include <QtCore/qlibraryinfo.h>
#include <QtCore/qtemporarydir.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtTest/qtest.h>

using Engine = SmartCaptchaView::Engine;
using State = SmartCaptcha::State;

/// The error messages when the QML module of an engine is missing or unusable.
class tst_quickmissing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theErrorNamesWhatIsMissing_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("package");
        for (const auto &[name, engine, package] :
             {std::tuple{"QtWebEngine", Engine::WebEngine, "qml6-module-qtwebengine"},
              std::tuple{"QtWebView", Engine::WebView, "qml6-module-qtwebview"}}) {
            QTest::addRow("%s, no module", name) << engine << QString() << QString::fromLatin1(package);
            QTest::addRow("%s, a module without its plugin", name)
                << engine << QStringLiteral("nothing") << QString();
#ifdef TEST_WITHOUT_ENGINE
            QTest::addRow("%s, a plugin without the engine", name)
                << engine << QStringLiteral(TEST_WITHOUT_ENGINE)
                << QStringLiteral("libqt6webenginethatnobodyhas6");
#endif
        }
    }

    void theErrorNamesWhatIsMissing()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, plugin);
        QFETCH(QString, package);
#ifndef Q_OS_LINUX
        package.clear();
#endif
        const QString module =
            engine == Engine::WebView ? QStringLiteral("QtWebView") : QStringLiteral("QtWebEngine");
        QTemporaryDir folder;
        const QDir modules(folder.path());
        const QDir installed(QLibraryInfo::path(QLibraryInfo::QmlImportsPath));
        for (const char *needed : {"QtQml", "QtQuick"}) {
            const QString name = QString::fromLatin1(needed);
            QVERIFY(QFile::link(installed.filePath(name), modules.filePath(name)));
        }
        if (!plugin.isEmpty()) {
            QVERIFY(modules.mkdir(module));
            QFile::copy(plugin, modules.filePath(module + QStringLiteral("/libbroken.so")));
            QFile qmldir(modules.filePath(module + QStringLiteral("/qmldir")));
            QVERIFY(qmldir.open(QIODevice::WriteOnly));
            qmldir.write("module " + module.toLatin1() + "\nplugin broken\n");
        }

        QQmlEngine qmlEngine;
        qmlEngine.setImportPathList({folder.path(), QStringLiteral("qrc:/qt-project.org/imports")});
        QQmlComponent component(&qmlEngine);
        component.setData("import SmartCaptcha\nSmartCaptchaView { autoLoad: false }", QUrl());
        const std::unique_ptr<QObject> object(component.create());
        auto *const captcha = qobject_cast<SmartCaptchaView *>(object.get());
        QVERIFY2(captcha, qPrintable(component.errorString()));
        captcha->setEngine(engine);
        captcha->setOptions(standard());
        captcha->load();
        EVENTUALLY_COMPARE(captcha->captchaState(), State::Failed);
        const SmartCaptchaError error = captcha->error();
        QCOMPARE(error.code(), SmartCaptchaError::Code::WebEngineUnavailable);
        QVERIFY2(error.details().contains(module), qPrintable(error.details()));
        QVERIFY2(package.isEmpty() ? !error.details().contains(QLatin1String("apt-get"))
                                   : error.details().contains(QLatin1String("apt-get install ") + package),
                 qPrintable(error.details()));
    }
};

int main(int argc, char **argv)
{
    SmartCaptcha::initializeQuick();
    QGuiApplication application(argc, argv);
    tst_quickmissing test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_quickmissing.moc"
