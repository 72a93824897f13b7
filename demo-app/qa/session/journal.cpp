// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "journal.h"

#include "report/picturename.h"
#include "report/report.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Qa {

namespace {

constexpr int form = 1;

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Journal::Journal() = default;

Journal::~Journal() = default;

bool Journal::writeLine(const QByteArray &line, QString *problem)
{
    if (m_file.write(line) == line.size() && m_file.flush()) {
#ifdef Q_OS_UNIX
        // The whole system may crash, not only the program.
        ::fsync(m_file.handle());
#endif
        return true;
    }
    *problem = m_file.errorString();
    return false;
}

bool Journal::begin(const QString &file, const QString &profileId, const QString &profile, QString *problem)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    m_file.close();
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        *problem = m_file.errorString();
        return false;
    }
    return writeLine(
        lineOf({{QStringLiteral("session"), form},
                {QStringLiteral("profileId"), profileId},
                {QStringLiteral("profile"), profile},
                {QStringLiteral("began"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}}),
        problem);
}

bool Journal::resume(const QString &file, QString *problem)
{
    if (!read(file)) {
        *problem = tr("The file contains no session.");
        return false;
    }
    m_file.close();
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::ReadWrite)) {
        *problem = m_file.errorString();
        return false;
    }
    // An incomplete last line must not spoil the next one.
    const qint64 size = m_file.size();
    bool whole = size == 0;
    if (size > 0) {
        m_file.seek(size - 1);
        whole = m_file.read(1) == "\n";
    }
    m_file.seek(size);
    return whole || writeLine("\n", problem);
}

void Journal::close()
{
    m_file.close();
}

bool Journal::add(const ScenarioResult &result, QString *problem)
{
    return writeLine(lineOf({{QStringLiteral("result"), Report::jsonOf(result)}}), problem);
}

bool Journal::addNote(const QString &scenario, const QString &text, QString *problem)
{
    return writeLine(lineOf({{QStringLiteral("note"), text}, {QStringLiteral("scenario"), scenario}}),
                     problem);
}

bool Journal::addPicture(const QString &scenario, const QString &picture, QString *problem)
{
    return writeLine(lineOf({{QStringLiteral("picture"), picture}, {QStringLiteral("scenario"), scenario}}),
                     problem);
}

std::optional<Journal::Content> Journal::read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::optional<Content> content;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value(QLatin1String("session")).toInt() == form) {
            content = Content{
                line.value(QLatin1String("profileId")).toString(),
                line.value(QLatin1String("profile")).toString(),
                QDateTime::fromString(line.value(QLatin1String("began")).toString(), Qt::ISODateWithMs)
                    .toLocalTime(),
                {},
                {},
                {}};
        } else if (content && line.contains(QLatin1String("result"))) {
            const ScenarioResult result = Report::resultOf(line.value(QLatin1String("result")).toObject());
            const auto same = [&](const ScenarioResult &other) { return other.id == result.id; };
            const auto before = std::find_if(content->results.begin(), content->results.end(), same);
            if (before != content->results.end())
                *before = result;
            else
                content->results << result;
        } else if (content && line.contains(QLatin1String("note"))) {
            content->notes[line.value(QLatin1String("scenario")).toString()] =
                line.value(QLatin1String("note")).toString();
        } else if (content && line.contains(QLatin1String("picture"))) {
            const QString picture = line.value(QLatin1String("picture")).toString();
            if (isPictureName(picture))
                content->pictures[line.value(QLatin1String("scenario")).toString()] << picture;
        }
    }
    return content;
}

} // namespace Qa
