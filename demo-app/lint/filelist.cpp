// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "filelist.h"

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qxmlstream.h>

#include <algorithm>
#include <optional>

namespace Lint {

namespace {

constexpr int gitTimeout = 30000;

/// The output of git in @p folder; nothing when it is not in a checkout, or git is not installed.
std::optional<QByteArray> git(const QString &folder, const QStringList &arguments)
{
    static const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(gitTimeout) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

bool isIgnored(const QString &folder)
{
    return git(folder, {QStringLiteral("check-ignore"), QStringLiteral("-q"), QStringLiteral(".")})
        .has_value();
}

bool isTestName(const QString &relativePath)
{
    static const QRegularExpression form(
        QStringLiteral("(^|/)(tests?|autotests?|__tests__)/|(^|/)(tst|test)_[^/]*$|[._]test\\.[^/.]+$"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(relativePath).hasMatch();
}

QString joined(const QString &folder, const QString &name)
{
    return folder.isEmpty() || folder == QLatin1String(".") ? name
        : folder.endsWith(QLatin1Char('/'))                 ? folder + name
                                                            : folder + QLatin1Char('/') + name;
}

} // namespace

bool FileList::add(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return false;
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    const QString root = rootOf(folder);
    if (info.isDir())
        addFolder(QDir::cleanPath(path), root);
    else
        addFile(QDir::cleanPath(path), root);
    return true;
}

QString FileList::rootOf(const QString &folder)
{
    const auto known = m_roots.constFind(folder);
    if (known != m_roots.constEnd())
        return *known;
    // Paths are compared with test names relative to the top of the checkout, so that the checkout's own
    // location does not matter. A build folder inside it is a root of its own.
    const auto top = isIgnored(folder)
        ? std::nullopt
        : git(folder, {QStringLiteral("rev-parse"), QStringLiteral("--show-toplevel")});
    const QString root = top ? QString::fromUtf8(*top).trimmed() : folder;
    m_roots.insert(folder, root);
    return root;
}

void FileList::addFile(const QString &path, const QString &root)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    if (canonical.isEmpty() || m_known.contains(canonical))
        return;
    m_known.insert(canonical);
    const QString relative = QDir(QFileInfo(root).canonicalFilePath()).relativeFilePath(canonical);
    m_entries.append({path, isTestName(relative)});
    if (info.suffix() == QLatin1String("qrc"))
        addFilesOfResources(path, root);
}

void FileList::addFolder(const QString &path, const QString &root)
{
    const auto listed = isIgnored(path) ? std::nullopt
                                        : git(path,
                                              {QStringLiteral("ls-files"), QStringLiteral("-z"),
                                               QStringLiteral("-co"), QStringLiteral("--exclude-standard")});
    if (!listed) {
        addAll(path, root);
        return;
    }
    QStringList files = QString::fromUtf8(*listed).split(QLatin1Char('\0'), Qt::SkipEmptyParts);
    files.sort();
    addCheckedIn(path, root, files);
}

void FileList::addAll(const QString &folder, const QString &root)
{
    static const QStringList skipped{QStringLiteral(".git"), QStringLiteral(".hg"), QStringLiteral(".svn")};
    const QFileInfoList children =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &child : children) {
        const QString path = joined(folder, child.fileName());
        if (!child.isDir()) {
            if (child.isFile())
                addFile(path, root);
            continue;
        }
        if (child.isSymLink() || skipped.contains(child.fileName()) || isBuildFolder(path))
            continue;
        // A checkout inside a folder that is not one.
        if (QFileInfo::exists(path + QLatin1String("/.git")))
            addFolder(path, root);
        else
            addAll(path, root);
    }
}

void FileList::addCheckedIn(const QString &folder, const QString &root, const QStringList &files)
{
    for (const QString &file : files) {
        const QString path = joined(folder, file);
        bool built = false;
        for (qsizetype slash = file.indexOf(QLatin1Char('/')); slash >= 0 && !built;
             slash = file.indexOf(QLatin1Char('/'), slash + 1))
            built = isBuildFolder(joined(folder, file.left(slash)));
        if (built)
            continue;
        const QFileInfo info(path);
        // A repository inside this one, such as a submodule.
        if (info.isDir() && !info.isSymLink())
            addFolder(path, root);
        else if (info.isFile())
            addFile(path, root);
    }
}

void FileList::addFilesOfResources(const QString &path, const QString &root)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("file"))
            continue;
        const QString name = reader.readElementText().trimmed();
        const QString named =
            QDir::isAbsolutePath(name) ? name : QDir::cleanPath(joined(QFileInfo(path).path(), name));
        if (QFileInfo(named).isFile())
            addFile(named, root);
    }
}

bool FileList::isBuildFolder(const QString &folder)
{
    const auto known = m_buildFolders.constFind(folder);
    if (known != m_buildFolders.constEnd())
        return *known;
    const QDir dir(folder);
    bool found = false;
    for (const char *name : {"CMakeCache.txt", "build.ninja", ".ninja_log", ".qmake.stash"})
        found = found || dir.exists(QString::fromLatin1(name));
    m_buildFolders.insert(folder, found);
    return found;
}

} // namespace Lint
