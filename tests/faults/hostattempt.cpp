// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "hostattempt.h"

#include <QtCore/qmetaobject.h>
#include <QtGui/qwindow.h>

#include <algorithm>

using State = SmartCaptcha::State;

HostAttempt::HostAttempt(const Fault &fault, Host host, QByteArray Outcomes::*column)
    : m_fault(fault)
    , m_host(host)
    , m_column(column)
{
}

HostAttempt::~HostAttempt() = default;

// Deadlines are short only where they are what is to end the attempt.
SmartCaptchaOptions HostAttempt::shortOptions() const
{
    SmartCaptchaOptions options = m_site.options(m_fault.inCustomPage);
    const Outcomes &outcomes = m_fault.outcomes;
    const QByteArrayList all{outcomes.widget, outcomes.webEngine, outcomes.webView};
    options.setLoadTimeout(30000);
    if (all.contains("LoadTimeout"))
        options.setLoadTimeout(2000);
    if (all.contains("ChallengeTimeout")) {
        options.setChallengeTimeout(1500);
        // Of the check.
        if (m_fault.moment != Moment::Challenge)
            options.setLoadTimeout(3000);
    }
    return options;
}

void HostAttempt::show(const SmartCaptchaOptions &options)
{
    m_scene = Scene::make(m_host, options);
    if (!m_scene->show())
        m_details << QStringLiteral("the window does not show");
}

void HostAttempt::begin()
{
    if (m_fault.moment == Moment::Start && m_fault.spoil)
        m_fault.spoil(m_site);
    if (m_fault.moment == Moment::Opening)
        m_site.hold("/page");
    else if (m_fault.moment == Moment::Loading)
        m_site.hold("/captcha.js");
    const SmartCaptchaOptions options = shortOptions();
    m_deadline = m_fault.moment == Moment::Challenge ? options.challengeTimeout() : options.loadTimeout();
    m_since.start();
    show(options);
}

// Qt WebView may bring the bridge into a page that is not the SDK's only after the widget is there. Then
// execute() does not reach it, but a person does; and the engine drops what is pressed before the page has
// been drawn.
bool HostAttempt::mustPress() const
{
    return m_host == Host::WebView && m_fault.inCustomPage
        && (m_healed || expected() == "token" || isOutOfSight());
}

// Only a press that does not reach the page keeps the attempt from going on.
bool HostAttempt::isOutOfSight() const
{
    return m_fault.act && expected() == "none" && m_fault.moment == Moment::Opening;
}

void HostAttempt::executeWhenReady()
{
    if (m_scene->state() != State::Ready)
        return;
    if (mustPress()) {
        if (!m_sincePress.isValid() || m_sincePress.hasExpired(1000)) {
            m_sincePress.start();
            ++m_presses;
            // In a minimised window nobody can, but the platform plugin of the tests would let them.
            if (!(m_scene->window()->windowStates() & Qt::WindowMinimized))
                m_scene->press({40, 50});
        }
    } else if (!m_executed) {
        m_executed = true;
        m_scene->execute();
    }
}

bool HostAttempt::hasLoaded()
{
    return m_fault.moment <= Moment::Loading || isReady();
}

// A busy computer may need longer than the short deadlines allow.
bool HostAttempt::isReady()
{
    if (m_scene->state() == State::Failed && m_retries < 8) {
        ++m_retries;
        m_site.release();
        m_executed = false;
        m_scene->reload();
    }
    return m_scene->state() == State::Ready;
}

bool HostAttempt::hasArrived()
{
    // Whoever comes first may have to come again, because the others took too long.
    m_arrived = false;
    switch (m_fault.moment) {
    case Moment::Start:
        m_arrived = true;
        break;
    case Moment::Opening:
        m_arrived = m_site.asked("/page") > 0;
        break;
    case Moment::Loading:
        m_arrived = m_site.asked("/captcha.js") > 0;
        break;
    case Moment::Ready:
        m_arrived = isReady();
        break;
    case Moment::Checking:
        if (isReady()) {
            m_site.hold("/api/check");
            m_askedBefore = m_site.asked("/api/check");
            executeWhenReady();
        }
        m_arrived = m_scene->state() == State::Checking && m_site.asked("/api/check") > m_askedBefore;
        break;
    case Moment::Challenge:
        m_site.emulator.setScenario(SmartCaptchaEmulator::Scenario::Challenge);
        if (isReady())
            executeWhenReady();
        m_arrived = m_scene->state() == State::Challenge;
        break;
    case Moment::Solved:
        if (isReady())
            executeWhenReady();
        m_arrived = m_scene->state() == State::Solved;
        break;
    case Moment::Verifying:
        Q_UNREACHABLE();
    }
    return m_arrived;
}

void HostAttempt::spoil()
{
    forgetOutcomes();
    if (m_fault.moment != Moment::Start && m_fault.spoil)
        m_fault.spoil(m_site);
}

void HostAttempt::goOn()
{
    // What happens to the whole program may have taken its time.
    if (m_fault.moment != Moment::Start)
        m_since.start();
    if (m_fault.act)
        m_fault.act(*m_scene);
    if (m_fault.deletes)
        m_scene->deleteCaptcha();
    m_site.release();
}

bool HostAttempt::isOver()
{
    if (m_took > 0 || (expected() == "none" && (!isOutOfSight() || m_presses > 2)))
        return true;
    if (outcome() != "none") {
        m_took = std::max<qint64>(m_since.elapsed(), 1);
        return true;
    }
    executeWhenReady();
    return false;
}

// What the application has heard.
QByteArray HostAttempt::outcome() const
{
    QByteArrayList heard;
    const auto add = [&heard](int times, const QByteArray &what) {
        for (int i = 0; i < times; ++i)
            heard << what;
    };
    add(m_scene->tokens, "token");
    add(m_scene->cancellations, "cancelled");
    add(m_scene->expiries, "expired");
    for (const SmartCaptchaError &error : m_scene->errors)
        heard << QMetaEnum::fromType<SmartCaptchaError::Code>().valueToKey(int(error.code()));
    return heard.isEmpty() ? QByteArrayLiteral("none") : heard.join(" and ");
}

void HostAttempt::forgetOutcomes()
{
    m_scene->tokens = m_scene->cancellations = m_scene->expiries = 0;
    m_scene->errors.clear();
}

void HostAttempt::tell(Outcomes *outcomes)
{
    m_seen = outcome();
    for (const SmartCaptchaError &error : m_scene->errors)
        m_details << error.details();
    outcomes->*m_column = m_seen;
}

void HostAttempt::heal()
{
    m_site.heal();
    m_healed = true;
    m_executed = false;
    const SmartCaptchaOptions options = m_site.options(m_fault.inCustomPage);
    if (!m_scene->isThere()) {
        show(options);
        return;
    }
    forgetOutcomes();
    if (m_fault.isRetried) {
        if (!m_scene->pressRetry())
            m_details << QStringLiteral("there is no button to try again");
        return;
    }
    m_scene->window()->showNormal();
    if (isOutOfSight())
        return;
    m_scene->setOptions(options);
    m_scene->reload();
}

bool HostAttempt::hasRecovered()
{
    executeWhenReady();
    m_recovered = outcome() == "token";
    return m_recovered || m_scene->state() == State::Failed;
}

QStringList HostAttempt::problems() const
{
    QStringList problems;
    if (!m_arrived) {
        problems << QStringLiteral("it does not get that far");
    } else {
        if (!isAmong(m_seen, expected()))
            problems << QStringLiteral("%1 instead of %2")
                            .arg(QString::fromLatin1(m_seen), QString::fromLatin1(expected()));
        problems << lateness(expected(), m_took, m_deadline);
        if (!m_recovered)
            problems << QStringLiteral("no way on, but %1").arg(QString::fromLatin1(outcome()));
        if (!m_site.arrivedElsewhere().isEmpty())
            problems << QStringLiteral("arrived elsewhere");
    }
    if (problems.isEmpty())
        return {};
    return {QStringLiteral("%1: %2 (%3)")
                .arg(m_host == Host::Widget          ? QStringLiteral("widget")
                         : m_host == Host::WebEngine ? QStringLiteral("WebEngine")
                                                     : QStringLiteral("WebView"),
                     problems.join(QLatin1String(", ")), m_details.join(QLatin1Char(' ')))};
}
