// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profilefile.h"

#include "keypair.h"

#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qset.h>

#include <algorithm>

namespace Qa {

namespace {

constexpr int form = 1;

QJsonObject objectOf(const Profile &profile)
{
    QJsonObject object;
    const auto put = [&object](const char *field, const QJsonValue &value) {
        object.insert(QString::fromLatin1(field), value);
    };
    put("id", profile.id);
    put("name", profile.name);
    // If the file does not name the service, the profile keeps using the current one, even if its address
    // changes.
    if (profile.service != SmartCaptchaService::current()) {
        QJsonArray addresses;
        const QList<QUrl> urls = profile.service.baseUrls();
        for (const QUrl &url : urls)
            addresses << url.toString();
        put("service", addresses);
    }
    if (!profile.siteKey.isEmpty())
        put("siteKey", profile.siteKey);
    if (!profile.pageOrigin.isEmpty())
        put("pageOrigin", profile.pageOrigin.toString());
    if (profile.loadTimeout > 0)
        put("loadTimeout", profile.loadTimeout);
    if (profile.verifyTimeout > 0)
        put("verifyTimeout", profile.verifyTimeout);
    if (!profile.allowedHosts.isEmpty())
        put("allowedHosts", QJsonArray::fromStringList(profile.allowedHosts));
    return object;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts << text.toString();
    return texts;
}

// Nothing when the value is not a profile at all.
std::optional<Profile> profileOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto get = [&object](const char *field) { return object.value(QLatin1String(field)); };
    const auto timeout = [&](const char *field) {
        return std::clamp(get(field).toInt(), 0, Profile::MaximumTimeout);
    };
    Profile profile;
    profile.emulator = false;
    profile.id = get("id").toString();
    profile.name = get("name").toString().trimmed();
    if (profile.name.isEmpty() || profile.id == Profile::emulatorId())
        return {};
    if (profile.id.isEmpty())
        profile.id = Profile::create({}).id;
    if (object.contains(QLatin1String("service"))) {
        QList<QUrl> urls;
        const QStringList addresses = textsOf(get("service"));
        for (const QString &address : addresses)
            urls << QUrl(address);
        profile.service = SmartCaptchaService(urls);
    }
    profile.siteKey = get("siteKey").toString();
    profile.pageOrigin = QUrl(get("pageOrigin").toString());
    profile.loadTimeout = timeout("loadTimeout");
    profile.verifyTimeout = timeout("verifyTimeout");
    profile.allowedHosts = textsOf(get("allowedHosts"));
    return profile;
}

QByteArray jsonOf(const QList<Profile> &profiles, const QString &current)
{
    QJsonArray array;
    for (const Profile &profile : profiles) {
        if (!profile.emulator)
            array << objectOf(profile);
    }
    QJsonObject root{{QStringLiteral("form"), form}, {QStringLiteral("profiles"), array}};
    if (!current.isEmpty())
        root.insert(QStringLiteral("current"), current);
    return QJsonDocument(root).toJson();
}

} // namespace

QByteArray ProfileFile::toJson(const QList<Profile> &profiles, const QString &current)
{
    return jsonOf(profiles, current);
}

ProfileFile::Content ProfileFile::fromJson(const QByteArray &json)
{
    Content content;
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError) {
        content.problem = tr("It is not valid JSON: %1.").arg(error.errorString());
        return content;
    }
    const int itsForm = root.value(QLatin1String("form")).toInt();
    if (itsForm > form) {
        content.problem = tr("It was written by a newer version of this program.");
        return content;
    }
    const QJsonValue list = root.value(QLatin1String("profiles"));
    if (itsForm < 1 || !list.isArray()) {
        content.problem = tr("It contains no profiles.");
        return content;
    }
    QSet<QString> ids;
    int damaged = 0;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &value : array) {
        const std::optional<Profile> profile = profileOf(value);
        if (profile && !ids.contains(profile->id)) {
            ids << profile->id;
            content.profiles << *profile;
        } else {
            ++damaged;
        }
    }
    if (damaged > 0)
        content.problem = tr("%n profile(s) could not be read.", nullptr, damaged);
    content.current = root.value(QLatin1String("current")).toString();
    return content;
}

bool ProfileFile::write(const QString &file, const QByteArray &content, QString *problem)
{
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(content) == content.size() && target.commit())
        return true;
    *problem = tr("Could not write %1: %2.").arg(file, target.errorString());
    return false;
}

bool ProfileFile::exportTo(const QString &file, const QList<Profile> &profiles, QString *problem)
{
    QList<Profile> handedOn = profiles;
    for (Profile &profile : handedOn)
        profile.siteKey.clear();
    const QByteArray json = jsonOf(handedOn, {});
    // A key may have been entered in a field that is not meant for one.
    if (KeyPair::holdsKey(QString::fromUtf8(json))) {
        *problem = tr("A name, an address or a host of these profiles contains a key. It would be exported "
                      "with them; remove it first.");
        return false;
    }
    return write(file, json, problem);
}

std::optional<QList<Profile>> ProfileFile::importFrom(const QString &file, const QStringList &taken,
                                                      QString *problem)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        *problem = tr("Could not read %1: %2.").arg(file, source.errorString());
        return {};
    }
    Content content = fromJson(source.readAll());
    if (content.problem.isEmpty() && content.profiles.isEmpty())
        content.problem = tr("It contains no profiles.");
    if (!content.problem.isEmpty()) {
        *problem = tr("Could not import %1. %2").arg(file, content.problem);
        return {};
    }
    QStringList names = taken;
    for (Profile &profile : content.profiles) {
        profile.id = Profile::create({}).id;
        profile.siteKey.clear();
        profile.name = freeName(profile.name, names);
        names << profile.name;
    }
    return content.profiles;
}

QString ProfileFile::freeName(const QString &name, const QStringList &taken)
{
    if (!taken.contains(name, Qt::CaseInsensitive))
        return name;
    // The name after "Shop 2" is "Shop 3".
    static const QRegularExpression number(QStringLiteral("\\s+\\d+$"));
    QString stem = name;
    stem.remove(number);
    for (int next = 2;; ++next) {
        const QString free = QStringLiteral("%1 %2").arg(stem).arg(next);
        if (!taken.contains(free, Qt::CaseInsensitive))
            return free;
    }
}

} // namespace Qa
