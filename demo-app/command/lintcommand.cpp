// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "lintcommand.h"

#include "lint/filelist.h"
#include "lint/linter.h"
#include "lint/report.h"
#include "options/optionset.h"
#include "process/console.h"

#include <QtCore/qfile.h>

namespace {

QString about()
{
    return QStringLiteral(
        "Looks for what must not ship in source trees, files, programs and packages: server keys,\n"
        "keys that do not belong together, test mode, secrets sent by GET, a hidden shield without a\n"
        "notice, addresses that the service has left. docs/lint.md tells about each. In a checkout\n"
        "of git, files that it ignores are left out. The exit status is 0 when nothing was found, 1\n"
        "when something was, 2 for wrong usage or when something could not be looked at.");
}

/// The lines of a file.
QStringList linesOf(const QString &name, QString &problem)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString());
        return {};
    }
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.replaceInStrings(QStringLiteral("\r"), QString());
    return lines;
}

} // namespace

QString LintCommand::name() const
{
    return QStringLiteral("lint");
}

QString LintCommand::summary() const
{
    return QStringLiteral("find what must not ship in sources, programs and packages");
}

int LintCommand::run(const QStringList &arguments)
{
    constexpr qsizetype anyNumber = 100000;
    OptionSet options(name(), about());
    options.allowArguments(QStringLiteral("PATH..."), 0, anyNumber);
    options.addValue(QStringLiteral("format"), QStringLiteral("text|json|sarif"),
                     QStringLiteral("how to print what was found (text)"));
    options.addList(
        QStringLiteral("site-key"), QStringLiteral("K"),
        QStringLiteral("the client key that the program is meant for; may be given several times"));
    options.addValue(QStringLiteral("files-from"), QStringLiteral("FILE"),
                     QStringLiteral("look at the files named in FILE, one on a line, too"));
    if (const auto status = options.parse(arguments))
        return *status;
    const auto wrong = [this](const QString &what) {
        Console::fail(name() + QStringLiteral(": ") + what);
        return WrongUsage;
    };

    const QString format = options.value(QStringLiteral("format"), QStringLiteral("text"));
    if (format != QLatin1String("text") && format != QLatin1String("json")
        && format != QLatin1String("sarif"))
        return wrong(QStringLiteral("--format is text, json or sarif"));
    const QStringList siteKeys = options.values(QStringLiteral("site-key"));
    for (const QString &key : siteKeys) {
        if (!key.startsWith(QLatin1String("ysc1_")))
            return wrong(QStringLiteral("--site-key is a client key, which begins with ysc1_"));
    }
    QStringList paths = options.arguments();
    if (options.isSet(QStringLiteral("files-from"))) {
        QString problem;
        paths += linesOf(options.value(QStringLiteral("files-from")), problem);
        if (!problem.isEmpty())
            return wrong(problem);
    }
    if (paths.isEmpty())
        return wrong(QStringLiteral("there is nothing to look at; name files or folders"));
    return look(paths, siteKeys, format);
}

int LintCommand::look(const QStringList &paths, const QStringList &siteKeys, const QString &format)
{
    Lint::FileList files;
    for (const QString &path : paths) {
        if (!files.add(path)) {
            Console::fail(name() + QStringLiteral(": there is no file or folder %1").arg(path));
            return WrongUsage;
        }
    }
    Lint::Linter linter(siteKeys);
    for (const Lint::FileList::Entry &file : files.entries())
        linter.look(file);
    linter.conclude();

    Console::print(format == QLatin1String("json")        ? Lint::Report::asJson(linter)
                       : format == QLatin1String("sarif") ? Lint::Report::asSarif(linter)
                                                          : Lint::Report::asText(linter));
    for (const QString &remark : linter.remarks())
        Console::warn(QStringLiteral("lint: ") + remark);
    for (const QString &what : linter.unexamined())
        Console::fail(QStringLiteral("lint: ") + what);
    if (!linter.findings().isEmpty())
        return Failure;
    return linter.unexamined().isEmpty() ? Success : WrongUsage;
}
