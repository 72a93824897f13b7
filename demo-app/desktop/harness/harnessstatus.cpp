// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "harnessstatus.h"

#include "profile/profile.h"
#include "session/session.h"

#include <QtWidgets/qlabel.h>
#include <QtWidgets/qprogressbar.h>
#include <QtWidgets/qstatusbar.h>

HarnessStatus::HarnessStatus(QStatusBar *bar)
    : QObject(bar)
    , m_service(new QLabel)
    , m_key(new QLabel)
    , m_counts(new QLabel)
    , m_progress(new QProgressBar)
{
    // It contains names that come from a user or a file.
    m_service->setTextFormat(Qt::PlainText);
    m_service->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setMaximumWidth(220);
    m_progress->hide();
    bar->addWidget(m_service);
    bar->addWidget(m_key);
    bar->addPermanentWidget(m_progress);
    bar->addPermanentWidget(m_counts);
}

void HarnessStatus::showService(const Qa::Profile &profile, const QString &address)
{
    m_service->setText(profile.emulator
                           ? tr("Emulator at %1: no keys or internet connection needed.").arg(address)
                           : tr("%1: service at %2").arg(profile.name, address));
}

void HarnessStatus::showKey(Key key, const QString &problem)
{
    switch (key) {
    case Key::NotNeeded:
        m_key->clear();
        break;
    case Key::Awaited:
        m_key->setText(tr("Waiting for the keychain\u2026"));
        break;
    case Key::Missing:
        m_key->setText(tr("No server key."));
        break;
    case Key::InKeychain:
        m_key->setText(tr("The server key is in the keychain."));
        break;
    case Key::InMemory:
        m_key->setText(tr("The server key is in memory only."));
        break;
    }
    m_key->setToolTip(problem);
    m_key->setVisible(key != Key::NotNeeded);
}

void HarnessStatus::showCounts(const Qa::Session &session, qsizetype scenarios)
{
    using Qa::Status;
    m_counts->setText(tr("%1 passed, %2 failed, %3 skipped")
                          .arg(session.count(Status::Passed))
                          .arg(session.count(Status::Failed))
                          .arg(session.count(Status::Skipped))
                      + QLatin1Char(' ') + tr("of %n scenario(s)", nullptr, int(scenarios)));
}

void HarnessStatus::setProgressShown(bool shown)
{
    m_progress->setVisible(shown);
}

void HarnessStatus::showProgress(int number, int of)
{
    m_progress->setMaximum(of);
    m_progress->setValue(number - 1);
    m_progress->setFormat(tr("%1 of %2").arg(number).arg(of));
}

void HarnessStatus::retranslate()
{
    m_progress->setAccessibleName(tr("Run progress"));
}
