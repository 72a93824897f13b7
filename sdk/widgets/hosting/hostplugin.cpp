// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostplugin.h"

#include "browserwidgethost.h"
#include "captcha/captchalog.h"
#include "captcha/engine/chromiumversion.h"
#include "captcha/engine/missinglibrary.h"
#include "captcha/engine/versioncheck.h"
#include "librarylocation.h"
#include "scriptedwidgethost.h"
#include "sharedopenglcontexts.h"
#include "unavailablewidgethost.h"

#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qlibrary.h>
#include <QtCore/qpluginloader.h>
#include <QtGui/qdesktopservices.h>

namespace SmartCaptcha::Internal::HostPlugin {

namespace {

Factory &scriptedFactory()
{
    static Factory factory = [](WidgetEngine) { return std::make_unique<ScriptedWidgetHost>(); };
    return factory;
}

QString interfaceId()
{
    return QString::fromLatin1(qobject_interface_iid<WidgetWebHostFactory *>());
}

// Why a plugin with this metadata cannot be used; empty if it has the engine and is of this version.
QString objection(const QJsonObject &data)
{
    if (data.value(QLatin1String("IID")).toString() != interfaceId())
        return QStringLiteral("it is no web host of this SDK");
    const QJsonObject metaData = data.value(QLatin1String("MetaData")).toObject();
    const QString version = metaData.value(QLatin1String("version")).toString();
    // Host and library share classes that are not a public interface, so their versions must be exactly the
    // same.
    if (version != SmartCaptcha::version().toString())
        return QStringLiteral("it belongs to version %1 of the SDK, and this is version %2")
            .arg(version.isEmpty() ? QStringLiteral("(unknown)") : version,
                 SmartCaptcha::version().toString());
    const QString engine = metaData.value(QLatin1String("engine")).toString();
    if (engine != QLatin1String(Engine))
        return QStringLiteral("it has the web engine \"%1\", and \"%2\" is needed")
            .arg(engine, QLatin1String(Engine));
    return {};
}

WidgetWebHostFactory *linkedIn()
{
    const QList<QStaticPlugin> plugins = QPluginLoader::staticPlugins();
    for (const QStaticPlugin &plugin : plugins) {
        if (objection(plugin.metaData()).isEmpty())
            return qobject_cast<WidgetWebHostFactory *>(plugin.instance());
    }
    return nullptr;
}

} // namespace

QStringList folders()
{
    const QString given = qEnvironmentVariable(PathVariable);
    if (!given.isEmpty())
        return given.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    QStringList found;
    const QStringList qtFolders = QCoreApplication::libraryPaths();
    for (const QString &folder : qtFolders)
        found << QDir::cleanPath(folder + QLatin1String("/smartcaptcha"));
    const QString own = libraryFolder();
    if (!own.isEmpty())
        found << QDir::cleanPath(own + QLatin1Char('/') + QLatin1String(SMARTCAPTCHA_PLUGIN_DIR));
    found.removeDuplicates();
    return found;
}

WidgetWebHostFactory *find(const QStringList &folders, QString *problem)
{
    QStringList refused;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        const QStringList files = dir.entryList(QDir::Files, QDir::Name);
        for (const QString &file : files) {
            const QString path = dir.absoluteFilePath(file);
            if (!QLibrary::isLibrary(path))
                continue;
            QPluginLoader loader(path);
            const QJsonObject data = loader.metaData();
            // Read before the plugin is loaded: code of another version must not run.
            QString why = data.isEmpty() ? loader.errorString() : objection(data);
            if (why.isEmpty()) {
                if (auto *factory = qobject_cast<WidgetWebHostFactory *>(loader.instance()))
                    return factory;
                why = loader.errorString();
            }
            qCDebug(pageLog).noquote() << "Not used:" << path << why;
            refused << QStringLiteral("%1: %2").arg(path, why);
        }
    }
    const QString name = QStringLiteral(SMARTCAPTCHA_PLUGIN_FILE);
    const QString reasons = refused.join(QLatin1String("; "));
    const QString package = missingPackage(reasons);
    if (reasons.isEmpty())
        *problem =
            QStringLiteral("The plugin with the web engine, %1, was not found. Searched folders: "
                           "%2. %3")
                .arg(name, folders.join(QLatin1String(", ")), QStringLiteral(SMARTCAPTCHA_PLUGIN_ORIGIN));
    else if (package.isEmpty())
        *problem =
            QStringLiteral("The plugin with the web engine, %1, cannot be used. %2").arg(name, reasons);
    else
        *problem = QStringLiteral("The plugin with the web engine, %1, is there, but Qt WebEngine is not "
                                  "installed, or not completely. %2. On Debian: apt-get install %3.")
                       .arg(name, reasons, package);
    return nullptr;
}

void setScriptedFactory(const Factory &factory)
{
    scriptedFactory() = factory;
}

std::unique_ptr<WidgetWebHost> createHost(WidgetEngine wanted, int minimumChromium)
{
    if (ScriptedEngine::isInUse())
        return scriptedFactory()(wanted);

    QString problem = versionMismatch(QLatin1String(SMARTCAPTCHA_VERSION_STR));
    if (!problem.isEmpty())
        return std::make_unique<UnavailableWidgetHost>(problem);

    const auto inBrowser = [&problem] {
        return std::make_unique<BrowserWidgetHost>(
            [](const QUrl &address) { return QDesktopServices::openUrl(address); }, problem);
    };
    if (wanted == WidgetEngine::Browser)
        return inBrowser();

    static WidgetWebHostFactory *factory = linkedIn();
    if (!factory && !openGLContextsAreShared()) {
        // Qt WebEngine would terminate the process.
        problem =
            QStringLiteral("The library SmartCaptchaWidgets was loaded after the application object had "
                           "been created. Set Qt::AA_ShareOpenGLContexts before that.");
    } else if (!factory) {
#ifdef SMARTCAPTCHA_WIDGETS_STATIC_DEFINE
        problem =
            QStringLiteral("The SDK is linked statically, and the plugin with the web engine is not: link "
                           "SmartCaptcha::WebEngine to the program, too, and put "
                           "Q_IMPORT_PLUGIN(WebEngineHostFactory) in one of its files. ")
            + QStringLiteral(SMARTCAPTCHA_PLUGIN_ORIGIN);
#else
        factory = find(folders(), &problem);
#endif
    }
    // Decided before the engine starts.
    if (factory && wanted == WidgetEngine::Auto)
        problem = ChromiumVersion::objection(factory->chromium(), minimumChromium);
    if (factory && problem.isEmpty()) {
        if (WidgetWebHost *const host = factory->create(&problem))
            return std::unique_ptr<WidgetWebHost>(host);
    }
    if (wanted == WidgetEngine::Auto) {
        qCInfo(pageLog).noquote() << "The captcha opens in the person's browser." << problem;
        return inBrowser();
    }
    return std::make_unique<UnavailableWidgetHost>(problem);
}

} // namespace SmartCaptcha::Internal::HostPlugin
