// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "program.h"
#include "shared/eventually.h"
#include "shared/loopbacktls.h"

#include <SmartCaptcha/SmartCaptchaEmulator>

#include <QtCore/qdatetime.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qlocale.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qscopeguard.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>

#include <functional>
#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

/// `smartcaptcha doctor` on this machine, with all kinds of problems added.
class tst_command_doctor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        program = std::make_unique<Program>();
        program->setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    void knowsTheMachine()
    {
        examine({QStringLiteral("--offline")});
        for (const char *id : {"sdk", "tlsLibrary", "qmlSmartCaptcha", "qmlWorkerScript", "qmlWebEngine",
                               "qmlWebView", "browser", "language", "display", "network", "engine"})
            QVERIFY2(!check(id).isEmpty(), id);
        QVERIFY(text("sdk").contains(QLatin1String(qVersion())));
        QCOMPARE(text("network"), QStringLiteral("not asked (--offline)"));
        QVERIFY(check("dns").isEmpty());
        QCOMPARE(state("display"), QStringLiteral("warning"));
        QCOMPARE(state("browser"), QStringLiteral("ok"));
        QVERIFY(
            check("browser").value(QLatin1String("advice")).toString().contains(QLatin1String("127.0.0.1")));
#ifdef SMARTCAPTCHA_WITH_BROWSER
        QVERIFY(text("browser").contains(QLatin1String("smartcaptcha solve")));
#endif
#ifdef SMARTCAPTCHA_WITH_KEYSTORE
        // The program has no session bus here.
        QCOMPARE(state("keychain"), QStringLiteral("warning"));
#endif
#ifdef SMARTCAPTCHA_WITH_QA
        QCOMPARE(state("engine"), QStringLiteral("ok"));
        QVERIFY2(text("engine").endsWith(QLatin1String("platform offscreen")), qPrintable(text("engine")));
        QVERIFY(text("webEngine").contains(QLatin1String(qVersion()).left(4)));
        static const QRegularExpression version(QStringLiteral(
            "^\\d+(\\.\\d+){3}(, with security fixes up to [\\d.]+)?; of [A-Z][a-z]+ 20\\d\\d"));
        QVERIFY2(version.match(text("chromium")).hasMatch(), qPrintable(text("chromium")));
        // A version that it would not warn about, for applications that want none that is older.
        const QString advice = check("chromium").value(QLatin1String("advice")).toString();
        static const QRegularExpression call(QStringLiteral("setMinimumChromium\\((\\d+)\\)"));
        QCOMPARE(call.match(advice).hasMatch(), state("chromium") == QLatin1String("warning"));
        QVERIFY2(advice.isEmpty()
                     || call.match(advice).captured(1).toInt()
                         > text("chromium").section(QLatin1Char('.'), 0, 0).toInt(),
                 qPrintable(advice));
        QVERIFY2(text("screenReader").startsWith(QLatin1String("it would find the captcha: ")),
                 qPrintable(text("screenReader")));
#endif
        QCOMPARE(status, 0);
    }

    void reachesTheEmulator()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        examine({QStringLiteral("--service"), emulator.url().toString()});
        QCOMPARE(state("dns"), QStringLiteral("ok"));
        QCOMPARE(state("connection"), QStringLiteral("ok"));
        QVERIFY(text("connection").contains(QStringLiteral("127.0.0.1:%1").arg(emulator.url().port())));
        QCOMPARE(status, 0);
        QCOMPARE(emulator.requests(QStringLiteral("/captcha.js")).size(), 1);
    }

    void saysItInWords()
    {
        SmartCaptchaEmulator emulator;
        QVERIFY(emulator.listen());
        const Program::Outcome outcome =
            program->run({QStringLiteral("doctor"), QStringLiteral("--service"), emulator.url().toString()});
        QCOMPARE(outcome.errors, QByteArray());
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.startsWith("ok       SDK"), outcome.output.constData());
        QVERIFY2(outcome.output.endsWith("\n\nA captcha can be shown here.\n"), outcome.output.constData());
        // The output fits on one page.
        QVERIFY2(outcome.output.count('\n') < 50, outcome.output.constData());

        program->setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("papyrus"));
        const Program::Outcome sick = program->run({QStringLiteral("doctor"), QStringLiteral("--offline")});
        QCOMPARE(sick.status, 1);
        QVERIFY2(sick.output.contains("problem  Display        QT_QPA_PLATFORM is papyrus"),
                 sick.output.constData());
        QVERIFY2(sick.output.endsWith("1 problem found, see above. People may not see a captcha here.\n"),
                 sick.output.constData());
    }

    void comparesClocks_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("equal") << 0 << QStringLiteral("ok");
        QTest::newRow("nearly equal") << 40 << QStringLiteral("ok");
        QTest::newRow("behind") << 100 << QStringLiteral("warning");
        QTest::newRow("ahead") << -100 << QStringLiteral("warning");
    }

    void comparesClocks()
    {
        QFETCH(int, seconds);
        QFETCH(QString, expected);
        const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(seconds);
        const QByteArray date =
            QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " GMT";
        const QUrl url = serve("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nDate: " + date + "\r\n\r\n");
        examine({QStringLiteral("--service"), url.toString()});
        QCOMPARE(state("time"), expected);
        const QString says = expected == QLatin1String("ok") ? QStringLiteral("agree")
            : seconds > 0                                    ? QStringLiteral("behind")
                                                             : QStringLiteral("ahead");
        QVERIFY2(text("time").endsWith(says), qPrintable(text("time")));
        QCOMPARE(status, 0);
    }

    void wondersAboutAnotherStatus()
    {
        const QUrl url = serve("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        examine({QStringLiteral("--service"), url.toString()});
        QCOMPARE(state("connection"), QStringLiteral("warning"));
        QVERIFY(text("connection").contains(QLatin1String("status 503")));
        QCOMPARE(text("time"), QStringLiteral("127.0.0.1: does not tell the time"));
    }

    void isNotKeptByASilentService()
    {
        const QUrl url = serve({});
        QElapsedTimer clock;
        clock.start();
        examine({QStringLiteral("--service"), url.toString()});
        QVERIFY2(clock.elapsed() < 20000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(state("connection"), QStringLiteral("problem"));
        QVERIFY(text("connection").contains(QLatin1String("no answer within 4 seconds")));
        QCOMPARE(status, 1);
    }

    void saysThatNothingIsThere()
    {
        examine({QStringLiteral("--service"), QStringLiteral("http://127.0.0.1:1")});
        QCOMPARE(state("connection"), QStringLiteral("problem"));
        QVERIFY(!check("connection").value(QLatin1String("advice")).toString().isEmpty());
        QCOMPARE(status, 1);
    }

    void refusesACertificateThatNobodyVouchesFor()
    {
        SmartCaptchaEmulator emulator;
        emulator.setSslConfiguration(loopbackTls());
        QVERIFY2(emulator.listen(), qPrintable(emulator.errorString()));
        examine({QStringLiteral("--service"), emulator.url().toString()});
        QCOMPARE(state("certificate"), QStringLiteral("problem"));
        QVERIFY2(text("certificate").contains(QLatin1String("refused")), qPrintable(text("certificate")));
        QCOMPARE(state("connection"), QStringLiteral("problem"));
        QCOMPARE(status, 1);
    }

#ifdef Q_OS_LINUX
    void missesADisplay()
    {
        for (const char *variable : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
            program->unsetVariable(QString::fromLatin1(variable));
        examine({QStringLiteral("--offline")});
        QCOMPARE(state("display"), QStringLiteral("problem"));
        QCOMPARE(status, 1);

        program->setVariable(QStringLiteral("DISPLAY"), QStringLiteral(":4711"));
        examine({QStringLiteral("--offline")});
        QCOMPARE(text("display"), QStringLiteral("DISPLAY is :4711, but nothing serves it"));
        QCOMPARE(status, 1);
    }

    void missesTheFolderOfWayland()
    {
        for (const char *variable : {"QT_QPA_PLATFORM", "DISPLAY", "XDG_RUNTIME_DIR"})
            program->unsetVariable(QLatin1String(variable));
        program->setVariable(QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("wayland-0"));
        examine({QStringLiteral("--offline")});
        QVERIFY2(text("display").contains(QLatin1String("XDG_RUNTIME_DIR is not set")),
                 qPrintable(text("display")));
    }

    void knowsWhatRootMayNot()
    {
        if (geteuid() != 0)
            QSKIP("this is not root");
        program->unsetVariable(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"));
        examine({QStringLiteral("--offline")});
        QCOMPARE(state("sandbox"), QStringLiteral("problem"));
        QVERIFY(text("sandbox").contains(QLatin1String("root")));
#ifdef SMARTCAPTCHA_WITH_QA
        QCOMPARE(state("engine"), QStringLiteral("problem"));
        QVERIFY2(text("engine").contains(QLatin1String("could not start (it crashed)"))
                     || text("engine").contains(QLatin1String("could not start (it ended with")),
                 qPrintable(text("engine")));
        // Everything that Chromium says about it, not only its last line.
        QVERIFY2(text("engine").contains(QLatin1String("no-sandbox")), qPrintable(text("engine")));
#endif
        QCOMPARE(status, 1);
    }
#endif

#ifdef SMARTCAPTCHA_WITH_QA
    void missesThePlugin()
    {
        program->setVariable(QStringLiteral("SMARTCAPTCHA_PLUGIN_PATH"), QStringLiteral("/there/is/none"));
        examine({QStringLiteral("--offline")});
        QCOMPARE(state("engine"), QStringLiteral("problem"));
        QVERIFY2(text("engine").contains(QLatin1String("/there/is/none")), qPrintable(text("engine")));
        QCOMPARE(status, 1);
    }

    // As the verifier, which sends nothing then.
    void refusesAProxyThatCannotBeUsed()
    {
        program->setVariable(QStringLiteral("https_proxy"), QStringLiteral("socks4://127.0.0.1:1"));
        examine({QStringLiteral("--service"), QStringLiteral("https://smartcaptcha.invalid")});
        QCOMPARE(state("proxy"), QStringLiteral("problem"));
        QVERIFY2(text("proxy").contains(QLatin1String("https_proxy")), qPrintable(text("proxy")));
    }

    void missesAFileOfTheEngine()
    {
        program->setVariable(QStringLiteral("QTWEBENGINEPROCESS_PATH"), QStringLiteral("/there/is/none"));
        examine({QStringLiteral("--offline")});
        QCOMPARE(state("engine"), QStringLiteral("problem"));
        QVERIFY2(text("engine").contains(QLatin1String("QtWebEngineProcess was not found")),
                 qPrintable(text("engine")));
        QVERIFY2(text("engine").contains(QLatin1String("/there/is/none")), qPrintable(text("engine")));
        QCOMPARE(status, 1);
    }

#ifdef Q_OS_LINUX
    void namesTheFilesInUse()
    {
        examine({QStringLiteral("--offline")});
        const std::pair<const char *, const char *> files[] = {
            {"engine.plugin", "SmartCaptchaWebEngine"},
            {"engine.process", "/QtWebEngineProcess"},
            {"engine.resources", "/qtwebengine_resources.pak"},
            {"engine.locale", "/qtwebengine_locales/en-US.pak"},
        };
        for (const auto &[id, name] : files) {
            QCOMPARE(state(id), QStringLiteral("ok"));
            QVERIFY2(text(id).contains(QLatin1String(name)), qPrintable(text(id)));
            const QString path = text(id).mid(text(id).indexOf(QLatin1Char('/')));
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        }

        // A captcha can be shown without the locale files.
        program->setVariable(QStringLiteral("QTWEBENGINE_LOCALES_PATH"), QStringLiteral("/there/is/none"));
        examine({QStringLiteral("--offline")});
        QCOMPARE(state("engine.locale"), QStringLiteral("warning"));
        QCOMPARE(status, 0);
    }

    // Programs use the platform of the display, and so does the trial captcha.
    void triesThePlatformOfPrograms()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty())
            QSKIP("There is no Xvfb here (on Debian: apt-get install xvfb)");
        QProcess screen;
        screen.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        screen.start(QStringLiteral("Xvfb"),
                     {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                      QStringLiteral("0"), QStringLiteral("640x480x24"), QStringLiteral("-extension"),
                      QStringLiteral("GLX")});
        const auto end = qScopeGuard([&screen] {
            screen.terminate();
            screen.waitForFinished();
        });
        EVENTUALLY(screen.canReadLine());
        const QString number = QString::fromLatin1(screen.readLine().trimmed());
        program->unsetVariable(QStringLiteral("QT_QPA_PLATFORM"));
        program->unsetVariable(QStringLiteral("WAYLAND_DISPLAY"));
        program->setVariable(QStringLiteral("DISPLAY"), QLatin1Char(':') + number);
        program->setVariable(QStringLiteral("QT_XCB_GL_INTEGRATION"), QStringLiteral("none"));
        examine({QStringLiteral("--offline")});
        QCOMPARE(state("display"), QStringLiteral("ok"));
        QCOMPARE(state("engine"), QStringLiteral("ok"));
        QVERIFY2(text("engine").endsWith(QLatin1String("platform xcb")), qPrintable(text("engine")));
        QCOMPARE(status, 0);
    }

    // A captcha that was shown overrides what the system's settings suggest. In a chroot the kernel refuses
    // to create user namespaces.
    void believesWhatItHasSeen()
    {
        if (geteuid() != 0 || QStandardPaths::findExecutable(QStringLiteral("unshare")).isEmpty())
            QSKIP("Only root can make another root");
        QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7777));
        QDir(folder.path()).mkdir(QStringLiteral("root"));
        program->unsetVariable(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"));
        program->setVariable(QStringLiteral("HOME"), folder.path());
        program->setVariable(QStringLiteral("XDG_RUNTIME_DIR"), folder.path());
        program->runThrough({QStringLiteral("unshare"), QStringLiteral("-m"), QStringLiteral("sh"),
                             QStringLiteral("-c"),
                             QStringLiteral("mount --rbind / '%1/root' && "
                                            "exec chroot --userspec=65534:65534 '%1/root' \"$@\"")
                                 .arg(folder.path()),
                             QStringLiteral("sh")});
        const Program::Outcome tried =
            program->run({QStringLiteral("doctor"), QStringLiteral("--json"), QStringLiteral("--offline")});
        if (tried.json().isEmpty())
            QSKIP("Another root cannot be made here");
        checks = tried.json().value(QLatin1String("checks")).toArray();
        QVERIFY2(text("sandbox").contains(QLatin1String("no user namespaces")), qPrintable(text("sandbox")));
        if (state("engine") != QLatin1String("ok"))
            QSKIP("This version of Qt WebEngine shows nothing without user namespaces");
        QCOMPARE(state("sandbox"), QStringLiteral("warning"));
        QCOMPARE(tried.status, 0);
    }
#endif
#endif

private:
    void examine(const QStringList &arguments)
    {
        const Program::Outcome outcome =
            program->run(QStringList{QStringLiteral("doctor"), QStringLiteral("--json")} + arguments);
        QCOMPARE(outcome.errors, QByteArray());
        const QJsonObject report = outcome.json();
        checks = report.value(QLatin1String("checks")).toArray();
        status = outcome.status;
        QCOMPARE(report.value(QLatin1String("canShow")), QJsonValue(status == 0));
    }

    QJsonObject check(const char *id) const
    {
        for (const QJsonValue &value : checks) {
            if (value[QLatin1String("id")].toString() == QLatin1String(id))
                return value.toObject();
        }
        return {};
    }

    QString state(const char *id) const
    {
        return check(id).value(QLatin1String("state")).toString();
    }
    QString text(const char *id) const
    {
        return check(id).value(QLatin1String("text")).toString();
    }

    /// A server that gives this answer to every request, or no answer if it is empty.
    QUrl serve(const QByteArray &answer)
    {
        server = std::make_unique<QTcpServer>();
        connect(server.get(), &QTcpServer::newConnection, server.get(), [this, answer] {
            QTcpSocket *const socket = server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                if (socket->readAll().contains("\r\n\r\n"))
                    socket->write(answer);
            });
        });
        server->listen(QHostAddress::LocalHost);
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server->serverPort()));
    }

    std::unique_ptr<Program> program;
    std::unique_ptr<QTcpServer> server;
    QJsonArray checks;
    int status = -1;
};

QTEST_GUILESS_MAIN(tst_command_doctor)
#include "tst_command_doctor.moc"
