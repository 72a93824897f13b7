// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "onetimebody.h"

#include <cstring>
#include <utility>

namespace SmartCaptcha::Internal {

OneTimeBody::OneTimeBody(const SecretBytes &content, Rewind rewind, std::function<void()> refused)
    : m_content(content)
    , m_rewind(rewind)
    , m_refused(std::move(refused))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneTimeBody::seek(qint64 position)
{
    if (m_withheld)
        return false;
    if (m_read || m_rewind == Rewind::Never) {
        m_refused();
        return false;
    }
    return QIODevice::seek(position);
}

qint64 OneTimeBody::readData(char *data, qint64 maximum)
{
    if (m_withheld)
        return -1;
    const QByteArray &content = m_content.bytes();
    const qint64 count = qMin(maximum, content.size() - pos());
    if (count <= 0)
        return 0;
    m_read = true;
    std::memcpy(data, content.constData() + pos(), static_cast<size_t>(count));
    return count;
}

qint64 OneTimeBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace SmartCaptcha::Internal
