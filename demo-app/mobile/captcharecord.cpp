// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captcharecord.h"

#include <QtQml/qjsengine.h>

namespace {

constexpr int shownCharacters = 4;

CaptchaRecord *&instance()
{
    static CaptchaRecord *record = nullptr;
    return record;
}

} // namespace

CaptchaRecord::CaptchaRecord(QObject *parent)
    : QObject(parent)
{
    instance() = this;
}

CaptchaRecord::~CaptchaRecord()
{
    instance() = nullptr;
}

CaptchaRecord *CaptchaRecord::create(QQmlEngine *, QJSEngine *)
{
    QJSEngine::setObjectOwnership(instance(), QJSEngine::CppOwnership);
    return instance();
}

QString CaptchaRecord::maskedToken() const
{
    const QString value = m_token.value();
    if (value.size() <= 4 * shownCharacters)
        return QString(value.size(), QChar(0x2022));
    return QString(12, QChar(0x2022)) + QLatin1Char(' ') + value.right(shownCharacters);
}

int CaptchaRecord::secondsLeft() const
{
    return m_outcome == Outcome::Expired ? 0 : int((m_token.remaining() + 999) / 1000);
}

void CaptchaRecord::begin(Outcome outcome)
{
    m_outcome = outcome;
    m_token = {};
    m_error = {};
    m_verified = false;
    m_result = {};
}

void CaptchaRecord::clear()
{
    begin(Outcome::None);
    Q_EMIT changed();
}

void CaptchaRecord::noteToken(const SmartCaptchaToken &token)
{
    begin(Outcome::Token);
    m_token = token;
    Q_EMIT changed();
}

void CaptchaRecord::noteExpired()
{
    m_outcome = Outcome::Expired;
    Q_EMIT changed();
}

void CaptchaRecord::noteCancelled()
{
    begin(Outcome::Cancelled);
    Q_EMIT changed();
}

void CaptchaRecord::noteError(const SmartCaptchaError &error)
{
    begin(Outcome::Failed);
    m_error = error;
    Q_EMIT changed();
}

void CaptchaRecord::noteResult(const SmartCaptchaResult &result, const SmartCaptchaToken &token)
{
    if (m_token.isNull() || token != m_token)
        return;
    m_verified = true;
    m_result = result;
    Q_EMIT changed();
}
