// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile/profilestore.h"
#include "profiledraft.h"

#include <QtWidgets/qdialog.h>

QT_BEGIN_NAMESPACE
class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;
QT_END_NAMESPACE

class ProfileForm;

/**
 * The tester's profiles: which there are, and what each is made of.
 *
 * What is done here is saved, all at once, with OK or Apply.
 */
class ProfilesDialog : public QDialog {
    Q_OBJECT

public:
    /// Both have to live longer, and @p keys has to follow @p store.
    ProfilesDialog(Qa::ProfileStore *store, Qa::ProfileKeys *keys, QWidget *parent = nullptr);
    ~ProfilesDialog() override;

    /// Makes the profile @p id the one that is edited.
    void showProfile(const QString &id);

    /// Adds the profiles of @p file to those that are edited.
    [[nodiscard]] bool importFrom(const QString &file, QString *problem);
    /// Writes the selected profiles into @p file, as they are edited and without keys.
    [[nodiscard]] bool exportTo(const QString &file, QString *problem) const;

    /// Saves. False, with the reason in @p problem, when something is not fit for it; then nothing is saved.
    [[nodiscard]] bool save(QString *problem);

    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void reload();
    void fillList(const QString &currentId);
    void showCurrent();
    void takeEdited();
    void showState();
    void add(const ProfileDraft &draft);
    void duplicate();
    void removeSelected();
    void chooseImport();
    void chooseExport();
    void saveAndSay(bool closes);
    void complain(const QString &text);
    void retranslate();
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] QList<int> selectedIndexes() const;
    [[nodiscard]] QStringList namesBut(int index) const;
    [[nodiscard]] bool isChanged() const;

    Qa::ProfileStore *const m_store;
    Qa::ProfileKeys *const m_keys;
    QList<ProfileDraft> m_drafts; ///< In the order of the list, which has the emulator before them.
    QListWidget *const m_list;
    QLabel *const m_listLabel;
    QPushButton *const m_add;
    QPushButton *const m_duplicate;
    QPushButton *const m_remove;
    QPushButton *const m_import;
    QPushButton *const m_export;
    QStackedWidget *const m_right;
    QLabel *const m_aboutEmulator;
    QScrollArea *const m_scroll;
    ProfileForm *const m_form;
    QDialogButtonBox *const m_buttons;
    QPushButton *const m_ok;
    QPushButton *const m_cancel;
    QPushButton *const m_apply;
};
