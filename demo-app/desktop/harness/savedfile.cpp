// SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
// SPDX-License-Identifier: MIT

#include "savedfile.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qstandardpaths.h>
#include <QtWidgets/qfiledialog.h>
#include <QtWidgets/qmessagebox.h>

namespace SavedFile {

namespace {

class Tr {
    Q_DECLARE_TR_FUNCTIONS(SavedFile)
};

} // namespace

bool write(QWidget *parent, const QString &file, const QByteArray &content)
{
    QSaveFile saved(file);
    if (saved.open(QIODevice::WriteOnly) && saved.write(content) == content.size() && saved.commit())
        return true;
    QMessageBox::warning(
        parent, Tr::tr("Could not save the file"),
        Tr::tr("Could not write %1: %2").arg(QDir::toNativeSeparators(file), saved.errorString()));
    return false;
}

bool ask(QWidget *parent, const QString &title, const QString &name, const QString &filter,
         const QByteArray &content)
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QFileDialog dialog(parent, title, documents.path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(name).suffix());
    dialog.selectFile(name);
    return dialog.exec() == QDialog::Accepted && write(parent, dialog.selectedFiles().constFirst(), content);
}

} // namespace SavedFile
