// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "captchainaform.h"

#include "captchawitness.h"

#include <SmartCaptcha/SmartCaptchaError>

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qthread.h>
#include <QtCore/qvariant.h>

#include <initializer_list>
#include <utility>

namespace SmartCaptcha::Internal {

CaptchaInAForm::CaptchaInAForm(QObject *captcha, std::function<void()> challengeSeen)
    : m_captcha(captcha)
    , m_witness(std::make_unique<CaptchaWitness>(std::move(challengeSeen)))
{
    // Item has a property called state.
    for (const char *name : {"captchaState", "state"}) {
        if (captcha && captcha->property(name).metaType() == QMetaType::fromType<State>()) {
            m_stateProperty = name;
            break;
        }
    }
    if (m_stateProperty.isEmpty())
        return;
    // What SIGNAL() makes of the name.
    const QByteArray stateChanged = '2' + m_stateProperty + "Changed(SmartCaptcha::State)";
    QObject::connect(captcha, stateChanged.constData(), m_witness.get(), SLOT(seeState(SmartCaptcha::State)));
    QObject::connect(captcha, SIGNAL(tokenReceived(SmartCaptchaToken)), m_witness.get(),
                     SLOT(seeToken(SmartCaptchaToken)));
    QObject::connect(captcha, SIGNAL(cancelled()), m_witness.get(), SLOT(seeCancelled()));
}

CaptchaInAForm::~CaptchaInAForm() = default;

bool CaptchaInAForm::begin()
{
    m_problem.clear();
    m_witness->forget();
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

QString CaptchaInAForm::token() const
{
    return m_captcha ? m_captcha->property("token").value<SmartCaptchaToken>().value() : QString();
}

bool CaptchaInAForm::wasIn(State wanted) const
{
    return m_witness->states.contains(wanted) || (m_captcha && state() == wanted);
}

bool CaptchaInAForm::wasCancelled() const
{
    return m_witness->cancelled;
}

QStringList CaptchaInAForm::tokens() const
{
    return m_witness->tokens;
}

void CaptchaInAForm::call(const char *slot)
{
    QMetaObject::invokeMethod(m_captcha, slot);
}

bool CaptchaInAForm::await(const std::function<bool()> &condition, const QString &what,
                           std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!condition()) {
        if (!m_captcha)
            return fail(QStringLiteral("The captcha was deleted, and was not %1.").arg(what));
        if (state() == State::Failed) {
            const auto error = m_captcha->property("error").value<SmartCaptchaError>();
            return fail(QStringLiteral("The captcha has failed. %1").arg(error.details()));
        }
        if (deadline.hasExpired()) {
            const QMetaEnum states = QMetaEnum::fromType<State>();
            return fail(QStringLiteral("The captcha is %1, and was not %2 within %3 ms.")
                            .arg(QLatin1String(states.valueToKey(int(state()))), what)
                            .arg(patience.count()));
        }
        // As in Qt Test.
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(1);
    }
    return true;
}

bool CaptchaInAForm::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

} // namespace SmartCaptcha::Internal
