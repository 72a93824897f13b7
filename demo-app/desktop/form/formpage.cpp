// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "formpage.h"

#include "formservice.h"
#include "harness/exchangepanel.h"
#include "harness/timelinepanel.h"
#include "judge/eventtext.h"
#include "settingspanel.h"
#include "signinform.h"
#include "token/tokencard.h"
#include "token/tokendesk.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qcoreevent.h>
#include <QtCore/qsettings.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qtabwidget.h>

using Qa::Source;
namespace EventText = Qa::EventText;

FormPage::FormPage(FormService *service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_form(new SignInForm)
    , m_tokenCard(new TokenCard)
    , m_tokenDesk(new TokenDesk(m_tokenCard, this))
    , m_settings(new SettingsPanel)
    , m_restart(new QPushButton)
    , m_below(new QTabWidget)
    , m_across(new QSplitter(Qt::Horizontal))
    , m_down(new QSplitter(Qt::Vertical))
{
    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_settings);
    rightLayout->addWidget(m_restart, 0, Qt::AlignLeft);
    rightLayout->addWidget(m_tokenCard, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(right);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);

    m_below->setDocumentMode(true);
    m_below->addTab(new TimelinePanel(&m_timeline), QString());
    m_below->addTab(new ExchangePanel(&m_exchanges), QString());
    m_across->addWidget(m_form);
    m_across->addWidget(scroll);
    m_across->setStretchFactor(0, 1);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({640, 560});
    m_down->addWidget(m_across);
    m_down->addWidget(m_below);
    m_down->setStretchFactor(0, 1);
    m_down->setSizes({560, 200});
    for (QSplitter *splitter : {m_across, m_down})
        splitter->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_down);

    connectCaptcha();
    connectSettings();
    connectService();
    connect(m_service, &FormService::changed, this, &FormPage::connectService);
    m_form->captcha()->setVerifier(&m_verifier);
    retranslate();
}

void FormPage::connectCaptcha()
{
    SmartCaptchaWidget *captcha = m_form->captcha();
    m_tokenDesk->setCaptcha(captcha, &m_verifier);
    connect(captcha, &SmartCaptchaWidget::stateChanged, this, [this](SmartCaptcha::State state) {
        log(Source::Captcha, EventText::state(state));
        if (state == SmartCaptcha::State::Checking || state == SmartCaptcha::State::Loading) {
            m_form->clearResult();
            m_tokenDesk->clear();
        }
    });
    connect(captcha, &SmartCaptchaWidget::challengeShown, this,
            [this] { log(Source::Captcha, EventText::challengeShown()); });
    connect(captcha, &SmartCaptchaWidget::challengeHidden, this,
            [this] { log(Source::Captcha, EventText::challengeHidden()); });
    connect(captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        log(Source::Captcha, EventText::tokenReceived(token));
    });
    connect(captcha, &SmartCaptchaWidget::tokenExpired, this,
            [this] { log(Source::Captcha, EventText::tokenExpired()); });
    connect(captcha, &SmartCaptchaWidget::cancelled, this,
            [this] { log(Source::Captcha, EventText::cancelled()); });
    connect(captcha, &SmartCaptchaWidget::errorOccurred, this,
            [this](const SmartCaptchaError &error) { log(Source::Captcha, EventText::failed(error)); });
    connect(&m_verifier, &SmartCaptchaVerifier::finished, this, [this](const SmartCaptchaResult &result) {
        m_form->setResult(result);
        m_exchanges.add(m_verifier, result, {});
        log(Source::Verifier, EventText::verified(result));
    });
}

void FormPage::connectService()
{
    m_verifier.setTimeout(m_verifyTimeout);
    setUpVerifier();
    SmartCaptchaEmulator *const emulator = m_service->emulator();
    m_settings->setEmulatorThere(emulator);
    m_tokenDesk->setEmulator(emulator);
    if (emulator) {
        emulator->setScenario(m_settings->scenario());
        connect(emulator, &SmartCaptchaEmulator::requestReceived, this,
                [this](const SmartCaptchaEmulatorRequest &request) {
                    // The requests for the frames' own files would drown out the rest.
                    if (request.path().contains(QLatin1String("/static/")))
                        return;
                    log(Source::Network, EventText::request(request));
                });
    }
    if (m_shown)
        loadCaptcha();
}

void FormPage::connectSettings()
{
    connect(m_settings, &SettingsPanel::captchaChanged, this, &FormPage::loadCaptcha);
    connect(m_settings, &SettingsPanel::policyChanged, this, &FormPage::setUpVerifier);
    connect(m_settings, &SettingsPanel::verifyAtOnceChanged, this, [this](bool atOnce) {
        m_form->captcha()->setVerifier(atOnce ? &m_verifier : nullptr);
        m_tokenCard->setVerifiedAtOnce(atOnce);
    });
    connect(m_settings, &SettingsPanel::scenarioChosen, this, [this](const QString &name) {
        if (!m_service->emulator())
            return;
        m_service->emulator()->setScenario(name);
        log(Source::Harness, EventText::emulatorScenario(name));
        loadCaptcha();
    });
    connect(m_restart, &QPushButton::clicked, this, &FormPage::loadCaptcha);
}

void FormPage::setUpVerifier()
{
    m_verifier.setPolicy(m_settings->isStrict() ? SmartCaptchaPolicy::strict()
                                                : SmartCaptchaPolicy::serviceAdvice());
    m_service->profile().applyTo(&m_verifier);
}

void FormPage::loadCaptcha()
{
    SmartCaptchaOptions options;
    options.setPageSource(m_settings->pageSource());
    options.setMode(m_settings->mode());
    options.setTestMode(m_settings->isTestMode());
    m_service->profile().applyTo(&options);

    SmartCaptchaWidget *captcha = m_form->captcha();
    captcha->setChallengePresentation(m_settings->presentation());
    captcha->setEngine(m_settings->engine());
    captcha->setOptions(options);
    m_tokenDesk->clear();
    m_form->setMode(options.mode());
    // A browser opens only when the person asks for it.
    if (m_settings->engine() == SmartCaptchaWidget::Engine::Browser)
        captcha->reset();
    else
        captcha->load();
}

void FormPage::log(Source source, const QString &text)
{
    m_timeline.add(source, text);
}

void FormPage::saveState(QSettings *settings) const
{
    settings->setValue(QStringLiteral("formAcross"), m_across->saveState());
    settings->setValue(QStringLiteral("formDown"), m_down->saveState());
}

void FormPage::restoreState(const QSettings &settings)
{
    m_across->restoreState(settings.value(QStringLiteral("formAcross")).toByteArray());
    m_down->restoreState(settings.value(QStringLiteral("formDown")).toByteArray());
}

void FormPage::retranslate()
{
    m_below->setTabText(0, tr("Timeline"));
    m_below->setTabText(1, tr("Network"));
    m_restart->setText(tr("Star&t over"));
}

void FormPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FormPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_shown) {
        m_shown = true;
        loadCaptcha();
    }
}
