// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "profilesdialog.h"

#include "look/plaintooltip.h"
#include "profile/keypair.h"
#include "profile/profilefile.h"
#include "profileform.h"

#include <QtCore/qdir.h>
#include <QtGui/qevent.h>
#include <QtGui/qscreen.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qdialogbuttonbox.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qgridlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qmessagebox.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qscrollarea.h>
#include <QtWidgets/qsplitter.h>
#include <QtWidgets/qstackedwidget.h>

#include <algorithm>

using Qa::Profile;

ProfilesDialog::ProfilesDialog(Qa::ProfileStore *store, Qa::ProfileKeys *keys, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_keys(keys)
    , m_list(new QListWidget(this))
    , m_listLabel(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_duplicate(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_right(new QStackedWidget(this))
    , m_aboutEmulator(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_form(new ProfileForm(keys, this))
    , m_buttons(new QDialogButtonBox(this))
    , m_ok(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
    , m_cancel(m_buttons->addButton(QString(), QDialogButtonBox::RejectRole))
    , m_apply(m_buttons->addButton(QString(), QDialogButtonBox::ApplyRole))
{
    build();
    retranslate();
    reload();
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::build()
{
    m_list->setObjectName(QStringLiteral("profiles"));
    m_add->setObjectName(QStringLiteral("add"));
    m_duplicate->setObjectName(QStringLiteral("duplicate"));
    m_remove->setObjectName(QStringLiteral("remove"));
    m_import->setObjectName(QStringLiteral("import"));
    m_export->setObjectName(QStringLiteral("export"));
    m_ok->setObjectName(QStringLiteral("ok"));
    m_ok->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_apply->setObjectName(QStringLiteral("apply"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // Long names are elided; the tool tips show them in full.
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setSpacing(1);
    m_listLabel->setBuddy(m_list);

    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(m_listLabel);
    leftColumn->addWidget(m_list, 1);
    auto *grid = new QGridLayout;
    grid->addWidget(m_add, 0, 0);
    grid->addWidget(m_duplicate, 0, 1);
    grid->addWidget(m_remove, 1, 0, 1, 2);
    grid->addWidget(m_import, 2, 0);
    grid->addWidget(m_export, 2, 1);
    leftColumn->addLayout(grid);
    for (QPushButton *button : {m_add, m_duplicate, m_remove, m_import, m_export})
        button->setAutoDefault(false);

    m_aboutEmulator->setObjectName(QStringLiteral("aboutEmulator"));
    m_aboutEmulator->setWordWrap(true);
    m_aboutEmulator->setMargin(style()->pixelMetric(QStyle::PM_LayoutLeftMargin, nullptr, this));
    m_aboutEmulator->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_scroll->setWidget(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Only the fields take the focus, not the scroll area around them.
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_right->addWidget(m_aboutEmulator);
    m_right->addWidget(m_scroll);

    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_right);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({220, 640});
    auto *column = new QVBoxLayout(this);
    column->addWidget(splitter, 1);
    column->addWidget(m_buttons);
    resize(QSize(860, 560).boundedTo(screen()->availableSize() * 9 / 10));

    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::showCurrent);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProfilesDialog::showState);
    connect(m_add, &QPushButton::clicked, this, [this] {
        add({Profile::create(Qa::ProfileFile::freeName(tr("New profile"), namesBut(-1))), false});
        m_form->focusName();
    });
    connect(m_duplicate, &QPushButton::clicked, this, &ProfilesDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::removeSelected);
    connect(m_import, &QPushButton::clicked, this, &ProfilesDialog::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &ProfilesDialog::chooseExport);
    connect(m_form, &ProfileForm::edited, this, &ProfilesDialog::takeEdited);
    connect(m_keys, &Qa::ProfileKeys::keyChanged, this, [this](const QString &id) {
        if (currentIndex() >= 0 && m_drafts.at(currentIndex()).profile.id == id)
            m_form->showKey();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] { saveAndSay(true); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ProfilesDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] { saveAndSay(false); });
}

void ProfilesDialog::reload()
{
    m_drafts.clear();
    const QList<Profile> profiles = m_store->profiles();
    for (const Profile &profile : profiles) {
        if (profile.emulator)
            continue;
        m_drafts << ProfileDraft{profile, false};
    }
    fillList(m_store->current().id);
}

void ProfilesDialog::fillList(const QString &currentId)
{
    {
        const QSignalBlocker quiet(m_list);
        int row = 0;
        m_list->clear();
        m_list->addItem(Profile::builtIn().name);
        for (const ProfileDraft &draft : std::as_const(m_drafts)) {
            m_list->addItem(draft.profile.name);
            m_list->item(m_list->count() - 1)->setToolTip(PlainToolTip::of(draft.profile.name));
            if (draft.profile.id == currentId)
                row = m_list->count() - 1;
        }
        m_list->setCurrentRow(row);
    }
    showCurrent();
}

int ProfilesDialog::currentIndex() const
{
    return m_list->currentRow() - 1;
}

QList<int> ProfilesDialog::selectedIndexes() const
{
    QList<int> indexes;
    for (int i = 0; i < m_drafts.size(); ++i) {
        if (m_list->item(i + 1)->isSelected())
            indexes << i;
    }
    return indexes;
}

QStringList ProfilesDialog::namesBut(int index) const
{
    QStringList names{Profile::builtIn().name};
    for (int i = 0; i < m_drafts.size(); ++i) {
        if (i != index)
            names << m_drafts.at(i).profile.name;
    }
    return names;
}

void ProfilesDialog::showCurrent()
{
    const int index = currentIndex();
    if (index < 0) {
        m_form->clear();
        m_right->setCurrentWidget(m_aboutEmulator);
    } else {
        m_form->setDraft(m_drafts.at(index), namesBut(index));
        m_right->setCurrentWidget(m_scroll);
    }
    showState();
}

void ProfilesDialog::takeEdited()
{
    const int index = currentIndex();
    m_drafts[index] = m_form->draft();
    QListWidgetItem *const item = m_list->item(index + 1);
    item->setText(m_drafts.at(index).profile.name);
    item->setToolTip(PlainToolTip::of(item->text()));
    showState();
}

bool ProfilesDialog::isChanged() const
{
    QList<Profile> saved = m_store->profiles();
    saved.removeIf([](const Profile &profile) { return profile.emulator; });
    if (saved.size() != m_drafts.size())
        return true;
    for (int i = 0; i < saved.size(); ++i) {
        if (m_drafts.at(i).profile != saved.at(i) || m_drafts.at(i).forgetsKey)
            return true;
    }
    return false;
}

void ProfilesDialog::showState()
{
    const bool some = !selectedIndexes().isEmpty();
    m_duplicate->setEnabled(currentIndex() >= 0);
    m_remove->setEnabled(some);
    m_export->setEnabled(some);
    m_apply->setEnabled(isChanged());
}

void ProfilesDialog::showProfile(const QString &id)
{
    for (int i = 0; i < m_drafts.size(); ++i) {
        if (m_drafts.at(i).profile.id == id)
            m_list->setCurrentRow(i + 1);
    }
    if (id == Profile::emulatorId())
        m_list->setCurrentRow(0);
}

void ProfilesDialog::add(const ProfileDraft &draft)
{
    m_drafts << draft;
    // Whether the keychain can keep a key should be known before the user types one.
    m_keys->load(draft.profile.id);
    fillList(draft.profile.id);
}

void ProfilesDialog::duplicate()
{
    const ProfileDraft &original = m_drafts.at(currentIndex());
    ProfileDraft copy = original;
    copy.profile.id = Profile::create({}).id;
    copy.profile.name = Qa::ProfileFile::freeName(original.profile.name, namesBut(-1));
    copy.profile.serverKey = original.keyToBe(*m_keys);
    copy.forgetsKey = false;
    add(copy);
    m_form->focusName();
}

void ProfilesDialog::removeSelected()
{
    const QList<int> indexes = selectedIndexes();
    const QString name = m_drafts.at(indexes.constFirst()).profile.name;
    QMessageBox question(this);
    question.setIcon(QMessageBox::Question);
    question.setTextFormat(Qt::PlainText);
    question.setWindowTitle(windowTitle());
    question.setText(indexes.size() == 1 ? tr("Remove the profile \u201c%1\u201d?").arg(name)
                                         : tr("Remove %n profile(s)?", nullptr, int(indexes.size())));
    question.setInformativeText(tr("Server keys are removed together with their profiles, including from the "
                                   "keychain. This happens when you press OK or Apply."));
    QPushButton *const yes = question.addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(tr("Cancel"), QMessageBox::RejectRole));
    question.exec();
    if (question.clickedButton() != yes)
        return;
    for (auto index = indexes.crbegin(); index != indexes.crend(); ++index)
        m_drafts.removeAt(*index);
    const int next = qMin(indexes.constFirst(), int(m_drafts.size()) - 1);
    fillList(next < 0 ? QString() : m_drafts.at(next).profile.id);
    m_list->setFocus();
}

bool ProfilesDialog::importFrom(const QString &file, QString *problem)
{
    const auto imported = Qa::ProfileFile::importFrom(file, namesBut(-1), problem);
    if (!imported)
        return false;
    for (const Profile &profile : *imported)
        add({profile, false});
    showProfile(imported->constFirst().id);
    return true;
}

bool ProfilesDialog::exportTo(const QString &file, QString *problem) const
{
    QList<Profile> chosen;
    const QList<int> indexes = selectedIndexes();
    for (const int index : indexes)
        chosen << m_drafts.at(index).profile;
    return Qa::ProfileFile::exportTo(file, chosen, problem);
}

void ProfilesDialog::chooseImport()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import profiles"), QDir::homePath(), tr("Profiles (*.json)"));
    QString problem;
    if (!file.isEmpty() && !importFrom(file, &problem))
        complain(problem);
}

void ProfilesDialog::chooseExport()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export profiles without keys"),
                                                      QDir::home().filePath(QStringLiteral("profiles.json")),
                                                      tr("Profiles (*.json)"));
    QString problem;
    if (!file.isEmpty() && !exportTo(file, &problem))
        complain(problem);
}

bool ProfilesDialog::save(QString *problem)
{
    QList<Profile> profiles;
    for (const ProfileDraft &draft : std::as_const(m_drafts)) {
        profiles << draft.profile;
        const Qa::KeyPair pair({}, draft.profile.serverKey);
        if (!draft.profile.serverKey.isNull() && !pair.hasServerKey()) {
            *problem = pair.inWords();
            showProfile(draft.profile.id);
            m_form->focusServerKey();
            return false;
        }
    }
    if (!m_store->replace(profiles, problem))
        return false;
    for (ProfileDraft &draft : m_drafts) {
        const SmartCaptchaServerKey entered = std::exchange(draft.profile.serverKey, {});
        if (!entered.isNull())
            m_keys->setKey(draft.profile.id, entered);
        else if (draft.forgetsKey)
            m_keys->remove(draft.profile.id);
        draft.forgetsKey = false;
    }
    showCurrent();
    return true;
}

void ProfilesDialog::saveAndSay(bool closes)
{
    QString problem;
    if (!save(&problem))
        complain(problem);
    else if (closes)
        accept();
}

void ProfilesDialog::complain(const QString &text)
{
    QMessageBox box(this);
    box.setIcon(QMessageBox::Warning);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(windowTitle());
    box.setText(text);
    box.addButton(tr("OK"), QMessageBox::AcceptRole);
    box.exec();
}

void ProfilesDialog::done(int result)
{
    QDialog::done(result);
    // Clears keys that were typed but not saved.
    m_form->clear();
    reload();
}

void ProfilesDialog::retranslate()
{
    setWindowTitle(tr("Profiles"));
    m_listLabel->setText(tr("&Profiles:"));
    m_list->setAccessibleName(tr("Profiles"));
    m_add->setText(tr("&Add"));
    m_duplicate->setText(tr("&Duplicate"));
    m_remove->setText(tr("&Remove\u2026"));
    m_import->setText(tr("I&mport\u2026"));
    m_export->setText(tr("E&xport\u2026"));
    m_import->setToolTip(tr("Imports profiles from a file. Keys are not imported."));
    m_export->setToolTip(tr("Exports the selected profiles to a file, without their keys."));
    m_aboutEmulator->setText(tr("The emulator is a captcha service built into this program. It needs no "
                                "keys, no network and no settings.\n\nTo try a real service, add a profile "
                                "and enter the keys of a captcha created for testing."));
    m_ok->setText(tr("OK"));
    m_cancel->setText(tr("Cancel"));
    m_apply->setText(tr("Appl&y"));
    if (m_list->count() > 0)
        m_list->item(0)->setText(Profile::builtIn().name);
}

void ProfilesDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    // A keychain that refused access earlier may have been unlocked since.
    for (const ProfileDraft &draft : std::as_const(m_drafts))
        m_keys->load(draft.profile.id);
}

void ProfilesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
