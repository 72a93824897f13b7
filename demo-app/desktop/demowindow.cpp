// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "demowindow.h"

#include "demoservice.h"
#include "language/language.h"
#include "settingspanel.h"
#include "signinform.h"
#include "tokencard.h"

#include <SmartCaptcha/SmartCaptchaEmulator>
#include <SmartCaptcha/SmartCaptchaError>
#include <SmartCaptcha/SmartCaptchaPolicy>
#include <SmartCaptcha/SmartCaptchaReply>

#include <QtCore/qcoreevent.h>
#include <QtCore/qmetaobject.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qgroupbox.h>
#include <QtWidgets/qheaderview.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollbar.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qstatusbar.h>
#include <QtWidgets/qtableview.h>

using Source = EventLogModel::Source;

DemoWindow::DemoWindow(DemoService *service, QWidget *parent)
    : QMainWindow(parent)
    , m_service(service)
    , m_form(new SignInForm)
    , m_tokenCard(new TokenCard)
    , m_settings(
          new SettingsPanel(service->emulator() ? SmartCaptchaEmulator::scenarioNames() : QStringList()))
    , m_logBox(new QGroupBox)
    , m_logView(new QTableView)
    , m_clearLog(new QPushButton)
    , m_restart(new QPushButton)
    , m_serviceText(new QLabel)
{
    m_verifier.setService(service->service());
    m_verifier.setServerKey(service->serverKey());

    m_logView->setModel(&m_log);
    m_logView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_logView->setAlternatingRowColors(true);
    m_logView->setShowGrid(false);
    m_logView->setWordWrap(false);
    m_logView->setTabKeyNavigation(false);
    m_logView->verticalHeader()->hide();
    m_logView->horizontalHeader()->setStretchLastSection(true);
    m_logView->verticalHeader()->setDefaultSectionSize(m_logView->fontMetrics().height() + 6);

    auto *logLayout = new QVBoxLayout(m_logBox);
    logLayout->addWidget(m_logView);
    auto *logButtons = new QHBoxLayout;
    logButtons->addWidget(m_restart);
    logButtons->addStretch();
    logButtons->addWidget(m_clearLog);
    logLayout->addLayout(logButtons);

    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_form);

    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_settings);
    rightLayout->addWidget(m_tokenCard, 1);

    auto *top = new QSplitter(Qt::Horizontal);
    top->addWidget(left);
    top->addWidget(right);
    top->setStretchFactor(0, 1);
    top->setStretchFactor(1, 1);
    top->setSizes({480, 480});
    top->setChildrenCollapsible(false);
    auto *all = new QSplitter(Qt::Vertical);
    all->addWidget(top);
    all->addWidget(m_logBox);
    all->setStretchFactor(0, 0);
    all->setStretchFactor(1, 1);
    all->setChildrenCollapsible(false);
    auto *central = new QWidget;
    auto *centralLayout = new QVBoxLayout(central);
    centralLayout->addWidget(all);
    setCentralWidget(central);
    m_serviceText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    statusBar()->addWidget(m_serviceText);

    connectCaptcha();
    connectVerifier();
    connectSettings();
    m_form->captcha()->setVerifier(&m_verifier);
    retranslate();
    resize(980, 840);
    loadCaptcha();
}

void DemoWindow::connectCaptcha()
{
    SmartCaptchaWidget *captcha = m_form->captcha();
    connect(captcha, &SmartCaptchaWidget::stateChanged, this, [this](SmartCaptcha::State state) {
        log(Source::Captcha,
            tr("State: %1")
                .arg(QLatin1String(QMetaEnum::fromType<SmartCaptcha::State>().valueToKey(int(state)))));
        if (state == SmartCaptcha::State::Checking || state == SmartCaptcha::State::Loading) {
            m_form->clearResult();
            m_tokenCard->clear();
        }
    });
    connect(captcha, &SmartCaptchaWidget::challengeShown, this,
            [this] { log(Source::Captcha, tr("The challenge is shown.")); });
    connect(captcha, &SmartCaptchaWidget::challengeHidden, this,
            [this] { log(Source::Captcha, tr("The challenge is hidden.")); });
    connect(captcha, &SmartCaptchaWidget::tokenReceived, this, [this](const SmartCaptchaToken &token) {
        m_token = token.value();
        m_tokenCard->setToken(token);
        log(Source::Captcha, tr("A token of %n character(s)", nullptr, int(token.value().size())));
    });
    connect(captcha, &SmartCaptchaWidget::tokenExpired, this, [this] {
        m_tokenCard->setExpired();
        log(Source::Captcha, tr("The token has expired."));
    });
    connect(captcha, &SmartCaptchaWidget::cancelled, this,
            [this] { log(Source::Captcha, tr("The captcha was closed without a token.")); });
    connect(captcha, &SmartCaptchaWidget::errorOccurred, this, [this](const SmartCaptchaError &error) {
        const char *code = QMetaEnum::fromType<SmartCaptchaError::Code>().valueToKey(int(error.code()));
        log(Source::Captcha, tr("Error %1: %2").arg(QLatin1String(code), error.details()));
    });
}

void DemoWindow::connectVerifier()
{
    connect(&m_verifier, &SmartCaptchaVerifier::finished, this, [this](const SmartCaptchaResult &result) {
        m_tokenCard->setResult(result);
        m_form->setResult(result);
        const char *verdict =
            QMetaEnum::fromType<SmartCaptchaResult::Verdict>().valueToKey(int(result.verdict()));
        const char *error = QMetaEnum::fromType<SmartCaptchaResult::Error>().valueToKey(int(result.error()));
        log(Source::Verifier,
            tr("Verdict %1, error %2, %3 after %4 ms")
                .arg(QLatin1String(verdict), QLatin1String(error),
                     result.isAccepted() ? tr("accepted") : tr("not accepted"))
                .arg(result.elapsed()));
    });
    if (m_service->emulator()) {
        connect(m_service->emulator(), &SmartCaptchaEmulator::requestReceived, this,
                [this](const SmartCaptchaEmulatorRequest &request) {
                    // The frames' own files would drown the rest.
                    if (request.path().contains(QLatin1String("/static/")))
                        return;
                    log(Source::Service,
                        QStringLiteral("%1 %2 \u2192 %3")
                            .arg(request.method(), request.path())
                            .arg(request.status()));
                });
    }
}

void DemoWindow::connectSettings()
{
    connect(m_settings, &SettingsPanel::languageChosen, this, &DemoWindow::setLanguage);
    connect(m_settings, &SettingsPanel::schemeChosen, this, &DemoWindow::setScheme);
    connect(m_settings, &SettingsPanel::captchaChanged, this, &DemoWindow::loadCaptcha);
    connect(m_settings, &SettingsPanel::policyChanged, this, [this] {
        m_verifier.setPolicy(m_settings->isStrict() ? SmartCaptchaPolicy::strict()
                                                    : SmartCaptchaPolicy::serviceAdvice());
    });
    connect(m_settings, &SettingsPanel::scenarioChosen, this, [this](const QString &name) {
        m_service->emulator()->setScenario(name);
        log(Source::Demo, tr("Scenario: %1").arg(name));
        loadCaptcha();
    });
    connect(m_tokenCard, &TokenCard::verifyAgainRequested, this, &DemoWindow::verifyAgain);
    connect(m_clearLog, &QPushButton::clicked, this, &DemoWindow::clearLog);
    // The log stays at its end unless somebody has scrolled up to read.
    QScrollBar *bar = m_logView->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_followLog = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_followLog)
            bar->setValue(maximum);
    });
    connect(m_restart, &QPushButton::clicked, this, &DemoWindow::loadCaptcha);
}

void DemoWindow::verifyAgain()
{
    m_verifier.verify(m_token);
}

void DemoWindow::clearLog()
{
    m_log.clear();
    m_followLog = true;
}

void DemoWindow::setTimeouts(int load, int challenge)
{
    m_loadTimeout = load;
    m_challengeTimeout = challenge;
}

void DemoWindow::loadCaptcha()
{
    SmartCaptchaOptions options(m_service->siteKey());
    options.setService(m_service->service());
    options.setPageOrigin(m_service->pageOrigin());
    options.setPageSource(m_settings->pageSource());
    options.setMode(m_settings->mode());
    options.setTestMode(m_settings->isTestMode());
    options.setLoadTimeout(m_loadTimeout);
    options.setChallengeTimeout(m_challengeTimeout);

    SmartCaptchaWidget *captcha = m_form->captcha();
    captcha->setChallengePresentation(m_settings->presentation());
    captcha->setOptions(options);
    m_token.clear();
    m_tokenCard->clear();
    m_form->setMode(options.mode());
    captcha->load();
}

void DemoWindow::setLanguage(const QLocale &locale)
{
    Language::install(locale, QStringLiteral("smartcaptcha_demo"));
    m_settings->setLanguage(locale);
}

void DemoWindow::setScheme(Appearance::Scheme scheme)
{
    Appearance::apply(scheme);
    m_settings->setScheme(scheme);
}

void DemoWindow::log(Source source, const QString &text)
{
    m_log.add(source, text);
}

void DemoWindow::retranslate()
{
    setWindowTitle(tr("SmartCaptcha demo"));
    m_logBox->setTitle(tr("What happened"));
    m_clearLog->setText(tr("&Clear"));
    m_restart->setText(tr("&Begin anew"));
    m_logView->setAccessibleName(tr("What happened"));
    m_serviceText->setText(m_service->emulator()
                               ? tr("Emulator at %1: no keys and no internet are needed.")
                                     .arg(m_service->service().baseUrl().toString())
                               : tr("Service at %1").arg(m_service->service().baseUrl().toString()));
    m_log.retranslate();
    const QFontMetrics metrics = m_logView->fontMetrics();
    const int padding = metrics.horizontalAdvance(QStringLiteral("MM"));
    m_logView->setColumnWidth(EventLogModel::TimeColumn,
                              metrics.horizontalAdvance(QStringLiteral("00:00:00.000")) + padding);
    m_logView->setColumnWidth(EventLogModel::SourceColumn,
                              metrics.horizontalAdvance(EventLogModel::longestSourceName()) + padding);
}

void DemoWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
