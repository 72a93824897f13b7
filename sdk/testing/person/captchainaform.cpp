// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchainaform.h"

#include <SmartCaptcha/SmartCaptchaError>

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qtimer.h>
#include <QtCore/qvariant.h>

#include <initializer_list>

namespace SmartCaptcha::Internal {

namespace {

QString nameOf(State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(int(state)));
}

} // namespace

CaptchaInAForm::CaptchaInAForm(QObject *captcha)
    : m_captcha(captcha)
{
    // Item has a property called state.
    for (const char *name : {"captchaState", "state"}) {
        if (captcha && captcha->property(name).metaType() == QMetaType::fromType<State>()) {
            m_stateProperty = name;
            break;
        }
    }
}

bool CaptchaInAForm::isUsable()
{
    m_problem.clear();
    if (!m_captcha)
        return fail(QStringLiteral("There is no captcha, or it has been deleted."));
    if (m_stateProperty.isEmpty()) {
        return fail(QStringLiteral("A %1 is neither a SmartCaptchaWidget nor a SmartCaptchaView.")
                        .arg(QLatin1String(m_captcha->metaObject()->className())));
    }
    return true;
}

State CaptchaInAForm::state() const
{
    return m_captcha ? m_captcha->property(m_stateProperty.constData()).value<State>() : State::Idle;
}

void CaptchaInAForm::call(const char *slot)
{
    QMetaObject::invokeMethod(m_captcha, slot);
}

bool CaptchaInAForm::await(const std::function<bool()> &condition, const QString &what,
                           std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (m_captcha && !condition()) {
        if (state() == State::Failed) {
            const auto error = m_captcha->property("error").value<SmartCaptchaError>();
            return fail(QStringLiteral("The captcha has failed. %1").arg(error.details()));
        }
        if (deadline.hasExpired()) {
            return fail(QStringLiteral("The captcha is %1, and was not %2 within %3 ms.")
                            .arg(nameOf(state()), what)
                            .arg(patience.count()));
        }
        QEventLoop loop;
        QTimer::singleShot(std::chrono::milliseconds(5), &loop, &QEventLoop::quit);
        loop.exec();
    }
    return m_captcha || fail(QStringLiteral("The captcha was deleted."));
}

bool CaptchaInAForm::await(State wanted, std::chrono::milliseconds patience)
{
    return await([this, wanted] { return state() == wanted; }, nameOf(wanted), patience);
}

bool CaptchaInAForm::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

} // namespace SmartCaptcha::Internal
