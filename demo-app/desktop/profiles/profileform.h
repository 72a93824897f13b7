// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiledraft.h"

#include <QtCore/qstringlist.h>
#include <QtWidgets/qwidget.h>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
QT_END_NAMESPACE

class StatusLine;

/// The fields of one profile. Errors are shown below them during editing.
class ProfileForm : public QWidget {
    Q_OBJECT

public:
    /// @p keys is not owned and must outlive the form.
    explicit ProfileForm(Qa::ProfileKeys *keys, QWidget *parent = nullptr);

    /// Shows @p draft; its name must not be among @p takenNames.
    void setDraft(const ProfileDraft &draft, const QStringList &takenNames);
    [[nodiscard]] ProfileDraft draft() const { return m_draft; }

    /// The keychain has reported something new about the key.
    void showKey();

    void focusName();
    void focusServerKey();

    /// Discards the draft, and with it a key that was typed but not saved.
    void clear();

Q_SIGNALS:
    /// The user has edited a field.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addRow(QWidget *field, QWidget *buddy = nullptr);
    void buildKeyRow();
    void take();
    void setForgetting(bool forgetting);
    void beginEntering();
    void endEntering();
    void check();
    void retranslate();

    Qa::ProfileKeys *const m_keys;
    ProfileDraft m_draft;
    QStringList m_takenNames;
    bool m_entering = false; ///< A key is being entered to replace the stored one.

    QFormLayout *const m_form;
    QLineEdit *const m_name;
    QLineEdit *const m_service;
    QLineEdit *const m_siteKey;
    QLineEdit *const m_newKey; ///< Shows dots instead of the key.
    QLineEdit *const m_oldKey; ///< Shows only the prefix that all keys have.
    QStackedWidget *const m_keyField;
    QPushButton *const m_replace;
    QPushButton *const m_forget;
    QPushButton *const m_keepOld;
    StatusLine *const m_pair;
    StatusLine *const m_kept;
    QPushButton *const m_askAgain;
    QLineEdit *const m_origin;
    QSpinBox *const m_loadTimeout;
    QSpinBox *const m_verifyTimeout;
    QLineEdit *const m_hosts;
    StatusLine *const m_problems;
    QLabel *m_nameLabel = nullptr;
    QLabel *m_serviceLabel = nullptr;
    QLabel *m_siteKeyLabel = nullptr;
    QLabel *m_serverKeyLabel = nullptr;
    QLabel *m_originLabel = nullptr;
    QLabel *m_loadTimeoutLabel = nullptr;
    QLabel *m_verifyTimeoutLabel = nullptr;
    QLabel *m_hostsLabel = nullptr;
};
