// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "stage.h"
#include "shared/freeport.h"
#include "shared/language.h"

#include <SmartCaptcha/SmartCaptchaEmulatorRequest>
#include <SmartCaptcha/smartcaptcha.h>

#include <QtCore/qcoreevent.h>
#include <QtCore/qregularexpression.h>
#include <QtGui/qpainter.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialog.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>

namespace Qa {

namespace {

QPalette paletteFor(Colors colors, const QPalette &own)
{
    if (colors == Colors::System)
        return own;
    const bool dark = colors == Colors::Dark;
    const QColor window = dark ? QColor(0x26, 0x28, 0x2b) : QColor(0xf3, 0xf4, 0xf6);
    QPalette palette(window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, dark ? QColor(0x1d, 0x1f, 0x21) : QColor(Qt::white));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, dark ? QColor(Qt::white) : QColor(Qt::black));
    return palette;
}

} // namespace

Stage::Stage(QWidget *parent)
    : QWidget(parent)
    , m_before(new QLineEdit)
    , m_notice(new QLabel)
    , m_ownPalette(palette())
{
    setAutoFillBackground(true);
    retranslate();
    m_notice->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_before);
    column->addWidget(m_notice);
    column->addStretch();
    m_notice->hide();
}

Stage::~Stage()
{
    restore();
    delete m_captcha;
}

void Stage::retranslate()
{
    m_before->setPlaceholderText(tr("Email"));
    m_before->setAccessibleName(tr("Email"));
    m_notice->setText(
        tr("This form is protected by Yandex SmartCaptcha, which processes visitors\u2019 data."));
}

void Stage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool Stage::setProfile(const Profile &profile, QString *problem)
{
    m_profile = profile;
    m_emulator.reset();
    m_port = 0;
    if (!profile.emulator)
        return true;
    m_emulator = std::make_unique<SmartCaptchaEmulator>();
    if (!m_emulator->listen(freePort())) {
        *problem = tr("The emulator could not be started: %1").arg(m_emulator->errorString());
        return false;
    }
    m_port = m_emulator->port();
    m_profile.useEmulator(*m_emulator);
    return true;
}

Profile Stage::profile() const
{
    return m_profile;
}

SmartCaptchaServerKey Stage::keyFor(KeyChoice choice) const
{
    switch (choice) {
    case KeyChoice::Own:
        break;
    case KeyChoice::None:
        return {};
    case KeyChoice::SiteKey:
        return SmartCaptchaServerKey(m_profile.siteKey);
    case KeyChoice::Other: {
        // A well-formed key that belongs to another captcha.
        const SmartCaptchaEmulator other;
        return other.serverKey();
    }
    }
    return m_profile.serverKey;
}

SmartCaptchaWidget::Engine Stage::usualEngine() const
{
    return m_browser ? SmartCaptchaWidget::Engine::Browser : SmartCaptchaWidget::Engine::WebEngine;
}

void Stage::prepare(const Scenario &scenario)
{
    restore();
    const Settings &settings = scenario.settings;
    for (const Step &step : scenario.steps) {
        // Starts in another language than the step's, whatever the tester's is, so that the step is a change.
        if (step.kind == StepKind::SetLanguage) {
            const QStringList codes = Language::codes();
            setLanguage(QLocale(step.text == codes.first() ? codes.last() : codes.first()));
            break;
        }
    }
    setColors(settings.colors);
    m_notice->setVisible(settings.ownNotice);
    if (settings.deadProxy) {
        m_proxy = QNetworkProxy::applicationProxy();
        m_proxyChanged = true;
        // The "discard" port; no service uses it any more.
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 9));
    }
    if (m_emulator) {
        m_emulator->setScenario(settings.emulatorScenario);
        m_emulator->clearRequests();
    }

    delete m_captcha;
    delete m_verifier;
    m_verifier = new SmartCaptchaVerifier(this);
    m_verifier->setTimeout(settings.verifyTimeout);
    m_verifier->setMethod(settings.method);
    m_verifier->setReuseCheckEnabled(settings.reuseCheck);
    SmartCaptchaPolicy policy =
        settings.strict ? SmartCaptchaPolicy::strict() : SmartCaptchaPolicy::serviceAdvice();
    policy.setAllowedHosts(settings.allowedHosts);
    m_verifier->setPolicy(policy);
    m_profile.applyTo(m_verifier);
    m_verifier->setServerKey(keyFor(settings.serverKey));

    m_captcha = new SmartCaptchaWidget;
    m_captcha->setEngine(settings.engine.value_or(usualEngine()));
    m_captcha->setAutoLoad(false);
    SmartCaptchaOptions options = settings.options;
    m_profile.applyTo(&options);
    m_captcha->setOptions(options);
    m_captcha->setChallengePresentation(settings.presentation);
    m_captcha->setVerifier(m_verifier);
    static_cast<QBoxLayout *>(layout())->insertWidget(1, m_captcha);
    // The captcha comes right after the field, before anything else in a surrounding window.
    setTabOrder(m_before, m_captcha);
    setSize(settings.window);
    if (isWindow()) {
        show();
        raise();
        activateWindow();
    }
    m_before->setFocus();
    Q_EMIT prepared();
}

void Stage::restore()
{
    if (m_browser)
        m_browser->giveUp();
    if (m_proxyChanged)
        QNetworkProxy::setApplicationProxy(m_proxy);
    m_proxyChanged = false;
    if (m_localeChanged) {
        QLocale::setDefault(m_locale);
        SmartCaptcha::installTranslator(m_locale);
    }
    m_localeChanged = false;
}

SmartCaptchaWidget *Stage::captcha() const
{
    return m_captcha;
}

SmartCaptchaVerifier *Stage::verifier() const
{
    return m_verifier;
}

SmartCaptchaEmulator *Stage::emulator() const
{
    return m_emulator.get();
}

void Stage::setColors(Colors colors)
{
    setPalette(paletteFor(colors, m_ownPalette));
}

void Stage::setLanguage(const QLocale &locale)
{
    if (!m_localeChanged)
        m_locale = QLocale();
    m_localeChanged = true;
    QLocale::setDefault(locale);
    SmartCaptcha::installTranslator(locale);
}

bool Stage::setServiceReachable(bool reachable)
{
    if (!m_emulator || m_emulator->isListening() == reachable)
        return true;
    if (reachable)
        return m_emulator->listen(m_port);
    m_emulator->close();
    return true;
}

void Stage::setSize(const QSize &size)
{
    resize(size);
}

QString Stage::engine() const
{
    if (!m_emulator)
        return QStringLiteral("Qt WebEngine");
    static const QRegularExpression name(QStringLiteral("QtWebEngine/\\S+|Chrome/\\S+"));
    QStringList found;
    const QList<SmartCaptchaEmulatorRequest> requests = m_emulator->requests();
    if (!requests.isEmpty()) {
        const QString agent = QString::fromLatin1(requests.constFirst().header("User-Agent"));
        for (auto it = name.globalMatch(agent); it.hasNext();)
            found << it.next().captured();
    }
    return found.join(QLatin1Char(' '));
}

QPushButton *Stage::statusButton(int place) const
{
    const QList<QPushButton *> buttons = m_captcha->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && place-- == 0)
            return button;
    }
    return nullptr;
}

QWidget *Stage::fieldBefore() const
{
    return m_before;
}

QDialog *Stage::popup() const
{
    if (!m_captcha || m_captcha->state() != SmartCaptcha::State::Challenge)
        return nullptr;
    // A surrounding window may contain other captchas; this one's popup was created last.
    const QList<QDialog *> popups =
        window()->findChildren<QDialog *>(QStringLiteral("smartCaptchaPopup"), Qt::FindDirectChildrenOnly);
    for (auto it = popups.crbegin(); it != popups.crend(); ++it) {
        if ((*it)->isVisible())
            return *it;
    }
    return nullptr;
}

bool Stage::holds(const QWidget *widget) const
{
    const QWidget *const over = popup();
    return widget
        && (widget == this || isAncestorOf(widget)
            || (over && (widget == over || over->isAncestorOf(widget))));
}

void Stage::takeKeyboard()
{
    if (QDialog *const over = popup()) {
        over->activateWindow();
        // The page is the first item in the popup's layout, above the buttons.
        over->layout()->itemAt(0)->widget()->setFocus();
        return;
    }
    window()->activateWindow();
    m_captcha->setFocus();
}

QPixmap Stage::picture()
{
    QWidget *const popup = this->popup();
    if (!popup)
        return grab();
    // The popup may extend beyond the stage.
    const QRect over(mapFromGlobal(popup->mapToGlobal(QPoint())), popup->size());
    const QRect all = rect().united(over);
    QPixmap picture(all.size() * devicePixelRatio());
    picture.setDevicePixelRatio(devicePixelRatio());
    picture.fill(palette().color(QPalette::Window));
    QPainter painter(&picture);
    painter.drawPixmap(-all.topLeft(), grab());
    painter.drawPixmap(over.topLeft() - all.topLeft(), popup->grab());
    return picture;
}

} // namespace Qa
