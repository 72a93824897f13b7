// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "verifierattempt.h"

#include <QtCore/qmetaobject.h>
#include <QtNetwork/qsslconfiguration.h>

#include <algorithm>

VerifierAttempt::VerifierAttempt(const Fault &fault)
    : m_fault(fault)
{
    makeVerifier();
}

void VerifierAttempt::makeVerifier()
{
    m_verifier = std::make_unique<SmartCaptchaVerifier>();
    QObject::connect(m_verifier.get(), &SmartCaptchaVerifier::finished, m_verifier.get(),
                     [this](const SmartCaptchaResult &result) {
                         m_results << result;
                         m_took = std::max(m_took, m_since.elapsed());
                     });
    // So that nothing else is wrong with the certificates.
    QSslConfiguration configuration = m_verifier->sslConfiguration();
    configuration.addCaCertificates(QStringLiteral(TEST_CERTIFICATES "/ca.pem"));
    m_verifier->setSslConfiguration(configuration);
}

void VerifierAttempt::begin()
{
    if (m_fault.moment == Moment::Verifying)
        m_site.holdAnswer(m_fault.step == "backend" ? "/backend/verify" : "/validate");
    else
        m_fault.spoil(m_site);
    if (expected().contains("Timeout"))
        m_deadline = 1000;
    m_verifier->setTimeout(m_deadline);
    ask();
}

void VerifierAttempt::ask()
{
    if (m_fault.step == "backend") {
        m_verifier->setBackendUrl(m_site.backendUrl());
    } else {
        m_verifier->setService(SmartCaptchaService(m_site.validateBase()));
        m_verifier->setServerKey(m_site.emulator.serverKey());
    }
    m_since.start();
    m_verifier->verify(m_site.emulator.issueToken());
}

bool VerifierAttempt::hasArrived()
{
    return m_fault.moment != Moment::Verifying || m_site.isHolding();
}

void VerifierAttempt::spoil()
{
    if (m_fault.moment != Moment::Verifying)
        return;
    m_since.start();
    if (m_fault.spoil)
        m_fault.spoil(m_site);
}

void VerifierAttempt::goOn()
{
    if (m_fault.deletes)
        m_verifier.reset();
    m_site.release();
}

bool VerifierAttempt::isOver()
{
    return expected() == "none" || !m_results.isEmpty();
}

QByteArray VerifierAttempt::outcome() const
{
    QByteArrayList heard;
    for (const SmartCaptchaResult &result : m_results)
        heard << (result.verdict() == SmartCaptchaResult::Verdict::Undetermined
                      ? QMetaEnum::fromType<SmartCaptchaResult::Error>().valueToKey(int(result.error()))
                      : QMetaEnum::fromType<SmartCaptchaResult::Verdict>().valueToKey(int(result.verdict())));
    return heard.isEmpty() ? QByteArrayLiteral("none") : heard.join(" and ");
}

void VerifierAttempt::tell(Outcomes *outcomes)
{
    outcomes->verifier = m_seen = outcome();
}

void VerifierAttempt::heal()
{
    m_site.heal();
    m_results.clear();
    if (!m_verifier)
        makeVerifier();
    m_verifier->setTimeout(30000);
    ask();
}

QStringList VerifierAttempt::problems() const
{
    QStringList problems;
    if (!isAmong(m_seen, expected()))
        problems << QStringLiteral("%1 instead of %2")
                        .arg(QString::fromLatin1(m_seen), QString::fromLatin1(expected()));
    problems << lateness(expected(), m_took, m_deadline);
    if (outcome() != "Human")
        problems << QStringLiteral("no way on, but %1").arg(QString::fromLatin1(outcome()));
    if (!m_site.arrivedElsewhere().isEmpty())
        problems << QStringLiteral("arrived elsewhere");
    return problems.isEmpty()
        ? problems
        : QStringList{QStringLiteral("verifier: ") + problems.join(QLatin1String(", "))};
}
