// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "shared/eventually.h"
#include "widgets/hosting/hostplugin.h"
#include "widgets/hosting/librarylocation.h"
#include "widgets/hosting/sharedopenglcontexts.h"

#include <SmartCaptcha/SmartCaptchaWidget>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qlibrary.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace SmartCaptcha::Internal;
using Code = SmartCaptchaError::Code;
using State = SmartCaptcha::State;

namespace {

const QString pluginName = QStringLiteral(TEST_PLUGIN_FILE);

} // namespace

class tst_pluginloader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv(HostPlugin::PathVariable); }

    void contextsAreSharedByTheTimeThereIsAnApplication()
    {
        QVERIFY(QCoreApplication::testAttribute(Qt::AA_ShareOpenGLContexts));
        QVERIFY(openGLContextsAreShared());
    }

    void looksInTheFoldersOfQtThenNextToTheLibrary()
    {
        const QStringList folders = HostPlugin::folders();
        const QStringList qtFolders = QCoreApplication::libraryPaths();
        QVERIFY(folders.size() >= 2);
        QCOMPARE(folders.first(), QDir::cleanPath(qtFolders.first() + QLatin1String("/smartcaptcha")));
        QVERIFY2(folders.last().endsWith(QLatin1String("/qt6/plugins/smartcaptcha")),
                 qPrintable(folders.last()));
        QVERIFY(QDir::isAbsolutePath(libraryFolder()));
    }

    void theVariableReplacesThem()
    {
        qputenv(HostPlugin::PathVariable,
                QStringLiteral("/one%1/two").arg(QDir::listSeparator()).toLocal8Bit());
        QCOMPARE(HostPlugin::folders(), QStringList({QStringLiteral("/one"), QStringLiteral("/two")}));
    }

    void missing()
    {
        QTemporaryDir empty;
        QString problem;
        QVERIFY(!HostPlugin::find({empty.path(), QStringLiteral("/does/not/exist")}, &problem));
        QVERIFY2(problem.contains(pluginName), qPrintable(problem));
        QVERIFY2(problem.contains(empty.path()), qPrintable(problem));
        QVERIFY2(problem.contains(QLatin1String("/does/not/exist")), qPrintable(problem));
        QVERIFY2(problem.contains(QLatin1String("was not found")), qPrintable(problem));
        // A missing plugin has nothing to do with whether Qt WebEngine is installed.
        QVERIFY2(!problem.contains(QLatin1String("apt-get")), qPrintable(problem));
    }

    void broken()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(pluginName));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no library, however long it is");
        file.close();
        QString problem;
        QVERIFY(!HostPlugin::find({folder.path()}, &problem));
        QVERIFY2(problem.contains(file.fileName()), qPrintable(problem));
        QVERIFY2(problem.contains(QLatin1String("cannot be used")), qPrintable(problem));
    }

    void foreign_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("reason");
        QTest::newRow("another version") << QStringLiteral(TEST_OTHER_VERSION)
                                         << QStringLiteral("version 0.0.1 of the SDK, and this is version ")
                + SmartCaptcha::version().toString();
        QTest::newRow("another engine")
            << QStringLiteral(TEST_OTHER_ENGINE)
            << QStringLiteral("web engine \"another\", and \"webengine\" is needed");
        QTest::newRow("another interface")
            << QStringLiteral(TEST_OTHER_INTERFACE) << QStringLiteral("no web host of this SDK");
        QTest::newRow("missing library")
            << QStringLiteral(TEST_UNRESOLVED) << QStringLiteral("smartcaptcha_that_nobody_has");
        QTest::newRow("missing engine")
            << QStringLiteral(TEST_WITHOUT_ENGINE) << QStringLiteral("Qt6WebEngineThatNobodyHas");
    }

    void foreign()
    {
        QFETCH(QString, source);
        QFETCH(QString, reason);
        QTemporaryDir folder;
        const QString file = folder.filePath(pluginName);
        QVERIFY(QFile::copy(source, file));
        QString problem;
        QVERIFY(!HostPlugin::find({folder.path()}, &problem));
        QVERIFY2(problem.contains(file), qPrintable(problem));
        QVERIFY2(problem.contains(reason), qPrintable(problem));
        QVERIFY2(!problem.contains(QLatin1String("not found")), qPrintable(problem));
#ifdef Q_OS_LINUX
        // The message only suggests packages that are not installed.
        const bool engineIsMissing = reason.contains(QLatin1String("Qt6WebEngine"));
        QCOMPARE(problem.count(QLatin1String("apt-get install")), engineIsMissing ? 1 : 0);
        QCOMPARE(problem.contains(QLatin1String(": apt-get install libqt6webenginethatnobodyhas6.")),
                 engineIsMissing);
#endif
    }

    void otherFilesDoNotMatter()
    {
        QTemporaryDir folder;
        QFile note(folder.filePath(QStringLiteral("README.txt")));
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.close();
        QVERIFY(QFile::copy(QStringLiteral(TEST_OTHER_VERSION),
                            folder.filePath(QStringLiteral("a") + pluginName)));
        QVERIFY(QFile::copy(QStringLiteral(TEST_OTHER_ENGINE),
                            folder.filePath(QStringLiteral("aa") + pluginName)));
        QVERIFY(QFile::copy(QStringLiteral(TEST_THIS_VERSION),
                            folder.filePath(QStringLiteral("b") + pluginName)));
        QString problem;
        WidgetWebHostFactory *factory = HostPlugin::find({folder.path()}, &problem);
        QVERIFY2(factory, qPrintable(problem));
    }

    void widgetWithoutAnEngineSaysWhatIsMissing()
    {
        QTemporaryDir empty;
        qputenv(HostPlugin::PathVariable, QFile::encodeName(empty.path()));
        SmartCaptchaOptions options(QStringLiteral("ysc1_test"));
        SmartCaptchaWidget widget(options);
        widget.setEngine(SmartCaptchaWidget::Engine::WebEngine);
        QSignalSpy errors(&widget, &SmartCaptchaWidget::errorOccurred);
        widget.load();
        // The signal comes later, so that callers have time to connect.
        QVERIFY(errors.isEmpty());
        QCOMPARE(widget.state(), State::Loading);
        EVENTUALLY_COMPARE(errors.size(), 1);
        const SmartCaptchaError error = widget.error();
        QCOMPARE(error.code(), Code::WebEngineUnavailable);
        QVERIFY2(error.details().contains(empty.path()), qPrintable(error.details()));
        QVERIFY(!error.isRetryable());
        QVERIFY(!error.userMessage().isEmpty());
        widget.preload();

        // Once the plugin is there, it is used.
        QVERIFY(QFile::copy(QStringLiteral(TEST_THIS_VERSION), empty.filePath(pluginName)));
        widget.load();
        EVENTUALLY_COMPARE(errors.size(), 2);
        QCOMPARE(widget.error().code(), Code::LoadFailed);
    }

    void anEngineThatIsTooOldIsPassedOver_data()
    {
        QTest::addColumn<int>("minimum");
        QTest::addColumn<bool>("inBrowser");
        QTest::newRow("any") << 0 << false;
        QTest::newRow("the same") << 100 << false;
        QTest::newRow("newer") << 101 << true;
    }

    // The plugin says that its Chromium is version 100. Last, because it stays for all captchas that follow.
    void anEngineThatIsTooOldIsPassedOver()
    {
        QFETCH(int, minimum);
        QFETCH(bool, inBrowser);
        QTemporaryDir folder;
        QVERIFY(QFile::copy(QStringLiteral(TEST_THIS_VERSION), folder.filePath(pluginName)));
        qputenv(HostPlugin::PathVariable, QFile::encodeName(folder.path()));
        const auto host = HostPlugin::createHost(WidgetEngine::Auto, minimum);
        QCOMPARE(bool(host->browserTab()), inBrowser);
        QVERIFY(!HostPlugin::createHost(WidgetEngine::WebEngine, minimum)->browserTab());
    }
};

QTEST_MAIN(tst_pluginloader)
#include "tst_pluginloader.moc"
