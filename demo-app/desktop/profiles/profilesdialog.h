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
 * The tester's list of profiles, and the editor for them.
 *
 * Changes are saved together with OK or Apply.
 */
class ProfilesDialog : public QDialog {
    Q_OBJECT

public:
    /// Neither is owned; both must outlive the dialog, and @p keys must follow @p store.
    ProfilesDialog(Qa::ProfileStore *store, Qa::ProfileKeys *keys, QWidget *parent = nullptr);
    ~ProfilesDialog() override;

    /// Selects the profile @p id for editing.
    void showProfile(const QString &id);

    /// Adds the profiles in @p file to those being edited.
    [[nodiscard]] bool importFrom(const QString &file, QString *problem);
    /// Writes the selected profiles to @p file as currently edited, without keys.
    [[nodiscard]] bool exportTo(const QString &file, QString *problem) const;

    /// Saves all changes. If anything is invalid, saves nothing and returns false with the reason in @p
    /// problem.
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
