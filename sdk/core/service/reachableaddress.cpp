// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "reachableaddress.h"

#include <QtCore/qhash.h>
#include <QtCore/qmutex.h>

namespace SmartCaptcha::Internal::ReachableAddress {

namespace {

struct Memory {
    QMutex mutex;
    QHash<QList<QUrl>, QUrl> answered;
};

Memory &memory()
{
    static Memory instance;
    return instance;
}

} // namespace

qsizetype indexFor(const QList<QUrl> &baseUrls)
{
    Memory &m = memory();
    const QMutexLocker locker(&m.mutex);
    return qMax(qsizetype(0), baseUrls.indexOf(m.answered.value(baseUrls)));
}

QList<QUrl> inOrder(const QList<QUrl> &baseUrls)
{
    QList<QUrl> ordered = baseUrls;
    if (!ordered.isEmpty())
        ordered.move(indexFor(baseUrls), 0);
    return ordered;
}

void remember(const QList<QUrl> &baseUrls, const QUrl &baseUrl)
{
    Memory &m = memory();
    const QMutexLocker locker(&m.mutex);
    if (baseUrls.contains(baseUrl))
        m.answered.insert(baseUrls, baseUrl);
}

void forgetAll()
{
    Memory &m = memory();
    const QMutexLocker locker(&m.mutex);
    m.answered.clear();
}

} // namespace SmartCaptcha::Internal::ReachableAddress
