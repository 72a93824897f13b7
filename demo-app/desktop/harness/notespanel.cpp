// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "notespanel.h"

#include "look/glyph.h"
#include "session/session.h"

#include <QtCore/qcoreevent.h>
#include <QtCore/qdir.h>
#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlistwidget.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>

namespace {

constexpr QSize thumbnail(120, 90);

} // namespace

NotesPanel::NotesPanel(Qa::Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_note(new QPlainTextEdit)
    , m_pictures(new QListWidget)
    , m_take(new QPushButton)
{
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTabChangesFocus(true);
    m_pictures->setViewMode(QListView::IconMode);
    m_pictures->setIconSize(thumbnail);
    m_pictures->setResizeMode(QListView::Adjust);
    m_pictures->setMovement(QListView::Static);
    m_take->setIcon(Glyph::icon(Glyph::Shape::Camera));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_note, 1);
    column->addWidget(m_pictures, 1);
    column->addWidget(m_take, 0, Qt::AlignLeft);

    m_delay.setSingleShot(true);
    m_delay.setInterval(800);
    connect(&m_delay, &QTimer::timeout, this, &NotesPanel::keep);
    connect(m_note, &QPlainTextEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_take, &QPushButton::clicked, this, &NotesPanel::pictureRequested);
    connect(m_pictures, &QListWidget::itemActivated, this, [](const QListWidgetItem *item) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(item->data(Qt::UserRole).toString()));
    });
    connect(session, &Qa::Session::changed, this, [this](const QString &id) {
        if (id == m_id)
            refreshPictures();
    });
    connect(session, &Qa::Session::opened, this, &NotesPanel::refresh);
    retranslate();
    refresh();
}

void NotesPanel::setScenario(const QString &id)
{
    keep();
    m_id = id;
    refresh();
}

void NotesPanel::keep()
{
    m_delay.stop();
    if (!m_id.isEmpty())
        m_session->setNote(m_id, m_note->toPlainText());
}

QString NotesPanel::text() const
{
    return m_note->toPlainText();
}

void NotesPanel::setPictureThere(bool there)
{
    m_take->setEnabled(there);
}

void NotesPanel::refresh()
{
    const QSignalBlocker silent(m_note);
    m_note->setEnabled(!m_id.isEmpty());
    m_note->setPlainText(m_session->note(m_id));
    m_delay.stop();
    refreshPictures();
}

void NotesPanel::refreshPictures()
{
    m_pictures->clear();
    QStringList names;
    if (const auto result = m_session->result(m_id); result && !result->screenshot.isEmpty())
        names << result->screenshot;
    names << m_session->pictures(m_id);
    const QDir folder(m_session->folder());
    for (const QString &name : std::as_const(names)) {
        const QString file = folder.filePath(name);
        const QPixmap picture(file);
        if (picture.isNull())
            continue;
        const qreal ratio = devicePixelRatioF();
        QPixmap small = picture.scaled(thumbnail * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        small.setDevicePixelRatio(ratio);
        auto *item = new QListWidgetItem(QIcon(small), name, m_pictures);
        item->setData(Qt::UserRole, file);
        item->setToolTip(tr("Press Enter to open %1").arg(QDir::toNativeSeparators(file)));
    }
    m_pictures->setVisible(m_pictures->count() > 0);
}

void NotesPanel::retranslate()
{
    m_note->setPlaceholderText(tr("Write down what you noticed. Notes are included in the report."));
    m_note->setAccessibleName(tr("Scenario notes"));
    m_pictures->setAccessibleName(tr("Scenario screenshots"));
    m_take->setText(tr("Take screenshot"));
}

void NotesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refreshPictures();
    }
}
