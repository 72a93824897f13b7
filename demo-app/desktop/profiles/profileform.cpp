// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profileform.h"

#include "profile/keypair.h"
#include "statusline.h"

#include <QtCore/qregularexpression.h>
#include <QtGui/qevent.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qformlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qspinbox.h>
#include <QtWidgets/qstackedwidget.h>

using Qa::KeyPair;
using Qa::Profile;

namespace {

constexpr int timeoutStep = 1000; // milliseconds

QStringList words(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

// Like a browser's address field, adds the scheme that users leave out.
QUrl addressOf(const QString &text)
{
    const QString address = text.trimmed();
    if (address.isEmpty() || address.contains(QLatin1String("://")))
        return QUrl(address);
    return QUrl(QStringLiteral("https://") + address);
}

SmartCaptchaService serviceOf(const QString &text)
{
    QList<QUrl> addresses;
    const QStringList list = words(text);
    for (const QString &address : list)
        addresses << addressOf(address);
    return addresses.isEmpty() ? SmartCaptchaService::current() : SmartCaptchaService(addresses);
}

QString textOf(const SmartCaptchaService &service)
{
    if (service == SmartCaptchaService::current())
        return {};
    QStringList addresses;
    const QList<QUrl> urls = service.baseUrls();
    for (const QUrl &url : urls)
        addresses << url.toString();
    return addresses.join(QLatin1Char(' '));
}

void name(QWidget *field, QLabel *label, const QString &text, const QString &description)
{
    label->setText(text);
    QString spoken = text;
    field->setAccessibleName(spoken.remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    field->setAccessibleDescription(description);
    field->setToolTip(description);
}

} // namespace

ProfileForm::ProfileForm(Qa::ProfileKeys *keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_form(new QFormLayout)
    , m_name(new QLineEdit(this))
    , m_service(new QLineEdit(this))
    , m_siteKey(new QLineEdit(this))
    , m_newKey(new QLineEdit(this))
    , m_oldKey(new QLineEdit(this))
    , m_keyField(new QStackedWidget(this))
    , m_replace(new QPushButton(this))
    , m_forget(new QPushButton(this))
    , m_keepOld(new QPushButton(this))
    , m_pair(new StatusLine(this))
    , m_kept(new StatusLine(this))
    , m_askAgain(new QPushButton(this))
    , m_origin(new QLineEdit(this))
    , m_loadTimeout(new QSpinBox(this))
    , m_verifyTimeout(new QSpinBox(this))
    , m_hosts(new QLineEdit(this))
    , m_problems(new StatusLine(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setObjectName(QStringLiteral("name"));
    m_service->setObjectName(QStringLiteral("service"));
    m_siteKey->setObjectName(QStringLiteral("siteKey"));
    m_newKey->setObjectName(QStringLiteral("newKey"));
    m_oldKey->setObjectName(QStringLiteral("oldKey"));
    m_replace->setObjectName(QStringLiteral("replace"));
    m_forget->setObjectName(QStringLiteral("forget"));
    m_keepOld->setObjectName(QStringLiteral("keepOld"));
    m_pair->setObjectName(QStringLiteral("pair"));
    m_kept->setObjectName(QStringLiteral("kept"));
    m_askAgain->setObjectName(QStringLiteral("askAgain"));
    m_origin->setObjectName(QStringLiteral("origin"));
    m_loadTimeout->setObjectName(QStringLiteral("loadTimeout"));
    m_verifyTimeout->setObjectName(QStringLiteral("verifyTimeout"));
    m_hosts->setObjectName(QStringLiteral("hosts"));
    m_problems->setObjectName(QStringLiteral("problems"));

    m_nameLabel = addRow(m_name);
    m_serviceLabel = addRow(m_service);
    m_siteKeyLabel = addRow(m_siteKey);
    buildKeyRow();
    auto *states = new QWidget(this);
    auto *lines = new QVBoxLayout(states);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_pair);
    lines->addWidget(m_kept);
    m_form->addRow(states);
    m_kept->addButton(m_askAgain);
    m_askAgain->setAutoDefault(false);
    connect(m_askAgain, &QPushButton::clicked, this, [this] {
        // The button is about to be hidden, and would lose the focus.
        focusServerKey();
        m_keys->askAgain(m_draft.profile.id);
    });
    m_originLabel = addRow(m_origin);
    m_loadTimeoutLabel = addRow(m_loadTimeout);
    m_verifyTimeoutLabel = addRow(m_verifyTimeout);
    m_hostsLabel = addRow(m_hosts);
    // QFormLayout loses rows when a row with height-for-width is shown and hidden among them, so such widgets
    // are in other layouts.
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_problems);
    column->addStretch();

    m_service->setPlaceholderText(SmartCaptchaService::current().baseUrls().constFirst().toString());
    m_siteKey->setPlaceholderText(QStringLiteral("ysc1_\u2026"));
    m_newKey->setPlaceholderText(QStringLiteral("ysc2_\u2026"));
    m_origin->setPlaceholderText(QStringLiteral("https://shop.example"));
    m_hosts->setPlaceholderText(QStringLiteral("shop.example, m.shop.example"));
    for (QLineEdit *field : {m_service, m_siteKey, m_origin, m_hosts})
        field->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    for (QSpinBox *field : {m_loadTimeout, m_verifyTimeout}) {
        field->setRange(0, Profile::MaximumTimeout);
        field->setSingleStep(timeoutStep);
        field->setGroupSeparatorShown(true);
        connect(field, &QSpinBox::valueChanged, this, &ProfileForm::take);
    }
    for (QLineEdit *field : {m_name, m_service, m_siteKey, m_newKey, m_origin, m_hosts})
        connect(field, &QLineEdit::textEdited, this, &ProfileForm::take);
    retranslate();
}

QLabel *ProfileForm::addRow(QWidget *field, QWidget *buddy)
{
    auto *label = new QLabel(this);
    label->setBuddy(buddy ? buddy : field);
    m_form->addRow(label, field);
    return label;
}

void ProfileForm::buildKeyRow()
{
    m_newKey->setEchoMode(QLineEdit::Password);
    m_oldKey->setReadOnly(true);
    m_keyField->addWidget(m_newKey);
    m_keyField->addWidget(m_oldKey);
    m_keyField->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_keyField, 1);
    for (QPushButton *button : {m_replace, m_forget, m_keepOld}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    m_serverKeyLabel = addRow(row, m_newKey);
    connect(m_replace, &QPushButton::clicked, this, &ProfileForm::beginEntering);
    connect(m_forget, &QPushButton::clicked, this, [this] { setForgetting(true); });
    connect(m_keepOld, &QPushButton::clicked, this, &ProfileForm::endEntering);
}

void ProfileForm::setDraft(const ProfileDraft &draft, const QStringList &takenNames)
{
    m_draft = draft;
    m_takenNames = takenNames;
    m_entering = false;
    const Profile &profile = draft.profile;
    m_name->setText(profile.name);
    m_service->setText(textOf(profile.service));
    m_siteKey->setText(profile.siteKey);
    // Not clear(), because the user could undo that.
    m_newKey->setText(profile.serverKey.secretValue());
    m_origin->setText(profile.pageOrigin.toString());
    m_hosts->setText(profile.allowedHosts.join(QLatin1String(", ")));
    for (const auto &[field, value] :
         {std::pair(m_loadTimeout, profile.loadTimeout), std::pair(m_verifyTimeout, profile.verifyTimeout)}) {
        const QSignalBlocker quiet(field);
        field->setValue(value);
    }
    for (QLineEdit *field : {m_name, m_service, m_siteKey, m_origin, m_hosts})
        field->setCursorPosition(0);
    showKey();
}

void ProfileForm::take()
{
    Profile &profile = m_draft.profile;
    profile.name = m_name->text().trimmed();
    profile.service = serviceOf(m_service->text());
    profile.siteKey = m_siteKey->text().trimmed();
    profile.serverKey = SmartCaptchaServerKey(m_newKey->text());
    profile.pageOrigin = addressOf(m_origin->text());
    profile.loadTimeout = m_loadTimeout->value();
    profile.verifyTimeout = m_verifyTimeout->value();
    profile.allowedHosts = words(m_hosts->text());
    check();
    Q_EMIT edited();
}

void ProfileForm::beginEntering()
{
    m_entering = true;
    showKey();
    m_newKey->setFocus();
}

void ProfileForm::endEntering()
{
    m_entering = false;
    m_newKey->setText({});
    m_draft.profile.serverKey = {};
    setForgetting(false);
    m_oldKey->setFocus();
}

void ProfileForm::setForgetting(bool forgetting)
{
    m_draft.forgetsKey = forgetting;
    showKey();
    if (forgetting)
        m_newKey->setFocus();
    Q_EMIT edited();
}

void ProfileForm::showKey()
{
    const SmartCaptchaServerKey old = m_keys->key(m_draft.profile.id);
    const bool showsOld =
        !old.isNull() && m_draft.profile.serverKey.isNull() && !m_draft.forgetsKey && !m_entering;
    m_oldKey->setText(old.isNull() ? QString() : old.redacted());
    QLineEdit *const shown = showsOld ? m_oldKey : m_newKey;
    m_keyField->setCurrentWidget(shown);
    m_serverKeyLabel->setBuddy(shown);
    m_replace->setVisible(showsOld);
    m_forget->setVisible(showsOld);
    m_keepOld->setVisible(!old.isNull() && !showsOld);
    check();
}

void ProfileForm::check()
{
    using Kind = StatusLine::Kind;
    const Profile &profile = m_draft.profile;
    Profile whole = profile;
    whole.serverKey = m_draft.keyToBe(*m_keys);
    const KeyPair pair(whole.siteKey, whole.serverKey);
    Kind kind = pair.isFine() ? Kind::Hint : Kind::Warning;
    if (pair.state() == KeyPair::State::Together)
        kind = Kind::Fine;
    m_pair->setStatus(kind, pair.inWords());
    for (QLineEdit *field : {m_newKey, m_oldKey, m_siteKey})
        field->setAccessibleDescription(pair.inWords());

    const QString why = m_keys->whyNotKept(profile.id);
    if (!profile.serverKey.isNull()) {
        if (why.isEmpty())
            m_kept->setStatus(
                Kind::Hint,
                tr("The server key will be saved to the system keychain when you press OK or Apply."));
        else
            m_kept->setStatus(
                Kind::Warning,
                tr("The server key will be kept in memory only, until you quit the program. %1").arg(why));
    } else if (m_draft.forgetsKey) {
        m_kept->setStatus(Kind::Hint, tr("The server key will be removed when you press OK or Apply."));
    } else if (m_keys->key(profile.id).isNull()) {
        if (m_keys->isBusy(profile.id))
            m_kept->setStatus(Kind::Hint, tr("Reading the server key from the keychain\u2026"));
        else
            m_kept->setStatus(Kind::Warning,
                              why.isEmpty() ? QString()
                                            : tr("A server key entered here will be kept in memory only, "
                                                 "until you quit the program. %1")
                                                  .arg(why));
    } else if (m_keys->isKept(profile.id)) {
        m_kept->setStatus(Kind::Fine, tr("The server key is stored in the system keychain."));
    } else if (m_keys->isBusy(profile.id)) {
        m_kept->setStatus(Kind::Hint, tr("Saving the server key to the keychain\u2026"));
    } else {
        m_kept->setStatus(
            Kind::Warning,
            tr("The server key is kept in memory only, until you quit the program. %1").arg(why));
    }

    m_askAgain->setVisible(m_keys->canAskAgain(profile.id) && m_kept->kind() == Kind::Warning);

    QStringList problems = whole.problems();
    problems.removeAll(pair.inWords());
    if (profile.name.isEmpty())
        problems.prepend(tr("Enter a name for the profile."));
    else if (m_takenNames.contains(profile.name, Qt::CaseInsensitive))
        problems.prepend(tr("Another profile already has this name."));
    m_problems->setStatus(Kind::Warning, problems.join(QLatin1Char('\n')));
}

void ProfileForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void ProfileForm::focusServerKey()
{
    m_keyField->currentWidget()->setFocus();
}

void ProfileForm::clear()
{
    m_draft = {};
    m_newKey->setText({});
}

void ProfileForm::retranslate()
{
    name(m_name, m_nameLabel, tr("&Name:"), tr("The name of the profile in lists and reports."));
    name(m_service, m_serviceLabel, tr("&Service address:"),
         tr("The address of the captcha service. Leave it empty to use the default address. Several "
            "addresses are tried in order."));
    name(m_siteKey, m_siteKeyLabel, tr("S&ite key:"), {});
    m_siteKey->setToolTip(tr("The public key of the captcha. It begins with ysc1_."));
    name(m_newKey, m_serverKeyLabel, tr("Ser&ver key:"), {});
    m_newKey->setToolTip(
        tr("The secret key of the captcha. It begins with ysc2_ and is never saved to a file."));
    m_oldKey->setAccessibleName(m_newKey->accessibleName());
    m_oldKey->setToolTip(tr("A key is set. It cannot be displayed."));
    m_replace->setText(tr("Repla&ce\u2026"));
    m_forget->setText(tr("Rem&ove"));
    m_keepOld->setText(tr("&Keep current key"));
    m_askAgain->setText(tr("Try the k&eychain again"));
    name(m_origin, m_originLabel, tr("Pa&ge origin:"),
         tr("A site allowed for the site key. The captcha\u2019s page is loaded as a page of this site. If "
            "empty, the service\u2019s ready page is used."));
    name(m_loadTimeout, m_loadTimeoutLabel, tr("&Load timeout:"),
         tr("The time limit for loading the page, unless the scenario sets a longer one."));
    name(m_verifyTimeout, m_verifyTimeoutLabel, tr("Verification &timeout:"),
         tr("The time limit for verifying a token, unless the scenario sets a longer one."));
    for (QSpinBox *field : {m_loadTimeout, m_verifyTimeout}) {
        field->setSuffix(tr(" ms"));
        field->setSpecialValueText(tr("as in the scenario"));
    }
    name(m_hosts, m_hostsLabel, tr("Allowed &hosts:"),
         tr("The sites whose tokens are accepted, unless the scenario lists its own. Leave it empty to "
            "accept all."));
    check();
}

void ProfileForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
